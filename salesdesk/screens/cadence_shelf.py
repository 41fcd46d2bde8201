"""The shelf of cadences: how each does, its steps, and who is at which."""

from collections.abc import Sequence
from typing import Any

from salesdesk.domain.cadence import CAUSES, Cadence, wait_text
from salesdesk.i18n import plural, tr
from salesdesk.screens.shelves import Shown, TextShelf, state_of
from salesdesk.services.cadences import showing
from salesdesk.services.cadences.showing import Overview, Results, StepLine
from salesdesk.services.cadences.writing import KIND, read
from salesdesk.services.desk import Desk
from salesdesk.services.texts import TextRow
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Item, Row
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.text import Cell, Piece, cut, words


class CadenceShelf(TextShelf):
    """The cadences: how each does in the list, its steps with who is at them in the pane."""

    def __init__(self) -> None:
        super().__init__(KIND, tr("Cadences"), tr("No cadences yet: steps with waits between them."))

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        def number(name: str) -> Any:
            return lambda r, _: _number(getattr(r[2].counts, name))

        return (
            Column("name", tr("NAME"), lambda r, _: r[0].name, flex=1, lead=True),
            Column("steps", tr("STEPS"), lambda r, _: Piece(_steps(r[0]), "muted"), width=13),
            Column("inside", tr("INSIDE"), number("inside"), width=6, align="right"),
            Column("finished", tr("FINISHED"), number("finished"), width=8, align="right", narrow=0),
            Column("replied", tr("REPLIED"), lambda r, _: _share(r[2].reply_rate), width=7, align="right"),
            Column("state", tr("STATE"), lambda r, _: state_of(r[0]), width=9),
        )

    def items(self, desk: Desk) -> list[Item]:
        return [Row(one.row.id, (one.row, self.holds(desk, one.row), one)) for one in showing.overview(desk)]

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        row: TextRow = value[0]
        title, subtitle, sections = super().pane(desk, value, cells)
        if not row.text:
            return title, subtitle, sections
        # What it says is shown as steps; a draft, and what it lacks, stay above.
        above = [section for section in sections if section.head]
        if value[1] != read(row.text).summary():
            above.append(Section(rows=[PaneRow(Piece(line, "warn")) for line in words(value[1], cells)]))
        return title, subtitle, [*above, *_sections(showing.results(desk, row), cells)]

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        one: Overview = value[2]
        return one.row.name, [state_of(one.row), Piece(plural(one.counts.inside, tr("inside"), tr("inside")), "muted")]


def _steps(row: TextRow) -> str:
    """`5 in 14 days`."""
    if not row.text:
        return ""
    cadence = read(row.text)
    return tr("{steps} in {days}", steps=len(cadence.steps), days=plural(cadence.days, tr("day"), tr("days")))


def _number(count: int) -> Cell:
    return Piece(f"{count:,}", "text") if count else Piece(glyphs().none, "label")


def _share(share: float | None) -> Cell:
    return Piece(glyphs().none, "label") if share is None else f"{share:.0%}"


def _sections(found: Results, cells: int) -> list[Section]:
    count = found.counts
    kinds = [f"{tr('auto')} {line.step.kind}" if line.step.auto else line.step.kind for line in found.steps]
    room = max(map(len, kinds))
    steps = [
        row
        for line, kind in zip(found.steps, kinds, strict=True)
        for row in _step(line, kind.ljust(room), cells, last=line is found.steps[-1])
    ]
    sections = [Section(tr("STEPS"), Piece(tr("{count} inside", count=f"{count.inside:,}"), "strong"), steps)]
    if count.enrolled:
        enrolled = Piece(tr("{count} enrolled", count=f"{count.enrolled:,}"), "strong")
        sections.append(Section(tr("SO FAR"), enrolled, _came_of(found)))
    return [*sections, Section(rows=_rules(read(found.row.text), cells))]


def _step(line: StepLine, kind: str, cells: int, *, last: bool) -> list[PaneRow]:
    """`● +2d  mail  First touch      3`, and below who is there."""
    signs = glyphs()
    sign = Piece(f"{signs.due} ", "accent") if line.here else Piece(f"{signs.later} ", "label")
    head = [
        sign,
        Piece(f"{wait_text(line.step.wait):<5}", "label"),
        Piece(f"{kind}  ", "muted"),
        Piece(line.step.words),
    ]
    rows = [PaneRow(head, Piece(f"{len(line.here):,}", "strong bold") if line.here else "")]
    if line.here:
        names = ", ".join(one.name for one in line.here[:3]) + (" …" if len(line.here) > 3 else "")
        edge = Piece(f"{' ' if last else signs.upright}      ", "hairline")
        rows.append(PaneRow([edge, Piece(cut(names, cells - 7), "muted")]))
    return rows


def _came_of(found: Results) -> list[PaneRow]:
    count = found.counts
    came = (
        (count.finished, tr("finished")),
        (count.replied, tr("replied")),
        (count.meetings, tr("with a meeting")),
        (count.won, tr("won")),
    )
    rows = [PaneRow(Piece(f"{n:,} {word}", "text"), f"{n / count.enrolled:.0%}") for n, word in came if n]
    others = [(why, n) for why, n in found.reasons if why != "replied" and not why.startswith("meeting")]
    return rows + [PaneRow(Piece(f"{n:,} {tr(why)}", "muted"), f"{n / count.enrolled:.0%}") for why, n in others]


def _rules(cadence: Cadence, cells: int) -> list[PaneRow]:
    stops = ", ".join(tr(cause) for cause in CAUSES if cause in cadence.stop)
    said = [tr("Stops on {causes}.", causes=stops)]
    if cadence.hours:
        said.append(tr("Automatic mails {hours}.", hours=cadence.hours))
    return [PaneRow(Piece(line, "muted")) for line in words(" ".join(said), cells)]
