"""How many: numerals in words and figures, and what "more than", "at least" or "dozens" leave open.

A range stays a range, a vague number stays vague: see WIRE's rule on `low`, `high` and `as_reported`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.records.analysis import Token
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.vocabulary.nouns import person_role

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * (value + 2) for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12, "score": 20}
VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands", "several", "many", "numerous", "few", "some", "tens"})
"""Words that say "more than one" and no more: both ends stay open."""

# What stands before a number, longest first: which end it fixes. "at least" 13 is low 13; "more than" 60 is low 61.
_BOUNDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("no", "fewer", "than"), "low"),
    (("no", "less", "than"), "low"),
    (("not", "less", "than"), "low"),
    (("no", "more", "than"), "high"),
    (("as", "many", "as"), "high"),
    (("at", "least"), "low"),
    (("at", "most"), "high"),
    (("up", "to"), "high"),
    (("more", "than"), "above"),
    (("upwards", "of"), "above"),
    (("upward", "of"), "above"),
    (("fewer", "than"), "below"),
    (("less", "than"), "below"),
    (("close", "to"), "about"),
    (("a", "minimum", "of"), "low"),
    (("minimum",), "low"),
    (("over",), "above"),
    (("above",), "above"),
    (("under",), "below"),
    (("about",), "about"),
    (("around",), "about"),
    (("approximately",), "about"),
    (("roughly",), "about"),
    (("some",), "about"),
    (("nearly",), "about"),
    (("almost",), "about"),
    (("an", "estimated"), "about"),
    (("estimated",), "about"),
    (("perhaps",), "about"),
)
_COLLECTIVE = frozenset({"family", "household", "crew"})
"""Bodies of people: how many of them says nothing of how many they are."""
_LIST_MARKS = frozenset({"to", "and", "or", "-", "–", "—"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A numeral phrase: the ends it fixes, its words, and the tokens `[first, last)` that it is made of."""

    low: int | None
    high: int | None
    span: Span
    first: int
    last: int

    @property
    def exact(self) -> bool:
        """True when the words give one number."""
        return self.low is not None and self.low == self.high


def value_of(word: str) -> int | None:
    """A numeral's value: "1,200", "sixty", "twenty-five"; None when the word is no whole number."""
    lowered = word.lower().replace(",", "")
    if re.fullmatch(r"\d{1,9}", lowered):
        return int(lowered)
    if lowered in _UNITS:
        return _UNITS[lowered]
    if lowered in _TENS:
        return _TENS[lowered]
    tens, _, unit = lowered.partition("-")
    if tens in _TENS and unit in _UNITS:
        return _TENS[tens] + _UNITS[unit]
    return 12 if lowered == "dozen" else None


def number_at(tokens: Sequence[Token], index: int) -> Number | None:
    """The numeral phrase that token `index` is part of, with the words that bound it; None when it is no numeral."""
    first, last = _numeral_run(tokens, index)
    if first == last or _is_of_date(tokens, first):
        return None
    if first and tokens[first].text.lower() in _SCALES and tokens[first - 1].text.lower() in VAGUE - {"some"}:
        return _vague(tokens, first - 1)  # "several hundred" is no hundred
    value = _value_of_run([t.text.lower() for t in tokens[first:last]])
    if value is None:
        return None
    ranged = _range_from(tokens, first, last, value)
    if ranged is not None:
        return ranged
    bound, start = _bound_before(tokens, first)
    low, high = _ends(bound, value)
    return Number(
        low=low, high=high, span=Span(tokens[start].span.start, tokens[last - 1].span.end), first=start, last=last
    )


def count_of(tree: Tree, head: int) -> Number | None:
    """How many a noun phrase counts: its numeral, "a policeman" (one), "dozens of"; None when it does not say.

    A plural with no number ("policemen") does not say; a proper name counts one.
    """
    tokens = tree.tokens
    if tokens[head].lemma.lower() in _COLLECTIVE:
        return _in_a_body(tree, head)
    near = [head, *tree.children(head, "nummod", "amod", "det", "nmod", "advmod", "compound")]
    near = [child for child in near if child <= head or tokens[child - 1].text != ","]  # "Sgt. Marek, 62, was found"
    for child in near:
        number = number_at(tokens, child) if tokens[child].tag in {"NUM", "NOUN", "DET", "ADJ"} else None
        if number is not None and abs(child - head) < 12:
            return number  # before "some" of "some 12,000 lives"
    for child in near:
        vague = tokens[child].text.lower() if child <= head else ""
        if vague in VAGUE and tokens[child].tag in {"NOUN", "ADJ", "DET", "NUM"}:
            return _vague(tokens, child)
    return _one(tree, head)


