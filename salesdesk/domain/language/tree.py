"""The tree of a filter: frozen values that know where in the text they were written.

Offsets take no part in equality, so that a query printed and parsed again equals itself.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, replace
from typing import Literal

Operator = Literal[":", "=", ">", "<", "~"]
META = ("sort", "group", "cols", "limit")
NONE = "none"


@dataclass(frozen=True, slots=True)
class Value:
    """One value as written, quotes and escapes resolved; `quoted` tells the word `"none"` from the absent
    none.
    """

    text: str
    quoted: bool = False
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)

    @property
    def is_none(self) -> bool:
        """Whether this is the bare word `none`: no value at all."""
        return not self.quoted and self.text.lower() == NONE


@dataclass(frozen=True, slots=True)
class Range:
    """`a..b`, both ends included; a missing end is open, never both."""

    low: Value | None
    high: Value | None
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """`field op value,value`: any of the values. `>=` and `<=` are read as ranges, `!=` as a negated `=`."""

    field: str
    op: Operator
    values: tuple[Value | Range, ...]
    negated: bool = False
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)
    field_end: int = dataclasses.field(default=0, compare=False)
    field_start: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Words:
    """A bare word, or a quoted phrase, to be found in the search text."""

    text: str
    quoted: bool = False
    negated: bool = False
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Tag:
    """`+tag` or `#tag`."""

    name: str
    negated: bool = False
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class View:
    """`@view`: all terms of the saved view with that name."""

    name: str
    negated: bool = False
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


Term = Pair | Words | Tag | View


@dataclass(frozen=True, slots=True)
class Meta:
    """`sort: group: cols: limit:` what to show, not which records."""

    name: str
    values: tuple[Value, ...]
    start: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort key; missing values come last both ways."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All terms must hold. Of several metas of one name the last one counts."""

    terms: tuple[Term, ...] = ()
    metas: tuple[Meta, ...] = ()
    text: str = dataclasses.field(default="", compare=False)

    def _meta(self, name: str) -> tuple[Value, ...]:
        return next((meta.values for meta in reversed(self.metas) if meta.name == name), ())

    @property
    def sort(self) -> tuple[Sort, ...]:
        """The sort keys, first one first."""
        return tuple(Sort(v.text.lstrip("-"), v.text.startswith("-")) for v in self._meta("sort"))

    @property
    def group(self) -> str | None:
        """The field to group by."""
        values = self._meta("group")
        return values[0].text if values else None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns asked for."""
        return tuple(value.text for value in self._meta("cols"))

    @property
    def limit(self) -> int | None:
        """How many records at most."""
        values = self._meta("limit")
        return int(values[0].text) if values else None

    def pairs(self, name: str) -> tuple[Pair, ...]:
        """All pairs on that field."""
        return tuple(term for term in self.terms if isinstance(term, Pair) and term.field == name)

    def without(self, *names: str) -> Query:
        """The query without pairs on those fields: a KPI takes `period` and `as-of` for itself."""
        kept = tuple(term for term in self.terms if not (isinstance(term, Pair) and term.field in names))
        return replace(self, terms=kept)
