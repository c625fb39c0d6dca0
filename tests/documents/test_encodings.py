"""Encodings are detected, text is kept, noise is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.documents.encodings import decode
from hearsay.errors import UnreadableError

TEXT = "The mayor’s office in Sãnta said: “We saw nothing” – and closed its doors.\r\nA café burnt down.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_comes_back_from_common_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x").text == TEXT


def test_latin_1_and_a_declared_encoding() -> None:
    assert decode("Sãnta café".encode("latin-1"), "x").text == "Sãnta café"
    cyrillic = "Русская речь в английском тексте. " * 5
    assert decode(cyrillic.encode("koi8-r"), "x", "koi8-r").text == cyrillic
    assert decode(TEXT.encode("utf-8"), "x", "latin-1").text == TEXT, "what is UTF-8 is UTF-8, whatever is declared"
    assert decode(b"plain words", "x", "no-such-encoding").text == "plain words"


def test_one_broken_letter_is_replaced_and_told() -> None:
    found = decode("naïve café, “said” he. ".encode() * 20 + b"\xff broken", "x")
    assert found.text.endswith("\ufffd broken")
    assert found.notes == ("1 broken characters were replaced while decoding.",)


def test_nul_bytes_between_words_are_kept() -> None:
    assert decode(b"The end.\0\0\0The start of it.", "x").text == "The end.\0\0\0The start of it."


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 20, b"\0" * 500])
def test_noise_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"x\.txt: holds no text"):
        decode(data, "x.txt")


@given(st.text(min_size=1, max_size=200).filter(lambda text: not text.startswith("\ufeff")))
def test_what_is_utf_8_comes_back_or_is_noise(text: str) -> None:
    try:
        assert decode(text.encode("utf-8", "surrogatepass"), "x").text == text
    except UnreadableError:
        return
    except AssertionError:
        assert any("\ud800" <= char <= "\udfff" or char == "\0" for char in text)
