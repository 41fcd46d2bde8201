"""Quotas on the real app: set, changed, copied forward and taken back by key; what is wrong is said at its field."""

import datetime as dt
from typing import Any

import pytest
from textual.pilot import Pilot

from salesdesk.services import absences
from salesdesk.services.desk import Desk
from salesdesk.services.goals import quotas
from salesdesk.services.setup import add_member
from tests.screens.sight import HOSTILE, SIZES, opened, press, settle, text_of, type_text
from tests.services.office import deal

TO_QUOTAS = ("T", "T", "T")


def kept(desk: Desk) -> list[tuple[str, str, str, int]]:
    """Every quota: whose, from when until when, how much."""
    return [(q.whose, str(q.starts_on), str(q.ends_on), q.target) for q in quotas.quotas(desk)]


async def fill(pilot: Pilot[Any], *texts: str) -> None:
    """Type into one field after the other; what stood there goes."""
    for number, text in enumerate(texts):
        if number:
            await pilot.press("tab")
        await pilot.press("home", "ctrl+k")
        await type_text(pilot, text)
    await pilot.pause(0.1)
    await settle(pilot)


async def test_a_quota_is_set_changed_dropped_and_taken_back(busy: Desk) -> None:
    async with opened(busy, "goals") as pilot:
        await press(pilot, *TO_QUOTAS)
        assert "No quotas yet" in text_of(pilot) and "a new quota" in text_of(pilot)
        await press(pilot, "a")
        await fill(pilot, "omar", "q1 2027", "120k")
        shown = text_of(pilot)
        assert "Omar Farouk, rep" in shown and "1 Jan to 31 Mar 2027" in shown and "€120,000" in shown
        await press(pilot, "enter")
        assert kept(busy) == [("Omar Farouk", "2027-01-01", "2027-03-31", 12_000_000)]
        assert "Q1 2027, TO COME" in text_of(pilot) and "- / €120k" in text_of(pilot)
        await press(pilot, "e")
        await fill(pilot, "+10%")
        await press(pilot, "shift+tab")
        await fill(pilot, "2026-07..2027-06")
        await press(pilot, "enter")
        assert kept(busy) == [("Omar Farouk", "2026-07-01", "2027-06-30", 13_200_000)]
        assert "1 JUL 2026 TO 30 JUN 2027, NOW" in text_of(pilot)
        await press(pilot, "D")
        assert kept(busy) == [] and "No quotas yet" in text_of(pilot)
        await press(pilot, "u", "u")
        assert kept(busy) == [("Omar Farouk", "2027-01-01", "2027-03-31", 12_000_000)]


async def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(busy: Desk) -> None:
    quotas.set_quota(busy, "Omar", "100k", "2026-Q4")
    async with opened(busy, "goals", (80, 24)) as pilot:
        await press(pilot, *TO_QUOTAS, "a")
        await fill(pilot, "nobody", "2026-07..", "0")
        await press(pilot, "enter")
        for words in ("No member or team is called 'nobody'", "A quota needs an end", "asks for nothing"):
            assert words in text_of(pilot)
        # Enter went to the first field that cannot be taken.
        await fill(pilot, "omar", "2026-11-01 to 2027-01-15", "90k")
        await press(pilot, "enter")
        assert "Omar Farouk already has a quota from 2026-10-01" in text_of(pilot)
        assert "Change or delete that one, or choose other days." in " ".join(text_of(pilot).split()).replace(
            "│ │ ", ""
        )
        await press(pilot, "escape", "a")
        assert "2026-11-01 to 2027-01-15" in text_of(pilot) and "90k" in text_of(pilot)
        await press(pilot, "tab")
        await fill(pilot, "2027-q1")
        await press(pilot, "enter")
        assert len(kept(busy)) == 2
        # What was saved is no draft any more.
        await press(pilot, "a")
        assert "a member, a team" in text_of(pilot)


