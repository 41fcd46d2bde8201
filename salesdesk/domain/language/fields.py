"""What a filter can ask about: the fields of an entity, and what the compiler needs to know of the
workspace.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from salesdesk.domain.dates import DEFAULT, Calendar, Lean
from salesdesk.domain.language.where import Param as Param  # noqa: TC001
from salesdesk.domain.language.where import Where as Where  # noqa: TC001  conditions are made of fields
from salesdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime

Kind = Literal[
    "text", "number", "money", "day", "age", "person", "choice", "tag", "ref", "flag", "custom"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice field: its label, the key as a parameter of the engine, its meaning (`open`) if
    it has one.
    """

    label: str
    key: Param
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entity; SQL is written for the table aliases of the read that uses it.

    - text, tag: `sql` or, when given, `folded_sql` holds folded text; absent is NULL or empty. `match` says
      what `:` means: start of a word, anywhere, or phone digits (the column then holds digits only).
      Tags without `within` are in one text, each between spaces (` hot old-news `).
    - money: `sql` is minor units, `currency_sql` the code of the record (else the workspace currency).
    - day, age: a day, or a UTC instant with `instant`; age counts the days since, and takes days too.
    - person: a member id. choice: a stored key. flag: a boolean.
    - ref: `sql` is an id, `folded_sql` the folded name, `code_sql` the reference code without kind letter.
    - custom: `sql` is the JSON column, `key` the name inside (else `name`), `custom_kind` its kind.

    `within`, for what a record has several of: `EXISTS (SELECT 1 FROM ... WHERE ... AND {condition})`.
    """

    name: str
    kind: Kind
    sql: str
    folded_sql: str = ""
    aliases: tuple[str, ...] = ()
    label: str = ""
    help: str = ""
    match: Literal["word", "contains", "digits"] = "word"
    instant: bool = False
    lean: Lean = "near"
    currency_sql: str = ""
    code_sql: str = ""
    within: str = ""
    key: str = ""
    custom_kind: Literal["text", "number", "money", "day", "choice", "flag"] = "text"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The fields of one entity. `search_sql`: folded text that bare words are looked for in; `search_within`
    wraps that condition (`l.key IN (SELECT ... WHERE {condition})`) when the text lives elsewhere."""

    entity: str
    fields: tuple[Field, ...]
    search_sql: str
    search_within: str = ""
    _names: dict[str, Field] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.fields:
            for name in (one.name, *one.aliases):
                self._names[fold(name)] = one

    def find(self, name: str) -> Field | None:
        """The field of that name or alias, case and accents aside."""
        return self._names.get(fold(name))

    def nearest(self, name: str) -> str | None:
        """The known name most like a mistyped one."""
        from difflib import get_close_matches

        close = get_close_matches(fold(name), list(self._names), n=1, cutoff=0.6)
        starts = [known for known in self._names if name and known.startswith(fold(name))]
        best = close or starts
        return self._names[best[0]].name if best else None


class Dialect(Protocol):
    """What differs between the engines, for the few conditions that need it."""

    def day(self, day: date) -> Param:
        """A day as a parameter for a day column."""

    def instant(self, instant: datetime) -> Param:
        """A UTC instant as a parameter for an instant column."""

    def key(self, key: bytes) -> Param:
        """A record id as a parameter for an id column."""

    def json_text(self, column: str, key: str) -> Where:
        """The text under `key` in a JSON column, NULL when absent; numbers and flags as text too."""

    def json_number(self, column: str, key: str) -> Where:
        """The number under `key` in a JSON column, NULL when absent or no number."""

    def fold(self, sql: str) -> str:
        """SQL that folds a text expression as `domain.text.fold` does."""


def _nobody(_text: str) -> Sequence[bytes]:
    return ()


def _no_choices(_field: str) -> Sequence[Choice]:
    return ()


@dataclass(frozen=True, slots=True)
class Context:
    """The workspace and person a query is compiled for.

    `members` gives the ids a typed name or prefix (of a member, for a ref-like team field its own resolver)
    fits; it raises AmbiguousError when it fits different people, and gives none when nobody fits. `choices`
    gives the rows of a choice field by its name. `views` maps names to filter texts.
    """

    today: date
    dialect: Dialect
    me: bytes | None = None
    members: Callable[[str], Sequence[bytes]] = _nobody
    choices: Callable[[str], Sequence[Choice]] = _no_choices
    views: Mapping[str, str] = field(default_factory=dict)
    currency: str = "EUR"
    calendar: Calendar = DEFAULT
    time_zone: str = "UTC"
