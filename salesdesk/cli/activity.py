"""What was done and what is planned, from the shell."""

from collections.abc import Sequence
from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands
from salesdesk.cli.output import Column, Listing
from salesdesk.domain.text import clean
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
