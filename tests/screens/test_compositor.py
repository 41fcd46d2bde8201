"""A key paints only the lines it changes, and the screen shows what Textual's own way of painting would show."""

from typing import Any

import pytest
from rich.cells import cell_len
from rich.style import Style
from textual._compositor import Compositor, LayoutUpdate
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from salesdesk.services.desk import Desk
from salesdesk.widgets.compositor import Changes
from salesdesk.widgets.whole_lines import WholeLines
from tests.screens.sight import opened, press

Cells = dict[tuple[int, int], tuple[str, Style | None]]


def cells_of(y: int, x: int, strip: Strip) -> Cells:
    """The sign and the style of each cell; a wide sign has the cell behind it too."""
    found: Cells = {}
    for text, style, _ in strip:
        for sign in text:
            for _ in range(cell_len(sign)):
                found[y, x] = (sign, style)
                x += 1
    return found


def picture(pilot: Pilot[Any]) -> Cells:
    """The screen as Textual's own compositor paints it."""
    compositor = pilot.app.screen._compositor
    lines = Compositor._render_chops(compositor, compositor.size.region, lambda y: True)
    found: Cells = {}
    for y, line in enumerate(lines):
        for x, strip in line.items():
            found |= cells_of(y, x, strip)
    return found


def differing(one: Cells, other: Cells) -> list[object]:
    """The first places where they are not the same."""
    places = sorted(place for place in one.keys() | other.keys() if one.get(place) != other.get(place))
    return [(place, one.get(place), other.get(place)) for place in places[:3]]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Cells:
    """What a terminal would show of all that was painted."""
    shown: Cells = {}
    update = Compositor.render_update

    def noted(self: Compositor, *args: Any, **named: Any) -> Any:
        made = update(self, *args, **named)
        if isinstance(made, LayoutUpdate):
            shown.clear()
            for y, line in enumerate(made.strips):
                shown.update(cells_of(y, 0, Strip.join(line)))
        elif isinstance(made, Changes):
            for place in made.painted:
                shown.update(cells_of(*place))
        return made

    monkeypatch.setattr(Compositor, "render_update", noted)
    return shown


@pytest.mark.parametrize("tab", ["leads", "deals", "today"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_the_terminal_shows_what_textual_would_paint(
    busy: Desk, terminal: Cells, tab: str, size: tuple[int, int]
) -> None:
    async with opened(busy, tab, size) as pilot:
        for key in ("j", "j", "k", "pagedown", "home", "space", "j", "m", "escape", "question_mark", "c", "escape"):
            await press(pilot, key)
            assert not differing(terminal, picture(pilot)), key
        screen: Any = pilot.app.screen
        screen.say("A note over the lines below it", "done")
        for key in ("j", "escape", "j", "enter", "j", "q"):
            await press(pilot, key)
            assert not differing(terminal, picture(pilot)), key
        await pilot.resize_terminal(100, 30)
        await press(pilot, "j")
        assert not differing(terminal, picture(pilot))


async def test_a_move_of_the_cursor_asks_for_the_lines_it_changes(busy: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, int] = {}

    def watch(kind: type[Widget]) -> None:
        render = kind.render_lines

        def noted(self: Widget, crop: Region) -> list[Strip]:
            asked[type(self).__name__] = asked.get(type(self).__name__, 0) + crop.height
            return render(self, crop)

        monkeypatch.setattr(kind, "render_lines", noted)

    async with opened(busy, "leads") as pilot:
        await press(pilot, "j")
        watch(Widget)
        watch(WholeLines)
        await press(pilot, "j")
    assert asked.pop("RecordList") == 2
    assert asked.pop("StatusLine") == 1
    assert 0 < asked.pop("SidePane") < 10
    assert not asked


@pytest.mark.parametrize("theme", ["ink", "paper", "nord", "ansi-dark"])
@pytest.mark.parametrize("no_color", [False, True])
async def test_lines_look_as_textual_would_dress_them(
    busy: Desk, monkeypatch: pytest.MonkeyPatch, theme: str, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    async with opened(busy, "leads", config={"ui": {"theme": theme}}) as pilot:
        await press(pilot, "j", "space")
        assert pilot.app.theme == theme
        found = [one for one in pilot.app.screen.query(WholeLines) if one.outer_size]
        assert {type(one).__name__ for one in found} >= {"RecordList", "SidePane", "TopBar"}
        for one in found:
            for crop in (one.outer_size.region, Region(1, 0, one.outer_size.width - 2, 1)):
                ours, theirs = one.render_lines(crop), Widget.render_lines(one, crop)
                assert [cells_of(0, 0, line) for line in ours] == [cells_of(0, 0, line) for line in theirs]
