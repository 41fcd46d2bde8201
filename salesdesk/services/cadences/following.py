"""What ends a cadence, and the next step once one is done: read from the facts, whoever made them."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from salesdesk.domain.booking import MEETINGS, books_meeting
from salesdesk.domain.cadence import Cadence
from salesdesk.domain.people import mail_key, phone_key
from salesdesk.i18n import plural, tr
from salesdesk.services.cadences import planning
from salesdesk.services.cadences.writing import read
from salesdesk.services.desk import Desk
from salesdesk.services.optouts import opted_out
from salesdesk.services.outreach import Step, kinds
from salesdesk.services.records import Ref
from salesdesk.store.connection import Connection
from salesdesk.store.read import enrolments
from salesdesk.store.read.enrolments import EnrolmentRow, Standing, Touch
from salesdesk.store.read.lookups import OutcomeRow

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

_WRITTEN = {"mail", "message"}
# What cadences do by themselves, not a person: `u` does not meet it.
SOURCE = "cadence"
# Up to so many are asked one by one whether they may be contacted.
_FEW = 20
# What a stop is for, by the meaning of a record's status.
CLOSED = {
    "converted": ("won", "qualified"),
    "won": ("won", "won"),
    "closed": ("disqualified", "disqualified"),
    "lost": ("disqualified", "lost"),
}


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of somebody inside: stopped for a reason, at the end, or with their next step."""

    row: EnrolmentRow
    reason: str = ""
    step: Step | None = None

    def sentence(self) -> str:
        """`First touch stopped: replied`, `First touch finished`; nothing when it goes on."""
        if self.reason:
            return tr("{cadence} stopped: {reason}", cadence=self.row.cadence, reason=tr(self.reason))
        return "" if self.step else tr("{cadence} finished", cadence=self.row.cadence)


def follow(unit: "Unit", desk: Desk, refs: Sequence[Ref]) -> list[Followed]:
    """Inside an operation that did something with these records: stop their cadences where that ends them, and plan
    the next step of those whose step is done or gone (a deleted one counts as skipped)."""
    found = []
    for ref in refs:
        where, params = _of(unit.connection, ref)
        found += [_carry_out(unit, desk, *verdict) for verdict in list(_verdicts(desk, unit.connection, where, params))]
    return found


def follow_address(unit: "Unit", desk: Desk, key: str) -> None:
    """`follow` for whoever has the mail address, the domain (`@acme.example`) or the number that this is the key of."""
    column = "email_key" if "@" in key else "phone_key"
    test, value = ("LIKE ?", f"%{key}") if key.startswith("@") else ("= ?", key)
    whose = " OR ".join(f"e.{t}_id IN (SELECT x.id FROM {t} x WHERE x.{column} {test})" for t in ("lead", "contact"))
    for verdict in list(_verdicts(desk, unit.connection, f"({whose})", (value, value))):
        _carry_out(unit, desk, *verdict)


def end(unit: "Unit", desk: Desk, ref: Ref, reason: str) -> None:
    """Stop the cadence of a record for a reason of the operation that is open; nothing when it is in none."""
    for row in enrolments.live(unit.connection, *_of(unit.connection, ref)):
        stop(unit, desk, row, reason)


def settle(desk: Desk) -> str:
    """Make right what happened where nobody could follow: a mail that came in, an import, a mark of another program.

    Cheap when there is nothing to do; as an operation of the cadences, not of the member. What was done, or nothing.
    """
    with desk.workspace.snapshot() as connection:
        if not unsettled(desk, connection):
            return ""
    with desk.operation(tr("Cadences followed up"), source=SOURCE) as unit:
        done = [_carry_out(unit, desk, *verdict) for verdict in list(_verdicts(desk, unit.connection))]
        # Somebody else may have settled it a moment ago.
        unit.label = sentence = _sum_up(done) if done else ""
    return sentence


def unsettled(desk: Desk, connection: Connection) -> bool:
    """Whether there is anything for `settle` to do."""
    return next(_verdicts(desk, connection), None) is not None


def _sum_up(done: Sequence[Followed]) -> str:
    reasons = Counter(one.reason for one in done if one.reason)
    parts = [f"{count} {tr(reason)}" for reason, count in reasons.most_common()]
    stopped = tr("{count} stopped ({why})", count=sum(reasons.values()), why=", ".join(parts)) if reasons else ""
    going = sum(one.step is not None for one in done)
    on = tr("{who} to the next step", who=plural(going, tr("went on"), tr("went on"))) if going else ""
    ended = len(done) - going - sum(reasons.values())
    finished = tr("{count} finished", count=ended) if ended else ""
    return tr("Cadences: {what}", what=", ".join(part for part in (stopped, on, finished) if part))


