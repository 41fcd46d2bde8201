"""The entry point of the command line: what is typed, what is answered, what the shell is told."""

import sys
from collections.abc import Sequence

from salesdesk.cli import streams
from salesdesk.errors import ExitCode


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; its exit code. Every error ends here, as words and a code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    streams.prepare()
    try:
        code = _answer(words)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        streams.hush()
        return ExitCode.DONE
    except SystemExit:
        raise
    except BaseException as error:
        from salesdesk.cli.failures import report

        return report(error, debug="--debug" in words)


def _answer(words: list[str]) -> int:
    if words[:1] == ["__complete"]:
        from salesdesk.cli.completing import answer

        return answer(words[1:])
    from salesdesk.cli.contents import HOT
    from salesdesk.cli.quick import parse

    understood = parse(words, HOT)
    if understood is None:
        from salesdesk.cli.typer_app import invoke

        return invoke(words)
    if understood.values.get("version"):
        return _show_version()
    if understood.command is not None:
        from salesdesk.cli.running import run

        return run(understood.command, understood.values)
    if sys.stdin.isatty() and sys.stdout.isatty():
        from salesdesk.cli.call import Call
        from salesdesk.cli.opening import open_screens

        return open_screens(Call(understood.values))
    sys.stderr.write(_short_help())
    return ExitCode.USAGE


def _show_version() -> int:
    from salesdesk import __version__

    sys.stdout.write(f"salesdesk {__version__}\n")
    return ExitCode.DONE


def _short_help() -> str:
    from salesdesk.cli.contents import SECTIONS
    from salesdesk.i18n import tr

    lines = [tr("salesdesk needs a command when there is no terminal: salesdesk COMMAND ..."), ""]
    lines += [f"  {tr(title)}: {' '.join(e.word for e in entries)}" for title, entries in SECTIONS if entries]
    lines += ["", tr("salesdesk --help says more.")]
    return "\n".join(lines) + "\n"
