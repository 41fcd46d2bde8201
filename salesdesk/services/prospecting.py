"""Finding people worth talking to: capture, qualify, disqualify."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from salesdesk import clock
from salesdesk.domain.language.capture import parse_capture
from salesdesk.domain.language.pieces import Capture
from salesdesk.domain.money import Money, format_money
from salesdesk.domain.people import company_key, mail_key, match_key, phone_key
from salesdesk.domain.text import NOTE_LIMIT, clean, fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import plural
from salesdesk.services import negotiating
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import Step, add_touch, set_step
from salesdesk.services.records import Ref, by_id, matches
from salesdesk.services.steps import kind_of_verb
from salesdesk.store.read.lookups import Choice, choices, lost_reasons

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

MOST_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the capture line would do: the record it is about (`target`) of those it may be about (`candidates`),
    and whom a new lead looks like."""

    capture: Capture
    candidates: tuple[Ref, ...] = ()
    alike: tuple[Ref, ...] = ()
    title: str = ""
    step: Step | None = None
    rows: tuple[tuple[str, str, str], ...] = field(default=())
    target: Ref | None = None

    @property
    def creates(self) -> str:
        """What saving makes: a lead, a step on a known record, or a note."""
        if self.target:
            return "step"
        return (
            "lead" if self.capture.person or self.capture.company or self.capture.mail or self.capture.phone else "note"
        )


def propose(desk: Desk, text: str, *, as_new: bool = False, candidate: int = 0) -> Proposal:
    """What `text` means here; nothing is written.

    Of several known records the one at place `candidate` is meant; one place further, or `as_new`, is a new lead.
    """
    text = clean(text, multiline=True, limit=NOTE_LIMIT)
    sources = [c.name for c in choices(desk.connection, "source")]
    said = parse_capture(text, desk.today, calendar=desk.calendar, currency=desk.currency, sources=sources)
    candidates, title = ((), said.title) if as_new else _known(desk, said)
    target = candidates[candidate] if candidate < len(candidates) else None
    if target is None:
        title = said.title
    step = None
    if said.kind not in {None, "note"} or said.day or said.time:
        kind = kind_of_verb(desk, said.kind or "call")
        step = Step(kind, said.day or desk.today, said.time, title, said.duration)
    alike = () if target else tuple(looks_like(desk, said))
    proposal = Proposal(said, candidates, alike, title, step, target=target)
    return replace(proposal, rows=tuple(_rows(desk, proposal)))


def looks_like(desk: Desk, said: Capture) -> list[Ref]:
    """Live leads and contacts with the same mail, phone, or name (in either order) as what was typed."""
    tests, params = [], []
    for column, value in (("email_key", mail_key(said.mail)), ("phone_key", phone_key(said.phone))):
        if value:
            tests.append(f"{column} = ?")
            params.append(value)
    found: dict[bytes, Ref] = {}
    for kind in ("lead", "contact"):
        if tests:
            sql = f"SELECT id, code, name, {'company' if kind == 'lead' else 'title'} FROM {kind}"
            rows = desk.connection.rows(f"{sql} WHERE deleted_op IS NULL AND ({' OR '.join(tests)}) LIMIT 3", params)
            found |= {row[0]: Ref(kind, *row) for row in rows}
        if said.person:
            same = [
                r for r in matches(desk.connection, kind, said.person) if match_key(r.name) == match_key(said.person)
            ]
            found |= {r.id: r for r in same}
    return list(found.values())[:MOST_CANDIDATES]


def save(desk: Desk, proposal: Proposal) -> tuple[Ref | None, str]:
    """Do what was proposed, as one operation: the record it made or met, and a sentence."""
    said = proposal.capture
    if proposal.target is not None:
        return _save_step(desk, proposal, proposal.target)
    if proposal.creates == "note":
        words = clean(said.text)
        if not words:
            raise InvalidError("There is nothing to save yet.", hint="Type a name, a company, a phone number.")
        kind = kind_of_verb(desk, "note")
        with desk.operation(f"Noted: {words[:60]}") as unit:
            unit.insert(
                "activity", _done(desk, kind, words) if proposal.step is None else _todo(desk, proposal.step, words)
            )
        return None, f"Noted: {words[:60]}"
    name = said.person or said.company or said.mail or said.phone
    with desk.operation(f"Lead {name} added") as unit:
        key = unit.insert("lead", new_lead(desk, unit, said, notes="" if proposal.step else proposal.title))
        if proposal.step and _happened(desk, said):
            unit.insert(
                "activity", _done(desk, proposal.step.kind, proposal.title) | {"lead_id": key, "direction": "in"}
            )
        elif proposal.step:
            unit.insert("activity", _todo(desk, proposal.step, proposal.step.subject) | {"lead_id": key})
        if said.next:
            from salesdesk.services.steps import read_step

            following = read_step(desk, said.next)
            unit.insert("activity", _todo(desk, following, following.subject) | {"lead_id": key})
    ref = by_id(desk.connection, "lead", key)
    then = f", {proposal.step.sentence(desk.today)}" if proposal.step else ""
    return ref, f"Lead {ref.name} added{then}"


