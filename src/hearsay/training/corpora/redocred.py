"""Re-DocRED (MIT): Wikipedia articles with every name's mentions, and facts that hold between what they name.

Nationalities, LOC there, are MISC as in CoNLL. Facts are taught where both are named in one sentence.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hearsay.training.corpora.spans import tag_spans
from hearsay.training.examples import Example, Passage
from hearsay.vocabulary.countries import countries

_NAMED = ("PER", "ORG", "LOC", "MISC")
_DEV_EVERY = 10
_RELATIONS = 30  # the commonest relations; the rest are none
_MORE_PEOPLES = frozenset(
    "soviet yugoslav european african asian arab kurdish palestinian scottish welsh english tibetan jewish muslim"
    " islamic christian catholic latin roman ottoman byzantine baltic chechen tamil punjabi bengali"
    " californian texan".split()
)


def passages(corpora: Path, split: str) -> Iterator[Passage]:
    """Re-DocRED's development articles; every tenth is `dev` here, the others `train`."""
    articles = json.loads((corpora / "re-docred" / "dev_revised.json").read_text(encoding="utf-8"))
    peoples = _MORE_PEOPLES | {name.lower() for country in countries().values() for name in country.demonyms}
    common = frozenset(
        name for name, _ in Counter(f["r"] for a in articles for f in a["labels"]).most_common(_RELATIONS)
    )
    for number, article in enumerate(articles):
        if (number % _DEV_EVERY == 0) == (split == "dev"):
            yield Passage(source=f"redocred/{number}", examples=tuple(_examples(article, peoples, common)))


def _examples(article: Mapping[str, Any], peoples: frozenset[str], common: frozenset[str]) -> Iterator[Example]:
    facts = {(fact["h"], fact["t"]): fact["r"] for fact in article["labels"] if fact["r"] in common}
    for index, words in enumerate(article["sents"]):
        spans = []
        named: dict[int, int] = {}
        for number, entity in enumerate(article["vertexSet"]):
            for mention in entity:
                if mention["sent_id"] != index:
                    continue
                start, end = _trimmed(words, *mention["pos"])
                named.setdefault(number, end - 1)
                if mention["type"] in _NAMED:
                    text = " ".join(words[start:end]).lower()
                    people = text in peoples or text.removesuffix("s") in peoples
                    spans.append((start, end, "MISC" if people else mention["type"]))
        layer = tag_spans(len(words), sorted(set(spans), key=lambda span: span[0] - span[1]))
        kept = [position for position, word in enumerate(words) if word.strip()]
        place = {position: i for i, position in enumerate(kept)}
        heads = {number: place[word] for number, word in named.items() if word in place}
        pairs = ((heads.get(h), heads.get(t), relation) for (h, t), relation in facts.items())
        yield Example(
            words=tuple(words[i] for i in kept),
            layers={"name": [layer[i] for i in kept]},
            actors=tuple(sorted(set(heads.values()))),
            ties=tuple((h, t, r) for h, t, r in pairs if h is not None and t is not None and h != t),
            tie_set="facts",
        )


def _trimmed(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Without an article before and a possessive after."""
    while start < end - 1 and words[start].lower() in ("the", "a", "an"):
        start += 1
    while end > start + 1 and words[end - 1] in ("'s", "’s", "'", "’", ","):
        end -= 1
    return start, end
