"""Funnel, activity and forecast in the KPI tab, block by block; blocks run in a thread."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from salesdesk.domain.kpis.saying import figure, rate
from salesdesk.domain.money import Money
from salesdesk.i18n import tr
from salesdesk.screens.kpi_lines import Opens, asked, number, short
from salesdesk.services import measuring
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import panels
from salesdesk.widgets.bars import bar, funnel, glyphs
from salesdesk.widgets.paging import Heading, Item, Remark
from salesdesk.widgets.text import Cell, Piece, cut, fit

Terms = Sequence[str]


def funnel_lines(desk: Desk, terms: Terms, cells: int) -> list[Item]:
    """How far the cohort of the period got."""
    found = panels.funnel(desk, terms)
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


def stages(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    """Each stage by itself: who entered, who went on, how long it took."""
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
    items.append(number("stage_conversion", moved))
    items.append(number("stage_days", stays))
    return items


def activity(desk: Desk, terms: Terms, cells: int) -> list[Item]:
    """What was done, by kind and how it ended, and by rep."""
    names = ("activities", "contact_rate", "meeting_rate", "follow_up_discipline")
    kpis = measuring.show(desk, terms, only=names, compare=False).kpis
    items: list[Item] = [
        Heading(tr("ACTIVITY"), None, "muted"),
        *(number(name, value) for name, value in kpis.items()),
    ]
    kinds: dict[str, int] = kpis["activities"].parts.get("by_kind", {})
    ended: dict[str, dict[str, int]] = kpis["activities"].parts.get("by_outcome", {})
    largest, bars = max(kinds.values(), default=0), 30 if cells > 100 else 12
    for kind, count in sorted(kinds.items(), key=lambda pair: -pair[1]):
        line = [
            Piece(f"{cut(kind, 16):<17}", "text"),
            Piece(f"{count:>7,}  ", "strong"),
            *fit(funnel(count, largest, bars, "accent"), bars + 2),
            Piece(cut(_ended(ended.get(kind, {})), max(10, cells - 29 - bars)), "muted"),
        ]
        items.append(Remark(line, Opens("activities", (asked("kind", kind),), ("kind", kind))))
    by = measuring.show(desk, terms, "owner", only=("activities", "contact_rate"), compare=False).by
    items += [Remark(), Heading(tr("BY REP"), None, "muted")]
    items.append(
        Remark(
            Piece(
                f"{'':<22}{tr('all'):>8}{tr('calls'):>8}{tr('talks'):>8}{tr('reach'):>8}{tr('booked'):>8}{tr('met'):>8}",
                "label",
            )
        )
    )
    for row in by.rows if by else ():
        done, reach = row.kpis["activities"], row.kpis["contact_rate"]
        parts = done.parts
        line = [
            Piece(f"{cut(row.key or tr('nobody'), 21):<22}", "text"),
            Piece(f"{done.value or 0:>8,}", "strong"),
            Piece(f"{parts['calls']:>8,}{parts['talks']:>8,}", "text"),
            Piece(f"{figure(reach) if reach.value is not None else '':>8}", "muted" if reach.small_sample else "text"),
            Piece(f"{parts['booked']:>8,}{parts['meetings']:>8,}", "text"),
        ]
        items.append(Remark(line, Opens("activities", (asked("owner", row.key),), ("rep", row.ref))))
    return items


def _ended(outcomes: Mapping[str, int]) -> str:
    """`no answer 312, voicemail 201`: how contacts ended, the most frequent first."""
    found = sorted(outcomes.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{tr('no outcome') if name == '-' else name.lower()} {count:,}" for name, count in found)


def response(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    """How soon leads were tried."""
    value = measuring.show(desk, terms, only=("speed_to_lead",), compare=False).kpis["speed_to_lead"]
    items: list[Item] = [Remark(), Heading(tr("SPEED TO LEAD"), None, "muted"), number("speed_to_lead", value)]
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


def forecast(desk: Desk, terms: Terms, cells: int) -> list[Item]:
    """What the period will bring, by category."""
    names = ("forecast", "weighted_forecast", "quota_attainment")
    kpis = measuring.show(desk, terms, only=names, compare=False).kpis
    value = kpis["forecast"]
    if not isinstance(value.value, Money):
        return [number("forecast", value)]
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
            Piece(f"{short(amount):>9}  ", "strong"),
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
            Piece(f"{short(one['value']):>9}  ", "strong"),
            Piece(f"{one['count']:>5,} {tr('deals')}   ", "text"),
            Piece(said if one["count"] else "", "muted"),
        ]
        items.append(Remark(line, Opens("forecast", (), ("category", name))))
    for reason, label in (
        ("overdue", tr("Past the close day, not counted")),
        ("no expected day", tr("No close day, not counted")),
    ):
        if value.excluded.get(reason):
            line = [
                Piece(f"{glyphs().overdue} {label:<33}", "warn"),
                Piece(f"{value.excluded[reason]:>5,} {tr('deals')}", "text"),
            ]
            items.append(Remark(line, Opens("forecast", (), reason)))
    return items


def coverage(desk: Desk, terms: Terms, _cells: int) -> list[Item]:
    """What the forecast stands on."""
    names = ("pipeline_velocity", "pipeline_velocity_180", "pipeline_coverage", "slippage")
    kpis = measuring.show(desk, terms, only=names, compare=False).kpis
    items: list[Item] = [Remark(), Heading(tr("HOW SOLID IT IS"), None, "muted")]
    return [*items, *(number(name, value) for name, value in kpis.items())]


# From so many cells on funnel and forecast stand side by side on the overview; narrower they have pages alone.
SIDE_BY_SIDE = 108


def course(desk: Desk, terms: Terms, cells: int) -> list[Item]:
    """Funnel and forecast side by side, where there is room; enter opens what stands left."""
    if cells < SIDE_BY_SIDE:
        return []
    half = cells // 2 - 2
    left, right = _first(funnel_lines(desk, terms, half)), _first(forecast(desk, terms, half))
    items: list[Item] = [Remark()]
    for one, other in zip_longest(left, right, fillvalue=Remark()):
        line = [*fit(_line(one), half), Piece("  "), *fit(_line(other), half)]
        items.append(Remark(line, one.key if isinstance(one, Remark) else None))
    return items if left and right else []


def _first(items: list[Item]) -> list[Item]:
    """The first group of lines, head included."""
    end = next((place for place, item in enumerate(items) if isinstance(item, Remark) and not item.line), len(items))
    return items[:end]


def _line(item: Item) -> Cell:
    if isinstance(item, Heading):
        return Piece(item.word.upper(), "muted bold")
    return item.line if isinstance(item, Remark) else ""
