"""Spans of words to BIO labels and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hearsay.training.examples import Label

_TITLES = frozenset(
    "adm army brigadier capt captain chairman chief cmdr col colonel commander corporal cpl defence defense"
    " deputy director dr emperor foreign former gen general gov governor interior judge justice king lance"
    " lieutenant lord lt maj major marshal minister mr mrs ms navy officer petty pfc pope president prime prince"
    " princess private prof professor queen rep reverend rev secretary sen senator senior sergeant sgt sheikh sir"
    " spc spokesman spokesperson spokeswoman staff u.s us vice".split()
)


def after_titles(words: Sequence[str], start: int, end: int) -> int:
    """Where a person's name starts behind its titles ("Defense Secretary", "Lt. Gen."); the last word always stays."""
    while start < end - 1 and words[start].lower().rstrip(".") in _TITLES:
        start += 1
    return start


def is_title(words: Sequence[str]) -> bool:
    """Whether nothing but titles is there ("the Secretary"): written like a name, but none."""
    return all(word.lower().rstrip(".") in _TITLES for word in words)


def tag_spans(length: int, spans: Iterable[tuple[int, int, str]]) -> list[Label]:
    """BIO labels of half-open spans; a span that overlaps an earlier one is left out."""
    labels: list[Label] = ["O"] * length
    for start, end, kind in spans:
        if all(label == "O" for label in labels[start:end]):
            labels[start:end] = [f"B-{kind}", *([f"I-{kind}"] * (end - start - 1))]
    return labels


def untag(labels: Sequence[Label]) -> set[tuple[int, int, str]]:
    """The spans of BIO labels; an I without its B begins a span."""
    spans: set[tuple[int, int, str]] = set()
    start, kind = 0, ""
    for index, label in enumerate([*labels, "O"]):
        text = label if isinstance(label, str) else "O"
        if kind and text != f"I-{kind}":
            spans.add((start, index, kind))
            kind = ""
        if not kind and text != "O":
            start, kind = index, text[2:]
    return spans
