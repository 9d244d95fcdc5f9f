"""Groups of ids under "same" and "different": union-find that never joins what was set apart."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Disjoint groups of ids. The order of calls is the caller's: same calls, same groups.

    >>> groups = Groups(["a", "b", "c"])
    >>> groups.forbid("a", "c")
    >>> groups.join("a", "b"), groups.join("b", "c")
    (True, False)
    >>> groups.members()
    [['a', 'b'], ['c']]
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {i: i for i in ids}
        self._apart: dict[str, set[str]] = {}
        # Representatives of groups of which no two are ever joined.
        self._distinct: set[str] = set()

    def __contains__(self, i: str) -> bool:
        return i in self._parent

    def find(self, i: str) -> str:
        """Return the group's representative: the smallest id in it."""
        root = i
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[i] != root:
            self._parent[i], i = root, self._parent[i]
        return root

    def forbid(self, a: str, b: str) -> None:
        """Set two ids apart for good (nothing happens when they are already together)."""
        ra, rb = self.find(a), self.find(b)
        if ra != rb:
            self._apart.setdefault(ra, set()).add(rb)
            self._apart.setdefault(rb, set()).add(ra)

    def keep_distinct(self, ids: Iterable[str]) -> None:
        """Set ids apart for good, each from every other that it is not together with by now."""
        self._distinct = {self.find(i) for i in ids}

    def may_join(self, a: str, b: str) -> bool:
        """Return whether nothing that was set apart would come together."""
        ra, rb = self.find(a), self.find(b)
        if ra != rb and ra in self._distinct and rb in self._distinct:
            return False
        return rb not in self._apart.get(ra, ())

    def join(self, a: str, b: str) -> bool:
        """Join the groups of two ids; return whether they are together now."""
        ra, rb = self.find(a), self.find(b)
        if ra == rb:
            return True
        if not self.may_join(ra, rb):
            return False
        keep, gone = min(ra, rb), max(ra, rb)
        self._parent[gone] = keep
        if gone in self._distinct:
            self._distinct.remove(gone)
            self._distinct.add(keep)
        for other in self._apart.pop(gone, set()):
            self._apart[other].discard(gone)
            self._apart[other].add(keep)
            self._apart.setdefault(keep, set()).add(other)
        return True

    def members(self) -> list[list[str]]:
        """Return the groups, each sorted, sorted by their first member."""
        found: dict[str, list[str]] = {}
        for i in sorted(self._parent):
            found.setdefault(self.find(i), []).append(i)
        return [found[root] for root in sorted(found)]
