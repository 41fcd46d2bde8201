"""Calendars out: what is written is read by another library as the same events, whatever the texts hold."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from salesdesk.domain.text import clean
from salesdesk.exchange.ics import Event, calendar_text, escaped, folded

AT = dt.datetime(2026, 11, 23, 8, 12, tzinfo=dt.UTC)
texts = st.text(max_size=200)
instants = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2090, 1, 1), timezones=st.just(dt.UTC)).map(
    lambda i: i.replace(microsecond=0)
)


@st.composite
def events(draw: st.DrawFn) -> Event:
    timed = draw(st.booleans())
    start = draw(instants)
    end = start + dt.timedelta(minutes=draw(st.integers(1, 600)))
    return Event(
        uid=f"{draw(st.uuids())}@salesdesk",
        summary=draw(texts),
        start=start if timed else start.date(),
        end=end if timed else start.date() + dt.timedelta(days=1),
        changed=draw(instants),
        sequence=draw(st.integers(0, 99)),
        description=draw(texts),
        location=draw(texts),
        category=draw(texts),
        busy=timed,
        alarm_minutes=draw(st.sampled_from([None, 5, 60])) if timed else None,
    )


def said(text: str) -> str:
    """What is left of a text on its way out."""
    return clean(text, multiline=True).replace("\t", " ")


@settings(max_examples=60)
@given(st.lists(events(), max_size=4), texts)
def test_another_library_reads_the_same_events(written: list[Event], name: str) -> None:
    from icalendar import Calendar

    text = calendar_text(written, name=name)
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    read: Any = Calendar.from_ical(text)
    assert not read.errors
    assert f"\r\nNAME:{escaped(name)}\r\n" in text.replace("\r\n ", "")
    found = read.walk("VEVENT")
    assert len(found) == len(written)
    for event, one in zip(written, found, strict=True):
        assert not one.errors
        assert (one["UID"], one["SEQUENCE"]) == (event.uid, event.sequence)
        assert one["SUMMARY"] == said(event.summary)
        assert one.get("DESCRIPTION", "") == said(event.description)
        assert one.get("LOCATION", "") == said(event.location)
        assert (one["DTSTART"].dt, one["DTEND"].dt) == (event.start, event.end)
        assert one["DTSTAMP"].dt == event.changed
        alarms = one.walk("VALARM")
        assert [a["TRIGGER"].dt for a in alarms] == (
            [] if event.alarm_minutes is None else [-dt.timedelta(minutes=event.alarm_minutes)]
        )


@given(st.text(max_size=400))
@example("x" * 400)
@example("é🙂" * 200)
def test_a_folded_line_is_whole_again_without_its_folds(line: str) -> None:
    kept = escaped(line)
    assert folded(kept).replace("\r\n ", "") == kept
    assert all(len(part.encode()) <= 75 for part in folded(kept).split("\r\n"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a;b,c\\d", "a\\;b\\,c\\\\d"),
        ("one\r\ntwo\nthree", "one\\ntwo\\nthree"),
        ("x\r\nEND:VEVENT\r\nBEGIN:VALARM", "x\\nEND:VEVENT\\nBEGIN:VALARM"),
        ("title\x1b]0;t\x07", "title"),
        ("\u2028x\x85y", "xy"),
    ],
)
def test_no_text_ends_its_line(text: str, written: str) -> None:
    assert escaped(text) == written


def test_the_same_events_give_the_same_bytes() -> None:
    event = Event("1@salesdesk", "Call Anna", dt.date(2026, 11, 23), dt.date(2026, 11, 24), AT, busy=False)
    assert calendar_text([event]) == calendar_text([event])
    assert "DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261124\r\n" in calendar_text([event])
    assert "TRANSP:TRANSPARENT" in calendar_text([event])