def _in_a_body(tree: Tree, head: int) -> Number | None:
    """How many people "a family of six" is; "three families" does not say, and stays as vague."""
    for child in tree.children(head, "nmod"):
        if tree.case_of(child) == "of" and (number := number_at(tree.tokens, child)) is not None:
            return number
    told = [i for i in tree.children(head, "nummod", "det") if i < head]
    first = min([*told, head])
    span = Span(tree.tokens[first].span.start, tree.tokens[head].span.end)
    return Number(low=None, high=None, span=span, first=first, last=head + 1) if told else None


def number_right_before(tokens: Sequence[Token], index: int) -> Number | None:
    """How many a participle behind its noun tells of: "11 people dead", "25 others wounded", "16 dead"."""
    at = index - 1
    while at > max(index - 4, 0) and tokens[at].tag in {"NOUN", "ADJ", "PROPN"} and value_of(tokens[at].text) is None:
        at -= 1
    return number_at(tokens, at) if 0 <= at < index and tokens[at].tag in {"NUM", "NOUN"} else None


def _vague(tokens: Sequence[Token], index: int) -> Number:
    """The whole of "tens of thousands" and "several hundred"."""
    words = [token.text.lower() for token in tokens[index : index + 6]]
    length = 1
    while words[length : length + 1] == ["of"] and words[length + 1 : length + 2] and words[length + 1] in VAGUE:
        length += 2
    if length == 1 and len(words) > 1 and words[1] in _SCALES:
        length = 2
    span = Span(tokens[index].span.start, tokens[index + length - 1].span.end)
    return Number(low=None, high=None, span=span, first=index, last=index + length)


def _one(tree: Tree, head: int) -> Number | None:
    """One, for "a policeman", "another soldier" and a person's name; two for "both men"."""
    token = tree.tokens[head]
    both = [i for i in tree.children(head, "det", "det:predet") if tree.tokens[i].lemma.lower() == "both"]
    if both:
        span = Span(min(tree.tokens[both[0]].span.start, token.span.start), token.span.end)
        return Number(low=2, high=2, span=span, first=min(both[0], head), last=head + 1)
    article = [i for i in tree.children(head, "det") if tree.tokens[i].lemma in {"a", "an", "another"}]
    single = token.tag == "NOUN" and article and token.text.lower() not in {"number", "group", "couple"}
    many = token.text.lower().endswith(("men", "people", "children", "police", "troops"))  # "the policemen", never one
    if not article and not many and token.tag == "NOUN" and token.text.lower() == token.lemma.lower():
        # "the mayor", "his bodyguard": a person told of in the singular
        whose = [i for i in tree.children(head, "det", "nmod:poss") if tree.tokens[i].lemma.lower() != "no"]
        single = bool(whose) and person_role(token.lemma) is not None
    single = single or _shares_article(tree, head)
    if single or (token.tag == "PROPN" and token.entity == "PER"):
        first, last = (article[0] if article else head), head
        while not single and last + 1 < len(tree.tokens) and tree.tokens[last + 1].head == head:
            if not tree.is_relation(last + 1, "flat"):
                break
            last += 1  # the whole of "Mira Lund"
        span = Span(min(tree.tokens[first].span.start, token.span.start), tree.tokens[last].span.end)
        return Number(low=1, high=1, span=span, first=first, last=head + 1)
    return None


def _shares_article(tree: Tree, head: int) -> bool:
    """True for the captain of "a brigadier, captain and lieutenant": one each."""
    token, first = tree.tokens[head], tree.path_up(head, "conj")
    if first == head or token.text.lower() != token.lemma.lower() or person_role(token.lemma) is None:
        return False
    own = tree.children(head, "det", "nummod", "nmod:poss")
    return not own and any(tree.tokens[i].lemma.lower() in {"a", "an"} for i in tree.children(first, "det"))


