"""When members work: their absences, the day they joined, the ramp of a newcomer."""

import datetime as dt

from salesdesk.domain.goals import Presence, read_ramp
from salesdesk.store.connection import Connection
from salesdesk.store.read.values import day


def presence(connection: Connection) -> dict[bytes, Presence]:
    """When members work, for those of whom anything is known."""
    away: dict[bytes, list[tuple[dt.date, dt.date]]] = {}
    for member, first, last in connection.rows(
        "SELECT member_id, starts_on, ends_on FROM absence WHERE deleted_op IS NULL ORDER BY starts_on"
    ):
        away.setdefault(member, []).append((dt.date.fromisoformat(first), dt.date.fromisoformat(last)))
    ramps = {
        member: (day(joined), read_ramp(ramp))
        for member, joined, ramp in connection.rows(
            "SELECT id, joined_on, ramp FROM member WHERE deleted_op IS NULL AND joined_on IS NOT NULL"
        )
    }
    return {member: Presence(tuple(away.get(member, ())), *ramps.get(member, (None, ()))) for member in {*away, *ramps}}
