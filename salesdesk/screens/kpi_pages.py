"""The pages of the KPI tab: what each reads, block by block, and how its rows look. Blocks run in a thread."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.findings import Factor, Finding, Share
from salesdesk.domain.kpis.saying import figure, origin, rate
from salesdesk.domain.language.printing import quote
from salesdesk.domain.money import Money, format_money
from salesdesk.i18n import tr
from salesdesk.screens.kpi_columns import NONE, REPS, SOURCES
from salesdesk.services import measuring
from salesdesk.services.desk import Desk
from salesdesk.services.measuring.marketing import marketing
from salesdesk.services.measuring.page import Page
from salesdesk.services.measuring.report_pages import marketing_page, works_page
from salesdesk.services.measuring.summary import kpi_page
from salesdesk.services.measuring.works import works
from salesdesk.services.records import Ref
from salesdesk.widgets.bars import bar, funnel, glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Heading, Item, Remark, Row
from salesdesk.widgets.text import Piece, cut, words

Terms = Sequence[str]
Block = Callable[[Desk, Terms, int], list[Item]]


@dataclass(frozen=True, slots=True)
class Opens:
    """What enter on a line opens: the records behind a KPI, with more filter words. `mark` keeps lines apart."""

    kpi: str
    terms: tuple[str, ...] = ()
    mark: Hashable = None


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
        KpiPage("overview", tr("Overview"), REPS, (_reps, _lost, _stuck, _numbers), _summary, headlines=True),
        KpiPage("funnel", tr("Funnel"), NONE, (_funnel, _stages), _summary),
        KpiPage("activity", tr("Activity"), NONE, (_activity, _response), _summary),
        KpiPage("forecast", tr("Forecast"), NONE, (_forecast, _coverage), _summary),
        KpiPage("sources", tr("Sources"), SOURCES, (_sources,), _for_marketing),
        KpiPage("works", tr("What works"), NONE, (_works,), _of_works, yearly=True),
    )


def _for_marketing(desk: Desk, terms: Terms) -> Page:
    return marketing_page(marketing(desk, terms))


def _of_works(desk: Desk, terms: Terms) -> Page:
    return works_page(works(desk, terms), every=True)


def _summary(desk: Desk, terms: Terms) -> Page:
    return kpi_page(desk, measuring.show(desk, terms), terms)


def asked(field: str, value: str | None) -> str:
    """A filter word for exactly that value."""
    return f"{field}:{quote(value)}" if value else f"{field}:none"


def _reps(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    return [
        Row(Opens("won_revenue", (asked("owner", rep.name if rep.id else None),), ("rep", rep.id)), rep)
        for rep in measuring.reps(desk, terms)
    ]


def _lost(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    found = measuring.lost(desk, terms)
    if not found:
        return []
    largest = max(reason.count for reason in found)
    items: list[Item] = [Remark(), Heading(tr("LOST, why"), sum(r.count for r in found), "muted")]
    for reason in found:
        line = [
            Piece(f"{cut(reason.name or tr('no reason given'), 16):<17}", "text"),
            Piece(f"{reason.count:>7,}  ", "strong"),
            *funnel(reason.count, largest, 30, "label"),
            Piece(f"  {_short(reason.value):>7}", "muted"),
        ]
        terms_of = ("status:lost", asked("lost", reason.name))
        items.append(Remark(line, Opens("win_rate", terms_of, ("lost", reason.name))))
    return items


def _stuck(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    found = measuring.stuck(desk, terms)
    if not found:
        return []
    names = {m.id: m.name for m in desk.members(active_only=False)}
    items: list[Item] = [Remark(), Heading(tr("STUCK, longer in the stage than agreed"), len(found), "warn")]
    for deal in found:
        line = [
            Piece(f"{glyphs().overdue} ", "warn"),
            Piece(f"{cut(deal.account or deal.name, 24):<25}", "text"),
            Piece(f"{_short(deal.value) if deal.value else '':>8}  ", "strong"),
            Piece(f"{cut(deal.stage, 14):<15}{cut(names.get(deal.owner or b'', ''), 16):<17}", "muted"),
            Piece(f"{deal.days:>4} d", "warn"),
        ]
        items.append(Remark(line, Ref("deal", deal.id, deal.code, deal.name, deal.account)))
    return items


def _numbers(desk: Desk, terms: Terms, cells: int) -> list[Item]:
    report = measuring.show(desk, terms, compare=False)
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


def _funnel(desk: Desk, terms: Terms, cells: int) -> list[Item]:
    found = measuring.funnel(desk, terms)
    largest = max((step.count for step in found.steps), default=0)
    if not largest:
        return [Remark(), Remark(Piece(tr("No lead arrived and no deal was opened in the period."), "muted"))]
    of = tr("FUNNEL of leads that arrived") if found.cohort == "leads" else tr("FUNNEL of deals opened")
    items: list[Item] = [Heading(of, None, "muted")]
    kpi = "lead_conversion" if found.cohort == "leads" else "stage_conversion"
    for step in found.steps:
        line = [
            Piece(f"{cut(step.label, 16):<17}", "text"),
            Piece(f"{step.count:>7,}  ", "strong"),
            *funnel(step.count, largest, max(20, min(60, cells - 40)), "accent"),
            Piece(f"  {rate(step.rate):>5}", "muted"),
        ]
        items.append(Remark(line, Opens(kpi, (), ("funnel", step.label, len(items)))))
    return items


def _stages(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    kpis = measuring.show(desk, terms, only=("stage_conversion", "stage_days"), compare=False).kpis
    moved, stays = kpis["stage_conversion"], kpis["stage_days"]
    days = {(row["pipeline"], row["stage"]): row for row in stays.parts.get("by_stage", ())}
    items: list[Item] = [Remark(), Heading(tr("STAGE BY STAGE, entered in the period"), None, "muted")]
    items.append(
        Remark(
            Piece(
                f"{'':<26}{tr('entered'):>9}{tr('went on'):>9}{tr('of left'):>9}{tr('median'):>9}{tr('now in it'):>11}",
                "label",
            )
        )
    )
    told = {(row["pipeline"], row["stage"]): row for row in moved.parts.get("by_stage", ())}
    pipelines = {pipeline for pipeline, _ in (*told, *days)}
    for key in dict.fromkeys((*told, *days)):
        row, stay = told.get(key), days.get(key)
        name = key[1] or tr("none")
        label = f"{key[0]}: {name}" if len(pipelines) > 1 else name
        median = stay["median"] if stay else None
        line = [
            Piece(f"{cut(label, 25):<26}", "text"),
            Piece(f"{row['entered'] if row else 0:>9,}{row['passed'] if row else 0:>9,}", "text"),
            Piece(f"{rate(row['value']) if row else '':>9}", "strong" if row and row["interval"] is None else "muted"),
            Piece(f"{f'{median:.0f} d' if median is not None else '':>9}", "muted"),
            Piece(f"{stay['age']['count'] if stay else 0:>11,}", "muted"),
        ]
        items.append(Remark(line, Opens("stage_conversion", (), ("stage", key))))
    if len(items) == 3:
        return []
    items.append(_number("stage_conversion", moved))
    items.append(_number("stage_days", stays))
    return items


def _number(name: str, value: Any, label: str = "") -> Remark:
    line = [
        Piece(f"{cut(label or tr(KPIS[name].name), 26):<27}", "text"),
        Piece(f"{figure(value):>12}  ", "strong" if value.value is not None else "muted"),
        Piece(origin(value), "muted"),
    ]
    return Remark(line, Opens(name, (), ("number", label)))


def _activity(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    kpis = measuring.show(desk, terms, only=("activities", "contact_rate", "follow_up_discipline"), compare=False).kpis
    items: list[Item] = [
        Heading(tr("ACTIVITY"), None, "muted"),
        *(_number(name, value) for name, value in kpis.items()),
    ]
    kinds: dict[str, int] = kpis["activities"].parts.get("by_kind", {})
    largest = max(kinds.values(), default=0)
    for kind, count in sorted(kinds.items(), key=lambda pair: -pair[1]):
        line = [
            Piece(f"{cut(kind, 16):<17}", "text"),
            Piece(f"{count:>7,}  ", "strong"),
            *funnel(count, largest, 30, "accent"),
        ]
        items.append(Remark(line, Opens("activities", (asked("kind", kind),), ("kind", kind))))
    by = measuring.show(desk, terms, "owner", only=("activities", "contact_rate"), compare=False).by
    items += [Remark(), Heading(tr("BY REP"), None, "muted")]
    items.append(
        Remark(Piece(f"{'':<22}{tr('all'):>8}{tr('calls'):>8}{tr('talks'):>8}{tr('reach'):>8}{tr('met'):>8}", "label"))
    )
    for row in by.rows if by else ():
        done, reach = row.kpis["activities"], row.kpis["contact_rate"]
        parts = done.parts
        line = [
            Piece(f"{cut(row.key or tr('nobody'), 21):<22}", "text"),
            Piece(f"{done.value or 0:>8,}", "strong"),
            Piece(f"{parts['calls']:>8,}{parts['talks']:>8,}", "text"),
            Piece(f"{figure(reach) if reach.value is not None else '':>8}", "muted" if reach.small_sample else "text"),
            Piece(f"{parts['meetings']:>8,}", "text"),
        ]
        items.append(Remark(line, Opens("activities", (asked("owner", row.key),), ("rep", row.ref))))
    return items


def _response(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    value = measuring.show(desk, terms, only=("speed_to_lead",), compare=False).kpis["speed_to_lead"]
    items: list[Item] = [Remark(), Heading(tr("SPEED TO LEAD"), None, "muted"), _number("speed_to_lead", value)]
    for name, label in (("within_5_min", tr("within 5 minutes")), ("within_1_hour", tr("within the hour"))):
        share = value.parts.get(name)
        if share and share["denominator"]:
            line = [
                Piece(f"{label:<27}", "text"),
                Piece(f"{rate(share['value']):>12}  ", "strong"),
                *bar(share["value"], 20),
                Piece(tr("  {good} of {of}", good=share["numerator"], of=share["denominator"]), "muted"),
            ]
            items.append(Remark(line, Opens("speed_to_lead", (), name)))
    return items


def _forecast(desk: Desk, terms: Terms, cells: int) -> list[Item]:
    names = ("forecast", "weighted_forecast", "quota_attainment")
    kpis = measuring.show(desk, terms, only=names, compare=False).kpis
    value = kpis["forecast"]
    if not isinstance(value.value, Money):
        return [_number("forecast", value)]
    parts, goal = value.parts, kpis["quota_attainment"].denominator
    weighted = kpis["weighted_forecast"].value
    lines: list[tuple[str, Money, str]] = [
        (tr("Closed"), parts["closed"], "forecast"),
        (tr("Commit"), value.value, "forecast"),
        (tr("Best case"), parts["best_case"], "forecast"),
        (tr("With pipeline"), parts["with_pipeline"], "forecast"),
    ]
    if isinstance(weighted, Money):
        lines.append((tr("Weighted"), weighted, "weighted_forecast"))
    if isinstance(goal, Money) and goal.minor:
        lines.append((tr("Quota"), goal, "quota_attainment"))
    largest = max(1, *(amount.minor for _, amount, _ in lines))
    items: list[Item] = [Heading(tr("FORECAST, each with all above it"), None, "muted")]
    for label, amount, kpi in lines:
        line = [
            Piece(f"{label:<17}", "text"),
            Piece(f"{_short(amount):>9}  ", "strong"),
            *bar(max(0, amount.minor) / largest, max(16, min(50, cells - 40))),
        ]
        items.append(Remark(line, Opens(kpi, (), ("forecast", label))))
    items += [Remark(), Heading(tr("OPEN DEALS BY CATEGORY"), None, "muted")]
    labels = {"commit": tr("Commit"), "best": tr("Best case"), "pipeline": tr("Pipeline"), "omitted": tr("Omitted")}
    for name, label in labels.items():
        one = parts[name]
        said = tr("{count} said by the rep", count=one["said_by_rep"]) if one["said_by_rep"] else tr("by their stage")
        line = [
            Piece(f"{label:<17}", "text"),
            Piece(f"{_short(one['value']):>9}  ", "strong"),
            Piece(f"{one['count']:>5,} {tr('deals')}   ", "text"),
            Piece(said if one["count"] else "", "muted"),
        ]
        items.append(Remark(line, Opens("forecast", (), ("category", name))))
    for reason, label in (("overdue", tr("Overdue")), ("no expected day", tr("No expected day"))):
        if value.excluded.get(reason):
            line = [
                Piece(f"{glyphs().overdue} {label:<26}", "warn"),
                Piece(f"{value.excluded[reason]:>5,} {tr('deals')}", "text"),
            ]
            items.append(Remark(line, Opens("forecast", (), reason)))
    return items


def _coverage(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    names = ("pipeline_velocity", "pipeline_coverage", "slippage")
    kpis = measuring.show(desk, terms, only=names, compare=False).kpis
    items: list[Item] = [Remark(), Heading(tr("HOW SOLID IT IS"), None, "muted")]
    return [*items, *(_number(name, value) for name, value in kpis.items())]


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


def _short(amount: Money) -> str:
    return format_money(amount.minor, amount.currency, short=True)
