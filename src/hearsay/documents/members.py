"""The bytes of a WARC file, compressed or not, read forward with a limit on what they expand to.

A compressed WARC holds a gzip member a record (or one for all). When a member is broken the reader says so once, and
goes on at the next member that can be found.
"""

from __future__ import annotations

import zlib
from typing import BinaryIO

from hearsay.errors import TooLargeError

_MAGIC = b"\x1f\x8b\x08"
_PIECE = 65_536
_HEADROOM = 50_000_000  # bytes that any file may expand to


class BrokenMemberError(Exception):
    """A gzip member that does not expand, or is cut off; `skip` goes on behind it."""


class Expanded:
    """A compressed stream as the bytes that it expands to: `read`, `readline` and `tell`, as warcio asks for them.

    Raises (while reading):
        BrokenMemberError: at a broken member.
        TooLargeError: when more has come out than `times` the size of what went in, and 50 MB.
    """

    def __init__(self, stream: BinaryIO, source: str, times: int) -> None:
        self._stream = stream
        self._source = source
        self._times = times
        self._engine = zlib.decompressobj(31)
        self._rest = b""  # read, not expanded yet
        self._ready = b""  # expanded, not given out yet
        self._begun = False  # a member is open
        self._taken = 0
        self._given = 0
        self._expanded = 0

    def tell(self) -> int:
        """Expanded bytes given out so far."""
        return self._given

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes, all that is left when it is negative; empty at the end."""
        while (size < 0 or len(self._ready) < size) and self._fill():
            pass
        return self._give(len(self._ready) if size < 0 else size)

    def readline(self, size: int = -1) -> bytes:
        """Up to and with the next line feed, `size` bytes at most."""
        while b"\n" not in self._ready and (size < 0 or len(self._ready) < size) and self._fill():
            pass
        end = self._ready.find(b"\n") + 1 or len(self._ready)
        return self._give(end if size < 0 else min(end, size))

    def skip(self) -> None:
        """Goes on at the next member."""
        self._ready = b""
        self._engine = zlib.decompressobj(31)
        window = self._rest[1:]
        while True:
            found = window.find(_MAGIC)
            if found >= 0:
                self._rest = window[found:]
                return
            more = self._take()
            if not more:
                self._rest = b""
                return
            window = window[-2:] + more

    def _give(self, size: int) -> bytes:
        given, self._ready = self._ready[:size], self._ready[size:]
        self._given += len(given)
        return given

    def _take(self) -> bytes:
        piece = self._stream.read(_PIECE)
        self._taken += len(piece)
        return piece

    def _fill(self) -> bool:
        """Expands a piece more; False at the end."""
        self._rest = self._rest or self._take()
        if not self._rest:
            if self._begun:
                self._begun = False
                raise BrokenMemberError("is cut off")
            return False
        try:
            out = self._engine.decompress(self._rest, _PIECE)
        except zlib.error as error:
            self._begun = False
            raise BrokenMemberError("does not expand") from error
        self._begun = not self._engine.eof
        if self._engine.eof:
            self._rest = self._engine.unused_data.lstrip(b"\0")
            self._engine = zlib.decompressobj(31)
        else:
            self._rest = self._engine.unconsumed_tail
        self._ready += out
        self._count(len(out))
        return True

    def _count(self, size: int) -> None:
        self._expanded += size
        if self._expanded > self._times * self._taken + _HEADROOM:
            raise TooLargeError(
                f"{self._source}: expands to more than {self._times} times its size, as a decompression bomb does; "
                "the rest of it was not read"
            )


def is_compressed(head: bytes) -> bool:
    """Whether a file begins as gzip does."""
    return head.startswith(_MAGIC)
