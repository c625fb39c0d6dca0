"""The notation that the rules of the grammar are written in, and the chart that applies them.

A pattern is a row of symbols parted by spaces:

    MONTH       a lexeme that may be a month
    'of|in'     one of these words or marks, literally
    date        whatever the rules of the category `date` find
    x?          x, or nothing

A rule builds a meaning from what its symbols found. All readings of a category are kept, one for each place where
one can end (the first rule in the table wins a tie), so the longest can be chosen outside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay.analyses.times.lexing import Lexeme
from hearsay.analyses.times.meaning import Meaning, Piece


@dataclass(frozen=True, slots=True)
class Found:
    """What one symbol found: its name, its lexemes `[first, last)`, and the value or meaning."""

    symbol: str
    first: int
    last: int
    value: int | str | Meaning


FUNCTION_WORDS = frozenset(
    """of and or in on at to by for from with as was were is are be had has have when while that which who whom after
    before until till since during the a an this his her its their he she it they but than through into near against
    where would could will may might did do not also there then began saw came""".split()
)
"""Words that are no noun and do not stand before one that a time could qualify."""


class Match:
    """What the symbols of a rule found, by name, for the rule's builder."""

    __slots__ = ("_found", "following", "last", "preceding")

    def __init__(self, found: Sequence[Found], last: int, preceding: tuple[str, ...], following: str) -> None:
        self._found = found
        self.last = last
        self.preceding = preceding  # the two lexemes before it, lower case
        self.following = following  # the next lexeme, lower case, or "" at the end of the sentence

    def _get(self, symbol: str, nth: int) -> Found | None:
        named = [item for item in self._found if item.symbol == symbol]
        return named[nth] if -len(named) <= nth < len(named) else None

    def number(self, symbol: str, nth: int = 0) -> int:
        """The whole number that the symbol found."""
        item = self._get(symbol, nth)
        if item is None or not isinstance(item.value, int):
            raise LookupError(f"the rule has no number {symbol!r}")
        return item.value

    def maybe(self, symbol: str, nth: int = 0) -> int | None:
        """As `number`, but None when the optional symbol found nothing."""
        item = self._get(symbol, nth)
        return item.value if item is not None and isinstance(item.value, int) else None

    def string(self, symbol: str, nth: int = 0) -> str:
        """The text that the symbol stands for."""
        item = self._get(symbol, nth)
        return str(item.value) if item is not None else ""

    def word(self, nth: int = 0) -> str:
        """The nth literal word, lower case; empty when the rule matched fewer."""
        item = self._get("word", nth)
        return str(item.value) if item is not None else ""

    def has(self, symbol: str) -> bool:
        """True when the optional symbol found something."""
        return self._get(symbol, 0) is not None

    def has_nth(self, symbol: str, nth: int) -> bool:
        """True when the symbol found something at least `nth + 1` times."""
        return self._get(symbol, nth) is not None

    def said(self, word: str) -> bool:
        """True when this literal word is among those matched."""
        return any(item.symbol == "word" and item.value == word for item in self._found)

    def meaning(self, symbol: str, nth: int = 0) -> Meaning:
        """The meaning that a category found."""
        item = self._get(symbol, nth)
        if item is None or isinstance(item.value, int | str):
            raise LookupError(f"the rule has no meaning {symbol!r}")
        return item.value

    def piece(self, symbol: str, nth: int = 0, meaning: Meaning | None = None) -> Piece:
        """The meaning with its place; `meaning` replaces it where a terminal alone has none."""
        item = self._get(symbol, nth)
        if item is None:
            raise LookupError(f"the rule has no piece {symbol!r}")
        value = meaning if meaning is not None else self.meaning(symbol, nth)
        return Piece(first=item.first, last=item.last, meaning=value)

    @property
    def modifies(self) -> bool:
        """True when what follows is a noun or its like, so that the expression stands before it as an adjective."""
        return self.following.isalpha() and self.following not in FUNCTION_WORDS


Builder = Callable[[Match], Meaning | None]


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol of a pattern. `words` are the choices of a literal; a terminal is a lexeme's kind."""

    name: str
    words: frozenset[str]
    optional: bool
    is_literal: bool
    is_terminal: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: a pattern of a category, and how its meaning is built (None: it does not apply after all)."""

    name: str
    category: str
    symbols: tuple[Symbol, ...]
    build: Builder


def rule(name: str, category: str, pattern: str, build: Builder) -> Rule:
    """A rule from its written pattern."""
    return Rule(name, category, tuple(_symbol(piece) for piece in pattern.split()), build)


def _symbol(written: str) -> Symbol:
    optional = written.endswith("?") and written != "?"
    body = written[:-1] if optional else written
    if body.startswith("'"):
        return Symbol("word", frozenset(body[1:-1].split("|")), optional, True, False)
    return Symbol(body, frozenset(), optional, False, body.isupper())


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a category from one place: where it ends, what it means, and the rule that said so."""

    last: int
    meaning: Meaning
    rule: str


KEPT = 50_000
"""How many answers to "which rules may this word open" a grammar remembers."""


