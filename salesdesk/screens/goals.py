"""Goals: where every target stands, where it is heading, what would close the gap."""

import datetime as dt
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical

from salesdesk.domain.goals import LEADS, span_label
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.base import screen_bindings
from salesdesk.screens.dialogs.goal import GoalDialog
from salesdesk.screens.dialogs.prompt import InvalidText, PromptDialog, TextResult
from salesdesk.screens.goal_rows import (
    Detail,
    GoalDetail,
    GoalRow,
    board_columns,
    board_line,
    columns,
    copied,
    group_label,
    said,
)
from salesdesk.screens.kpi_rows import KpiRowsScreen
from salesdesk.screens.working import WorkingScreen
from salesdesk.services import goals
from salesdesk.services.goals import Goal, Progress, closing, quotas, setting, tracking
from salesdesk.services.goals.kept import SPAN
from salesdesk.services.goals.measure import record_terms
from salesdesk.widgets.paging import Heading, Item, ListSource, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.view_line import View, ViewLine

MINE, TEAM, ALL, BOARD = "mine", "team", "all", "board"


class GoalsScreen(WorkingScreen):
    """Tab 5. `[` and `]` walk the span of the goal under the cursor; T changes whose goals are shown."""

    STACK = "goals"
    ENTITY = "deal"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    GoalsScreen > FilterLine { display: none; }
    GoalsScreen > ViewLine, GoalsScreen.-short > ViewLine { display: block; margin-bottom: 1; }
    GoalsScreen.-short > ViewLine { margin-bottom: 0; }
    GoalsScreen.-short GoalDetail { height: 9; }
    """

    def compose_body(self) -> ComposeResult:
        self.list = RecordList(columns(whose=False))
        self.detail = GoalDetail(self.desk)
        with Vertical():
            yield self.list
            yield self.detail

    def on_mount(self) -> None:
        self.scope = MINE if self.desk.actor is not None else ALL
        self.on_day: dt.date | None = None
        self.shown: list[GoalRow] = []
        self.board: list[quotas.Attainment] = []
        self.list.focus()
        self.reload()

    def show_views(self) -> Any:
        """Whose goals are shown takes the place of saved views."""

    def focus_body(self) -> None:
        self.list.focus()

    # Reading

    async def read_rows(self) -> None:
        """The goals with where they stand, in a thread; their past after the first paint."""
        scope, day = self.scope, self.on_day
        scopes = [(MINE, tr("Mine")), (TEAM, tr("Team")), (ALL, tr("Everybody"))]
        if quotas.shows_leaderboard(self.desk):
            scopes.append((BOARD, tr("Leaderboard")))
        self.view_line.show([View(key, label) for key, label in scopes], scope)
        if scope == BOARD:
            await self._read_board()
            return
        rows = await self.desk_app.read(lambda: self._rows(scope, day))
        self._show(rows)
        self._read_courses(rows)

    def _rows(self, scope: str, day: dt.date | None) -> list[GoalRow]:
        connection = self.desk.connection
        every = goals.goals(connection, member=self.desk.actor, everyone=scope != MINE, kind=None)
        if scope == MINE:
            every = [g for g in every if g.member_id == self.desk.actor]
        elif scope == TEAM:
            every = [g for g in every if g.member_id is None]
        placed = goals.tree([g for g in every if self._is_near(g, day or self.desk.today)])
        told = goals.progress(self.desk, [goal for _, goal in placed], on=day, forecast=True)
        return [GoalRow(one, depth) for (depth, _), one in zip(placed, told, strict=True)]

    def _is_near(self, goal: Goal, day: dt.date) -> bool:
        """Whether a goal with an end is of this time: not over for more than a month, quotas only while they run."""
        if goal.period != SPAN or not goal.starts_on or not goal.ends_on:
            return True
        over = goal.ends_on + dt.timedelta(days=31 if goal.kind == "goal" else 0)
        return over >= day and (goal.kind == "goal" or goal.starts_on <= day)

    def _show(self, rows: list[GoalRow]) -> None:
        self.shown = rows
        self.list.set_columns(columns(whose=self.scope != MINE))
        items: list[Item] = []
        label = ""
        counted = {name: sum(group_label(r.progress) == name for r in rows) for name in map(_group, rows)}
        for row in rows:
            # What serves another stands below it, whatever its period.
            if row.depth == 0 and (now := group_label(row.progress)) != label:
                label = now
                items.append(Heading(label, counted[label], "muted"))
            items.append(Row(row.progress.goal.id, row))
        self.list.set_source(ListSource(items))
        hint = self.chrome.keymap.hint("record.add")
        whose = tr("You have no goals yet.") if self.scope == MINE else tr("No goals yet.")
        self.list.set_empty(whose + " " + tr("Most teams start with calls: calls 200 a week."), [hint])
        self._say_where()
        self._show_detail()

    async def _read_board(self) -> None:
        from salesdesk.domain.periods import parse_period

        period = parse_period("quarter", self.on_day or self.desk.today, self.desk.calendar)
        rows = self.board = await self.desk_app.read(lambda: quotas.leaderboard(self.desk, period))
        self.list.set_columns(board_columns(self.desk))
        heading = Heading(tr("WON OF QUOTA, {period}", period=period.label), len(rows), "muted")
        self.list.set_source(ListSource([heading, *(Row(r.member_id or r.name, r) for r in rows)]))
        self.detail.show(None)
        self.status(tr("Leaderboard"), [period.label, tr("off: salesdesk setting set leaderboard off")])

    @work(exclusive=True, group="courses")
    async def _read_courses(self, rows: list[GoalRow]) -> None:
        """The last twelve spans of each goal, once the rows are painted."""
        day = self.on_day

        def read() -> list[GoalRow]:
            courses = [tracking.course(self.desk, row.progress.goal, on=day) for row in rows]
            return [
                GoalRow(row.progress, row.depth, [amount for _, amount in course])
                for row, course in zip(rows, courses, strict=True)
            ]

        told = await self.desk_app.read(read)
        if self.scope != BOARD and day == self.on_day:
            self._show(told)

    @work(exclusive=True, group="detail")
    async def _show_detail(self) -> None:
        """The chart and the gap of the goal under the cursor."""
        row = self.row
        if row is None:
            self.detail.show(None)
            return
        self.detail.show(await self.desk_app.read(lambda: self._detail(row.progress)))

    def _detail(self, progress: Progress) -> Detail:
        goal = progress.goal
        if progress.standing.metric.flow:
            course = tracking.cumulative(self.desk, goal, on=self.on_day)
        else:
            past = tracking.course(self.desk, goal, on=self.on_day)
            course = [(first, amount, float(goal.target)) for first, amount in past]
        gap = (
            closing.gap(self.desk, progress)
            if goal.metric == goals.REVENUE and progress.standing.now is not None
            else None
        )
        parent = next((g for g in goals.goals(self.desk.connection, everyone=True) if g.id == goal.parent_id), None)
        return Detail(
            progress,
            course,
            closing.say_gap(self.desk, progress),
            gap,
            closing.handed_down(self.desk, goal),
            f"{parent.label} ({parent.ref})" if parent else "",
        )

    @property
    def row(self) -> GoalRow | None:
        """The goal under the cursor."""
        item = self.list.item
        return item.value if isinstance(item, Row) and isinstance(item.value, GoalRow) else None

    @on(RecordList.CursorMoved)
    def _moved(self) -> None:
        if self.scope != BOARD:
            self._say_where()
            self._show_detail()

    def _say_where(self) -> None:
        row = self.row
        if row is None:
            self.status(tr("Goals"))
            return
        progress = row.progress
        work = progress.work
        parts = [span_label(progress.first, progress.last), tr(progress.standing.word)]
        if work.days > 1 and work.passed:
            parts.append(tr("day {now} of {days}", now=work.passed, days=work.days))
        if progress.standing.per_day:
            amount = progress.standing.per_day
            parts.append(tr("{amount} a day to get there", amount=said(progress, amount)))
        self.status(progress.goal.label, parts)

    # Keys

    @on(ViewLine.Picked)
    def _scope_clicked(self, event: ViewLine.Picked) -> None:
        self._use_scope(event.view)

    def _use_scope(self, scope: str) -> None:
        self.scope = scope
        self.list.empty_out()
        self.reload()

    def action_kpi_scope(self) -> None:
        """Whose goals: mine, the team's, everybody's, the leaderboard."""
        scopes = [MINE, TEAM, ALL, *([BOARD] if quotas.shows_leaderboard(self.desk) else [])]
        if self.desk.actor is None:
            scopes.remove(MINE)
        self._use_scope(scopes[(scopes.index(self.scope) + 1) % len(scopes)])

    def action_period_previous(self) -> None:
        """The span before the one under the cursor."""
        self._walk(-1)

    def action_period_next(self) -> None:
        """The span after it, up to the present one."""
        self._walk(1)

    def _walk(self, step: int) -> None:
        row = self.row
        if row is not None and row.progress.goal.period == SPAN:
            self.say(tr("This goal has days of its own."), "note")
            return
        first, last = (row.progress.first, row.progress.last) if row else (self.desk.today, self.desk.today)
        day = first - dt.timedelta(days=1) if step < 0 else last + dt.timedelta(days=1)
        self.on_day = None if day >= self.desk.today else day
        self.reload()

    def clear(self) -> None:
        """Esc: back to the present."""
        self.on_day = None
        self.reload()

    @on(RecordList.Opened)
    def _open(self) -> None:
        row = self.row
        if row is None:
            return
        progress = row.progress
        metric = progress.goal.measure
        asked = record_terms(self.desk, progress.goal, progress.first, progress.last)
        kpi = metric.kpi or ("lead_conversion" if metric.id == LEADS else "activities")
        self.app.push_screen(KpiRowsScreen(self.desk, self.chrome, kpi, asked))

    def action_record_add(self) -> None:
        """Set a goal in a line."""
        whose = "team" if self.scope == TEAM or self.desk.actor is None else "me"

        def named(text: str) -> str:
            """A goal is of whoever is in sight, unless the line names somebody."""
            return text if "for" in setting.read_line(text) else f"{text} for {whose}"

        def tell(text: str) -> list[str]:
            return setting.say_draft(setting.read(self.desk, setting.read_line(named(text))))

        def save(result: TextResult) -> None:
            fields = setting.read_line(named(result.text))
            self.write(lambda: setting.add(self.desk, setting.read(self.desk, fields)))

        self.open_dialog(GoalDialog(tr("A goal"), "", tell), save)

    def action_record_edit(self) -> None:
        """Change the goal under the cursor."""
        row = self.row
        if row is None:
            return
        goal = row.progress.goal
        before = setting.line_of(self.desk, goal)

        def tell(text: str) -> list[str]:
            return setting.say_draft(setting.read(self.desk, setting.changed_fields(before, text), goal))

        def save(result: TextResult) -> None:
            self.write(lambda: setting.edit(self.desk, goal, setting.changed_fields(before, result.text)))

        self.open_dialog(GoalDialog(tr("Change {goal}", goal=goal.label), before, tell), save)

    def action_record_delete(self) -> None:
        """Put the goal under the cursor into the bin."""
        row = self.row
        if row is not None:
            self.write(lambda: goals.delete_goal(self.desk, row.progress.goal))

    def action_goal_task(self) -> None:
        """Hand a task down from the goal."""
        row = self.row
        if row is None:
            return
        goal = row.progress.goal

        def read(text: str) -> "str | InvalidText":
            try:
                who, what, day = closing.read_task(self.desk, text)
            except SalesdeskError as error:
                return InvalidText(error.message)
            return tr("{who}: {what}, {day}", who=who, what=what, day=day or tr("today"))

        def save(result: TextResult) -> None:
            def act() -> str:
                return closing.hand_down(self.desk, goal, *closing.read_task(self.desk, result.text))

            self.write(act)

        self.open_dialog(
            PromptDialog(
                tr("Task from {goal}", goal=goal.label),
                about=tr("who, what, until when: Omar: call ten old customers, fri"),
                read=read,
                may_be_empty=False,
            ),
            save,
        )

    def action_record_copy(self) -> None:
        """The goals in sight as text."""
        if self.scope == BOARD:
            self.desk_app.copy(self, "\n".join(board_line(row, self.desk) for row in self.board))
            return
        self.desk_app.copy(self, copied(self.shown))


def _group(row: GoalRow) -> str:
    return group_label(row.progress)
