"""The side pane paints what changes from one record to the next, and shows what a pane made anew would show."""

import pytest
from textual.pilot import Pilot
from textual.strip import Strip

from salesdesk.widgets.side_pane import PaneRow, Section, SidePane
from tests.widgets.stage import act, text_of

Shown = tuple[str, str, tuple[Section, ...]]
FIRST: Shown = ("Priya Raman", "VP", (Section("SCORE", "86"), Section("NEXT STEP", rows=[PaneRow("Call")])))
OTHER: Shown = ("Omar Farouk", "VP", (Section("SCORE", "86"), Section("NEXT STEP", rows=[PaneRow("Mail")])))
SHORTER: Shown = ("Omar Farouk", "VP", (Section("SCORE", "86"),))
NOTHING: Shown = ("", "", ())


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lines that are made, by their place."""
    made: list[int] = []
    render = SidePane.render_line

    def noted(self: SidePane, y: int) -> Strip:
        made.append(y)
        return render(self, y)

    monkeypatch.setattr(SidePane, "render_line", noted)
    return made


@pytest.mark.parametrize(
    ("then", "lines"),
    [(OTHER, {0, 6}), (SHORTER, {0, 5, 6}), (NOTHING, {0, 1, 3, 5, 6}), (FIRST, set())],
    ids=["other", "shorter", "nothing", "same"],
)
def test_only_the_lines_that_changed_are_painted(painted: list[int], then: Shown, lines: set[int]) -> None:
    pane, fresh = SidePane(), SidePane()
    seen: list[list[str]] = []

    async def steps(pilot: Pilot[None]) -> None:
        pane.show(*FIRST)
        await pilot.pause()
        painted.clear()
        pane.show(*then)
        await pilot.pause()
        assert set(painted) == lines
        seen.append(text_of(pilot))

    async def anew(pilot: Pilot[None]) -> None:
        fresh.show(*then)
        await pilot.pause()
        seen.append(text_of(pilot))

    act(lambda: pane, steps, (33, 12))
    act(lambda: fresh, anew, (33, 12))
    assert seen[0] == seen[1]


def test_another_width_paints_all_of_it(painted: list[int]) -> None:
    pane = SidePane()

    async def steps(pilot: Pilot[None]) -> None:
        pane.show(*FIRST)
        await pilot.pause()
        painted.clear()
        pane.styles.width = 28
        pane.show(*OTHER)
        await pilot.pause()
        assert set(painted) == set(range(12))

    act(lambda: pane, steps, (33, 12))