def new_lead(desk: Desk, unit: "Unit", said: Capture, *, notes: str = "") -> dict[str, Any]:
    """The row of a new lead as typed, owned by whom the line names, else by the present member."""
    owner = desk.member(said.owner).id if said.owner else desk.actor
    source = next((c.id for c in choices(unit.connection, "source") if fold(c.name) == fold(said.source)), None)
    if said.source and source is None:
        source = unit.insert("source", {"name": clean(said.source)})
    given, family = (said.name.given, said.name.family) if said.name else ("", "")
    return {
        "name": said.person,
        "given_name": given,
        "family_name": family,
        "company": said.company,
        "title": said.role,
        "email": said.mail,
        "phone": said.phone,
        "website": said.domain,
        "status_id": first_status(unit.connection, "open").id,
        "source_id": source,
        "owner_id": owner,
        "value_minor": said.amount.minor if said.amount else None,
        "currency": said.amount.currency if said.amount else desk.currency,
        "arrived_on": desk.today,
        "tags": tag_text(said.tags),
        "notes": notes,
    }


def tag_text(tags: Sequence[str]) -> str:
    """Tags as they are kept: folded, sorted, between spaces, so that one can be found."""
    kept = sorted({fold(clean(tag)).replace(" ", "-") for tag in tags if clean(tag)})
    return f" {' '.join(kept)} " if kept else ""


def first_status(connection: Any, meaning: str) -> Choice:
    """The first lead status of that meaning (open, converted, closed)."""
    found = [s for s in choices(connection, "lead_status") if s.meaning == meaning]
    if not found:
        raise InvalidError(f"There is no lead status that means {meaning}.", hint="Add one.")
    return found[0]


def disqualify(desk: Desk, refs: Sequence[Ref], reason: Choice) -> str:
    """Close leads for a reason; their planned steps go to the bin with it."""
    must_not_be_qualified(desk, refs)
    status = first_status(desk.connection, "closed")
    who = refs[0].name if len(refs) == 1 else plural(len(refs), "lead", "leads")
    sentence = f"{who} disqualified: {reason.name.lower()}"
    with desk.operation(sentence) as unit:
        for ref in refs:
            unit.update("lead", ref.id, {"status_id": status.id, "closed_on": desk.today, "lost_reason_id": reason.id})
            _drop_steps(unit, ref.id)
    return sentence


def must_not_be_qualified(desk: Desk, refs: Sequence[Ref]) -> None:
    """InvalidError when one of these leads has become a deal: then the deal is what is won or lost."""
    for ref in refs:
        meaning = desk.connection.value(
            "SELECT s.meaning FROM lead l JOIN lead_status s ON s.id = l.status_id WHERE l.id = ?", (ref.id,)
        )
        if meaning == "converted":
            raise InvalidError(f"{ref.name} is qualified already.", hint="Win or lose its deal instead.")


def disqualify_reasons(desk: Desk) -> list[Choice]:
    """Why leads are disqualified."""
    return lost_reasons(desk.connection, "lead")


@dataclass(frozen=True, slots=True)
class Conversion:
    """What qualifying a lead makes: a new deal, or a link to an open one."""

    name: str = ""
    value: Money | None = None
    close_on: dt.date | None = None
    deal: Ref | None = None


def conversion_defaults(desk: Desk, ref: Ref) -> Conversion:
    """What the form starts with: a deal named after the company, the lead's value, closing in 30 days."""
    row = desk.connection.one("SELECT name, company, value_minor, currency FROM lead WHERE id = ?", (ref.id,))
    name, company, minor, currency = row or ("", "", None, "")
    value = Money(minor, currency or desk.currency) if minor is not None else None
    return Conversion(company or name, value, desk.today + dt.timedelta(days=30))


