"""Cadences as text: read back as written, mistakes told by their line, steps known again when they move, allowed hours."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.cadence import (
    CAUSES,
    KINDS,
    LONGEST_WAIT,
    RECORDS,
    Cadence,
    CadenceStep,
    Hours,
    next_allowed,
    next_place,
    parse,
    places,
    to_text,
)
from salesdesk.domain.front_matter import TextError

FIRST_TOUCH = """---
for: leads
stop: reply, meeting, lost
hours: 8:30-16
---

# We begin with the phone.
now    Call       First call, ask about {company|their plans}
+2d    mail       First touch
+ 3d   call       Auto dealers: ask for the fleet
+1w    auto mail  Last mail
"""
WORDS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12).filter(lambda w: w.strip() == w)
TIMES = st.tuples(st.times(), st.times()).map(lambda pair: sorted(t.replace(second=0, microsecond=0) for t in pair))
STEPS = st.builds(
    lambda wait, kind, words, auto: CadenceStep(wait, kind, " ".join(words), auto and kind == "mail"),
    st.integers(0, LONGEST_WAIT),
    st.sampled_from(KINDS),
    st.lists(WORDS, min_size=1, max_size=4),
    st.booleans(),
)
CADENCES = st.builds(
    lambda steps, records, stop, hours: Cadence(
        tuple(steps),
        tuple(r for r in RECORDS if r in records),
        frozenset({*stop, "opt-out"}),
        Hours(*hours) if hours and hours[0] < hours[1] else None,
    ),
    st.lists(STEPS, min_size=1, max_size=8),
    st.sets(st.sampled_from(RECORDS), min_size=1),
    st.sets(st.sampled_from(CAUSES), min_size=1),
    st.none() | TIMES,
)


@given(CADENCES)
def test_a_cadence_is_read_back_as_it_was_written(cadence: Cadence) -> None:
    assert parse(to_text(cadence)) == cadence


def test_a_text_says_steps_waits_and_what_ends_it() -> None:
    found = parse(FIRST_TOUCH)
    assert [(s.wait, s.kind, s.auto) for s in found.steps] == [
        (0, "call", False), (2, "mail", False), (3, "call", False), (5, "mail", True),
    ]  # fmt: skip
    assert found.steps[2].words == "Auto dealers: ask for the fleet"
    assert found.records == ("lead",)
    assert found.stop == {"reply", "meeting", "disqualified", "opt-out"}
    assert str(found.hours) == "8:30-16"
    assert found.summary() == "4 steps over 11 working days"
    assert parse("now call Hello\n").stop == frozenset(CAUSES)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 0, "no step"),
        ("---\nfor: lead\n---\n\n# nothing\n", 0, "no step"),
        ("now call First\nsoon call Second\n", 2, "not a step"),
        ("---\nfor: lead\n---\n\nnow call First\n+2x call Second\n", 6, "not a wait"),
        ("now cal First\n", 1, "Did you mean 'call'"),
        ("now call\n", 1, "say what the call is about"),
        ("+3d mail\n", 1, "names its template"),
        ("now auto call First\n", 1, "only a mail"),
        ("now call First\n+999d call Second\n", 2, "too long"),
        ("now meeting Demo\n", 1, "not a kind"),
        ("---\nstop: replies\n---\nnow call A\n", 2, "Did you mean 'reply'"),
        ("---\nfor: account\n---\nnow call A\n", 2, "not known"),
        ("---\nhours: 17-9\n---\nnow call A\n", 2, "not hours"),
        ("---\nhours: 9 to 17\n---\nnow call A\n", 2, "not hours"),
        ("---\nowner: me\n---\nnow call A\n", 2, "not known"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(TextError) as told:
        parse(text)
    assert words in str(told.value)
    assert told.value.line == line


def steps(words: str) -> list[CadenceStep]:
    """A step for each letter."""
    return [CadenceStep(1, "call", letter) for letter in words]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", [0, 1, 2]),
        ("abc", "xabc", [1, 2, 3]),
        ("abc", "ac", [0, None, 1]),
        ("abc", "cab", [1, 2, 0]),
        ("abc", "axc", [0, 1, 2]),
        ("abcd", "ab", [0, 1, None, None]),
        ("aab", "aba", [0, 2, 1]),
        ("aabc", "bca", [2, None, 0, 1]),
        ("ab", "xy", [0, 1]),
        ("ab", "", [None, None]),
    ],
)
def test_a_step_is_known_wherever_it_moved(old: str, new: str, expected: list[int | None]) -> None:
    found = places(steps(old), steps(new))
    # Two steps that say the same are one as good as the other.
    letters = [new[at] if at is not None else None for at in found]
    assert letters == [new[at] if at is not None else None for at in expected]
    assert len({at for at in found if at is not None}) == sum(at is not None for at in found)


def test_who_is_at_a_step_that_is_gone_goes_on_with_the_next() -> None:
    moved = places(steps("abcd"), steps("acx"))
    assert [next_place(at, moved) for at in range(4)] == [0, 1, 1, 2]
    assert next_place(2, places(steps("abc"), steps("ab"))) is None


@given(st.lists(STEPS, max_size=8), st.lists(STEPS, max_size=8))
def test_every_step_has_at_most_one_place_and_equal_ones_keep_theirs(
    old: list[CadenceStep], new: list[CadenceStep]
) -> None:
    found = [at for at in places(old, new) if at is not None]
    assert len(found) == len(set(found))
    assert all(0 <= at < len(new) for at in found)
    assert places(old, old) == list(range(len(old)))


NINE_TO_FIVE = Hours(dt.time(9), dt.time(17))
BUDAPEST, NEW_YORK, APIA = ZoneInfo("Europe/Budapest"), ZoneInfo("America/New_York"), ZoneInfo("Pacific/Apia")


def at(text: str, zone: ZoneInfo = BUDAPEST) -> dt.datetime:
    """A local moment."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("moment", "zone", "expected"),
    [
        ("2026-11-23T08:00", BUDAPEST, "2026-11-23T09:00"),
        ("2026-11-23T09:12", BUDAPEST, "2026-11-23T09:12"),
        ("2026-11-23T17:00", BUDAPEST, "2026-11-24T09:00"),
        ("2026-11-27T18:00", BUDAPEST, "2026-11-30T09:00"),
        # Between the changes of the clocks New York is five hours behind, not six.
        ("2026-03-20T08:00", NEW_YORK, "2026-03-20T14:00"),
        ("2026-03-30T08:00", NEW_YORK, "2026-03-30T15:00"),
        # There it is Tuesday already.
        ("2026-11-23T20:00", APIA, "2026-11-23T21:00"),
    ],
)
def test_a_mail_waits_for_the_hours_of_who_gets_it(moment: str, zone: ZoneInfo, expected: str) -> None:
    found = next_allowed(at(moment), NINE_TO_FIVE, zone, lambda day: day.weekday() < 5)
    assert found.astimezone(BUDAPEST).strftime("%Y-%m-%dT%H:%M") == expected


def test_an_hour_the_clocks_leave_out_is_the_one_after() -> None:
    night = Hours(dt.time(2, 30), dt.time(4))
    found = next_allowed(at("2026-03-29T00:10"), night, BUDAPEST, lambda _day: True)
    assert found == dt.datetime(2026, 3, 29, 1, 30, tzinfo=dt.UTC)
    assert found.astimezone(BUDAPEST).hour == 3
    # The hour that comes twice in October is allowed both times.
    autumn = Hours(dt.time(2), dt.time(3))
    first = dt.datetime(2026, 10, 25, 0, 15, tzinfo=dt.UTC)
    assert next_allowed(first, autumn, BUDAPEST, lambda _day: True) == first


def test_without_a_working_day_in_a_year_nothing_is_put_off_for_ever() -> None:
    moment = at("2026-11-23T08:00")
    assert next_allowed(moment, NINE_TO_FIVE, BUDAPEST, lambda _day: False) == moment
