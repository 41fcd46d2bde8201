"""Quotas from the shell: what everybody is to sell, in periods that need not be calendar ones."""

from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.domain.money import Money
from salesdesk.i18n import tr

commands = Commands("quota")


@commands.verb("list", listing=True, examples=("quota list", "quota list 2026-Q4"))
def list_quotas(
    call: Call, period: Annotated[str | None, Argument("PERIOD", "Those that touch it, such as 2026-Q4.")] = None
) -> Listing:
    """List the quotas, those of members before those of their teams."""
    import datetime as dt

    from salesdesk.domain.periods import parse_period
    from salesdesk.services.goals import quotas

    desk = call.desk
    asked = parse_period(period, desk.today, desk.calendar) if period else None
    found = quotas.quotas(desk, (asked.start, asked.end - dt.timedelta(days=1)) if asked else None)
    return Listing(
        (
            Column("member", "Whose", lambda g: g.whose, tone=lambda g: "strong"),
            Column("from", "From", lambda g: g.starts_on),
            Column("to", "To", lambda g: g.ends_on),
            Column("quota", "Quota", lambda g: Money(g.target, g.currency), right=True),
            Column("ref", "Ref", lambda g: g.ref, tone=lambda g: "muted", rank=1),
        ),
        found,
        ref=lambda g: g.ref,
        note=tr(
            "{count} quotas, {sum} in all.", count=len(found), sum=Money(sum(g.target for g in found), desk.currency)
        )
        if found
        else "",
        empty=tr("No quotas yet. For example: salesdesk quota set Maya 180k 2026-Q4"),
    )


@commands.verb(
    "set", result=True, examples=("quota set Maya 180k 2026-Q4", "quota set Omar 28000 2026-05-31 2026-08-30")
)
def set_(
    call: Call,
    who: Annotated[str, Argument("WHO", "A member, a team, or team for all together.", complete="member")],
    amount: Annotated[str, Argument("AMOUNT", "How much revenue.")],
    start: Annotated[str, Argument("FROM", "The first day, or a period such as 2026-Q4.")],
    end: Annotated[str | None, Argument("TO", "The last day.")] = None,
) -> Done:
    """Set a quota; days that have one already are refused, the same days get the new amount."""
    from salesdesk.services.goals import quotas

    sentence = quotas.set_quota(call.own_desk, who, amount, start, end or "")
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb(
    "edit",
    result=True,
    examples=("quota edit G-4F7H2KQ --amount 200k", "quota edit G-4F7H2KQ --amount +10% --from 2027-Q1"),
)
def edit(
    call: Call,
    quota: Annotated[str, Argument("QUOTA", "Its reference.")],
    who: Annotated[str, Option("--for", metavar="WHO", help="A member, a team, or team for all.", complete="member")] = "",
    amount: Annotated[str, Option("--amount", metavar="AMOUNT", help="How much, or a change of it: +10%.")] = "",
    start: Annotated[str, Option("--from", metavar="DAY", help="Its first day, or its period such as 2027-Q1.")] = "",
    end: Annotated[str, Option("--to", metavar="DAY", help="Its last day.")] = "",
) -> Done:  # fmt: skip
    """Change a quota: whose it is, how much, its days; what is not named stays."""
    from salesdesk.services.goals import quotas

    desk = call.own_desk
    found = quotas.find_quota(desk, quota)
    sentence = quotas.edit_quota(desk, found, who=who, amount=amount, start=start, end=end)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb(
    "copy",
    result=True,
    examples=("quota copy 2026-Q4 2027-Q1 --factor 1.1", "quota copy 2026 2027 --factor +10% --dry-run"),
)
def copy(
    call: Call,
    source: Annotated[str, Argument("FROM", "The period whose quotas are copied.")],
    target: Annotated[str, Argument("TO", "The period they are copied to.")],
    factor: Annotated[
        str, Option("--factor", metavar="FACTOR", help="What they are multiplied by: 1.1 or +10%.")
    ] = "1",
    dry_run: Annotated[bool, Option("--dry-run", help="Show what it would give, copy nothing.")] = False,
) -> Done:
    """Copy quotas forward, for everybody who still works here and has none there yet."""
    from salesdesk.services.goals import copying

    if dry_run:
        plan = copying.plan(call.desk, source, target, factor)
        lines = [copying.say_copy(one) for one in plan]
        return Done("\n".join([tr("Nothing was copied."), *lines]), {"copies": [copying.as_plain(one) for one in plan]})
    sentence = copying.copy_quotas(call.own_desk, source, target, factor)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb("board", listing=True, examples=("quota board", "quota board last-quarter"))
def board(call: Call, period: Annotated[str, Argument("PERIOD", "Of which period.")] = "quarter") -> Listing:
    """Show who reached how much of their quota, the highest share first.

    A team that wants no such list switches it off: salesdesk setting set leaderboard off.
    """
    from salesdesk.domain.periods import parse_period
    from salesdesk.services.goals import quotas

    desk = call.desk
    rows = (
        quotas.leaderboard(desk, parse_period(period, desk.today, desk.calendar))
        if quotas.shows_leaderboard(desk)
        else []
    )
    return Listing(
        (
            Column("member", "Member", lambda r: r.name, tone=lambda r: "strong"),
            Column("won", "Won", lambda r: Money(r.won, desk.currency), right=True),
            Column("quota", "Quota", lambda r: Money(r.quota, desk.currency) if r.quota else None, right=True),
            Column("share", "Reached", lambda r: r.share, lambda r: f"{r.share:.0%}" if r.share is not None else tr("no quota"), right=True),
        ),
        rows,
        empty=tr("The leaderboard is switched off: salesdesk setting set leaderboard on."),
    )  # fmt: skip


@commands.verb("delete", result=True)
def delete(call: Call, quota: Annotated[str, Argument("QUOTA", "Its reference.")]) -> Done:
    """Put a quota in the bin; undo brings it back."""
    from salesdesk.services.goals import delete_goal, quotas

    desk = call.own_desk
    sentence = delete_goal(desk, quotas.find_quota(desk, quota))
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})
