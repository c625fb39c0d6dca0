"""Which paragraph above the report's body is its headline, and which is its standfirst."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.documents.boilerplate import FUNCTION_WORDS, is_sentence, words_of
from hearsay.documents.bylines import site_suffix
from hearsay.documents.datelines import dateline
from hearsay.documents.labels import Label, Paragraph

_LONGEST_HEADLINE = 32  # words
_ENOUGH = 1.6
_ENOUGH_ABOVE = 1.2
_ENOUGH_ABOVE_SENTENCE = 0.5  # headlines have no full stop, standfirsts often do
_ENOUGH_INSIDE = 2.6
_KICKER = 4  # words; a shorter line above a headline names its section or series
_DEEPEST = 12  # paragraphs into the running text in which a headline may stand, behind teasers and notices
_BYLINE_BELOW = 0.8
_SITE_BEHIND = 1.5  # "Blast kills two - The Paper" is the page's own title
_FARTHEST = 80  # paragraphs from the body in which a headline, or its like, is looked for
_REPORTED = re.compile(
    r"\b(?:said|according to|told|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|was|were|had)\b",
    re.IGNORECASE,
)
_LONGEST_STANDFIRST = 45


def headline(paragraphs: Sequence[Paragraph], body_start: int, title: str | None) -> int | None:
    """The index of the headline among the paragraphs, those before `body_start` and that one itself; None without one.

    `title` is what the page gives as its title; a paragraph that says the same is the headline.
    """
    last = min(len(paragraphs) - 1, body_start + _DEEPEST)
    if title and (found := _titled(paragraphs[: last + 1], title)) is not None:
        return found
    scores = {
        index: _score(paragraphs, index, max(index + 1, body_start))
        for index in range(max(0, body_start - _FARTHEST), last + 1)
        if index != body_start and _may_be_headline(paragraphs[index])
    }
    above = {index: score for index, score in scores.items() if index < body_start}
    best = max(above, key=lambda index: above[index], default=None)
    inside = [i for i, score in scores.items() if i > body_start and score >= _ENOUGH_INSIDE and _signed(paragraphs, i)]
    if best is not None and above[best] >= (_ENOUGH if not inside else _ENOUGH_INSIDE):
        return _topmost(paragraphs, above, best)
    if inside:
        return inside[0]
    return body_start if _opens_with_title(paragraphs, body_start) else None


def _may_be_headline(here: Paragraph) -> bool:
    fits = here.label in (Label.SHORT, Label.PROSE) and not here.opens and 2 <= here.size <= _LONGEST_HEADLINE
    return fits and not _is_dateline(here.text)


def _is_dateline(text: str) -> bool:
    """Whether the paragraph is nothing but a dateline, as in agency copy without a headline."""
    found = dateline(text)
    return found is not None and found.dated and found.end >= len(text.rstrip())


def _signed(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a byline or date line follows, as below a headline that stands behind other running text."""
    return paragraphs[index].label is Label.SHORT and any(
        p.label in (Label.BYLINE, Label.DATED) for p in paragraphs[index + 1 : index + 4]
    )


def is_standfirst(paragraphs: Sequence[Paragraph], index: int, after_headline: Sequence[Paragraph]) -> bool:
    """Whether the paragraph, the first sentence-like one below the headline, sums the report up instead of opening it.

    `after_headline` are the paragraphs between headline and it. A standfirst is one short sentence in headline style,
    set apart from the text by a byline, credit or date line, and its words come back in the paragraphs behind it.
    """
    here = paragraphs[index]
    following = [p for p in paragraphs[index + 1 : index + 5] if p.label is Label.PROSE]
    if here.size > _LONGEST_STANDFIRST or here.size < 5 or not following or _sentences(here.text) > 2:
        return False
    next_index = next(i for i in range(index + 1, len(paragraphs)) if paragraphs[i] is following[0])
    between = {p.label for p in paragraphs[index + 1 : next_index]}
    points = 0.0
    points += 2.0 if between & {Label.BYLINE, Label.DATED, Label.CREDIT} else 0.0
    points += 0.5 if any(p.label is Label.CREDIT for p in after_headline) else 0.0
    points += 1.0 if _telegraphic(here.text) else -0.5
    points += 0.5 if following[0].size > 1.3 * here.size else 0.0
    points += 1.0 if not is_sentence(here.text) else 0.0
    points -= 1.5 if re.search(r"\bsaid\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", here.text, re.I) else 0.0
    points -= 1.0 if here.text[0] in "\"“'‘" else 0.0
    return points >= 1.5 and _shared(here, " ".join(p.key for p in following)) >= 0.3


def content_words(key: str) -> list[str]:
    """The words of a paragraph's key that tell its subject."""
    return [word for word in key.split() if word not in FUNCTION_WORDS and len(word) > 2]


