"""Starting: what is imported, what is answered without a terminal, that both ways of reading words agree."""

import contextlib
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.cli import quick, typer_app
from salesdesk.cli.contents import ENTRIES, all_commands, command_at, commands_of
from salesdesk.cli.declare import GLOBALS, Command, Option
from tests.cli.conftest import Run, process

HEAVY = {"textual", "sqlmodel", "sqlalchemy", "alembic", "pydantic", "rich", "parsy", "chardet"}
_LOADED = "import sys; from salesdesk.cli.main import main; main({!r}); sys.stderr.write('\\n' + ' '.join(sys.modules))"


def _modules(arguments: list[str]) -> set[str]:
    code = _LOADED.format(arguments)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return {name.partition(".")[0] for name in done.stderr.rsplit("\n", 1)[-1].split()}


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["member", "--help"], ["member", "list"], ["undo", "--list", "--json"], ["config", "get"]],
)
def test_help_and_lists_load_nothing_heavy(desk_file: Path, arguments: list[str]) -> None:
    assert not _modules(arguments) & HEAVY


@pytest.mark.parametrize("arguments", [["--version"], [], ["__complete", "fish", "open", "leads", "stage:"]])
def test_version_and_completion_load_not_even_typer(desk_file: Path, arguments: list[str]) -> None:
    assert not _modules(arguments) & (HEAVY | {"typer"})


def test_without_a_terminal_the_short_help_goes_to_stderr() -> None:
    done = process()
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"salesdesk --help" in done.stderr


def test_version(run: Run) -> None:
    assert run("--version").out.startswith("salesdesk ")
    assert run("--version", "member", "list").out.startswith("salesdesk ")


def test_every_word_of_the_contents_has_its_commands() -> None:
    for entry in ENTRIES.values():
        commands = commands_of(entry)
        assert commands, entry.word
        for command in commands:
            assert command.short_help.endswith("."), command.path
            assert command_at(command.path) is command
            assert all(p.spec.help.endswith(".") for p in command.parameters), command.path


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: " ".join(command.path))
def test_every_command_explains_itself(run: Run, command: Command) -> None:
    told = run(*command.path, "--help")
    assert told.code == 0
    assert told.out.startswith(f"Usage: salesdesk {' '.join(command.path)}")
    for parameter in command.parameters:
        assert parameter.shown in told.out


def test_help_help(run: Run) -> None:
    assert run("help", "member", "add").out == run("member", "add", "--help").out
    assert "Every day:" in run("help").out


def _typer_reads(words: list[str], monkeypatch: pytest.MonkeyPatch) -> tuple[Command, dict[str, object]] | None:
    read: list[tuple[Command, dict[str, object]]] = []

    def record(command: Command, values: dict[str, object]) -> int:
        read.append((command, values))
        return 0

    monkeypatch.setattr(typer_app, "run", record)
    try:
        typer_app.invoke(words)
    except Exception:
        return None
    return read[0] if read else None


_WORD = st.one_of(
    st.sampled_from(["--list", "--keep-used", "--json", "--limit", "--limit=3", "--columns", "--quiet", "-q", "--"]),
    st.sampled_from(["--as", "--as=Maya", "--db", "-x", "--lim", "--json=1", "-", "", "a", "5", "-5", "--columns=a,b"]),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(_WORD, max_size=2), after=st.lists(_WORD, max_size=5))
def test_what_the_quick_reader_reads_typer_reads_the_same(
    monkeypatch: pytest.MonkeyPatch, before: list[str], after: list[str]
) -> None:
    words = [*before, "undo", *after]
    mine = quick.parse(words, {("undo",)})
    if mine is None or mine.command is None:
        return
    theirs = _typer_reads(words, monkeypatch)
    assert theirs is not None
    assert theirs[0] is mine.command
    assert theirs[1] == {name: value for name, value in mine.values.items() if value or value == ""}


