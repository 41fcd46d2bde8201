"""The name that was probably meant: `GTXPro` for `GTX Pro`; never a guess between two equally near."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from salesdesk.domain.text import fold

_BETWEEN = re.compile(r"[^0-9a-z]+")
_LEGAL = re.compile(
    r"\b(?:inc|incorporated|llc|ltd|limited|corp|corporation|co|company|gmbh|ag|kg|ohg|kft|zrt|nyrt|bt|sa|srl|sro|bv|nv"
    r"|plc|oy|ab|as|aps|spa|sas|sarl|pty|kkt)\b"
)


@dataclass(frozen=True, slots=True)
class Match:
    """The nearest name of the catalogue and how sure: 1.0 the same word for word, under 1 by closeness."""

    name: str
    sure: float

    @property
    def exact(self) -> bool:
        """Whether nothing but case, accents and outer spaces differs."""
        return self.sure >= 1.0


class Catalogue:
    """Names to be found again, exactly or by closeness."""

    def __init__(self, names: Iterable[str]) -> None:
        self._exact: dict[str, str] = {}
        self._squeezed: dict[str, set[str]] = defaultdict(set)
        self._legal: dict[str, set[str]] = defaultdict(set)
        self._lengths: dict[int, set[str]] = defaultdict(set)
        self._found: dict[str, Match | None] = {}
        for name in names:
            key = _key(name)
            if not key or key in self._exact:
                continue
            self._exact[key] = name
            squeezed = _squeezed(name)
            self._squeezed[squeezed].add(name)
            self._legal[_bare(name)].add(name)
            self._lengths[len(squeezed)].add(squeezed)

    def __len__(self) -> int:
        return len(self._exact)

    def find(self, name: str) -> Match | None:
        """The name itself, or the only one near enough; None when there is none or two are equally near."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> Match | None:
        exact = self._exact.get(_key(name))
        if exact is not None:
            return Match(exact, 1.0)
        squeezed = _squeezed(name)
        if not squeezed:
            return None
        for group, sure in ((self._squeezed.get(squeezed), 0.97), (self._legal.get(_bare(name)), 0.9)):
            if group:
                return Match(next(iter(group)), sure) if len(group) == 1 else None
        return self._by_letters(squeezed)

    def _by_letters(self, squeezed: str) -> Match | None:
        allowed = 0 if len(squeezed) < 5 else 1 if len(squeezed) < 9 else 2
        best, nearest = allowed + 1, set[str]()
        for length in range(len(squeezed) - allowed, len(squeezed) + allowed + 1):
            for other in self._lengths.get(length, ()):
                if _numbers(other) != _numbers(squeezed):  # "Model 2" is not "Model 3" misspelt
                    continue
                away = distance(squeezed, other, min(best, allowed))
                if away < best:
                    best, nearest = away, {other}
                elif away == best <= allowed:
                    nearest.add(other)
        names = set().union(*(self._squeezed[other] for other in nearest)) if nearest else set()
        if len(names) != 1:
            return None
        return Match(names.pop(), round(1 - best / len(squeezed) - 0.05, 2))


def distance(one: str, other: str, limit: int) -> int:
    """Letters to insert, drop, change or swap to make one of the other; stops past `limit`."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _key(name: str) -> str:
    return " ".join(fold(name).split())


def _squeezed(name: str) -> str:
    return _BETWEEN.sub("", fold(name)) or "".join(fold(name).split())


def _bare(name: str) -> str:
    """Without the legal form of a company: `Acme Ltd.` and `Acme` are near."""
    words = _BETWEEN.sub(" ", fold(name).replace(".", ""))
    return "".join(_LEGAL.sub(" ", words).split()) or _squeezed(name)


def _numbers(squeezed: str) -> list[str]:
    return re.findall(r"\d+", squeezed)
