"""How `member checkup` is printed."""

from typing import TYPE_CHECKING, Any

from salesdesk.cli.call import Call
from salesdesk.cli.output import Column, Listing
from salesdesk.errors import NotFoundError
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.services.checkup import Checkup
    from salesdesk.services.desk import Desk

# So many references stand beside a rate.
_REFS = 4


def checkup_listing(call: Call, found: "Checkup") -> Listing:
    """Goals, activities, figures and rates, a row each; the strengths and what to practise below."""
    rows = _rows(call.desk, found)
    return Listing(
        (
            Column("id", "Id", lambda r: r["id"], tone=lambda r: "muted", rank=2),
            Column("name", "What", lambda r: r["name"], tone=lambda r: "strong"),
            Column("value", "Value", lambda r: r["value"], lambda r: r["shown"], right=True),
            Column("of", "From", lambda r: r["of"], right=True),
            Column("team", "Team median", lambda r: r["team"], lambda r: r["team_shown"], right=True),
            Column("says", "", lambda r: r["says"], tone=lambda r: "bad" if r["says"] == tr("practise") else "ok"),
            Column("refs", "Rows", lambda r: r["refs"], _shown, lambda r: "muted", rank=3),
        ),
        rows,
        document=found.as_json(),
        note=_words(found),
    )


def _rows(desk: "Desk", found: "Checkup") -> list[dict[str, Any]]:
    """What each line says: numbers as files have them, and as they are shown."""
    from salesdesk.services import checkup as service
    from salesdesk.services import checkup_page

    blank: dict[str, Any] = {"of": "", "team": None, "team_shown": "", "says": "", "refs": []}
    rows: list[dict[str, Any]] = [
        blank
        | {
            "id": f"goal:{goal.goal.metric}",
            "name": checkup_page.goal_name(goal),
            "value": goal.share,
            "shown": checkup_page.percent(goal.share),
            "of": checkup_page.goal_words(goal),
        }
        for goal in found.goals
    ]
    rows += [
        blank
        | {
            "id": figure.id,
            "name": figure.label,
            "value": checkup_page.figure_value(desk, figure, figure.count),
            "shown": checkup_page.figure_text(desk, figure, figure.count),
            "team": checkup_page.figure_value(desk, figure, figure.team),
            "team_shown": checkup_page.figure_text(desk, figure, figure.team),
        }
        for figure in (*found.efforts, *found.figures)
    ]
    for measure in found.measures:
        rate = measure.rate
        says = tr("practise") if measure is found.practise else tr("strength") if measure in found.strengths else ""
        behind = service.behind(desk, found, measure) if rate.denominator else []
        refs = list(dict.fromkeys(one.ref.ref for one in behind if one.ref.code))
        rows.append(
            {
                "id": measure.id,
                "name": measure.label,
                "value": rate.value,
                "shown": checkup_page.percent(rate.value),
                "of": f"{rate.numerator} / {rate.denominator}",
                "team": rate.team,
                "team_shown": checkup_page.percent(rate.team),
                "says": says or (tr("small sample") if rate.small and rate.denominator else ""),
                "refs": refs,
            }
        )
    return rows


def _shown(row: dict[str, Any]) -> str:
    refs = row["refs"]
    more = tr(" and {count} more", count=f"{len(refs) - _REFS:,}") if len(refs) > _REFS else ""
    return f"{', '.join(refs[:_REFS])}{more}"


def _words(found: "Checkup") -> str:
    from salesdesk.services import checkup as service
    from salesdesk.services import checkup_page

    strong = "; ".join(f"{m.label}, {checkup_page.against(m)}" for m in found.strengths)
    lines = [f"{found.member.name}, {found.period.label}"]
    lines.append(tr("Strengths: {words}", words=strong or tr("none that chance does not explain")))
    lines.append(
        tr(
            "Practise: {words}",
            words=" ".join(line for line in checkup_page.practise_lines(found) if line).replace("**", ""),
        )
    )
    return "\n".join([*lines, service.rule()])


def behind_listing(call: Call, found: "Checkup", measure: str) -> Listing:
    """The records behind one rate or figure."""
    from salesdesk.services import checkup as service
    from salesdesk.services import checkup_page

    named = {m.id: m for m in found.measures}
    figures = {f.id: f for f in (*found.efforts, *found.figures)}
    if measure not in named and measure not in figures:
        raise NotFoundError(
            tr("There is no rate '{name}' in this check-up.", name=measure),
            hint=tr("There are: {names}.", names=", ".join([*named, *figures])),
        )
    if measure in figures:
        figure = figures[measure]
        rows = service.behind_figure(call.desk, found, measure)
        note = f"{figure.label}: {checkup_page.figure_text(call.desk, figure, figure.count)}"
    else:
        rows = service.behind(call.desk, found, named[measure])
        note = f"{named[measure].label}: {checkup_page.against(named[measure])}"
    return Listing(
        (
            Column("ref", "Ref", lambda r: r.ref.ref, tone=lambda r: "muted"),
            Column("name", "Record", lambda r: r.ref.name, tone=lambda r: "strong"),
            Column("kind", "Kind", lambda r: r.ref.kind, rank=2),
            Column("day", "Day", lambda r: r.day),
            Column("counts", "Counts", lambda r: bool(r.good), lambda r: tr("yes") if r.good else tr("no")),
        ),
        rows,
        ref=lambda r: r.ref.ref,
        note=note,
        empty=tr("No record counts for this number."),
    )
