"""One spelling for look-ups: what differs only in accents, apostrophes, hyphens or case becomes the same."""

from __future__ import annotations

from functools import lru_cache

from anyascii import anyascii

_DROPPED = "'`\".,"
_SPELLING: dict[int, str | None] = {code: " " for code in range(128) if not chr(code).isalnum()}
_SPELLING |= {ord(mark): None for mark in _DROPPED} | {ord("&"): " and "}
_SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def fold_afresh(name: str) -> str:
    """`fold` without its memory, for names by the million that come once."""
    plain = (name if name.isascii() else anyascii(name)).lower()
    if plain.isalpha():
        return _SHORT_FORMS.get(plain, plain)
    words = plain.translate(_SPELLING).split()
    return " ".join([_SHORT_FORMS.get(word, word) for word in words])


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower-case ASCII words parted by single blanks; "Sévaré" and "Sevare", "Tall ʿAfar" and "Tall Afar" are one.

    Full stops and apostrophes vanish ("U.S." is "us"), hyphens part words, "Saint" is "st" as "St." is, "&" is "and".
    Other scripts are transliterated letter by letter, so "Донецк" meets "Donetsk".
    """
    return fold_afresh(name)
