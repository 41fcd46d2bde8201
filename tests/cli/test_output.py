"""The formats of listings, and that no text of anybody can act on a terminal."""

import csv
import datetime as dt
import io
import json
import re
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesk.cli.output import Column, Format, Listing, Named, Screen, json_value, present, text_value
from salesdesk.cli.streams import prepare
from salesdesk.domain.money import Money
from salesdesk.errors import FilterError, InvalidError, UsageError
from salesdesk.exchange.csv_out import unguarded
from tests.cli.conftest import Run, process

HOSTILE = [
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]52;c;ZXZpbA==\x07", "\x1b[2J\x1b[H", "\x9b31m", "\x90payload\x9c",
    "a\x00b", "bell\x07", "back\x08space", "\rreturn", "line\nbreak", "tab\tstop", "vert\x0bical", "form\x0cfeed",
    "\x7fdel", "\u202eright to left", "\u2066iso\u2069late", "\u200bzero", "\ufeffbom", "\u2028line", "\u2029para",
    "[bold]x[/bold]", "[/closing]", "[@click=app.quit]x[/]", "[link=http://x]y[/link]", ":smile:", "{format}", "%s%n",
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=already", '"quoted"', "com,ma", "semi;colon",
    "Kovács Ádám", "Łódź", "日本語の名前", "한국어", "👩‍👩‍👧 family", "e\u0301combining", "ａｂｃ", "\ud800lone", "",
    "$(reboot)", "`reboot`", "; rm -rf /", "../../etc/passwd", "<script>", "&amp;", "null", "NaN", "1e999", "0x1F",
    "'; DROP TABLE lead; --", "\\x1b[31m", "a" * 5000, " " * 300, "\x1b" * 50, "\x1b[" + "9" * 300 + "m",
]  # fmt: skip
HARMFUL = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")

COLUMNS = (
    Column("ref", "Ref", lambda row: row["ref"]),
    Column("name", "Name", lambda row: row["name"]),
    Column("value", "Value", lambda row: row.get("value"), right=True),
    Column("note", "Note", lambda row: row.get("note"), extra=True),
)


def listing(rows: list[dict[str, Any]], **more: Any) -> Listing:
    return Listing(COLUMNS, rows, ref=lambda row: row["ref"], **more)


def shown(rows: list[dict[str, Any]], screen: Screen | None = None, **options: Any) -> str:
    """What `present` writes to standard output."""
    real, sys.stdout = sys.stdout, io.StringIO(newline="")
    try:
        present(listing(rows), Format.of(options), screen)
        return sys.stdout.getvalue()
    finally:
        sys.stdout = real


ROWS: list[dict[str, Any]] = [
    {"ref": "L-1", "name": "Anna", "value": Money(105400, "USD"), "note": "n"},
    {"ref": "L-2", "name": "Béla"},
]


def test_values_in_json() -> None:
    values = {
        "money": Money(105400, "USD"),
        "at": dt.datetime(2026, 11, 23, 10, tzinfo=dt.timezone(dt.timedelta(hours=1))),
        "on": dt.date(2026, 11, 23),
        "ratio": 0.631501,
        "nothing": "",
        "who": Named("M-1", "Maya"),
    }
    assert json_value(values) == {
        "money": {"minor": 105400, "currency": "USD"},
        "at": "2026-11-23T09:00:00Z",
        "on": "2026-11-23",
        "ratio": 0.631501,
        "nothing": None,
        "who": {"ref": "M-1", "name": "Maya"},
    }


def test_values_in_text() -> None:
    assert text_value(Money(105400, "USD")) == "1054.00 USD"
    assert text_value(Money(105400, "JPY")) == "105400 JPY"
    assert text_value(0.5) == "0.5"
    assert text_value(None) == ""
    assert text_value(Named("M-1", "Maya")) == "Maya"


def test_a_pipe_gets_whole_lines_with_a_head() -> None:
    assert shown(ROWS) == "ref\tname\tvalue\nL-1\tAnna\t1054.00 USD\nL-2\tBéla\t\n"
    long = "x" * 5000
    assert long in shown([{"ref": "L-1", "name": long}])


def test_json_and_jsonl() -> None:
    whole = json.loads(shown(ROWS, json=True))
    assert whole[0] == {"ref": "L-1", "name": "Anna", "value": {"minor": 105400, "currency": "USD"}, "note": "n"}
    assert [json.loads(line) for line in shown(ROWS, jsonl=True).splitlines()] == whole
    assert shown([], json=True) == "[]\n"


def test_ids_plain_columns_and_limit() -> None:
    assert shown(ROWS, ids=True) == "L-1\nL-2\n"
    assert shown(ROWS, ids=True, limit=1) == "L-1\n"
    assert shown(ROWS, plain=True) == "Ref: L-1\nName: Anna\nValue: 1054.00 USD\n\nRef: L-2\nName: Béla\n"
    assert shown(ROWS, columns="note, ref") == "note\tref\nn\tL-1\n\tL-2\n"
    assert json.loads(shown(ROWS, columns="ref", json=True)) == [{"ref": "L-1"}, {"ref": "L-2"}]
    with pytest.raises(InvalidError, match="Did you mean name"):
        shown(ROWS, columns="nam")


def test_one_format_at_a_time() -> None:
    with pytest.raises(UsageError, match="--json and --csv"):
        Format.of({"json": True, "csv": True})
    with pytest.raises(UsageError):
        Format.of({"limit": -1})


def test_fail_empty() -> None:
    assert present(listing([]), Format.of({"fail_empty": True, "json": True}), None)[0] == 3
    assert present(listing([]), Format.of({"json": True}), None)[0] == 0


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_a_terminal_gets_a_table_that_fits(width: int) -> None:
    from rich.cells import cell_len

    rows = [{"ref": f"L-{n}", "name": text * 3, "value": 5} for n, text in enumerate(HOSTILE)]
    text = shown(rows, Screen(width=width, colour=False))
    assert max(cell_len(line) for line in text.splitlines()) <= width
    assert not re.search("[─│┌└|+]{3}", text)


@settings(max_examples=200)
@given(text=st.text(max_size=60))
def test_any_text_is_harmless_in_every_format(text: str) -> None:
    row = {"ref": "L-1", "name": text, "note": text}
    for options in ({}, {"json": True}, {"jsonl": True}, {"csv": True}, {"plain": True}, {"columns": "note,name"}):
        assert not HARMFUL.search(shown([row], **options).replace("\r\n", "\n"))
    assert not HARMFUL.search(shown([row], Screen(width=80, colour=False)))
    assert len(shown([row]).splitlines()) == 2


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_harmless_in_every_format(text: str) -> None:
    row = {"ref": "L-1", "name": text, "note": text}
    for options in ({}, {"json": True}, {"jsonl": True}, {"csv": True}, {"plain": True}, {"columns": "note,name"}):
        out = shown([row], **options).replace("\r\n", "\n")
        assert not HARMFUL.search(out)
        out.encode()
    assert not HARMFUL.search(shown([row], Screen(width=60, colour=False)))
    json.loads(shown([row], json=True))


def test_markup_of_others_is_only_text() -> None:
    out = shown([{"ref": "L-1", "name": "[bold red]x[/bold red] :smile:"}], Screen(width=80))
    assert "[bold red]x[/bold red] :smile:" in out


def test_csv_is_safe_to_open_and_comes_back() -> None:
    texts = [t for t in HOSTILE if not HARMFUL.search(t) and "\n" not in t and "\r" not in t and "\t" not in t]
    out = shown([{"ref": "L-1", "name": text} for text in texts], csv=True)
    cells = [row[1] for row in csv.reader(io.StringIO(out, newline=""))][1:]
    assert not [cell for cell in cells if cell.startswith(("=", "@", "＝")) or re.match(r"[+-]\d+[+]", cell)]
    kept = [text for text in texts if text.isprintable() and "e\u0301" not in text]
    back = [unguarded(cell) for cell in cells]
    assert all(text.strip() in back for text in kept)


def test_hostile_names_through_the_whole_program(run: Run, desk_file: Path) -> None:
    for number, text in enumerate(HOSTILE):
        added = run("member", "add", f"{number} {text}")
        assert added.code == 0, added.err
        assert not HARMFUL.search(added.out + added.err)
    for arguments in (["member", "list"], ["undo", "--list"], ["member", "list", "--json"], ["backup", "--list"]):
        told = run(*arguments)
        assert told.code == 0
        assert not HARMFUL.search(told.out + told.err)
    for text in HOSTILE:
        for arguments in (["undo", text], ["--as", text, "member", "me"], ["member", "list", "--columns", text]):
            told = run(*[word.replace("\x00", "") for word in arguments])
            assert not HARMFUL.search(told.out + told.err)
            assert "Traceback" not in told.err


def test_rows_stored_before_cleaning_are_harmless_too(run: Run, desk_file: Path) -> None:
    with sqlite3.connect(desk_file) as raw:
        raw.execute("DROP TRIGGER operation_guard_update")
        raw.execute("UPDATE operation SET label = ?", ("\x1b]0;owned\x07evil\u202e",))
    raw.close()
    for form in ("--json", "--csv", "--plain", "--jsonl"):
        told = run("undo", "--list", form)
        assert "evil" in told.out
        assert not HARMFUL.search(told.out.replace("\r\n", "\n"))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "cp1250"])
def test_a_terminal_that_is_not_unicode_does_not_crash(desk_file: Path, run: Run, encoding: str) -> None:
    run("member", "add", "Kovács Łucja 日本 ▲")
    done = process("member", "list", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0
    assert b"Kov" in done.stdout
    assert b"!" in done.stdout


def test_a_pipe_is_utf8_whatever_the_locale(desk_file: Path, run: Run) -> None:
    run("member", "add", "Kovács")
    done = process("member", "list", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "Kovács" in done.stdout.decode()


def test_the_caret_stands_under_the_bad_part(capsys: pytest.CaptureFixture[str]) -> None:
    from salesdesk.cli.failures import report

    text = "name:日本 ownr:me"
    assert report(FilterError("There is no field 'ownr'.", text, 8, 12, hint="owner?")) == 4
    lines = capsys.readouterr().err.splitlines()
    assert lines[1:3] == ["  name:日本 ownr:me", "            ^^^^"]


def test_prepare_leaves_captured_streams_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    prepare()
