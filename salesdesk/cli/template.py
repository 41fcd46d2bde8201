"""Mail templates, from the shell."""

from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.cli.texts import text_commands
from salesdesk.content import LANGUAGES
from salesdesk.i18n import tr

commands = text_commands("template")


@commands.verb("ready", result=True, examples=("template ready", "template ready hu"))
def ready(
    call: Call,
    language: Annotated[str | None, Argument("LANG", "en or hu; your team's without one.", choices=LANGUAGES)] = None,
) -> Done:
    """Bring in the ready templates: first touch, follow-up, demo, abandoned order, promotion, renewal, win-back, thanks.

    Those whose names are taken stay as they are.
    """
    from salesdesk.services import texts

    desk = call.own_desk
    sentence = texts.bring_ready(desk, "template", language or "")
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb("fields", listing=True)
def fields(call: Call) -> Listing:
    """List what can be merged into a mail, such as {first_name}.

    A default stands behind a bar: {first_name|there}. Without one a recipient who lacks it is a named problem.
    """
    from salesdesk.services import merging

    columns = (
        Column("field", "Field", lambda row: f"{{{row[0]}}}", tone=lambda row: "strong"),
        Column("meaning", "Meaning", lambda row: row[1]),
    )
    return Listing(columns, merging.field_help(call.desk), ref=lambda row: str(row[0]))
