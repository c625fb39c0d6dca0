"""How far the words of a clause hold back: "may have", "reportedly", "is believed to have"."""

from __future__ import annotations

from hearsay.records.tree import Tree

MIGHT = frozenset({"may", "might", "could"})
_APPARENT = frozenset({"appear", "seem", "believe", "think", "suspect", "presume", "fear", "understand", "assume"})
HEDGES = {
    "allegedly": "possible",
    "reportedly": "probable",
    "apparently": "probable",
    "possibly": "possible",
    "perhaps": "possible",
    "maybe": "possible",
    "probably": "probable",
    "likely": "probable",
    "presumably": "probable",
    "seemingly": "possible",
    "purportedly": "possible",
    "supposedly": "possible",
    "suspected": "possible",
    "alleged": "possible",
    "apparent": "probable",
    "presumed": "probable",
    "possible": "possible",
    "probable": "probable",
    "unclear": "unclear",
    "unknown": "unclear",
}


def hedge_of(tree: Tree, index: int) -> str | None:
    """How far the clause of a trigger holds back: "probable", "possible", "unclear", or None when it does not."""
    for child in tree.children(index, "advmod", "amod", "aux"):
        token = tree.tokens[child]
        word = token.text.lower()
        if word in HEDGES:
            return HEDGES[word]
        if token.lemma.lower() in MIGHT and token.relation == "aux":
            return "possible"
    token = tree.tokens[index]
    if token.head is not None and token.relation in {"xcomp", "ccomp", "csubj"}:
        above = tree.tokens[token.head]
        if above.lemma in _APPARENT:
            # "is believed to have", "appears to have": somebody's guess, whoever's it is
            passive = bool(tree.children(token.head, "aux:pass", "nsubj:pass"))
            if passive or above.lemma in {"appear", "seem"}:
                return "possible" if above.lemma == "suspect" else "probable"
        if above.text.lower() in HEDGES and (above.tag != "VERB" or tree.children(token.head, "aux:pass")):
            return HEDGES[above.text.lower()]
        if token.relation == "xcomp":
            return hedge_of(tree, token.head)
    return None
