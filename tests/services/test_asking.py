"""Asking: saved views, the order of lists, and finding the one record that is meant; the same on both engines."""

import datetime as dt

import pytest

from salesdesk.errors import AmbiguousError, FilterError, InvalidError, NotFoundError
from salesdesk.services import editing, history, outreach, pages, prospecting, records, views
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, find, search
from salesdesk.store.read import leads
from tests.services.office import capture, colleague, deal, lead, outcome
from tests.store.test_operation import live_rows

NAMES = [
    "Zoltán Nagy",
    "Bela Kis",
    "Ábel Szabó",
    "ádám Tóth",
    "Øyvind Hansen",
    "Łukasz Żak",
    "Çelik Deniz",
    "andrás Ács",
]


def add(desk: Desk, **values: object) -> Ref:
    """A lead with these columns."""
    status = prospecting.first_status(desk.connection, "open").id
    with desk.operation("A lead") as unit:
        key = unit.insert("lead", {"name": "Somebody", "status_id": status, "owner_id": desk.actor, **values})
    return records.by_id(desk.connection, "lead", key)


def listed(desk: Desk, text: str) -> list[str]:
    """The names of the leads of a filter, in its order."""
    return [row.name for row in leads.rows(desk.connection, views.listing(desk, "lead", text).ids)]


def test_a_view_is_saved_used_replaced_and_dropped(desk: Desk) -> None:
    add(desk, name="Hot One", score=90)
    add(desk, name="Cold One", score=10)
    before = live_rows(desk.connection)
    assert views.save(desk, "lead", "Hot ones", "status:open score>59") == "View Hot ones saved"
    assert listed(desk, "@hot-ones") == ["Hot One"]
    views.save(desk, "lead", "hot ONES", "score>5")
    assert [v.query for v in views.views(desk, "lead") if v.name == "Hot ones"] == ["score>5"]
    assert views.count(desk, "lead", "@hot-ones") == 2
    views.drop(desk, "lead", "hot-ones")
    with pytest.raises(NotFoundError, match="no view"):
        views.drop(desk, "lead", "hot ones")
    for _ in range(3):
        history.undo(desk)
    assert live_rows(desk.connection) == before


def test_a_view_that_cannot_be_understood_is_not_saved(desk: Desk) -> None:
    before = live_rows(desk.connection)
    for text in ("scroe:5", "score>", "due:someday", "@nowhere"):
        with pytest.raises(FilterError):
            views.save(desk, "lead", "Broken", text)
    with pytest.raises(InvalidError):
        views.save(desk, "lead", " ", "score>5")
    assert live_rows(desk.connection) == before


def test_names_sort_alike_whatever_their_letters(desk: Desk) -> None:
    for name in NAMES:
        add(desk, name=name)
    order = ["Ábel", "ádám", "andrás", "Bela", "Çelik", "Łukasz", "Øyvind", "Zoltán"]
    assert [name.split()[0] for name in listed(desk, "sort:name")] == order
    assert [name.split()[0] for name in listed(desk, "sort:-name")] == order[::-1]
    for typed in ("lukasz", "ŁUKASZ", "zak", "Żak"):
        assert listed(desk, typed) == ["Łukasz Żak"]


def test_what_is_missing_sorts_last_both_ways_and_ties_by_age(desk: Desk) -> None:
    fields: tuple[tuple[str, str, object, object], ...] = (
        ("score", "score", 10, 90),
        ("value", "value_minor", 100, 900),
        ("city", "city", "Aachen", "Žilina"),
        ("created", "arrived_on", dt.date(2026, 1, 2), dt.date(2026, 11, 2)),
    )
    low = {column: value for _, column, value, _ in fields}
    add(desk, name="None A")
    add(desk, name="High", **{column: value for _, column, _, value in fields})
    add(desk, name="Low A", **low)
    add(desk, name="Low B", **low)
    add(desk, name="None B")
    for field, *_ in fields:
        assert listed(desk, f"sort:{field}") == ["Low A", "Low B", "High", "None A", "None B"], field
        assert listed(desk, f"sort:-{field}") == ["High", "Low A", "Low B", "None A", "None B"], field


def test_lists_begin_with_what_is_due_first_and_say_their_groups(desk: Desk) -> None:
    for who, when in (("Later", "14 dec"), ("Anytime", "today"), ("Timed", "today 15:00"), ("Week", "fri")):
        lead(desk, f"call {who} Smith at Acme {when}")
    add(desk, name="Nothing")
    found = views.listing(desk, "lead", "status:open")
    assert listed(desk, "status:open") == ["Timed Smith", "Anytime Smith", "Week Smith", "Later Smith", "Nothing"]
    assert (found.sorted_by_due, views.due_groups(desk, found)) == (True, [0, 2, 1, 1, 1])
    assert views.listing(desk, "lead", "sort:-due").sorted_by_due is False
    assert len(views.listing(desk, "lead", "status:open", limit=2).ids) == 2


def test_not_is_the_exact_complement_and_me_is_who_asks(desk: Desk) -> None:
    add(desk, name="Scored", score=50)
    add(desk, name="Unscored")
    omar = colleague(desk)
    add(desk, name="Omar's", owner_id=omar)
    add(desk, name="Nobody's", owner_id=None)
    for text in ("score>40", "owner:me", "owner:omar", "city:Graz", "due:today"):
        assert views.count(desk, "lead", text) + views.count(desk, "lead", f"not:{text}") == 4
    assert listed(desk, "owner:none") == ["Nobody's"]
    desk.actor = omar
    assert listed(desk, "owner:me") == ["Omar's"]


