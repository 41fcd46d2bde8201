"""The demo: a year of an invented team, in a workspace of its own."""

from pathlib import Path
from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Commands, Option
from salesdesk.cli.output import Listing

commands = Commands()


@commands.verb("demo", listing=True, examples=("demo",))
def demo(
    call: Call,
    pictures: Annotated[
        str | None,
        Option("--pictures", metavar="DIR", help="Write the pictures of the README there.", complete="folder"),
    ] = None,
) -> Listing | int:
    """Open a year of an invented team, safe to break; without a terminal, print its KPIs.

    It lives in a file of its own and is made anew each day.
    """
    if pictures:
        from salesdesk.pictures import export

        for path in export(Path(pictures)):
            call.say(str(path))
        return 0
    from salesdesk.services.showroom import ME, demo_place

    place = demo_place(call.say)
    if call.terminal and not call.wants_json:
        from salesdesk import app

        return app.run(place, as_member=call.as_member or ME, demo=True, config=call.config.sections())
    from salesdesk.cli.kpi import show

    call.place, call.explicit, call.as_member = place, True, call.as_member or ME
    return show(call, ["period:quarter"])  # type: ignore[return-value]
