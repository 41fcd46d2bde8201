"""Names that are known, to be found again exactly, by what they share, or by closeness."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from salesdesk.domain.text import fold
from salesdesk.exchange.closeness import Catalogue

_WHOLE = 2_000
_LETTERS = 3


def plain_name(name: str) -> str:
    """A name as names are compared: folded, single spaces."""
    return " ".join(fold(name).split())


class Names:
    """Records by name, and by a looser key of the name; a looser key shared by two finds nothing."""

    def __init__(self, loose: Callable[[str], str] | None = None) -> None:
        self._loose = loose
        self._exact: dict[str, bytes] = {}
        self._by_loose: dict[str, bytes | None] = {}

    def add(self, name: str, key: bytes) -> None:
        """Remember a record; the first of a name keeps it."""
        exact = plain_name(name)
        if not exact:
            return
        known = self._exact.setdefault(exact, key)
        if self._loose is not None:
            loose = self._loose(name)
            if self._by_loose.setdefault(loose, key) not in (key, known):
                self._by_loose[loose] = None

    def find(self, name: str) -> bytes | None:
        """The record of that name, or the only one of its looser key."""
        found = self._exact.get(plain_name(name))
        if found is None and self._loose is not None:
            found = self._by_loose.get(self._loose(name))
        return found

    def __len__(self) -> int:
        return len(self._exact)


class NearNames:
    """The closest name of a catalogue; of a large one only those that begin or end alike are looked at."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(names))
        self._blocks: dict[str, Catalogue] | None = None
        self._whole: Catalogue | None = None

    def find(self, name: str) -> str | None:
        """The name that was probably meant; None when none is near, or two are."""
        if len(self._names) <= _WHOLE:
            self._whole = self._whole or Catalogue(self._names)
            match = self._whole.find(name)
            return match.name if match else None
        found = {match.name for match in (block.find(name) for block in self._near(name)) if match}
        return found.pop() if len(found) == 1 else None

    def _near(self, name: str) -> Iterable[Catalogue]:
        if self._blocks is None:
            groups: dict[str, list[str]] = defaultdict(list)
            for known in self._names:
                for block in _blocks(known):
                    groups[block].append(known)
            self._blocks = {block: Catalogue(names) for block, names in groups.items()}
        return [self._blocks[block] for block in _blocks(name) if block in self._blocks]


def _blocks(name: str) -> tuple[str, str]:
    squeezed = "".join(c for c in fold(name) if c.isalnum())
    return f"^{squeezed[:_LETTERS]}", f"{squeezed[-_LETTERS:]}$"
