"""The days off, from the shell."""

from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.i18n import tr

commands = Commands("holiday")
Day = Annotated[str, Argument("DAY", "The day, such as 2026-12-28.")]


@commands.verb("list", listing=True, examples=("holiday list", "holiday list 2027"))
def list_holidays(
    call: Call, year: Annotated[str | None, Argument("YEAR", "Which year; this one otherwise.")] = None
) -> Listing:
    """List the days off of a year: the public holidays of the setting `holidays`, and the team's own."""
    from salesdesk.services import calendar

    desk = call.desk
    return Listing(
        (
            Column("day", "Day", lambda h: h.day),
            Column("name", "Name", lambda h: h.name, tone=lambda _: "strong"),
            Column("own", "Whose", lambda h: h.own, show=lambda h: tr("the team's") if h.own else tr("public")),
        ),
        calendar.holidays(desk, calendar.year_of(desk, year or "")),
        empty=tr("No days off but the weekends. Public holidays: salesdesk setting set holidays HU."),
    )


@commands.verb("add", result=True, examples=("holiday add 2026-12-28 'Between the years'",))
def add(call: Call, day: Day, name: Annotated[str | None, Argument("NAME", "What it is called.")] = None) -> Done:
    """Add a day off of the team; next steps that come by themselves pass it by."""
    from salesdesk.services import calendar

    sentence = calendar.add_holiday(call.own_desk, day, name or "")
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb("delete", result=True)
def delete(call: Call, day: Day) -> Done:
    """Take a day off of the team away."""
    from salesdesk.services import calendar

    sentence = calendar.delete_holiday(call.own_desk, day)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})
