"""The filter line and the capture line."""

from collections.abc import Mapping, Sequence

from textual.events import Paste
from textual.pilot import Pilot

from salesdesk.widgets.capture_line import CaptureLine, PreviewRow
from salesdesk.widgets.filter_line import Completion, FilterLine, Problem
from salesdesk.widgets.input_line import Span
from tests.widgets.stage import act, text_of


def spans(text: str) -> Sequence[Span]:
    """The field name in violet."""
    return [Span(0, text.index(":"), "violet")] if ":" in text else []


def check(text: str) -> Problem | None:
    """`bad` is not a field."""
    at = text.find("bad")
    return None if at < 0 else Problem(at, at + 3, "No field 'bad'.", "Did you mean band?")


def complete(text: str, cursor: int) -> Sequence[Completion]:
    """Two fields."""
    return [Completion(f"{name}:", len(name) + 1, name) for name in ("status", "stage")]


def make() -> FilterLine:
    """A filter line with everything injected."""
    return FilterLine("owner:me", spans=spans, check=check, complete=complete, history=["score:60.."])


def test_the_filter_is_edited_kept_and_reverted() -> None:
    line = make()

    async def steps(pilot: Pilot[None]) -> None:
        line.show_summary("16 of 128", "due ↑")
        await pilot.pause()
        assert text_of(pilot)[0].startswith(" / owner:me ")
        assert text_of(pilot)[0].rstrip().endswith("16 of 128   due ↑")
        line.edit()
        await pilot.pause()
        await pilot.press("space", "x")
        assert line.editing
        await pilot.press("escape")
        assert (line.value, line.editing) == ("owner:me", False)
        line.edit()
        await pilot.pause()
        await pilot.press("up", "enter")
        assert line.value == "score:60.."

    got = act(lambda: line, steps)
    changed = [message.text for message in got if isinstance(message, FilterLine.Changed)]
    assert changed == ["owner:me ", "owner:me x", "score:60.."]
    assert [message.text for message in got if isinstance(message, FilterLine.Cancelled)] == ["owner:me"]
    assert [message.text for message in got if isinstance(message, FilterLine.Submitted)] == ["score:60.."]


def test_a_bad_term_is_underlined_with_its_reason() -> None:
    line = make()

    async def steps(pilot: Pilot[None]) -> None:
        line.edit()
        line.set_value("bad:1")
        await pilot.pause()
        assert line.problem is not None
        assert "▲ No field 'bad'. Did you mean band?" in text_of(pilot)[0]
        painted = line._input.render_line(0)
        assert any(segment.style and segment.style.underline and segment.text == "bad" for segment in painted)

    act(lambda: line, steps)


def test_tab_goes_through_the_completions() -> None:
    line = make()

    async def steps(pilot: Pilot[None]) -> None:
        line.set_value("")
        line.edit()
        await pilot.pause()
        await pilot.press("s", "tab")
        assert line.value == "status:"
        assert "status  stage" in text_of(pilot)[0]
        await pilot.press("tab")
        assert line.value == "stage:"

    act(lambda: line, steps)


async def parse(text: str, readings: Mapping[str, int]) -> Sequence[PreviewRow]:
    """Two readings of who is meant."""
    who = ("Anna Lindqvist", "Anna Berg")[readings.get("with", 0)]
    return [PreviewRow("with", "With", who, "match 96%", ways=2), PreviewRow("tag", "Tag", text)]


def test_capture_shows_what_it_understood() -> None:
    line = CaptureLine(parse, "anna")

    async def steps(pilot: Pilot[None]) -> None:
        line.edit()
        await pilot.pause(0.1)
        assert text_of(pilot)[2].startswith("  With        Anna Lindqvist")
        await pilot.press("x")
        await pilot.pause(0.1)
        await pilot.press("tab")
        await pilot.pause(0.1)
        assert "Anna Berg" in text_of(pilot)[2]
        line._input.post_message(Paste("\x1b[31mGrace\n +353 1\n"))
        await pilot.pause(0.1)
        await pilot.press("tab", "enter")

    got = act(lambda: line, steps)
    sent = [message for message in got if isinstance(message, CaptureLine.Submitted)]
    assert [(message.text, dict(message.readings)) for message in sent] == [("annaxGrace ⏎ +353 1", {"with": 1})]
