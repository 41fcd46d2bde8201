"""Starting: making a workspace, opening the screens."""

import gc
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Done
from salesdesk.domain.text import clean
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

    guessed = setup.guess()
    name = me or call.as_member or call.config.text("me.name")
    if not name and call.interactive:
        name = call.ask(tr("Your name:"), _account_name())
    beginning = replace(
        guessed,
        me=name,
        currency=currency or guessed.currency,
        time_zone=time_zone or guessed.time_zone,
        week_start=setup.week_day(week_start) if week_start else guessed.week_start,
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


@commands.verb("open", examples=("open leads @mine", "open deals stuck:14d.."))
def open_tab(
    call: Call,
    tab: Annotated[str, Argument("TAB", "today, leads, deals or kpis.", complete="tab")],
    query: Annotated[Sequence[str], Argument("FILTER", "What to show there.", complete="filter")] = (),
) -> int:
    """Open the screens at a tab, with a filter."""
    from salesdesk.actions import TABS
    from salesdesk.cli.failures import nearest
    from salesdesk.errors import InvalidError

    known = [one.id for one in TABS]
    if tab not in known:
        hint = nearest(tab, known) or tr("There are: {tabs}.", tabs=", ".join(known))
        raise InvalidError(tr("There is no tab '{tab}'.", tab=tab), hint=hint)
    from salesdesk.domain.language.words import words_text

    return open_screens(call, start=tab, query=words_text([clean(word) for word in query]) or None)


def open_screens(call: Call, *, start: str | None = None, query: str | None = None) -> int:
    """The screens, at the named workspace or the default one, which the first run makes."""
    from salesdesk.errors import UsageError

    if not call.terminal:
        raise UsageError(tr("The screens need a terminal."), hint=tr("salesdesk --help lists what works without one."))
    settings = call.config.sections()
    first = not call.explicit and not Path(call.place).exists()
    if not first:
        check(call.place)
    gc.disable()
    from salesdesk import app

    # The classes of the screens stay to the end: the collector need not look at them again.
    gc.freeze()
    gc.enable()
    if first:
        return app.run_first(call.place, config=settings)
    return app.run(call.place, as_member=call.as_member, start=start, query=query, config=settings)


def check(place: str) -> None:
    """Open and close a workspace that must exist, so that a mistake is said before any screen is drawn."""
    from salesdesk.store.workspace import Workspace

    Workspace.open(place).close()


def _account_name() -> str:
    """The name of the person in the account of this machine."""
    import getpass

    try:
        import pwd

        record = pwd.getpwnam(getpass.getuser())
        return record.pw_gecos.partition(",")[0].strip() or record.pw_name
    except (ImportError, KeyError, OSError):
        return Path.home().name
