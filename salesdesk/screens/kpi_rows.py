"""One KPI taken apart: formula, parts, what was left out, and the records behind it."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from salesdesk.domain.dates import say_day
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.saying import figure, part, waited
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.money import format_money
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.keymap import KeyHint
from salesdesk.screens.base import Chrome, screen_bindings
from salesdesk.screens.dialogs.base import Lines
from salesdesk.screens.working import PlacedScreen
from salesdesk.services import measuring
from salesdesk.services.desk import Desk
from salesdesk.services.measuring.asking import own_terms
from salesdesk.services.measuring.report import KpiRows
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import ListSource, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.text import Cell, Line, Piece, cut, words

if TYPE_CHECKING:
    from salesdesk.services.records import Ref


class KpiRowsScreen(PlacedScreen):
    """Opened by enter on a number; q or h goes back."""

    STACK = "kpis"
    ENTITY = "deal"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    KpiRowsScreen > ViewLine, KpiRowsScreen > FilterLine { display: none; }
    KpiRowsScreen Lines { background: $background; margin: 0 2 1 2; }
    """

    def __init__(self, desk: Desk, chrome: Chrome, kpi: str, terms: list[str]) -> None:
        super().__init__(desk, chrome)
        self.kpi = kpi
        self.asked = terms
        self.about: dict[bytes, Ref] = {}

    def footer_hints(self) -> Sequence[KeyHint]:
        """Open a record, or go back."""
        keymap = self.chrome.keymap
        return [keymap.hint("record.open"), keymap.hint("app.back", label=tr("back"))]

    def compose_body(self) -> ComposeResult:
        self.head = Lines([])
        self.head.GROUND = "background"
        self.list = RecordList(())
        with Vertical():
            yield self.head
            yield self.list

    def on_mount(self) -> None:
        self.list.focus()
        self.reload()

    async def read_rows(self) -> None:
        """The records, in a thread."""
        try:
            found = await self.desk_app.read(lambda: measuring.rows(self.desk, self.kpi, self.asked))
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        about = _asked(self.desk, found, self.asked)
        self.head.show(*_head_lines(found, about, max(40, self.size.width - 8)))
        self.list.set_columns(_columns(found))
        self.list.set_source(ListSource([Row((row.kind, row.id, n), row) for n, row in enumerate(found.rows)]))
        self.about = found.about
        self.list.set_empty(tr("No record counts for this number."), [])
        self.status(tr(KPIS[self.kpi].name), [plural(len(found.rows), tr("record"), tr("records")), found.period.label])

    @on(RecordList.Opened)
    def _open(self, event: RecordList.Opened) -> None:
        if not isinstance(event.item, Row):
            return
        row = event.item.value
        about = self.about.get(row.id)
        if about is not None:
            self.desk_app.open_record(about.kind, about.id)
        elif row.kind in {"lead", "deal", "account", "contact"}:
            self.desk_app.open_record(row.kind, row.id)
        else:
            self.say(tr("A {kind} has no page of its own.", kind=tr(_WORDS.get(row.kind, row.kind))), "note")


def _asked(desk: Desk, found: KpiRows, terms: Sequence[str]) -> str:
    """Whose number it is, of which days, as of which: `Iker Solano, Q4 2026`; other words of the filter as typed."""
    names = {f"owner:m-{m.code}".lower(): m.name for m in desk.members(active_only=False)}
    words = [names.get(word.lower(), word) for word in own_terms(terms)[1]]
    if found.as_of:
        words.append(tr("as of {day}", day=say_day(found.as_of, desk.today)))
    return ", ".join([*words, found.period.label])


def _head_lines(found: KpiRows, about: str, cells: int) -> list[Line]:
    value = found.value
    name, number = tr(KPIS[found.kpi.id].name), f"   {figure(value, short=False)}   "
    lines: list[Line] = [
        [
            Piece(name, "strong bold"),
            Piece(number, "accent bold"),
            Piece(cut(about, cells - len(name) - len(number)), "muted"),
        ]
    ]
    if value.denominator is not None:
        top, below = part(value.numerator, value.unit), part(value.denominator, value.unit)
        lines.append([Piece(f"{top} / {below}", "text")])
    lines += [[Piece(line, "muted")] for line in words(value.formula, cells)]
    if value.why:
        lines.append([Piece(value.why, "warn")])
    if value.interval is not None and value.small_sample:
        low, high = value.interval
        lines.append(
            [
                Piece(
                    tr("small sample: between {low} % and {high} %", low=f"{low * 100:.0f}", high=f"{high * 100:.0f}"),
                    "warn",
                )
            ]
        )
    lines += [[Piece(line, "label")] for line in _views(value)]
    left_out = [f"{count:,} {reason}" for reason, count in value.excluded.items() if count]
    if left_out:
        lines.append([Piece(tr("left out: ") + ", ".join(left_out), "label")])
    return lines


