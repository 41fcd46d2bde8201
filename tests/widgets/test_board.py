"""The board: focus, window of columns, scrolling inside a column, drag and reload."""

from collections.abc import Hashable

from textual.events import MouseMove
from textual.pilot import Pilot

from salesdesk.widgets.board import Board
from salesdesk.widgets.cards import BoardList, Card, Stage
from tests.widgets.stage import act, text_of

NAMES = ("Qualify", "Discover", "Propose", "Negotiate", "Won")
COUNTS = (40, 4, 0, 2, 3)


def cards(name: str, count: int) -> list[Card]:
    """Cards of a column."""
    return [Card(f"{name}{n}", f"{name} {n}", "€9k", "Call", "Wed", "later", "2d") for n in range(count)]


def source() -> BoardList:
    """Five columns, a long one and an empty one among them."""
    pairs = zip(NAMES, COUNTS, strict=True)
    return BoardList([(Stage(name, name, count, "€1k", count), cards(name, count)) for name, count in pairs])


def key(board: Board) -> Hashable:
    """The key of the card in focus."""
    return board.card.key if board.card else None


async def settle(pilot: Pilot[None]) -> None:
    """Until the cards asked for are here."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def test_five_columns_at_120_three_at_80() -> None:
    board = Board()

    async def wide(pilot: Pilot[None]) -> None:
        board.set_source(source(), focus="Won1")
        await settle(pilot)
        rows = text_of(pilot)
        assert all(name in rows[0] for name in NAMES)
        assert "▌ Won 1" in rows[6]
        assert "↓ 32 more" in rows[33]
        assert board.hidden == ([], [])

    act(lambda: board, wide, (120, 34))
    board = Board()

    async def narrow(pilot: Pilot[None]) -> None:
        board.set_source(source(), focus="Won1")
        await settle(pilot)
        assert [stage.label for stage in board.hidden[0]] == ["Qualify", "Discover"]
        board.focus()
        await pilot.press("h", "h")
        assert board.stage is not None
        assert (board.stage.label, board.card) == ("Propose", None)
        assert [stage.label for stage in board.hidden[0]] == ["Qualify"]

    act(lambda: board, narrow)


def test_a_long_column_scrolls_inside() -> None:
    board = Board()

    async def steps(pilot: Pilot[None]) -> None:
        board.set_source(source())
        board.focus()
        await settle(pilot)
        await pilot.press("G")
        assert key(board) == "Qualify39"
        assert "Qualify 39" in "\n".join(text_of(pilot))
        await pilot.press("l")
        assert key(board) == "Discover3"
        board.set_source(source())
        await settle(pilot)
        assert key(board) == "Discover3"
        assert board.neighbour(-1) is not None
        assert board.neighbour(9) is None
        above = board.beside(-1)
        assert above is not None
        assert above.key == "Discover2"
        await pilot.press("enter")

    got = act(lambda: board, steps)
    assert [message.card.key for message in got if isinstance(message, Board.Opened)] == ["Discover3"]


def test_a_card_is_dragged_to_another_column() -> None:
    board = Board()

    async def steps(pilot: Pilot[None]) -> None:
        board.set_source(source())
        await settle(pilot)
        await pilot.mouse_down(board, offset=(5, 3))
        board.post_message(MouseMove(board, 60, 8, 0, 0, 1, False, False, False))
        await pilot.pause()
        await pilot.mouse_up(board, offset=(30, 3))

    got = act(lambda: board, steps)
    dropped = [message for message in got if isinstance(message, Board.Dropped)]
    assert [(message.card.key, message.stage.label, message.index) for message in dropped] == [
        ("Qualify0", "Discover", 0)
    ]