def _numeral_run(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """The run of numeral words around a token: "one hundred and twenty", "a dozen", "2,000"."""

    def numeral(i: int) -> bool:
        word = tokens[i].text.lower()
        return value_of(word) is not None or word in _SCALES

    if not 0 <= index < len(tokens) or not numeral(index):
        return index, index
    first, last = index, index + 1
    while first > 0 and (
        (numeral(first - 1) and _adds_on(tokens[first - 1], tokens[first]))
        or (tokens[first - 1].text == "-" and first > 1 and numeral(first - 2) and _is_in_words(tokens[first - 2]))
    ):
        first -= 1
    while last < len(tokens) and (
        (numeral(last) and _adds_on(tokens[last - 1], tokens[last])) or _joins(tokens, last, numeral_after=last + 1)
    ):
        last += 1
    return first, last


def _is_of_date(tokens: Sequence[Token], index: int) -> bool:
    """True for a part of "2025-04-30"."""
    first = index
    while first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].text.isdigit():
        first -= 2
    texts = [t.text for t in tokens[first : first + 5]]
    return len(texts) == 5 and [texts[1], texts[3]] == ["-", "-"] and all(t.isdigit() for t in texts[::2])


def _is_in_words(token: Token) -> bool:
    return not token.text[:1].isdigit()


def _adds_on(before: Token, after: Token) -> bool:
    """True for "two million", "2 million", "one hundred": figures go together with words of scale only, so that the
    day of "2025-04-30 Five people" stays apart from the five."""
    return after.text.lower() in _SCALES or before.text == "-" or (_is_in_words(before) and _is_in_words(after))


def _joins(tokens: Sequence[Token], index: int, numeral_after: int) -> bool:
    """True for the "and" of "one hundred and twenty" and the hyphen of "twenty-five"."""
    if numeral_after >= len(tokens):
        return False
    before, word, after = tokens[index - 1].text.lower(), tokens[index].text, tokens[numeral_after].text.lower()
    if word == "-":
        return before in _TENS and after in _UNITS
    return word == "and" and before in {"hundred", "thousand"} and value_of(after) is not None


def _value_of_run(words: list[str]) -> int | None:
    total, current = 0, 0
    for word in words:
        if word in {"and", "-"}:
            continue
        if word in _SCALES and word != "dozen":
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] >= 1_000:
                total, current = total + current, 0
        elif word == "dozen":
            current = max(current, 1) * 12
        else:
            value = value_of(word)
            if value is None:
                return None
            current += value
    return total + current


def _bound_before(tokens: Sequence[Token], first: int) -> tuple[str, int]:
    """Which end the words before a number fix, and the token where they begin."""
    for words, bound in _BOUNDS:
        start = first - len(words)
        if start >= 0 and tuple(t.text.lower() for t in tokens[start:first]) == words:
            return bound, start
    if first > 0 and tokens[first - 1].text.lower() == "a" and tokens[first].text.lower() in _SCALES:
        return _bound_before(tokens, first - 1)
    return "exact", first


def _ends(bound: str, value: int) -> tuple[int | None, int | None]:
    return {
        "exact": (value, value),
        "low": (value, None),
        "above": (value + 1, None),
        "high": (None, value),
        "below": (None, value - 1),
        "about": (None, None),
    }[bound]


def _range_from(tokens: Sequence[Token], first: int, last: int, value: int) -> Number | None:
    """ "10 to 15", "10-15", "between 10 and 15", from either of its numbers."""
    for mark, other, start_with in ((last, last + 1, first), (first - 1, first - 2, first - 2)):
        if not (0 <= mark < len(tokens) and 0 <= other < len(tokens)) or tokens[mark].text.lower() not in _LIST_MARKS:
            continue
        second = value_of(tokens[other].text)
        low_index = min(first, other)
        between = low_index > 0 and tokens[low_index - 1].text.lower() == "between"
        if second is None or (tokens[mark].text.lower() == "and" and not between):
            continue
        low, high = sorted((value, second))
        begin = low_index - 1 if between else min(start_with, low_index)
        end = max(last, other + 1)
        span = Span(tokens[begin].span.start, tokens[end - 1].span.end)
        return Number(low=low, high=high, span=span, first=begin, last=end)
    return None