def open_deals_for(desk: Desk, ref: Ref) -> list[Ref]:
    """Open deals of the same company that the lead could join."""
    key = desk.connection.value("SELECT company_key FROM lead WHERE id = ?", (ref.id,))
    if not key:
        return []
    rows = desk.connection.rows(
        "SELECT d.id, d.code, d.name, a.name, a.name_key FROM deal d JOIN account a ON a.id = d.account_id"
        " WHERE d.state = 'open' AND d.deleted_op IS NULL ORDER BY d.id DESC"
    )
    return [Ref("deal", *row[:4]) for row in rows if company_key(row[3]) == key]


def convert(desk: Desk, ref: Ref, how: Conversion) -> Ref:
    """Qualify a lead: link it to a contact and account (found or made) and to a deal. The deal.

    Its next step moves to the deal; the lead stays, with its arrival, as the start of the cycle.
    """
    row = desk.connection.one(
        "SELECT l.name, l.given_name, l.family_name, l.title, l.email, l.phone, l.mobile, l.company, l.owner_id,"
        " l.source_id, l.website, l.city, l.country, l.industry FROM lead l WHERE l.id = ? AND l.deleted_op IS NULL",
        (ref.id,),
    )
    if row is None:
        raise InvalidError(f"{ref.name} is not there any more.")
    must_not_be_qualified(desk, [ref])
    keys = (
        "name given_name family_name title email phone mobile company owner_id source_id website city country industry"
    )
    lead = dict(zip(keys.split(), row, strict=True))
    with desk.operation(f"{ref.name} qualified") as unit:
        account = _account_for(unit, lead) if lead["company"] else None
        contact = _contact_for(unit, lead, account) if lead["name"] else None
        if how.deal is not None:
            deal_id = how.deal.id
        else:
            deal_id = negotiating.open_deal(
                unit,
                desk,
                negotiating.NewDeal(
                    how.name or lead["company"] or lead["name"],
                    how.value,
                    account,
                    contact,
                    lead["owner_id"],
                    lead["source_id"],
                    close_on=how.close_on,
                ),
            )
        unit.insert("deal_lead", {"deal_id": deal_id, "lead_id": ref.id})
        for (step,) in unit.connection.rows(
            "SELECT id FROM activity WHERE lead_id = ? AND done_on IS NULL AND deleted_op IS NULL", (ref.id,)
        ):
            unit.update(
                "activity", step, {"lead_id": None, "deal_id": deal_id, "contact_id": contact, "account_id": account}
            )
        status = first_status(unit.connection, "converted")
        changes = {"status_id": status.id, "contact_id": contact, "account_id": account}
        unit.update("lead", ref.id, {**changes, "qualified_on": desk.today, "closed_on": desk.today})
    return by_id(desk.connection, "deal", deal_id)


def _account_for(unit: "Unit", lead: dict[str, Any]) -> bytes:
    wanted = company_key(lead["company"])
    candidates = unit.connection.rows(
        "SELECT id, name FROM account WHERE deleted_op IS NULL AND name_key LIKE ? ESCAPE '\\'",
        (f"%{wanted.split()[0]}%" if wanted else "",),
    )
    for key, name in candidates:
        if company_key(name) == wanted:
            return bytes(key)
    values = {"name": lead["company"], "owner_id": lead["owner_id"], "website": lead["website"], "city": lead["city"]}
    return unit.insert("account", {**values, "country": lead["country"], "sector": lead["industry"]})


def _contact_for(unit: "Unit", lead: dict[str, Any], account: bytes | None) -> bytes:
    for column, value in (("email_key", mail_key(lead["email"])), ("phone_key", phone_key(lead["phone"]))):
        if value:
            found = unit.connection.value(f"SELECT id FROM contact WHERE deleted_op IS NULL AND {column} = ?", (value,))
            if found:
                return bytes(found)
    person = {
        k: lead[k] for k in ("name", "given_name", "family_name", "title", "email", "phone", "mobile", "owner_id")
    }
    return unit.insert("contact", {**person, "account_id": account})


def _drop_steps(unit: "Unit", lead_id: bytes) -> None:
    for (key,) in unit.connection.rows(
        "SELECT id FROM activity WHERE lead_id = ? AND done_on IS NULL AND deleted_op IS NULL", (lead_id,)
    ):
        unit.delete("activity", key)


