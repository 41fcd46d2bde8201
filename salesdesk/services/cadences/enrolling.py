"""Enrolling people in a cadence, one or many: who may be, who not and why."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from salesdesk.domain.cadence import Cadence
from salesdesk.domain.ids import new_id
from salesdesk.domain.people import mail_key
from salesdesk.errors import InvalidError
from salesdesk.i18n import plural, tr
from salesdesk.services import collision
from salesdesk.services.cadences import planning
from salesdesk.services.cadences.following import CLOSED, ban
from salesdesk.services.cadences.writing import usable
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import Step
from salesdesk.services.records import Ref
from salesdesk.services.texts import TextRow
from salesdesk.store.connection import Connection
from salesdesk.store.read import enrolments
from salesdesk.store.read.enrolments import Standing


@dataclass(frozen=True, slots=True)
class Enrolling:
    """What enrolling these records does: who goes in, with which first step, and who does not, by reason.

    `busy` says of those who go in whom a colleague owns or was in touch with lately, and which; a preview knows it.
    """

    cadence: TextRow
    taken: Sequence[Ref]
    refused: Mapping[str, Sequence[Ref]] = field(default_factory=dict)
    first: Step | None = None
    busy: Sequence[tuple[Ref, str]] = ()

    def sentence(self, today: dt.date) -> str:
        """`12 leads enrolled in First touch, call today; 3 not: 2 opted out, 1 without a mail address`."""
        who = _who(self.taken)
        step = f", {self.first.sentence(today)}" if self.first else ""
        said = tr("{who} enrolled in {cadence}", who=who, cadence=self.cadence.name)
        return f"{said}{step}{f'; {self.refusals()}' if self.refused else ''}"

    def collisions(self) -> str:
        """`12 of them are a colleague's, or one was in touch lately: Anna Lindqvist (Omar Farouk) ...`; else nothing."""
        if not self.busy:
            return ""
        names = ", ".join(f"{ref.name} ({who})" for ref, who in self.busy[:2])
        more = " …" if len(self.busy) > 2 else ""
        count = f"{len(self.busy):,}"
        return tr("{count} a colleague owns or was in touch with lately: {names}", count=count, names=names + more)

    def refusals(self) -> str:
        """`3 not: 2 opted out, 1 without a mail address`; nothing when everybody goes in."""
        if not self.refused:
            return ""
        parts = ", ".join(f"{len(refs):,} {tr(reason)}" for reason, refs in self.refused.items())
        return tr("{count} not: {why}", count=f"{sum(map(len, self.refused.values())):,}", why=parts)


def preview(desk: Desk, cadence: TextRow, refs: Sequence[Ref], start: dt.date | None = None) -> Enrolling:
    """What `enrol` would do now; nothing is written."""
    with desk.workspace.snapshot() as connection:
        found = _sort(desk, connection, cadence, refs, start)[0]
        return replace(found, busy=collision.busy(desk, connection, found.taken))


def enrol(desk: Desk, cadence: TextRow, refs: Sequence[Ref], start: dt.date | None = None) -> Enrolling:
    """Put these records into a cadence from a day on, as one operation; who may not be in it is left out and named.

    InvalidError when nobody is left, or for a day that has passed.
    """
    what = tr("{who} enrolled in {cadence}", who=_who(refs), cadence=cadence.name)
    with desk.operation(what) as unit:
        # Asked inside the operation: somebody else may enrol the same person at this moment.
        found, standing = _sort(desk, unit.connection, cadence, refs, start)
        if not found.taken or found.first is None:
            raise InvalidError(_nobody(found, refs), hint=tr("Give others, or another cadence."))
        unit.label = tr("{who} enrolled in {cadence}", who=_who(found.taken), cadence=cadence.name)
        rows, steps = [], []
        for ref in found.taken:
            key = new_id()
            linked = {f"{ref.kind}_id": ref.id, "contact_id": standing[ref.id].contact_id}
            owner = planning.who_acts(standing[ref.id], desk.actor, desk)
            rows.append(
                {"id": key, "cadence_id": cadence.id, "owner_id": desk.actor, "started_on": desk.today, **linked}
            )
            step = planning.step_of(desk, ref, usable(cadence).steps[0], found.first.day)
            steps.append(planning.values(unit, desk, ref, step, enrolment=key, place=0, owner=owner))
        unit.insert_many("enrolment", rows)
        unit.insert_many("activity", steps)
    return found


def _sort(
    desk: Desk, connection: Connection, cadence: TextRow, refs: Iterable[Ref], start: dt.date | None
) -> tuple[Enrolling, Mapping[bytes, Standing]]:
    text = usable(cadence)
    base = start or desk.today
    if base < desk.today:
        raise InvalidError(tr("{day} is in the past.", day=base.isoformat()), hint=tr("Give today or a day to come."))
    each = {ref.id: ref for ref in refs}
    standing = {
        s.id: s
        for kind in text.records
        for s in enrolments.standings(connection, kind, [r.id for r in each.values() if r.kind == kind])
    }
    busy = enrolments.taken(connection)
    taken: list[Ref] = []
    refused: dict[str, list[Ref]] = {}
    for ref in each.values():
        found = standing.get(ref.id)
        reason = _why_not(connection, text, found, busy) if found else _wrong_kind(text, ref)
        if reason:
            refused.setdefault(reason, []).append(ref)
            continue
        taken.append(ref)
        # The same person a second time, as another lead or by the same address, does not go in twice.
        busy |= {key: cadence.name for key in _keys(found) if key} if found else {}
    first = text.steps[0]
    step = planning.step_of(desk, taken[0], first, planning.due_day(desk, base, first.wait)) if taken else None
    return Enrolling(cadence, taken, dict(sorted(refused.items(), key=lambda item: -len(item[1]))), step), standing


def _keys(found: Standing) -> tuple[object, ...]:
    return found.id, found.contact_id, mail_key(found.email) if found.email else None


def _why_not(connection: Connection, text: Cadence, found: Standing, busy: Mapping[object, str]) -> str:
    """Why a record does not go into a cadence, as words after a count; nothing when it does."""
    if found.deleted:
        return "deleted meanwhile"
    if banned := ban(connection, found, text):
        return banned
    stop, reason = CLOSED.get(found.meaning, ("", ""))
    if stop in text.stop:
        return reason
    if other := next((busy[key] for key in _keys(found) if key in busy), ""):
        return tr("in {cadence} already", cadence=other)
    kinds = {step.kind for step in text.steps}
    if "mail" in kinds and not found.email:
        return "without a mail address"
    return "without a phone number" if "call" in kinds and not found.phone else ""


def _wrong_kind(text: Cadence, ref: Ref) -> str:
    wanted = tr(" or ").join(text.records)
    return tr("no {wanted} but a {kind}", wanted=wanted, kind=ref.kind)


def _nobody(found: Enrolling, refs: Sequence[Ref]) -> str:
    if len(refs) == 1 and found.refused:
        ((reason, _),) = found.refused.items()
        return tr(
            "{name} was not enrolled in {cadence}: {why}.",
            name=refs[0].name,
            cadence=found.cadence.name,
            why=tr(reason),
        )
    return tr(
        "Nobody was enrolled in {cadence}. {why}.", cadence=found.cadence.name, why=found.refusals() or tr("None")
    )


def _who(refs: Sequence[Ref]) -> str:
    if len(refs) == 1:
        return refs[0].name
    kind = refs[0].kind if refs and len({ref.kind for ref in refs}) == 1 else tr("record")
    return plural(len(refs), kind, f"{kind}s")
