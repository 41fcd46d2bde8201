"""The columns of the lists of people and deals, and the signs of a due day."""

from typing import Any

from salesdesk.domain.dates import say_day, say_due
from salesdesk.domain.money import format_money
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.store.read.deals import DealRow
from salesdesk.store.read.leads import LeadRow
from salesdesk.widgets.bars import bar, dots, glyphs
from salesdesk.widgets.cards import state_role, state_sign
from salesdesk.widgets.columns import Column
from salesdesk.widgets.text import Cell, Piece

OPEN_STEPS = 5
_desk: list[Desk] = []


def use_desk(desk: Desk) -> None:
    """The desk whose today and clock the due days are said for."""
    _desk[:] = [desk]


def due_state(row: Any, desk: Desk) -> str:
    """over, due, later or none: what the sign of a next step says."""
    if row.due_on is None:
        return "none"
    if row.due_on < desk.today:
        return "over"
    return "due" if row.due_on == desk.today else "later"


def due_words(row: Any, desk: Desk) -> str:
    """`3d over`, `09:30`, `Tue`, `30 Nov`, `none`."""
    if row.due_on is None:
        return tr("none")
    time = desk.local(row.due_at).time() if row.due_at else None
    return say_due(row.due_on, time, desk.today)


def due_piece(row: Any, desk: Desk) -> Piece:
    """The sign and the words in the role of the state."""
    state = due_state(row, desk)
    role = {"over": "bad bold", "due": "warn bold", "later": "muted", "none": "muted"}[state]
    return Piece(f"{state_sign(state)} {due_words(row, desk)}", role)


def _due(row: LeadRow | DealRow | None, _cells: int) -> Cell:
    return due_piece(row, _desk[0]) if row else Piece(tr("gone"), "label")


def _status(row: LeadRow | None, _cells: int) -> Cell:
    if row is None:
        return ""
    if row.status_meaning == "converted":
        return Piece(glyphs().done, "ok")
    if row.status_meaning == "closed":
        return Piece(glyphs().overdue, "bad")
    return dots(min(row.status_position + 1, OPEN_STEPS), OPEN_STEPS)


def _score(row: LeadRow | None, cells: int) -> Cell:
    if row is None or row.score is None:
        return Piece(glyphs().none, "label")
    number = Piece(f"{row.score:>2}", "text" if row.score >= 65 else "muted")
    if cells < 7:
        return number
    role = "ok" if row.score >= 85 else "accent" if row.score >= 70 else "label"
    return [number, Piece(" "), *bar(row.score / 100, 4, role)]


def _next(row: LeadRow | DealRow | None, _cells: int) -> Cell:
    if row is None:
        return ""
    if row.due_on is None:
        closed = getattr(row, "status_meaning", "open") != "open" or getattr(row, "state", "open") != "open"
        return Piece("", "label") if closed else Piece(tr("no next step"), "bad italic")
    return row.next_text if row.next_text else row.next_kind


LEAD_COLUMNS = (
    Column("due", "DUE", _due, width=9),
    Column("name", "NAME", lambda r, _: r.name if r else "", width=18, narrow=16, wide=26, lead=True),
    Column("company", "COMPANY", lambda r, _: Piece(r.company, "muted") if r else "", width=16, narrow=14, wide=26),
    Column("stage", "STAGE", _status, width=5),
    Column("score", "SCORE", _score, width=7, narrow=2, narrow_head="SC"),
    Column("next", "NEXT STEP", _next, flex=1),
)


def amount(minor: int | None, currency: str, *, short: bool = True) -> str:
    """An amount as lists show it, `-` when there is none."""
    return format_money(minor, currency or "EUR", short=short) if minor is not None else ""


def _value(row: DealRow | None, _cells: int) -> Cell:
    if row is None:
        return ""
    if row.value_minor is not None:
        return amount(row.value_minor, row.currency)
    # A list price is not a value: it is shown, and told apart by shape.
    return Piece(f"({amount(row.list_minor, row.currency)})", "label") if row.list_minor is not None else ""


def deal_state(row: DealRow, desk: Desk) -> str:
    """What the sign of a deal says: done once it is won, over when lost, else its next step."""
    if row.state == "won":
        return "done"
    return "over" if row.state == "lost" else due_state(row, desk)


def deal_when(row: DealRow, desk: Desk) -> str:
    """The words beside that sign."""
    closed = row.won_on or row.lost_on
    if row.state != "open" and closed:
        return say_day(closed, desk.today)
    return due_words(row, desk)


def deal_age(row: DealRow, desk: Desk) -> tuple[str, bool]:
    """Days in the stage as `7d`, and whether that is over its limit."""
    if row.stage_on is None or row.state != "open":
        return "", False
    days = (desk.today - row.stage_on).days
    return f"{days}d", row.rotting_days is not None and days > row.rotting_days


def _deal_due(row: DealRow | None, _cells: int) -> Cell:
    if row is None:
        return Piece(tr("gone"), "label")
    state = deal_state(row, _desk[0])
    return Piece(f"{state_sign(state)} {deal_when(row, _desk[0])}", state_role(state))


def _age(row: DealRow | None, _cells: int) -> Cell:
    if row is None:
        return ""
    words, stale = deal_age(row, _desk[0])
    return Piece(f"{glyphs().overdue} {words}" if stale else words, "warn" if stale else "label")


DEAL_COLUMNS = (
    Column("due", "DUE", _deal_due, width=9),
    Column("name", "DEAL", lambda r, _: r.name if r else "", flex=2, lead=True),
    Column("account", "ACCOUNT", lambda r, _: Piece(r.account, "muted") if r else "", width=18, narrow=14),
    Column("stage", "STAGE", lambda r, _: r.stage if r else "", width=14, narrow=11),
    Column("value", "VALUE", _value, width=9, align="right"),
    Column("age", "AGE", _age, width=6, align="right"),
    Column("owner", "OWNER", lambda r, _: Piece(r.owner, "muted") if r else "", width=14, narrow=0),
    Column("next", "NEXT STEP", _next, flex=3, rank=3),
)
