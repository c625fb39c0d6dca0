"""All options of a reading, composed of each stage's own."""

from __future__ import annotations

from dataclasses import dataclass, field

from hearsay.analyses.base import AnalysisOptions
from hearsay.documents.base import DocumentOptions
from hearsay.incidents.base import IncidentOptions
from hearsay.statements.base import StatementOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """How reports are read, stage by stage."""

    documents: DocumentOptions = field(default_factory=DocumentOptions)
    analyses: AnalysisOptions = field(default_factory=AnalysisOptions)
    statements: StatementOptions = field(default_factory=StatementOptions)
    incidents: IncidentOptions = field(default_factory=IncidentOptions)
