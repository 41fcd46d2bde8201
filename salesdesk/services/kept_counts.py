"""The rollups KPIs are read from: whether they hold what the records say, and making them anew."""

from collections.abc import Iterator

from salesdesk.i18n import plural, tr
from salesdesk.services.keeping import Finding
from salesdesk.store import rollups
from salesdesk.store.workspace import Workspace


def finding(workspace: Workspace) -> Finding:
    """What `doctor` says of them."""
    wrong = rollups.differences(workspace.connection)
    if not wrong:
        return Finding("rollups", "ok", tr("what KPIs are read from equals the records"))
    return Finding("rollups", "bad", ", ".join(_said(wrong)), tr("Make them anew with: salesdesk doctor --mend."))


def mend(place: str) -> list[str]:
    """Make them anew when they are wrong; a sentence for each that was."""
    workspace = Workspace.open(place)
    try:
        wrong = rollups.differences(workspace.connection)
        if not wrong:
            return []
        with workspace.transaction() as connection:
            rollups.rebuild(connection)
        return [tr("Made anew from the records: {what}.", what=what) for what in _said(wrong)]
    finally:
        workspace.close()


def _said(wrong: dict[str, int]) -> Iterator[str]:
    for table, count in wrong.items():
        rows = plural(count, tr("row"), tr("rows"))
        yield tr("{rows} of {what}", rows=rows, what=table.removeprefix("rollup_").replace("_", " "))