def _of(connection: Connection, ref: Ref) -> tuple[str, tuple[bytes, ...]]:
    """The enrolments something that happened with a record is about: its own, and those of its person."""
    if ref.kind in {"lead", "deal"}:
        person = connection.value(f"SELECT contact_id FROM {ref.kind} WHERE id = ?", (ref.id,))
        if person is None:
            return f"e.{ref.kind}_id = ?", (ref.id,)
        # As a union, so that each half takes its index; an OR makes SQLite look through all of them.
        both = f"SELECT id FROM enrolment WHERE {ref.kind}_id = ? UNION SELECT id FROM enrolment WHERE contact_id = ?"
        return f"e.id IN ({both})", (ref.id, person)
    if ref.kind == "contact":
        return "e.contact_id = ?", (ref.id,)
    if ref.kind == "activity":
        return "e.id = (SELECT x.enrolment_id FROM activity x WHERE x.id = ?)", (ref.id,)
    return "1=0", ()


def _verdicts(
    desk: Desk, connection: Connection, where: str = "1=1", params: Sequence[Any] = ()
) -> Iterator[tuple[EnrolmentRow, str]]:
    """Those inside for whom there is something to do: why to stop, or nothing to go on."""
    rows = enrolments.live(connection, where, params)
    if not rows:
        return
    kinds = {row.record_kind for row in rows}
    standing = {
        (s.kind, s.id): s
        for kind in kinds
        for s in enrolments.standings(connection, kind, [r.record_id for r in rows if r.record_kind == kind])
    }
    touched: dict[bytes, list[Touch]] = {}
    for touch in enrolments.touches(connection, where, params):
        touched.setdefault(touch.enrolment_id, []).append(touch)
    suspect = _suspects(connection) if len(rows) > _FEW else lambda _: True
    for row in rows:
        found = standing[row.record_kind, row.record_id]
        reason = _why_stop(connection, row, found, touched.get(row.id, ()), suspect)
        if reason or (row.state == "active" and row.step_id is None):
            yield row, reason


def _why_stop(
    connection: Connection,
    row: EnrolmentRow,
    standing: Standing,
    touched: Sequence[Touch],
    suspect: Callable[[Standing], bool],
) -> str:
    if row.deleted:
        return "cadence deleted"
    if standing.deleted:
        return "record deleted"
    cadence = read(row.text)
    causes = [cause for touch in touched if (cause := cause_of(touch)) and cause[0] in cadence.stop]
    # An address that bounced is closed for mail too; the bounce is why.
    bounced = next((reason for cause, reason in causes if cause == "bounce"), "")
    closed, how = CLOSED.get(standing.meaning, ("", ""))
    first = causes[0][1] if causes else ""
    banned = ban(connection, standing, cadence) if suspect(standing) else ""
    return bounced or banned or (how if closed in cadence.stop else first)


def _suspects(connection: Connection) -> Callable[[Standing], bool]:
    """Whether it is worth asking if somebody may be contacted: for thousands one look into the list of opt-outs."""
    keys = {key for (key,) in connection.rows("SELECT address_key FROM opt_out WHERE deleted_op IS NULL")}

    def suspect(standing: Standing) -> bool:
        mail, phone = mail_key(standing.email) or "", phone_key(standing.phone) or ""
        domain = f"@{mail.rpartition('@')[2]}"
        return standing.do_not_contact or not keys.isdisjoint({mail, phone, domain})

    return suspect


def ban(connection: Connection, standing: Standing, cadence: Cadence) -> str:
    """Why somebody may not be contacted with the steps of a cadence; nothing when they may."""
    if standing.do_not_contact:
        return "do not contact"
    channels = {step.kind for step in cadence.steps}
    for kind, address in (("mail", standing.email), ("call", standing.phone)):
        if kind in channels and address and opted_out(connection, address, kind):
            return "opted out"
    return ""


def cause_of(touch: Touch) -> tuple[str, str] | None:
    """What a touch ends a cadence for, and in which words; None when it does not."""
    own_visit = touch.kind == "visit" and touch.own_step
    if touch.kind in MEETINGS or (touch.kind == "visit" and touch.done_on and not own_visit):
        if touch.done_on is None:
            return "meeting", "meeting booked"
        return ("meeting", "meeting held") if touch.outcome == "reached" else None
    if touch.done_on is None:
        return None
    if touch.outcome == "wrong":
        return "bounce", "mail bounced" if touch.kind in _WRITTEN else "wrong number"
    if touch.outcome == "closed":
        return "disqualified", "not interested"
    if books_meeting(touch.books):
        return "meeting", "meeting booked"
    came = touch.direction == "in" and touch.kind not in {"task", "note"}
    return ("reply", "replied") if came or (touch.kind in _WRITTEN and touch.outcome == "reached") else None


