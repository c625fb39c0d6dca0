"""One spelling for look-ups: what differs only in accents, apostrophes, hyphens or case becomes the same."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_DROPPED = re.compile(r"['`\".,\u2018\u2019\u02bb\u02bc\u02be\u02bf]")
_PARTING = re.compile(r"[^a-z0-9]+")
_SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def fold_afresh(name: str) -> str:
    """`fold` without its memory, for names by the million that come once."""
    plain = anyascii(name.replace("&", " and ")) if not name.isascii() else name.replace("&", " and ")
    words = _PARTING.sub(" ", _DROPPED.sub("", plain.lower())).split()
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower-case ASCII words parted by single blanks; "Sévaré" and "Sevare", "Tall ʿAfar" and "Tall Afar" are one.

    Full stops and apostrophes vanish ("U.S." is "us"), hyphens part words, "Saint" is "st" as "St." is, "&" is "and".
    Other scripts are transliterated letter by letter, so "Донецк" meets "Donetsk".
    """
    return fold_afresh(name)
