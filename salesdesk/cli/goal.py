"""Plain goals from the shell."""

from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.domain.money import Money
from salesdesk.i18n import tr
from salesdesk.services.goals import METRICS, PERIODS, Progress

commands = Commands("goal")


def _amount(row: Progress, number: float) -> object:
    return Money(round(number), row.goal.currency) if row.goal.currency else round(number, 1)


@commands.verb("list", listing=True, examples=("goal list", "goal list --all"))
def list_goals(call: Call, everyone: Annotated[bool, Option("--all", help="Everybody's.")] = False) -> Listing:
    """List your goals and the team's, where they stand and what would be on pace by the end of today."""
    from salesdesk.services import goals

    desk = call.desk
    found = goals.progress(desk, goals.goals(desk.connection, member=desk.actor, everyone=everyone))
    return Listing(
        (
            Column("goal", "Goal", lambda r: r.goal.metric, tone=lambda r: "strong"),
            Column("period", "Each", lambda r: r.goal.period),
            Column("member", "Whose", lambda r: r.goal.member or tr("team")),
            Column("now", "Now", lambda r: _amount(r, r.now), right=True),
            Column("target", "Target", lambda r: _amount(r, r.goal.target), right=True),
            Column("share", "Reached", lambda r: r.share, lambda r: f"{r.share:.0%}", right=True),
            Column("pace", "Pace", lambda r: _amount(r, r.pace), lambda r: _pace(r), tone=_tone, right=True),
            Column("ref", "Ref", lambda r: f"G-{r.goal.code}", tone=lambda r: "muted", rank=1),
        ),
        found,
        ref=lambda r: f"G-{r.goal.code}",
        empty=tr("No goals yet. For example: salesdesk goal set calls 40 --each day"),
    )


def _pace(row: Progress) -> str:
    whole = row.pace / 100 if row.goal.currency else row.pace
    if abs(whole) < 0.5:
        return tr("on pace")
    return tr("{amount} ahead", amount=f"{whole:,.0f}") if whole > 0 else tr("{amount} behind", amount=f"{-whole:,.0f}")


def _tone(row: Progress) -> str:
    return "ok" if row.pace >= 0 else "bad"


@commands.verb("set", result=True, examples=("goal set calls 40", "goal set revenue 180k --each quarter --for team"))
def set_(
    call: Call,
    metric: Annotated[str, Argument("METRIC", "What is counted.", choices=METRICS)],
    target: Annotated[str, Argument("TARGET", "How many, or how much.")],
    each: Annotated[str, Option("--each", metavar="PERIOD", help="In which period.", choices=tuple(PERIODS))] = "day",
    member: Annotated[
        str, Option("--for", metavar="MEMBER", help="Whose goal; team for all together.", complete="member")
    ] = "me",
) -> Done:
    """Set a goal; one of the same metric, period and person gets the new target."""
    from salesdesk.services import goals

    sentence = goals.set_goal(call.own_desk, metric, target, each, member)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb("delete", result=True)
def delete(call: Call, goal: Annotated[str, Argument("GOAL", "Its reference, or its metric.")]) -> Done:
    """Put a goal in the bin; undo brings it back."""
    from salesdesk.services import goals

    desk = call.own_desk
    sentence = goals.delete_goal(desk, goals.find_goal(desk, goal))
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})
