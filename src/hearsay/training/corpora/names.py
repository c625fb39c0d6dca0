"""Names: WikiGold (CC BY 4.0), UNER EWT (CC BY-SA 4.0), CrossNER politics (MIT), as PER, ORG, LOC and MISC."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from hearsay.neural.words import word_spans
from hearsay.training.examples import Example, Label, Passage

_POLITICS = {
    "politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "country": "LOC",
    "location": "LOC", "election": "MISC", "event": "MISC", "misc": "MISC",
}  # fmt: skip
_DEV_EVERY = 8  # one WikiGold article in eight is for development


def wikigold(corpora: Path, split: str) -> Iterator[Passage]:
    """WikiGold's articles; every eighth is `dev`, the others `train`. Its IO labels become BIO."""
    path = corpora / "ner" / "wikigold" / "wikigold.conll.txt"
    articles: list[list[list[tuple[str, str]]]] = [[]]
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.rsplit(" ", 1) for line in block.splitlines() if line.strip()]
        if rows and rows[0][0] == "-DOCSTART-":
            articles.append([])
        elif rows:
            articles[-1].append([(word, label) for word, label in rows])
    for number, article in enumerate(articles):
        if article and (number % _DEV_EVERY == 0) == (split == "dev"):
            examples = tuple(
                _example([word for word, _ in rows], _begin([label for _, label in rows])) for rows in article
            )
            yield Passage(source=f"wikigold/{number}", examples=examples)


def politics(corpora: Path, split: str) -> Iterator[Passage]:
    """CrossNER politics; its sentences stand alone."""
    path = corpora / "ner" / "crossner-politics" / f"{split}.txt"
    for number, block in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        rows = [line.split("\t") for line in block.splitlines() if line.strip()]
        if rows:
            labels = [_mapped(row[1], _POLITICS) for row in rows]
            yield Passage(source=f"politics/{number}", examples=(_example([row[0] for row in rows], labels),))


def uner(corpora: Path, split: str) -> Iterator[Passage]:
    """UNER EWT: PER, ORG and LOC only; its O may be a MISC."""
    path = corpora / "ner" / "uner" / f"en_ewt-ud-{split}.iob2"
    document, examples = "", list[Example]()
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        started = next((line.split("= ", 1)[1] for line in lines if line.startswith("# newdoc id")), None)
        if started and examples:
            yield Passage(source=f"uner/{document}", examples=tuple(examples))
            examples = []
        document = started or document
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            examples.append(Example(words=tuple(row[1] for row in rows), layers={"name": [row[2] for row in rows]}))
    if examples:
        yield Passage(source=f"uner/{document}", examples=tuple(examples))


def _mapped(label: str, types: Mapping[str, str]) -> str:
    return label if label == "O" else label[:2] + types[label[2:]]


def _begin(labels: Sequence[str]) -> list[str]:
    """IO to BIO: a name begins where its type does."""
    begun: list[str] = []
    for before, label in zip(["O", *labels], labels, strict=False):
        begun.append("B" + label[1:] if label != "O" and label != before else label)
    return begun


def _example(words: Sequence[str], labels: Iterable[str]) -> Example:
    """The words cut further as the reader will cut them; the parts of a name's first word go on as inside."""
    cut: list[str] = []
    layer: list[Label] = []
    for word, label in zip(words, labels, strict=True):
        # A word with its full stop was cut with what follows in view ("N." before "Robinson").
        parts = [word] if word.endswith(".") else [word[start:end] for start, end in word_spans(word)] or [word]
        cut.extend(parts)
        layer.extend([label, *(["I" + label[1:] if label != "O" else "O"] * (len(parts) - 1))])
    return Example(words=tuple(cut), layers={"name": layer})
