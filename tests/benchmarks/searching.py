"""P7 and P8: what a key typed into the filter line of the leads waits for, beside LIKE on the folded column."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial

from salesdesk.domain.text import fold
from salesdesk.errors import FilterError
from salesdesk.screens.leads import FIRST
from salesdesk.services import views
from salesdesk.services.desk import Desk
from salesdesk.services.setup import open_desk
from tests.benchmarks.bench import Bench
from tests.benchmarks.book import ME, frozen
from tests.benchmarks.figures import Figure, beside, in_turn, percentile

_LIKE = "SELECT id FROM lead WHERE deleted_op IS NULL AND search_text LIKE ? ORDER BY id DESC LIMIT 50"
_COUNT = "SELECT count(*) FROM lead WHERE deleted_op IS NULL AND search_text LIKE ?"
_NOBODY = ("qzxw", "nobody-is-called-so", "xyzzy 77")


def typing(bench: Bench) -> Iterator[Figure]:
    """P7: three signs and more, and what nobody is called; the same keystrokes for both, the process is warm."""
    words = [word for word in keystrokes(bench) if len(word) > 2]
    took = _measured(bench, words, _like)
    mine, theirs = (percentile(took[name], 0.95) * 1000 for name in ("ours", "theirs"))
    note = "both give the first rows; ours in the order of the list, LIKE the newest, without counting them"
    yield beside("P7", "leads of 3 signs and more, p95", mine, "LIKE, the newest 50", theirs, 0.05, note=note)
    took = _measured(bench, _NOBODY, _like)
    mine, theirs = (percentile(took[name], 0.5) * 1000 for name in ("ours", "theirs"))
    yield beside("P7", "leads nobody is called, p50", mine, "LIKE, the newest 50", theirs, round(1 / 300, 4))


def first_keys(bench: Bench) -> Iterator[Figure]:
    """P8: one sign or two."""
    words = [word for word in keystrokes(bench) if len(word) < 3]
    took = _measured(bench, words, _like_and_count)
    mine, theirs = (percentile(took[name], 0.95) * 1000 for name in ("ours", "theirs"))
    yield Figure("P8", "leads of 1 or 2 signs, p95", mine, goal=2, absolute=True)
    yield beside("P8", "leads of 1 or 2 signs, p95", mine, "LIKE and count(*)", theirs, None)


def keystrokes(bench: Bench) -> list[str]:
    """What is typed on the way to somebody, key by key: names, companies and addresses of the book, by its seed."""
    chance = random.Random(bench.seed)
    with closing(sqlite3.connect(f"file:{bench.book}?mode=ro", uri=True)) as connection:
        last = connection.execute("SELECT max(rowid) FROM lead").fetchone()[0]
        typed = []
        for column in ("family_name", "company", "email") * max(2, bench.rounds // 2):
            sql = f"SELECT {column} FROM lead WHERE rowid >= ? LIMIT 1"
            word = fold(connection.execute(sql, (chance.randint(1, last),)).fetchone()[0])[:12]
            typed += [word[:end] for end in range(1, len(word) + 1) if word[end - 1] != " "]
    return list(dict.fromkeys(typed))


def _measured(bench: Bench, words: list[str] | tuple[str, ...], peer: "Peer") -> dict[str, list[float]]:
    took: dict[str, list[float]] = {"ours": [], "theirs": []}
    with frozen(), closing(sqlite3.connect(f"file:{bench.book}?mode=ro", uri=True)) as connection:
        desk = open_desk(str(bench.book), as_member=ME)
        try:
            for word in words:
                acts = {"ours": partial(_ours, desk, word), "theirs": partial(peer, connection, word)}
                for name, seconds in in_turn(2, acts).items():
                    # The second time, as keys follow each other: the pages are in memory.
                    took[name].append(seconds[-1])
        finally:
            desk.workspace.close()
    return took


Peer = Callable[[sqlite3.Connection, str], float]


def _ours(desk: Desk, word: str) -> float:
    """Seconds the list takes to have its first rows, or to say that a word (`or`) is none to look for."""
    start = time.perf_counter()
    with suppress(FilterError):
        views.listing(desk, "lead", word, limit=FIRST)
    return time.perf_counter() - start


def _like(connection: sqlite3.Connection, word: str) -> float:
    start = time.perf_counter()
    connection.execute(_LIKE, (f"%{word}%",)).fetchall()
    return time.perf_counter() - start


def _like_and_count(connection: sqlite3.Connection, word: str) -> float:
    start = time.perf_counter()
    connection.execute(_LIKE, (f"%{word}%",)).fetchall()
    connection.execute(_COUNT, (f"%{word}%",)).fetchall()
    return time.perf_counter() - start
