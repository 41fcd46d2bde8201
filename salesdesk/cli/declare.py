"""How a command is declared: a typed function, from which parsing, help, completion and manual are made.

Nothing here may import Typer: the hot verbs and completion answer without it.
"""

import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from salesdesk.errors import UsageError
from salesdesk.hints import Any, Literal
from salesdesk.i18n import tr
from salesdesk.plain import Plain

Kind = Literal["text", "many", "number", "flag"]
# What a value is completed with; see completing.py.
Complete = Literal[
    "",
    "member",
    "view",
    "stage",
    "kind",
    "pipeline",
    "team setting",
    "record",
    "filter",
    "kpi",
    "dimension",
    "file",
    "folder",
    "setting",
    "tab",
    "command",
    "text",
]


class Argument(Plain):
    """A value known by its place; `metavar` is what the help calls it."""

    metavar: str
    help: str
    choices: tuple[str, ...] = ()
    complete: Complete = ""


class Option:
    """A value known by its name: `Option("--limit", "-n", metavar="N", help="...")`."""

    __slots__ = ("choices", "complete", "help", "hidden", "metavar", "names")

    def __init__(
        self,
        *names: str,
        help: str,  # noqa: A002
        metavar: str = "",
        choices: tuple[str, ...] = (),
        complete: Complete = "",
        hidden: bool = False,
    ) -> None:
        self.names = names
        self.help = help
        self.metavar = metavar
        self.choices = choices
        self.complete = complete
        self.hidden = hidden


class Parameter(Plain):
    """One parameter of a command as the parsers know it."""

    name: str
    kind: Kind
    spec: Argument | Option
    required: bool = False
    default: Any = None

    @property
    def shown(self) -> str:
        """What a message calls it: `WHO`, `--limit`."""
        return self.spec.names[0] if isinstance(self.spec, Option) else self.spec.metavar


def _flag(name: str, *names: str, help: str) -> Parameter:  # noqa: A002
    return Parameter(name, "flag", Option(*names, help=help), default=False)


# Before the command, or anywhere after it.
GLOBALS = (
    Parameter("db", "text", Option("--db", metavar="PATH|URL", help="The workspace to work in.", complete="file")),
    Parameter("as_member", "text", Option("--as", metavar="MEMBER", help="Who you are.", complete="member")),
    _flag("no_color", "--no-color", help="No colours."),
    _flag("quiet", "--quiet", "-q", help="No words on the side, only data and errors."),
    _flag("no_input", "--no-input", help="Never ask; fail instead."),
    _flag("debug", "--debug", help="Show the traceback of an unexpected error."),
)
VERSION = _flag("version", "--version", help="Show the version.")

# What every listing takes.
LISTING = (
    _flag("json", "--json", help="A JSON array."),
    _flag("jsonl", "--jsonl", help="One JSON object a line."),
    _flag("csv", "--csv", help="CSV that is safe to open in a spreadsheet."),
    _flag("ids", "--ids", help="Only the references, one a line."),
    _flag("plain", "--plain", help="One record per block, for screen readers."),
    Parameter("columns", "text", Option("--columns", metavar="A,B,C", help="These columns, in this order.")),
    Parameter("limit", "number", Option("--limit", metavar="N", help="At most so many rows.")),
    _flag("fail_empty", "--fail-empty", help="Exit 3 when there is nothing to show."),
)
# What a command with a result takes.
RESULT = (_flag("json", "--json", help="The result as JSON."),)

_RESERVED = {p.name for p in (*GLOBALS, VERSION)}
_REQUIRED = object()


class Command(Plain):
    """A declared command; `path` is what is typed: `("member", "list")`."""

    __slots__ = ("__dict__",)

    path: tuple[str, ...]
    run: Callable[..., object]
    listing: bool = False
    result: bool = False
    examples: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The last word of the path."""
        return self.path[-1]

    @cached_property
    def help(self) -> str:
        """What it does, from the docstring of its function; the first line is the short form."""
        from inspect import cleandoc

        return cleandoc(self.run.__doc__ or "")

    @property
    def short_help(self) -> str:
        """The first line of the help."""
        return self.help.partition("\n")[0]

    @cached_property
    def own(self) -> tuple[Parameter, ...]:
        """The parameters of its function, in order."""
        found = tuple(_parameter(*taken) for taken in _taken(self.run))
        taken = _RESERVED.intersection(p.name for p in found)
        if taken:
            raise TypeError(f"{' '.join(self.path)} takes the name of a global option: {taken}")
        return found

    @cached_property
    def formats(self) -> tuple[Parameter, ...]:
        """The output options it takes."""
        return LISTING if self.listing else RESULT if self.result else ()

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """All but the global ones."""
        return (*self.own, *self.formats)

    def bind(self, raw: Mapping[str, Any]) -> dict[str, Any]:
        """The function's keyword arguments from parsed words; UsageError for one that does not fit."""
        return {p.name: read(p, raw.get(p.name)) for p in self.own}


