"""A rep's day on both engines: every verb does what it says, and one undo gives the very rows back."""

import datetime as dt
from collections.abc import Callable

import pytest

from salesdesk.domain.money import Money
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.services import editing, history, negotiating, outreach, products, prospecting, views
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, find
from salesdesk.services.setup import add_member
from salesdesk.store.read import leads
from tests.store.test_operation import live_rows

MONDAY = dt.date(2026, 11, 23)


def lead(desk: Desk, line: str) -> Ref:
    """A new lead from a line."""
    ref, _ = prospecting.save(desk, prospecting.propose(desk, line, as_new=True))
    assert ref is not None
    return ref


def deal(desk: Desk, name: str = "Platform", euros: int = 1000) -> Ref:
    """A new deal."""
    return negotiating.add(desk, negotiating.NewDeal(name, Money(euros * 100, "EUR")))


def one(desk: Desk, sql: str, *params: object) -> object:
    return desk.connection.value(sql, params)


def test_a_line_with_phone_and_mail_is_a_complete_lead(desk: Desk) -> None:
    ref = lead(desk, "Anna Lindqvist at Acme Nordic +46 8 465 004 40 anna@acme.example #hot 12k")
    (row,) = leads.rows(desk.connection, [ref.id])
    assert (row.name, row.company, row.phone, row.email) == (
        "Anna Lindqvist", "Acme Nordic", "+46 8 465 004 40", "anna@acme.example",
    )  # fmt: skip
    assert (row.value_minor, row.currency, row.tags, row.status, row.owner) == (
        1_200_000,
        "EUR",
        " hot ",
        "New",
        "Maya Kessler",
    )


