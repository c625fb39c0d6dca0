"""The exception tree. A message says what, the value, where, and the way out.

HearsayError
├── UsageError          the user's mistake: an option, a date, a path that is not there
│   └── ChangedError        somebody else was faster: what was decided on is no longer what was shown
├── InputError          the input is bad: the message names the file or address and the way out
│   ├── UnreadableError     noise, broken or unsupported files
│   ├── EmptyError          nothing in it to read
│   ├── LanguageError       not in English
│   ├── TooLargeError       over a stated limit (size, expansion)
│   └── FetchError          an address that cannot or must not be fetched
├── StoreError          the store cannot be opened, migrated or written
└── ContractError       our bug: a record that breaks its own contract
"""

from __future__ import annotations


class HearsayError(Exception):
    """Any error that hearsay raises on purpose."""


class UsageError(HearsayError):
    """The user asked for something that cannot be done as asked."""


class ChangedError(UsageError):
    """A decision is on something that has changed since the person saw it; nothing is written over."""


class InputError(HearsayError):
    """The input cannot be read as a report."""


class UnreadableError(InputError):
    """Noise, or a file that is broken or of a kind that is not read."""


class EmptyError(InputError):
    """There is nothing in the input to read."""


class LanguageError(InputError):
    """The report is not in English."""


class TooLargeError(InputError):
    """The input is larger, or expands to more, than the stated limit."""


class FetchError(InputError):
    """An address that cannot, or for safety must not, be fetched."""


class StoreError(HearsayError):
    """The store cannot be opened, migrated, read or written."""


class ContractError(HearsayError):
    """A record breaks its own contract: a bug in hearsay, not in the input."""
