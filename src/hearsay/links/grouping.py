"""Things joined pair by pair into groups, some of which must stay apart whatever joins them."""

from __future__ import annotations


class Groups:
    """Numbers `0..size-1`, each at first alone. A group is named by its lowest number."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))
        self._apart: dict[int, set[int]] = {}

    def first(self, one: int) -> int:
        """The lowest number of the group."""
        root = one
        while self._up[root] != root:
            root = self._up[root]
        while self._up[one] != root:
            self._up[one], one = root, self._up[one]
        return root

    def together(self, one: int, other: int) -> bool:
        """True when the two are of one group."""
        return self.first(one) == self.first(other)

    def part(self, one: int, other: int) -> None:
        """Keeps the groups of the two apart from now on."""
        one, other = self.first(one), self.first(other)
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def parted(self, one: int, other: int) -> bool:
        """True when something keeps the groups of the two apart."""
        return self.first(other) in self._apart.get(self.first(one), ())

    def join(self, one: int, other: int) -> bool:
        """Makes the two groups one; False, and nothing done, when they are kept apart."""
        low, high = sorted((self.first(one), self.first(other)))
        if low == high:
            return True
        if high in self._apart.get(low, ()):
            return False
        self._up[high] = low
        for apart in self._apart.pop(high, set()):
            self._apart[apart].discard(high)
            self._apart[apart].add(low)
            self._apart.setdefault(low, set()).add(apart)
        return True

    def groups(self) -> dict[int, list[int]]:
        """The members of each group by its lowest number, both in order."""
        found: dict[int, list[int]] = {}
        for one in range(len(self._up)):
            found.setdefault(self.first(one), []).append(one)
        return found