def _known(desk: Desk, said: Capture) -> tuple[tuple[Ref, ...], str]:
    """The known records the line may be about, and the words that are not their name."""
    for identity in (said.mail, said.phone):
        if identity:
            found = [r for kind in ("lead", "contact") for r in matches(desk.connection, kind, identity)]
            return tuple(found[:MOST_CANDIDATES]), said.title
    words = said.rest.split()
    if said.kind is None and said.day is None and said.person:
        # A bare name is a new lead; somebody known of that name shows as "looks like".
        return (), said.title
    for size in range(min(len(words), 5), 0, -1):
        text = " ".join(word.strip(",") for word in words[:size])
        if len(text) < 3:
            break
        found = [
            r
            for kind in ("lead", "deal", "contact", "account")
            for r in matches(desk.connection, kind, text, limit=4, by_name=True)
        ]
        if found:
            return tuple(found[:MOST_CANDIDATES]), " ".join(words[size:])
    return (), said.title


def _save_step(desk: Desk, proposal: Proposal, target: Ref) -> tuple[Ref, str]:
    """What was said about a known record: something that happened, a note, or a next step; and its tags and value."""
    from salesdesk.services.steps import read_step

    said, step = proposal.capture, proposal.step
    following = read_step(desk, said.next) if said.next else None
    happened = None
    if step is None:
        sentence = f"Note on {target.name}"
        words = proposal.title or ("" if following or said.amount or said.tags else said.text)
        happened = _done(desk, kind_of_verb(desk, "note"), words) if words else None
    elif _happened(desk, said):
        sentence = f"{step.kind.name} of {target.name}"
        happened = _done(desk, step.kind, proposal.title) | {"direction": "in"}
    else:
        following, sentence = step, f"Next step of {target.name}: {step.sentence(desk.today)}"
    with desk.operation(sentence) as unit:
        if happened:
            add_touch(unit, target, happened)
        if following:
            set_step(unit, desk, target, following)
        if said.amount and target.kind in {"lead", "deal"}:
            value = {"value_minor": said.amount.minor, "currency": said.amount.currency}
            unit.update(target.kind, target.id, value)
        if said.tags:
            tags = str(unit.connection.value(f"SELECT tags FROM {target.kind} WHERE id = ?", (target.id,)) or "")
            unit.update(target.kind, target.id, {"tags": tag_text([*tags.split(), *said.tags])})
    return target, sentence


def _happened(desk: Desk, said: Capture) -> bool:
    """Whether somebody came in just now; any other verb is something to do."""
    return said.kind in {"walk-in", "visit"} and said.day in {None, desk.today} and said.time is None


def _done(desk: Desk, kind: Choice, words: str) -> dict[str, Any]:
    now = clock.now()
    base = {"kind_id": kind.id, "subject": clean(words)[:200], "note": words, "owner_id": desk.actor}
    return {**base, "done_on": desk.today, "done_at": now}


def _todo(desk: Desk, step: Step, words: str) -> dict[str, Any]:
    instant = desk.instant(step.day, step.time) if step.time else None
    base = {"kind_id": step.kind.id, "subject": clean(words), "owner_id": desk.actor}
    return {**base, "due_on": step.day, "due_at": instant, "duration_minutes": step.minutes}


def _rows(desk: Desk, proposal: Proposal) -> list[tuple[str, str, str]]:
    """The guesses, one row each: label, what it is taken for, and how sure or new it is."""
    said = proposal.capture
    rows = []
    if proposal.target:
        more = len(proposal.candidates) - 1
        others = f"tab: {more} more, or a new lead" if more else "tab: new lead instead"
        rows.append(
            (proposal.target.kind.capitalize(), f"{proposal.target.name}{_comma(proposal.target.detail)}", others)
        )
    elif proposal.creates == "lead":
        rows.append(("Lead", f"{said.person or said.mail or said.phone}{_comma(said.company)}", "new"))
    elif said.text.strip():
        rows.append(("Note", said.text.strip(), ""))
    if proposal.step:
        rows.append(("Next", _upper_first(proposal.step.sentence(desk.today)), ""))
    contact = "  ".join(part for part in (said.phone, said.mail, said.domain) if part)
    pairs = [
        ("Contact", contact),
        ("Role", said.role),
        ("Value", format_money(said.amount.minor, said.amount.currency) if said.amount else ""),
        ("Owner", said.owner),
        ("Source", said.source),
        ("Then", said.next),
        ("Note", proposal.title if proposal.title and not proposal.step and proposal.creates != "note" else ""),
        ("Tag", "  ".join(said.tags)),
    ]
    rows += [(label, text, "") for label, text in pairs if text]
    rows += [("Looks like", str(ref), "already here") for ref in proposal.alike]
    return rows


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _comma(text: str) -> str:
    return f", {text}" if text else ""
