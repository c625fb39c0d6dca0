"""Words: the text cut as UD English-EWT cuts it, since that is what the reader's model was taught on.

Clitics and possessives are words ("did|n't", "army|'s"), so are hyphens inside compounds ("car|-|bomb"), currency
signs and per cent signs ("$|5", "20|%"); abbreviations keep their full stop ("U.S.", "Lt.", "a.m."), numbers their
commas ("1,200"), prefixes their hyphen ("anti-government"). Where a sentence ends is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Ranks, titles, months and the like, whose full stop never ends the word. Matched as written here or in capitals.
_ABBREVIATIONS = """
    Adm Ald Assoc Asst Atty Ave Blvd Brig Bros Capt Cdr Cllr Cmdr Cmdt Co Col Comdr Comdt Corp Cpl Ct Dept Det Dist Dr
    Drs Esq Est Ft Gen Gens Gov Govs Hon Inc Insp Jr Lieut Lt Ltd Maj Messrs Mr Mrs Ms Msgr Mt Mts Ofc Pfc Ph.D Plc
    Pres Prof Profs Pte Pvt Rd Rep Reps Rev Rtd Sen Sens Sgt Spc Spec Sr St Ste Supt Univ Vol WO Jan Feb Apr Jun Jul
    Aug Sep Sept Oct Nov Dec Tues Thurs Calif Conn Fla Ill Mich Minn Okla Penn Tenn Wis Ariz Ark Colo Mass Nev Tex
    al approx ca cf dept div ed eds esp est etc ext incl lb lbs viz vs
"""
# These are words too ("No.", "Mar.", "sat."), so a number must follow.
_BEFORE_NUMBERS = "No Nos Art Arts Sec Fig Figs Mar Mon Tue Wed Thu Fri Sat Sun p pp c ch vol para nos"
# Measured on the training part of EWT: what mostly keeps its hyphen.
_PREFIXES = frozenset(
    "anti co counter e ex extra inter intra mega micro mid mini multi neo non over pan para post pre pro proto pseudo"
    " quasi re semi sub super trans ultra un under uni".split()
)
_DIVIDED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}
_LETTER = r"[^\W\d_]"
_END = r"(?![^\W_])"


def _alternatives(words: str) -> str:
    forms = {form for word in words.split() for form in (word, word.upper())}
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


_WORD = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | [@\#][^\W\d_]\w+
  | (?:[A-Za-z][\w-]*\.)+(?:com|org|net|gov|edu|info|co\.uk){_END}
  | (?<![^\W_])(?:[A-Za-z]\.){{2,}}(?:[A-Za-z]{_END})?
  | (?<![^\W_])(?:{_alternatives(_ABBREVIATIONS)})\.
  | (?<![^\W_])(?:{_alternatives(_BEFORE_NUMBERS)})\.(?=\s?\d)
  | (?<![^\W_'’-])[A-Z]\.(?=[\s-]?[A-Z]|\s?{_LETTER}+\s[A-Z])(?!\s(?:The|He|She|It|They|We|In|But|A|An)\s)
  | \+?\d+(?:-\d+)*-\d{{3,4}}-\d{{4}}{_END} | \d{{3}}-\d{{4}}{_END}
  | \d+(?:[.,:]\d+)*(?=(?:am|pm|AM|PM|km|kg|mph|kph|mm|cm|m|ft|lbs?|bn|mn|k){_END})
  | (?:(?<![^\W_])[.])?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|ST|ND|RD|TH)?{_END}
  | ['’](?:em|til|tis|twas|cause|\d0s|\d\d){_END}
  | ['’](?:[smd]|re|ve|ll|S|RE|VE|LL|D|M){_END}
  | [A-Z]+(?:&[A-Z]+)+{_END}
  | [A-Z]{{1,3}}\$
  | (?:w/out|w/o|b/c)(?![\w/])
  | [^\W_][\u0300-\u036f\u2060]*(?:['’ʼ`]?(?:[^\W_][\u0300-\u036f\u2060]*))*
  | \.{{2,}} | -{{2,}} | [!?]{{2,}} | \*+ | _+ | ={{2,}} | '' | `` | <{{2,}} | >{{2,}}
  | \S
    """,
    re.VERBOSE,
)
_NEGATION = re.compile(r".+?(?=n['’]t$)", re.IGNORECASE)
_CLITIC = re.compile(r".+?(?=['’](?:s|re|ve|ll|d|m)$)", re.IGNORECASE)


def word_spans(text: str) -> list[tuple[int, int]]:
    """The words of `text`, in order, as half-open character offsets; together they cover all but white space."""
    spans: list[tuple[int, int]] = []
    for start, end in _pieces(text):
        if _continues(text, spans, start):
            spans[-2:] = [(spans[-2][0], end)]
        else:
            spans.append((start, end))
    return spans


def _continues(text: str, spans: list[tuple[int, int]], start: int) -> bool:
    """Whether the word at `start` follows a prefix and its hyphen ("anti" and "-")."""
    if len(spans) < 2 or spans[-1][1] != start or text[slice(*spans[-1])] != "-" or not text[start].isalpha():
        return False
    prefix = spans[-2]
    if prefix[1] != spans[-1][0] or text[slice(*prefix)].lower() not in _PREFIXES:
        return False
    return not prefix[0] or not (text[prefix[0] - 1].isalnum() or text[prefix[0] - 1] == "-")


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text):
        start, end = match.span()
        cut = _division(match.group())
        if cut:
            yield start, start + cut
            yield start + cut, end
        else:
            yield start, end


def _division(word: str) -> int:
    """Where a clitic starts inside the word, or 0."""
    if len(word) < 3 or not word[0].isalnum():
        return 0
    divided = _DIVIDED.get(word.lower())
    if divided:
        return divided
    for pattern in (_NEGATION, _CLITIC):
        match = pattern.match(word)
        if match:
            return match.end()
    return 0
