"""The playbook: its tree, where pages apply, who vouched and who read; on both engines."""

import datetime as dt

import pytest

from salesdesk.domain.front_matter import TextError
from salesdesk.domain.playbook import Page, read_page, tree
from salesdesk.services import editing, history, negotiating, pages, playbook, texts
from salesdesk.services.desk import Desk
from salesdesk.services.playbook import KIND
from salesdesk.store.read.lookups import stages
from tests.services.office import colleague, deal, lead

PAGE = "---\nunder: {under}\nkind: page\n---\nWords of {name}.\n"


def written(desk: Desk, name: str, under: str = "") -> None:
    texts.save(desk, KIND, name, PAGE.format(under=under, name=name))


def shown(desk: Desk, name: str) -> playbook.Shown:
    return next(p for p in playbook.pages(desk) if p.row.name == name)


def test_a_new_workspace_has_pages_to_start_from(desk: Desk) -> None:
    names = [("  " * p.depth + p.row.name) for p in playbook.pages(desk)]
    assert names[0] == "Our playbook"
    assert "  First week" in names and "    Qualified" in names
    assert playbook.criteria(desk, "qualified")[0].startswith("The buyer has named a problem")
    assert playbook.criteria(desk, "New") == ()


def test_a_deal_shows_what_its_stage_asks_until_it_is_closed(desk: Desk) -> None:
    ref = deal(desk, "Platform")
    proposal = next(s for s in stages(desk.connection) if s.name == "Proposal")
    negotiating.move(desk, [ref], proposal)
    page = pages.page(desk, "deal", ref.id)
    assert isinstance(page, pages.DealPage)
    assert "Price, terms and delivery are written down" in page.criteria
    assert "Proposal" in [p.row.name for p in playbook.applying(desk, ref)]
    negotiating.win(desk, [ref])
    page = pages.page(desk, "deal", ref.id)
    assert isinstance(page, pages.DealPage) and not page.criteria


def test_a_page_applies_to_the_role_and_the_sector_of_a_record(desk: Desk) -> None:
    texts.save(desk, KIND, "CFOs", "---\nkind: persona\npersona: CFO, Finance director\n---\nNumbers first.\n")
    texts.save(desk, KIND, "Grocers", "---\nkind: market\nsector: Élelmiszer\n---\nThin margins.\n")
    ref = lead(desk, "Anna Lindqvist at Acme")
    assert playbook.applying(desk, ref) == []
    editing.edit(desk, [ref], {"title": "cfo", "industry": "elelmiszer"})
    assert {p.row.name for p in playbook.applying(desk, ref)} == {"CFOs", "Grocers"}


def test_a_reader_counts_until_the_page_changes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    written(desk, "Prices")
    row = texts.find_text(desk, KIND, "Prices")
    playbook.mark_read(desk, [row])
    desk.actor = colleague(desk)
    playbook.mark_read(desk, [row])
    assert list(shown(desk, "Prices").readers) == ["Maya Kessler", "Omar Farouk"]
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-25T09:00:00Z")
    texts.save(desk, KIND, "Prices", row.text + "More.\n", row=row)
    assert list(shown(desk, "Prices").readers) == []


def test_somebody_vouches_and_half_a_year_later_it_is_old(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    written(desk, "Prices")
    assert shown(desk, "Prices").old(desk.today)
    playbook.vouch(desk, texts.find_text(desk, KIND, "Prices"))
    found = shown(desk, "Prices")
    assert (found.checked_on, found.checked_by) == (desk.today, "Maya Kessler")
    assert not found.old(desk.today) and found.old(desk.today + dt.timedelta(days=181))
    history.undo(desk)
    assert shown(desk, "Prices").checked_on is None


def test_search_finds_every_word_and_names_first(desk: Desk) -> None:
    written(desk, "Árajánlat")
    written(desk, "Other")
    texts.save(desk, KIND, "Third", "Mentions an arajanlat in its words.")
    assert [p.row.name for p in playbook.search(desk, "arajanlat")] == ["Árajánlat", "Third"]
    assert playbook.search(desk, "arajanlat nothing") == []


def page(under: str, order: int = 0) -> Page:
    return Page(under, "page", order, {}, "x")


def test_no_page_is_out_of_sight() -> None:
    found = tree(
        {"A": page(""), "B": page("a", 2), "C": page("A", 1), "Lost": page("gone"), "X": page("Y"), "Y": page("X")}
    )
    assert found[:4] == [(0, "A"), (1, "C"), (1, "B"), (0, "Lost")]
    assert {name for _, name in found} == {"A", "B", "C", "Lost", "X", "Y"}
    assert tree({"Self": page("Self")}) == [(0, "Self")]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\nkind: novel\n---\nx", 2, "not a kind"),
        ("---\nunder: A\norder: first\n---\nx", 3, "number"),
        ("---\nstages: New\n---\nx", 2, "not known"),
        ("---\nkind: page\n---\n\n", 0, "words"),
    ],
)
def test_a_page_that_cannot_be_understood_says_where(text: str, line: int, words: str) -> None:
    with pytest.raises(TextError, match=words) as told:
        read_page(text)
    assert told.value.line == line
