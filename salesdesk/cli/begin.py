"""Starting: making a workspace."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Commands, Option
from salesdesk.cli.output import Done
from salesdesk.i18n import tr

commands = Commands()


@commands.verb("init", result=True, examples=("init --me 'Maya Kessler' --currency EUR",))
def init(
    call: Call,
    me: Annotated[str | None, Option("--me", metavar="NAME", help="Your name; you become its first member.")] = None,
    currency: Annotated[str | None, Option("--currency", metavar="ISO", help="The base currency, such as EUR.")] = None,
    time_zone: Annotated[
        str | None,
        Option("--timezone", metavar="TZ", help="The time zone of business days, such as Europe/Budapest."),
    ] = None,
    week_start: Annotated[
        str | None, Option("--week-start", metavar="DAY", help="The day a week starts with, such as monday.")
    ] = None,
    language: Annotated[
        str | None, Option("--language", metavar="CODE", help="Of the ready texts, en or hu.", choices=("en", "hu"))
    ] = None,
) -> Done:
    """Make a workspace.

    What is not said is taken from the locale and time zone of this machine, else EUR and UTC.
    """
    from salesdesk.services import setup
    from salesdesk.services.settings import week_day

    guessed = setup.guess()
    name = me or call.as_member or call.config.text("me.name")
    if not name and call.interactive:
        name = call.ask(tr("Your name:"), _account_name())
    beginning = replace(
        guessed,
        me=name,
        currency=currency or guessed.currency,
        time_zone=time_zone or guessed.time_zone,
        week_start=week_day(week_start) if week_start else guessed.week_start,
        language=language or guessed.language,
    )
    desk = setup.create(call.place, beginning)
    try:
        members = desk.members()
        place, settings = desk.connection.place, desk.settings
    finally:
        desk.workspace.close()
    words = {"place": place, "currency": settings["currency"], "zone": settings["time_zone"]}
    sentence = tr("Made a workspace at {place}: currency {currency}, time zone {zone}.", **words)
    if members:
        sentence += " " + tr("You are {name}.", name=members[0].name)
    else:
        sentence += " " + tr("Say who you are: salesdesk member add NAME.")
    document = {
        "workspace": place,
        "currency": settings["currency"],
        "time_zone": settings["time_zone"],
        "week_start": int(settings["week_start"]),
        "member": members[0].name if members else None,
    }
    return Done(sentence, document)


def _account_name() -> str:
    """The name of the person in the account of this machine."""
    import getpass

    try:
        import pwd

        record = pwd.getpwnam(getpass.getuser())
        return record.pw_gecos.partition(",")[0].strip() or record.pw_name
    except (ImportError, KeyError, OSError):
        return Path.home().name
