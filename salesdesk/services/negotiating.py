"""Deals: opened, moved over the board, won, lost, opened again."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from salesdesk.domain.money import Money
from salesdesk.domain.text import clean, fold
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.i18n import plural
from salesdesk.services import cadences
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id
from salesdesk.store.connection import Connection
from salesdesk.store.read.lookups import Choice, StageRow, lost_reasons, stages

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit


@dataclass(frozen=True, slots=True)
class NewDeal:
    """What a deal is opened with."""

    name: str
    value: Money | None = None
    account_id: bytes | None = None
    contact_id: bytes | None = None
    owner_id: bytes | None = None
    source_id: bytes | None = None
    stage_id: bytes | None = None
    close_on: dt.date | None = None
    opened_on: dt.date | None = None


def first_stage(connection: Connection) -> StageRow:
    """Where a new deal starts: the first open stage of the first pipeline."""
    found = [s for s in stages(connection) if s.meaning == "open"]
    if not found:
        raise InvalidError("There is no open stage for a new deal.", hint="Add one to a pipeline.")
    return found[0]


def stage_named(desk: Desk, name: str, pipeline_id: bytes | None = None) -> StageRow:
    """The stage of that name or beginning, in one pipeline or in any."""
    asked = fold(name)
    every = stages(desk.connection, pipeline_id)
    found = [s for s in every if fold(s.name) == asked] or [s for s in every if fold(s.name).startswith(asked)]
    if not found:
        raise NotFoundError(
            f"No stage is called '{name}'.", hint="There are: " + ", ".join(s.name for s in every) + "."
        )
    if len({fold(s.name) for s in found}) > 1:
        raise AmbiguousError(f"Several stages fit '{name}'.", [f"{s.name} ({s.pipeline})" for s in found])
    return found[0]


def add(desk: Desk, new: NewDeal) -> Ref:
    """Open a deal."""
    name = clean(new.name)
    if not name:
        raise InvalidError("A deal needs a name.")
    with desk.operation(f"Deal {name} opened") as unit:
        key = open_deal(unit, desk, new)
    return by_id(desk.connection, "deal", key)


def open_deal(unit: "Unit", desk: Desk, new: NewDeal) -> bytes:
    """Open a deal inside an operation: its row, and its first entry in the stage history."""
    stage_id = new.stage_id or first_stage(unit.connection).id
    opened = new.opened_on or desk.today
    owner = new.owner_id or desk.actor
    pipeline = unit.connection.value("SELECT pipeline_id FROM stage WHERE id = ?", (stage_id,))
    key = unit.insert(
        "deal",
        {
            "name": clean(new.name),
            "account_id": new.account_id,
            "contact_id": new.contact_id,
            "owner_id": owner,
            "pipeline_id": pipeline,
            "stage_id": stage_id,
            "source_id": new.source_id,
            "value_minor": new.value.minor if new.value else None,
            "currency": new.value.currency if new.value else desk.currency,
            "opened_on": opened,
            "close_on": new.close_on,
            "stage_on": opened,
            "position": top_position(unit.connection, stage_id),
        },
    )
    unit.insert("stage_change", {"deal_id": key, "to_stage_id": stage_id, "changed_on": opened, "owner_id": owner})
    return key


def top_position(connection: Connection, stage_id: bytes) -> float:
    """Above all cards of a stage."""
    lowest = connection.value("SELECT min(position) FROM deal WHERE stage_id = ? AND deleted_op IS NULL", (stage_id,))
    return float(lowest or 0.0) - 1.0


Deals = Ref | Sequence[Ref]


def _each(deals: Deals) -> tuple[Sequence[Ref], str]:
    """The deals of a verb, and what a sentence calls them."""
    refs = [deals] if isinstance(deals, Ref) else deals
    return refs, refs[0].name if len(refs) == 1 else plural(len(refs), "deal", "deals")


def move(desk: Desk, deals: Deals, stage: StageRow) -> str:
    """Put deals into another open stage, as one operation; Won and Lost have verbs of their own."""
    if stage.meaning == "won":
        return win(desk, deals)
    if stage.meaning == "lost":
        raise InvalidError("Losing a deal needs a reason.", hint="Use: deal lost REF REASON.")
    refs, who = _each(deals)
    sentence = f"{who} moved to {stage.name}"
    with desk.operation(sentence) as unit:
        for ref in refs:
            put(unit, desk, ref, stage)
        moved = unit.changed > 0
    return sentence if moved else f"{who}: in {stage.name} already"


def put(unit: "Unit", desk: Desk, ref: Ref, stage: StageRow) -> None:
    """A deal into an open stage, inside an operation; nothing when it is there."""
    if _present(unit.connection, ref) != (stage.id, "open"):
        _enter(unit, desk, ref, stage, {"state": "open", **_REOPENED})


_REOPENED: dict[str, Any] = {
    "won_on": None,
    "lost_on": None,
    "lost_reason_id": None,
    "closed_owner_id": None,
    "closed_manager_id": None,
    "closed_team_id": None,
}


def win(desk: Desk, deals: Deals, *, on: dt.date | None = None, value: Money | None = None) -> str:
    """Win deals, as one operation: each close is frozen to its owner, and makes an order.

    A deal that is won stays as it is: its day, its owner of then, its one order.
    """
    day = _close_day(desk, on)
    refs, _ = _each(deals)
    todo = [ref for ref in refs if _present(desk.connection, ref)[1] != "won"]
    if not todo:
        raise InvalidError(f"{_each(refs)[1]} won already.", hint="Open it again first to win it anew.")
    sentence = f"{_each(todo)[1]} won"
    with desk.operation(sentence) as unit:
        for ref in todo:
            changes: dict[str, Any] = {"state": "won", "won_on": day, "lost_on": None, "lost_reason_id": None}
            if value is not None:
                changes |= {"value_minor": value.minor, "currency": value.currency}
            stage = _closing_stage(unit.connection, ref, "won")
            _enter(unit, desk, ref, stage, {**changes, **frozen(unit.connection, ref.id)}, day)
            make_order(unit, ref.id, day)
            _close_steps(unit, ref.id)
            cadences.follow(unit, desk, [ref])
    return sentence


def lose(desk: Desk, deals: Deals, reason: Choice, *, on: dt.date | None = None) -> str:
    """Lose deals for a reason, as one operation."""
    day = _close_day(desk, on)
    refs, who = _each(deals)
    sentence = f"{who} lost: {reason.name.lower()}"
    with desk.operation(sentence) as unit:
        for ref in refs:
            changes = {"state": "lost", "lost_on": day, "won_on": None, "lost_reason_id": reason.id}
            stage = _closing_stage(unit.connection, ref, "lost")
            _enter(unit, desk, ref, stage, {**changes, **frozen(unit.connection, ref.id)}, day)
            _close_steps(unit, ref.id)
            cadences.follow(unit, desk, [ref])
    return sentence


def reopen(desk: Desk, ref: Ref) -> str:
    """Open a closed deal again, in the last open stage it was in."""
    state = desk.connection.value("SELECT state FROM deal WHERE id = ?", (ref.id,))
    if state == "open":
        raise InvalidError(f"{ref.name} is open already.")
    row = desk.connection.one(
        "SELECT c.to_stage_id FROM stage_change c JOIN stage s ON s.id = c.to_stage_id WHERE c.deal_id = ?"
        " AND s.meaning = 'open' AND s.deleted_op IS NULL AND c.deleted_op IS NULL"
        " ORDER BY c.changed_on DESC, c.id DESC LIMIT 1",
        (ref.id,),
    )
    pipeline = desk.connection.value("SELECT pipeline_id FROM deal WHERE id = ?", (ref.id,))
    candidates = [s for s in stages(desk.connection, pipeline) if s.meaning == "open"]
    stage = next((s for s in candidates if row and s.id == row[0]), None) or candidates[-1]
    sentence = f"{ref.name} opened again in {stage.name}"
    with desk.operation(sentence) as unit:
        _enter(unit, desk, ref, stage, {"state": "open", **_REOPENED})
    return sentence


def reorder(desk: Desk, ref: Ref, above: bytes | None, below: bytes | None) -> str:
    """Put a card between two others of its stage (either may be None at the ends)."""
    places = [
        desk.connection.value("SELECT position FROM deal WHERE id = ?", (key,)) if key else None
        for key in (above, below)
    ]
    known = [float(place) for place in places if place is not None]
    if not known:
        return ""
    position = sum(known) / 2 if len(known) == 2 else known[0] + (1.0 if above else -1.0)
    with desk.operation(f"{ref.name} moved in its stage") as unit:
        unit.update("deal", ref.id, {"position": position})
    return f"{ref.name} moved in its stage"


def add_product(desk: Desk, ref: Ref, product: Ref, *, quantity: int = 1, price: Money | None = None) -> str:
    """Put a product on a deal; when every line has a price the deal's value is their sum."""
    if quantity < 1:
        raise InvalidError("A quantity is at least 1.")
    sentence = f"{quantity} x {product.name} added to {ref.name}"
    with desk.operation(sentence) as unit:
        listed = unit.connection.one("SELECT price_minor, currency FROM product WHERE id = ?", (product.id,))
        minor = price.minor if price else (listed[0] if listed else None)
        currency = price.currency if price else ((listed[1] if listed else "") or desk.currency)
        place = unit.connection.value("SELECT count(*) FROM deal_line WHERE deal_id = ?", (ref.id,))
        line = {"deal_id": ref.id, "product_id": product.id, "quantity": quantity, "price_minor": minor}
        unit.insert("deal_line", {**line, "currency": currency, "position": place})
        total, missing, currencies = unit.connection.one(
            "SELECT sum(quantity * price_minor), count(*) - count(price_minor), count(DISTINCT currency)"
            " FROM deal_line WHERE deal_id = ? AND deleted_op IS NULL",
            (ref.id,),
        ) or (None, 1, 0)
        if not missing and currencies == 1:
            unit.update("deal", ref.id, {"value_minor": total, "currency": currency})
    return sentence


