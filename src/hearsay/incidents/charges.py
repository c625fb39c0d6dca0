"""What is told under an accusation: "denied accusations by X that S", "said reports that S were misinformation".

Parsers hang S anywhere in such sentences. Read off the words, what somebody only denies is never the report's own.
"""

from __future__ import annotations

from hearsay.records.tree import Tree

_CHARGES = frozenset({"accusation", "allegation", "charge", "claim", "report", "suggestion", "rumour", "rumor"})
_FALSE = frozenset(
    "false baseless untrue unfounded groundless lie misinformation disinformation fabrication nonsense fake".split()
)
_REACH = 16  # words from the accusation to its "that"


def charge_over(tree: Tree, index: int) -> int | None:
    """The accusation in whose "that" clause the token stands: the last one before it with nothing finite between."""
    above = {index, *tree.ancestors(index)}
    that = next((i for i in range(index - 1, max(index - _REACH, -1), -1) if _is_that(tree, i)), None)
    if that is None:
        return None
    for at in range(that - 1, max(that - _REACH, -1), -1):
        token = tree.tokens[at]
        mistaken = at == that - 1 and not tree.children(at, "nsubj", "aux")  # "said claims that S were untrue"
        if token.lemma in _CHARGES and (token.tag == "NOUN" or mistaken):
            return at if token.head in above or at in above else None
        if token.tag in {"VERB", "AUX"}:
            return None
    return None


def is_called_false(tree: Tree, charge: int) -> bool:
    """True for the reports that "were misinformation", the accusation that "was baseless"."""
    over = tree.tokens[charge].head
    said = [*tree.children(charge), *([over] if over is not None and tree.is_relation(charge, "nsubj") else [])]
    return any(tree.tokens[i].lemma.lower() in _FALSE for i in said)


def _is_that(tree: Tree, index: int) -> bool:
    return tree.tokens[index].text.lower() == "that" and tree.tokens[index].relation != "det"
