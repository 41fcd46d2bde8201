"""Deals from opening to close: what each move writes, what a close freezes, what is taken back with it."""

import datetime as dt

import pytest

from salesdesk.domain.money import Money
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.services import editing, history, measuring, negotiating, outreach, products, prospecting
from salesdesk.services.desk import Desk
from salesdesk.services.negotiating import NewDeal, stage_named
from salesdesk.services.records import Ref
from salesdesk.services.steps import read_step
from tests.services.office import cell, colleague, deal, lead, stage, status, steps
from tests.store.test_operation import live_rows

FRIDAY = dt.date(2026, 11, 20)


def orders(desk: Desk, ref: Ref) -> list[tuple[object, ...]]:
    """The live orders of a deal."""
    return desk.connection.rows(
        "SELECT amount_minor, currency, ordered_on FROM sales_order WHERE deal_id = ? AND deleted_op IS NULL", (ref.id,)
    )


def path(desk: Desk, ref: Ref) -> list[tuple[str | None, str, str]]:
    """The stage history of a deal: from, to, day."""
    return [
        (before, after, day)
        for before, after, day in desk.connection.rows(
            "SELECT a.name, b.name, c.changed_on FROM stage_change c LEFT JOIN stage a ON a.id = c.from_stage_id"
            " JOIN stage b ON b.id = c.to_stage_id WHERE c.deal_id = ? AND c.deleted_op IS NULL ORDER BY c.id",
            (ref.id,),
        )
    ]


def test_the_stage_history_tells_every_move_and_its_undo(desk: Desk) -> None:
    ref = deal(desk, "Platform", 1000)
    negotiating.move(desk, ref, stage_named(desk, "Proposal"))
    negotiating.move(desk, ref, stage_named(desk, "qual"))
    today = "2026-11-23"
    whole = [(None, "New", today), ("New", "Proposal", today), ("Proposal", "Qualified", today)]
    assert path(desk, ref) == whole
    history.undo(desk)
    assert (path(desk, ref), stage(desk, ref)) == (whole[:2], "Proposal")


def test_moving_to_where_it_is_changes_nothing(desk: Desk) -> None:
    ref = deal(desk, "Platform", 1000)
    before = len(history.operations(desk))
    assert negotiating.move(desk, ref, stage_named(desk, "New")) == "Platform: in New already"
    assert len(history.operations(desk)) == before


def test_several_deals_move_close_and_come_back_as_one(desk: Desk) -> None:
    several = [deal(desk, f"Deal {n}", 100 * n) for n in range(1, 4)]
    states = [live_rows(desk.connection)]
    assert negotiating.move(desk, several, stage_named(desk, "Proposal")) == "3 deals moved to Proposal"
    states.append(live_rows(desk.connection))
    assert negotiating.win(desk, several[:2]) == "2 deals won"
    states.append(live_rows(desk.connection))
    assert negotiating.lose(desk, several, negotiating.reasons(desk)[0]) == "3 deals lost: price"
    for state in reversed(states):
        history.undo(desk)
        assert live_rows(desk.connection) == state


def test_a_win_freezes_owner_manager_and_team_for_ever(desk: Desk) -> None:
    boss, omar = colleague(desk, "Cara Losch"), colleague(desk, "Omar Farouk")
    with desk.operation("Teams") as unit:
        north, south = unit.insert("team", {"name": "North"}), unit.insert("team", {"name": "South"})
        assert desk.actor is not None
        unit.update("member", desk.actor, {"manager_id": boss, "team_id": north})
        unit.update("member", omar, {"team_id": south})
    ref = deal(desk, "Platform", 1000)
    negotiating.win(desk, ref, on=FRIDAY)
    frozen = "SELECT closed_owner_id, closed_manager_id, closed_team_id, won_on FROM deal WHERE id = ?"
    at_close = (desk.actor, boss, north, "2026-11-20")
    assert desk.connection.one(frozen, (ref.id,)) == at_close
    editing.give(desk, [ref], "omar")
    with desk.operation("Maya changes teams") as unit:
        unit.update("member", desk.actor, {"manager_id": omar, "team_id": south})
    assert desk.connection.one(frozen, (ref.id,)) == at_close
    for dimension, key in (("owner", "Maya Kessler"), ("manager", "Cara Losch"), ("team", "North")):
        shown = measuring.show(desk, ["period:2026-11"], dimension, only=["won_revenue"]).by
        assert shown is not None
        won = {row.key: row.kpis["won_revenue"] for row in shown.rows}
        assert {name for name, value in won.items() if value.value} == {key}


