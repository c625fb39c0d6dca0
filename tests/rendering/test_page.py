"""The page: every field leads to its words and back, and nothing in a report can run."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from tests.golden.harbour import harbour

from hearsay.records.document import Block, BlockKind
from hearsay.records.reading import Reading
from hearsay.records.span import Span
from hearsay.records.statement import Speech
from hearsay.rendering.page import page
from hearsay.views import view

ATTACK = "document.documentElement.setAttribute('owned',1)"
HOSTILE = (
    f"<script>{ATTACK}</script>",
    f"</style><script>{ATTACK}</script>",
    f"<img src=x onerror={ATTACK}>",
    f'" onmouseover="{ATTACK}',
    f"javascript:{ATTACK}",
    "{{ 7 * 7 }}{% for x in y %}",
    f"<svg/onload={ATTACK}>",
    f"<!-- --><iframe srcdoc='<script>{ATTACK}</script>'>",
    f"&lt;script&gt;{ATTACK}&lt;/script&gt;",
    "\u202egnp.exe\x00\x1b[31m\x85",
    "]]><meta http-equiv=refresh content='0;url=//evil.example'>",
)
VOID = {"meta", "br", "link", "img", "input", "hr"}


class Outline(HTMLParser):
    """The elements of a page, checked to be properly nested, with their attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        where = self.open[-1] if self.open else ""
        {"script": self.scripts, "style": self.styles}.get(where, self.text).append(data)

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.elements if attribute in attrs]


def hostile() -> Reading:
    """The example with hostile strings in every field that a report's words reach."""
    reading = harbour()
    text = "\n".join(HOSTILE)
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in HOSTILE]
    document = replace(
        reading.document,
        text=text,
        url=f"javascript:{ATTACK}",
        agency=HOSTILE[0],
        outlet=HOSTILE[2],
        author=HOSTILE[3],
        blocks=tuple(
            Block(kind=BlockKind.HEADLINE if index == 0 else BlockKind.BODY, span=span)
            for index, span in enumerate(spans)
        ),
    )
    statements = tuple(
        replace(
            statement,
            evidence=(spans[index % len(spans)],),
            speakers=tuple(
                replace(who, actor=None, name=HOSTILE[index % 11], role=HOSTILE[1], channel=HOSTILE[3])
                for who in statement.speakers
            ),
            content=Speech(span=spans[0]) if isinstance(statement.content, Speech) else statement.content,
        )
        for index, statement in enumerate(reading.statements)
    )
    incidents = tuple(
        replace(
            incident,
            kind=HOSTILE[6],
            time=HOSTILE[3],
            weapon=HOSTILE[2],
            tolls=tuple((effect, replace(toll, as_reported=HOSTILE[0])) for effect, toll in incident.tolls),
            perpetrators=tuple(replace(said, support=HOSTILE[0]) for said in incident.perpetrators),
        )
        for incident in reading.incidents
    )
    return replace(
        reading,
        document=document,
        statements=statements,
        incidents=incidents,
        times=(),
        actors=tuple(replace(actor, name=HOSTILE[1], names=HOSTILE, mentions=(spans[0],)) for actor in reading.actors),
        places=tuple(replace(place, name=HOSTILE[7], mentions=(spans[7],)) for place in reading.places),
        relations=tuple(replace(each, qualifier=HOSTILE[3], object=HOSTILE[0]) for each in reading.relations),
        notes=HOSTILE,
    )


def test_every_jump_lands() -> None:
    outline = Outline(page([view(harbour()), view(harbour())]))
    anchors = outline.values("id")
    assert len(anchors) == len(set(anchors))
    links = outline.values("href")
    assert len(links) > 100
    assert [link for link in links if link.removeprefix("#") not in anchors] == []


def test_every_field_with_words_leads_to_them_and_back() -> None:
    text = page([view(harbour())])
    for key, words in {"r1-i1-1": "late on Tuesday", "r1-i1-5": "at least 19 people", "r1-i2-5": "Coastal"}.items():
        assert f'href="#{key}-w" data-f="{key}"' in text
        assert re.search(rf'id="{key}-w"></span>\s*<a href="#r1-i\d-\d"[^>]*>{words}', text), key


def test_what_a_reader_must_not_miss_is_said_in_words() -> None:
    text = page([view(harbour())])
    assert "6 <i>denied</i>" in text
    assert "9 <i>possible</i>" in text
    assert 'aria-label="statement 6, denied"' in text


def test_nothing_in_a_report_becomes_markup() -> None:
    plain, outline = Outline(page([view(harbour())])), Outline(page([view(hostile())]))
    folded = {"details", "summary"}  # the actors that are mentioned only; the harbour has none
    assert {tag for tag, _ in outline.elements} - folded == {tag for tag, _ in plain.elements}
    assert {name for _, attrs in outline.elements for name in attrs} <= {
        name for _, attrs in plain.elements for name in attrs
    }
    assert all(link.startswith("#r1") for link in outline.values("href"))
    assert outline.scripts == plain.scripts
    assert outline.styles == plain.styles
    assert f"<script>{ATTACK}</script>" in "".join(outline.text)
    assert "{{ 7 * 7 }}" in "".join(outline.text)


def test_no_control_character_reaches_the_page() -> None:
    text = page([view(hostile())])
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_the_policy_allows_its_own_style_and_script_and_nothing_else() -> None:
    outline = Outline(page([view(harbour())]))
    (policy,) = [value for value in outline.values("content") if value.startswith("default-src")]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == directives["base-uri"] == directives["form-action"] == "'none'"
    for name, parts in (("script-src", outline.scripts), ("style-src", outline.styles)):
        digest = base64.b64encode(hashlib.sha256("".join(parts).encode()).digest()).decode()
        assert directives[name] == f"'sha256-{digest}'"


def test_the_page_needs_nothing_from_elsewhere() -> None:
    outline = Outline(page([view(harbour())]))
    assert not {"src", "srcset", "style", "onclick", "action"} & {
        name for _, attrs in outline.elements for name in attrs
    }
    assert not re.search(r"url\(|@import|https?://", "".join(outline.styles + outline.scripts))


def test_the_reports_text_stands_on_the_page_in_full() -> None:
    shown = re.sub(r"<a class=\"mark\".*?</a>", "", page([view(harbour())]))
    plain = " ".join("".join(Outline(shown).text).split())
    for block in harbour().document.blocks:
        assert " ".join(block.span.of(harbour().document.text).split()) in plain


def test_a_reading_with_nothing_in_it_says_so() -> None:
    empty = replace(harbour(), statements=(), incidents=(), relations=(), actors=(), places=(), times=(), notes=())
    text = page([view(empty)])
    assert "No incident found." in text
    assert "No relation found." in text