def _carry_out(unit: "Unit", desk: Desk, row: EnrolmentRow, reason: str) -> Followed:
    if reason:
        stop(unit, desk, row, reason)
        return Followed(row, reason)
    return Followed(row, step=go_on(unit, desk, row))


def stop(unit: "Unit", desk: Desk, row: EnrolmentRow, reason: str, *, state: str = "stopped") -> None:
    """Take somebody out, with what was planned for them and what waits to be sent."""
    unit.update("enrolment", row.id, {"state": state, "reason": reason, "ended_on": desk.today})
    drop_step(unit, row, Followed(row, reason).sentence())


def drop_step(unit: "Unit", row: EnrolmentRow, why: str) -> None:
    """Away with the planned step; a mail of it that waits in the outbox does not leave, and says why."""
    for key in _waiting(unit, "activity", "done_on IS NULL", row.id):
        unit.delete("activity", key)
    for key in _waiting(unit, "message", "state = 'queued'", row.id):
        unit.update("message", key, {"state": "cancelled", "error": why})


def _waiting(unit: "Unit", table: str, still: str, enrolment: bytes) -> list[bytes]:
    sql = f"SELECT id FROM {table} WHERE enrolment_id = ? AND {still} AND deleted_op IS NULL"
    return [key for (key,) in unit.connection.rows(sql, (enrolment,))]


def go_on(unit: "Unit", desk: Desk, row: EnrolmentRow) -> Step | None:
    """Plan the step after the one that was done or skipped; None when that was the last, and the cadence is finished.

    A step somebody has done already, because the text was put in another order, is not done again.
    """
    done = enrolments.done_steps(unit.connection, row.id)
    place = _place_after(row, done)
    if place is None:
        stop(unit, desk, row, "", state="finished")
        return None
    day = planning.due_day(desk, done.get(row.position, desk.today), read(row.text).steps[place].wait)
    return plan_step(unit, desk, row, place, day)


def _place_after(row: EnrolmentRow, done: Collection[int]) -> int | None:
    return next((at for at in range(row.position + 1, len(read(row.text).steps)) if at not in done), None)


def plan_step(unit: "Unit", desk: Desk, row: EnrolmentRow, place: int, day: dt.date) -> Step:
    """Plan the step at that place for somebody inside, and remember that it is their next."""
    ref = planning.ref_of(row)
    step = planning.step_of(desk, ref, read(row.text).steps[place], day)
    (standing,) = enrolments.standings(unit.connection, ref.kind, [ref.id])
    owner = planning.who_acts(standing, row.owner_id, desk)
    unit.insert("activity", planning.values(unit, desk, ref, step, enrolment=row.id, place=place, owner=owner))
    unit.update("enrolment", row.id, {"position": place, "state": "active"})
    return step


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a touch would do to a cadence: end it, or be followed by its next step (None: there is no more)."""

    ends: bool
    step: Step | None = None


def ahead(desk: Desk, row: EnrolmentRow, outcome: OutcomeRow, kind: str, day: dt.date) -> Ahead:
    """What comes when the planned step is logged on that day, on that channel with that outcome."""
    cadence = read(row.text)
    cause = cause_of(Touch(row.id, kind, outcome.meaning, outcome.next_step, "out", day, own_step=True))
    if cause and cause[0] in cadence.stop:
        return Ahead(ends=True)
    place = _place_after(row, enrolments.done_steps(desk.connection, row.id))
    if place is None:
        return Ahead(ends=False)
    step = cadence.steps[place]
    due = planning.due_day(desk, day, step.wait)
    return Ahead(ends=False, step=planning.step_of(desk, planning.ref_of(row), step, due))


def afterwards(desk: Desk, before: EnrolmentRow) -> tuple[Step | None, str]:
    """What an operation did to a cadence somebody was in before it: the step that is next now, or how it ended, in
    words; neither when nothing changed."""
    row = next(iter(enrolments.live(desk.connection, "e.id = ?", (before.id,))), None)
    if row is None:
        state, reason = desk.connection.one("SELECT state, reason FROM enrolment WHERE id = ?", (before.id,)) or (
            "",
            "",
        )
        return None, Followed(before, reason).sentence() if state else ""
    if row.step_id == before.step_id or row.due_on is None:
        return None, ""
    kind = next((k for k in kinds(desk) if k.meaning == row.step_kind), None)
    return (Step(kind, row.due_on, None, row.step_subject) if kind else None), ""
