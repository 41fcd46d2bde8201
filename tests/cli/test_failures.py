"""What goes wrong says one sentence and the right code, and never costs data."""

import hashlib
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from salesdesk.cli.failures import report
from salesdesk.errors import AmbiguousError, ExitCode, SalesdeskError
from salesdesk.services.desk import Desk
from tests.cli.conftest import Run
from tests.turns import written_by_another


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def _text(path: Path) -> None:
    path.write_text("name,company\nAnna,Acme\n" * 50)


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE lead (id)")
        raw.commit()


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()


def _scribbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 4096):
        content[place : place + 64] = b"\xff" * 64
    path.write_bytes(bytes(content))


_DAMAGES = [_empty, _cut, _short, _text, _foreign, _newer, _scribbled]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("damage", _DAMAGES, ids=lambda d: d.__name__.strip("_"))
@pytest.mark.parametrize("arguments", [["member", "list"], ["member", "add", "X"], ["undo"], ["init"], ["doctor"]])
def test_a_file_that_is_no_good_stays_as_it_is(
    run: Run, desk_file: Path, damage: Callable[[Path], None], arguments: list[str]
) -> None:
    damage(desk_file)
    before = _digest(desk_file)
    told = run(*arguments)
    assert told.code == 6, told
    assert "Traceback" not in told.err
    assert _digest(desk_file) == before
    assert len(told.err.splitlines()) <= 2
    if arguments != ["doctor"]:
        assert told.out == ""


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_read_only_file_is_read_and_not_written(run: Run, desk_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode, **more: mode != os.W_OK and real(path, mode, **more))
    before = _digest(desk_file)
    assert "Maya" in run("member", "list").out
    told = run("member", "add", "Omar")
    assert told.code == 6
    assert "can only be read" in told.err
    assert _digest(desk_file) == before


def test_a_folder_and_a_place_that_cannot_be(run: Run, tmp_path: Path) -> None:
    assert run("--db", str(tmp_path), "member", "list").code == 6
    (tmp_path / "file").write_text("x")
    assert run("--db", str(tmp_path / "file" / "a.db"), "init").code == 6


