"""How goals are drawn: a row with its pace, the chart of its span, what would close the gap."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from salesdesk.domain.dates import say_day, short_month
from salesdesk.domain.goals import Standing, say_amount
from salesdesk.domain.money import format_money
from salesdesk.domain.spans import span_label
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.services.goals import Goal, Progress
from salesdesk.services.goals.closing import Gap, HandedDown, say_task
from salesdesk.services.goals.kept import PERIODS, QUOTA, SPAN
from salesdesk.services.goals.quotas import Attainment
from salesdesk.widgets.bars import bar, glyphs, paced, sparkline
from salesdesk.widgets.chart import chart
from salesdesk.widgets.columns import Column
from salesdesk.widgets.line import LineWidget
from salesdesk.widgets.text import EMPTY, Cell, Line, Piece, cut, fit, measure, words

BAR = 30


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal in the list: where it stands, how deep it hangs below the goal it serves, its last spans."""

    progress: Progress
    depth: int = 0
    course: Sequence[int | None] = ()

    @property
    def standing(self) -> Standing:
        """Its numbers."""
        return self.progress.standing


@dataclass(frozen=True, slots=True)
class Detail:
    """What stands below the list: the course of the span, or of the spans before, and the gap in words."""

    progress: Progress
    course: Sequence[tuple[dt.date, int | None, float]]
    words: Sequence[str]
    gap: Gap | None = None
    tasks: Sequence[HandedDown] = ()
    serves: str = ""


def percent(share: float) -> str:
    """`66 %`."""
    return f"{share * 100:.0f} %"


def said(progress: Progress, number: float | None) -> str:
    """An amount as a row has it."""
    goal = progress.goal
    if number is None:
        return "-"
    if goal.measure.unit == "money":
        return format_money(round(number), goal.currency, short=True)
    return say_amount(number, goal.measure, goal.currency, short=True)


def name_of(progress: Progress) -> str:
    """What it is called where it stands alone: a goal by what it counts, a quota by whose it is."""
    goal = progress.goal
    return tr("Quota of {whose}", whose=goal.whose) if goal.kind == QUOTA else goal.label


_SIGN = {
    "ahead": "+",
    "behind": "-",
    "missed": "-",
    "on pace": "=",
    "reached": "✓",
    "to come": "·",
    "day off": "·",
    "no figure": "·",
}
_ROLE = {"ahead": "ok", "reached": "ok", "on pace": "text", "behind": "bad", "missed": "bad"}


def pace_cell(row: GoalRow) -> Cell:
    """`-16 behind`, `on pace`, `✓ reached`: the sign says it, the colour repeats it."""
    standing, word = row.standing, row.standing.word
    role = _ROLE.get(word, "label")
    sign = glyphs().done if word == "reached" else _SIGN.get(word, "")
    if word in {"ahead", "behind"} and standing.metric.flow and standing.pace is not None:
        return Piece(f"{sign}{said(row.progress, abs(standing.pace))} {tr(word)}", role)
    return Piece(f"{sign} {tr(word)}", role)


def _label(row: GoalRow) -> Cell:
    goal = row.progress.goal
    indent = "  " * row.depth
    about = [] if goal.period in PERIODS else [Piece(f", {span_label(row.progress.first, row.progress.last)}", "muted")]
    if goal.query:
        about.append(Piece(f"  {goal.query}", "label"))
    return [Piece(f"{indent}{goal.label}", "text"), *about] if about else f"{indent}{goal.label}"


def progress_cell(row: GoalRow, cells: int) -> Cell:
    """How far it is, with a mark where the goal would be by today; why there is nothing to draw."""
    standing = row.standing
    role = "ok" if standing.reached else "accent"
    if standing.idle:
        return Piece(tr("nothing asked"), "label")
    if not standing.begun:
        return Piece(
            tr("from {day} {month}", day=row.progress.first.day, month=short_month(row.progress.first)), "label"
        )
    if standing.now is None:
        return Piece(row.progress.why or "", "label")
    mark = standing.expected / standing.target if standing.metric.flow and standing.target else 0.0
    return paced(standing.share, mark, min(cells, BAR), role)


def _spark(row: GoalRow) -> Cell:
    if not any(row.course):
        return ""
    known = [float(value or 0) for value in row.course]
    low = min(known) if not row.standing.metric.flow else 0.0
    return Piece(sparkline([value - low * 0.8 for value in known]), "accent")


