"""The shelves of the calls tab: scripts with what they brought, and every call with what was said in it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from salesdesk.domain.buyer import parse as parse_buyer
from salesdesk.domain.dates import say_day
from salesdesk.domain.learning import Tally
from salesdesk.domain.script import parse
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.call_rows import NAMES, note_lines
from salesdesk.screens.learning_shelf import LearningShelf
from salesdesk.screens.shelves import PlaybookShelf, Shelf, Shown, TextShelf
from salesdesk.services import learning
from salesdesk.services.calling import say_advance
from salesdesk.services.desk import Desk
from salesdesk.services.texts import TextRow
from salesdesk.store.read import call_log
from salesdesk.store.read.call_log import CallRow
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Heading, Item, Row
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.text import Cell, Piece, cut, pieces, words

if TYPE_CHECKING:
    from salesdesk.screens.outreach import OutreachScreen

_SHOWN = 500
RESULT_SIGNS = {
    "order": ("done", "ok"),
    "advance": ("done", "ok"),
    "continuation": ("later", "muted"),
    "no-sale": ("overdue", "bad"),
}


class ScriptShelf(TextShelf):
    """The scripts, with how often they were used and how often a talk moved on; a rate always with its count."""

    def __init__(self) -> None:
        super().__init__(
            "script", tr("Scripts"), tr("No scripts yet: salesdesk script ready brings some to start from.")
        )

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("name", tr("SCRIPT"), lambda r, _: r[0].name, flex=1, lead=True),
            Column(
                "used",
                tr("USED"),
                lambda r, _: Piece(str(r[2].calls) if r[2].calls else "", "text"),
                width=5,
                align="right",
            ),
            Column("advance", tr("ADVANCE"), lambda r, _: advance_rate(r[2]), width=14, align="right"),
            Column("state", tr("STATE"), super().columns(desk)[2].render, width=9),
            Column("holds", tr("HOLDS"), lambda r, _: Piece(r[1], "muted"), width=28, narrow=0),
        )

    def items(self, desk: Desk) -> list[Item]:
        told = learning.results(desk, "script")
        rows = [item for item in super().items(desk) if isinstance(item, Row)]
        return [Row(row.key, (*row.value, told.get(row.value[0].name, Tally()))) for row in rows]

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        name, about, sections = super().pane(desk, value, cells)
        tally: Tally = value[2]
        if not value[0].draft:
            sections = script_sections(value[0].text, cells) or sections
        if not tally.calls:
            return name, about, sections
        results = "  ".join(f"{count} {result}" for result, count in tally.results.most_common())
        lines = [PaneRow(Piece(tr("{talks} talks of {calls} calls", talks=tally.talks, calls=tally.calls), "text"))]
        lines += [PaneRow(Piece(line, "muted")) for line in words(results, cells) if line]
        if tally.interval:
            low, high = (round(100 * edge) for edge in tally.interval)
            lines.append(PaneRow(Piece(tr("true rate likely {low} to {high} %", low=low, high=high), "muted")))
        return name, about, [Section(tr("WHAT IT BROUGHT"), rows=lines), *sections]


def script_sections(text: str, cells: int) -> list[Section]:
    """A script as it is read: what for, the questions by section, objections, what we can do."""
    try:
        script = parse(text)
    except SalesdeskError:
        return []
    what_for = [
        (label, script.says(key))
        for key, label in (("goal", ""), ("advance", tr("advance: ")), ("fallback", tr("else: ")))
    ]
    made = [
        Section(rows=[PaneRow(line) for label, said in what_for if said for line in words(f"{label}{said}", cells)])
    ]
    lists = [(NAMES[letter], [q.text for q in script.of(letter)]) for letter in NAMES]
    lists += [
        (tr("THEY MAY SAY"), [one.text for one in script.objections]),
        (tr("WE CAN"), [one.text for one in script.capabilities]),
        (tr("FACTS TO HAVE"), list(script.facts)),
    ]
    for head, texts in lists:
        if texts:
            rows = [
                PaneRow([Piece(f"{glyphs().none} " if at == 0 else "  ", "label"), Piece(line, "text")])
                for text in texts
                for at, line in enumerate(words(text, cells - 2))
            ]
            made.append(Section(head, rows=rows))
    return made


def advance_rate(tally: Tally) -> Cell:
    """`44 %  of 18`: orders and advances of the talks."""
    if tally.rate is None:
        return ""
    return [Piece(f"{round(100 * tally.rate)} %", "text"), Piece(tr(" of {talks}", talks=tally.talks), "muted")]


class BuyerShelf(TextShelf):
    """The buyers to practise with; their hidden answers are only shown where they are edited."""

    hints = (
        ("shelf.previous", ""),
        ("script.practise", ""),
        ("record.open", tr("edit")),
        ("record.add", ""),
        ("record.editor", ""),
        ("text.switch", ""),
        ("filter.edit", ""),
        ("history.undo", ""),
    )

    def __init__(self, label: str, empty: str) -> None:
        super().__init__("buyer", label, empty)

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        _, holds, state, _ = super().columns(desk)
        return (
            Column("name", tr("BUYER"), lambda r, _: r[0].name, flex=1, lead=True),
            Column("script", tr("PRACTISES"), lambda r, _: Piece(_practises(r[0]), "muted"), width=16),
            Column("holds", holds.head, holds.render, width=36, narrow=0),
            state,
        )

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        name, about, sections = super().pane(desk, value, cells)
        try:
            buyer = parse_buyer(value[0].text)
        except SalesdeskError:
            return name, about, sections
        told = (buyer.head.get("persona", ""), buyer.head.get("company", ""), "", buyer.about)
        rows = [PaneRow(Piece(line, "text")) for text in told for line in words(text, cells) or [""]]
        return name, about, [Section(rows=rows)]


def _practises(row: TextRow) -> str:
    """The script a buyer is written for."""
    try:
        return parse_buyer(row.text).head.get("script", "")
    except SalesdeskError:
        return ""


class HistoryShelf(Shelf):
    """Every call that was ended, the newest first; enter opens the record."""

    id = "history"
    hints = (
        ("shelf.previous", ""),
        ("record.open", ""),
        ("record.copy", ""),
        ("filter.edit", ""),
        ("history.undo", ""),
    )

    def __init__(self) -> None:
        self.label = tr("History")
        self.empty = tr("No calls yet: press c on anybody you want to call.")
        # The calls behind a figure, with what it is called; None shows all.
        self.only: tuple[str, frozenset[bytes]] | None = None

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("when", tr("WHEN"), lambda r, _: when(desk, r), width=12, narrow=11),
            Column("who", tr("WHO"), lambda r, _: r.name, width=22, narrow=18, lead=True),
            Column("result", tr("RESULT"), lambda r, _: result_cell(r), width=16),
            Column("notes", tr("NOTES"), lambda r, _: Piece(str(r.notes or ""), "muted"), width=5, align="right"),
            Column("script", tr("SCRIPT"), lambda r, _: Piece(r.script, "muted"), flex=1),
            Column("rep", tr("REP"), lambda r, _: Piece(r.owner, "muted"), width=14, narrow=0),
        )

    def items(self, desk: Desk) -> list[Item]:
        if self.only is None:
            rows = call_log.calls(desk.connection, " AND c.ended_at IS NOT NULL", limit=_SHOWN)
            return [Row(row.id, row) for row in rows]
        name, keys = self.only
        wanted = sorted(keys, reverse=True)[:_SHOWN]
        rows = call_log.calls(desk.connection, f" AND c.id IN ({', '.join('?' * len(wanted))})", wanted, limit=_SHOWN)
        return [
            Heading(tr("{name}   esc goes back", name=cut(name, 44)), len(keys)),
            *(Row(row.id, row) for row in rows),
        ]

    def text_of(self, value: Any) -> str:
        return f"{value.name} {value.company} {value.script} {value.owner} {value.result or value.outcome} {value.goal}"

    def as_text(self, desk: Desk, value: Any) -> str:
        from salesdesk.services.calling.ending import note_line

        head = ", ".join(p for p in (value.name, value.company, when(desk, value), value.script, value.result) if p)
        return "\n".join([head, *(note_line(note) for note in call_log.notes(desk.connection, value.id))])

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        row: CallRow = value
        about = ", ".join(
            part for part in (row.company if row.company != row.name else "", when(desk, row), row.script) if part
        )
        sections = [Section(rows=[PaneRow([*pieces(result_cell(row)), Piece(minutes(row), "muted")])])]
        if row.advance_on:
            agreed = [PaneRow(line) for line in words(say_advance(desk, row), cells)]
            sections.append(Section(tr("AGREED"), rows=agreed))
        noted = [PaneRow(line) for line in note_lines(call_log.notes(desk.connection, row.id), cells)]
        return row.name, about, [*sections, Section(tr("NOTES"), rows=noted)] if noted else sections

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        return value.name, [result_cell(value), Piece(value.script, "muted")]

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        screen.desk_app.open_record(value.kind, value.record_id)


def when(desk: Desk, row: CallRow) -> str:
    """`today 09:12`, `18 Nov`."""
    local = desk.local(row.started_at)
    day = say_day(local.date(), desk.today)
    return f"{day} {local:%H:%M}" if local.date() == desk.today else day


def minutes(row: CallRow) -> str:
    """`   12 min`."""
    return tr("   {minutes} min", minutes=row.minutes) if row.minutes else ""


def result_cell(row: CallRow) -> Cell:
    """The result with its sign; without a conversation the outcome."""
    sign, role = RESULT_SIGNS.get(row.result, ("none", "muted"))
    return Piece(f"{getattr(glyphs(), sign)} {tr(row.result or row.outcome.lower())}", role)


def call_shelves() -> list[Shelf]:
    """The shelves, in the order of their tabs."""
    empty = tr("No buyers yet: salesdesk buyer ready brings some to practise with.")
    return [ScriptShelf(), HistoryShelf(), LearningShelf(), BuyerShelf(tr("Buyers"), empty), PlaybookShelf()]
