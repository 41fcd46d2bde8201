"""Commands in words, from their declarations: for the help, the manual and completion."""

from collections.abc import Iterable

from salesdesk.cli.declare import GLOBALS, Command, Option, Parameter
from salesdesk.i18n import tr


def usage(command: Command) -> str:
    """What follows the command in its usage line: `WHO OUTCOME [WORDS...] [OPTIONS]`."""
    parts = []
    for parameter in command.own:
        if not isinstance(parameter.spec, Option):
            word = parameter.spec.metavar + ("..." if parameter.kind == "many" else "")
            parts.append(word if parameter.required else f"[{word}]")
        elif parameter.required:
            parts.append(option_words(parameter))
    if any(isinstance(p.spec, Option) and not p.required for p in command.parameters):
        parts.append(tr("[OPTIONS]"))
    return " ".join(parts)


def option_words(parameter: Parameter) -> str:
    """An option as it is typed: `--limit N`, `-q, --quiet`."""
    assert isinstance(parameter.spec, Option)
    names = ", ".join(sorted(parameter.spec.names, key=len))
    if parameter.kind == "flag":
        return names
    return f"{names} {parameter.spec.metavar or parameter.name.upper()}"


def explained(parameter: Parameter) -> tuple[str, str]:
    """A parameter and what it means, with the values it takes and its default."""
    spec = parameter.spec
    name = option_words(parameter) if isinstance(spec, Option) else spec.metavar
    text = tr(spec.help)
    if spec.choices:
        text += " " + tr("One of: {choices}.", choices=", ".join(spec.choices))
    if parameter.default not in (None, False, (), [], ""):
        text += " " + tr("Default: {default}.", default=parameter.default)
    return name, text


def sections(command: Command) -> list[tuple[str, list[tuple[str, str]]]]:
    """The parameters of a command by heading."""
    found = [
        (tr("Arguments"), _of(p for p in command.own if not isinstance(p.spec, Option))),
        (tr("Options"), _of(p for p in command.own if isinstance(p.spec, Option) and not p.spec.hidden)),
        (tr("Output"), _of(command.formats)),
        (tr("Everywhere"), [(f"{GLOBALS[0].shown} {GLOBALS[1].shown} ...", tr("See: salesdesk --help."))]),
    ]
    return [(title, lines) for title, lines in found if lines]


def _of(parameters: Iterable[Parameter]) -> list[tuple[str, str]]:
    return [explained(parameter) for parameter in parameters]
