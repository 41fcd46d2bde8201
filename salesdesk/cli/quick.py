"""Reading a plain command line without Typer, from the same declarations.

What is in any way unusual gives None, and Typer reads it, explains it or refuses it.
"""

from collections.abc import Collection, Sequence

from salesdesk.cli.contents import ENTRIES, command_at
from salesdesk.cli.declare import GLOBALS, VERSION, Command, Option, Parameter
from salesdesk.hints import Any
from salesdesk.plain import Plain, field


class Words(Plain, frozen=False):
    """A command line understood: global values, the command (None for none) and its values."""

    values: dict[str, Any] = field(default_factory=dict)
    command: Command | None = None


def parse(arguments: Sequence[str], hot: Collection[tuple[str, ...]]) -> Words | None:
    """The meaning of the arguments when there is no command or a hot one, else None."""
    words = Words()
    rest = _options(list(arguments), (*GLOBALS, VERSION), words.values)
    if rest is None:
        return None
    if not rest or words.values.get("version"):
        return words
    path: tuple[str, ...] = (rest[0],)
    if path[0] in ENTRIES and ENTRIES[path[0]].noun:
        path = tuple(rest[:2])
        bare = ENTRIES[path[0]].bare
        if bare and len(rest) > 1 and (path[0], bare) in hot and command_at(path) is None:
            rest.insert(1, bare)
            path = (path[0], bare)
    if path not in hot:
        return None
    command = command_at(path)
    if command is None or not _values(rest[len(path) :], command, words.values):
        return None
    words.command = command
    return words


def _options(words: list[str], known: Sequence[Parameter], values: dict[str, Any]) -> list[str] | None:
    """Takes the options before the first other word; what is left, or None when one is not known."""
    names = _by_name(known)
    while words and words[0].startswith("-"):
        if not _take(words, names, values):
            return None
    return words


def _values(words: list[str], command: Command, values: dict[str, Any]) -> bool:
    names = _by_name((*command.parameters, *GLOBALS))
    positional: list[str] = []
    while words:
        word = words[0]
        if word == "--":
            positional += words[1:]
            break
        if word.startswith("-") and word != "-":
            if not _take(words, names, values):
                return False
        else:
            positional.append(words.pop(0))
    return _place(positional, command, values)


def _place(positional: list[str], command: Command, values: dict[str, Any]) -> bool:
    for parameter in command.own:
        if isinstance(parameter.spec, Option):
            if parameter.required and not values.get(parameter.name):
                return False
            continue
        if parameter.kind == "many":
            taken, positional = positional, []
            values[parameter.name] = tuple(taken)
            if parameter.required and not taken:
                return False
        elif positional:
            values[parameter.name] = positional.pop(0)
        elif parameter.required:
            return False
    return not positional


def _by_name(parameters: Sequence[Parameter]) -> dict[str, Parameter]:
    return {name: p for p in parameters if isinstance(p.spec, Option) for name in p.spec.names}


def _take(words: list[str], names: dict[str, Parameter], values: dict[str, Any]) -> bool:
    name, equals, value = words[0].partition("=")
    parameter = names.get(name)
    if parameter is None or (equals and not name.startswith("--")):
        return False
    words.pop(0)
    if parameter.kind == "flag":
        values[parameter.name] = True
        return not equals
    if not equals:
        if not words:
            return False
        value = words.pop(0)
    if parameter.kind == "many":
        values[parameter.name] = (*values.get(parameter.name, ()), value)
    else:
        values[parameter.name] = value
    return True
