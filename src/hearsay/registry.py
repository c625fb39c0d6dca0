"""The one way in for plugins: a Protocol that they meet, the list of those that ship, and an entry-point group.

A stage that can be extended declares one `Plugins`; a third party adds to it from its own `pyproject.toml`:

    [project.entry-points."hearsay.documents"]
    docx = "my_package.docx:FORMAT"
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, Protocol, TypeVar

from hearsay.errors import UsageError


class Plugin(Protocol):
    """What every plugin has, of whatever stage: the name by which it is asked for."""

    @property
    def name(self) -> str: ...


P = TypeVar("P", bound=Plugin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugins(Generic[P]):
    """The plugins of one stage.

    `group` is the entry-point group, `meets` says whether an object keeps the stage's Protocol (an `isinstance` test
    against a runtime-checkable Protocol), `shipped` are those of hearsay itself, in the order in which they are tried.
    """

    group: str
    meets: Callable[[object], bool]
    shipped: tuple[P, ...]

    def all(self) -> tuple[P, ...]:
        """Installed plugins first, by name, then those that ship: what a user installs, he wants to be asked first.

        Raises:
            UsageError: when an installed plugin does not load, breaks the Protocol, or takes a name twice.
        """
        found = (*(self._load(entry) for entry in _installed(self.group)), *self.shipped)
        names = [plugin.name for plugin in found]
        for name in names:
            if names.count(name) > 1:
                raise UsageError(f"two plugins of {self.group!r} are named {name!r}; uninstall one of them")
        return found

    def named(self, name: str) -> P:
        """The plugin of that name.

        Raises:
            UsageError: when there is none; the message lists those that there are.
        """
        found = self.all()
        for plugin in found:
            if plugin.name == name:
                return plugin
        listed = ", ".join(sorted(plugin.name for plugin in found))
        raise UsageError(f"no {self.group!r} plugin is named {name!r}; there are: {listed}")

    def _load(self, entry: EntryPoint) -> P:
        try:
            plugin = entry.load()
        except Exception as error:  # whatever a third party's module does on import
            raise UsageError(
                f"the plugin {entry.name!r} of {self.group!r} ({entry.value}) does not load: {error}; "
                "mend or uninstall its package"
            ) from error
        if not self.meets(plugin):
            raise UsageError(
                f"the plugin {entry.name!r} of {self.group!r} ({entry.value}) lacks what its Protocol asks for; "
                "mend or uninstall its package"
            )
        loaded: P = plugin
        return loaded


@cache
def _installed(group: str) -> tuple[EntryPoint, ...]:
    return tuple(sorted(entry_points(group=group), key=lambda entry: entry.name))