def _topmost(paragraphs: Sequence[Paragraph], scores: dict[int, float], best: int) -> int:
    """The best line, or a shorter one right above it that could be the headline: the best is the standfirst then."""
    above = best - 1
    if above not in scores or paragraphs[above].size > paragraphs[best].size:
        return best
    kicker = paragraphs[above].text.isupper() and not paragraphs[best].text.isupper()
    if kicker or paragraphs[above].size < _KICKER:
        return best
    best_ends = is_sentence(paragraphs[best].text) and not is_sentence(paragraphs[above].text)
    return above if scores[above] >= (_ENOUGH_ABOVE_SENTENCE if best_ends else _ENOUGH_ABOVE) else best


def _titled(paragraphs: Sequence[Paragraph], title: str) -> int | None:
    """The last paragraph that is the title, or nearly."""
    wanted = " ".join(word.casefold() for word in words_of(title))
    for index in range(len(paragraphs) - 1, -1, -1):
        key = paragraphs[index].key
        if key and (key == wanted or (len(key) > 0.5 * len(wanted) and wanted.startswith(key))):
            return index
    return None


def _score(paragraphs: Sequence[Paragraph], index: int, body_start: int) -> float:
    here = paragraphs[index]
    said = (p.key for p in paragraphs[body_start : body_start + 30] if p.label is Label.PROSE)
    body = frozenset(" ".join(said).split())
    content = content_words(here.key)
    if not content:
        return -1.0
    shared = sum(word in body or word.rstrip("s") in body for word in content) / len(content)
    near = range(max(0, body_start - _FARTHEST), min(len(paragraphs), body_start + _FARTHEST))
    others = [paragraphs[i].key for i in near if i != index and paragraphs[i].label is not Label.FURNITURE]
    containing = sum(here.key in key for key in others)
    holding = any(key in here.key and key != here.key and len(key.split()) >= 4 for key in others)
    between = [p for p in paragraphs[index + 1 : body_start] if p.label in (Label.SHORT, Label.PROSE)]
    score = 2.5 * shared * min(1.0, len(content) / 4) + 0.1 * min(here.size, 12)
    score += 1.2 if containing and here.size >= 4 else 0.0
    score -= 1.5 if holding else 0.0  # "Home Latest News <the headline>", "<the headline> | The Paper"
    score -= 0.15 * len(between)
    score -= 0.4 if is_sentence(here.text) else 0.0
    score += _SITE_BEHIND if site_suffix(here.text) else 0.0
    score += (
        _BYLINE_BELOW if any(p.label in (Label.BYLINE, Label.DATED) for p in paragraphs[index + 1 : index + 4]) else 0.0
    )
    return score


def _opens_with_title(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the first running text is a headline, as in a text file that holds the report only."""
    here = paragraphs[index]
    following = [p for p in paragraphs[index + 1 : index + 4] if p.label is Label.PROSE]
    if not following or here.opens or here.size > 24 or _sentences(here.text) > 1 or here.text[0] in '"“':
        return False
    words = [word for word in words_of(here.text) if word.casefold() not in FUNCTION_WORDS]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words) / max(1, len(words))
    points = 2.0 if not is_sentence(here.text) else 0.0
    points += 2.0 if capitals >= 0.75 and len(words) >= 3 and not _all_capitals(paragraphs) else 0.0
    points += 1.0 if here.text.isupper() and not _all_capitals(paragraphs) else 0.0
    points += 1.0 if index + 1 < len(paragraphs) and paragraphs[index + 1].label in (Label.BYLINE, Label.DATED) else 0.0
    points += 0.5 if following[0].size > 1.4 * here.size else 0.0
    points += 1.0 if index == 0 and here.size <= 15 else 0.0
    points += 1.0 if _shared(here, " ".join(p.key for p in following)) >= 0.4 else 0.0
    points -= 2.0 if _REPORTED.search(here.text) else 0.0
    points -= 1.0 if re.match(r"(?:An?|It|They|He|She|We|I|There|This|Mr|Mrs)\b", here.text) else 0.0
    return points >= 2.0


def _all_capitals(paragraphs: Sequence[Paragraph]) -> bool:
    return sum(p.text.isupper() for p in paragraphs) > 0.8 * len(paragraphs)


def _telegraphic(text: str) -> bool:
    """Headline style: hardly an article, and the present tense."""
    words = [word.casefold() for word in words_of(text)]
    articles = sum(word in ("the", "a", "an") for word in words)
    return (
        articles <= 0.06 * len(words)
        or re.search(r"\b(?:says?|claims?|kills?|leaves|blames?|vows?)\b", text) is not None
    )


def _sentences(text: str) -> int:
    return 1 + len(re.findall(r"[.!?][\"”’)]*\s+[\"“‘(]*[A-ZÀ-Þ]", text))


def _shared(here: Paragraph, following: str) -> float:
    content = content_words(here.key)
    there = frozenset(following.split())
    return sum(word in there or word.rstrip("s") in there for word in content) / max(1, len(content))
