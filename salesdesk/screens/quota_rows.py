"""How quotas are drawn: a row with its attainment and pace, under the head of its days."""

from collections.abc import Sequence

from salesdesk.domain.money import format_money
from salesdesk.domain.spans import span_label
from salesdesk.i18n import tr
from salesdesk.screens.goal_rows import GoalRow, forecast_cell, now_cell, pace_cell, percent, progress_cell
from salesdesk.services.desk import Desk
from salesdesk.services.goals.quota_years import QuotaSpan, QuotaYear
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Heading, Item, Row
from salesdesk.widgets.text import Cell, Piece


def quota_columns() -> tuple[Column, ...]:
    """The columns of the list of quotas."""
    return (
        Column("whose", tr("WHOSE"), lambda r, _: _whose(r), flex=1, lead=True),
        Column("now", tr("WON / QUOTA"), lambda r, _: now_cell(r), width=17, narrow=15, align="right"),
        Column(
            "share", tr("ATTAINED"), lambda r, _: _share(r), width=8, narrow_head=tr("DONE"), narrow=5, align="right"
        ),
        Column("progress", tr("PROGRESS"), progress_cell, width=28, narrow=14, rank=7),
        Column("pace", tr("PACE"), lambda r, _: pace_cell(r), width=15, narrow=14, rank=1),
        Column("forecast", tr("FORECAST"), lambda r, _: _forecast(r), width=8, narrow=0, align="right"),
    )


def _whose(row: GoalRow) -> Cell:
    goal = row.progress.goal
    if goal.team_id:
        return [Piece(goal.team, "text"), Piece(tr(", team"), "muted")]
    return goal.whose


def _share(row: GoalRow) -> Cell:
    if not row.standing.begun or row.standing.now is None:
        return Piece("-", "label")
    return Piece(percent(row.standing.share), "strong")


def _forecast(row: GoalRow) -> Cell:
    # What is over came to what was won.
    return Piece("", "label") if row.standing.over else forecast_cell(row)


def quota_items(desk: Desk, year: QuotaYear) -> list[Item]:
    """The rows of a year under the heads of their days."""
    items: list[Item] = []
    for span in year.spans:
        items.append(Heading(_when(desk, span), len(span.rows), "muted", _sum(desk, span)))
        items += [Row(one.goal.id, GoalRow(one)) for one in span.rows]
    return items


def _when(desk: Desk, span: QuotaSpan) -> str:
    state = tr("to come") if span.first > desk.today else tr("over") if span.last < desk.today else tr("now")
    return f"{span_label(span.first, span.last, dated=True)}, {state}"


def _sum(desk: Desk, span: QuotaSpan) -> str:
    """What these quotas come to, and what was won of them."""
    of = format_money(span.of, desk.currency, short=True)
    if span.now is None or not span.of:
        return of
    now = format_money(span.now, desk.currency, short=True)
    return tr("{now} of {of}, {share}", now=now, of=of, share=percent(span.now / span.of))


def rows_of(year: QuotaYear) -> Sequence[GoalRow]:
    """The rows of a year, in their order."""
    return [GoalRow(one) for span in year.spans for one in span.rows]
