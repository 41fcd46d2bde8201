"""Who is in which cadence, at which step, how their record stands, and what happened with them since."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk.store.connection import Connection
from salesdesk.store.read.values import day, instant, placeholders

LIVE = "('active', 'paused')"
_MOST = 500


@dataclass(frozen=True, slots=True)
class EnrolmentRow:
    """Somebody in a cadence: the record, how far they are, and the step that is planned."""

    id: bytes
    cadence_id: bytes
    cadence: str
    text: str
    in_use: bool
    deleted: bool
    state: str
    reason: str
    position: int
    owner_id: bytes | None
    started_on: dt.date | None
    ended_on: dt.date | None
    enrolled_at: dt.datetime
    record_kind: str
    record_id: bytes
    code: str
    name: str
    company: str
    owner: str
    step_id: bytes | None
    step_kind: str
    step_subject: str
    due_on: dt.date | None
    due_at: dt.datetime | None
    step_note: str


_SELECT = """SELECT e.id, e.cadence_id, c.name, c.text, c.active, c.deleted_op IS NOT NULL, e.state, e.reason, e.position,
  e.owner_id, e.started_on, e.ended_on, o.at,
  CASE WHEN e.lead_id IS NOT NULL THEN 'lead' WHEN e.deal_id IS NOT NULL THEN 'deal' ELSE 'contact' END,
  COALESCE(e.lead_id, e.deal_id, e.contact_id), COALESCE(l.code, d.code, p.code, ''),
  COALESCE(NULLIF(l.name, ''), l.company, d.name, p.name, ''),
  COALESCE(CASE WHEN l.name <> '' THEN l.company END, a.name, ''), COALESCE(m.name, ''),
  t.id, COALESCE(k.meaning, ''), COALESCE(t.subject, ''), t.due_on, t.due_at, COALESCE(t.note, '')
FROM enrolment e JOIN cadence c ON c.id = e.cadence_id JOIN operation o ON o.id = e.created_op
  LEFT JOIN lead l ON l.id = e.lead_id LEFT JOIN deal d ON d.id = e.deal_id LEFT JOIN contact p ON p.id = e.contact_id
  LEFT JOIN account a ON a.id = COALESCE(d.account_id, p.account_id)
  LEFT JOIN member m ON m.id = COALESCE(l.owner_id, d.owner_id, p.owner_id)
  LEFT JOIN activity t ON t.enrolment_id = e.id AND t.done_on IS NULL AND t.deleted_op IS NULL
  LEFT JOIN activity_kind k ON k.id = t.kind_id
