"""The demo: an invented team of ten and their year, the same for everybody who starts it at the same moment."""

import datetime as dt
from pathlib import Path
from random import Random

from salesdesk import clock
from salesdesk.domain.ids import drawn_from
from salesdesk.services import demo_review, demo_targets
from salesdesk.services.demo_book import Progress
from salesdesk.services.demo_cast import ME, REP, Season
from salesdesk.services.demo_days import Days, room
from salesdesk.services.demo_maya import Maya
from salesdesk.services.demo_open import Open
from salesdesk.services.demo_outreach import Outreach
from salesdesk.services.demo_story import Story, mail_of
from salesdesk.services.demo_year import Year
from salesdesk.services.desk import Desk
from salesdesk.services.setup import Beginning, create
from salesdesk.store.unit import operation

SEED = 1_126
ZONE = "Europe/Budapest"


def build_demo(place: str, *, progress: Progress | None = None) -> Desk:
    """Make a workspace at `place` with the demo in it; the desk of Maya Kessler, a rep.

    Everything is relative to `clock.now()` and otherwise follows from a seed: names, values, days and references are
    the same whenever it is built at the same moment. `progress(done, of)` counts rows. DatabaseError when something
    is at `place` already.
    """
    with drawn_from(Random(SEED + 2)):
        return _build(place, progress)


def _build(place: str, progress: Progress | None) -> Desk:
    desk = create(place, Beginning(me=ME, currency="EUR", time_zone=ZONE), source="demo")
    try:
        _tell(desk, progress)
    except BaseException:
        desk.workspace.close()
        # Half a story would look like a whole one.
        if desk.workspace.path is not None:
            for suffix in ("", "-wal", "-shm"):
                Path(f"{desk.workspace.path}{suffix}").unlink(missing_ok=True)
        raise
    desk.source = "tui"
    return desk


def _tell(desk: Desk, progress: Progress | None) -> None:
    rng = Random(SEED)
    season = Season(desk.today, rng)
    story = Story(desk, season, rng, clock.now())
    year = Year(story)
    year.tell()
    everything = Open(story, year)
    everything.tell()
    maya = Maya(story, year, everything, room(story))
    maya.tell()
    days = Days(story, everything, maya)

    def turn(end: dt.date) -> None:
        if end == season.leave:
            days.hand_over()

    _place_maya(story)
    demo_review.as_before(days)
    story.book.write(desk, season.cuts(), turn=turn, progress=progress)
    demo_targets.last_week(days)
    demo_review.last_week(days)
    demo_review.this_week(days)
    days.lately()
    days.this_morning()
    # A seed of its own: what is told here does not change the year.
    Outreach(story, Random(SEED + 1)).tell()
    demo_targets.submitted(days, Random(SEED + 2))


def _place_maya(story: Story) -> None:
    """Her team, manager and address, and a workspace as old as its story."""
    desk, first = story.desk, story.desk.instant(story.first_day, dt.time(8))
    rep, rows = REP[ME], story.book.rows
    early = [(on, table, row) for on, table, row in rows if table in {"team", "member"}]
    story.book.rows = [entry for entry in rows if entry[1] not in {"team", "member"}]
    with operation(desk.workspace, "Team", actor=None, device="demo", source="demo", action="setup", at=first) as unit:
        for _, table, row in early:
            unit.insert(table, row)
        values = {"email": mail_of(ME), "team_id": story.team[rep.team], "manager_id": story.member[rep.manager]}
        with unit.bulk():
            unit.update("member", desk.require_actor(), values)
        unit.execute("operation", "UPDATE operation SET at = ?", (first,))
