"""The short lists of a workspace (teams, sources, reasons, statuses, kinds): found by name or meaning, or added."""

from collections import defaultdict
from functools import cached_property
from typing import Any

from salesdesk.domain.text import clean
from salesdesk.exchange.stages import activity_kind, activity_outcome, lead_status_meaning
from salesdesk.services.importing.catalogue import plain_name
from salesdesk.services.importing.plan import Plan
from salesdesk.store.connection import Connection
from salesdesk.store.read.lookups import choices, lost_reasons, outcomes

# What `exchange.stages` calls a kind of activity -> the meaning our kinds are known by.
_KIND_MEANING = {
    "mail": "mail", "thank-you": "mail", "call": "call", "demo": "demo", "lunch": "meeting", "meeting": "meeting",
    "note": "note", "follow-up": "task", "ship": "task", "deadline": "task", "task": "task",
}  # fmt: skip
# What it calls an outcome -> the meanings that may stand for it, the likeliest first.
_OUTCOME_MEANING = {
    "connected": ("reached", "held", "done", "sent"), "meeting booked": ("reached",), "callback asked": ("reached",),
    "voicemail": ("attempt",), "no answer": ("attempt", "missed"), "busy": ("attempt",), "gatekeeper": ("attempt",),
    "not interested": ("closed",), "wrong number": ("wrong",),
}  # fmt: skip


class Lists:
    """The lists as they are, and the entries an import adds to them."""

    def __init__(self, connection: Connection, plan: Plan) -> None:
        self._connection = connection
        self._plan = plan

    def team(self, name: str) -> bytes:
        """The team of that name."""
        return self._named("team", self._teams, name, {})

    def source(self, name: str) -> bytes:
        """The source of that name."""
        return self._named("source", self._sources, name, {"position": len(self._sources)})

    def lost_reason(self, name: str, applies_to: str) -> bytes:
        """The reason of that name for a deal or a lead."""
        known = self._reasons[applies_to]
        return self._named("lost_reason", known, name, {"position": len(known), "applies_to": applies_to})

    def lead_status(self, name: str) -> tuple[bytes | None, str, bool]:
        """The status of that name, else the first of its meaning; its meaning; whether the name was known."""
        exact = self._statuses.get(plain_name(name))
        if exact is not None:
            return (*exact, True)
        meaning = lead_status_meaning(name)
        return (*self.status_meaning(meaning), False)

    def status_meaning(self, meaning: str) -> tuple[bytes | None, str]:
        """The first lead status of that meaning."""
        return next((s for s in self._statuses.values() if s[1] == meaning), (None, meaning))

    def kind(self, name: str, otherwise: str = "task") -> bytes | None:
        """The kind of activity of that name, else of its meaning."""
        exact = self._kinds.get(plain_name(name)) if name else None
        if exact is not None:
            return exact[0]
        meaning = _KIND_MEANING[activity_kind(name)] if name else otherwise
        return next((key for key, m in self._kinds.values() if m == meaning), None)

    def outcome(self, kind: bytes | None, name: str) -> bytes | None:
        """The outcome a label names for that kind; None when it names none there."""
        known = self._outcomes.get(kind, [])
        for key, label, _ in known:
            if label == plain_name(name):
                return key
        meant = activity_outcome(name)
        for key, label, _ in known:
            if meant is not None and label == meant:
                return key
        wanted = _OUTCOME_MEANING.get(meant or "", ())
        return next((key for meaning in wanted for key, _, m in known if m == meaning), None)

    def _named(self, table: str, known: dict[str, bytes], name: str, more: dict[str, Any]) -> bytes:
        key = known.get(plain_name(name))
        if key is None:
            key = known[plain_name(name)] = self._plan.add(table, {"name": clean(name), **more})
        return key

    @cached_property
    def _teams(self) -> dict[str, bytes]:
        return {plain_name(c.name): c.id for c in choices(self._connection, "team")}

    @cached_property
    def _sources(self) -> dict[str, bytes]:
        return {plain_name(c.name): c.id for c in choices(self._connection, "source")}

    @cached_property
    def _reasons(self) -> dict[str, dict[str, bytes]]:
        every = ("deal", "lead")
        return {who: {plain_name(c.name): c.id for c in lost_reasons(self._connection, who)} for who in every}

    @cached_property
    def _statuses(self) -> dict[str, tuple[bytes | None, str]]:
        return {plain_name(c.name): (c.id, c.meaning) for c in choices(self._connection, "lead_status")}

    @cached_property
    def _kinds(self) -> dict[str, tuple[bytes, str]]:
        return {plain_name(c.name): (c.id, c.meaning) for c in choices(self._connection, "activity_kind")}

    @cached_property
    def _outcomes(self) -> dict[bytes | None, list[tuple[bytes, str, str]]]:
        made: dict[bytes | None, list[tuple[bytes, str, str]]] = defaultdict(list)
        for row in outcomes(self._connection):
            made[row.kind_id].append((row.id, plain_name(row.name), row.meaning))
        return made