async def test_the_same_days_get_the_new_amount(busy: Desk) -> None:
    quotas.set_quota(busy, "Omar", "100k", "2026-Q4")
    async with opened(busy, "goals") as pilot:
        await press(pilot, *TO_QUOTAS, "a")
        await fill(pilot, "omar", "2026-q4", "110k")
        assert "€110,000 instead of €100,000" in text_of(pilot)
        await press(pilot, "enter")
        assert kept(busy) == [("Omar Farouk", "2026-10-01", "2026-12-31", 11_000_000)]


async def test_quotas_are_copied_forward_by_key(busy: Desk) -> None:
    quotas.set_quota(busy, "Omar", "100k", "2026-Q4")
    quotas.set_quota(busy, "me", "80k", "2026-Q4")
    quotas.set_quota(busy, "me", "90k", "2027-Q1")
    async with opened(busy, "goals") as pilot:
        await press(pilot, *TO_QUOTAS, "F")
        await fill(pilot, "much")
        shown = text_of(pilot)
        assert "2 quotas, €180k in all" in shown and "passed over: 1 there already" in shown
        assert "'much' is not a factor" in shown
        await press(pilot, "enter")
        await fill(pilot, "+10%")
        assert "€110k in all" in text_of(pilot)
        await press(pilot, "enter")
        assert ("Omar Farouk", "2027-01-01", "2027-03-31", 11_000_000) in kept(busy)
        assert "1 quota of 2026-Q4 copied to 2027-Q1, 1 passed over" in text_of(pilot)
        await press(pilot, "F", "tab")
        await fill(pilot, "2026-Q4", "2027-Q1", "1.2")
        await press(pilot, "enter")
        assert "Nothing is left to copy: 2 there already" in text_of(pilot)
        await press(pilot, "escape", "u")
        assert len(kept(busy)) == 3


async def test_enter_opens_what_counts(busy: Desk) -> None:
    from salesdesk.services import negotiating

    quotas.set_quota(busy, "me", "1k", "2026-Q4")
    negotiating.win(busy, [deal(busy, "Won one", 480)])
    async with opened(busy, "goals") as pilot:
        await press(pilot, *TO_QUOTAS)
        assert "€480 / €1k" in text_of(pilot) and "48 %" in text_of(pilot)
        await press(pilot, "enter")
        shown = text_of(pilot)
        assert "Quota attainment   48.0 %" in shown and "€480 / €1,000" in shown and "Won one" in shown
        assert "Maya Kessler" in shown
        await press(pilot, "q")
        assert "Q4 2026, NOW" in text_of(pilot)
        # On the leaderboard too, which has a key bar of its own.
        await press(pilot, "T")
        assert "WON OF QUOTA, Q4 2026" in text_of(pilot)
        assert "D delete" not in text_of(pilot)
        await press(pilot, "enter")
        assert "Quota attainment   48.0 %" in text_of(pilot) and "Won one" in text_of(pilot)


async def test_a_quota_says_why_less_is_asked(busy: Desk) -> None:
    quotas.set_quota(busy, "me", "66k", "2026-Q4")
    absences.add_absence(busy, "me", "2026-12-21", "2026-12-31")
    async with opened(busy, "goals") as pilot:
        await press(pilot, *TO_QUOTAS)
        assert "€0 / €57k" in text_of(pilot)
        assert "€57,000 of €66,000 are asked" in text_of(pilot)


