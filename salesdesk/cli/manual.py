"""The manual, made from the declarations: a man page in a pipe, text on a terminal; and `help`."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Annotated

from salesdesk import __version__
from salesdesk.actions.table import ACTIONS, key_sign
from salesdesk.cli.call import Call
from salesdesk.cli.contents import SECTIONS, commands_of
from salesdesk.cli.declare import GLOBALS, LISTING, VERSION, Argument, Command, Commands, Option
from salesdesk.cli.describe import explained, usage
from salesdesk.i18n import tr

commands = Commands()

# (kind, text, definition); kind is head, sub, text, term or code.
Block = tuple[str, str, str]

_FILTER = (
    (
        "field:value",
        "The field is that value, or starts with it; a,b means any of them; none means it is missing.",
    ),
    ("field:60.. field:..60 field:1..5", "A range; days too: due:..today, created:-7d.."),
    ("touch:14d..", "More than so long ago; stuck: is the time in a stage."),
    ("+tag @view", "With that tag; what a saved view says."),
    ("not:term", "Not that: the exact complement, missing values included."),
    ("words", "Leads, people, companies and notes that hold them."),
    ("sort:due,-score limit:50", "The order, and how many."),
)
_ENVIRONMENT = (
    ("SALESDESK_DB", "The workspace, as --db."),
    ("SALESDESK_AS", "Who you are, as --as."),
    ("SALESDESK_CONFIG", "The file of your settings instead of the usual one."),
    ("SALESDESK_NOW", "An instant such as 2026-11-23T09:00:00Z at which the clock stands still."),
    ("NO_COLOR", "No colours when it is not empty."),
)
_CODES = (
    ("0", "Done, also for an empty list."),
    ("1", "Something unexpected."),
    ("2", "The command was not understood."),
    ("3", "Not found, or empty with --fail-empty."),
    ("4", "A value, a filter or a file is not valid."),
    ("5", "Needs a yes and nobody is there to give it; see --yes."),
    ("6", "The workspace is missing, busy, newer, read-only or damaged."),
    ("130", "Ended with ctrl+c."),
)


@commands.verb("man", examples=("man", "man > salesdesk.1"))
def man(
    call: Call,
    roff: Annotated[bool, Option("--roff", help="The man page also on a terminal.")] = False,
) -> str:
    """Print the manual: text on a terminal, a man page for man(1) in a pipe."""
    blocks = list(_blocks())
    if roff or not call.terminal:
        return _as_roff(blocks)
    import pydoc

    pydoc.pager(_as_text(blocks))
    return ""


@commands.verb("help", examples=("help", "help undo", "help member add"))
def help_(
    call: Call,
    words: Annotated[Sequence[str], Argument("COMMAND", "What to explain.", complete="command")] = (),
) -> int:
    """Explain a command, or list them all."""
    from salesdesk.cli.typer_app import invoke

    return invoke([*words, "--help"])


def _blocks() -> Iterator[Block]:
    yield "head", tr("NAME"), ""
    yield "text", tr("salesdesk - a workspace for sales teams that live in the terminal"), ""
    yield "head", tr("SYNOPSIS"), ""
    yield "code", "salesdesk [OPTIONS] [COMMAND ...]", ""
    yield "head", tr("DESCRIPTION"), ""
    yield (
        "text",
        tr("Without a command salesdesk opens its screens. Data goes to standard output, words to the error."),
        "",
    )
    yield "head", tr("OPTIONS"), ""
    for parameter in (*GLOBALS, VERSION):
        yield "term", *explained(parameter)
    yield "head", tr("COMMANDS"), ""
    for _, entries in SECTIONS:
        for entry in entries:
            for command in commands_of(entry):
                yield from _command(command)
    yield "head", tr("OUTPUT OF LISTS"), ""
    yield "text", tr("On a terminal a table, in a pipe tab-separated values with a header line; or:"), ""
    for parameter in LISTING:
        yield "term", *explained(parameter)
    for title, pairs in (
        (tr("FILTER"), _FILTER),
        (tr("ENVIRONMENT"), _ENVIRONMENT),
        (tr("EXIT STATUS"), _CODES),
    ):
        yield "head", title, ""
        for name, text in pairs:
            yield "term", name, tr(text)
    yield "head", tr("KEYS OF THE SCREENS"), ""
    for action in ACTIONS:
        keys = " ".join(key_sign(key) for key in action.keys) or tr("palette")
        yield "term", keys, f"{tr(action.help)} ({action.id})"


def _command(command: Command) -> Iterator[Block]:
    yield "sub", f"salesdesk {' '.join(command.path)} {usage(command)}".strip(), ""
    for paragraph in command.help.split("\n\n"):
        yield "text", " ".join(paragraph.split()), ""
    for parameter in command.own:
        if not (isinstance(parameter.spec, Option) and parameter.spec.hidden):
            yield "term", *explained(parameter)
    for example in command.examples:
        yield "code", f"salesdesk {example}", ""


def _as_roff(blocks: Sequence[Block]) -> str:
    lines = [f'.TH SALESDESK 1 "" "salesdesk {__version__}" "salesdesk"']
    for kind, text, definition in blocks:
        escaped = _roff(text)
        if kind == "head":
            lines.append(f".SH {escaped}")
        elif kind == "sub":
            lines.append(f".SS {escaped}")
        elif kind == "term":
            lines += [".TP", f"\\fB{escaped}\\fR", _roff(definition)]
        elif kind == "code":
            lines += [".PP", ".nf", f"    {escaped}", ".fi"]
        else:
            lines += [".PP", escaped]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _as_text(blocks: Sequence[Block], width: int = 78) -> str:
    lines: list[str] = []
    for kind, text, definition in blocks:
        if kind == "head":
            lines += ["", text]
        elif kind == "sub":
            lines += ["", *textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="      ")]
        elif kind == "term":
            lines.append(f"      {text}")
            lines += textwrap.wrap(definition, width, initial_indent=" " * 10, subsequent_indent=" " * 10)
        elif kind == "code":
            lines.append(f"      {text}")
        else:
            lines += textwrap.wrap(text, width, initial_indent="      ", subsequent_indent="      ")
    return "\n".join(lines).lstrip("\n") + "\n"
