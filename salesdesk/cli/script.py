"""Scripts of calls, from the shell."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.cli.texts import declare_ready, text_commands
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from salesdesk.domain.learning import Tally
    from salesdesk.services.desk import Desk

BY = ("script", "version", "rep", "persona", "question")

commands = text_commands("script")
declare_ready(commands, "script")


@commands.verb(
    "practise",
    examples=(
        "script practise discovery",
        "script practise bulk --buyer ines",
        "script practise bulk --lines talk.txt",
    ),
)
def practise(
    call: Call,
    script: Annotated[str, Argument("SCRIPT", "Its name, or a part of it.", complete="text")],
    buyer: Annotated[
        str | None, Option("--buyer", metavar="NAME", help="With whom; else one the script is for.")
    ] = None,
    lines: Annotated[
        str | None,
        Option("--lines", metavar="FILE|-", help="Say these, print the talk and its debrief.", complete="file"),
    ] = None,
) -> int | str:
    """Practise a script against a prepared buyer; nothing of it counts.

    They answer what they are asked. Some things come out only after the right implication or payoff question, and what
    is shown too early brings an objection. At the end: what was found, what was missed, what would have been best.
    """
    from salesdesk.cli.texts import text_from
    from salesdesk.services import texts
    from salesdesk.services.calling import practising

    desk = call.own_desk
    name = texts.find_text(desk, "script", script).name
    row = texts.find_text(desk, "buyer", buyer) if buyer else practising.buyer_for(desk, name)
    if lines or not call.terminal:
        said = text_from(call, lines or "-", "").splitlines()
        return "\n".join(practising.talk_lines(desk, row, said, name))
    from salesdesk.cli.opening import open_screens

    call.close()
    return open_screens(call, start="calls", calling=(practising.ref_of(row), name))


@commands.verb("results", listing=True, examples=("script results", "script results --by question --since -90d"))
def results(
    call: Call,
    by: Annotated[str, Option("--by", metavar="WHAT", help="What they are split by.", choices=BY)] = "script",
    since: Annotated[str | None, Option("--since", metavar="DAY", help="Only calls from that day on.")] = None,
) -> Listing:
    """Say how often calls moved the sale on: by script, version, rep, persona, or question.

    A talk that ended in an order or an advance moved on. With fewer than 10 talks a rate says little: the interval shows
    how little. A question stands beside the talks of the same scripts in which it was not asked.
    """
    from salesdesk.services import learning

    desk = call.desk
    day = _day(desk, since) if since else None
    empty = tr("No call was run yet: c on a record starts one.")
    if by == "question":
        found = learning.questions(desk, day)
        columns = (
            Column("question", "Question", lambda r: r.question, tone=lambda r: "strong"),
            *_rates(lambda r: r.asked),
            Column("without", "Without it", lambda r: r.not_asked.rate, lambda r: _share(r.not_asked), right=True),
            Column("without_talks", "Talks without", lambda r: r.not_asked.talks, right=True, rank=2),
        )
        return Listing(columns, found, empty=empty, note=" ".join(learning.findings(desk, day)))
    rows = list(learning.results(desk, by, day).items())
    columns = (
        Column(by, by.capitalize(), lambda r: r[0], tone=lambda r: "strong"),
        *_rates(lambda r: r[1]),
        Column("calls", "Calls", lambda r: r[1].calls, right=True, rank=1),
        Column("minutes", "Minutes", lambda r: r[1].median_minutes, right=True, rank=2),
        Column("implied", "Problems", lambda r: r[1].implied, right=True, rank=3),
        Column("explicit", "Wishes", lambda r: r[1].explicit, right=True, rank=3),
        Column("mix", "S P I N", lambda r: r[1].mix, lambda r: _mix(r[1]), rank=3),
    )
    return Listing(columns, rows, empty=empty)


@commands.verb("objections", listing=True)
def objections(call: Call) -> Listing:
    """List the objections that came up: how often, answered or not, from which cause, after which kind of question."""
    from salesdesk.services import learning

    return Listing(
        (
            Column("objection", "Objection", lambda r: r.text, tone=lambda r: "strong"),
            Column("count", "Count", lambda r: r.count, right=True),
            Column("answered", "Answered", lambda r: r.answered, right=True),
            Column("causes", "Causes", lambda r: r.causes, lambda r: _counts(r.causes), rank=1),
            Column("after", "After", lambda r: r.before, lambda r: _counts(r.before), rank=2),
        ),
        learning.objections(call.desk),
        empty=tr("No objection was noted yet."),
    )


@commands.verb("findings", result=True, examples=("script findings --since -90d",))
def findings(
    call: Call,
    since: Annotated[str | None, Option("--since", metavar="DAY", help="Only calls from that day on.")] = None,
) -> Done:
    """Say what differs by more than chance allows: of questions, scripts, versions, personas and reps."""
    from salesdesk.services import learning

    told = learning.findings(call.desk, _day(call.desk, since) if since else None)
    nothing = tr("Nothing differs by more than chance yet: it takes 10 talks on each side.")
    return Done("\n".join(told) or nothing, {"findings": told})


@commands.verb("lost", listing=True, examples=("script lost --by competitor",))
def lost(
    call: Call,
    by: Annotated[
        str, Option("--by", metavar="WHAT", help="What they are split by.", choices=("stage", "script", "competitor"))
    ] = "stage",
    since: Annotated[str | None, Option("--since", metavar="DAY", help="Only deals lost from that day on.")] = None,
) -> Listing:
    """Count the lost deals by reason, and by the stage they were in, who won them, or the script of the last call."""
    from salesdesk.services import learning

    return Listing(
        (
            Column("reason", "Reason", lambda r: r.reason, tone=lambda r: "strong"),
            Column(by, by.capitalize(), lambda r: r.what),
            Column("deals", "Deals", lambda r: len(r.deals), right=True),
        ),
        learning.lost(call.desk, by, _day(call.desk, since) if since else None),
        empty=tr("No deal was lost."),
    )


def _day(desk: "Desk", text: str) -> dt.date:
    from salesdesk.domain.dates import parse_day

    day = parse_day(text, desk.today, desk.calendar, lean="past")
    if day is None:
        raise InvalidError(tr("'{text}' is not a day.", text=text), hint=tr("Write it like -90d or 2026-09-01."))
    return day


def _rates(tally: "Callable[[Any], Tally]") -> tuple[Column, ...]:
    return (
        Column("talks", "Talks", lambda r: tally(r).talks, right=True),
        Column("moved_on", "Moved on", lambda r: tally(r).successes, right=True),
        Column("rate", "Rate", lambda r: tally(r).rate, lambda r: _share(tally(r)), right=True),
        Column("interval", "95 %", lambda r: tally(r).interval, lambda r: _interval(tally(r)), right=True, rank=1),
    )


def _share(tally: "Tally") -> str:
    return tr("n/a") if tally.rate is None else f"{tally.rate:.0%}"


def _interval(tally: "Tally") -> str:
    return f"{tally.interval[0]:.0%} - {tally.interval[1]:.0%}" if tally.interval else ""


def _mix(tally: "Tally") -> str:
    return " ".join(f"{share:.0%}" for share in tally.mix.values()) if tally.mix else ""


def _counts(counted: "Mapping[str, int]") -> str:
    return ", ".join(f"{name} {count}" for name, count in counted.items())
