import pytest

from hearsay.neural.shapes import Shape, shape_of


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("army", Shape.LOWER),
        ("Army", Shape.TITLE),
        ("FMLN", Shape.UPPER),
        ("A", Shape.LETTER),
        ("McKay", Shape.MIXED),
        ("U.S.", Shape.DOTTED),
        ("1,200", Shape.DIGITS),
        ("5th", Shape.ALPHANUMERIC),
        ("—", Shape.PUNCTUATION),
        ("大阪", Shape.UNCASED),
    ],
)
def test_shapes(word: str, shape: Shape) -> None:
    assert shape_of(word) is shape
