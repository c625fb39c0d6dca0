"""Whatever the parser makes of a sentence, what is mended is still a tree: walking up from any word comes to an end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.analyses.mending import mended
from hearsay.records.analysis import Sentence, Token
from hearsay.records.document import BlockKind
from hearsay.records.span import Span

WORDS = (
    "the/the/DET dead/dead/NOUN number/number/NOUN 70/70/NUM ,/,/PUNCT and/and/CCONJ that/that/SCONJ to/to/PART "
    "said/say/VERB told/tell/VERB accused/accuse/VERB believed/believe/VERB denied/deny/VERB killed/kill/VERB "
    "rebels/rebel/NOUN army/army/NOUN spokesman/spokesman/NOUN bombing/bombing/NOUN of/of/ADP on/on/ADP in/in/ADP "
    "Tuesday/Tuesday/PROPN May/May/PROPN 's/'s/PART Tall/tall/ADJ Oumar/Oumar/PROPN be/be/AUX burned/burn/VERB"
).split()
RELATIONS = (
    "nsubj obj obl nmod nmod:poss acl acl:relcl advcl ccomp conj case mark det cc punct appos flat compound".split()
)
PARTS = st.tuples(
    st.sampled_from(WORDS), st.sampled_from(RELATIONS), st.integers(0, 30), st.sampled_from((None, "PER"))
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PARTS, min_size=2, max_size=18))
def test_a_mended_tree_is_a_tree(parts: list[tuple[str, str, int, str | None]]) -> None:
    tokens, at = [], 0
    order = sorted(range(len(parts)), key=lambda index: (parts[index][2], index))
    heads = {order[0]: None} | {index: order[place // 2] for place, index in enumerate(order[1:], start=0)}
    for index, (word, relation, _, entity) in enumerate(parts):
        text, lemma, tag = word.rsplit("/", 2)
        head = heads[index]
        tokens.append(
            Token(
                span=Span(at, at + len(text)),
                text=text,
                lemma=lemma,
                tag=tag,
                head=head,
                relation="root" if head is None else relation,
                entity=entity,
            )
        )
        at += len(text) + 1
    whole = Sentence(span=Span(0, at), first=0, last=len(tokens), block=BlockKind.BODY, paragraph=0)
    found = mended(tokens, [whole])
    for index in range(len(found)):
        above: int | None = index
        for _ in range(len(found) + 1):
            if above is None:
                break
            above = found[above].head
        assert above is None