def columns(*, whose: bool) -> tuple[Column, ...]:
    """The columns of the list of goals; `whose` names who each is of."""
    owner = Column("whose", tr("WHOSE"), lambda r, _: Piece(_whose(r), "muted"), width=10, narrow=0, rank=6)
    return (
        Column("goal", tr("GOAL"), lambda r, _: _label(r), flex=1, lead=True),
        *((owner,) if whose else ()),
        Column("now", tr("NOW / GOAL"), lambda r, _: now_cell(r), width=17, narrow=15, align="right"),
        Column("progress", tr("PROGRESS"), progress_cell, width=20 if whose else BAR, narrow=16, rank=7),
        Column("pace", tr("PACE"), lambda r, _: pace_cell(r), width=14, rank=1),
        Column("forecast", tr("FORECAST"), lambda r, _: forecast_cell(r), width=8, narrow=0, align="right"),
        Column("course", tr("LAST 12"), lambda r, _: _spark(r), width=12, narrow=0),
    )


def _whose(row: GoalRow) -> str:
    goal = row.progress.goal
    return goal.member.partition(" ")[0] or goal.team or tr("everyone")


def now_cell(row: GoalRow) -> Cell:
    """`€86k / €180k`."""
    progress = row.progress
    of = "-" if row.standing.idle else said(progress, progress.target)
    return [Piece(said(progress, progress.standing.now), "strong"), Piece(f" / {of}", "muted")]


def forecast_cell(row: GoalRow) -> Cell:
    """What it is heading for."""
    coming = row.standing.forecast
    return Piece(said(row.progress, coming), "text") if coming is not None else Piece("", "label")


GROUPS = {"day": "TODAY", "week": "WEEK {week}", "month": "{month}", "quarter": "QUARTER", "year": "YEAR"}


def group_label(progress: Progress) -> str:
    """The heading above a goal: its period, `WITH AN END`, or `QUOTAS`."""
    goal = progress.goal
    if goal.kind == QUOTA:
        return tr("QUOTAS")
    if goal.period not in PERIODS:
        return tr("WITH AN END")
    first = progress.first
    return tr(
        GROUPS[goal.period], week=progress.last.isocalendar().week, month=f"{short_month(first).upper()} {first.year}"
    )


def board_columns(desk: Desk) -> tuple[Column, ...]:
    """The columns of the leaderboard."""

    def money(minor: int | None) -> str:
        return format_money(minor, desk.currency, short=True) if minor is not None else "-"

    def share(row: Any, cells: int) -> Cell:
        if row.share is None:
            return Piece(tr("no quota"), "label")
        role = "ok" if row.share >= 1 else "accent"
        return [*bar(min(row.share, 1.0), min(cells - 7, 40), role), Piece(f" {percent(row.share):>5}", "strong")]

    return (
        Column("name", tr("MEMBER"), lambda r, _: r.name, flex=1, lead=True),
        Column("won", tr("WON"), lambda r, _: Piece(money(r.won), "strong"), width=10, align="right"),
        Column("quota", tr("QUOTA"), lambda r, _: Piece(money(r.quota), "muted"), width=10, align="right"),
        Column("share", tr("REACHED"), share, width=48, narrow=30),
    )


def board_line(row: Attainment, desk: Desk) -> str:
    """A line of the leaderboard as text."""
    share = percent(row.share) if row.share is not None else tr("no quota")
    return f"{row.name}: {format_money(row.won, desk.currency)}, {share}"


