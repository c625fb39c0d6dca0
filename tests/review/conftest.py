"""The site of the twelve-report story, read by hand, and somebody who looks at it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.storybook import storybook
from tests.review.browsing import Browser

from hearsay.review.site import Site, open_site


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book, made once; tests get copies."""
    return Path(storybook(tmp_path_factory.mktemp("story") / "story.db"))


@pytest.fixture
def site(story: Path, tmp_path: Path) -> Iterator[Site]:
    with open_site(str(shutil.copy(story, tmp_path)), tmp_path) as made:
        yield made


@pytest.fixture
def browser(site: Site) -> Browser:
    return Browser(site)
