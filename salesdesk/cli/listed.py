"""What the lists of a workspace can do the same way: list, add, set, delete; the options come from their fields."""

import inspect
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Complete, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.services.lists.declared import LISTS, FieldSpec, ListSpec, a_noun

if TYPE_CHECKING:
    from salesdesk.services.desk import Desk
    from salesdesk.services.lists.declared import Entry

_UNDO = "{sentence}. Undo: salesdesk undo"
_FOLLOWS = "Views, goals, rules and pages that name it follow a new name, as one change with it."
_SAID = Annotated[str, Argument("NAME", "What it is called.")]
_NAMED = Annotated[str, Argument("NAME", "Which one: its name or the beginning of it.")]


def list_commands(
    noun: str,
    of: str = "",
    complete: Complete = "",
    examples: Sequence[str] = (),
    verbs: Sequence[str] = ("list", "add", "set", "delete"),
) -> Commands:
    """The commands of a list; `of` is what the help calls the thing its entries belong to, `examples` are of `add`,
    or of `set` where nothing is added."""
    spec = LISTS[noun]
    commands = Commands(noun)
    _add_list(commands, spec, of, complete)
    if "add" in verbs:
        _add_add(commands, spec, of, complete, examples)
    _add_set(commands, spec, of, complete, () if "add" in verbs else examples)
    if "delete" in verbs:
        _add_delete(commands, spec, of, complete)
    return commands


def _add_list(commands: Commands, spec: ListSpec, of: str, complete: Complete) -> None:
    def list_entries(call: Call, **said: str | None) -> Listing:
        from salesdesk.services import lists

        desk = call.desk
        key = lists.parent_named(desk, spec, said["of"] or "") if said.get("of") else None
        head = [Column("of", of.capitalize(), lambda e: e.of)] if of else []
        name = Column("name", spec.noun.capitalize(), lambda e: e.name, tone=lambda _: "strong")
        return Listing([*head, name, *map(_column, spec.fields)], lists.entries(desk.connection, spec, key))

    list_entries.__doc__ = f"List the {_several(spec.noun)}{f', of one {of.lower()} or of all' if of else ''}."
    _sign(list_entries, _of(spec, of, complete, optional=True))
    commands.verb("list", listing=True)(list_entries)


def _column(field: FieldSpec) -> Column:
    return Column(
        field.name, field.name.capitalize(), lambda e: _present(e.values[field.name]), right=field.kind == "number"
    )


def _present(value: object) -> object:
    return None if value == "" else value


def _add_add(commands: Commands, spec: ListSpec, of: str, complete: Complete, examples: Sequence[str]) -> None:
    def add(call: Call, name: str, **said: str | None) -> Done:
        from salesdesk.services import lists

        desk = call.own_desk
        key = lists.parent_named(desk, spec, said.pop("of", None) or "")
        sentence = lists.add(desk, spec, key, name, _given(said))
        return _done(desk, spec, key, sentence, clean(name))

    add.__doc__ = f"Add {a_noun(spec)}{', behind those like it' if spec.placed else ''}."
    _sign(add, [*_of(spec, of, complete), _parameter("name", _SAID), *map(_option, spec.fields)])
    commands.verb("add", result=True, examples=examples)(add)


def _add_set(commands: Commands, spec: ListSpec, of: str, complete: Complete, examples: Sequence[str]) -> None:
    def set_fields(call: Call, name: str, called: str | None, place: int | None = None, **said: str | None) -> Done:
        from salesdesk.services import lists

        desk = call.own_desk
        key = lists.parent_named(desk, spec, said.pop("of", None) or "")
        before = lists.find(desk.connection, spec, key, name)
        sentence = lists.change(desk, spec, key, name, _given(said), called=called or "", place=place or 0)
        return _done(desk, spec, key, sentence, clean(called or before.name))

    more = f"{', its fields' if spec.fields else ''}{', its place in the list' if spec.placed else ''}"
    set_fields.__doc__ = f"Change {a_noun(spec)}: what it is called{more}.\n\n{_FOLLOWS}"
    called = Annotated[str | None, Option("--name", metavar="NAME", help="What it is called from now on.")]
    place = Annotated[int | None, Option("--place", metavar="N", help="Its place among the others, 1 is the first.")]
    placed = [_parameter("place", place, None)] if spec.placed else []
    options = [_parameter("called", called, None), *placed, *map(_option, spec.fields)]
    _sign(set_fields, [*_of(spec, of, complete), _parameter("name", _NAMED), *options])
    commands.verb("set", result=True, examples=examples)(set_fields)


def _add_delete(commands: Commands, spec: ListSpec, of: str, complete: Complete) -> None:
    def delete(call: Call, name: str, to: str | None, **said: str | None) -> Done:
        from salesdesk.services import lists

        desk = call.own_desk
        key = lists.parent_named(desk, spec, said.pop("of", None) or "")
        try:
            sentence = lists.remove(desk, spec, key, name, to or "")
        except InvalidError as error:
            # Where its records go is a question; only somebody who is there can answer it.
            if to or not call.interactive or "--to" not in error.hint:
                raise
            sentence = lists.remove(desk, spec, key, name, call.ask(f"{error.message} {tr('Where?')}"))
        return Done(tr(_UNDO, sentence=sentence), {"message": sentence})

    delete.__doc__ = f"Delete {a_noun(spec)}; its records go to another one."
    to = Annotated[str | None, Option("--to", metavar="NAME", help="Where its records go.")]
    _sign(delete, [*_of(spec, of, complete), _parameter("name", _NAMED), _parameter("to", to, None)])
    commands.verb("delete", result=True)(delete)


def _done(desk: "Desk", spec: ListSpec, key: object, sentence: str, name: str) -> Done:
    from salesdesk.services import lists

    entry: Entry = lists.find(desk.connection, spec, key, name)
    document = {**({"of": entry.of} if spec.of_column else {}), "name": entry.name, **entry.values}
    return Done(tr(_UNDO, sentence=sentence), {spec.noun: document})


def _given(said: dict[str, str | None]) -> dict[str, str]:
    return {name: text for name, text in said.items() if text is not None}


def _several(noun: str) -> str:
    return "lead statuses" if noun == "status" else f"{noun}s"


# The functions above take what the fields of a list are; the parsers, the help and the manual read it here.


def _sign(function: Any, parameters: Sequence[inspect.Parameter]) -> None:
    call = inspect.Parameter("call", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    function.__signature__ = inspect.Signature([call, *parameters])


def _parameter(name: str, annotation: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _of(spec: ListSpec, of: str, complete: Complete, *, optional: bool = False) -> list[inspect.Parameter]:
    if not of:
        return []
    argument = Argument(of.upper(), f"Which {of.lower()}.", choices=spec.of_choices, complete=complete)
    return [
        _parameter("of", Annotated[str | None, argument], None)
        if optional
        else _parameter("of", Annotated[str, argument])
    ]


def _option(field: FieldSpec) -> inspect.Parameter:
    metavar = {"letter": "X", "step": "STEP", "number": "N"}.get(field.kind, "WORD")
    option = Option(f"--{field.name}", metavar=metavar, help=field.help, choices=field.choices)
    return _parameter(field.name, Annotated[str | None, option], None)
