"""The overview page of the KPI tab, block by block; blocks run in a thread."""

from collections.abc import Sequence

from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.saying import figure, origin
from salesdesk.i18n import tr
from salesdesk.screens.kpi_lines import Opens, asked, short
from salesdesk.services import measuring
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import panels
from salesdesk.services.records import Ref
from salesdesk.widgets.bars import funnel, glyphs
from salesdesk.widgets.paging import Heading, Item, Remark, Row
from salesdesk.widgets.text import Piece, cut

Terms = Sequence[str]


def reps(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    """What each rep did and has to do."""
    return [
        Row(Opens("won_revenue", (asked("owner", rep.name if rep.id else None),), ("rep", rep.id)), rep)
        for rep in panels.reps(desk, terms)
    ]


def lost(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    """Why deals were lost."""
    found = panels.lost(desk, terms)
    if not found:
        return []
    largest = max(reason.count for reason in found)
    items: list[Item] = [Remark(), Heading(tr("LOST, why"), sum(r.count for r in found), "muted")]
    for reason in found:
        line = [
            Piece(f"{cut(reason.name or tr('no reason given'), 16):<17}", "text"),
            Piece(f"{reason.count:>7,}  ", "strong"),
            *funnel(reason.count, largest, 30, "label"),
            Piece(f"  {short(reason.value):>7}", "muted"),
        ]
        terms_of = ("status:lost", asked("lost", reason.name))
        items.append(Remark(line, Opens("win_rate", terms_of, ("lost", reason.name))))
    return items


def stuck(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    """Deals that stay longer in a stage than agreed."""
    found = panels.stuck(desk, terms)
    if not found:
        return []
    names = {m.id: m.name for m in desk.members(active_only=False)}
    items: list[Item] = [Remark(), Heading(tr("STUCK, longer in the stage than agreed"), len(found), "warn")]
    for deal in found:
        line = [
            Piece(f"{glyphs().overdue} ", "warn"),
            Piece(f"{cut(deal.account or deal.name, 24):<25}", "text"),
            Piece(f"{short(deal.value) if deal.value else '':>8}  ", "strong"),
            Piece(f"{cut(deal.stage, 14):<15}{cut(names.get(deal.owner or b'', ''), 16):<17}", "muted"),
            Piece(f"{deal.days:>4} d", "warn"),
        ]
        items.append(Remark(line, Ref("deal", deal.id, deal.code, deal.name, deal.account)))
    return items


def changed(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    """The deals of a period that was over which count differently now than when it ended."""
    found = measuring.changed(desk, terms)
    if not found:
        return []
    items: list[Item] = [Remark(), Heading(tr("CHANGED since the period ended"), len(found), "warn")]
    for row in found:
        line = [
            Piece(f"{glyphs().overdue} ", "warn"),
            Piece(f"{cut(row.name, 36):<37}", "text"),
            Piece(f"{cut(row.state, 8):<9}{row.day or '':<12}", "muted"),
            Piece(f"{short(row.value) if row.value else '':>8}", "strong"),
        ]
        items.append(Remark(line, Ref("deal", row.id, row.code, row.name, "")))
    return items


def numbers(desk: Desk, terms: Terms, cells: int) -> list[Item]:
    """Every KPI in a line."""
    report = measuring.show(desk, terms, compare=False, every=True)
    items: list[Item] = [Remark(), Heading(tr("EVERY NUMBER"), len(report.kpis), "muted")]
    for name, value in report.kpis.items():
        known = value.value is not None
        line = [
            Piece(f"{cut(tr(KPIS[name].name), 26):<27}", "text"),
            Piece(f"{figure(value):>12}  ", "strong" if known else "muted"),
            Piece(cut(origin(value), max(20, cells - 46)), "muted" if known else "label"),
        ]
        items.append(Remark(line, Opens(name)))
    return items