def test_a_win_makes_one_order_and_is_not_won_twice(desk: Desk) -> None:
    ref = deal(desk, "Platform", 1000)
    negotiating.win(desk, ref, value=Money(90_000, "EUR"), on=FRIDAY)
    assert orders(desk, ref) == [(90_000, "EUR", "2026-11-20")]
    with pytest.raises(InvalidError, match="won already"):
        negotiating.win(desk, ref)
    other = deal(desk, "Seats")
    assert negotiating.win(desk, [ref, other]) == "Seats won"
    # Without a value there is nothing to order.
    assert (len(orders(desk, ref)), orders(desk, other)) == (1, [])


@pytest.mark.parametrize("way", ["reopen", "move", "lose"])
def test_what_is_not_won_any_more_has_no_order(desk: Desk, way: str) -> None:
    ref = deal(desk, "Platform", 1000)
    negotiating.move(desk, ref, stage_named(desk, "Negotiation"))
    negotiating.win(desk, ref)
    if way == "reopen":
        negotiating.reopen(desk, ref)
        assert stage(desk, ref) == "Negotiation"
    elif way == "move":
        negotiating.move(desk, ref, stage_named(desk, "Proposal"))
    else:
        negotiating.lose(desk, ref, negotiating.reasons(desk)[0])
    assert orders(desk, ref) == []
    history.undo(desk)
    assert len(orders(desk, ref)) == 1
    assert desk.connection.one("SELECT state, won_on FROM deal") == ("won", "2026-11-23")


def test_an_order_that_came_with_an_open_deal_stays_when_it_moves(desk: Desk) -> None:
    ref = deal(desk, "Platform", 1000)
    with desk.operation("A first delivery") as unit:
        unit.insert("sales_order", {"deal_id": ref.id, "amount_minor": 500, "currency": "EUR", "ordered_on": FRIDAY})
    negotiating.move(desk, ref, stage_named(desk, "Proposal"))
    assert len(orders(desk, ref)) == 1


def test_losing_keeps_the_reason_and_closes_the_steps(desk: Desk) -> None:
    ref = deal(desk, "Platform", 1000)
    outreach.plan(desk, [ref], read_step(desk, "call fri"))
    reason = negotiating.reason_named(negotiating.reasons(desk), "comp")
    assert negotiating.lose(desk, ref, reason) == "Platform lost: competitor"
    row = desk.connection.one("SELECT state, lost_on, won_on, lost_reason_id, closed_owner_id FROM deal")
    assert row == ("lost", "2026-11-23", None, reason.id, desk.actor)
    assert steps(desk, ref) == []
    history.undo(desk)
    assert steps(desk, ref) == [("Call", "2026-11-27", "")]
    for name in ("", "nonsense"):
        with pytest.raises(InvalidError, match="not a reason"):
            negotiating.reason_named(negotiating.reasons(desk), name)


def test_no_close_lies_in_the_future(desk: Desk) -> None:
    ref = deal(desk, "Platform", 1000)
    before = live_rows(desk.connection)
    for close in (
        lambda: negotiating.win(desk, ref, on=dt.date(2026, 11, 24)),
        lambda: negotiating.lose(desk, ref, negotiating.reasons(desk)[0], on=dt.date(2026, 11, 24)),
        lambda: negotiating.move(desk, ref, stage_named(desk, "Lost")),
        lambda: negotiating.reopen(desk, ref),
        lambda: negotiating.add(desk, NewDeal("  ")),
    ):
        with pytest.raises(InvalidError):
            close()
    assert live_rows(desk.connection) == before