def test_a_busy_file_says_so(run: Run, desk_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesdesk.store.connection.BUSY_MILLISECONDS", 50)
    monkeypatch.setattr("salesdesk.store.connection.LONGEST_WAIT", 0.0)
    with closing(sqlite3.connect(desk_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        told = run("member", "add", "Omar")
        assert "Maya" in run("member", "list").out
        other.execute("ROLLBACK")
    assert told.code == 6
    assert "busy" in told.err


def test_init_never_overwrites(run: Run, desk_file: Path) -> None:
    before = _digest(desk_file)
    assert run("init", "--me", "Somebody Else").code == 6
    assert _digest(desk_file) == before


def test_init_refuses_wrong_values_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "new.db"
    for wrong in (["--currency", "XXZ"], ["--timezone", "Mars/Base"], ["--week-start", "someday"]):
        assert run("--db", str(place), "init", *wrong).code == 4
        assert not place.exists()


@pytest.mark.parametrize(
    "arguments",
    [["nope"], ["member", "nope"], ["member", "list", "--nope"], ["member", "add"], ["--nope"], ["member"]],
)
def test_words_that_are_not_understood(run: Run, arguments: list[str]) -> None:
    told = run(*arguments)
    assert (told.code, told.out) == (2, "")
    assert told.err


def test_suggestions(run: Run, desk_file: Path) -> None:
    assert "Did you mean 'member'?" in run("membr").err
    assert "Did you mean 'list'" in run("member", "lst").err
    assert "not:field:value" in run("undo", "-tag:cold").err
    assert "one of: rep, manager" in run("member", "add", "X", "--role", "boss").err
    assert "whole number" in run("member", "list", "--limit", "many").err


def test_several_fit(run: Run, desk_file: Path) -> None:
    run("member", "add", "Anna Lindqvist")
    run("member", "add", "Anna Berg")
    told = run("--as", "anna", "member", "me")
    assert told.code == 4
    assert "  Anna Berg\n  Anna Lindqvist\n" in told.err


def test_candidates_are_cleaned(capsys: pytest.CaptureFixture[str]) -> None:
    report(AmbiguousError("Several fit '\x1b[31m'.", ["\x1b]0;x\x07Anna", "Béla"]))
    assert capsys.readouterr().err.splitlines()[1:] == ["  Anna", "  Béla"]


def test_the_unexpected_is_one_sentence_unless_debug(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("at postgresql://maya:geheim@db/sales \x1b[31m")

    monkeypatch.setattr("salesdesk.services.setup.open_desk", broken)
    monkeypatch.setenv("SALESDESK_DB", "somewhere")
    told = run("member", "list")
    assert told.code == 1
    assert "Traceback" not in told.err
    debugged = run("--debug", "member", "list")
    assert debugged.code == 1
    assert "Traceback" in debugged.err
    for err in (told.err, debugged.err):
        assert "geheim" not in err
        assert "\x1b" not in err


def test_ctrl_c(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("salesdesk.services.setup.open_desk", interrupted)
    monkeypatch.setenv("SALESDESK_DB", "somewhere")
    told = run("member", "list")
    assert (told.code, told.err) == (130, "")


def test_a_reader_that_goes_away_is_no_error(desk_file: Path) -> None:
    code = "import sys; from salesdesk.cli.main import main; sys.exit(main(sys.argv[1:]))"
    with subprocess.Popen(
        [sys.executable, "-c", code, "man", "--roff"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout and child.stderr
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait(30) == 0


def test_quiet_says_only_data_and_errors(run: Run, desk_file: Path) -> None:
    assert run("--quiet", "member", "add", "Omar").err == ""
    assert run("-q", "member", "add", "Omar").err != ""


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_file_is_private_under_any_umask(tmp_path: Path) -> None:
    script = f"umask 022; cd {tmp_path}; {sys.executable} -m salesdesk --db a/b.db init --me X; {sys.executable} -m"
    done = subprocess.run(
        ["bash", "-c", f"{script} salesdesk --db a/b.db backup"], capture_output=True, check=True, timeout=60
    )
    assert done.returncode == 0
    made = [path for path in (tmp_path / "a").rglob("*") if path.is_file()]
    assert len(made) == 3
    assert {path.stat().st_mode & 0o777 for path in made} == {0o600}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "a" / "b-backups").stat().st_mode & 0o777 == 0o700


def test_what_is_missing_is_told_with_an_example_that_works(run: Run, desk_file: Path) -> None:
    done = run("cost", "add", "marketing")
    lines = done.err.splitlines()
    assert done.code == 2 and lines[0] == "salesdesk: Missing argument 'CATEGORY'."
    assert lines[1:] == [
        "  For example: salesdesk cost add 2026-11 marketing 1200 --channel 'Search ads' --campaign autumn",
        "  See: salesdesk cost add --help.",
    ]
    assert run(*shlex.split(lines[1].partition("salesdesk ")[2])).code == 0
    assert "For example" not in run("lead", "list", "--nonsense").err


@pytest.mark.parametrize("command", [("today",), ("init",), ("import", "FILE"), ("template", "import", "FILE")])
def test_a_path_that_no_disk_can_hold_is_named(run: Run, desk_file: Path, command: tuple[str, ...]) -> None:
    long = "x" * 300
    words = [long if word == "FILE" else word for word in command]
    outcome = run(*([] if long in words else ["--db", long]), *words)
    assert outcome.code in {4, 6}
    assert "File name too long" in outcome.err and "did not expect" not in outcome.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is Linux's")
def test_an_output_that_takes_no_more_is_said(desk_file: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "salesdesk", "stage", "list"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 1 and "No space left on device" in done.stderr
    assert "did not expect" not in done.stderr


def test_a_view_that_cannot_be_counted_leaves_the_others(run: Run, desk_file: Path) -> None:
    assert run("member", "add", "Omar Farouk").code == 0
    outcome = run("view", "list", "--json")
    assert outcome.code == 0 and '"count": 0' in outcome.out
    assert "Nobody has said who 'me' is" in outcome.err and '"count": null' in outcome.out


def test_a_write_says_that_it_waits_for_another_program(desk_file: Path) -> None:
    command = [sys.executable, "-m", "salesdesk", "member", "add", "Omar Farouk"]
    with (
        written_by_another(str(desk_file)) as free,
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as child,
    ):
        assert child.stderr is not None
        assert "Another program is writing" in child.stderr.readline()
        free.set()
        assert "Omar Farouk" in child.stderr.read()
        assert child.wait(60) == 0


def test_ctrl_c_is_heard_while_sqlite_counts(file_desk: Desk) -> None:
    heard: list[int] = []

    def pressed() -> None:
        heard.append(1)
        if len(heard) == 3:
            raise KeyboardInterrupt

    file_desk.connection.while_asking(pressed)
    count = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000000) SELECT count(*) FROM n"
    with pytest.raises((SalesdeskError, sqlite3.Error)) as ended:
        file_desk.connection.rows(count)
    assert len(heard) == 3
    assert report(ended.value) == ExitCode.INTERRUPTED
    assert file_desk.connection.value("SELECT count(*) FROM lead") == 0