class Commands:
    """The commands of one noun (`Commands("member")`), or some without one (`Commands()`)."""

    def __init__(self, noun: str = "") -> None:
        self.noun = noun
        self._found: dict[str, Command] = {}

    def verb(
        self, name: str, *, listing: bool = False, result: bool = False, examples: Sequence[str] = ()
    ) -> Callable[[Callable[..., object]], Callable[..., object]]:
        """Declare the decorated function as a command.

        Its first parameter is the `Call`; the others are `Annotated[type, Argument(...) or Option(...)]`, the
        type being `str`, `str | None`, `int`, `int | None`, `bool` or `Sequence[str]`; its docstring is the
        help. `listing`: it may return a `Listing`; `result`: a `Done`; a text is printed, an int exits.
        """

        def declare(function: Callable[..., object]) -> Callable[..., object]:
            path = (self.noun, name) if self.noun else (name,)
            self._found[name] = Command(path, function, listing, result, tuple(examples))
            return function

        return declare

    def __iter__(self) -> Iterator[Command]:
        return iter(self._found.values())

    def get(self, name: str) -> Command | None:
        """The command of that name."""
        return self._found.get(name)


def read(parameter: Parameter, value: Any) -> Any:
    """A parsed word as its parameter wants it; the default when it was not given."""
    if value is None or value == () or (parameter.kind == "flag" and not value):
        return parameter.default
    if parameter.kind == "flag":
        return True
    words = list(value) if parameter.kind == "many" else [value]
    for word in words:
        if parameter.spec.choices and word not in parameter.spec.choices:
            allowed = ", ".join(parameter.spec.choices)
            raise UsageError(
                tr("{name} cannot be '{word}'.", name=parameter.shown, word=word),
                hint=tr("It is one of: {allowed}.", allowed=allowed),
            )
    if parameter.kind == "number":
        try:
            return int(value)
        except ValueError:
            raise UsageError(
                tr("{name} needs a whole number, not '{word}'.", name=parameter.shown, word=value)
            ) from None
    return words if parameter.kind == "many" else value


def _taken(function: Any) -> Iterator[tuple[str, Any, Any]]:
    """The name, annotation and default (`_REQUIRED` without one) of what a function takes behind the call."""
    signed = getattr(function, "__signature__", None)
    if signed is not None:
        for found in list(signed.parameters.values())[1:]:
            yield found.name, found.annotation, _REQUIRED if found.default is found.empty else found.default
        return
    # What `inspect.signature` reads, whose import is a tenth of a quick command.
    code, last = function.__code__, function.__defaults__ or ()
    places = code.co_varnames[: code.co_argcount]
    defaults = dict(zip(reversed(places), reversed(last), strict=False)) | (function.__kwdefaults__ or {})
    for name in code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]:
        yield name, function.__annotations__[name], defaults.get(name, _REQUIRED)


def _parameter(name: str, annotation: Any, given: Any) -> Parameter:
    specs = [s for s in getattr(annotation, "__metadata__", ()) if isinstance(s, Argument | Option)]
    if len(specs) != 1:
        raise TypeError(f"parameter '{name}' needs one Argument or Option in its Annotated")
    required = given is _REQUIRED
    kind = _kind(annotation.__origin__)
    default = {"many": [], "flag": False}.get(kind) if required or given == () else given
    return Parameter(name, kind, specs[0], required and kind != "flag", default)


def _kind(annotation: Any) -> Kind:
    if isinstance(annotation, types.UnionType):
        annotation = next(a for a in annotation.__args__ if a is not type(None))
    if getattr(annotation, "__origin__", None) in {list, Sequence}:
        return "many"
    kinds: dict[Any, Kind] = {str: "text", int: "number", bool: "flag"}
    return kinds[annotation]
