"""P14: the board of deals: what it reads, what a key and a move cost."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial

from salesdesk.domain.language.fields import Where
from salesdesk.screens.deals import DealBoard
from salesdesk.services import views
from salesdesk.services.desk import Desk
from salesdesk.services.setup import open_desk
from salesdesk.store.read import deals
from salesdesk.store.read.lookups import stages
from tests.benchmarks.bench import Bench, peer, remove, salesdesk
from tests.benchmarks.book import ME, frozen
from tests.benchmarks.figures import Figure, beside, in_turn, percentile
from tests.benchmarks.terminal import Terminal

# So many cards of a column stand on a large screen.
CARDS = 50
_PLAIN = (
    "SELECT stage_id, count(*), sum(value_minor) FROM deal WHERE deleted_op IS NULL GROUP BY stage_id",
    "SELECT * FROM (SELECT d.*, row_number() OVER (PARTITION BY stage_id ORDER BY position, id) AS place FROM deal d"
    f" WHERE d.deleted_op IS NULL) WHERE place <= {CARDS}",
)
_PIPELINE = "SELECT pipeline_id FROM deal WHERE state = 'open' AND deleted_op IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"


def board(bench: Bench) -> Iterator[Figure]:
    """P14: the data of the first picture in this process, then keys and moves in a terminal."""
    yield from _data(bench)
    copy = bench.copy()
    try:
        yield from _keys(replace(bench, book=copy))
    finally:
        remove(copy)


def _data(bench: Bench) -> Iterator[Figure]:
    with frozen(), closing(sqlite3.connect(f"file:{bench.book}?mode=ro", uri=True)) as connection:
        desk = open_desk(str(bench.book), as_member=ME)
        try:
            acts = {"ours": partial(_read, desk), "plain": partial(_plain, connection)}
            took = in_turn(bench.rounds + 1, acts)
        finally:
            desk.workspace.close()
    mine, theirs = (percentile(took[name][1:], 0.5) * 1000 for name in ("ours", "plain"))
    yield beside("P14", f"open deals, sums and {CARDS} cards a column", mine, "plain group-by and window", theirs, 0.01)


def _read(desk: Desk) -> float:
    """Seconds the board takes to have what its first picture shows."""
    start = time.perf_counter()
    with desk.workspace.snapshot() as connection:
        _, where, _ = views.where(desk, "deal", "status:open")
        pipeline = connection.value(_PIPELINE)
        every = stages(connection, pipeline)
        shown = DealBoard(
            desk,
            Where(where.sql, where.params),
            every,
            deals.sums(connection, pipeline, where, desk.currency),
            lost=False,
        )
        for at in range(len(shown.rows)):
            shown.cards(at, 0, CARDS)
    return time.perf_counter() - start


def _plain(connection: sqlite3.Connection) -> float:
    start = time.perf_counter()
    for sql in _PLAIN:
        connection.execute(sql).fetchall()
    return time.perf_counter() - start


def _keys(bench: Bench) -> Iterator[Figure]:
    times = min(40, 6 * bench.rounds)
    shown = bench.one(f"SELECT name FROM stage WHERE pipeline_id = ({_PIPELINE}) ORDER BY position LIMIT 1")
    with (
        Terminal(salesdesk("open", "deals"), bench.environment) as ours,
        Terminal(peer("board_app", str(bench.book)), bench.environment) as widgets,
    ):
        ours.wait_for(shown)
        widgets.wait_for(shown)
        for terminal, keys in ((ours, "jk"), (widgets, "\x1b[B\x1b[A")):
            terminal.rest(bench.patience)
            # What the first key of its kind is waited for is no part of the others.
            _cost(terminal, keys, 4)
            terminal.rest(bench.patience)
        for what, mine, theirs, goal in (
            ("down", "j", "\x1b[B", 1 / 3),
            ("right and left", "lh", "\x1b[C\x1b[D", 1 / 3),
        ):
            cost, other = _cost(ours, mine, times), _cost(widgets, theirs, times)
            yield beside("P14", f"{what}, CPU per key", cost * 1000, "a board of widgets", other * 1000, round(goal, 3))
        moves = [ours.press(key, quiet=bench.patience, first=10).half for key in "LH" * max(1, bench.rounds)]
    yield Figure("P14", "a card moved to the next stage, painted, p50", percentile(moves, 0.5) * 1000)


def _cost(terminal: Terminal, keys: str, times: int) -> float:
    """Processor seconds of one key; an arrow is three signs."""
    single = [keys[at : at + 3] for at in range(0, len(keys), 3)] if keys.startswith("\x1b") else list(keys)
    before = terminal.cpu()
    for number in range(times):
        terminal.type(single[number % len(single)])
        terminal.settle(0.1)
    return (terminal.cpu() - before) / times
