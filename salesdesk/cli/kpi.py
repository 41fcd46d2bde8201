"""KPIs from the shell: the page a manager forwards, the rows behind a number, its formula."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Listing
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.services.measuring.report import KpiReport

commands = Commands("kpi")
Terms = Annotated[
    Sequence[str],
    Argument("TERM", "period:2026-Q4, as-of:2026-06-30, or a filter such as team:emea.", complete="filter"),
]


@commands.verb(
    "show",
    listing=True,
    examples=("kpi show", "kpi show period:2026-Q3 --by owner", "kpi show period:all as-of:2026-06-30 --json"),
)
def show(
    call: Call,
    terms: Terms = (),
    by: Annotated[
        str | None,
        Option(
            "--by", metavar="DIMENSION", help="owner, team, manager, source, product, stage, month or a custom field."
        ),
    ] = None,
) -> Listing:
    """Show every KPI of a period beside the period before.

    Without `period:` this month to date, beside the same number of working days of last month. `as-of:` gives what
    the numbers were at the end of a past day. What cannot be computed says why.
    """
    from salesdesk.services.measuring.showing import show as measure

    report = measure(call.desk, list(terms), by)
    note = "\n".join([_heading(report), *report.notes])
    if report.by is not None:
        rows: list[Any] = report.by.rows
        note = "\n".join(filter(None, [note, report.by.note]))
        return Listing(_by_columns(report), rows, document=report.as_json(), note=note)
    return Listing(_COLUMNS, [(name, report) for name in report.kpis], document=report.as_json(), note=note)


@commands.verb("rows", listing=True, examples=("kpi rows win_rate period:2026-10",))
def rows(
    call: Call,
    kpi: Annotated[str, Argument("KPI", "Which number, such as win_rate.")],
    terms: Terms = (),
) -> Listing:
    """List the records behind a KPI, and how each counts."""
    from salesdesk.services.measuring.report import reference
    from salesdesk.services.measuring.showing import rows as behind

    found = behind(call.desk, kpi, list(terms))
    return Listing(
        (
            Column("ref", "Ref", lambda r: reference(r), tone=lambda r: "muted"),
            Column("name", "Record", lambda r: r.name, tone=lambda r: "strong"),
            Column("kind", "Kind", lambda r: r.kind, rank=3),
            Column("part", "Counts as", lambda r: r.part),
            Column("reason", "Why", lambda r: r.reason or None, rank=2),
            Column("day", "Day", lambda r: r.day),
            Column("state", "State", lambda r: r.state or None, rank=2),
            Column("owner", "Owner", lambda r: found.owners.get(r.owner) if r.owner else None, rank=3),
            Column("value", "Value", lambda r: r.value, right=True),
            Column("days", "Days", lambda r: r.days, right=True, rank=1),
            Column("probability", "Probability", lambda r: r.probability, right=True, rank=4),
        ),
        found.rows,
        ref=lambda r: reference(r) or "",
        document=found.as_json(),
        note=f"{found.kpi.name}: {_text(found.value)}   {found.value.formula}",
        empty=tr("No record counts for this number."),
    )


@commands.verb("explain", examples=("kpi explain sales_cycle_days",))
def explain(call: Call, kpi: Annotated[str, Argument("KPI", "Which number.")]) -> str:
    """Explain a KPI: what it means, its formula, what it leaves out."""
    from salesdesk.services.measuring.showing import explain as words

    found = words(kpi)
    return (
        found
        if isinstance(found, str)
        else "\n".join(f"{key}: {value}" for key, value in _facts(found).items() if value)
    )


def _facts(found: Any) -> dict[str, Any]:
    names = getattr(type(found), "__slots__", ()) or getattr(found, "__dict__", {})
    return {name.replace("_", " "): getattr(found, name) for name in names if isinstance(getattr(found, name), str)}


def _heading(report: "KpiReport") -> str:
    words = report.period.label
    if report.previous is not None and report.before:
        words += tr(", beside {period}", period=report.previous.label)
    if report.as_of is not None:
        words += tr(", as of {day}", day=report.as_of.isoformat())
    return words


def _text(value: Any) -> str:
    if value is None or value.value is None:
        return "n/a"
    figure = value.value
    if hasattr(figure, "minor"):
        from salesdesk.domain.money import format_money

        return format_money(figure.minor, figure.currency)
    if value.unit in {"ratio", "growth", "change", "percent-change"}:
        return f"{figure * 100:.2f} %"
    if value.unit == "times":
        return f"{figure:.2f}x"
    if value.unit == "days":
        return f"{figure:.1f} days"
    return f"{figure:,.0f}" if float(figure).is_integer() else f"{figure:,.2f}"


def _parts(value: Any) -> str:
    if value.value is None:
        return str(value.why)
    if value.denominator is None:
        unpriced = value.parts.get("without_value")
        return tr("{count} more without a value", count=f"{unpriced:,}") if unpriced else ""
    words = f"{_plain(value.numerator)} / {_plain(value.denominator)}"
    if value.interval is not None and value.small_sample:
        words += tr(
            ", small sample: {low:.0f} to {high:.0f} %", low=value.interval[0] * 100, high=value.interval[1] * 100
        )
    return words


def _plain(figure: Any) -> str:
    if hasattr(figure, "minor"):
        from salesdesk.domain.money import format_money

        return format_money(figure.minor, figure.currency)
    return f"{figure:,}" if isinstance(figure, int) else str(figure)


def _name(name: str) -> str:
    from salesdesk.domain.kpis.declared import KPIS

    return KPIS[name].name


_COLUMNS = (
    Column("kpi", "Kpi", lambda r: r[0], extra=True),
    Column("name", "KPI", lambda r: _name(r[0]), tone=lambda r: "strong"),
    Column("value", "Value", lambda r: r[1].kpis[r[0]].value, lambda r: _text(r[1].kpis[r[0]]), right=True),
    Column(
        "before",
        "Before",
        lambda r: _before(r),
        lambda r: _text(r[1].before.get(r[0])) if r[0] in r[1].before else "",
        lambda r: "muted",
        right=True,
        rank=1,
    ),
    Column("parts", "From", lambda r: _parts(r[1].kpis[r[0]]), tone=lambda r: "muted", rank=2),
)


def _before(row: Any) -> Any:
    value = row[1].before.get(row[0])
    return value.value if value is not None else None


def _by_columns(report: "KpiReport") -> tuple[Column, ...]:
    def column(name: str, place: int) -> Column:
        return Column(
            name,
            _name(name),
            lambda row: row.kpis[name].value if name in row.kpis else None,
            lambda row: _text(row.kpis.get(name)) if name in row.kpis and row.kpis[name].value is not None else "",
            right=True,
            rank=place,
        )

    dimension = report.by.dimension if report.by else ""
    key = Column(
        dimension or "key",
        dimension.capitalize(),
        lambda row: row.key,
        lambda row: row.key or tr("none"),
        lambda row: "strong",
    )
    return (key, *(column(name, place) for place, name in enumerate(report.kpis, 1)))
