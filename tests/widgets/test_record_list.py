"""The virtual list: the cursor, the marks, the reading of pages, and what is painted."""

import threading
from collections.abc import Hashable, Sequence

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip

from salesdesk.errors import InvalidError
from salesdesk.widgets.columns import Column, lay_out
from salesdesk.widgets.marks import Marks
from salesdesk.widgets.paging import Heading, Item, ListSource, Pages, Remark, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.text import Piece
from tests.widgets.stage import act, text_of

COLUMNS = (
    Column("due", "DUE", lambda value, cells: Piece("● 09:30", "warn bold"), width=8),
    Column("name", "NAME", lambda value, cells: str(value), width=16, lead=True),
    Column("score", "SCORE", lambda value, cells: "92", width=7, narrow=2, narrow_head="SC", align="right"),
    Column("next", "NEXT STEP", lambda value, cells: "Call again", flex=1),
)


class Many:
    """A source of `count` rows that notes which spans are read, and by which thread."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.records = count
        self.read: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def rows(self, start: int, stop: int) -> Sequence[Item]:
        self.read.append((start, stop))
        self.threads.add(threading.get_ident())
        return [Row(index, f"Person {index}") for index in range(start, min(stop, self.count))]

    def index_of(self, key: Hashable) -> int | None:
        return key if isinstance(key, int) and key < self.count else None


def grouped() -> ListSource:
    """Two groups, with a heading each, and a remark."""
    return ListSource(
        [
            Heading("Overdue", 2, "bad"),
            Row("a", "Anna"),
            Row("b", "Ben"),
            Heading("Today", 1),
            Row("c", "Cleo"),
            Remark("… 10 more", key="more"),
            Remark("not to stand on"),
        ]
    )


def at(made: RecordList) -> Hashable:
    """The key under the cursor."""
    return made.cursor_key


async def settle(pilot: Pilot[None]) -> None:
    """Until the pages asked for are here."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def test_headings_are_stepped_over_and_painted() -> None:
    made = RecordList(COLUMNS)

    async def steps(pilot: Pilot[None]) -> None:
        made.set_source(grouped())
        made.focus()
        await settle(pilot)
        assert at(made) == "a"
        rows = text_of(pilot)
        assert rows[0].split() == ["DUE", "NAME", "SC", "NEXT", "STEP"]
        assert rows[1].startswith("  OVERDUE 2 ────")
        assert rows[2].startswith("▏ ● 09:30   Anna")
        await pilot.press("j", "j")
        assert at(made) == "c"
        await pilot.press("G")
        assert at(made) == "more"
        await pilot.press("home", "k")
        assert at(made) == "a"
        await pilot.press("enter")

    got = act(lambda: made, steps)
    opened = [message.item for message in got if isinstance(message, RecordList.Opened)]
    assert opened == [Row("a", "Anna")]


def test_a_million_rows_cost_two_pages_a_jump() -> None:
    made, source = RecordList(COLUMNS), Many(1_000_000)

    async def steps(pilot: Pilot[None]) -> None:
        made.set_source(source)
        await settle(pilot)
        made.focus()
        await pilot.press("end")
        await settle(pilot)
        assert at(made) == 999_999
        assert "Person 999999" in text_of(pilot)[-1]
        await pilot.press("pageup")
        assert at(made) == 999_999 - 22

    act(lambda: made, steps)
    assert sum(stop - start for start, stop in source.read) <= 6 * 64
    assert threading.get_ident() not in source.threads


def test_the_cursor_stays_on_its_record() -> None:
    made = RecordList(COLUMNS)

    async def steps(pilot: Pilot[None]) -> None:
        made.set_source(grouped(), cursor="c")
        await settle(pilot)
        assert at(made) == "c"
        made.set_source(ListSource([Row("c", "Cleo"), Row("z", "Zoe")]))
        await settle(pilot)
        assert (at(made), made.position) == ("c", 0)
        made.set_source(ListSource([Row("y", "Yan"), Row("z", "Zoe")]))
        await settle(pilot)
        assert at(made) == "y"
        made.set_empty("No lead matches.")
        made.set_source(ListSource([]))
        await settle(pilot)
        assert made.item is None
        assert "No lead matches." in text_of(pilot)[2]

    act(lambda: made, steps)


def test_the_first_rows_come_before_all_of_them() -> None:
    made = RecordList(COLUMNS)

    async def steps(pilot: Pilot[None]) -> None:
        made.set_source(Many(1000))
        made.focus()
        await settle(pilot)
        await pilot.press("pagedown", "pagedown", "pagedown")
        made.set_source(Many(100), from_top=True, more=True)
        await settle(pilot)
        assert (at(made), made.whole) == (42, False)
        # The end is not known yet: there is no row to act on until it is.
        await pilot.press("G")
        assert made.item is None
        made.set_source(Many(5000))
        await settle(pilot)
        assert at(made) == 4999
        assert made.item == Row(4999, "Person 4999")
        made.set_source(Many(100), from_top=True, more=True)
        await settle(pilot)
        assert at(made) == 0
        await pilot.press("G", "j")
        made.set_source(Many(5000))
        await settle(pilot)
        assert at(made) == 1

    act(lambda: made, steps, size=(60, 16))