def test_somebody_known_is_met_and_not_added_again(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme Nordic")
    proposal = prospecting.propose(desk, "call anna acme fri 10:00 about the price")
    assert proposal.target is not None and proposal.target.id == anna.id
    prospecting.save(desk, proposal)
    assert desk.connection.one("SELECT next_on, next_text FROM lead") == ("2026-11-27", "about the price")
    assert one(desk, "SELECT count(*) FROM lead") == 1


@pytest.mark.parametrize("line", ["Lindqvist Anna", "Anna Lindqvist, Other Ltd", "Somebody anna@acme.example"])
def test_a_twin_is_announced_before_it_is_made(desk: Desk, line: str) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme Nordic anna@acme.example")
    alike = prospecting.propose(desk, line, as_new=True).alike
    assert [ref.id for ref in alike] == [anna.id]


def test_a_log_closes_the_step_and_plans_the_next_on_a_working_day(desk: Desk) -> None:
    anna = lead(desk, "call Anna Lindqvist at Acme today")
    friday = desk.instant(dt.date(2026, 11, 20), dt.time(9))
    outreach.log(desk, anna, outreach.outcome_named(desk, "voicemail"), at=friday)
    assert desk.connection.rows("SELECT done_on FROM activity WHERE done_on IS NOT NULL") == [("2026-11-20",)]
    # Two days after a Friday is a Sunday.
    assert one(desk, "SELECT next_on FROM lead") == "2026-11-23"
    assert one(desk, "SELECT s.name FROM lead l JOIN lead_status s ON s.id = l.status_id") == "Working"


def test_a_log_of_another_kind_leaves_a_later_step_alone(desk: Desk) -> None:
    anna = lead(desk, "demo Anna Lindqvist at Acme fri 10:00")
    outreach.log(desk, anna, outreach.outcome_named(desk, "sent", outreach.kind_named(desk, "mail")))
    assert desk.connection.one("SELECT next_on, touched_on FROM lead") == ("2026-11-27", "2026-11-23")


def test_a_touch_to_come_and_a_step_in_the_past_are_refused(desk: Desk) -> None:
    anna = lead(desk, "Anna Lindqvist at Acme")
    before = live_rows(desk.connection)
    with pytest.raises(InvalidError, match="in the future"):
        outreach.log(
            desk, anna, outreach.outcome_named(desk, "talked"), at=desk.instant(dt.date(2026, 12, 1), dt.time(9))
        )
    with pytest.raises(InvalidError, match="in the past"):
        outreach.postpone(desk, [anna], dt.date(2026, 11, 20))
    assert live_rows(desk.connection) == before


def test_forty_a_day_skip_the_weekend(desk: Desk) -> None:
    refs = [lead(desk, f"Person{n} Smith at Acme") for n in range(12)]
    outreach.spread(desk, refs, 2)
    days = [row[0] for row in desk.connection.rows("SELECT next_on FROM lead ORDER BY id")]
    assert days[::2] == ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"]
    history.undo(desk)
    assert one(desk, "SELECT count(next_on) FROM lead") == 0


def test_qualifying_links_contact_account_and_deal_and_takes_the_step_along(desk: Desk) -> None:
    anna = lead(desk, "call Anna Lindqvist at Acme Nordic AB fri anna@acme.example 12k")
    before = live_rows(desk.connection)
    made = prospecting.convert(desk, anna, prospecting.conversion_defaults(desk, anna))
    assert desk.connection.one("SELECT value_minor, next_on FROM deal WHERE id = ?", (made.id,)) == (
        1_200_000,
        "2026-11-27",
    )
    assert one(desk, "SELECT first_on FROM deal") == MONDAY.isoformat()
    assert one(desk, "SELECT a.name FROM account a JOIN contact c ON c.account_id = a.id") == "Acme Nordic AB"
    after = live_rows(desk.connection)
    history.undo(desk)
    assert live_rows(desk.connection) == before
    history.redo(desk)
    assert live_rows(desk.connection) == after


def test_a_second_lead_of_a_company_meets_its_account_and_can_join_the_deal(desk: Desk) -> None:
    anna, bela = lead(desk, "Anna Lindqvist at Acme Kft"), lead(desk, "Béla Nagy at ACME")
    made = prospecting.convert(desk, anna, prospecting.conversion_defaults(desk, anna))
    assert [ref.id for ref in prospecting.open_deals_for(desk, bela)] == [made.id]
    prospecting.convert(desk, bela, prospecting.Conversion(deal=made))
    assert one(desk, "SELECT count(*) FROM account") == 1
    assert one(desk, "SELECT count(*) FROM deal_lead") == 2


def test_a_win_is_frozen_to_its_owner_and_makes_an_order(desk: Desk) -> None:
    add_member(desk, "Omar Farouk")
    ref = deal(desk)
    negotiating.win(desk, ref)
    editing.give(desk, [ref], "omar")
    owner = "SELECT m.name FROM deal d JOIN member m ON m.id = d.closed_owner_id"
    assert one(desk, owner) == "Maya Kessler"
    assert one(desk, "SELECT amount_minor FROM sales_order WHERE deleted_op IS NULL") == 100_000
    negotiating.reopen(desk, ref)
    assert desk.connection.one("SELECT state, won_on FROM deal") == ("open", None)
    assert one(desk, "SELECT count(*) FROM sales_order WHERE deleted_op IS NULL") == 0


def test_products_make_the_value_of_a_deal(desk: Desk) -> None:
    ref = deal(desk)
    seat = products.add(desk, "Seat", price=Money(50_000, "EUR"))
    negotiating.add_product(desk, ref, seat, quantity=3)
    assert desk.connection.one("SELECT value_minor, list_minor FROM deal") == (150_000, 150_000)
    negotiating.add_product(desk, ref, seat, quantity=1, price=Money(40_000, "EUR"))
    assert one(desk, "SELECT value_minor FROM deal") == 190_000


def test_cards_can_be_put_in_order(desk: Desk) -> None:
    first, second, third = deal(desk, "A"), deal(desk, "B"), deal(desk, "C")
    order = "SELECT name FROM deal ORDER BY position"
    assert desk.connection.rows(order) == [("C",), ("B",), ("A",)]
    negotiating.reorder(desk, third, second.id, first.id)
    assert desk.connection.rows(order) == [("B",), ("C",), ("A",)]
    negotiating.reorder(desk, third, first.id, None)
    assert desk.connection.rows(order) == [("B",), ("A",), ("C",)]


def test_a_bulk_edit_with_one_bad_value_changes_nothing(desk: Desk) -> None:
    refs = [lead(desk, f"Person{n} Smith at Acme") for n in range(3)]
    before = live_rows(desk.connection)
    for changes, words in (
        ({"score": "many"}, "score"),
        ({"colour": "red"}, "no field"),
        ({"owner": "nobody"}, "No member"),
    ):
        with pytest.raises((InvalidError, NotFoundError), match=words):
            editing.edit(desk, refs, {"city": "Graz", **changes})
    assert live_rows(desk.connection) == before
    editing.edit(desk, refs, {"city": "Graz", "tags": "+hot"})
    assert desk.connection.rows("SELECT DISTINCT city, tags FROM lead") == [("Graz", " hot ")]
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_both_engines_sort_alike_and_put_what_is_missing_last(desk: Desk) -> None:
    for name in ("Zoltán Nagy", "Bela Kis", "Ábel Szabó", "ádám Tóth", "Øyvind Hansen"):
        editing.edit(desk, [lead(desk, "Somebody New at Acme")], {"name": name})
    by_name = [row.name for row in leads.rows(desk.connection, views.listing(desk, "lead", "sort:name").ids)]
    assert [name.split()[0].lower() for name in by_name] == ["ábel", "ádám", "bela", "øyvind", "zoltán"]
    find_one = views.listing(desk, "lead", "zoltan").ids
    assert len(find_one) == 1
    editing.edit(desk, [find(desk, "zoltan")], {"score": "80"})
    for order in ("sort:score", "sort:-score"):
        assert views.listing(desk, "lead", order).ids[0] == find_one[0]


def test_what_fits_several_is_listed_and_a_reference_is_enough(desk: Desk) -> None:
    first = lead(desk, "Anna Lindqvist at Acme")
    lead(desk, "Anna Kovács at Bursztyn")
    with pytest.raises(AmbiguousError) as several:
        find(desk, "anna")
    assert len(several.value.candidates) == 2
    assert find(desk, first.ref.lower()[:6] if first.code[:4] else first.ref).id == first.id
    with pytest.raises(NotFoundError):
        find(desk, "nobody at all")


VERBS: dict[str, Callable[[Desk, Ref, Ref], object]] = {
    "log": lambda d, a, _: outreach.log(d, a, outreach.outcome_named(d, "talked")),
    "postpone": lambda d, a, _: outreach.postpone(d, [a], dt.date(2026, 12, 1)),
    "disqualify": lambda d, a, _: prospecting.disqualify(d, [a], prospecting.disqualify_reasons(d)[0]),
    "convert": lambda d, a, _: prospecting.convert(d, a, prospecting.conversion_defaults(d, a)),
    "tag": lambda d, a, _: editing.tag(d, [a], "hot"),
    "delete": lambda d, a, _: editing.delete(d, [a]),
    "win": lambda d, _, x: negotiating.win(d, x),
    "lose": lambda d, _, x: negotiating.lose(d, x, negotiating.reasons(d)[0]),
    "move": lambda d, _, x: negotiating.move(d, x, negotiating.stage_named(d, "proposal")),
}


@pytest.mark.parametrize("verb", VERBS)
def test_one_undo_gives_the_very_rows_back(desk: Desk, verb: str) -> None:
    anna, platform = lead(desk, "call Anna Lindqvist at Acme fri"), deal(desk)
    before = live_rows(desk.connection)
    VERBS[verb](desk, anna, platform)
    assert live_rows(desk.connection) != before
    history.undo(desk)
    assert live_rows(desk.connection) == before
