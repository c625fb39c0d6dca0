"""The site's password: kept as its scrypt hash, compared in constant time."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass

from hearsay.errors import UsageError

COST, BLOCK, LANES = 2**15, 8, 1  # 32 MiB and about a tenth of a second a try
MEMORY = 64 * 1024 * 1024
SHORTEST = 10
SCHEME = "scrypt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Password:
    """A password's salt and hash; the password itself is not kept."""

    salt: bytes
    digest: bytes

    def matches(self, given: str) -> bool:
        """Whether this is the password."""
        return hmac.compare_digest(self.digest, _hashed(given, self.salt))

    def __str__(self) -> str:
        """The line that `read_password` takes."""
        return f"{SCHEME}${_text(self.salt)}${_text(self.digest)}"


def new_password(given: str) -> Password:
    """A password to be asked for.

    Raises:
        UsageError: it is too short to keep anybody out.
    """
    if len(given) < SHORTEST:
        raise UsageError(f"the password is shorter than {SHORTEST} characters; take a longer one")
    salt = secrets.token_bytes(16)
    return Password(salt=salt, digest=_hashed(given, salt))


def read_password(line: str) -> Password:
    """The password of a line `scrypt$SALT$HASH`.

    Raises:
        UsageError: the line is none.
    """
    try:
        scheme, salt, digest = line.strip().split("$")
        if scheme != SCHEME:
            raise ValueError(scheme)
        return Password(salt=base64.b64decode(salt, validate=True), digest=base64.b64decode(digest, validate=True))
    except (ValueError, binascii.Error) as error:
        raise UsageError("this is no hash of a password; make one with: hearsay serve --hash-password") from error


def _hashed(given: str, salt: bytes) -> bytes:
    return hashlib.scrypt(given.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=MEMORY)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
