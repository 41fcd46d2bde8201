"""The submissions behind the accuracy of forecasts, who did not submit, and the deals that were won."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from salesdesk.domain.money import Money
from salesdesk.plain import replace
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import forecasts
from salesdesk.store.read.kpis.deal_rows import closed_rows, revenue_part
from salesdesk.store.read.kpis.forecasts import Book, Span, Submission
from salesdesk.store.read.kpis.record_row import Part, RecordRow
from salesdesk.store.read.kpis.scope import Scope


def accuracy(connection: Connection, scope: Scope, _before: Any) -> Iterator[RecordRow]:
    """The last submissions are the numerator and the wins the denominator: how far they are apart is what it is about.
    Earlier submissions stand behind the last ones."""
    book = forecasts.book(connection, scope)
    for one in book.told:
        yield _submission(one.said[-1], "numerator")
        for said in reversed(one.said[:-1]):
            yield _submission(said, "earlier")
    for one in book.beside:
        yield _submission(one.said[-1], "excluded", forecasts.BESIDE)
        for said in reversed(one.said[:-1]):
            yield _submission(said, "earlier")
    for said in reversed(book.left_out):
        yield _submission(said, "excluded", said.reason)
    for one in book.silent:
        who, value = one.who, Money(one.won.minor, scope.currency)
        assert who.id is not None
        state, day = _called(one.span), one.span[1].isoformat()
        yield RecordRow(
            "excluded", "member", who.id, who.code, who.name, day, state, who.id, value, reason=forecasts.SILENT
        )
    yield from _wins(connection, scope, book)


def _submission(said: Submission, part: Part, reason: str = "") -> RecordRow:
    value, name = Money(said.minor, said.currency), said.who.name or "everyone"
    day, state = said.day.isoformat(), _called(said.span)
    return RecordRow(part, "forecast", said.id, said.code, name, day, state, said.who.id, value, reason=reason)


def _called(span: Span) -> str:
    return f"{span[0].isoformat()}..{span[1].isoformat()}"


def _wins(connection: Connection, scope: Scope, book: Book) -> Iterator[RecordRow]:
    """The wins of those who forecast a period, and those of nobody."""
    counted: dict[Span, set[bytes | None]] = {}
    for one in book.told:
        counted.setdefault(one.span, set()).add(one.who.id)
    nobody = {one.span for one in book.unowned}
    every = replace(scope, filters={}, dimension=None)
    for span in dict.fromkeys((*counted, *nobody)):
        members = counted.get(span, set())
        for row in closed_rows(connection, every, span[0], span[1] + timedelta(days=1), revenue_part, cycle=False):
            if row.reason == "no close date":
                continue
            if None in members or (row.owner is not None and row.owner in members):
                yield replace(row, part="denominator") if row.part == "numerator" else row
            elif row.owner is None and span in nobody:
                yield replace(row, part="excluded", reason=forecasts.UNOWNED)
