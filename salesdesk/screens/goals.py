"""Goals: where every target stands, where it is heading, what would close the gap."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical

from salesdesk.actions.numbers import BOARD_KEYS, QUOTA_KEYS
from salesdesk.domain.ids import reference_code
from salesdesk.domain.periods import parse_period
from salesdesk.domain.spans import span_label
from salesdesk.i18n import tr
from salesdesk.keymap import KeyHint
from salesdesk.screens.base import screen_bindings
from salesdesk.screens.goal_rows import (
    Detail,
    GoalDetail,
    GoalRow,
    board_columns,
    board_line,
    columns,
    copied,
    group_label,
    is_near,
    name_of,
    said,
)
from salesdesk.screens.goal_verbs import ALL, BOARD, MINE, QUOTAS, TEAM, GoalVerbs
from salesdesk.screens.kpi_rows import KpiRowsScreen
from salesdesk.screens.quota_rows import quota_columns, quota_items, rows_of
from salesdesk.services import goals
from salesdesk.services.goals import Goal, Progress, closing, quotas, tracking
from salesdesk.services.goals.kept import QUOTA, SPAN, Scope
from salesdesk.services.goals.measure import kpi_behind, record_terms
from salesdesk.services.goals.quota_years import QuotaYear, quota_year, year_of
from salesdesk.widgets.paging import Heading, Item, ListSource, Row
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.view_line import View, ViewLine


class GoalsScreen(GoalVerbs):
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
        # The fiscal year whose quotas are shown, None for the present one; those next to it.
        self.year: dt.date | None = None
        self.years = QuotaYear(None, [], None, None, 0)
        # Where the cursor goes once it is read: to the quota that was saved.
        self.saved: tuple[Scope | None, dt.date] | None = None
        self.shown: list[GoalRow] = []
        self.forms = {}
        self._begun = False
        # Other rows are read: the cursor begins at the first.
        self._turned = False
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
        self.view_line.show([View(key, label) for key, label in self._scopes()], scope)
        self.key_footer.show(self.footer_hints())
        if scope == BOARD:
            await self._read_board()
            return
        if scope == QUOTAS:
            await self._read_quotas()
            return
        rows = await self.desk_app.read(lambda: self._rows(scope, day))
        if scope == MINE and not rows and not self._begun:
            # Who has none of their own begins with the team's.
            rows = await self.desk_app.read(lambda: self._rows(TEAM, day))
            scope = self.scope = TEAM if rows else MINE
            self.view_line.show([View(key, label) for key, label in self._scopes()], scope)
        self._begun = True
        # Rows of another kind may be asked for by now, with other columns.
        if scope == self.scope:
            self._show(rows)
            self._read_courses(rows)

    def _scopes(self) -> list[tuple[str, str]]:
        """Whose goals can be shown, the quotas, the leaderboard where the team has one."""
        board = [(BOARD, tr("Leaderboard"))] if quotas.shows_leaderboard(self.desk) else []
        mine = [(MINE, tr("Mine"))] if self.desk.actor is not None else []
        return [*mine, (TEAM, tr("Team")), (ALL, tr("Everybody")), (QUOTAS, tr("Quotas")), *board]

    def footer_hints(self) -> Sequence[KeyHint]:
        """The key bar: quotas have one of their own."""
        keymap = self.chrome.keymap
        own = {QUOTAS: QUOTA_KEYS, BOARD: BOARD_KEYS}.get(getattr(self, "scope", MINE))
        if own:
            # What is named first stays longest where there is little room.
            hints = [keymap.hint(action, label=tr(label)) for action, label in own]
            return [replace(hint, rank=at) for at, hint in enumerate(hints)]
        return keymap.footer(self.STACK)

    def _rows(self, scope: str, day: dt.date | None) -> list[GoalRow]:
        connection = self.desk.connection
        every = goals.goals(connection, member=self.desk.actor, everyone=scope != MINE, kind=None)
        if scope == MINE:
            every = [g for g in every if g.member_id == self.desk.actor]
        elif scope == TEAM:
            every = [g for g in every if g.member_id is None]
        placed = goals.tree([g for g in every if is_near(g, day or self.desk.today)])
        told = goals.progress(self.desk, [goal for _, goal in placed], on=day, forecast=True)
        return [GoalRow(one, depth) for (depth, _), one in zip(placed, told, strict=True)]

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
        self.list.set_source(ListSource(items), from_top=self._turned)
        self._turned = False
        hint = self.chrome.keymap.hint("record.add")
        whose = tr("You have no goals yet.") if self.scope == MINE else tr("No goals yet.")
        self.list.set_empty(whose + " " + tr("Most teams start with calls: calls 200 a week."), [hint])
        self._say_where()
        self._show_detail()

    async def _read_quotas(self) -> None:
        asked = self.year
        year = await self.desk_app.read(lambda: quota_year(self.desk, asked))
        if asked != self.year or self.scope != QUOTAS:
            return
        self.years, self.year, self.shown = year, year.year, list(rows_of(year))
        self.list.set_columns(quota_columns())
        saved, self.saved = self.saved, None
        goal = next((r.progress.goal for r in self.shown if saved and _is_saved(r.progress.goal, *saved)), None)
        self.list.set_source(
            ListSource(quota_items(self.desk, year)), cursor=goal.id if goal else None, from_top=self._turned
        )
        self._turned = False
        self.list.set_empty(*self._no_quotas(year))
        self._say_where()
        self._show_detail()

    def _no_quotas(self, year: QuotaYear) -> tuple[str, list[KeyHint]]:
        keymap = self.chrome.keymap
        if year.count:
            hints = [keymap.hint("period.previous", label=tr("earlier")), keymap.hint("quota.copy")]
            return tr("No quota runs this year or later."), [keymap.hint("record.add", label=tr("new quota")), *hints]
        words = tr("No quotas yet: whose it is, from when until when, how much is to be won.")
        return words, [keymap.hint("record.add", label=tr("new quota")), keymap.hint("data.import")]

    async def _read_board(self) -> None:
        period = parse_period("quarter", self.on_day or self.desk.today, self.desk.calendar)
        rows = self.board = await self.desk_app.read(lambda: quotas.leaderboard(self.desk, period))
        if self.scope != BOARD:
            return
        self.list.set_columns(board_columns(self.desk))
        days = span_label(period.start, period.end - dt.timedelta(days=1), dated=True)
        heading = Heading(tr("WON OF QUOTA, {period}", period=days), len(rows), "muted")
        items: list[Item] = [heading, *(Row(r.member_id or r.name, r) for r in rows)]
        self.list.set_source(ListSource(items), from_top=self._turned)
        self._turned = False
        self.detail.show(None)
        self.status(tr("Leaderboard"), [days, tr("off: salesdesk setting set leaderboard off")])

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
        if self.scope not in {BOARD, QUOTAS} and day == self.on_day:
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
            [*closing.say_gap(self.desk, progress), *(closing.say_less(progress) if goal.kind == QUOTA else [])],
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
            self.status(tr("Quotas") if self.scope == QUOTAS else tr("Goals"))
            return
        progress = row.progress
        work = progress.work
        dated = progress.goal.kind == QUOTA
        parts = [span_label(progress.first, progress.last, dated=dated), tr(progress.standing.word)]
        if work.days > 1 and work.passed:
            parts.append(tr("day {now} of {days}", now=work.passed, days=work.days))
        if progress.standing.per_day:
            amount = progress.standing.per_day
            parts.append(tr("{amount} a day to get there", amount=said(progress, amount)))
        self.status(name_of(progress), parts)

    # Keys

    @on(ViewLine.Picked)
    def _scope_clicked(self, event: ViewLine.Picked) -> None:
        self._use_scope(event.view)

    def _use_scope(self, scope: str) -> None:
        self.scope = scope
        self._turned = True
        self.list.empty_out()
        self.reload()

    def action_kpi_scope(self) -> None:
        """Whose goals: mine, the team's, everybody's; the quotas, the leaderboard."""
        self._turn(1)

    def action_kpi_page_next(self) -> None:
        """What stands to the right in the line of goals, quotas and leaderboard."""
        self._turn(1)

    def action_kpi_page_previous(self) -> None:
        """What stands to the left."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        scopes = [key for key, _ in self._scopes()]
        at = scopes.index(self.scope) if self.scope in scopes else -1
        self._use_scope(scopes[(at + step) % len(scopes)])

    def action_quota_list(self) -> None:
        """The quotas."""
        self._use_scope(QUOTAS)

    def action_quota_set(self) -> None:
        """Set a quota."""
        self.add_quota()

    def quota_saved(self, whose: Scope | None, first: dt.date) -> None:
        """Show it: the list is read after every write."""
        self.saved = (whose, first)
        if self.scope == QUOTAS and self.year is not None:
            self.year = year_of(self.desk, first)

    def action_period_previous(self) -> None:
        """The span before the one under the cursor."""
        self._walk(-1)

    def action_period_next(self) -> None:
        """The span after it, up to the present one."""
        self._walk(1)

    def _walk(self, step: int) -> None:
        if self.scope == QUOTAS:
            self._walk_years(step)
            return
        row = self.row
        if row is not None and row.progress.goal.period == SPAN:
            self.say(tr("This goal has days of its own."), "note")
            return
        first, last = (row.progress.first, row.progress.last) if row else self._quarter()
        day = first - dt.timedelta(days=1) if step < 0 else last + dt.timedelta(days=1)
        self.on_day = None if day >= self.desk.today else day
        self.reload()

    def _quarter(self) -> tuple[dt.date, dt.date]:
        """The quarter of the leaderboard."""
        period = parse_period("quarter", self.on_day or self.desk.today, self.desk.calendar)
        return period.start, period.end - dt.timedelta(days=1)

    def _walk_years(self, step: int) -> None:
        if step < 0 and self.years.earlier is None:
            self.say(tr("There are no earlier quotas."), "note")
        elif step > 0 and self.year is None:
            self.say(tr("Later quotas are shown already."), "note")
        else:
            self.year = self.years.earlier if step < 0 else self.years.later
            self._turned = True
            self.list.empty_out()
            self.reload()

    def clear(self) -> None:
        """Esc: back to the present."""
        self.on_day = self.year = None
        self.reload()

    @on(RecordList.Opened)
    def _open(self) -> None:
        row = self.row
        if row is None:
            self._open_won()
            return
        progress = row.progress
        goal, first, last = progress.goal, progress.first, progress.last

        def show(asked: list[str]) -> None:
            self.app.push_screen(KpiRowsScreen(self.desk, self.chrome, kpi_behind(goal), asked))

        self.after_reading(lambda: record_terms(self.desk, goal, first, last), show)

    def _open_won(self) -> None:
        """What counts for the line of the leaderboard under the cursor: a quota with its deals, else the deals."""
        item = self.list.item
        if not isinstance(item, Row) or not isinstance(item.value, quotas.Attainment):
            return
        first, last = self._quarter()
        whose = f"owner:M-{reference_code(item.value.member_id)}" if item.value.member_id else "owner:none"
        kpi = "won_revenue" if item.value.quota is None else "quota_attainment"
        terms = [whose, f"period:{first.isoformat()}..{last.isoformat()}"]
        self.app.push_screen(KpiRowsScreen(self.desk, self.chrome, kpi, terms))

    def action_record_copy(self) -> None:
        """The goals in sight as text."""
        if self.scope == BOARD:
            self.desk_app.copy(self, "\n".join(board_line(row, self.desk) for row in self.board))
            return
        self.desk_app.copy(self, copied(self.shown))


def _is_saved(quota: Goal, whose: Scope | None, first: dt.date) -> bool:
    mine = whose is None or (quota.member_id, quota.team_id) == (whose.member_id, whose.team_id)
    return mine and quota.starts_on == first


def _group(row: GoalRow) -> str:
    return group_label(row.progress)
