"""The titled forms of a person's name, as the report has them, stand among their names."""

from __future__ import annotations

import pytest

from hearsay.analyses.actors.titled import with_titled_forms
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.analysis import Mention, MentionForm
from hearsay.records.span import Span


def _told(text: str, kind: ActorKind, *names: str) -> tuple[str, ...]:
    spans = [Span(at, at + len(name)) for name in names for at in [text.index(name)]]
    actor = Actor(
        id="a", name=names[0], kind=kind, names=names[:1], country=None, registry_id=None, mentions=tuple(spans)
    )
    mentions = [Mention(span=span, head=0, form=MentionForm.NAME, actor="a", by="name") for span in spans]
    (found,) = with_titled_forms(text, [actor], mentions)
    return found.names[1:]


@pytest.mark.parametrize(
    ("text", "names", "forms"),
    [
        ("It was a bomb, said Gen. Anton Brand of the police.", ["Anton Brand"], ("Gen. Anton Brand",)),
        ("Mr. Dara spoke for Osei Dara's men.", ["Osei Dara", "Dara"], ("Mr. Dara",)),
        (
            "On Monday Deputy Interior Minister Mira Lund resigned.",
            ["Mira Lund"],
            ("Deputy Interior Minister Mira Lund",),
        ),
        ("Two men were shot, Osei Dara said.", ["Osei Dara"], ()),
        ("Near Hale Market Osei Dara was shot.", ["Osei Dara"], ()),
    ],
)
def test_titled_forms_are_names_too(text: str, names: list[str], forms: tuple[str, ...]) -> None:
    assert _told(text, ActorKind.PERSON, *names) == forms


def test_of_a_body_there_are_none() -> None:
    assert _told("General Motors left.", ActorKind.OTHER, "Motors") == ()
