"""The desk somebody works at: an open workspace, who they are, and the settings of the team."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from salesdesk import clock, paths
from salesdesk.domain.text import fold
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.hints import TYPE_CHECKING, Any
from salesdesk.plain import Plain
from salesdesk.store.connection import Connection
from salesdesk.store.workspace import Workspace

if TYPE_CHECKING:
    from salesdesk.domain.dates import Calendar
    from salesdesk.store.unit import Unit

DEFAULTS = {
    "currency": "EUR",
    "time_zone": "UTC",
    "week_start": "0",
    "date_order": "dmy",
    "fiscal_start": "1",
    "name_order": "given",
    "language": "en",
    "calling_hours": "8-19",
    "collision_days": "7",
    "holidays": "",
    "attempts": "6",
    "leaderboard": "on",
    "churn_by": "customers",
    "churn_days": "180",
    "gross_margin": "100",
}


_ME = frozenset({"me", "én", "en"})


class FileRules(Plain):
    """Where the attached files of a database are kept (empty: on this machine alone), and how big a copy may be."""

    folder: str = ""
    limit_mb: int = 25


class MemberRow(Plain):
    """A member as the screens and commands name them."""

    id: bytes
    code: str
    name: str
    role: str
    active: bool


class Desk:
    """What every service is given. Reading is free; writing opens an `operation`."""

    def __init__(self, workspace: Workspace, *, source: str = "cli", actor: bytes | None = None) -> None:
        self.workspace = workspace
        self.source = source
        self.actor = actor
        self.device = paths.device()
        self.file_rules = FileRules()
        # Whether anything was written here, and how far each rule has looked at what was.
        self.wrote = False
        self.rule_marks: dict[bytes, bytes] = {}

    @property
    def connection(self) -> Connection:
        """The reading connection of this thread."""
        return self.workspace.connection

    @cached_property
    def settings(self) -> dict[str, str]:
        """The settings of the workspace, defaults filled in."""
        rows = self.connection.rows("SELECT key, value FROM setting WHERE deleted_op IS NULL")
        return DEFAULTS | dict(rows)

    @property
    def currency(self) -> str:
        """The base currency, ISO 4217."""
        return self.settings["currency"]

    @property
    def time_zone(self) -> str:
        """The workspace time zone, in which business days are written."""
        return self.settings["time_zone"]

    @property
    def calendar(self) -> "Calendar":
        """How this workspace writes and counts days."""
        from salesdesk.domain.dates import Calendar

        order: Any = self.settings["date_order"]
        return Calendar(order, int(self.settings["week_start"]), int(self.settings["fiscal_start"]))

    @property
    def today(self) -> dt.date:
        """The present business day."""
        return clock.today(self.time_zone)

    def local(self, instant: dt.datetime) -> dt.datetime:
        """An instant on the clocks of the workspace."""
        return instant.astimezone(clock.zone(self.time_zone))

    def instant(self, day: dt.date, time: dt.time) -> dt.datetime:
        """The instant of a local day and time of the workspace."""
        return clock.instant_of(day, time, self.time_zone)

    def members(self, *, active_only: bool = True) -> list[MemberRow]:
        """The members by name."""
        where = " AND active" if active_only else ""
        rows = self.connection.rows(
            f"SELECT id, code, name, role, active FROM member WHERE deleted_op IS NULL{where} ORDER BY name_key, id"
        )
        return [MemberRow(*row) for row in rows]

    def member(self, words: str) -> MemberRow:
        """The member meant by a name, a unique part of one, or a reference; `me` is the present member."""
        members = self.members(active_only=False)
        if is_me(words):
            me = self.require_actor()
            return next(m for m in members if m.id == me)
        found = fitting(members, words)
        if not found:
            names = ", ".join(m.name for m in members if m.active) or "nobody yet"
            raise NotFoundError(f"No member is called '{words}'.", hint=self._renamed(words) or f"There are: {names}.")
        if len(found) > 1:
            alike = len({fold(m.name) for m in found}) < len(found)
            candidates = [f"{m.name} (M-{m.code})" if alike else m.name for m in found]
            hint = "Give the reference." if alike else "Type more of the name."
            raise AmbiguousError(f"Several members fit '{words}'.", candidates, hint=hint)
        return found[0]

    def known_as(self, name: str) -> MemberRow | None:
        """Who works here under that whole name, else who alone had it before another one; None for nobody."""
        members = self.members()
        found = [m for m in members if fold(m.name) == fold(name)]
        if not found:
            from salesdesk.store.read.team import once_called

            earlier = once_called(self.connection, name)
            found = [m for m in members if m.id in earlier]
        return found[0] if len(found) == 1 else None

    def _renamed(self, words: str) -> str:
        """Who was called so before, as a hint."""
        member = self.known_as(words)
        return f"{words} is called {member.name} now." if member else ""

    def require_actor(self) -> bytes:
        """The key of the present member; InvalidError when nobody was chosen."""
        if self.actor is None:
            raise InvalidError(
                "Several people work here and salesdesk does not know which one you are."
                if self.members()
                else "This workspace has no members yet.",
                hint="Say it with --as NAME, or once with: salesdesk member me NAME.",
            )
        return self.actor

    def choose_actor(self, named: str | None, preferred: str | None = None) -> None:
        """Become the member of that name (a flag or the environment), else the preferred one (the config),
        else the single one there is; nobody when that does not decide. A name somebody had before still means them."""
        if named:
            try:
                self.actor = self.member(named).id
            except NotFoundError:
                member = self.known_as(named)
                if member is None:
                    raise
                self.actor = member.id
            return
        members = self.members()
        wanted = self.known_as(preferred) if preferred else None
        if wanted is not None:
            self.actor = wanted.id
        elif len(members) == 1:
            self.actor = members[0].id

    @contextmanager
    def operation(
        self, label: str, *, at: dt.datetime | None = None, source: str | None = None, large: bool = False
    ) -> Iterator["Unit"]:
        """Write, as one operation of the present member. See `store.unit.operation`."""
        from salesdesk.store.unit import operation

        with operation(
            self.workspace,
            label,
            actor=self.actor,
            device=self.device,
            source=source or self.source,
            at=at,
            large=large,
        ) as unit:
            yield unit
        self.wrote = True
        self.__dict__.pop("settings", None)


def is_me(words: str) -> bool:
    """Whether words mean the present member."""
    return fold(words.strip().lstrip("@")) in _ME


def fitting(members: Sequence[MemberRow], words: str) -> list[MemberRow]:
    """Those whose name or reference the words are, else those who have a name with a part that begins so."""
    asked = fold(words.strip().lstrip("@"))
    exact = [m for m in members if fold(m.name) == asked or fold(f"m-{m.code}") == asked]
    return exact or [m for m in members if any(fold(m.name)[i:].startswith(asked) for i in _word_starts(m.name))]


def _word_starts(name: str) -> list[int]:
    return [i for i in range(len(name)) if i == 0 or not name[i - 1].isalnum()]
