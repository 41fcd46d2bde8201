"""The one place where an error becomes words on standard error and an exit code."""

import re
import sys
from difflib import get_close_matches
from typing import Any

from salesdesk.cli import streams
from salesdesk.domain.text import clean
from salesdesk.errors import AmbiguousError, ExitCode, FilterError, SalesdeskError
from salesdesk.i18n import tr

_PASSWORD = re.compile(r"(://[^\s:/@]+):[^\s@]+@")


def report(error: BaseException, *, debug: bool = False) -> int:
    """Say what went wrong; the exit code."""
    if isinstance(error, KeyboardInterrupt) or _ended_by_signal(error):
        return ExitCode.INTERRUPTED
    if isinstance(error, SalesdeskError):
        _say(error.message, error.hint, _details(error))
        return int(error.exit_code)
    if isinstance(error, EOFError):
        _say(tr("There was no answer; nothing was changed."), "", [])
        return ExitCode.NEEDS_CONFIRMATION
    if "typer" in sys.modules and (code := _from_typer(error)) is not None:
        return code
    code = ExitCode.UNEXPECTED
    if isinstance(error, OSError) and error.strerror:
        if error.filename:
            file, code = clean(str(error.filename), limit=200), ExitCode.INVALID
            _say(tr("'{file}' cannot be used: {why}.", file=file, why=error.strerror), tr("Check the path."), [])
        else:
            _say(tr("Something could not be read or written: {why}.", why=error.strerror), "", [])
            # What is left of the output would fail again when Python ends.
            streams.hush()
    elif isinstance(error, RecursionError | MemoryError):
        _say(tr("That was too much for this machine; nothing was changed."), tr("Try a smaller part."), [])
    else:
        what = f"{type(error).__name__}: {error}".rstrip(": ")
        hint = "" if debug else tr("Say --debug before the command to see where.")
        _say(
            tr("Something failed that salesdesk did not expect: {what}.", what=clean(what, limit=500)),
            hint,
            [],
        )
    if debug:
        import traceback

        trace = "".join(traceback.format_exception(error))
        sys.stderr.write(clean(without_passwords(trace), multiline=True, limit=100_000) + "\n")
    return code


def _ended_by_signal(error: BaseException | None) -> bool:
    """Whether a statement ended because ctrl+c was pressed while SQLite worked on it."""
    while error is not None:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
            return True
        error = error.__cause__
    return False


def without_passwords(text: str) -> str:
    """`text` without the passwords of the URLs in it."""
    return _PASSWORD.sub(r"\1@", text)


def caret(text: str, start: int, end: int) -> list[str]:
    """The filter and, under its bad part, the sign that points there."""
    from rich.cells import cell_len

    visible = "".join(c if c.isprintable() else " " for c in text)
    before, bad = visible[:start], visible[start:end]
    return [f"  {visible}", "  " + " " * cell_len(before) + "^" * max(1, cell_len(bad))]


def _say(message: str, hint: str, details: list[str]) -> None:
    lines = [f"salesdesk: {clean(without_passwords(message), limit=2000)}"]
    lines += details
    if hint:
        lines.append(f"  {clean(without_passwords(hint), limit=2000)}")
    sys.stderr.write("\n".join(lines) + "\n")


def _details(error: SalesdeskError) -> list[str]:
    if isinstance(error, AmbiguousError):
        return [f"  {clean(line, limit=200)}" for line in error.candidates]
    if isinstance(error, FilterError) and error.text:
        return caret(error.text, error.start, error.end)
    return []


def _from_typer(error: BaseException) -> int | None:
    """What Typer has to say: help was shown, or the words were not understood."""
    from typer.exceptions import Abort, Exit, TyperException

    if isinstance(error, Exit):
        return error.exit_code
    if isinstance(error, Abort):
        return ExitCode.INTERRUPTED
    if not isinstance(error, TyperException):
        return None
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(f"{error.format_message()}\n")
        return ExitCode.USAGE
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "salesdesk"
    details: list[str] = []
    unknown = getattr(error, "option_name", "") or ""
    if re.fullmatch(r"-[a-zA-Z]", unknown):
        hint = tr("To leave something out, write not:field:value.")
    else:
        hint = tr("See: {command} --help.", command=command)
        example = _example(context) if type(error).__name__ in {"MissingParameter", "UsageError"} else ""
        details = [tr("  For example: {example}", example=example)] if example else []
    _say(error.format_message(), hint, details)
    return error.exit_code


def _example(context: Any) -> str:
    """The first example of the command that was not understood; how it is written says more than what is missing."""
    help_text = getattr(getattr(context, "command", None), "epilog", None) or ""
    return next((line.strip() for line in help_text.splitlines() if line.startswith("  salesdesk ")), "")


def nearest(word: str, known: list[str]) -> str:
    """`Did you mean 'x'?`, or nothing."""
    near = get_close_matches(word, known, n=1)
    return tr("Did you mean '{near}'?", near=near[0]) if near else ""