def test_stages_are_named_within_their_pipeline(desk: Desk) -> None:
    ref = deal(desk, "Platform")
    assert stage_named(desk, "won", cell(desk, ref, "pipeline_id")).pipeline == "Sales"  # type: ignore[arg-type]
    with pytest.raises(NotFoundError, match="No stage"):
        stage_named(desk, "nowhere")
    with pytest.raises(AmbiguousError):
        stage_named(desk, "re")


def test_products_of_several_currencies_leave_the_value_alone(desk: Desk) -> None:
    ref = deal(desk, "Platform", 1000)
    seat = products.add(desk, "Seat", price=Money(5_000, "EUR"))
    free = products.add(desk, "Support")
    negotiating.add_product(desk, ref, free)
    assert cell(desk, ref, "value_minor") == 100_000
    with pytest.raises(InvalidError, match="at least 1"):
        negotiating.add_product(desk, ref, seat, quantity=0)
    with pytest.raises(InvalidError, match="already"):
        products.add(desk, "SEAT")
    history.undo(desk)
    negotiating.add_product(desk, ref, seat, quantity=2, price=Money(4_000, "USD"))
    negotiating.add_product(desk, ref, seat)
    assert desk.connection.one("SELECT value_minor, currency FROM deal") in {(8_000, "USD")}


def test_the_cycle_starts_with_the_earliest_of_arrival_contact_and_opening(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme Nordic 12k")
    editing.edit(desk, [anna], {"created": "2026-11-02"})
    made = prospecting.convert(desk, anna, prospecting.conversion_defaults(desk, anna))
    assert cell(desk, made, "first_on") == "2026-11-02"
    assert (status(desk, anna), cell(desk, anna, "qualified_on")) == ("Qualified", "2026-11-23")


def test_a_qualified_lead_is_not_qualified_closed_or_opened_again(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme Nordic")
    prospecting.convert(desk, anna, prospecting.conversion_defaults(desk, anna))
    before = live_rows(desk.connection)
    for act in (
        lambda: prospecting.convert(desk, anna, prospecting.conversion_defaults(desk, anna)),
        lambda: prospecting.disqualify(desk, [anna], prospecting.disqualify_reasons(desk)[0]),
        lambda: editing.set_status(desk, [anna], "working"),
        lambda: editing.edit(desk, [anna], {"status": "working"}),
    ):
        with pytest.raises(InvalidError, match="qualified already"):
            act()
    assert live_rows(desk.connection) == before


def test_qualifying_meets_the_contact_of_that_mail_and_keeps_its_account(desk: Desk) -> None:
    first = lead(desk, "Anna Lindqvist at Acme Nordic AB anna@acme.example")
    prospecting.convert(desk, first, prospecting.conversion_defaults(desk, first))
    again = lead(desk, "A Lindqvist at ACME NORDIC anna@acme.example")
    prospecting.convert(desk, again, prospecting.Conversion("Second order"))
    counts = [desk.connection.value(f"SELECT count(*) FROM {table}") for table in ("contact", "account", "deal")]
    assert counts == [1, 1, 2]


def test_a_disqualified_lead_has_a_reason_and_no_steps_and_can_be_worked_again(desk: Desk) -> None:
    anna = lead(desk, "call Anna Lindqvist at Acme Nordic fri")
    reason = negotiating.reason_named(prospecting.disqualify_reasons(desk), "no budget")
    assert prospecting.disqualify(desk, [anna], reason) == "Anna Lindqvist disqualified: no budget"
    assert (status(desk, anna), cell(desk, anna, "closed_on"), steps(desk, anna)) == ("Disqualified", "2026-11-23", [])
    editing.set_status(desk, [anna], "Working")
    assert (cell(desk, anna, "closed_on"), cell(desk, anna, "lost_reason_id")) == (None, None)
