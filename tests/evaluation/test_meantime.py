"""MEANTIME's links from a reporting event to what it reports, on an article of our own in its form."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.errors import UsageError
from hearsay.evaluation.base import row
from hearsay.evaluation.meantime import MEASURES, counted, meantime, read_article

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
WORDS = (("Harbour", "closed"), ("The", "mayor", "said", "the", "ferry", "sank", ".", "It", "rained", "."))


@pytest.fixture(scope="module")
def analyser() -> ReportAnalyser:
    return ReportAnalyser()


def article(folder: Path, speaker: str = "2") -> Path:
    tokens, number = [], 0
    for sentence, words in enumerate(WORDS):
        for word in words:
            number += 1
            tokens.append(f'<token number="{number}" sentence="{sentence}" t_id="{number}">{word}</token>')
    marked: dict[str, dict[str, tuple[int, ...]]] = {
        "EVENT_MENTION": {"1": (5,), "3": (8,)},
        "ENTITY_MENTION": {"2": (3, 4), "4": (7,)},
    }
    mentions = [
        f'<{tag} m_id="{name}">' + "".join(f'<token_anchor t_id="{at}"/>' for at in anchors) + f"</{tag}>"
        for tag, of_tag in marked.items()
        for name, anchors in of_tag.items()
    ]
    links = (
        '<SLINK r_id="1"><source m_id="1"/><target m_id="3"/></SLINK>'
        f'<HAS_PARTICIPANT sem_role="Arg0"><source m_id="1"/><target m_id="{speaker}"/></HAS_PARTICIPANT>'
    )
    path = folder / "1_Harbour_closed.xml"
    path.write_text(f"<Document>{''.join(tokens)}{''.join(mentions)}{links}</Document>", encoding="utf-8")
    return path


def test_an_article_is_read_with_its_links_and_the_sentences_that_were_annotated(tmp_path: Path) -> None:
    linked = read_article(article(tmp_path))
    text = linked.document.text
    assert text == "Harbour closed\n\nThe mayor said the ferry sank. It rained."
    (link,) = linked.links
    assert [span.of(text) for part in (link.speaker, link.cue, link.reported) for span in part] == [
        *("The", "mayor", "said", "sank"),
    ]
    assert [span.of(text).strip() for span in linked.read] == ["The mayor said the ferry sank. It rained."]


def test_a_link_is_found_with_its_speaker(tmp_path: Path, analyser: ReportAnalyser) -> None:
    linked = read_article(article(tmp_path))
    counts = counted(linked, analyser.analyse(linked.document))
    scored = row("one", [counts], MEASURES, "links")
    assert [estimate.value for estimate in scored.estimates] == [1.0] * 6


def test_another_speaker_is_a_mistake(tmp_path: Path, analyser: ReportAnalyser) -> None:
    linked = read_article(article(tmp_path, speaker="4"))
    counts = counted(linked, analyser.analyse(linked.document))
    assert (counts["found"], counts["spoken"], counts["misheard"]) == (1.0, 0.0, 1.0)


def test_a_folder_of_no_articles_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "meantime" / "intra-doc_annotation" / "corpus_gm").mkdir(parents=True)
    with pytest.raises(UsageError, match="holds no article of MEANTIME"):
        meantime(tmp_path, "dev")


@pytest.mark.skipif(not (CORPORA / "meantime").is_dir(), reason="MEANTIME is not beside the repository")
def test_meantime_stays_above_its_floors() -> None:
    (scored,) = meantime(CORPORA, "dev").rows
    precision, recall, _, _, speaker, _ = (one.value for one in scored.estimates)
    assert (precision >= 0.79, recall >= 0.62, speaker >= 0.96) == (True,) * 3