class GoalDetail(LineWidget):
    """Below the list: the chart of the goal under the cursor, and what would close its gap."""

    DEFAULT_CSS = """
    GoalDetail { height: 13; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Detail | None = None

    def show(self, detail: Detail | None) -> None:
        """Show this from now on."""
        self._shown = detail
        self.redraw()

    def lines(self, cells: int) -> Sequence[Line]:
        found = self._shown
        if found is None:
            return ()
        wide = cells >= 96
        rows = max(3, self.size.height - 4)
        chart_cells = (cells - 6) * 11 // 20 if wide else cells - 4
        left = self._chart(found, chart_cells, rows)
        right = self._gap(found, cells - chart_cells - 6 if wide else cells - 4, rows + 2)
        head: Line = [Piece(glyphs().hairline * (cells - 2), "hairline")]
        body: list[Line]
        if wide:
            pairs = zip_longest(left, right, fillvalue=EMPTY)
            body = [[*a, Piece(" " * max(0, chart_cells + 4 - measure(a))), *b] for a, b in pairs]
        else:
            body = [*right[: max(2, self.size.height // 2 - 1)], EMPTY, *self._chart(found, cells - 4, 3)]
        return [head, *([Piece("  "), *line] for line in body)]

    def _chart(self, found: Detail, cells: int, rows: int) -> list[Line]:
        progress = found.progress
        flow = progress.standing.metric.flow
        about = tr("so far, and dots where the goal is") if flow else tr("the spans before, and dots where the goal is")
        title: list[Piece] = [
            Piece(cut(name_of(progress).upper(), 30), "label bold"),
            Piece(f", {span_label(progress.first, progress.last)}   ", "label"),
        ]
        if measure(title) + len(about) <= cells:
            title.append(Piece(about, "label"))
        now = [None if amount is None else float(amount) for _, amount, _ in found.course]
        goal = [float(expected) for _, _, expected in found.course]
        known = [value for value in now if value is not None]
        if len(now) < 2 or not known:
            return [title, [Piece(tr("Nothing to draw yet."), "muted")]]
        top = max([*known, *goal])
        labels = (said(progress, top), said(progress, top / 2))
        ends = (say_day(found.course[0][0], self._desk.today), say_day(found.course[-1][0], self._desk.today))
        return [title, *chart(now, goal, cells, rows, labels=labels, ends=ends)]

    def _gap(self, found: Detail, cells: int, rows: int) -> list[Line]:
        lines: list[Line] = [[Piece(tr("WHAT WOULD CLOSE THE GAP"), "label bold")]]
        for sentence in found.words:
            lines += [[Piece(line, "text")] for line in words(sentence, cells)]
        if found.gap is not None and not found.progress.standing.reached:
            for number, chance in enumerate(found.gap.chances[: max(1, rows - len(lines) - 2)], 1):
                role = "strong" if number <= found.gap.covering or not found.gap.covering else "muted"
                value = format_money(chance.value, self._desk.currency, short=True)
                step = say_day(chance.next_on, self._desk.today) if chance.next_on else tr("no next step")
                late = chance.next_on is None or chance.next_on < self._desk.today
                name = fit([Piece(f"  {chance.ref.name}", role)], max(12, cells - 32))
                lines.append(
                    [
                        *name,
                        Piece(f" {value:>7}", "strong"),
                        Piece(f" {chance.probability:>3} %", "muted"),
                        Piece(f"  {glyphs().overdue if late else glyphs().later} {step}", "bad" if late else "muted"),
                    ]
                )
        about = [(tr("serves"), found.serves), (tr("because"), found.progress.goal.reason)]
        about += [(tr("task"), say_task(self._desk, task)) for task in found.tasks[:3]]
        known = [(label, text) for label, text in about if text]
        room = max((measure([Piece(label)]) for label, _ in known), default=0) + 2
        for label, text in known:
            lines.append([*fit([Piece(label, "label")], room), Piece(cut(text, cells - room), "muted")])
        return lines


def copied(rows: Sequence[GoalRow], notes: Mapping[bytes, Sequence[str]] | None = None) -> str:
    """Goals as text to paste into a mail."""
    made = []
    for row in rows:
        progress = row.progress
        pace = pace_cell(row)
        state = pace.text if isinstance(pace, Piece) else ""
        of = "" if row.standing.idle else tr(" of {target}", target=said(progress, progress.target))
        made.append(
            f"{'  ' * row.depth}{progress.goal.label} ({progress.goal.whose}, {span_label(progress.first, progress.last)}): "
            f"{said(progress, progress.standing.now)}{of}, {state.strip()}"
        )
        made += [f"  {line}" for line in (notes or {}).get(progress.goal.id, ())]
    return "\n".join(made)


def is_near(goal: Goal, day: dt.date) -> bool:
    """Whether a goal with an end is of this time: not over for more than a month, quotas only while they run."""
    if goal.period != SPAN or not goal.starts_on or not goal.ends_on:
        return True
    over = goal.ends_on + dt.timedelta(days=31 if goal.kind == "goal" else 0)
    return over >= day and (goal.kind == "goal" or goal.starts_on <= day)
