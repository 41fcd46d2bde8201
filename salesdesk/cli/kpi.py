"""KPIs from the shell: the page a manager forwards, the rows behind a number, its formula."""

from collections.abc import Sequence

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Listing
from salesdesk.domain.kpis.saying import figure, origin
from salesdesk.hints import TYPE_CHECKING, Annotated, Any
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.cli.output import Screen
    from salesdesk.services.measuring.page import Page
    from salesdesk.services.measuring.report import KpiReport

commands = Commands("kpi")
Terms = Annotated[
    Sequence[str],
    Argument("TERM", "period:2026-Q4, as-of:2026-06-30, or a filter such as team:emea.", complete="filter"),
]
Markdown = Annotated[bool, Option("--markdown", help="As Markdown, to be forwarded.")]


@commands.verb(
    "show",
    listing=True,
    examples=(
        "kpi show",
        "kpi show period:2026-Q3 --by owner",
        "kpi show --only win_rate,meeting_rate --by month",
        "kpi show --markdown",
        "kpi show period:all as-of:2026-06-30 --json",
    ),
)
def show(
    call: Call,
    terms: Terms = (),
    by: Annotated[
        str | None,
        Option(
            "--by",
            metavar="DIMENSION",
            help="owner, team, manager, source, campaign, product, month or a custom field.",
            complete="dimension",
        ),
    ] = None,
    only: Annotated[
        str,
        Option(
            "--only",
            metavar="KPI,KPI",
            help="Only these numbers, such as win_rate,pipeline_velocity_180.",
            complete="kpi",
        ),
    ] = "",
    every: Annotated[
        bool, Option("--all", help="Also the numbers that are read only when they are asked for.")
    ] = False,
    markdown: Markdown = False,
) -> Listing | str:
    """Show every KPI of a period beside the period before.

    Without `period:` this month to date, beside the same number of working days of last month. `as-of:` gives what
    the numbers were at the end of a past day. What cannot be computed says why. On a terminal, and as Markdown, it is a
    page with funnel, forecast, reps and lost reasons.
    """
    from salesdesk.services.measuring.showing import show as measure

    desk, asked = call.counting, list(terms)
    names = [name for name in only.split(",") if name.strip()]
    report = measure(desk, asked, by, only=names, every=every)
    if by is None and markdown:
        from salesdesk.services.measuring.page import markdown as as_markdown
        from salesdesk.services.measuring.summary import kpi_page

        return as_markdown(kpi_page(desk, report, asked, whole=not names))
    note = "\n".join([_heading(report), *report.notes])
    if report.by is not None:
        rows: list[Any] = report.by.rows
        note = "\n".join(filter(None, [note, report.by.note]))
        columns = _by_columns(report)
        if markdown:
            return _table_markdown(report, columns, rows)
        return Listing(columns, rows, document=report.as_json(), note=note)

    def page(screen: "Screen") -> None:
        from salesdesk.cli.report_page import write_page
        from salesdesk.services.measuring.summary import kpi_page

        write_page(kpi_page(desk, report, asked, whole=not names), screen)

    rows = [(name, report) for name in report.kpis]
    return Listing(_COLUMNS, rows, document=report.as_json(), note=note, page=page)


def _table_markdown(report: "KpiReport", columns: Sequence[Column], rows: Sequence[Any]) -> str:
    """A breakdown as one table."""
    from salesdesk.cli.output import shown_value
    from salesdesk.services.measuring.page import Block, Page, Part, markdown

    cells = [[Part(shown_value(column, row)) for column in columns] for row in rows]
    block = Block(tr("by {dimension}", dimension=columns[0].label), [column.label for column in columns[1:]], cells)
    return markdown(Page(tr("KPIs"), _heading(report), [block], report.notes))


@commands.verb(
    "works", listing=True, examples=("kpi works", "kpi works period:2026-Q3 team:emea --all", "kpi works --markdown")
)
def works(
    call: Call,
    terms: Terms = (),
    every: Annotated[bool, Option("--all", help="Also everything that was looked at.")] = False,
    markdown: Markdown = False,
) -> Listing | str:
    """Say what goes with winning: sources, channels, scripts, personas, products, prices, response times.

    Each sentence carries its counts, the strongest first; nothing is said where chance may explain it. Without `period:`
    of the last 365 days.
    """
    from salesdesk.services.measuring.report_pages import works_page
    from salesdesk.services.measuring.works import works as measure

    found = measure(call.counting, list(terms))
    columns = (
        Column("finding", "What goes with winning", lambda r: r.sentence, whole=True),
        Column("factor", "Factor", lambda r: r.factor.id, rank=1, extra=True),
        Column("group", "Group", lambda r: r.group, extra=True),
        Column("good", "Good", lambda r: r.share.good, right=True, extra=True),
        Column("of", "Of", lambda r: r.share.of, right=True, extra=True),
    )
    return _reported(works_page(found, every=every), columns, found.findings, found.as_json(), markdown)