class Grammar:
    """Rules, indexed by category and by what may stand first."""

    def __init__(self, rules: Iterable[Rule], top: str) -> None:
        self.top = top
        self.rules: dict[str, tuple[Rule, ...]] = {}
        for item in rules:
            self.rules[item.category] = (*self.rules.get(item.category, ()), item)
        self._openings = {item: self._opening(item.symbols, frozenset()) for item in self._all()}
        self._known: dict[tuple[str, str, tuple[str, ...]], tuple[Rule, ...]] = {}

        self.words = frozenset(word for item in self._all() for symbol in item.symbols for word in symbol.words)
        """All the words that rules name."""
        self._alone: dict[str, bool] = {}

    def stands_alone(self, lexeme: Lexeme) -> bool:
        """True when the word by itself is an expression, like "yesterday"."""
        known = self._alone.get(lexeme.lower)
        if known is None:
            known = self._alone[lexeme.lower] = bool(Chart(self, [lexeme]).readings(self.top, 0))
        return known

    def _all(self) -> Iterator[Rule]:
        for listed in self.rules.values():
            yield from listed

    def _opening(self, symbols: tuple[Symbol, ...], seen: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The kinds and the words that a row of symbols may begin with."""
        kinds: set[str] = set()
        words: set[str] = set()
        for symbol in symbols:
            if symbol.is_literal:
                words |= symbol.words
            elif symbol.is_terminal:
                kinds.add(symbol.name)
            elif symbol.name not in seen:
                for item in self.rules[symbol.name]:
                    more = self._opening(item.symbols, seen | {symbol.name})
                    kinds |= more[0]
                    words |= more[1]
            if not symbol.optional:
                break
        return frozenset(kinds), frozenset(words)

    def rules_for(self, category: str, lexeme: Lexeme) -> tuple[Rule, ...]:
        """The rules of a category that a lexeme may open."""
        key = (category, lexeme.lower if lexeme.is_word or not lexeme.kinds else "0", tuple(lexeme.kinds))
        known = self._known.get(key)
        if known is None:
            known = tuple(item for item in self.rules[category] if self._may_open(item, lexeme))
            if len(self._known) < KEPT:
                self._known[key] = known
        return known

    def _may_open(self, item: Rule, lexeme: Lexeme) -> bool:
        kinds, words = self._openings[item]
        return lexeme.lower in words or not kinds.isdisjoint(lexeme.kinds)


class Chart:
    """One sentence under a grammar. Readings are worked out once for each category and place."""

    def __init__(self, grammar: Grammar, lexemes: Sequence[Lexeme]) -> None:
        self._grammar = grammar
        self._lexemes = lexemes
        self._known: dict[tuple[str, int], Mapping[int, Reading]] = {}

    def expressions(self, at: int) -> list[Reading]:
        """The expressions that begin at a lexeme, the longest first."""
        if not self._is_worth_trying(at):
            return []
        readings = self.readings(self._grammar.top, at)
        return [readings[last] for last in sorted(readings, reverse=True)]

    def _is_worth_trying(self, at: int) -> bool:
        """False for "the" and its like before a word that no rule knows: most of a text."""
        lexeme = self._lexemes[at]
        if lexeme.kinds:
            return True
        if lexeme.lower not in self._grammar.words:
            return False
        behind = self._lexemes[at + 1] if at + 1 < len(self._lexemes) else None
        if behind is not None and (behind.kinds or behind.lower in self._grammar.words):
            return True
        return self._grammar.stands_alone(lexeme)

    def readings(self, category: str, at: int) -> Mapping[int, Reading]:
        """Every reading of the category from a lexeme, by where it ends."""
        known = self._known.get((category, at))
        if known is not None:
            return known
        found: dict[int, Reading] = {}
        self._known[category, at] = found
        if at < len(self._lexemes):
            for item in self._grammar.rules_for(category, self._lexemes[at]):
                for match in self._matches(item, at):
                    if match.last not in found and (meaning := item.build(match)) is not None:
                        found[match.last] = Reading(match.last, meaning, item.name)
        return found

    def _matches(self, item: Rule, at: int) -> Iterator[Match]:
        for found, last in self._rows(item.symbols, 0, at):
            if last > at:
                following = self._lexemes[last].lower if last < len(self._lexemes) else ""
                preceding = tuple(lexeme.lower for lexeme in self._lexemes[max(0, at - 2) : at])
                yield Match(found, last, preceding, following)

    def _rows(self, symbols: tuple[Symbol, ...], k: int, at: int) -> Iterator[tuple[tuple[Found, ...], int]]:
        if k == len(symbols):
            yield (), at
            return
        symbol = symbols[k]
        for found in self._one(symbol, at):
            for rest, last in self._rows(symbols, k + 1, found.last):
                yield (found, *rest), last
        if symbol.optional:
            yield from self._rows(symbols, k + 1, at)

    def _one(self, symbol: Symbol, at: int) -> Iterator[Found]:
        if at >= len(self._lexemes):
            return
        lexeme = self._lexemes[at]
        if symbol.is_literal:
            if lexeme.lower in symbol.words:
                yield Found("word", at, at + 1, lexeme.lower)
        elif symbol.is_terminal:
            if symbol.name in lexeme.kinds:
                yield Found(symbol.name, at, at + 1, lexeme.kinds[symbol.name])
        else:
            for reading in tuple(self.readings(symbol.name, at).values()):
                yield Found(symbol.name, at, reading.last, reading.meaning)