async def test_years_are_walked_and_leave_out_those_without_quotas(busy: Desk) -> None:
    for period in ("2019-Q1", "2022-Q3", "2027-Q2"):
        quotas.set_quota(busy, "me", "10k", period)
    async with opened(busy, "goals") as pilot:
        await press(pilot, *TO_QUOTAS)
        assert "Q2 2027, TO COME" in text_of(pilot)
        await press(pilot, "left_square_bracket")
        assert "Q3 2022, OVER" in text_of(pilot) and "- missed" in text_of(pilot)
        await press(pilot, "comma", "comma")
        assert "Q1 2019, OVER" in text_of(pilot) and "no earlier quotas" in text_of(pilot)
        await press(pilot, "full_stop")
        assert "Q3 2022, OVER" in text_of(pilot)
        await press(pilot, "full_stop", "full_stop")
        assert "Q2 2027, TO COME" in text_of(pilot) and "shown already" in text_of(pilot)
        # Of last year: it is where the quota that was saved is.
        await press(pilot, "comma", "e")
        await fill(pilot, "20k")
        await press(pilot, "enter")
        assert "€0 / €20k" in text_of(pilot)
        await press(pilot, "escape", "escape")
        assert "Q2 2027, TO COME" in text_of(pilot)


async def test_the_leaderboard_walks_quarters(busy: Desk) -> None:
    async with opened(busy, "goals") as pilot:
        await press(pilot, *TO_QUOTAS, "T", "comma", "comma")
        assert "WON OF QUOTA, Q2 2026" in text_of(pilot)
        await press(pilot, "full_stop")
        assert "WON OF QUOTA, Q3 2026" in text_of(pilot)


async def test_the_palette_knows_quotas_wherever_goals_are_shown(busy: Desk) -> None:
    async with opened(busy, "goals") as pilot:
        await press(pilot, "colon")
        await type_text(pilot, "copy forward")
        await press(pilot, "enter")
        assert "Copy quotas forward" in text_of(pilot)
        await press(pilot, "escape", "colon")
        await type_text(pilot, "quota")
        shown = text_of(pilot)
        assert "Set a quota" in shown or "quotas" in shown


async def test_a_quota_in_the_list_of_goals_is_one_too(busy: Desk) -> None:
    quotas.set_quota(busy, "me", "10k", "2026-Q4")
    async with opened(busy, "goals") as pilot:
        await press(pilot, "e")
        assert "Change the quota of Maya Kessler" in text_of(pilot)
        await fill(pilot, "12k")
        await press(pilot, "enter", "enter")
        assert kept(busy)[0][3] == 1_200_000
        assert "Quota attainment" in text_of(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_and_odd_days_fit(busy: Desk, size: tuple[int, int]) -> None:
    for name in ("[bold]x[/]", "日本語の営業担当者です とても長い名前の人", HOSTILE):
        member = add_member(busy, name)
        quotas.set_quota(busy, f"m-{member.code}", "123456789.55", "2026-05-31", "2027-01-15")
    quotas.set_quota(busy, "team", "2bn", "2027")
    quotas.set_quota(busy, "me", "0.5", "2026-11-20", "2026-11-22")
    async with opened(busy, "goals", size) as pilot:
        await press(pilot, *TO_QUOTAS)
        shown = text_of(pilot)
        assert all(len(line) <= size[0] for line in shown.splitlines())
        assert "31 MAY 2026 TO 15 JAN 2027, NOW 3" in shown and "€123M" in shown
        assert "[bold]x[/]" in shown
        for _ in range(4):
            await press(pilot, "j", "e")
            assert "Change the quota of" in text_of(pilot) and "▲" not in text_of(pilot).partition("╭")[2]
            await press(pilot, "enter")
        await press(pilot, "y")
    assert {start for _, start, _, _ in kept(busy)} == {"2026-05-31", "2027-01-01", "2026-11-20"}
    assert dt.date(2026, 11, 22) in {q.ends_on for q in quotas.quotas(busy)}


async def test_keys_faster_than_the_rows_break_nothing(busy: Desk) -> None:
    """Each kind of row has columns of its own: what was asked for first must not be drawn in those of the next."""
    quotas.set_quota(busy, "me", "10k", "2026-Q4")
    async with opened(busy, "goals") as pilot:
        for _ in range(4):
            await pilot.press("T", "T", "T")
        await press(pilot, "T", "T", "T")
        assert "QUOTAS 1" in text_of(pilot)
