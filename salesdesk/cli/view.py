"""Saved views: filters with a name."""

from collections.abc import Sequence
from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.domain.text import clean
from salesdesk.errors import SalesdeskError

commands = Commands("view")
_ENTITIES = ("lead", "deal", "account", "contact", "activity")
Entity = Annotated[str, Option("--of", metavar="KIND", help="What it lists.", choices=_ENTITIES)]


@commands.verb("list", listing=True)
def list_views(call: Call, of: Entity = "lead") -> Listing:
    """List the saved views with how many they hold."""
    from salesdesk.services import views

    desk = call.desk
    rows: list[tuple[views.View, int | None]] = []
    for view in views.views(desk, of):
        try:
            rows.append((view, views.count(desk, of, view.query)))
        except SalesdeskError as error:
            rows.append((view, None))
            call.say(f"{view.name}: {error}")
    return Listing(
        (
            Column("name", "View", lambda r: r[0].name, tone=lambda r: "strong"),
            Column("count", "Count", lambda r: r[1], right=True),
            Column("filter", "Filter", lambda r: r[0].query, tone=lambda r: "muted"),
        ),
        rows,
        ref=lambda r: str(r[0].name),
    )


@commands.verb("add", result=True, examples=("view add hot score:80.. status:open",))
def add(
    call: Call,
    name: Annotated[str, Argument("NAME", "What it is called.")],
    query: Annotated[Sequence[str], Argument("FILTER", "What it lists.", complete="filter")],
    of: Entity = "lead",
) -> Done:
    """Save a filter under a name; a view of that name is replaced."""
    from salesdesk.domain.language.words import words_text
    from salesdesk.services import views

    text = words_text([clean(word) for word in query])
    return Done(views.save(call.own_desk, of, name, text), {"name": name, "filter": text})


@commands.verb("rename", result=True)
def rename(
    call: Call,
    name: Annotated[str, Argument("NAME", "Which view.", complete="view")],
    new: Annotated[str, Argument("NEW", "Its new name.")],
    of: Entity = "lead",
) -> Done:
    """Give a view another name; views, goals and rules that name it follow."""
    from salesdesk.services import views

    return Done(views.rename(call.own_desk, of, name, new), {"name": clean(new)})


@commands.verb("delete", result=True)
def delete(
    call: Call, name: Annotated[str, Argument("NAME", "Which view.", complete="view")], of: Entity = "lead"
) -> Done:
    """Remove a saved view."""
    from salesdesk.services import views

    return Done(views.drop(call.own_desk, of, name), {"name": name})
