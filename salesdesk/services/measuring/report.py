"""What a question about KPIs is answered with, and the JSON of it."""

import datetime as dt

from salesdesk.domain.kpis.kpi import Kpi
from salesdesk.domain.kpis.value import KpiValue, plain
from salesdesk.domain.periods import Period
from salesdesk.hints import TYPE_CHECKING, Any
from salesdesk.plain import Plain, field

if TYPE_CHECKING:
    from salesdesk.services.records import Ref
    from salesdesk.store.read.kpis.record_row import RecordRow


class GroupRow(Plain):
    """One group of a dimension: what it is called (None: the records without one), and its KPIs."""

    key: str | None
    kpis: dict[str, KpiValue]
    ref: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The row as JSON has it."""
        named = {"key": self.key} if self.ref is None else {"key": self.key, "ref": self.ref}
        return {**named, "kpis": {name: value.as_json() for name, value in self.kpis.items()}}


class Breakdown(Plain):
    """The KPIs by a dimension. `note` says when the rows are not parts of a whole."""

    dimension: str
    rows: list[GroupRow]
    note: str = ""


class KpiReport(Plain):
    """KPIs of a period. `before` has those of `previous`, the period it is compared with, without snapshots.

    `imported` counts the records that count on a past day by dates they were given later; `changed` are the deals of a
    period that was over which count differently now than when it ended.
    """

    period: Period
    previous: Period | None
    today: dt.date
    as_of: dt.date | None
    currency: str
    kpis: dict[str, KpiValue]
    before: dict[str, KpiValue] = field(default_factory=dict)
    by: Breakdown | None = None
    notes: list[str] = field(default_factory=list)
    imported: int | None = None
    changed: "list[RecordRow]" = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The report as `kpi show --json` prints it."""
        result: dict[str, Any] = {
            "period": _days(self.period),
            "as_of": (self.as_of or self.today).isoformat(),
            "currency": self.currency,
            "kpis": {name: value.as_json() for name, value in self.kpis.items()},
        }
        if self.by is not None:
            result["by"] = {"dimension": self.by.dimension, "rows": [row.as_json() for row in self.by.rows]}
            if self.by.note:
                result["by"]["note"] = self.by.note
        if self.previous is not None and self.before:
            result["before"] = {
                "period": _days(self.previous),
                "kpis": {name: value.as_json() for name, value in self.before.items()},
            }
        if self.imported is not None:
            result["imported_records"] = self.imported
        if self.changed:
            result["changed_since_end"] = [row_json(row) for row in self.changed]
        if self.notes:
            result["notes"] = list(self.notes)
        return result


class KpiRows(Plain):
    """The records behind one KPI."""

    kpi: Kpi
    period: Period
    today: dt.date
    as_of: dt.date | None
    value: KpiValue
    rows: "list[RecordRow]"
    owners: dict[bytes, str] = field(default_factory=dict)
    # Whom or what each activity among the rows is about.
    about: "dict[bytes, Ref]" = field(default_factory=dict)

    def as_json(self) -> list[dict[str, Any]]:
        """One object for each record; an activity with the record it is about."""
        made = []
        for row in self.rows:
            about = self.about.get(row.id)
            made.append(
                row_json(row, self.owners) | {"about": {"ref": about.ref, "name": about.name} if about else None}
            )
        return made

    def name_of(self, row: "RecordRow") -> str:
        """What a row is called: an activity by the record it is about and what was planned."""
        about = self.about.get(row.id)
        return ": ".join(filter(None, (about.name, row.name))) if about else row.name


def row_json(row: "RecordRow", owners: dict[bytes, str] | None = None) -> dict[str, Any]:
    """A record behind a KPI as JSON has it."""
    return {
        "ref": reference(row),
        "name": row.name,
        "kind": row.kind,
        "part": row.part,
        "reason": row.reason or None,
        "day": row.day,
        "state": row.state or None,
        "owner": (owners or {}).get(row.owner) if row.owner else None,
        "value": plain(row.value),
        "days": row.days,
        "minutes": row.minutes,
        "probability": row.probability,
    }


def reference(row: "RecordRow") -> str | None:
    """What people type to open the record; the bare code where records of its kind cannot be opened."""
    from salesdesk.services.records import LETTER_OF

    letter = "K" if row.kind == "cost" else LETTER_OF.get(row.kind)
    return f"{letter}-{row.code}" if letter else row.code or None


def _days(period: Period) -> dict[str, str | None]:
    return {
        "from": None if period.start == dt.date.min else period.start.isoformat(),
        "to": None if period.end == dt.date.max else period.end.isoformat(),
    }