def test_only_lines_that_changed_are_painted() -> None:
    made = RecordList(COLUMNS)
    source = Many(300)

    async def steps(pilot: Pilot[None]) -> None:
        made.set_source(Many(200))
        await settle(pilot)
        painted: list[int] = []
        line = made.render_line
        made.render_line = lambda y: painted.append(y) or line(y)  # type: ignore[method-assign, func-returns-value]
        made.set_source(source)
        await settle(pilot)
        assert painted == []
        source.rows = lambda start, stop: [  # type: ignore[method-assign]
            Row(n, "Somebody else" if n == 3 else f"Person {n}") for n in range(start, stop)
        ]
        made.read_again()
        await settle(pilot)
        assert painted == [4]
        assert "Somebody else" in text_of(pilot)[4]

    act(lambda: made, steps, size=(60, 16))


def test_a_late_page_of_old_rows_is_not_shown() -> None:
    class Slow(Many):
        answer = threading.Event()

        def rows(self, start: int, stop: int) -> Sequence[Item]:
            if start > 500:
                self.answer.wait(5)
            return super().rows(start, stop)

    made = RecordList(COLUMNS)

    async def steps(pilot: Pilot[None]) -> None:
        made.set_source(Slow(1000))
        await settle(pilot)
        made.move_to(900)
        await pilot.pause(0.2)
        assert "loading" in "\n".join(text_of(pilot))
        made.set_source(ListSource([Row(n, f"New {n}") for n in range(1000)]))
        await pilot.pause(0.2)
        Slow.answer.set()
        await settle(pilot)
        assert "Person" not in "\n".join(text_of(pilot))
        assert "New 900" in "\n".join(text_of(pilot))

    act(lambda: made, steps)


def test_marks() -> None:
    made = RecordList(COLUMNS)

    async def steps(pilot: Pilot[None]) -> None:
        made.set_source(Many(100))
        await settle(pilot)
        made.focus()
        await pilot.press("space", "space")
        assert made.marks == Marks(frozenset({0, 1}))
        await pilot.press("j", "V", "j", "V")
        assert made.marks == Marks(frozenset({0, 1, 3, 4}))
        assert text_of(pilot)[1].startswith("▌ ")
        await pilot.press("*")
        assert made.marked_count == 100
        await pilot.press("space")
        assert made.marked_count == 99
        made.set_source(Many(50), new_filter=True)
        await settle(pilot)
        assert not made.marks.everything
        assert len(made.marks.keys) == 99
        assert made.clear_marks()
        assert not made.clear_marks()

    act(lambda: made, steps)


def test_mouse_and_wheel() -> None:
    made = RecordList(COLUMNS)

    async def steps(pilot: Pilot[None]) -> None:
        made.set_source(Many(500))
        await settle(pilot)
        await pilot.click(made, offset=(10, 5))
        assert at(made) == 4
        made._scroll(3)
        await settle(pilot)
        assert "Person 3" in text_of(pilot)[1]
        assert at(made) == 4
        await pilot.click(made, offset=(10, 2), times=2)

    got = act(lambda: made, steps)
    assert [message.item for message in got if isinstance(message, RecordList.Opened)] == [Row(4, "Person 4")]


def test_what_cannot_be_read_is_told() -> None:
    class Broken(Many):
        def rows(self, start: int, stop: int) -> Sequence[Item]:
            raise InvalidError("The filter is not valid.")

    made = RecordList(COLUMNS)

    async def steps(pilot: Pilot[None]) -> None:
        made.set_source(grouped())
        await settle(pilot)
        made.set_source(Broken(3))
        await settle(pilot)
        assert at(made) == "a"

    got = act(lambda: made, steps)
    assert any(isinstance(message, RecordList.Failed) for message in got)


def test_columns_follow_the_screen() -> None:
    def widths(cells: int, screen: int) -> list[tuple[str, int]]:
        return [(column.key, width) for column, width in lay_out(COLUMNS, cells, screen)]

    assert widths(100, 120) == [("due", 8), ("name", 16), ("score", 7), ("next", 63)]
    assert dict(widths(77, 80))["score"] == 2
    assert [key for key, _ in widths(28, 40)] == ["due", "name"]
    assert all(width > 0 for _, width in widths(12, 20))


def test_pages_forget_the_least_used() -> None:
    pages: Pages[int] = Pages(64 * 100)
    for page in range(40):
        pages.put(page, list(range(page * 64, page * 64 + 64)))
    assert pages.get(39 * 64 + 5) == 39 * 64 + 5
    assert pages.get(0) is None
    assert pages.missing(38 * 64, 41 * 64) == [40]


def test_a_page_is_painted_before_the_next_one_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    source, made = Many(10_000), RecordList(COLUMNS)
    read_by_then: list[int] = []
    paint = RecordList.render_lines

    def noted(self: RecordList, crop: Region) -> list[Strip]:
        read_by_then.append(len(source.read))
        return paint(self, crop)

    monkeypatch.setattr(RecordList, "render_lines", noted)

    async def steps(pilot: Pilot[None]) -> None:
        made.set_source(source)
        made.focus()
        await settle(pilot)
        for _ in range(6):
            before = len(source.read)
            read_by_then.clear()
            await pilot.press("pagedown")
            await settle(pilot)
            assert read_by_then[0] == before
        assert len(source.read) > 2

    act(lambda: made, steps)
