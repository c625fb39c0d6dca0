"""Who speaks told by layout alone: "POLICE: Rebels killed ten", "Ten killed in raid: army", a line of an interview,
and a quotation signed with a dash and a name."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.records.analysis import Analysis, Mention, MentionForm, Sentence
from hearsay.records.document import BlockKind
from hearsay.records.tree import Tree
from hearsay.statements.parentheses import CLOSERS
from hearsay.statements.reported import Attribution
from hearsay.vocabulary.cues import cue
from hearsay.vocabulary.nouns import actor_noun, person_role

_DASHES = frozenset({"—", "–", "--", "―", "-"})
_LONGEST_SPEAKER = 5  # tokens
_FEWEST = 3  # words: "Watch: the debate" is told by nobody


def by_layout(analysis: Analysis, tree: Tree, sentence: Sentence) -> Iterator[Attribution]:
    """The attribution that a sentence's own layout makes, if any."""
    found = (
        _before_colon(analysis, tree, sentence) or _behind_colon(tree, sentence) or _signed(analysis, tree, sentence)
    )
    if found is not None:
        yield found


def _before_colon(analysis: Analysis, tree: Tree, sentence: Sentence) -> Attribution | None:
    """ "SPEAKER: S": what follows to the end of the paragraph, a turn of an interview, is said."""
    end = min(sentence.last, sentence.first + _LONGEST_SPEAKER + 1)
    colon = next((i for i in range(sentence.first + 1, end) if tree.tokens[i].text == ":"), None)
    if colon is None or any(tree.tokens[i].tag in {"VERB", "AUX"} for i in range(sentence.first, colon)):
        return None
    opens = all(s.first >= sentence.first or s.paragraph != sentence.paragraph for s in analysis.sentences)
    source = _speaker(analysis, tree, sentence.first, colon)
    if source is None or not opens:
        return None
    last = max(s.last for s in analysis.sentences if s.paragraph == sentence.paragraph)
    return _made(tree, source, colon, range(colon + 1, max(last, sentence.last)))


def _behind_colon(tree: Tree, sentence: Sentence) -> Attribution | None:
    """ "Ten killed in raid: army", as headlines end."""
    if sentence.block not in {BlockKind.HEADLINE, BlockKind.STANDFIRST}:
        return None
    colons = [i for i in range(sentence.first, sentence.last) if tree.tokens[i].text == ":"]
    if not colons or not 0 < sentence.last - colons[-1] - 1 <= _LONGEST_SPEAKER:
        return None
    behind = range(colons[-1] + 1, sentence.last)
    if any(tree.tokens[i].tag in {"VERB", "AUX"} for i in behind):
        return None
    heads = [i for i in behind if tree.tokens[i].head not in behind and tree.tokens[i].tag in {"NOUN", "PROPN"}]
    if not heads or not _can_speak(tree, heads[-1]):
        return None
    return _made(tree, heads[-1], colons[-1], range(sentence.first, colons[-1]))


def _signed(analysis: Analysis, tree: Tree, sentence: Sentence) -> Attribution | None:
    """ "“S.” — Maria Lopez": the quotation before the dash is hers."""
    first = sentence.first
    dash = next((i for i in range(first, sentence.last) if tree.tokens[i].text in _DASHES), None)
    if dash is None or dash == 0 or tree.tokens[dash - 1].text not in CLOSERS | {".", "!", "?"}:
        return None
    behind = range(dash + 1, sentence.last)
    named = [i for i in behind if tree.tokens[i].tag != "PUNCT"]
    if not 0 < len(named) <= _LONGEST_SPEAKER or any(tree.tokens[i].tag in {"VERB", "AUX"} for i in named):
        return None
    source = _speaker(analysis, tree, dash + 1, sentence.last)
    closing = next((i for i in (dash - 1, dash - 2) if i >= 0 and tree.tokens[i].text in CLOSERS), None)
    if source is None or tree.tokens[source].entity != "PER" or closing is None:
        return None
    opening = next((s.first for s in reversed(analysis.sentences) if s.first < dash and _opens(tree, s)), None)
    return None if opening is None else _made(tree, source, dash, range(opening, closing + 1))


def _opens(tree: Tree, sentence: Sentence) -> bool:
    return tree.tokens[sentence.first].text in CLOSERS | {"“", '"', "„", "«"}


def _speaker(analysis: Analysis, tree: Tree, first: int, last: int) -> int | None:
    """The head of the one who is named in these words: no place, which a dateline puts before a colon or dash."""
    inside = range(first, last)
    heads = [i for i in inside if tree.tokens[i].head not in inside and tree.tokens[i].tag in {"NOUN", "PROPN"}]
    if not heads or any(_is_place(analysis, tree, i) for i in inside):
        return None
    head = heads[-1]
    named = any(_covers(m, tree, head) and m.form is MentionForm.NAME for m in analysis.mentions)
    shouted = tree.tokens[head].text.isupper() and tree.tokens[head].tag == "PROPN"
    return head if named or shouted or _can_speak(tree, head) else None


def _covers(mention: Mention, tree: Tree, index: int) -> bool:
    return mention.span.contains(tree.tokens[index].span)


def _is_place(analysis: Analysis, tree: Tree, index: int) -> bool:
    span = tree.tokens[index].span
    return tree.tokens[index].entity == "LOC" or any(m.overlaps(span) for p in analysis.places for m in p.mentions)


def _can_speak(tree: Tree, head: int) -> bool:
    lemma = tree.tokens[head].lemma.lower()
    return actor_noun(lemma) is not None or person_role(lemma) is not None or tree.tokens[head].entity == "PER"


def _made(tree: Tree, source: int, mark: int, said: range) -> Attribution | None:
    words = [i for i in said if tree.tokens[i].tag != "PUNCT"]
    if len(words) < _FEWEST:
        return None
    return Attribution(
        source=source, cue_token=mark, cue=cue("say", "VERB"), content=frozenset(said), by="attribution:layout"
    )