def reasons(desk: Desk) -> list[Choice]:
    """Why deals are lost."""
    return lost_reasons(desk.connection, "deal")


def reason_named(every: list[Choice], name: str) -> Choice:
    """The reason of that letter, name or beginning."""
    asked = fold(name)
    found = [r for r in every if fold(r.name) == asked] or [r for r in every if fold(r.name).startswith(asked)]
    if len(found) != 1:
        raise InvalidError(
            f"'{name}' is not a reason.", hint="There are: " + ", ".join(r.name.lower() for r in every) + "."
        )
    return found[0]


def frozen(connection: Connection, deal_id: bytes) -> dict[str, bytes | None]:
    """Who a close counts for, for ever: the owner now, their manager and team."""
    row = connection.one(
        "SELECT d.owner_id, m.manager_id, m.team_id FROM deal d LEFT JOIN member m ON m.id = d.owner_id WHERE d.id = ?",
        (deal_id,),
    )
    owner, manager, team = row or (None, None, None)
    return {"closed_owner_id": owner, "closed_manager_id": manager, "closed_team_id": team}


def make_order(unit: "Unit", deal_id: bytes, day: dt.date) -> None:
    """The order a win makes, when the deal has a value."""
    row = unit.connection.one(
        "SELECT account_id, contact_id, owner_id, value_minor, currency FROM deal WHERE id = ?", (deal_id,)
    )
    if row and row[3] is not None:
        keys = ("account_id", "contact_id", "owner_id", "amount_minor", "currency")
        unit.insert("sales_order", {**dict(zip(keys, row, strict=True)), "deal_id": deal_id, "ordered_on": day})


