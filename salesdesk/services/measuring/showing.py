"""KPIs shown: of a period, by a dimension, as of a past day, with the records behind each."""

import datetime as dt
from collections.abc import Collection, Sequence

from salesdesk.domain.dates import shift, unit_around
from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.declared import KPIS, kpi_named, needs_of
from salesdesk.domain.kpis.formulas import evaluate
from salesdesk.domain.kpis.kpi import Kpi
from salesdesk.domain.kpis.tallies import Closed
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.hints import TYPE_CHECKING
from salesdesk.i18n import tr
from salesdesk.plain import replace
from salesdesk.services.desk import Desk
from salesdesk.services.measuring.asking import Question, looks_like_periods, question
from salesdesk.services.measuring.changes import changed_since_end
from salesdesk.services.measuring.report import Breakdown, GroupRow, KpiReport, KpiRows
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import customers
from salesdesk.store.read.kpis.dimensions import groups, quarter_of
from salesdesk.store.read.kpis.scope import Past, Scope
from salesdesk.store.read.kpis.tallying import MOST_BUCKETS, Buckets, Found, revenue_by_month, tally

if TYPE_CHECKING:
    from salesdesk.services.records import Ref
    from salesdesk.store.read.kpis.record_row import RecordRow

# What looks ahead, or at the period before already.
_OF_THIS_PERIOD = {"sales_growth", "sales_growth_year", "weighted_forecast", "forecast"}


def show(
    desk: Desk,
    terms: Sequence[str] = (),
    by: str | None = None,
    *,
    only: Collection[str] = (),
    compare: bool = True,
    every: bool = False,
) -> KpiReport:
    """The KPIs of what the terms ask: filter words, `period:`, `as-of:`. Those ids, or those that are always shown, or
    `every` one.

    Everything is read at one moment. `compare=False` leaves out the period before (growth keeps it) and what changed
    since the period was over.
    """
    named = list(dict.fromkeys(kpi_named(name) for name in only))
    asked = named or [kpi for kpi in KPIS.values() if every or not kpi.by_name]
    with desk.workspace.snapshot() as connection:
        query = question(desk, terms, by)
        whole = replace(query.scope, dimension=None)
        needs = _needs(desk, asked)
        found = tally(connection, whole, needs, before=query.before)
        basis = _basis(desk, connection, query, whole, found)
        kpis = _evaluated(asked, found, basis)
        before = _before(desk, connection, query, asked, basis, found) if compare else {}
        imported = _imported_later(connection, query.scope.past) if query.scope.past else None
        return KpiReport(
            period=query.period,
            previous=query.previous,
            today=query.today,
            as_of=query.as_of,
            currency=desk.currency,
            kpis=kpis,
            before=before,
            by=_breakdown(desk, connection, query, asked, list(needs), basis) if by else None,
            notes=_notes(query, imported, looks_like_periods(desk, terms) if query.filtered else []),
            imported=imported,
            changed=changed_since_end(desk, connection, query) if compare else [],
        )


def rows(desk: Desk, kpi: str, terms: Sequence[str] = ()) -> KpiRows:
    """The records behind one KPI; their parts add up to its numerator and denominator."""
    from salesdesk.store.read.kpis.rows import rows as read_rows

    declared = kpi_named(kpi)
    with desk.workspace.snapshot() as connection:
        query = question(desk, terms)
        found = tally(connection, query.scope, _needs(desk, [declared]), before=query.before)
        value = _evaluated([declared], found, _basis(desk, connection, query, query.scope, found))[declared.id]
        records = list(read_rows(connection, declared, query.scope, query.before, churn_by=desk.settings["churn_by"]))
        owners: dict[bytes, str] = dict(connection.rows("SELECT id, name FROM member"))
        about = _about(connection, [row.id for row in records if row.kind == "activity"])
    return KpiRows(declared, query.period, query.today, query.as_of, value, records, owners, about)


