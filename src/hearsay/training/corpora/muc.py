"""MUC-4 (US government translations, 1992; the 1,300 DEV reports): who did what to whom with what, by incident.

The keys name the fillers of each incident by their words alone. A filler is labelled where a sentence tells of the
incident: where a second filler of it stands there too, or a word that tells of such a deed. Elsewhere the same words
are unknown, neither in nor out. The form is that of GTT (Du et al. 2021): five roles, six kinds. Its texts are all in
lower case; the capitals given here are those that the words have in the other corpora.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hearsay.neural.words import word_spans
from hearsay.training.corpora.conllu import sentences as conllu_sentences
from hearsay.training.examples import Example, Label, Passage

_FILES = {"train": "train.json", "dev": "dev.json"}
_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
_GAP = re.compile(r"\s{2,}")
_ANY = (
    "attack kill murder assassin shot shoot massacre ambush wound injur slay slain execut clash raid machinegun strafe"
    " dead death died die fire hurl victim harass destroy damag"
)
_TELLING: Mapping[str, tuple[str, ...]] = {
    "attack": tuple(_ANY.split()),
    "bombing": (*_ANY.split(), "bomb", "explo", "dynamit", "blast", "detonat", "grenade", "blew", "blow"),
    "kidnapping": ("kidnap", "abduct", "hostage", "captur", "seiz", "held", "hold", "disappear", "took", "taken"),
    "arson": ("burn", "arson", "set", "fire", "torch", "destroy", "attack"),
    "robbery": ("rob", "stole", "steal", "loot", "theft", "took", "seiz", "attack"),
    "forced work stoppage": ("strike", "stoppage", "paraly", "halt", "stop"),
}
_TRIGGERS = ("attack", "kill", "murder", "assassin", "shot", "massacre", "ambush", "slain", "clash", "raid", "bomb",
             "explo", "dynamit", "blast", "detonat", "kidnap", "abduct", "burn", "arson", "robb", "stole", "death",
             "died", "wounded", "injured", "shoot")  # fmt: skip
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "'s")

Template = Mapping[str, Any]


@dataclass(slots=True, kw_only=True)
class _Sentence:
    """One sentence: where its words stand, and, by incident, which entities' words (role, first, last) are there."""

    offsets: list[tuple[int, int]]
    words: list[str]
    fillers: list[tuple[int, int, str, int, int]] = field(default_factory=list)  # incident, entity, role, first, last
    told: set[int] = field(default_factory=set)


def passages(corpora: Path, split: str) -> Iterator[Passage]:
    """The DEV reports (`train`), or TST1 and TST2 (`dev`); layers role, kind and incident."""
    cased = _usual_forms(corpora)
    path = corpora / "muc4" / "gtt" / _FILES[split]
    for line in path.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        sentences = [_Sentence(offsets=found, words=words) for found, words in _split(report["doctext"])]
        _mark(report["doctext"], sentences, report["templates"])
        examples = tuple(_example(sentence, report["templates"], cased) for sentence in sentences)
        yield Passage(source=f"muc4/{report['docid']}", examples=examples, cased=False)


def _split(text: str) -> Iterator[tuple[list[tuple[int, int]], list[str]]]:
    start = 0
    for end in [*(match.end() for match in _GAP.finditer(text)), len(text)]:
        offsets = [(start + first, start + last) for first, last in word_spans(text[start:end])]
        if offsets:
            yield offsets, [text[first:last] for first, last in offsets]
        start = end


def _mark(text: str, sentences: Sequence[_Sentence], templates: Sequence[Template]) -> None:
    for incident, template in enumerate(templates):
        entities = [(role, entity) for role in _ROLES for entity in template[role]]
        for number, (role, mentions) in enumerate(entities):
            for mention, _ in mentions:
                _find(text, sentences, mention, (incident, number, role))
        telling = _TELLING[template["incident_type"].split(" / ")[0]]
        for sentence in sentences:
            here = {number for other, number, _, _, _ in sentence.fillers if other == incident}
            if here and (len(here) > 1 or any(word.startswith(telling) for word in sentence.words)):
                sentence.told.add(incident)
        for number in range(len(entities)):
            mine = [one for one in sentences if any(f[:2] == (incident, number) for f in one.fillers)]
            if mine and not any(incident in one.told for one in mine):
                mine[0].told.add(incident)


