"""Compressed bodies (gzip, deflate, brotli), expanded piece by piece under a limit, so that a bomb is stopped."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator

import brotli

from hearsay.documents.receive import over_limit
from hearsay.errors import UnreadableError

PIECE = 65_536  # bytes put out at a time, however much goes in
_Step = Callable[[bytes], tuple[bytes, bytes]]


def expand(pieces: Iterable[bytes], encodings: str, source: str, limit: int) -> bytes:
    """The body behind the content encodings that a header lists ("gzip", "br", "gzip, br"); unknown ones are refused.

    Raises:
        TooLargeError: when more than `limit` bytes come out of any step.
        UnreadableError: when the bytes are not so encoded, or end too soon.
    """
    for name in reversed([part.strip().lower() for part in encodings.split(",") if part.strip()]):
        if name == "identity":
            continue
        if name in ("gzip", "x-gzip"):
            pieces = _inflated(pieces, source, 31)
        elif name == "deflate":
            pieces = _deflated(pieces, source)
        elif name == "br":
            pieces = _unbrotlied(pieces, source)
        else:
            raise UnreadableError(f"{source}: is compressed as {name!r}, which is not read; save it uncompressed")
        pieces = _limited(pieces, source, limit)
    return b"".join(_limited(pieces, source, limit))


def _limited(pieces: Iterable[bytes], source: str, limit: int) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > limit:
            raise over_limit(source, limit)
        yield piece


def _inflated(pieces: Iterable[bytes], source: str, window: int) -> Iterator[bytes]:
    engine = zlib.decompressobj(window)
    for piece in pieces:
        rest = piece
        while rest and not engine.eof:
            try:
                out = engine.decompress(rest, PIECE)
            except zlib.error as error:
                raise _broken(source) from error
            rest = engine.unconsumed_tail
            if out:
                yield out
    while not engine.eof:
        out = engine.decompress(engine.unconsumed_tail, PIECE)
        if not out:
            raise _broken(source)
        yield out


def _deflated(pieces: Iterable[bytes], source: str) -> Iterator[bytes]:
    """ "deflate" means zlib's framing; some servers send it bare."""
    iterator = iter(pieces)
    first = next(iterator, b"")
    framed = len(first) >= 2 and first[0] & 0x0F == 8 and (first[0] * 256 + first[1]) % 31 == 0
    return _inflated(_chained(first, iterator), source, 15 if framed else -15)


def _chained(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _unbrotlied(pieces: Iterable[bytes], source: str) -> Iterator[bytes]:
    engine = brotli.Decompressor()
    try:
        for piece in pieces:
            yield engine.process(piece, output_buffer_limit=PIECE)
            while not engine.can_accept_more_data() and not engine.is_finished():
                yield engine.process(b"", output_buffer_limit=PIECE)
    except brotli.error as error:
        raise _broken(source) from error
    if not engine.is_finished():
        raise _broken(source)


def _broken(source: str) -> UnreadableError:
    return UnreadableError(f"{source}: is broken or cut off (its compressed body does not expand); fetch it again")
