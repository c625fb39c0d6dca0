"""Lemmas of the words that the rules look for, made sure of.

The model guesses lemmas, and guesses rare forms wrong ("carrie"). For a form whose lemma no table of the vocabulary
knows, the regular inflections of English are undone, and a known word among the results is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hearsay.vocabulary.cues import cues
from hearsay.vocabulary.kinds import triggers
from hearsay.vocabulary.nouns import actor_nouns, person_roles
from hearsay.vocabulary.relations import relation_words

_OTHERS = frozenset(
    """carry launch stage mount conduct perpetrate commit execute make lead undertake plant throw hurl lob toss drop
    place fire trigger set release plan mastermind orchestrate organise organize order plot finance fund sponsor back
    take accept lose attempt begin happen occur base wage fight tear rip shake crash slam land
    fall smash plough plow devastate wreck flatten level rock""".split()
)
_IRREGULAR = {
    "fought": "fight", "shot": "shoot", "slain": "slay", "slew": "slay", "blew": "blow", "blown": "blow",
    "struck": "strike", "took": "take", "taken": "take", "led": "lead", "sought": "seek", "held": "hold",
    "hung": "hang", "threw": "throw", "thrown": "throw", "began": "begin", "begun": "begin", "said": "say",
    "told": "tell", "thought": "think", "swore": "swear", "sworn": "swear", "broke": "break", "broken": "break",
    "split": "split", "overran": "overrun", "overrun": "overrun", "retook": "retake", "retaken": "retake",
    "set": "set", "beaten": "beat", "beat": "beat", "burnt": "burn", "felt": "feel", "wrote": "write",
    "written": "write", "drove": "drive", "driven": "drive", "went": "go", "gone": "go", "hurt": "hurt", "hit": "hit",
    "lost": "lose", "tore": "tear", "torn": "tear", "shook": "shake", "shaken": "shake", "fell": "fall",
    "fallen": "fall", "slit": "slit", "undertook": "undertake", "bound": "bind", "read": "read", "foretold": "foretell",
}  # fmt: skip


@cache
def _known() -> dict[str, frozenset[str]]:
    """The lemmas that rules look for, by part of speech."""
    verbs = {lemma for table in (triggers(), cues(), relation_words()) for lemma, tag in table if tag == "VERB"}
    nouns = {lemma for table in (triggers(), cues(), relation_words()) for lemma, tag in table if tag == "NOUN"}
    nouns |= {word for table in (actor_nouns(), person_roles()) for word in table if " " not in word}
    return {"VERB": frozenset(verbs | _OTHERS), "NOUN": frozenset(nouns)}


def settled(form: str, tag: str, lemma: str) -> str:
    """The lemma, or a better one for a form of a word that the rules look for."""
    known = _known().get(tag)
    if known is None or lemma.lower() in known:
        return lemma
    irregular = _IRREGULAR.get(form.lower()) if tag == "VERB" else None
    return irregular or next((base for base in _bases(form.lower(), tag) if base in known), lemma)


def _bases(form: str, tag: str) -> Iterator[str]:
    """What a form may be an inflection of, the likeliest first."""
    endings = ("ies", "es", "s") if tag == "NOUN" else ("ied", "ies", "ed", "ing", "es", "s")
    for ending in endings:
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < 2:
            continue
        if ending in {"ied", "ies"}:
            yield stem + "y"
            continue
        yield stem
        yield stem + "e"
        if len(stem) > 2 and stem[-1] == stem[-2]:
            yield stem[:-1]
