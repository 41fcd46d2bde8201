"""The key that puts people into a cadence, and steers those who are in one."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.screens.dialogs.choose import Choice, ChooseDialog
from salesdesk.screens.dialogs.enrol import MOST_NAMES, EnrolDialog, Refused
from salesdesk.services import texts
from salesdesk.services.cadences import enrolling, showing, steering
from salesdesk.services.cadences.enrolling import Enrolling
from salesdesk.services.cadences.writing import KIND, read
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_ids
from salesdesk.services.texts import TextRow
from salesdesk.store.read import enrolments
from salesdesk.store.read.enrolments import EnrolmentRow
from salesdesk.widgets.options import Option
from salesdesk.widgets.steady import start_work

if TYPE_CHECKING:
    from salesdesk.screens.verbs import RecordVerbs

_STEERING = {"skip": steering.skip, "pause": steering.pause, "resume": steering.resume, "stop": steering.stop}


async def ask(screen: "RecordVerbs", refs: Sequence[Ref]) -> None:
    """One who is inside is steered; others go into the cadence that is chosen."""
    try:
        desk = screen.desk
        present = (
            await screen.desk_app.read(lambda: enrolments.of_record(desk.connection, refs[0].kind, refs[0].id))
            if len(refs) == 1
            else None
        )
        if present is not None:
            _steer(screen, refs, present)
            return
        kinds = {ref.kind for ref in refs}
        found = await screen.desk_app.read(lambda: _fitting(desk, kinds))
    except SalesdeskError as error:
        screen.say(str(error), "error")
        return
    if not found:
        what = tr(" or ").join(sorted(kinds))
        screen.say(tr("There is no cadence for a {kind} yet: g m, then a.", kind=what), "note")
        return
    rows = {row.id.hex(): row for row, _ in found}
    options = [Option(row.id.hex(), row.name, hint=holds) for row, holds in found]
    screen.open_dialog(
        ChooseDialog(tr("Enrol in a cadence"), options, about=_who(refs)),
        lambda choice: start_work(
            screen, partial(_preview, screen, refs, rows[choice.id]), group="verb", exclusive=True
        ),
    )


def _fitting(desk: Desk, kinds: set[str]) -> list[tuple[TextRow, str]]:
    """The cadences in use that take records of one of these kinds, with what they hold."""
    rows = [row for row in texts.texts(desk, KIND) if row.active and row.text]
    fit = [(row, read(row.text)) for row in rows]
    return [(row, cadence.summary()) for row, cadence in fit if kinds.intersection(cadence.records)]


async def _preview(screen: "RecordVerbs", refs: Sequence[Ref], row: TextRow) -> None:
    """One goes in at once; of many it is shown first who does and who does not."""
    desk = screen.desk

    def enrol() -> str:
        return enrolling.enrol(desk, row, refs).sentence(desk.today)

    def look() -> Enrolling:
        # When thousands are marked, only their keys are known.
        named = [ref for kind in kinds for ref in by_ids(desk.connection, kind, keys[kind])]
        return enrolling.preview(desk, row, named)

    if len(refs) == 1:
        screen.guarded(refs[0], "enrolment", lambda: screen.act(enrol))
        return
    kinds = dict.fromkeys(ref.kind for ref in refs)
    keys = {kind: [ref.id for ref in refs if ref.kind == kind] for kind in kinds}
    try:
        found = await screen.desk_app.read(look)
    except SalesdeskError as error:
        screen.say(str(error), "error")
        return
    refused = [Refused(tr(why), len(out), [r.name for r in out[:MOST_NAMES]]) for why, out in found.refused.items()]
    said = f"{_who(found.taken)}, {found.first.sentence(desk.today)}" if found.first else tr("Nobody can be enrolled.")
    dialog = EnrolDialog(
        tr("Enrol in {name}", name=row.name), said, refused, warning=found.collisions(), ready=bool(found.taken)
    )
    screen.open_dialog(dialog, lambda _: screen.act(enrol))


def _steer(screen: "RecordVerbs", refs: Sequence[Ref], present: EnrolmentRow) -> None:
    paused = present.state == "paused"
    options = [
        Option("resume", tr("Go on"), "r", tr("plan the step again")) if paused
        else Option("skip", tr("Skip this step"), "k", tr("plan the one after it")),
        *([] if paused else [Option("pause", tr("Pause"), "p", tr("nothing is planned until it goes on"))]),
        Option("stop", tr("Stop"), "s", tr("take them out")),
    ]  # fmt: skip
    about = f"{present.name}: {showing.where(present, screen.desk.today)}"

    def chosen(choice: Choice) -> None:
        steer(screen, refs, choice.id)

    screen.open_dialog(ChooseDialog(present.cadence, options, about=about), chosen)


def steer(screen: "RecordVerbs", refs: Sequence[Ref], how: str) -> None:
    """Skip a step, pause, resume or stop."""
    act = _STEERING[how]
    screen.act(lambda: act(screen.desk, refs))


def _who(refs: Sequence[Ref]) -> str:
    if len(refs) == 1:
        return refs[0].name
    kind = refs[0].kind if len({ref.kind for ref in refs}) == 1 else tr("record")
    return plural(len(refs), kind, f"{kind}s")
