"""The lexicon of lemmas that ships with the model: what training saw, by tag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hearsay.neural.lemmas import apply_edit
from hearsay.training.examples import Passage

_SEEN = 2  # times, at least
_AGREED = 0.9  # share of the commonest lemma
_OPEN = frozenset(("PROPN", "X"))  # tags whose lemmas are the words themselves


def collect_lexicon(passages: Sequence[Passage]) -> dict[str, dict[str, str]]:
    """Lemmas by tag and word in lower case, of words seen twice or more with one lemma nearly always."""
    seen: dict[tuple[str, str], Counter[str]] = {}
    for passage in passages:
        for example in passage.examples:
            layers = zip(example.words, example.layers.get("tag", ()), example.layers.get("lemma", ()), strict=False)
            for word, tag, edit in layers:
                lemma = apply_edit(edit, word) if isinstance(edit, str) else None
                if isinstance(tag, str) and tag not in _OPEN and lemma:
                    seen.setdefault((tag, word.lower()), Counter())[lemma] += 1
    lexicon: dict[str, dict[str, str]] = {}
    for (tag, word), lemmas in sorted(seen.items()):
        lemma, times = lemmas.most_common(1)[0]
        if lemmas.total() >= _SEEN and times >= _AGREED * lemmas.total():
            lexicon.setdefault(tag, {})[word] = lemma
    return lexicon
