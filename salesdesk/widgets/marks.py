"""Which records are marked: a set of keys, or everything that matches but a few."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marks:
    """The marked records; with `everything`, all that match the filter except `keys`."""

    keys: frozenset[Hashable] = frozenset()
    everything: bool = False

    def has(self, key: Hashable) -> bool:
        """Whether that record is marked."""
        return (key in self.keys) != self.everything

    def count(self, records: int) -> int:
        """How many are marked, when `records` match the filter."""
        return max(0, records - len(self.keys)) if self.everything else len(self.keys)

    def toggled(self, key: Hashable) -> "Marks":
        """These marks with one turned over."""
        return Marks(self.keys ^ {key}, self.everything)

    def with_keys(self, keys: Iterable[Hashable]) -> "Marks":
        """These marks and those."""
        if self.everything:
            return Marks(self.keys - frozenset(keys), True)
        return Marks(self.keys | frozenset(keys))

    def __bool__(self) -> bool:
        return self.everything or bool(self.keys)