def _about(connection: Connection, activities: Sequence[bytes]) -> "dict[bytes, Ref]":
    """The record of each of these activities; one that is deleted by now has none."""
    if not activities:
        return {}
    from salesdesk.services.records import by_ids
    from salesdesk.store.read.activity_records import records_of

    found = records_of(connection, activities)
    keys = {kind: list({key for other, key in found.values() if other == kind}) for kind, _ in found.values()}
    refs = {(kind, ref.id): ref for kind, asked in keys.items() for ref in by_ids(connection, kind, asked)}
    return {activity: refs[record] for activity, record in found.items() if record in refs}


def changed(desk: Desk, terms: Sequence[str] = ()) -> "list[RecordRow]":
    """The deals of the period of these terms that count differently now than when it was over."""
    with desk.workspace.snapshot() as connection:
        return changed_since_end(desk, connection, question(desk, terms))


def explain(kpi: str) -> Kpi:
    """What a KPI is: its formula, its unit, what is left out of it."""
    return kpi_named(kpi)


def _evaluated(asked: Sequence[Kpi], found: Found, basis: Basis, key: object = None) -> dict[str, KpiValue]:
    basis = replace(basis, whys=found.whys)
    return {kpi.id: evaluate(kpi.id, found.groups[key], basis) for kpi in asked}


def _basis(desk: Desk, connection: Connection, query: Question, scope: Scope, found: Found) -> Basis:
    stages = {
        key: (name, pipeline)
        for key, name, pipeline in connection.rows(
            "SELECT s.id, s.name, p.name FROM stage s LEFT JOIN pipeline p ON p.id = s.pipeline_id"
            " ORDER BY p.position, p.id, s.position, s.id"
        )
    }
    return Basis(
        currency=desk.currency,
        today=query.today,
        end=query.period.end,
        stages=stages,
        months=_months(connection, query, scope) if found.groups[None].closed is not None else (),
        has_orders=customers.has_orders(connection, scope),
        churn_by=desk.settings["churn_by"],
        churn_days=scope.churn_days,
        gross_margin=int(desk.settings["gross_margin"]),
        begun=query.period.start <= query.today,
    )


def _months(connection: Connection, query: Question, scope: Scope) -> list[int]:
    """Won revenue of each whole month of a period of several months."""
    if query.period.unit in {"d", "w", "m"}:
        return []
    earned = revenue_by_month(connection, scope)
    if not earned or None in earned:
        return []
    start = scope.start if scope.start > dt.date.min else dt.date.fromisoformat(f"{min(earned)}-01")
    end = min(scope.last, query.today.replace(day=1))
    if scope.end == dt.date.max:
        last = dt.date.fromisoformat(f"{max(earned)}-01")
        end = min(end, shift(last, 1, "m") or end)
    months = []
    month = start if start.day == 1 else shift(start.replace(day=1), 1, "m")
    while month and (after := shift(month, 1, "m")) and after <= end:
        months.append(earned.get(month.isoformat()[:7], 0))
        month = after
    return months


def _needs(desk: Desk, asked: Sequence[Kpi]) -> dict[str, None]:
    """What these KPIs are worked out of, each once."""
    return dict.fromkeys(
        need for kpi in asked for need in (*needs_of(kpi.id, desk.settings["churn_by"]), *KPIS[kpi.id].beside)
    )


def _before(
    desk: Desk, connection: Connection, query: Question, asked: Sequence[Kpi], basis: Basis, present: Found
) -> dict[str, KpiValue]:
    """The same KPIs of the period before, those that are of a period."""
    scope = query.scope_before
    kpis = [kpi for kpi in asked if not kpi.snapshot and kpi.id not in _OF_THIS_PERIOD]
    if scope is None or query.previous is None or not kpis:
        return {}
    needs = _needs(desk, kpis)
    # How old the open deals are is of the day, whatever the period.
    needs.pop("ages", None)
    found = tally(connection, replace(scope, dimension=None), needs)
    found.groups[None].ages = present.groups[None].ages
    return _evaluated(kpis, found, replace(basis, end=query.previous.end, months=()))


