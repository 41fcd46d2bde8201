"""The collision guard: before somebody is called, written to or enrolled, who else is at it, and what stands against it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.dates import say_day
from salesdesk.domain.people import company_domain, company_key
from salesdesk.i18n import tr
from salesdesk.services import optouts
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.store.connection import Connection
from salesdesk.store.read import enrolments

# A channel of opt-outs for each way of contact.
CHANNEL_OF = {"call": "call", "message": "call", "mail": "mail"}
_WAITING = "x.state IN ('queued', 'sending', 'asked')"


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a record leads to: the keys that tell them again on other records, and their company."""

    email: str = ""
    phone: str = ""
    email_key: str = ""
    phone_key: str = ""
    account_id: bytes | None = None
    company_key: str = ""
    owner_id: bytes | None = None
    owner: str = ""
    do_not_contact: bool = False


@dataclass(frozen=True, slots=True)
class Collision:
    """What is to be known first. `forbidden`: they do not want it, so it must not be done. `warnings`: colleagues are
    at it, the strongest first."""

    forbidden: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """All of it as one line; empty when nothing stands in the way."""
        return "; ".join((*self.forbidden, *self.warnings))


def guard(desk: Desk, ref: Ref, channel: str) -> Collision:
    """Who touched this person, their company or its domain lately, who owns it, which cadence runs, which opt-out
    stands. `channel` is call, message, mail or enrolment. What one did oneself is no collision.
    """
    with desk.workspace.snapshot() as connection:
        person = person_of(connection, ref)
        if person is None:
            return Collision()
        forbidden = tuple(_forbidden(connection, ref, person, channel))
        warnings = [*_touched(desk, connection, ref, person), *_at_work(desk, connection, ref, person)]
        if person.owner_id is not None and desk.actor is not None and person.owner_id != desk.actor:
            warnings.append(tr("{owner} owns it", owner=person.owner))
        return Collision(forbidden, tuple(warnings))


def busy(
    desk: Desk, connection: Connection, refs: Sequence[Ref], addresses: Sequence[str] = ()
) -> list[tuple[Ref, str]]:
    """Of these records those a colleague owns, was in touch with lately, or has a mail in the outbox for (to the
    address at the same place), and who that is; asked for all at once."""
    if desk.actor is None:
        return []
    since = desk.today - dt.timedelta(days=int(desk.settings["collision_days"]))
    found: dict[bytes, str] = {}
    for kind in {ref.kind for ref in refs}:
        keys = [ref.id for ref in refs if ref.kind == kind]
        found |= enrolments.colleagues(connection, kind, keys, desk.actor, since)
    waiting: dict[str, str] = {}
    if addresses:
        waiting |= connection.rows(
            "SELECT x.to_address, m.name FROM message x JOIN member m ON m.id = x.owner_id"
            f" WHERE {_WAITING} AND x.owner_id <> ? AND x.deleted_op IS NULL",
            (desk.actor,),
        )
    for ref, address in zip(refs, addresses, strict=False):
        found |= {ref.id: waiting[address]} if address in waiting else {}
    return [(ref, found[ref.id]) for ref in refs if ref.id in found]


def person_of(connection: Connection, ref: Ref) -> Person | None:
    """The person (or company) behind a record; None for a to-do of its own."""
    who = "r.email, COALESCE(NULLIF(r.phone, ''), r.mobile), r.email_key, r.phone_key"
    sql = {
        "lead": f"SELECT {who}, r.account_id, r.company, r.owner_id, m.name, r.do_not_contact FROM lead r",
        "contact": f"SELECT {who}, r.account_id, COALESCE(a.name, ''), r.owner_id, m.name, r.do_not_contact"
        " FROM contact r LEFT JOIN account a ON a.id = r.account_id",
        "deal": "SELECT COALESCE(c.email, ''), COALESCE(NULLIF(c.phone, ''), c.mobile, ''), COALESCE(c.email_key, ''),"
        " COALESCE(c.phone_key, ''), r.account_id, COALESCE(a.name, ''), r.owner_id, m.name,"
        " COALESCE(c.do_not_contact, FALSE)"
        " FROM deal r LEFT JOIN contact c ON c.id = r.contact_id LEFT JOIN account a ON a.id = r.account_id",
        "account": "SELECT r.email, r.phone, '', '', r.id, r.name, r.owner_id, m.name, FALSE FROM account r",
    }.get(ref.kind)
    if sql is None:
        return None
    row = connection.one(f"{sql} LEFT JOIN member m ON m.id = r.owner_id WHERE r.id = ?", (ref.id,))
    if row is None:
        return None
    email, phone, email_key, phone_key, account_id, company, owner_id, owner, forbidden = row
    company = company_key(company) if company else ""
    return Person(email, phone, email_key, phone_key, account_id, company, owner_id, owner or "", bool(forbidden))


def reachable(desk: Desk, refs: Sequence[Ref], channel: str) -> list[Ref]:
    """Those of the records whose people may be called, written to or enrolled."""
    if channel not in CHANNEL_OF:
        return list(refs)
    found = []
    with desk.workspace.snapshot() as connection:
        for ref in refs:
            person = person_of(connection, ref)
            if person is None or not any(_forbidden(connection, ref, person, channel)):
                found.append(ref)
    return found


@dataclass(frozen=True, slots=True)
class Ban:
    """A channel (contact, mail or call) that must not be used for somebody, since when, and why."""

    channel: str
    since: dt.date | None = None
    reason: str = ""


def bans(connection: Connection, ref: Ref) -> list[Ban]:
    """All that stands against contacting whoever is behind a record."""
    person = person_of(connection, ref)
    if person is None:
        return []
    if person.do_not_contact:
        return [Ban("contact")]
    found = {
        channel: optouts.standing(connection, address, channel)
        for channel, address in (("mail", person.email), ("call", person.phone))
    }
    return [Ban(channel, row.since, row.reason) for channel, row in found.items() if row]


