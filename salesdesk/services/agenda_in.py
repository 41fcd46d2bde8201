"""Meetings from a calendar: those with people one knows, once each, following the calendar until one changes them here."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from salesdesk import clock
from salesdesk.domain.text import clean, fold
from salesdesk.exchange.ics_in import Problem
from salesdesk.exchange.ics_meetings import Meeting, read_meetings
from salesdesk.i18n import tr
from salesdesk.services.agenda import UID_END
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import Step, add_step, kinds
from salesdesk.services.records import Ref
from salesdesk.store.read.values import placeholders

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

# What the table of imports calls a meeting of a calendar; its identity is the UID, its content names the occurrence.
ENTITY = "meeting"
AHEAD_DAYS = 92
# A UID and its occurrence.
Key = tuple[str, str]
_FIELDS = ("due_on", "due_at", "duration_minutes", "subject")
_UID_LIMIT = 200
_PLACE_LIMIT = 80
_CHUNK = 500


@dataclass
class Report:
    """What reading calendars did, or would do: meetings by what became of them, and problems by file."""

    added: int = 0
    moved: int = 0
    cancelled: int = 0
    unchanged: int = 0
    strangers: int = 0
    earlier: int = 0
    own: int = 0
    problems: list[tuple[Path, Problem]] = field(default_factory=list)

    @property
    def done(self) -> str:
        """What was done, in words."""
        done = [
            (self.added, tr("new")),
            (self.moved, tr("changed")),
            (self.cancelled, tr("cancelled")),
            (self.unchanged, tr("as before")),
        ]
        words = ", ".join(f"{count} {word}" for count, word in done if count) or tr("nothing new")
        return tr("Meetings: {words}", words=words)

    @property
    def sentence(self) -> str:
        """What was done and what was left out."""
        left = [
            (self.strangers, tr("with nobody you know")),
            (self.earlier, tr("before the first day")),
            (self.own, tr("of salesdesk itself")),
        ]
        out = ", ".join(f"{count} {word}" for count, word in left if count)
        return self.done + (tr("; left out: {out}", out=out) if out else "")


@dataclass(frozen=True, slots=True)
class _Known:
    """A meeting that was read before: what the calendar said then, and what is with its activity now."""

    row: bytes
    activity: bytes
    said: dict[str, Any]
    deleted: bool
    done: bool


def read_calendars(desk: Desk, files: Sequence[Path], *, since: dt.date | None = None, dry_run: bool = False) -> Report:
    """Take the meetings of .ics files in as planned steps of whom they are with, as one operation.

    Who takes part is found by mail address. Reading again changes nothing; what was moved or called off in the
    calendar since is moved or goes to the bin, but not what is done. New ones are taken from `since` (today) on,
    series for three months. Owners are the present member.
    """
    since, until = since or desk.today, desk.today + dt.timedelta(days=AHEAD_DAYS)
    report = Report()
    meetings: dict[Key, Meeting] = {}
    whole: set[str] = set()
    for path in files:
        reading = read_meetings(path, desk.time_zone, since, until)
        # Of several that say the same the last is meant.
        meetings |= {(meeting.uid, meeting.occurrence): meeting for meeting in reading.meetings}
        whole |= reading.whole
        report.problems += [(path, problem) for problem in reading.problems]
    known = _known(desk, {uid for uid, _ in meetings})
    people = _People(desk, {address for meeting in meetings.values() for address in meeting.people})
    with desk.operation(tr("Calendar read")) as unit:
        for key, meeting in meetings.items():
            if meeting.uid.endswith(UID_END):
                report.own += 1
            elif key in known:
                _follow(unit, desk, meeting, known[key], people, report)
            else:
                _take_in(unit, desk, meeting, people, since, report)
        for key in known.keys() - meetings.keys():
            if key[0] in whole:
                _drop_if_gone(unit, known[key], since, until, report)
        unit.label = report.done
        if dry_run:
            # What changed nothing is not kept.
            unit.changed = 0
    return report


def _drop_if_gone(unit: "Unit", known: _Known, since: dt.date, until: dt.date, report: Report) -> None:
    """A meeting whose series was moved or shortened: it would have been read again if it still took place."""
    day = known.said.get("due_on", "")
    if not known.done and not known.deleted and since.isoformat() <= day <= until.isoformat():
        unit.delete("activity", known.activity)
        unit.update("import_row", known.row, {"content": json.dumps(known.said | {"cancelled": True})})
        report.cancelled += 1


def _said(desk: Desk, meeting: Meeting, people: "_People") -> dict[str, Any]:
    """What the calendar says of a meeting, as it is kept to know the next time what was changed there."""
    timed = isinstance(meeting.start, dt.datetime)
    at = meeting.start if isinstance(meeting.start, dt.datetime) else None
    day = desk.local(at).date() if at is not None else meeting.start
    place = f" ({meeting.location})" if 0 < len(meeting.location) <= _PLACE_LIMIT else ""
    return {
        "due_on": day.isoformat(),
        "due_at": clock.iso(at) if at is not None else None,
        "duration_minutes": meeting.minutes if timed else None,
        "subject": clean(f"{meeting.summary}{place}"),
        "occurrence": meeting.occurrence,
        "uid": meeting.uid,
        "cancelled": meeting.cancelled or people.declined_by_us(meeting),
    }


def _take_in(unit: "Unit", desk: Desk, meeting: Meeting, people: "_People", since: dt.date, report: Report) -> None:
    said = _said(desk, meeting, people)
    if said["cancelled"]:
        return
    ref = people.of(meeting)
    if ref is None:
        report.strangers += 1
    elif said["due_on"] < since.isoformat():
        report.earlier += 1
    else:
        key = _insert(unit, desk, ref, said)
        row = {"entity": ENTITY, "identity": _identity(meeting.uid), "record_id": key}
        unit.insert("import_row", {**row, "content": json.dumps(said)})
        report.added += 1


def _insert(unit: "Unit", desk: Desk, ref: Ref, said: Mapping[str, Any]) -> bytes:
    time = desk.local(dt.datetime.fromisoformat(said["due_at"])).time() if said["due_at"] else None
    day = dt.date.fromisoformat(said["due_on"])
    step = Step(_kind(desk, said["subject"]), day, time, said["subject"], said["duration_minutes"])
    return add_step(unit, desk, ref, step, owner=desk.actor)


def _kind(desk: Desk, subject: str) -> Any:
    """A meeting, unless its title names another thing two people do at a time."""
    every = [k for k in kinds(desk) if k.meaning in {"meeting", "demo", "visit", "call"}]
    words = fold(subject).replace(":", " ").split()
    named = next((k for k in every if fold(k.name) in words and k.meaning != "meeting"), None)
    return named or next((k for k in every if k.meaning == "meeting"), every[0])


def _follow(unit: "Unit", desk: Desk, meeting: Meeting, known: _Known, people: "_People", report: Report) -> None:
    """A meeting that was read before: what the calendar changed since is changed here, all else is left alone."""
    said = _said(desk, meeting, people)
    changes = {name: value for name, value in said.items() if known.said.get(name) != value}
    back = known.said.get("cancelled") and not said["cancelled"]
    if not changes or known.done or (known.deleted and not back):
        report.unchanged += 1
        return
    key = known.activity
    if back and known.deleted:
        ref = people.of(meeting)
        if ref is None:
            report.strangers += 1
            return
        key = _insert(unit, desk, ref, said)
        report.added += 1
    elif said["cancelled"]:
        unit.delete("activity", key)
        report.cancelled += 1
    else:
        unit.update("activity", key, {name: changes[name] for name in _FIELDS if name in changes})
        report.moved += 1
    unit.update("import_row", known.row, {"record_id": key, "content": json.dumps(said)})


def _identity(uid: str) -> str:
    """A UID as the table of imports keeps it; a very long one by its hash."""
    return uid if len(uid) <= _UID_LIMIT else blake2b(uid.encode(), digest_size=16).hexdigest()


def _known(desk: Desk, uids: set[str]) -> dict[Key, _Known]:
    identities = sorted(_identity(uid) for uid in uids)
    found: dict[Key, _Known] = {}
    for at in range(0, len(identities), _CHUNK):
        part = identities[at : at + _CHUNK]
        rows = desk.connection.rows(
            "SELECT r.id, r.record_id, r.content, t.deleted_op IS NOT NULL, t.done_on IS NOT NULL"
            " FROM import_row r JOIN activity t ON t.id = r.record_id WHERE r.entity = ? AND r.deleted_op IS NULL"
            f" AND r.identity IN ({placeholders(part)}) ORDER BY r.id",
            (ENTITY, *part),
        )
        for row, activity, content, deleted, done in rows:
            said = json.loads(content)
            found[said["uid"], said["occurrence"]] = _Known(row, activity, said, bool(deleted), bool(done))
    return found


class _People:
    """Whom the addresses of meetings belong to: an open deal of a contact, an open lead, else contact or lead."""

    def __init__(self, desk: Desk, addresses: set[str]) -> None:
        self._found: dict[str, Ref] = {}
        rows = desk.connection.rows("SELECT lower(email) FROM member WHERE deleted_op IS NULL AND email <> ''")
        self._ours = {str(mail) for (mail,) in rows}
        wanted = sorted(addresses - self._ours)
        for at in range(0, len(wanted), _CHUNK):
            self._look_up(desk, wanted[at : at + _CHUNK])

    def of(self, meeting: Meeting) -> Ref | None:
        """The record a meeting is with: of the first who takes part and is known."""
        return next((self._found[one] for one in meeting.people if one in self._found), None)

    def declined_by_us(self, meeting: Meeting) -> bool:
        """Whether those of us who were asked all said no."""
        return bool(self._ours.intersection(meeting.declined)) and not self._ours.intersection(meeting.people)

    def _look_up(self, desk: Desk, wanted: Sequence[str]) -> None:
        marks = placeholders(wanted)
        # The best comes last and stays.
        for sql, kind in (
            (f"SELECT l.email_key, l.id, l.code, l.name, l.company FROM lead l WHERE l.email_key IN ({marks})"
             " AND l.deleted_op IS NULL ORDER BY l.id", "lead"),
            (f"SELECT c.email_key, c.id, c.code, c.name, c.title FROM contact c WHERE c.email_key IN ({marks})"
             " AND c.deleted_op IS NULL ORDER BY c.id", "contact"),
            (f"SELECT l.email_key, l.id, l.code, l.name, l.company FROM lead l JOIN lead_status s ON s.id = l.status_id"
             f" WHERE l.email_key IN ({marks}) AND l.deleted_op IS NULL AND s.meaning = 'open' ORDER BY l.id", "lead"),
            (f"SELECT c.email_key, d.id, d.code, d.name, d.state FROM deal d JOIN contact c ON c.id = d.contact_id"
             f" WHERE c.email_key IN ({marks}) AND d.deleted_op IS NULL AND c.deleted_op IS NULL AND d.state = 'open'"
             " ORDER BY d.id", "deal"),
        ):  # fmt: skip
            self._found |= {row[0]: Ref(kind, *row[1:]) for row in desk.connection.rows(sql, wanted)}


def problem_line(path: Path, problem: Problem) -> str:
    """`meetings.ics:12: ...`, as tools that jump to a line read it."""
    return f"{path}:{problem.line}: {problem.message}"