def test_both_ways_print_the_same(desk_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    through_typer = run("member", "list", "--json")
    monkeypatch.setattr("salesdesk.cli.contents.HOT", frozenset({("member", "list")}))
    monkeypatch.setattr(typer_app, "invoke", lambda words: pytest.fail("Typer was asked"))
    assert run("member", "list", "--json") == through_typer
    assert run("--quiet", "member", "list", "--json") == through_typer


def test_global_options_work_on_both_sides_of_the_command(tmp_path: Path, run: Run) -> None:
    place = str(tmp_path / "a.db")
    assert run("init", "--db", place, "--me", "Maya").code == 0
    assert run("member", "list", "--db", place, "--ids").out == run("--db", place, "member", "list", "--ids").out


def test_options_of_commands_never_hide_a_global_one() -> None:
    names = {name for p in GLOBALS if isinstance(p.spec, Option) for name in p.spec.names}
    for command in all_commands():
        own = {name for p in command.parameters if isinstance(p.spec, Option) for name in p.spec.names}
        assert not own & names, command.path


def test_the_default_workspace_is_made_by_the_first_command_that_needs_it(run: Run, tmp_path: Path) -> None:
    listed = run("member", "list")
    assert listed.code == 0
    assert "Made a workspace at" in listed.err
    assert run("member", "list").err == ""
    assert run("config", "path").err == ""


def test_an_explicit_workspace_must_exist(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = tmp_path / "missing.db"
    refused = run("--db", str(missing), "member", "list")
    assert (refused.code, refused.out) == (6, "")
    assert "init" in refused.err
    monkeypatch.setenv("SALESDESK_DB", str(missing))
    assert run("undo").code == 6
    assert not missing.exists()


def test_the_flag_wins_over_the_environment_and_that_over_the_settings(
    run: Run, desk_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Omar", "Petra"):
        run("member", "add", name)
    assert run("config", "set", "me.name", "Maya Kessler").code == 0
    assert "Maya" in run("member", "me").err
    monkeypatch.setenv("SALESDESK_AS", "Omar")
    assert "Omar" in run("member", "me").err
    assert "Petra" in run("--as", "Petra", "member", "me").err


def test_several_members_and_nobody_chosen(run: Run, desk_file: Path) -> None:
    run("member", "add", "Omar")
    refused = run("undo")
    assert refused.code == 4
    assert "--as" in refused.err


def _all(leader: int) -> str:
    """Everything that is shown until the terminal is let go."""
    shown = b""
    with contextlib.suppress(OSError):
        while part := os.read(leader, 4000):
            shown += part
    return shown.decode()


def test_on_a_terminal_the_screens_open(tmp_path: Path, desk_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The screens are another's work: here it is enough that they were asked for, with what was said."""
    code = (
        "import sys, types; app = types.ModuleType('salesdesk.app');"
        "app.run = lambda place, **more: print('OPENED', more) or 0;"
        "app.run_first = lambda place, **more: print('FIRST', more) or 0;"
        "import salesdesk; salesdesk.app = app;"
        "sys.modules['salesdesk.app'] = app;"
        "from salesdesk.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    monkeypatch.setenv("SALESDESK_CONFIG", str(tmp_path / "c.toml"))
    (tmp_path / "c.toml").write_text("[ui]\ntheme = 'paper'\n")
    cases: tuple[tuple[list[str], str], ...] = (
        ([], "'start': None"),
        ([], "'theme': 'paper'"),
        (["open", "leads", "status:new"], "'query': 'status:new'"),
        (["open", "leads", "owner:Maya Kessler"], """'owner:"Maya Kessler"'"""),
    )
    for arguments, told in cases:
        leader, follower = pty.openpty()
        with subprocess.Popen([sys.executable, "-c", code, *arguments], stdin=follower, stdout=follower) as child:
            os.close(follower)
            shown = _all(leader)
            assert child.wait(30) == 0
        os.close(leader)
        assert "OPENED" in shown
        assert told in shown
    monkeypatch.delenv("SALESDESK_DB")
    leader, follower = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", code], stdin=follower, stdout=follower) as child:
        os.close(follower)
        assert "FIRST" in _all(leader)
        assert child.wait(30) == 0
    os.close(leader)