def _forbidden(connection: Connection, ref: Ref, person: Person, channel: str) -> Iterator[str]:
    if person.do_not_contact:
        yield tr("{name} is not to be contacted", name=ref.name)
        return
    wanted = [CHANNEL_OF[channel]] if channel in CHANNEL_OF else ["mail", "call"]
    for one in wanted:
        why = optouts.why_not(connection, person.email if one == "mail" else person.phone, one)
        if why:
            yield why


def _touched(desk: Desk, connection: Connection, ref: Ref, person: Person) -> Iterator[str]:
    """The newest touch of a colleague with the person, else with the company, else with its domain."""
    since = (desk.today - dt.timedelta(days=int(desk.settings["collision_days"]))).isoformat()
    for level, found in _levels(ref, person, since):
        if not found:
            continue
        # Each way to them takes its own index: what the whole team did in these days is far more.
        touches = " UNION ".join(f"SELECT id FROM activity WHERE done_on >= ? AND {test}" for test, _ in found)
        row = connection.one(
            "SELECT m.name, k.name, COALESCE(o.name, ''), t.done_on, COALESCE(NULLIF(l.name, ''), c.name, a.name, ''),"
            " COALESCE(NULLIF(l.company, ''), a.name, '')"
            f" FROM ({touches}) h JOIN activity t ON t.id = h.id JOIN member m ON m.id = t.owner_id"
            " JOIN activity_kind k ON k.id = t.kind_id"
            " LEFT JOIN outcome o ON o.id = t.outcome_id LEFT JOIN account a ON a.id = t.account_id"
            " LEFT JOIN lead l ON l.id = t.lead_id LEFT JOIN contact c ON c.id = t.contact_id"
            " WHERE t.owner_id <> ? AND t.deleted_op IS NULL AND k.meaning NOT IN ('task', 'note')"
            " ORDER BY t.done_on DESC, t.done_at DESC, t.id DESC LIMIT 1",
            (*(value for _, values in found for value in (since, *values)), desk.actor or b""),
        )
        if row:
            yield _say_touch(desk, level, ref, *row)
            return


def _levels(ref: Ref, person: Person, since: str) -> Iterator[tuple[str, list[tuple[str, tuple[Any, ...]]]]]:
    """The ways from activities to the person, to the company, to its domain: each a condition and its values."""
    by_key = "{kind}_id IN (SELECT x.id FROM {kind} x WHERE x.{column} = ?)"
    keys = [(name, value) for name in ("email_key", "phone_key") if (value := getattr(person, name))]
    same = [(f"{ref.kind}_id = ?", (ref.id,))]
    same += [(by_key.format(kind=k, column=name), (value,)) for name, value in keys for k in ("lead", "contact")]
    yield "person", same
    company: list[tuple[str, tuple[Any, ...]]] = []
    if person.account_id:
        company.append(("account_id = ?", (person.account_id,)))
    if person.company_key:
        touched = "SELECT x.id FROM lead x WHERE x.company_key = ? AND x.touched_on >= ?"
        company.append((f"lead_id IN ({touched})", (person.company_key, since)))
    yield "company", company
    domain = company_domain(person.email) or "" if person.email else ""
    at_domain = "{kind}_id IN (SELECT x.id FROM {kind} x WHERE x.touched_on >= ? AND x.email_key LIKE ?)"
    yield "domain", [(at_domain.format(kind=k), (since, f"%@{domain}")) for k in ("lead", "contact")] if domain else []


def _say_touch(
    desk: Desk, level: str, ref: Ref, who: str, kind: str, outcome: str, day: str, name: str, company: str
) -> str:
    when = say_day(dt.date.fromisoformat(day), desk.today)
    what = f"{kind.lower()}, {outcome.lower()}" if outcome else kind.lower()
    other = tr("{name} of {company}", name=name, company=company) if company and company != name else name
    whom = ref.name if level == "person" else other
    return tr("{who} was in touch with {whom} {when} ({what})", who=who, whom=whom, when=when, what=what)


def _at_work(desk: Desk, connection: Connection, ref: Ref, person: Person) -> Iterator[str]:
    """Cadences that run and mails that wait for this person, of whoever they are."""
    links = {"lead": "lead_id", "contact": "contact_id", "deal": "deal_id"}
    if ref.kind in links:
        # Whose step is next is in it, not in the way of it.
        mine = "t.enrolment_id = e.id AND t.owner_id = ? AND t.done_on IS NULL AND t.deleted_op IS NULL"
        for cadence, owner in connection.rows(
            "SELECT c.name, COALESCE(m.name, '') FROM enrolment e JOIN cadence c ON c.id = e.cadence_id"
            f" LEFT JOIN member m ON m.id = e.owner_id WHERE e.{links[ref.kind]} = ? AND e.state = 'active'"
            f" AND e.deleted_op IS NULL AND NOT EXISTS (SELECT 1 FROM activity t WHERE {mine})",
            (ref.id, desk.actor or b""),
        ):
            yield tr("cadence {name} of {owner} runs", name=cadence, owner=owner or tr("nobody"))
    if person.email:
        for (owner,) in connection.rows(
            f"SELECT DISTINCT m.name FROM message x JOIN member m ON m.id = x.owner_id WHERE {_WAITING}"
            " AND x.to_address = ? AND x.owner_id <> ? AND x.deleted_op IS NULL",
            (person.email, desk.actor or b""),
        ):
            yield tr("a mail of {owner} to them waits in the outbox", owner=owner)
