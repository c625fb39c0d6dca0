"""What could not be read, and why: a bad input in a batch is recorded and shown, and the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that failed. `source` is the path or address as the user would give it, `error` the error's class."""

    source: str
    error: str
    message: str
