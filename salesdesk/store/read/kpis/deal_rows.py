"""The deals behind a KPI: the same conditions as the sums, a row for each deal."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from salesdesk.domain.money import Money
from salesdesk.plain import Plain
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import deals
from salesdesk.store.read.kpis.record_row import Part, RecordRow
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql


def closed_rows(
    connection: Connection,
    scope: Scope,
    start: date,
    end: date,
    classify: "Callable[[ClosedDeal], tuple[Part, str] | None]",
    *,
    cycle: bool = True,
) -> Iterator[RecordRow]:
    """Deals closed in these days; `classify` gives the part and reason of each, None to leave it away. Without `cycle`
    their days are those since they were opened: the first of the cycle takes long to work out for a past day."""
    relations = Relations(connection, scope.past)
    close = "CASE WHEN d.state = 'won' THEN d.won_on ELSE d.lost_on END"
    query = compose(
        "SELECT d.id, d.code, d.name, d.state, {close} AS day, {days}, d.value_minor, d.currency, {disqualified}, d.rep_id"
        " FROM {deal} d WHERE {closed} AND {where} ORDER BY day DESC, d.id DESC",
        close=sql(close),
        days=sql(connection.dialect.days_between("d.first_on" if cycle else "d.opened_on", close)),
        disqualified=sql(deals.DISQUALIFIED),
        deal=relations.deal(cycle=cycle),
        closed=deals.closed_condition(start, end),
        where=scope.where("deal"),
    )
    for key, code, name, state, day, days, minor, currency, disqualified, owner in relations.rows(query):
        value = None if minor is None else Money(minor, currency or scope.currency)
        deal = ClosedDeal(state, day, days, value, bool(disqualified), scope.currency)
        found = classify(deal)
        if found:
            yield RecordRow(found[0], "deal", key, code, name, day, state, owner, value, days, reason=found[1])


class ClosedDeal(Plain):
    """What tells where a closed deal counts."""

    state: str
    day: str | None
    days: int | None
    value: Money | None
    disqualified: bool
    currency: str


def revenue_part(deal: ClosedDeal) -> tuple[Part, str] | None:
    """Where it counts in won revenue."""
    if deal.state != "won":
        return None
    if deal.day is None:
        return "excluded", "no close date"
    if deal.value is None:
        return "excluded", "without value"
    return ("numerator", "") if deal.value.currency == deal.currency else ("excluded", "unconverted")


def rate_part(deal: ClosedDeal) -> tuple[Part, str] | None:
    """Where it counts in the win rate."""
    if deal.day is None:
        return "excluded", "no close date"
    if deal.disqualified:
        return "excluded", "disqualified"
    return ("both" if deal.state == "won" else "denominator"), ""


def cycle_part(deal: ClosedDeal) -> tuple[Part, str] | None:
    """Where it counts in the sales cycle."""
    if deal.state != "won" or deal.day is None:
        return None
    if deal.days is None:
        return "excluded", "no start"
    return ("excluded", "negative") if deal.days < 0 else ("both", "")


def average_part(deal: ClosedDeal) -> tuple[Part, str] | None:
    """Where it counts in the average deal."""
    found = revenue_part(deal)
    if found and found[0] == "numerator":
        return ("excluded", "zero value") if deal.value and deal.value.minor == 0 else ("both", "")
    return found


def in_period(
    classify: Callable[[ClosedDeal], tuple[Part, str] | None], *, cycle: bool = True
) -> Callable[..., Iterator[RecordRow]]:
    """The reader of the deals closed in the period that `classify` keeps, with the days of their cycle or those since they
    were opened."""

    def read(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
        return closed_rows(connection, scope, scope.start, scope.last, classify, cycle=cycle)

    return read


def growth(connection: Connection, scope: Scope, before: tuple[date, date] | None) -> Iterator[RecordRow]:
    """The wins of the period, and of the one before."""
    yield from closed_rows(connection, scope, scope.start, scope.last, revenue_part)
    if before:

        def earlier(deal: ClosedDeal) -> tuple[Part, str] | None:
            found = revenue_part(deal)
            return ("before", "") if found and found[0] == "numerator" else None

        yield from closed_rows(connection, scope, *before, earlier)


def yearly_growth(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """The wins of the period, and of the one a year before."""
    return growth(connection, scope, scope.year_before)


def open_rows(connection: Connection, scope: Scope) -> Iterator[tuple[RecordRow, str]]:
    """Open deals, each with when it should close (`deals.expected_class`)."""
    relations = Relations(connection, scope.past)
    query = compose(
        "SELECT d.id, d.code, d.name, d.close_on, g.name, d.rep_id, d.value_minor, d.currency,"
        " COALESCE(d.probability, g.probability, 0), {expected} FROM {deal} d LEFT JOIN stage g ON g.id = d.stage_id"
        " WHERE d.state = 'open' AND {where} ORDER BY d.close_on DESC, d.id DESC",
        expected=deals.expected_class(scope),
        deal=relations.deal(),
        where=scope.where("deal"),
    )
    for key, code, name, day, stage, owner, minor, currency, probability, expected in relations.rows(query):
        value = None if minor is None else Money(minor, currency or scope.currency)
        part: Part = "numerator"
        reason = ""
        if value is None:
            part, reason = "excluded", "without value"
        elif value.currency != scope.currency:
            part, reason = "excluded", "unconverted"
        row = RecordRow(
            part, "deal", key, code, name, day, stage or "", owner, value, probability=probability, reason=reason
        )
        yield row, expected


def open_pipeline(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """Every open deal."""
    for row, _ in open_rows(connection, scope):
        yield row


def weighted_forecast(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """Open deals expected in the period, those that could not be placed, and the wins of the period."""
    reasons = {"overdue": "overdue", "none": "no expected day"}
    for row, expected in open_rows(connection, scope):
        if expected == "in":
            yield row
        elif expected in reasons:
            yield RecordRow(
                *("excluded", row.kind, row.id, row.code, row.name, row.day, row.state, row.owner, row.value),
                probability=row.probability,
                reason=reasons[expected],
            )
    yield from closed_rows(connection, scope, scope.start, scope.last, revenue_part)
