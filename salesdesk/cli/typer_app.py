"""The Typer application, made from the declarations; the commands of a noun are made when it is called."""

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from salesdesk.cli.contents import ENTRIES, SECTIONS, Entry, commands_of
from salesdesk.cli.declare import GLOBALS, VERSION, Command, Option, Parameter
from salesdesk.cli.describe import sections, usage
from salesdesk.cli.running import run
from salesdesk.i18n import tr

_TYPES: dict[str, Any] = {"text": str | None, "many": list[str], "number": str | None, "flag": bool}
_SETTINGS = {"help_option_names": ["--help", "-h"], "max_content_width": 100}


class _Words:
    """Values stay words: `declare.read` reads them. Typer's own reading (with pydantic, which takes 50 ms to
    load) is asked only to say what is missing.
    """

    params: list[Any]

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for parameter in self.params:
            _keep_words(parameter)

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            _keep_words(option)
        return option


class _Verb(_Words, typer.core.TyperCommand):
    """A command; its help is made from the declaration."""

    declared: Command | None = None

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The usage line."""
        # The formatter writes no usage at all without arguments, so the command itself is one of them.
        program, _, rest = f"{ctx.command_path} {usage(self.declared) if self.declared else ''}".partition(" ")
        formatter.write_usage(program, rest.strip())

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments and options by heading."""
        for title, lines in sections(self.declared) if self.declared else ():
            with formatter.section(title):
                formatter.write_dl(lines)


class _Noun(_Words, typer.core.TyperGroup):
    """A noun with its verbs; `bare` is the one meant when something else follows (`call anna`), `alone` when nothing."""

    bare = ""
    alone = ""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The words that follow, the verb meant before them when none is."""
        bare = self.alone and not any(word == "--help" or not word.startswith("-") for word in args)
        return super().parse_args(ctx, [self.alone, *args] if bare else args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The verb, and what is left for it."""
        if self.bare and args and args[0] not in self.commands:
            return super().resolve_command(ctx, [self.bare, *args])
        return super().resolve_command(ctx, args)


class _Nouns(_Words, typer.core.TyperGroup):
    """The first words of the command line; each is imported when it is called."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.commands = {word: _Verb(word, help=entry.help) for word, entry in ENTRIES.items()}

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The real command of a word."""
        entry = ENTRIES.get(cmd_name)
        return _made(entry) if entry else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The table of contents, by section."""
        for title, entries in SECTIONS:
            if entries:
                with formatter.section(tr(title)):
                    formatter.write_dl([(entry.word, tr(entry.help)) for entry in entries])


def _keep_words(parameter: Any) -> None:
    original = parameter.process_value

    def process_value(ctx: Any, value: Any) -> Any:
        if parameter.required and parameter.value_is_missing(value):
            return original(ctx, value)
        return value if parameter.callback is None else parameter.callback(ctx, parameter, value)

    parameter.process_value = process_value


def invoke(arguments: Sequence[str]) -> int:
    """Read the arguments with Typer and run what they say; Typer's exceptions are the caller's."""
    command = application()
    with command.make_context("salesdesk", list(arguments), **_SETTINGS) as context:
        outcome = command.invoke(context)
    return outcome if isinstance(outcome, int) else 0


def application() -> Any:
    """The whole command line as Typer's command."""
    app = typer.Typer(
        name="salesdesk",
        cls=_Nouns,
        add_completion=False,
        rich_markup_mode=None,
        help=tr("A workspace for sales teams that live in the terminal. Without a command: the screens."),
        epilog=tr("salesdesk COMMAND --help explains a command; salesdesk man is the whole manual."),
    )
    app.callback()(_function(_remember, (*GLOBALS, VERSION)))
    return typer.main.get_command(app)


def _remember(context: typer.Context, **values: Any) -> None:
    context.obj = _given(values)


def _given(values: dict[str, Any]) -> dict[str, Any]:
    """The values that were typed; an empty text is one."""
    return {name: value for name, value in values.items() if value or value == ""}


def _made(entry: Entry) -> Any:
    group = type("Bare", (_Noun,), {"bare": entry.bare, "alone": entry.alone}) if entry.bare or entry.alone else _Noun
    app = typer.Typer(name=entry.word, cls=group, help=tr(entry.help), add_completion=False, rich_markup_mode=None)
    for command in commands_of(entry):
        app.command(
            command.name,
            cls=type("Declared", (_Verb,), {"declared": command}),
            help=_paragraphs(command.help),
            epilog=_examples(command),
            context_settings=_SETTINGS,
        )(_function(_runner(command), command.parameters, hidden=GLOBALS))
    if entry.noun:
        app.info.no_args_is_help = True
        app.info.context_settings = _SETTINGS
        app.callback()(_nothing)
    return typer.main.get_command(app)


def _nothing() -> None:
    """A group stays a group, also with one command."""


def _runner(command: Command) -> Callable[..., int]:
    def carry_out(context: typer.Context, **values: Any) -> int:
        return run(command, (context.obj or {}) | _given(values))

    return carry_out


def _function(
    body: Callable[..., Any], parameters: Sequence[Parameter], *, hidden: Sequence[Parameter] = ()
) -> Callable[..., Any]:
    """A function with the signature from which Typer makes its parameters."""

    def function(**values: Any) -> Any:
        return body(**values)

    keyword = inspect.Parameter.KEYWORD_ONLY
    made = [inspect.Parameter("context", keyword, annotation=typer.Context)]
    for parameter in (*parameters, *hidden):
        default = inspect.Parameter.empty if parameter.required else {"flag": False}.get(parameter.kind)
        annotated: Any = Annotated  # with a type that is only known now
        annotation = annotated[_TYPES[parameter.kind], _info(parameter, hidden=parameter in hidden)]
        made.append(inspect.Parameter(parameter.name, keyword, annotation=annotation, default=default))
    function.__signature__ = inspect.Signature(made)  # type: ignore[attr-defined]
    return function


def _info(parameter: Parameter, *, hidden: bool) -> Any:
    spec = parameter.spec
    if not isinstance(spec, Option):
        return typer.Argument(metavar=spec.metavar, show_default=False)
    metavar = None if parameter.kind == "flag" else spec.metavar or parameter.name.upper()
    return typer.Option(*spec.names, help=tr(spec.help), metavar=metavar, hidden=hidden, show_default=False)


def _paragraphs(text: str) -> str:
    """Click joins the lines of a paragraph; the lines of an indented one stay as they are."""
    parts = text.split("\n\n")
    return "\n\n".join(f"\b\n{part}" if part.startswith("  ") else part for part in parts)


def _examples(command: Command) -> str | None:
    if not command.examples:
        return None
    return "\b\n" + tr("Examples:") + "\n" + "\n".join(f"  salesdesk {example}" for example in command.examples)