def _breakdown(
    desk: Desk, connection: Connection, query: Question, asked: Sequence[Kpi], needs: Sequence[str], basis: Basis
) -> Breakdown:
    scope = query.scope
    dimension = scope.dimension
    assert dimension is not None
    basis = replace(basis, months=())
    if dimension.of_time:
        return _over_time(desk, connection, query, asked, needs, basis)
    found = tally(connection, scope, needs, before=query.before)
    named = groups(connection, dimension, found.groups)
    note = ""
    if dimension.name == "product" and not dimension.custom:
        note = tr("a deal with several products counts in the row of each: the rows do not add up to the whole")
    return Breakdown(
        dimension.label, [GroupRow(g.label, _evaluated(asked, found, basis, g.key), g.ref) for g in named], note
    )


def _over_time(
    desk: Desk, connection: Connection, query: Question, asked: Sequence[Kpi], needs: Sequence[str], basis: Basis
) -> Breakdown:
    """Rows by month or quarter, each compared with the one before it."""
    scope, dimension = query.scope, query.scope.dimension
    assert dimension is not None
    fiscal = desk.calendar.fiscal_start
    unit = "q" if dimension.name == "quarter" else "m"
    first = unit_around(scope.start, unit, desk.calendar) if scope.start > dt.date.min else None
    earlier = unit_around(first.start, unit, desk.calendar, -1) if first else None
    spans = _spans(connection, query, unit, desk)
    buckets = Buckets(spans, fiscal)
    start = earlier.start if earlier else scope.start
    found = tally(connection, scope, needs, before=(start, scope.last), buckets=buckets)
    # Both sums are by bucket: what a bucket is compared with is that of the bucket before it.
    everything = {key: group.before for key, group in found.groups.items() if group.before is not None}
    rows = []
    for key in sorted(k for k in found.groups if k and (not spans or k in spans)):
        group = found.groups[key]
        if group.before is not None:
            before = everything.get(_bucket_before(key, unit, fiscal, desk))
            group = replace(group, before=before or Closed())
        whys = {need: found.whys["snapshot"] for need in ("steps", "open") if "snapshot" in found.whys} | found.whys
        values = {}
        for kpi in asked:
            of_day = kpi.id == "open_pipeline" and "snapshot" in whys
            values[kpi.id] = evaluate(kpi.id, replace(group, open=None) if of_day else group, replace(basis, whys=whys))
        rows.append(GroupRow(str(key), values))
    return Breakdown(dimension.label, rows)


def _bucket_before(key: str, unit: str, fiscal: int, desk: Desk) -> str:
    if unit == "m":
        day = shift(dt.date.fromisoformat(f"{key}-01"), -1, "m")
        return day.isoformat()[:7] if day else ""
    year, number = int(key[:4]), int(key[-1])
    return f"{year:04}-Q{number - 1}" if number > 1 else f"{year - 1:04}-Q4"


def _spans(connection: Connection, query: Question, unit: str, desk: Desk) -> dict[str, tuple[dt.date, dt.date]]:
    """The days of each bucket of the period, none for all time (its buckets are those that have records)."""
    scope = query.scope
    spans: dict[str, tuple[dt.date, dt.date]] = {}
    if scope.start == dt.date.min:
        return spans
    day: dt.date | None = scope.start
    while day and day < scope.end and len(spans) <= MOST_BUCKETS:
        whole = unit_around(day, unit, desk.calendar)
        if whole is None:
            break
        month = whole.start.isoformat()[:7]
        key = month if unit == "m" else quarter_of(month, desk.calendar.fiscal_start)
        spans[key] = (max(whole.start, scope.start), min(whole.end, scope.end))
        day = whole.end
    return spans


def _imported_later(connection: Connection, past: Past) -> int:
    from salesdesk.store.read.kpis.past_late import imported_later

    return imported_later(connection, past)


def _notes(query: Question, imported: int | None, words: Sequence[str]) -> list[str]:
    notes = [
        tr(
            "'{word}' is looked for as a word; period:{asked} asks for the period.",
            word=w,
            asked=f'"{w}"' if " " in w else w,
        )
        for w in words
    ]
    if imported:
        notes.append(tr("{count} records count by dates they were given later (imports).", count=imported))
    if query.period.start > query.today:
        notes.append(tr("The period is still to come: only what is expected in it can be known."))
    elif query.period.partial:
        notes.append(tr("The period is not over yet."))
    return notes
