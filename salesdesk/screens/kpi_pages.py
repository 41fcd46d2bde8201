"""The pages of the KPI tab: what each reads, block by block, and how its rows look. Blocks run in a thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from salesdesk.domain.kpis.findings import Factor, Finding, Share
from salesdesk.i18n import tr
from salesdesk.screens.kpi_accuracy import accuracy
from salesdesk.screens.kpi_columns import NONE, REPS, SOURCES
from salesdesk.screens.kpi_course import activity, course, coverage, forecast, funnel_lines, response, stages
from salesdesk.screens.kpi_lines import Opens, asked
from salesdesk.screens.kpi_overview import changed, lost, numbers, reps, stuck
from salesdesk.services import measuring
from salesdesk.services.desk import Desk
from salesdesk.services.measuring.marketing import marketing
from salesdesk.services.measuring.page import Page
from salesdesk.services.measuring.report_pages import marketing_page, works_page
from salesdesk.services.measuring.summary import kpi_page
from salesdesk.services.measuring.works import works
from salesdesk.widgets.bars import bar, glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Heading, Item, Remark, Row
from salesdesk.widgets.text import Piece, cut, words

Terms = Sequence[str]
Block = Callable[[Desk, Terms, int], list[Item]]


@dataclass(frozen=True, slots=True)
class KpiPage:
    """A page: its columns, its blocks in the order they are read and painted, and the text `y` copies."""

    id: str
    label: str
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    text: Callable[[Desk, Terms], Page]
    headlines: bool = False
    # Of the last year until another period is chosen: a month has too little to tell.
    yearly: bool = False


def pages() -> tuple[KpiPage, ...]:
    """The pages of the tab, in order."""
    return (
        KpiPage(
            "overview", tr("Overview"), REPS, (reps, changed, course, lost, stuck, numbers), _summary, headlines=True
        ),
        KpiPage("funnel", tr("Funnel"), NONE, (funnel_lines, stages), _summary),
        KpiPage("activity", tr("Activity"), NONE, (activity, response), _summary),
        KpiPage("forecast", tr("Forecast"), NONE, (forecast, coverage, accuracy), _summary),
        KpiPage("sources", tr("Sources"), SOURCES, (_sources,), _for_marketing),
        KpiPage("works", tr("What works"), NONE, (_works,), _of_works, yearly=True),
    )


def _for_marketing(desk: Desk, terms: Terms) -> Page:
    return marketing_page(marketing(desk, terms))


def _of_works(desk: Desk, terms: Terms) -> Page:
    return works_page(works(desk, terms), every=True)


def _summary(desk: Desk, terms: Terms) -> Page:
    return kpi_page(desk, measuring.show(desk, terms), terms)


def _sources(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    found = marketing(desk, terms)
    items: list[Item] = []
    for row in found.rows:
        words_of = (asked("source", row.source), *([asked("campaign", row.campaign)] if row.campaign else []))
        items.append(Row(Opens("lead_conversion", words_of, ("source", row.source, row.campaign)), row))
    if items:
        items += [Remark(), Row(Opens("lead_conversion", (), "all sources"), found.whole)]
    return items


_ASKED = {
    "deal source": ("win_rate", "source"),
    "deal campaign": ("win_rate", "campaign"),
    "deal product": ("win_rate", "product"),
    "deal sector": ("win_rate", "sector"),
    "lead source": ("lead_conversion", "source"),
    "lead campaign": ("lead_conversion", "campaign"),
}
_BEHIND = {"channel": "win_rate", "price": "win_rate", "response": "speed_to_lead"}


def _works(desk: Desk, terms: Terms, cells: int) -> list[Item]:
    found = works(desk, terms)
    items: list[Item] = [Heading(tr("WHAT GOES WITH WINNING"), len(found.findings), "muted")]
    for one in found.findings:
        items += _said(one, cells)
    if not found.findings:
        items.append(Remark(Piece(tr("Nothing differs by more than chance allows."), "muted")))
    for factor in found.factors:
        items += [Remark(), Heading(factor.label.upper(), factor.whole.of, "muted")]
        items += [_share(factor, name, share, cells) for name, share in factor.groups.items()]
    return items


def _said(one: Finding, cells: int) -> list[Item]:
    lines = words(one.sentence, max(30, cells - 8))
    mark = Piece(f"{glyphs().done if one.better else glyphs().overdue} ", "ok" if one.better else "warn")
    first = Remark([mark, Piece(lines[0], "text")], _opens(one.factor, one.group, "said"))
    return [first, *(Remark([Piece("  "), Piece(line, "text")]) for line in lines[1:])]


def _opens(factor: Factor, group: str, mark: str) -> Opens | None:
    if factor.id in _ASKED:
        kpi, field = _ASKED[factor.id]
        return Opens(kpi, (asked(field, group),), (mark, factor.id, group))
    return Opens(_BEHIND[factor.id], (), (mark, factor.id, group)) if factor.id in _BEHIND else None


def _share(factor: Factor, name: str, share: Share, cells: int) -> Remark:
    low, high = share.interval or (0.0, 0.0)
    line = [
        Piece(f"{cut(name, 26):<27}", "text"),
        Piece(f"{share.percent:>6}  ", "muted" if share.small else "strong"),
        *bar(share.rate or 0.0, 16 if cells > 90 else 8, "label" if share.small else "accent"),
        Piece(f"  {share!s:>14}", "muted"),
        Piece(f"   {low * 100:.0f} {tr('to')} {high * 100:.0f} %", "label"),
    ]
    return Remark(line, _opens(factor, name, "share"))
