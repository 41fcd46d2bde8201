"""What rules did and where they failed: the record that lists and screens show."""

import datetime as dt
from dataclasses import dataclass

from salesdesk.domain.ids import id_text
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref

RECENT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Run:
    """A rule acted on a record, or could not (`error`)."""

    rule: str
    on: dt.date
    ref: Ref
    operation: bytes
    label: str
    error: str
    undone: bool

    @property
    def key(self) -> str:
        """What `undo` takes."""
        return self.operation.hex()[-8:]

    @property
    def text_id(self) -> str:
        """The whole key of the operation, for scripts."""
        return id_text(self.operation)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a rule fares: on how many records it acted in the last 30 days, on how many it failed, and why the last time."""

    acted: int = 0
    failed: int = 0
    error: str = ""


def runs(desk: Desk, rule_id: bytes | None = None, *, limit: int = 100) -> list[Run]:
    """What the rules, or one of them, did, the newest first."""
    where, params = ("", ()) if rule_id is None else ("WHERE x.rule_id = ?", (rule_id,))
    rows = desk.connection.rows(
        "SELECT r.name, x.ran_on, x.record_kind, x.record_id, COALESCE(l.code, d.code, ''),"
        " COALESCE(NULLIF(l.name, ''), l.company, d.name, ''), o.id, o.label, x.error, o.undone_by IS NOT NULL"
        " FROM rule_run x JOIN rule r ON r.id = x.rule_id JOIN operation o ON o.id = x.created_op"
        " LEFT JOIN lead l ON x.record_kind = 'lead' AND l.id = x.record_id"
        f" LEFT JOIN deal d ON x.record_kind = 'deal' AND d.id = x.record_id {where} ORDER BY x.id DESC LIMIT ?",
        (*params, limit),
    )
    return [
        Run(name, dt.date.fromisoformat(on), Ref(kind, key, code, who), operation, label, error, bool(undone))
        for name, on, kind, key, code, who, operation, label, error, undone in rows
    ]


def standings(desk: Desk) -> dict[bytes, Standing]:
    """How each rule fares; one that has done nothing lately is not among them."""
    since = (desk.today - dt.timedelta(days=RECENT_DAYS)).isoformat()
    rows = desk.connection.rows(
        "SELECT x.rule_id, count(*) FILTER (WHERE x.error = ''), count(*) FILTER (WHERE x.error <> ''),"
        " (SELECT e.error FROM rule_run e WHERE e.rule_id = x.rule_id AND e.error <> '' AND e.deleted_op IS NULL"
        "   AND e.ran_on >= ? ORDER BY e.id DESC LIMIT 1)"
        " FROM rule_run x WHERE x.ran_on >= ? AND x.deleted_op IS NULL GROUP BY x.rule_id",
        (since, since),
    )
    return {key: Standing(int(acted), int(failed), error or "") for key, acted, failed, error in rows}
