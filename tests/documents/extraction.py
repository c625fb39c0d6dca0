"""How well a report is told from its page: F1 of 4-word shingles against bodies marked by people.

The pages are those of github.com/scrapinghub/article-extraction-benchmark, for evaluation only and not in the
repository. `python -m tests.documents.extraction FOLDER` prints the figures for all of them in English.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from hearsay.documents import html
from hearsay.documents.blocks import Layout, layout
from hearsay.documents.language import language_of
from hearsay.documents.page_facts import page_facts
from hearsay.records.document import BlockKind

SHINGLE = 4  # words
_BODY = frozenset({BlockKind.BODY, BlockKind.DATELINE})


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """How often each run of four words occurs; a text of fewer words is one run."""
    words = re.findall(r"\w+", text)
    count = max(1, len(words) - SHINGLE + 1) if words else 0
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(count))


def score(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float]:
    """F1, precision and recall (each the mean over texts, F1 of the two means) of (true body, body found)."""
    precisions: list[float] = []
    recalls: list[float] = []
    for true, found in pairs:
        wanted, got = shingles(true), shingles(found)
        hits = (wanted & got).total()
        precisions.append(hits / got.total() if got else float(not wanted))
        recalls.append(hits / wanted.total() if wanted else 1.0)
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return 2 * precision * recall / (precision + recall), precision, recall


def pages(folder: Path, every: int = 1) -> Iterator[tuple[str, str]]:
    """The English pages of the benchmark: true body and markup; every how many-th."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    english = [name for name in sorted(truth) if language_of(truth[name]["articleBody"]).english]
    for name in english[::every]:
        markup = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        yield truth[name]["articleBody"], markup


def from_page(markup: str) -> str:
    """The body as hearsay reads a page."""
    tree = html.parsed(markup)
    if tree is None:
        return ""
    facts = page_facts(tree, None)
    text = html.article_text(tree, facts)
    return body(text, layout(text, facts.title, taken_out=True))


def from_dump(markup: str) -> str:
    """The body that is found in the page's bare text, menus, comments and all, as in a careless scrape."""
    tree = html.parsed(markup)
    text = html.page_text(tree) if tree is not None else ""
    return body(text, layout(text))


def everything(markup: str) -> str:
    """The page's bare text, for comparison."""
    tree = html.parsed(markup)
    return html.page_text(tree) if tree is not None else ""


def extracted_only(markup: str) -> str:
    """What trafilatura alone takes for the body, for comparison."""
    tree = html.parsed(markup)
    return "\n".join(html.extracted(tree)) if tree is not None else ""


def body(text: str, found: Layout) -> str:
    """The body of a text, with its dateline."""
    return "\n".join(block.span.of(text) for block in found.blocks if block.kind in _BODY)


METHODS: dict[str, Callable[[str], str]] = {
    "page": from_page,
    "dump": from_dump,
    "trafilatura alone": extracted_only,
    "all text": everything,
}


def main(folder: Path) -> None:
    """Prints a line for each method."""
    listed = list(pages(folder))
    for name, method in METHODS.items():
        f1, precision, recall = score((true, method(markup)) for true, markup in listed)
        sys.stdout.write(
            f"{name:18} F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  pages {len(listed)}\n"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
