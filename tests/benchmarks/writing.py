"""P13: logging a touch with its next step, beside the least a durable write can cost."""

import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from salesdesk.services import outreach
from salesdesk.services.records import Ref
from salesdesk.services.setup import open_desk
from tests.benchmarks.bench import Bench, remove, salesdesk
from tests.benchmarks.book import ME, frozen
from tests.benchmarks.figures import Figure, beside, percentile
from tests.benchmarks.terminal import Terminal


def logging(bench: Bench) -> Iterator[Figure]:
    """P13, in this process and from a key in the terminal."""
    copy = bench.copy()
    try:
        yield from _at_the_door(bench, copy)
        yield from _from_the_key(bench, copy)
    finally:
        remove(copy)


def _at_the_door(bench: Bench, place: Path) -> Iterator[Figure]:
    count = min(20 * bench.rounds, bench.leads // 4)
    floor_file = place.with_suffix(".floor")
    door, service, floor = [], [], []
    with frozen():
        desk = open_desk(str(place), as_member=ME)
        leads = [
            Ref("lead", *row)
            for row in desk.connection.rows(
                "SELECT id, code, name FROM lead WHERE next_on IS NOT NULL ORDER BY id LIMIT ?", (3 * count + 3,)
            )
        ]
        kind, every = outreach.outcomes_for(desk, leads[0])
        outcome = next(one for one in every if one.next_step)
        step = outreach.Step(kind, desk.today)
        outreach.log(desk, leads[-1], outcome, step=step)
        handle = os.open(floor_file, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            os.pwrite(handle, bytes(4096), 0)
            for one, other in zip(leads[:count], leads[count : 2 * count], strict=False):
                start = time.perf_counter()
                os.pwrite(handle, bytes(4096), 0)
                os.fdatasync(handle)
                floor.append(time.perf_counter() - start)
                values = {"kind_id": kind.id, "owner_id": desk.actor, "lead_id": other.id, "subject": "later"}
                done = {**values, "outcome_id": outcome.id, "done_on": desk.today, "subject": "called"}
                start = time.perf_counter()
                with desk.operation("Logged") as unit:
                    unit.insert("activity", done)
                    unit.insert("activity", {**values, "due_on": desk.today})
                door.append(time.perf_counter() - start)
                start = time.perf_counter()
                outreach.log(desk, one, outcome, step=step)
                service.append(time.perf_counter() - start)
        finally:
            os.close(handle)
            floor_file.unlink()
            desk.workspace.close()
    least = percentile(floor, 0.5) * 1000
    peer = "4 KiB write and fdatasync"
    yield beside("P13", "touch and next step, the store's door, p50", percentile(door, 0.5) * 1000, peer, least, 5)
    yield beside("P13", "log as the service does it, p50", percentile(service, 0.5) * 1000, peer, least, None)


def _from_the_key(bench: Bench, place: Path) -> Iterator[Figure]:
    """Enter in the dialog of `t` to the commit that another connection sees."""
    took: list[float] = []
    with Terminal(salesdesk("--db", str(place), "open", "leads", "sort:name"), bench.environment) as terminal:
        terminal.wait_for(bench.first_name)
        terminal.rest(bench.patience)
        watcher = sqlite3.connect(f"file:{place}?mode=ro", uri=True)
        try:
            for _ in range(bench.rounds):
                terminal.type("t")
                terminal.wait_for("enter saves")
                terminal.press("v", quiet=0.15)
                before = watcher.execute("PRAGMA data_version").fetchone()
                start = terminal.type("\r")
                while watcher.execute("PRAGMA data_version").fetchone() == before:
                    # Looking without a pause would take a processor from what is measured.
                    time.sleep(0.0002)
                    if time.perf_counter() - start > 10:
                        raise RuntimeError("nothing was committed")
                took.append(time.perf_counter() - start)
                terminal.rest(0.2)
        finally:
            watcher.close()
    yield Figure("P13", "enter to committed in the screens, p50", percentile(took, 0.5) * 1000, goal=5, absolute=True)