def _drop_orders(unit: "Unit", deal_id: bytes) -> None:
    for (key,) in unit.connection.rows(
        "SELECT id FROM sales_order WHERE deal_id = ? AND deleted_op IS NULL", (deal_id,)
    ):
        unit.delete("sales_order", key)


def _close_steps(unit: "Unit", deal_id: bytes) -> None:
    """A closed deal has nothing left to do; its planned steps go to the bin with the close, and come back with its undo."""
    for (key,) in unit.connection.rows(
        "SELECT id FROM activity WHERE deal_id = ? AND done_on IS NULL AND deleted_op IS NULL", (deal_id,)
    ):
        unit.delete("activity", key)


def _enter(
    unit: "Unit", desk: Desk, ref: Ref, stage: StageRow, changes: dict[str, Any], day: dt.date | None = None
) -> None:
    before, state = _present(unit.connection, ref)
    day = day or desk.today
    if state == "won" and changes["state"] != "won":
        _drop_orders(unit, ref.id)
    if before != stage.id:
        changes |= {
            "stage_id": stage.id,
            "pipeline_id": stage.pipeline_id,
            "stage_on": day,
            "position": top_position(unit.connection, stage.id),
        }
        owner = unit.connection.value("SELECT owner_id FROM deal WHERE id = ?", (ref.id,))
        entered = {"deal_id": ref.id, "from_stage_id": before, "to_stage_id": stage.id}
        unit.insert("stage_change", {**entered, "changed_on": day, "owner_id": owner})
    unit.update("deal", ref.id, changes)


def _present(connection: Connection, ref: Ref) -> tuple[bytes | None, str]:
    """The stage and state of a deal; NotFoundError when it is gone."""
    row = connection.one("SELECT stage_id, state FROM deal WHERE id = ? AND deleted_op IS NULL", (ref.id,))
    if row is None:
        raise NotFoundError(f"{ref.name} is not there any more.", hint="Somebody may have deleted it; refresh.")
    return row[0], row[1]


def _closing_stage(connection: Connection, ref: Ref, meaning: str) -> StageRow:
    pipeline = connection.value("SELECT pipeline_id FROM deal WHERE id = ?", (ref.id,))
    found = [s for s in stages(connection, pipeline) if s.meaning == meaning]
    found = found or [s for s in stages(connection) if s.meaning == meaning]
    if not found:
        raise InvalidError(f"There is no stage that means {meaning}.", hint="Add one to the pipeline.")
    return found[0]


def _close_day(desk: Desk, on: dt.date | None) -> dt.date:
    day = on or desk.today
    if day > desk.today:
        raise InvalidError(
            f"A deal cannot close on {day.isoformat()}, which is to come.", hint="Set its close date instead."
        )
    return day