@commands.verb("marketing", listing=True, examples=("kpi marketing period:2026-Q3 --markdown", "kpi marketing --csv"))
def marketing(call: Call, terms: Terms = (), markdown: Markdown = False) -> Listing | str:
    """Report to marketing: leads, qualified, junk with reasons, won and cost by source and campaign."""
    from salesdesk.services.measuring.marketing import marketing as measure
    from salesdesk.services.measuring.report_pages import marketing_page

    found = measure(call.counting, list(terms))
    columns = (
        Column("source", "Source", lambda r: r.source, tone=lambda _: "strong"),
        Column("campaign", "Campaign", lambda r: r.campaign or None),
        Column("leads", "Leads", lambda r: r.leads, right=True),
        Column("qualified", "Qualified", lambda r: r.qualified, right=True),
        Column("junk", "Junk", lambda r: r.disqualified, right=True),
        Column("junk_reasons", "Junk reasons", lambda r: r.junk),
        Column("won", "Won", lambda r: r.won, right=True),
        Column("cost", "Cost", lambda r: r.cost, right=True),
        Column("cost_per_won", "Cost per won", lambda r: r.per_won, right=True),
    )
    return _reported(marketing_page(found), columns, found.rows, found.as_json(), markdown)


def _reported(
    page: "Page", columns: Sequence[Column], rows: Sequence[Any], document: object, markdown: bool
) -> Listing | str:
    """A report: Markdown, or a listing that is the page on a terminal."""
    from salesdesk.cli.report_page import write_page
    from salesdesk.services.measuring.page import markdown as as_markdown

    if markdown:
        return as_markdown(page)
    return Listing(columns, rows, document=document, page=lambda screen: write_page(page, screen))


@commands.verb("rows", listing=True, examples=("kpi rows win_rate period:2026-10",))
def rows(
    call: Call,
    kpi: Annotated[str, Argument("KPI", "Which number, such as win_rate.", complete="kpi")],
    terms: Terms = (),
) -> Listing:
    """List the records behind a KPI, and how each counts."""
    from salesdesk.services.measuring.report import reference
    from salesdesk.services.measuring.showing import rows as behind

    found = behind(call.counting, kpi, list(terms))
    return Listing(
        (
            Column("ref", "Ref", lambda r: reference(r), tone=lambda r: "muted"),
            Column("name", "Record", found.name_of, tone=lambda r: "strong"),
            Column("kind", "Kind", lambda r: r.kind, rank=3),
            Column("part", "Counts as", lambda r: r.part),
            Column("reason", "Why", lambda r: r.reason or None, rank=2),
            Column("day", "Day", lambda r: r.day),
            Column("state", "State", lambda r: r.state or None, rank=2),
            Column("owner", "Owner", lambda r: found.owners.get(r.owner) if r.owner else None, rank=3),
            Column("value", "Value", lambda r: r.value, right=True),
            Column("days", "Days", lambda r: r.days, right=True, rank=1),
            Column("minutes", "Minutes", lambda r: r.minutes, right=True, rank=2),
            Column("probability", "Probability", lambda r: r.probability, right=True, rank=4),
        ),
        found.rows,
        ref=lambda r: reference(r) or "",
        document=found.as_json(),
        note=f"{found.kpi.name}: {figure(found.value, short=False)}   {found.value.formula}",
        empty=tr("No record counts for this number."),
    )


@commands.verb("explain", examples=("kpi explain sales_cycle_days",))
def explain(call: Call, kpi: Annotated[str, Argument("KPI", "Which number.", complete="kpi")]) -> str:
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


def _name(name: str) -> str:
    from salesdesk.domain.kpis.declared import KPIS

    return KPIS[name].name


_COLUMNS = (
    Column("kpi", "Kpi", lambda r: r[0], extra=True),
    Column("name", "KPI", lambda r: _name(r[0]), tone=lambda r: "strong"),
    Column(
        "value", "Value", lambda r: r[1].kpis[r[0]].value, lambda r: figure(r[1].kpis[r[0]], short=False), right=True
    ),
    Column(
        "before",
        "Before",
        lambda r: _before(r),
        lambda r: figure(r[1].before[r[0]], short=False) if r[0] in r[1].before else "",
        lambda r: "muted",
        right=True,
        rank=1,
    ),
    Column("parts", "From", lambda r: origin(r[1].kpis[r[0]]), tone=lambda r: "muted", rank=2),
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
            lambda row: (
                figure(row.kpis[name], short=False) if name in row.kpis and row.kpis[name].value is not None else ""
            ),
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
    columns = (key, *(column(name, place) for place, name in enumerate(report.kpis, 1)))
    if len(report.kpis) > 1:
        return columns
    # One number alone has room for what it comes from.
    (name,) = report.kpis
    return (*columns, Column("parts", "From", lambda row: origin(row.kpis[name]), tone=lambda _: "muted", rank=2))