def _find(text: str, sentences: Sequence[_Sentence], mention: str, which: tuple[int, int, str]) -> None:
    pattern = re.compile(rf"(?<!\w){re.escape(mention)}(?!\w)")
    for match in pattern.finditer(text):
        for sentence in sentences:
            inside = [i for i, (a, b) in enumerate(sentence.offsets) if a < match.end() and b > match.start()]
            if inside:
                sentence.fillers.append((*which, inside[0], inside[-1] + 1))
                break


def _example(sentence: _Sentence, templates: Sequence[Template], cased: Mapping[str, str]) -> Example:
    layers: dict[str, list[Label]] = {
        "role": _roles(sentence),
        "kind": _kind(sentence, templates),
        "incident": _incidents(sentence),
    }
    return Example(words=tuple(_written(sentence.words, cased)), layers=layers)


def _roles(sentence: _Sentence) -> list[Label]:
    layer: list[Label] = ["O"] * len(sentence.words)
    for incident, _, role, first, last in sorted(sentence.fillers, key=lambda one: one[3] - one[4]):
        if incident in sentence.told:
            if all(label in ("O", None) for label in layer[first:last]):
                layer[first:last] = [f"B-{role.upper()}", *([f"I-{role.upper()}"] * (last - first - 1))]
        else:
            layer[first:last] = [None if label == "O" else label for label in layer[first:last]]
    return layer


def _kind(sentence: _Sentence, templates: Sequence[Template]) -> list[Label]:
    kinds = sorted({templates[incident]["incident_type"].split(" / ")[0] for incident in sentence.told})
    label: Label = "|".join(kinds)
    if not kinds and templates and (sentence.fillers or _triggers(sentence)):
        label = None
    return [label] * len(sentence.words)


def _triggers(sentence: _Sentence) -> list[int]:
    return [index for index, word in enumerate(sentence.words) if word.startswith(_TRIGGERS)]


def _incidents(sentence: _Sentence) -> list[Label]:
    """The incident of the words that tell of one alone: its fillers' last words and, where only it is told, deeds."""
    by_word: dict[int, set[int]] = {}
    for incident, _, _, _, last in sentence.fillers:
        by_word.setdefault(last - 1, set()).add(incident)
    layer: list[Label] = [None] * len(sentence.words)
    for word, incidents in by_word.items():
        if len(incidents) == 1 and incidents <= sentence.told:
            layer[word] = str(min(incidents))
    if len(sentence.told) == 1:
        for word in _triggers(sentence):
            layer[word] = str(min(sentence.told))
    return layer


def _usual_forms(corpora: Path) -> Mapping[str, str]:
    """How words are mostly written inside sentences, by the word in lower case, from EWT and GUM."""
    seen: dict[str, Counter[str]] = {}
    root = corpora / "ud-ewt"
    listed = (root / "file-lists" / "files.train").read_text(encoding="utf-8").split()
    paths = [root / "sources" / line for line in listed] + sorted((corpora / "gum" / "dep").glob("*.conllu"))
    for path in paths:
        for sentence in conllu_sentences(path):
            for word in sentence.words[1:]:
                seen.setdefault(word.lower(), Counter())[word] += 1
    return {low: forms.most_common(1)[0][0] for low, forms in seen.items()}


def _written(words: Sequence[str], cased: Mapping[str, str]) -> Iterator[str]:
    """The words as they may have been printed; one that no corpus has is taken for a name, unless it is a form of one
    that has none."""
    begins = True
    for word in words:
        usual = cased.get(word)
        if usual is None:
            stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
            common = any(cased.get(stem) == stem or cased.get(stem + "e") == stem + "e" for stem in stems)
            usual = word if common or len(word) < 3 else word.capitalize()
        yield usual[:1].upper() + usual[1:] if begins else usual
        begins = begins and not word[:1].isalnum()