WHERE e.deleted_op IS NULL"""


def live(connection: Connection, where: str = "1=1", params: Sequence[Any] = ()) -> list[EnrolmentRow]:
    """Those inside a cadence now, active or paused, that fit a condition on `e`; who is next first."""
    rows = connection.rows(
        f"{_SELECT} AND e.state IN {LIVE} AND {where} ORDER BY t.due_on IS NULL, t.due_on, t.due_at NULLS LAST, e.id",
        params,
    )
    return [_row(row) for row in rows]


def of_record(connection: Connection, kind: str, key: bytes) -> EnrolmentRow | None:
    """The cadence a lead, deal or contact is in now."""
    return (
        next(iter(live(connection, f"e.{kind}_id = ?", (key,))), None) if kind in {"lead", "deal", "contact"} else None
    )


def _row(row: Sequence[Any]) -> EnrolmentRow:
    values = list(row)
    for at in (10, 11, 22):
        values[at] = day(values[at])
    for at in (12, 23):
        values[at] = instant(values[at])
    values[4], values[5] = bool(values[4]), bool(values[5])
    return EnrolmentRow(*values)


@dataclass(frozen=True, slots=True)
class Standing:
    """A record as a cadence has to know it; `meaning` is open, converted, closed, won or lost."""

    kind: str
    id: bytes
    owner_id: bytes | None
    owner_works: bool
    meaning: str
    deleted: bool
    do_not_contact: bool
    email: str
    phone: str
    time_zone: str
    country: str
    contact_id: bytes | None


# Mail, phone and ban live on the contact once a lead is linked; the company's phone will do for a deal.
_PHONE = "COALESCE(NULLIF({0}.phone, ''), NULLIF({0}.mobile, ''))"
_STANDING = {
    "lead": (
        "COALESCE(s.meaning, 'open')",
        f"COALESCE(NULLIF(p.email, ''), r.email), COALESCE({_PHONE.format('p')}, {_PHONE.format('r')}, ''),"
        " COALESCE(NULLIF(p.time_zone, ''), r.time_zone), COALESCE(NULLIF(p.country, ''), r.country)",
        "r.do_not_contact",
        "LEFT JOIN contact p ON p.id = r.contact_id LEFT JOIN lead_status s ON s.id = r.status_id",
    ),
    "deal": (
        "r.state",
        f"COALESCE(p.email, ''), COALESCE({_PHONE.format('p')}, a.phone, ''), COALESCE(p.time_zone, ''),"
        " COALESCE(NULLIF(p.country, ''), a.country, '')",
        "p.do_not_contact",
        "LEFT JOIN contact p ON p.id = r.contact_id LEFT JOIN account a ON a.id = r.account_id",
    ),
    "contact": (
        "'open'",
        f"r.email, COALESCE({_PHONE.format('r')}, ''), r.time_zone, r.country",
        "r.do_not_contact",
        "LEFT JOIN contact p ON p.id = r.id",
    ),
}


def standings(connection: Connection, kind: str, keys: Sequence[bytes]) -> Iterator[Standing]:
    """How these leads, deals or contacts stand, those in the bin too."""
    meaning, reach, ban, joins = _STANDING[kind]
    for start in range(0, len(keys), _MOST):
        part = keys[start : start + _MOST]
        rows = connection.rows(
            f"SELECT r.id, r.owner_id, m.active, {meaning}, r.deleted_op IS NOT NULL, {ban}, p.do_not_contact, {reach},"
            f" p.id FROM {kind} r {joins} LEFT JOIN member m ON m.id = r.owner_id WHERE r.id IN ({placeholders(part)})",
            part,
        )
        for key, owner, works, means, gone, banned, person_banned, email, phone, zone, country, person in rows:
            yield Standing(
                kind, key, owner, bool(works), means, bool(gone), bool(banned or person_banned),
                email, phone, zone, country, person,
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Touch:
    """Something with a person that may end their cadence: planned or done after they were enrolled."""

    enrolment_id: bytes
    kind: str
    outcome: str
    books: str
    direction: str
    done_on: dt.date | None
    own_step: bool


def touches(connection: Connection, where: str = "1=1", params: Sequence[Any] = ()) -> Iterator[Touch]:
    """What was done since with everybody inside who fits, the first first: answers, meetings, wrong addresses, a no.

    Steps of the cadence count, what was written down later from the day of the enrolment on, and what was planned
    before when it was done later.
    """
    parts = [
        f"SELECT e.id, k.meaning, COALESCE(x.meaning, ''), COALESCE(x.next_step, ''), a.direction, a.done_on,"
        f" COALESCE(a.enrolment_id = e.id, FALSE), a.id FROM enrolment e JOIN operation o ON o.id = e.created_op"
        f" JOIN activity a ON a.{link} = e.{link} JOIN activity_kind k ON k.id = a.kind_id"
        f" LEFT JOIN outcome x ON x.id = a.outcome_id"
        f" WHERE e.state IN {LIVE} AND e.deleted_op IS NULL AND a.deleted_op IS NULL"
        " AND (a.direction = 'in' OR k.meaning IN ('meeting', 'demo', 'visit') OR x.meaning IN ('reached', 'wrong', 'closed'))"
        " AND (a.enrolment_id = e.id OR a.done_at > o.at OR (a.created_op > e.created_op AND (a.done_on IS NULL OR a.done_on >= e.started_on)))"
        f" AND {where}"
        for link in ("lead_id", "deal_id", "contact_id")
    ]
    sql = " UNION ".join(parts) + " ORDER BY 6 NULLS LAST, 8"
    for row in connection.rows(sql, [*params] * len(parts)):
        yield Touch(row[0], row[1], row[2], row[3], row[4], day(row[5]), bool(row[6]))


def done_steps(connection: Connection, enrolment_id: bytes) -> dict[int, dt.date]:
    """The places of the steps somebody has done, with the day the last of each was done."""
    rows = connection.rows(
        "SELECT cadence_step, max(done_on) FROM activity WHERE enrolment_id = ? AND done_on IS NOT NULL"
        " AND cadence_step IS NOT NULL AND deleted_op IS NULL GROUP BY cadence_step",
        (enrolment_id,),
    )
    return {int(at): dt.date.fromisoformat(on) for at, on in rows}


def taken(connection: Connection) -> dict[object, str]:
    """Who is in a cadence now, and in which: by key of lead, deal or contact, and by mail address."""
    rows = connection.rows(
        "SELECT c.name, e.lead_id, e.deal_id, e.contact_id, l.email_key, p.email_key FROM enrolment e"
        " JOIN cadence c ON c.id = e.cadence_id LEFT JOIN lead l ON l.id = e.lead_id"
        f" LEFT JOIN contact p ON p.id = e.contact_id WHERE e.state IN {LIVE} AND e.deleted_op IS NULL"
    )
    return {key: name for name, *keys in rows for key in keys if key}


def colleagues(connection: Connection, kind: str, keys: Sequence[bytes], me: bytes, since: dt.date) -> dict[bytes, str]:
    """Of these records those a colleague owns or was in touch with since a day, and who that is."""
    found: dict[bytes, str] = {}
    for start in range(0, len(keys), _MOST):
        part = keys[start : start + _MOST]
        found |= connection.rows(
            f"SELECT r.id, m.name FROM {kind} r JOIN member m ON m.id = r.owner_id WHERE r.owner_id <> ?"
            f" AND r.id IN ({placeholders(part)})",
            (me, *part),
        )
        found |= connection.rows(
            f"SELECT t.{kind}_id, m.name FROM activity t JOIN member m ON m.id = t.owner_id JOIN activity_kind k"
            f" ON k.id = t.kind_id WHERE t.{kind}_id IN ({placeholders(part)}) AND t.owner_id <> ? AND t.done_on >= ?"
            " AND k.meaning NOT IN ('task', 'note') AND t.deleted_op IS NULL ORDER BY t.done_on",
            (*part, me, since.isoformat()),
        )
    return found


@dataclass(frozen=True, slots=True)
class CadenceCounts:
    """How a cadence does: everybody who was enrolled, by where they are; `won` counts records won since."""

    enrolled: int = 0
    inside: int = 0
    finished: int = 0
    replied: int = 0
    meetings: int = 0
    won: int = 0


def counts(connection: Connection) -> dict[bytes, CadenceCounts]:
    """The counts of every cadence that was ever used."""
    rows = connection.rows(
        f"SELECT e.cadence_id, count(*), count(*) FILTER (WHERE e.state IN {LIVE}),"
        " count(*) FILTER (WHERE e.state = 'finished'), count(*) FILTER (WHERE e.reason = 'replied'),"
        " count(*) FILTER (WHERE e.reason LIKE 'meeting %'),"
        " count(*) FILTER (WHERE EXISTS (SELECT 1 FROM deal d LEFT JOIN deal_lead k ON k.deal_id = d.id"
        " AND k.deleted_op IS NULL WHERE (d.id = e.deal_id OR k.lead_id = e.lead_id) AND d.state = 'won'"
        " AND d.won_on >= e.started_on AND d.deleted_op IS NULL))"
        " FROM enrolment e WHERE e.deleted_op IS NULL GROUP BY e.cadence_id"
    )
    return {key: CadenceCounts(*map(int, numbers)) for key, *numbers in rows}


def reasons(connection: Connection, cadence_id: bytes) -> list[tuple[str, int]]:
    """Why people were stopped, the commonest first."""
    rows = connection.rows(
        "SELECT reason, count(*) FROM enrolment WHERE cadence_id = ? AND state = 'stopped' AND deleted_op IS NULL"
        " GROUP BY reason ORDER BY count(*) DESC, reason",
        (cadence_id,),
    )
    return [(reason, int(count)) for reason, count in rows]


@dataclass(frozen=True, slots=True)
class StepCounts:
    """What became of a step: how often it was done, and how often somebody was reached with it."""

    done: int = 0
    reached: int = 0


def step_counts(connection: Connection, cadence_id: bytes) -> dict[int, StepCounts]:
    """The counts of each place of a cadence."""
    rows = connection.rows(
        "SELECT a.cadence_step, count(*), count(*) FILTER (WHERE x.meaning = 'reached') FROM enrolment e"
        " JOIN activity a ON a.enrolment_id = e.id LEFT JOIN outcome x ON x.id = a.outcome_id"
        " WHERE e.cadence_id = ? AND e.deleted_op IS NULL AND a.done_on IS NOT NULL AND a.cadence_step IS NOT NULL"
        " AND a.deleted_op IS NULL GROUP BY a.cadence_step",
        (cadence_id,),
    )
    return {int(at): StepCounts(int(done), int(reached)) for at, done, reached in rows}