def _views(value: KpiValue) -> list[str]:
    """Which view a number is, and what it comes to in the other one; how churn is counted here."""
    found = []
    cohort = value.parts.get("cohort")
    if cohort and cohort["denominator"]:
        young = tr(", not mature yet") if cohort["mature"] is False else ""
        counts = f"{cohort['numerator']} / {cohort['denominator']}"
        share = f"{cohort['value'] * 100:.1f} %"
        found.append(
            tr("of those opened in the period: {share}, {counts}{young}", share=share, counts=counts, young=young)
        )
    if value.parts.get("view") == "cohort":
        found.append(tr("cohort view, not mature yet") if value.parts.get("mature") is False else tr("cohort view"))
    resolved = value.parts.get("resolved")
    if resolved and resolved["denominator"]:
        share, counts = f"{resolved['value'] * 100:.1f} %", f"{resolved['numerator']} / {resolved['denominator']}"
        found.append(tr("of those settled in the period: {share}, {counts}", share=share, counts=counts))
    if value.parts.get("lag_days") is not None:
        days = value.parts["cost_days"]
        lag, last = value.parts["lag_days"], dt.date.fromisoformat(days["to"]) - dt.timedelta(days=1)
        found.append(tr("cost of {days} days earlier: {first} to {last}", days=lag, first=days["from"], last=last))
    if "submitted" in value.parts:
        found.append(tr("{submitted} submitted, {won} won", submitted=value.parts["submitted"], won=value.parts["won"]))
    if "definition_text" in value.parts:
        found.append(tr("counted: {definition}", definition=value.parts["definition_text"]))
    return found


def _value(row: Any, _cells: int) -> Cell:
    return format_money(row.value.minor, row.value.currency) if row.value is not None else ""


_COUNTS = {
    "both": "counted",
    "numerator": "counted",
    "denominator": "in the total only",
    "before": "the period before",
    "trailing": "the days before",
    "earlier": "said before",
    "subscriber": "new revenue",
}


def _counts(row: Any) -> str:
    """How a record counts, in words."""
    if row.part == "excluded":
        return tr("left out: {reason}", reason=tr(row.reason))
    return tr(_COUNTS[row.part])


def _time(row: Any, _cells: int) -> Cell:
    """`45 d` of a cycle or a stay, `3 h 20 min` of a wait."""
    if row.minutes is not None:
        return waited(row.minutes)
    return f"{row.days} d" if row.days is not None else ""


# What kinds without a page of their own are called.
_WORDS = {"subscription": "subscription", "cost": "cost", "goal": "quota", "activity": "deleted record"}


def _columns(found: KpiRows) -> tuple[Column, ...]:
    """The columns of these rows: whose a record is unless all are one's, value and time where any has one."""
    several = len({row.owner for row in found.rows}) > 1

    def owner(row: Any, _cells: int) -> Cell:
        return Piece(found.owners.get(row.owner, "").partition(" ")[0], "muted")

    made = [
        Column("day", tr("DAY"), lambda r, _: Piece(r.day or "", "muted"), width=10),
        Column("name", tr("RECORD"), lambda r, _: found.name_of(r), flex=1, lead=True),
    ]
    if several:
        made.append(Column("owner", tr("OWNER"), owner, width=10, narrow=0))
    made += [
        Column("part", tr("COUNTS AS"), lambda r, _: Piece(_counts(r), "muted"), width=22, narrow=18),
        Column("state", tr("STATE"), lambda r, _: Piece(r.state, "muted"), width=12, narrow=0),
    ]
    if any(row.value is not None for row in found.rows):
        made.append(Column("value", tr("VALUE"), _value, width=16, narrow=11, align="right"))
    if any(row.minutes is not None or row.days is not None for row in found.rows):
        made.append(Column("days", tr("TIME"), _time, width=11, narrow=10, align="right"))
    return tuple(made)
