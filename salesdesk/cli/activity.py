"""What was done and what is planned, from the shell."""

from collections.abc import Sequence
from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands
from salesdesk.cli.nouns import DryRun, Where, Yes
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.domain.text import clean
from salesdesk.errors import UsageError
from salesdesk.i18n import tr

commands = Commands("activity")


@commands.verb(
    "list", listing=True, examples=("activity list kind:call done:-7d.. owner:me", "activity list due:..today")
)
def list_activities(
    call: Call,
    query: Annotated[
        Sequence[str], Argument("FILTER", "Which ones, such as kind:call done:-7d...", complete="filter")
    ] = (),
) -> Listing:
    """List activities that fit a filter: kind, outcome, owner, due, done, words of subject and note."""
    from salesdesk.domain.language.words import words_text
    from salesdesk.services import views
    from salesdesk.store.read import queue

    desk = call.desk
    ids = views.listing(desk, "activity", words_text([clean(word) for word in query]), limit=call.limit).ids
    return Listing(
        (
            Column("done", "Done", lambda r: r.done_at),
            Column("due", "Due", lambda r: r.due_on),
            Column("kind", "Kind", lambda r: r.kind),
            Column("outcome", "Outcome", lambda r: r.outcome),
            Column("name", "Who", lambda r: r.name, tone=lambda r: "strong"),
            Column("company", "Company", lambda r: r.company, rank=2),
            Column("subject", "About", lambda r: r.subject, rank=1),
            Column("owner", "Owner", lambda r: r.owner, rank=3),
            Column("minutes", "Minutes", lambda r: r.duration_minutes, extra=True),
        ),
        queue.activities(desk.connection, ids),
        empty=tr("No activity fits."),
    )


@commands.verb("set", result=True, examples=("activity set place=online --where kind:demo done:-30d.. place:none",))
def set_(
    call: Call,
    changes: Annotated[Sequence[str], Argument("FIELD=VALUE", "place=online or place='in person', after references.")],
    where: Where = (),
    dry_run: DryRun = False,
    yes: Yes = False,
) -> Done:
    """Say of demos, meetings and visits where they were held; `place=none` takes it off."""
    from salesdesk.cli.picking import bulk, done, picked
    from salesdesk.services import outreach

    values = dict(word.split("=", 1) for word in changes if "=" in word)
    if set(values) != {"place"}:
        raise UsageError(tr("What should change?"), hint=tr("The field of an activity is place: place=online."))
    refs = picked(call, "activity", [word for word in changes if "=" not in word], where)
    stop = bulk(call, refs, tr("set place={place}", place=values["place"]), dry_run=dry_run, yes=yes)
    return stop if stop is not None else done(outreach.set_place(call.own_desk, refs, values["place"]), refs)
