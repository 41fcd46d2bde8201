"""What a proposal shows before enter: one row for each thing that was understood."""

from typing import TYPE_CHECKING

from salesdesk.domain.money import format_money
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.services.steps import read_step
from salesdesk.store.read.lookups import OutcomeRow

if TYPE_CHECKING:
    from salesdesk.services.prospecting.capturing import Proposal

Row = tuple[str, str, str]


def rows(desk: Desk, proposal: "Proposal") -> list[Row]:
    """Label, what it is taken for, and how sure or new it is."""
    said, target = proposal.capture, proposal.target
    found: list[Row] = []
    if target:
        more = len(proposal.candidates) - 1
        others = tr("tab: {more} more, or a new lead", more=more) if more else tr("tab: new lead instead")
        found.append((target.kind.capitalize(), f"{target.name}{_comma(target.detail)}", others))
    elif proposal.creates == "lead":
        found.append((tr("Lead"), f"{said.person or said.mail or said.phone}{_comma(said.company)}", tr("new")))
    elif said.text.strip():
        found.append((tr("Note"), " ".join(said.text.split()), ""))
    if proposal.step:
        found.append((tr("Next"), _upper_first(proposal.step.sentence(desk.today)), _priority(proposal.step.priority)))
    found += [(label, text, "") for label, text in _facts(desk, proposal) if text]
    if proposal.then:
        words = ", ".join(part for part in (tr("default"), _priority(proposal.then.priority)) if part)
        found.append((tr("Then"), _upper_first(proposal.then.sentence(desk.today)), words))
    return [*found, *((tr("Looks like"), str(ref), tr("already here")) for ref in proposal.alike)]


def _facts(desk: Desk, proposal: "Proposal") -> list[tuple[str, str]]:
    said, target = proposal.capture, proposal.target
    if proposal.creates == "note":
        return []
    # Of somebody known only what is new is said, of somebody new all that will be kept.
    told = proposal.fills if target else {"phone": said.phone, "email": said.mail, "website": said.domain}
    valued = said.amount and (target is None or target.kind in {"lead", "deal"})
    words = proposal.title if not proposal.step else ""
    return [
        (tr("Now"), _upper_first(_happened(desk, proposal))),
        (tr("Contact"), "  ".join(told[key] for key in ("phone", "email", "website") if told.get(key))),
        (tr("Role"), said.role if target is None else told.get("title", "")),
        (tr("Value"), format_money(said.amount.minor, said.amount.currency) if said.amount and valued else ""),
        (tr("Owner"), _owner(desk, said.owner)),
        (tr("Source"), proposal.source),
        (tr("Note"), words),
        (tr("Then"), _then(desk, said.next)),
        (tr("Tag"), "  ".join(said.tags)),
    ]


def _happened(desk: Desk, proposal: "Proposal") -> str:
    if proposal.happened is None:
        return ""
    return f"{kind_name(desk, proposal.happened)}, {proposal.happened.name.lower()}"


def kind_name(desk: Desk, outcome: OutcomeRow) -> str:
    """The channel of an outcome."""
    return str(desk.connection.value("SELECT name FROM activity_kind WHERE id = ?", (outcome.kind_id,)))


def _then(desk: Desk, text: str) -> str:
    if not text:
        return ""
    try:
        return _upper_first(read_step(desk, text).sentence(desk.today))
    except SalesdeskError as error:
        return f"▲ {error.message}"


def _owner(desk: Desk, named: str) -> str:
    if not named:
        return ""
    try:
        return desk.member(named).name
    except SalesdeskError as error:
        return f"▲ {error.message}"


def _priority(priority: int) -> str:
    return {2: tr("high priority"), 1: tr("medium priority"), -1: tr("low priority")}.get(priority, "")


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _comma(text: str) -> str:
    return f", {text}" if text else ""
