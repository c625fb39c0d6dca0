"""The order of the stages, on one page: document -> analysis -> statements -> incidents."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.analyses.base import Analyser, AnalysisOptions
from hearsay.config import Config
from hearsay.documents.read import read_one, read_text
from hearsay.incidents.assemble import assemble
from hearsay.records.document import Document
from hearsay.records.reading import Reading
from hearsay.statements.extract import extract


def read(source: Path | str, *, published: str | None = None, config: Config | None = None) -> Reading:
    """The reading of the one report in a file or at an address.

    `published` (ISO 8601) outranks the date that the page states.

    Raises:
        UsageError: no such file, several reports in it, or a date that is none.
        InputError: it cannot be read; the subclass and the message say why.
    """
    config = _dated(config or Config(), published)
    return read_document(read_one(source, config.documents), config)


def read_words(words: str, *, published: str | None = None, config: Config | None = None) -> Reading:
    """The reading of a report that is in hand as text. Raises as `read` does."""
    config = _dated(config or Config(), published)
    return read_document(read_text(words, config.documents), config)


def read_document(document: Document, config: Config | None = None) -> Reading:
    """The reading of a document: every stage in its order."""
    config = config or Config()
    analysis = _analyser(config.analyses).analyse(document)
    statements = extract(analysis, config.statements)
    assembly = assemble(analysis, statements, config.incidents)
    return Reading(
        document=document,
        actors=analysis.actors,
        places=(*analysis.places, *assembly.places),
        times=analysis.times,
        statements=assembly.statements,
        incidents=assembly.incidents,
        relations=assembly.relations,
        notes=document.notes,
    )


@lru_cache(maxsize=2)
def _analyser(options: AnalysisOptions) -> Analyser:
    """One analyser a process and set of options: loading the model takes longer than reading a report."""
    return ReportAnalyser(options)


def _dated(config: Config, published: str | None) -> Config:
    if published is None:
        return config
    return replace(config, documents=replace(config.documents, published=published))
