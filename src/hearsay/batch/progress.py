"""How far a batch is, and what it came to."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass

from hearsay.records.failure import Failure

WINDOW = 200  # the rate is that of this many last steps: a run taken up again skips fast and then reads slowly
SHOWN_FAILURES = 100  # a summary holds this many; the store holds all


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a batch stands.

    `files` are sources (files, addresses) gone through, of `expected`; the other counts are of reports: `new` ones
    kept, `changed` ones read anew, `known` ones left alone, `failed` ones (and unreadable sources). `rate` is in
    reports per second of late, `left` in seconds; both None while they cannot be told.
    """

    files: int
    expected: int | None
    new: int
    changed: int
    known: int
    failed: int
    rate: float | None
    left: float | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a batch came to; counts as in `Progress`. `failures` are the first hundred, the store keeps all."""

    files: int
    new: int
    changed: int
    known: int
    failed: int
    failures: tuple[Failure, ...]
    seconds: float
    interrupted: bool


class Tally:
    """Counts while a batch runs."""

    def __init__(self, expected: int | None) -> None:
        self.expected = expected
        self.files = 0
        self.new = 0
        self.changed = 0
        self.known = 0
        self.failed = 0
        self.failures: list[Failure] = []
        self._began = time.monotonic()
        self._steps: deque[tuple[float, int, int]] = deque(maxlen=WINDOW)

    def fail(self, failure: Failure) -> None:
        """Counts a failure."""
        self.failed += 1
        if len(self.failures) < SHOWN_FAILURES:
            self.failures.append(failure)

    def progress(self, source: str) -> Progress:
        """The state after a step."""
        reports = self.new + self.changed + self.known + self.failed
        self._steps.append((time.monotonic(), reports, self.files))
        began, reports_then, files_then = self._steps[0]
        seconds = self._steps[-1][0] - began
        rate = (reports - reports_then) / seconds if seconds > 0 else None
        pace = (self.files - files_then) / seconds if seconds > 0 else 0
        left = None if self.expected is None or pace == 0 else max(0, self.expected - self.files) / pace
        return Progress(
            files=self.files,
            expected=self.expected,
            new=self.new,
            changed=self.changed,
            known=self.known,
            failed=self.failed,
            rate=rate,
            left=left,
            source=source,
        )

    def summary(self, *, interrupted: bool) -> Summary:
        """The end."""
        return Summary(
            files=self.files,
            new=self.new,
            changed=self.changed,
            known=self.known,
            failed=self.failed,
            failures=tuple(self.failures),
            seconds=time.monotonic() - self._began,
            interrupted=interrupted,
        )
