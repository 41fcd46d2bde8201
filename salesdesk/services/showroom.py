"""The demo workspace: made when it is first asked for, and made anew when its story has grown old."""

from collections.abc import Callable
from pathlib import Path

from salesdesk import clock, paths
from salesdesk.errors import DatabaseError
from salesdesk.store.workspace import Workspace

ME = "Maya Kessler"


def demo_place(say: Callable[[str], None] | None = None) -> str:
    """The demo's file, built or rebuilt if it was not made today; what was changed in an older one is dropped."""
    path = paths.demo_workspace()
    if _fresh(path):
        return str(path)
    from salesdesk.services.demo import build_demo
    from salesdesk.store.unit import operation

    if say is not None:
        say("Making a year of an invented team ...")
    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        name.unlink(missing_ok=True)
    desk = build_demo(str(path))
    with operation(desk.workspace, "Demo made", actor=None, source="setup", action="setup") as unit:
        unit.insert("setting", {"key": "demo_day", "value": desk.today.isoformat()})
    desk.workspace.close()
    return str(path)


def _fresh(path: Path) -> bool:
    """Whether there is a demo whose first day is today's."""
    if not path.exists():
        return False
    try:
        workspace = Workspace.open(str(path))
    except DatabaseError:
        return False
    try:
        made = workspace.connection.value("SELECT value FROM setting WHERE key = 'demo_day' AND deleted_op IS NULL")
        zone = workspace.connection.value("SELECT value FROM setting WHERE key = 'time_zone' AND deleted_op IS NULL")
        return bool(made) and made == clock.today(zone or "UTC").isoformat()
    finally:
        workspace.close()
