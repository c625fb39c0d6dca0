"""Headlines In Title Case, given to the reader as the sentences that they are: only names keep their capitals.

With every word a capital, a reader that leans on capitals takes "Army Officer" for a name and "Killed" for a part of
it. Which words are names the report's own text says, where it writes them in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hearsay.vocabulary.nouns import actor_noun, person_role

_TITLED = 0.7  # share of a headline's longer words that begin with a capital
_SHORT = 3  # letters; such words are small in many a style of headline
_FEWEST = 3  # longer words, below which a headline shows no style


def in_sentence_case(sentences: Sequence[Sequence[str]], titles: Sequence[bool]) -> list[list[str]]:
    """The words of each sentence, as many as before; those of a headline in title case are small unless they are names.

    `titles` says which of the sentences stand in a headline.
    """
    texts = [words for words, title in zip(sentences, titles, strict=True) if not title]
    small = {word for words in texts for word in words if word.islower()}
    names = {word.casefold() for words in texts for word in words[1:] if word[:1].isupper()}
    return [
        [words[0], *(_as_said(word, small, names) for word in words[1:])]
        if title and words and _is_title_case(words)
        else list(words)
        for words, title in zip(sentences, titles, strict=True)
    ]


def _is_title_case(words: Iterable[str]) -> bool:
    longer = [word for word in words if len(word) > _SHORT and word.isalpha()]
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) >= _FEWEST and capitals >= _TITLED * len(longer) and not all(word.isupper() for word in longer)


def _as_said(word: str, small: set[str], names: set[str]) -> str:
    lower = word.lower()
    if not word[:1].isupper() or word[1:] != lower[1:] or (lower in names and lower not in small):
        return word
    known = lower in small or actor_noun(lower) is not None or person_role(lower) is not None
    return lower if known else word
