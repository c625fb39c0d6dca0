"""Small PDF files, written by hand, for the tests."""

from __future__ import annotations

from collections.abc import Sequence

Line = tuple[int, int, str]
"""x and y in points from the bottom left, and the words."""


def pdf(pages: Sequence[Sequence[Line]], trailer: str = "") -> bytes:
    """A PDF with a text layer: a font, and each page's lines where they are put."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids: list[int] = []
    for lines in pages:
        shown = "".join(f"BT /F1 11 Tf {x} {y} Td ({_escaped(words)}) Tj ET\n" for x, y, words in lines)
        stream = shown.encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    listed = " ".join(f"{kid} 0 R" for kid in kids).encode()
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids))
    return _file(objects, trailer)


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out = b"%PDF-1.4\n"
    offsets: list[int] = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return out


LOCKED = "/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>]".format(
    "41" * 32
)
"""A trailer that says that a password is needed: neither hash belongs to the empty one."""
