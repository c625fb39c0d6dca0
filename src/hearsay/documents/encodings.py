"""Bytes to text: which encoding, and what noise looks like.

UTF-8 is tried first, then a byte-order mark, the declared encoding and a statistical guess. Text is kept as decoded,
but for a byte-order mark at its start, which belongs to the encoding and not to the text.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

from hearsay.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
_NUL_SHARE_OF_UTF16 = 0.25
MAX_NOISE = 0.02
"""The share of control characters and undecodable bytes above which a text is taken for noise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text, the encoding it was in, and what to tell the user about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, source: str, declared: str | None = None) -> Decoded:
    """The text of `data`.

    Raises:
        UnreadableError: when it is no text, in any encoding that can be told.
    """
    decoded = _by_mark(data) or _as_utf8(data) or _as_wide(data) or _as_declared(data, declared) or _by_guess(data)
    if decoded is None or _is_noise(decoded.text):
        raise UnreadableError(
            f"{source}: holds no text that can be read (binary noise, or an unknown format); "
            "give plain text, HTML, PDF, a feed or a WARC file"
        )
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return Decoded(text=text, encoding=encoding, notes=_replaced(text))
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        broken_off = error.start >= len(data) - 3 and error.reason == "unexpected end of data"
        if error.start > 0 and (broken_off or _mostly_utf8(data)):
            text = data.decode("utf-8", errors="replace")
            return Decoded(text=text, encoding="utf-8", notes=_replaced(text))
        return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes above ASCII are nearly all well-formed UTF-8: one broken letter changes no encoding."""
    sample = data[:_SAMPLE]
    text = sample.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - broken > 4 * broken


def _as_wide(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: every second byte of Latin text is zero."""
    sample = data[:_SAMPLE]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        others = len(sample) - len(zeros)
        if others and zeros.count(0) > _NUL_SHARE_OF_UTF16 * len(sample) and sample.count(0) - zeros.count(0) < 2:
            text = data.decode(encoding, errors="replace")
            return Decoded(text=text, encoding=encoding, notes=_replaced(text))
    return None


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip("\"' ")).name
        # what the web calls Latin-1 is cp1252: browsers read it so, and C1 controls are no text
        name = "cp1252" if name in ("iso8859-1", "ascii") else name
        return Decoded(text=data.decode(name), encoding=name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _by_guess(data: bytes) -> Decoded | None:
    if b"\0" in data[:_SAMPLE]:
        return None
    # in English text bytes above ASCII are quotes, dashes and a few accents: cp1252 wins where it makes good text
    try:
        text = data.decode("cp1252")
        if _is_western(text):
            return Decoded(text=text, encoding="cp1252", notes=_guessed("cp1252"))
    except UnicodeDecodeError:
        pass
    best = from_bytes(data[:_SAMPLE]).best()
    encoding = best.encoding if best else "latin-1"
    try:
        text = data.decode(encoding, errors="replace")
    except LookupError:
        return None
    return Decoded(text=text, encoding=encoding, notes=(*_guessed(encoding), *_replaced(text)))


_WESTERN = frozenset("–—‘’“”•…€£§©®°·«»¡¿½¼¾´ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœŠšŽž\xa0")


def _is_western(text: str) -> bool:
    high = [char for char in text[:_SAMPLE] if char > "\x7f"]
    return len(high) <= max(5, 0.1 * len(text[:_SAMPLE])) and all(char in _WESTERN for char in high)


def _is_noise(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(1 for char in sample if char == "\ufffd" or (char < " " and char not in "\t\n\r\f\v\x1a\0"))
    # NUL bytes stand in some wire texts as padding: they are kept, but a file of little else is noise
    nuls = sample.count("\0")
    return bool(sample) and (odd > MAX_NOISE * len(sample) or nuls > 0.3 * len(sample))


def _guessed(encoding: str) -> tuple[str, ...]:
    return (f"The encoding is not stated and was taken to be {encoding}.",)


def _replaced(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    return (f"{count} broken characters were replaced while decoding.",) if count else ()
