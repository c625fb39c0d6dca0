"""Plain text, kept exactly as decoded."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.documents.base import DocumentOptions, Format, PageFacts, Raw
from hearsay.documents.compose import compose, too_long
from hearsay.documents.encodings import decode
from hearsay.documents.receive import all_bytes
from hearsay.records.document import Document
from hearsay.records.failure import Failure

_WIDEST = 4  # bytes a character, in any encoding read


class _Text:
    """Whatever is text; asked last."""

    name = "text"

    def recognises(self, raw: Raw) -> bool:
        return True

    def documents(self, raw: Raw, options: DocumentOptions) -> Iterator[Document | Failure]:
        if raw.size is not None and raw.size > _WIDEST * options.max_characters:
            raise too_long(raw.source, options)
        decoded = decode(all_bytes(raw, options), raw.source, raw.charset)
        yield compose(decoded.text, raw.source, options, PageFacts(url=raw.url, notes=decoded.notes))


FORMAT: Format = _Text()
