"""Plugins: found by name, shipped or installed, and told plainly when they are broken."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import EntryPoint

import pytest

from hearsay import registry
from hearsay.errors import UsageError
from hearsay.registry import Plugins


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    name: str


ANSWER = Named(name="answer")
WRONG = 42
PLUGINS = Plugins(
    group="hearsay.tests",
    meets=lambda plugin: isinstance(plugin, Named),
    shipped=(Named(name="one"), Named(name="two")),
)


def install(monkeypatch: pytest.MonkeyPatch, *values: str) -> None:
    """Entry points as installed packages declare them."""
    entries = tuple(EntryPoint(name=value.rsplit(":", 1)[-1], value=value, group="hearsay.tests") for value in values)
    monkeypatch.setattr(registry, "_installed", lambda group: entries if group == "hearsay.tests" else ())


def test_shipped_plugins_are_found_by_name() -> None:
    assert PLUGINS.named("two").name == "two"
    assert [plugin.name for plugin in PLUGINS.all()] == ["one", "two"]


def test_an_unknown_name_lists_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="'three'; there are: one, two"):
        PLUGINS.named("three")


def test_installed_plugins_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, "tests.test_registry:ANSWER")
    assert [plugin.name for plugin in PLUGINS.all()] == ["answer", "one", "two"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["tests.test_registry:WRONG"], "lacks what its Protocol asks for"),
        (["tests.no_such_module:X"], "does not load"),
        (["tests.test_registry:ANSWER", "tests.test_registry:ANSWER"], "two plugins"),
    ],
)
def test_broken_plugins_are_told(monkeypatch: pytest.MonkeyPatch, values: list[str], said: str) -> None:
    install(monkeypatch, *values)
    with pytest.raises(UsageError, match=said):
        PLUGINS.all()
