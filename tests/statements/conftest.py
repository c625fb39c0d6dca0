"""The shipped model, loaded once for the tests of this folder."""

from __future__ import annotations

import pytest

from hearsay.analyses.analyse import ReportAnalyser


@pytest.fixture(scope="session")
def analyser() -> ReportAnalyser:
    return ReportAnalyser()
