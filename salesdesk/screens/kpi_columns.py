"""The columns of the KPI tab: reps, and sources for marketing."""

from typing import Any

from salesdesk.domain.money import Money, format_money
from salesdesk.i18n import tr
from salesdesk.services.measuring.marketing import MarketingRow
from salesdesk.widgets.bars import bar, glyphs, sparkline
from salesdesk.widgets.columns import Column
from salesdesk.widgets.text import Cell, Piece


def _number(name: str) -> Any:
    return lambda row, _: Piece(f"{getattr(row, name):,}", "text" if getattr(row, name) else "label")


def _money(name: str) -> Any:
    def render(row: Any, _cells: int) -> Cell:
        found: Money | None = getattr(row, name)
        return format_money(found.minor, found.currency, short=True) if found and found.minor else Piece("-", "label")

    return render


def _care(name: str) -> Any:
    def render(row: Any, _cells: int) -> Cell:
        count = getattr(row, name)
        return Piece(f"{glyphs().overdue} {count}", "bad") if count else Piece("0", "label")

    return render


def _goal(row: Any, cells: int) -> Cell:
    """The bar of a quota and how much of it is reached; the number alone where there is no room."""
    if row.goal is None:
        return Piece(f"{'-':>{cells}}", "label")
    share = f"{row.goal * 100:.0f} %"
    return (
        [*bar(row.goal, cells - 6), Piece(f"{share:>6}", "muted")] if cells > 8 else Piece(f"{share:>{cells}}", "text")
    )


REPS = (
    Column("rep", "REP", lambda rep, _: rep.name, flex=1, lead=True),
    Column("calls", "CALLS", _number("calls"), width=6, align="right", narrow=5),
    Column("talks", "TALKS", _number("talks"), width=6, align="right", narrow=0),
    Column("meetings", "MEET", _number("meetings"), width=5, align="right", narrow=4),
    Column("won", "WON", _money("won"), width=8, align="right"),
    Column("goal", "QUOTA", _goal, width=16, narrow=6),
    Column("weighted", "WEIGHTED", _money("weighted"), width=8, align="right", narrow=0),
    Column("overdue", "OVERDUE", _care("overdue"), width=8, align="right"),
    Column("none", "NO NEXT", _care("no_next_step"), width=8, align="right"),
    Column(
        "weeks",
        "12 WEEKS",
        lambda rep, _: Piece(sparkline(list(rep.weeks)) if any(rep.weeks) else "", "accent"),
        width=12,
        narrow=0,
    ),
)


def _source(row: MarketingRow, _cells: int) -> Cell:
    name = tr("all together") if row.whole else row.source or tr("no source")
    return [Piece(name, "strong"), Piece(f", {row.campaign}", "muted")] if row.campaign else name


def _junk(row: MarketingRow, _cells: int) -> Cell:
    return Piece(", ".join(f"{reason.lower()} {count}" for reason, count in row.junk.items()), "muted")


SOURCES = (
    Column("source", "SOURCE", _source, flex=1, lead=True),
    Column("leads", "LEADS", _number("leads"), width=7, align="right"),
    Column("qualified", "QUALIFIED", _number("qualified"), width=9, align="right"),
    Column("junk", "JUNK", _number("disqualified"), width=6, align="right"),
    Column("won", "WON", _number("won"), width=5, align="right"),
    Column("cost", "COST", _money("cost"), width=8, align="right"),
    Column("per_won", "PER WON", _money("per_won"), width=8, align="right"),
    Column("reasons", "JUNK, WHY", _junk, width=40, narrow=0),
)
# A page that is lines alone.
NONE = (Column("none", "", lambda _row, _cells: "", flex=1, lead=True),)
