"""When garbage is collected: not while somebody types, and never among what was imported."""

import subprocess
import sys

from salesdesk.services.desk import Desk

# The program begins with the collector off, so it runs in a process of its own; each line says what held.
_PROBE = """
import gc

gc.disable()

import asyncio, sys, weakref
from salesdesk import garbage, starting
from salesdesk.app import DeskApp
from salesdesk.services.setup import open_desk

class Knot:
    def __init__(self):
        self.own = self

async def until(holds):
    for _ in range(600):
        if holds():
            return True
        await asyncio.sleep(0.05)
    return False

async def main():
    starting.REST_SECONDS = 0.05
    garbage._DUE = 0
    app = DeskApp(open_desk(sys.argv[1]))
    async with app.run_test() as pilot:
        off = not gc.isenabled()
        print("off until all is imported:", off)
        print("on afterwards:", await until(gc.isenabled))
        print("imports are left alone:", gc.get_freeze_count() > len(sys.modules) * 20)
        gc.set_threshold(10**9)
        knot = weakref.ref(Knot())
        print("collected at rest:", await until(lambda: knot() is None))
        starting.REST_SECONDS = 3600
        await pilot.press("j")
        knot = weakref.ref(Knot())
        await asyncio.sleep(0.5)
        print("not while somebody types:", knot() is not None)

asyncio.run(main())
"""


def test_garbage_is_collected_at_rest(file_desk: Desk) -> None:
    words = [sys.executable, "-c", _PROBE, str(file_desk.workspace.path)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    said = done.stdout.splitlines()
    assert len(said) == 5, done.stderr[-2000:]
    assert all(line.endswith(": True") for line in said), said