def test_a_tag_is_found_among_others_and_only_whole(desk: Desk) -> None:
    for name, tags in (("Both", "hot cold old-news"), ("Hot", "hot"), ("Shot", "shot")):
        editing.tag(desk, [add(desk, name=name)], tags)
    add(desk, name="None")
    for text, names in (
        ("+hot", ["Both", "Hot"]),
        ("#HOT", ["Both", "Hot"]),
        ("tag:cold", ["Both"]),
        ("tag:hot,cold", ["Both", "Hot"]),
        ('tag:"old news"', ["Both"]),
        ("not:+hot", ["Shot", "None"]),
        ("tag:none", ["None"]),
        ("tag~ho", ["Both", "Hot", "Shot"]),
    ):
        assert listed(desk, text) == names, text


def test_a_reference_of_four_signs_is_enough_when_it_fits_one(desk: Desk) -> None:
    first = add(desk, name="Anna Berg")
    with desk.operation("A twin of its reference") as unit:
        key = bytearray(first.id)
        key[-1] ^= 1
        twin = unit.insert("lead", {"id": bytes(key), "name": "Anna's twin"})
    assert find(desk, first.ref.lower()).id == first.id
    with pytest.raises(AmbiguousError) as several:
        find(desk, first.ref[:6])
    assert len(several.value.candidates) == 2
    with desk.operation("The twin goes") as unit:
        unit.delete("lead", twin)
    assert find(desk, first.ref[:6]).id == first.id
    with pytest.raises(NotFoundError):
        find(desk, f"D-{first.code}")


def test_people_are_found_in_either_order_by_mail_phone_and_part(desk: Desk) -> None:
    anna = lead(desk, "Kovács Anna at Bursztyn SA +36 1 555 0199 anna@bursztyn.example")
    lead(desk, "Anna Berg at Acme")
    for words in (
        "Anna Kovács",
        "kovacs anna",
        "KOVACS",
        "anna@bursztyn.example",
        "+36 1 555 0199",
        "bursztyn",
        "ovács",
    ):
        assert find(desk, words).id == anna.id, words
    with pytest.raises(AmbiguousError):
        find(desk, "anna")
    for words in ("", "100%", "a_na", "x' OR 1=1 --"):
        with pytest.raises(NotFoundError):
            find(desk, words)


def test_who_one_works_with_comes_before_what_is_closed(desk: Desk) -> None:
    old, now = lead(desk, "Anna Lindqvist at Acme"), lead(desk, "Anna Lindqvist at Orchid")
    prospecting.disqualify(desk, [old], prospecting.disqualify_reasons(desk)[0])
    assert find(desk, "anna lindqvist").id == now.id
    made = prospecting.convert(desk, now, prospecting.conversion_defaults(desk, now))
    assert find(desk, "anna lindqvist").id == made.id
    kinds = [ref.kind for ref in search(desk, "lindqvist")]
    assert kinds == ["lead", "lead", "contact", "deal"]
    assert "deal" in [ref.kind for ref in search(desk, "lindqvist orchid")]


def test_a_page_tells_facts_steps_and_history_and_none_for_what_is_gone(desk: Desk) -> None:
    anna = lead(desk, "call Anna Lindqvist at Acme today 12k #hot")
    outreach.log(desk, anna, outcome(desk, "talked"), note="wants a demo")
    page = pages.page(desk, "lead", anna.id)
    assert isinstance(page, pages.LeadPage)
    assert [f[1:] for f in page.facts if f.label == "Value"] == [("12000.00 EUR", "€12,000")]
    assert (pages.last_talk(page.events) or page.events[0]).text == "wants a demo"
    assert [e.what for e in pages.planned(page.events)] == ["planned"]
    assert page.touches[-1] == 1
    made = prospecting.convert(desk, anna, prospecting.conversion_defaults(desk, anna))
    of_deal = pages.page(desk, "deal", made.id)
    assert isinstance(of_deal, pages.DealPage) and [ref.id for ref in of_deal.leads] == [anna.id]
    account = find(desk, "acme", ("account",))
    of_account = pages.page(desk, "account", account.id)
    assert isinstance(of_account, pages.PlainPage)
    assert {ref.kind for ref in of_account.related} == {"contact", "deal", "lead"}
    editing.delete(desk, [made])
    assert pages.page(desk, "deal", made.id) is None


def test_a_note_of_several_megabytes_is_cut_and_kept(desk: Desk) -> None:
    ref = add(desk, name="Anna Berg")
    editing.edit(desk, [ref], {"notes": "x" * 3_000_000})
    assert len(str(desk.connection.value("SELECT notes FROM lead"))) == 100_000
    assert capture(desk, "deal with it") is None
    assert deal(desk, "Platform").name == "Platform"


def test_text_compares_without_case_and_accents_on_both_engines(desk: Desk) -> None:
    ref = lead(desk, "Anna Lindqvist at Acme")
    editing.edit(desk, [ref], {"city": "Malmö", "title": "Vezérigazgató", "notes": "Kéri az ÁRAJÁNLATOT"})
    for query in ("city:malmo", "city:MALMÖ", "title:vezerigazgato", "notes:arajanlat", "city=malmö city~alm"):
        assert views.listing(desk, "lead", query).ids == [ref.id], query
    assert views.listing(desk, "lead", "-city:malmo").ids == []
