"""Who is away when, from the shell."""

from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.i18n import tr

commands = Commands("absence")


@commands.verb("list", listing=True, examples=("absence list",))
def list_absences(call: Call, everything: Annotated[bool, Option("--all", help="Also past ones.")] = False) -> Listing:
    """List who is away when: goals and quotas ask less of those days."""
    from salesdesk.services import absences

    desk = call.desk
    return Listing(
        (
            Column("member", "Who", lambda a: a.member, tone=lambda a: "strong"),
            Column("from", "From", lambda a: a.starts_on),
            Column("to", "To", lambda a: a.ends_on),
            Column("reason", "Why", lambda a: a.reason or None),
            Column("ref", "Ref", lambda a: f"B-{a.code}", tone=lambda a: "muted", rank=1),
        ),
        absences.absences(desk, since=None if everything else desk.today),
        ref=lambda a: f"B-{a.code}",
        empty=tr("Nobody is away. For example: salesdesk absence add Maya 2026-12-28 2026-12-31"),
    )


@commands.verb(
    "add", result=True, examples=("absence add Maya 2026-12-28 2026-12-31 --because holiday", "absence add me 2026-W52")
)
def add(
    call: Call,
    who: Annotated[str, Argument("WHO", "Who is away.", complete="member")],
    start: Annotated[str, Argument("FROM", "The first day, or a period such as 2026-W52.")],
    end: Annotated[str | None, Argument("TO", "The last day.")] = None,
    because: Annotated[str, Option("--because", metavar="WORDS", help="Why.")] = "",
) -> Done:
    """Say that somebody is away; their goals and quotas shrink by these days."""
    from salesdesk.services import absences

    sentence = absences.add_absence(call.own_desk, who, start, end or "", because)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb("delete", result=True)
def delete(call: Call, absence: Annotated[str, Argument("ABSENCE", "Its reference, or who is away next.")]) -> Done:
    """Take an absence back."""
    from salesdesk.services import absences

    sentence = absences.delete_absence(call.own_desk, absence)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb("ramp", result=True, examples=("absence ramp Omar 2026-10-01 '0 25 50 75'",))
def ramp(
    call: Call,
    who: Annotated[str, Argument("WHO", "The newcomer.", complete="member")],
    joined: Annotated[str, Argument("JOINED", "The day they joined.")],
    shares: Annotated[str, Argument("SHARES", "Percent of a full quota in each month from then.")] = "",
) -> Done:
    """Let the quota of a newcomer grow month by month."""
    from salesdesk.services import absences

    sentence = absences.set_ramp(call.own_desk, who, joined, shares)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})
