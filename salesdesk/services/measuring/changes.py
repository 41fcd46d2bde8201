"""What changed in a period after it was over."""

import datetime as dt

from salesdesk import clock
from salesdesk.hints import TYPE_CHECKING
from salesdesk.plain import replace
from salesdesk.services.desk import Desk
from salesdesk.services.measuring.asking import Question
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis.scope import Past
from salesdesk.store.read.kpis.tallying import undone_at

if TYPE_CHECKING:
    from salesdesk.store.read.kpis.record_row import Part, RecordRow


def changed_since_end(desk: Desk, connection: Connection, query: Question) -> "list[RecordRow]":
    """The deals that counted when the period ended, or count now, and are not the same any more: opened again, given
    another value or credited to somebody else. Empty for a period that is not over, all time, or a past day."""
    period = query.period
    if query.as_of or period.partial or period.end > query.today or period.start == dt.date.min:
        return []
    instant = clock.iso(desk.instant(period.end, dt.time()))
    if connection.value(_CHANGED, (instant,)) is None:
        return []
    from salesdesk.store.read.kpis.deal_rows import closed_rows

    scope = replace(query.scope, dimension=None)
    then = replace(scope, past=Past(period.end, instant, undone_at(connection, instant)))
    now_rows = {row.id: row for row in closed_rows(connection, scope, scope.start, scope.end, _every, cycle=False)}
    then_rows = {row.id: row for row in closed_rows(connection, then, scope.start, scope.end, _every, cycle=False)}
    gone = [row for key, row in then_rows.items() if key not in now_rows]
    other = [row for key, row in now_rows.items() if key not in then_rows or _figures(row) != _figures(then_rows[key])]
    return [*other, *gone]


# A change of a deal's cells after that instant: without one nothing can have changed.
_CHANGED = (
    "SELECT 1 FROM operation o WHERE o.at >= ? AND EXISTS"
    " (SELECT 1 FROM history h WHERE h.operation_id = o.id AND h.table_name = 'deal') LIMIT 1"
)


def _every(_deal: object) -> "tuple[Part, str] | None":
    return "both", ""


def _figures(row: "RecordRow") -> tuple[object, ...]:
    return row.state, row.day, row.value, row.owner
