"""What a tab offers, in every shell that is here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from salesdesk.cli.completing import FIELDS, candidates
from salesdesk.cli.completion import SCRIPTS
from salesdesk.cli.contents import ENTRIES
from salesdesk.services.setup import open_desk
from salesdesk.store.read.catalogues import catalogue
from tests.cli.conftest import Run


def offered(*words: str) -> list[str]:
    return [value for value, _ in candidates(words)]


def test_words_options_and_values(desk_file: Path, run: Run) -> None:
    run("member", "add", "Omar Haddad")
    assert offered("") == list(ENTRIES)
    assert offered("mem") == ["member"]
    assert offered("member", "") == ["list", "me", "add", "set", "leave", "return", "checkup"]
    assert offered("undo", "--li") == ["--list", "--limit"]
    assert "--version" in offered("--")
    assert offered("member", "add", "X", "--role", "") == ["rep", "manager"]
    assert offered("member", "me", "o") == ["Omar Haddad"]
    assert offered("--as", "") == ["Maya Kessler", "Omar Haddad"]
    assert offered("completion", "") == list(SCRIPTS)
    assert offered("config", "get", "ui.th") == ["ui.theme"]
    assert offered("open", "") == ["today", "leads", "deals", "calls", "goals", "kpis", "team"]
    assert offered("member", "add", "X", "") == []


def test_filters(desk_file: Path) -> None:
    assert offered("open", "leads", "st") == ["status:", "stage:", "stuck:"]
    assert offered("open", "leads", "stage:n") == ["stage:Needs agreed", "stage:Negotiation", "stage:New"]
    assert offered("open", "leads", "status:New,w") == ["status:New,Working"]
    assert offered("open", "leads", "not:owner:m") == ["not:owner:me", "not:owner:Maya Kessler"]
    assert "@Overdue" in offered("open", "leads", "sort:due", "@")
    assert "due:..today" in offered("open", "leads", "due:")


def test_numbers_and_what_they_are_split_by(desk_file: Path) -> None:
    assert offered("kpi", "rows", "cac") == ["cac", "cac_lagged", "cac_payback_months"]
    assert offered("kpi", "explain", "forecast_") == ["forecast_accuracy"]
    assert offered("kpi", "show", "--only", "win_rate,open") == [
        "win_rate,opening_to_win_days",
        "win_rate,open_pipeline",
    ]
    assert "win_rate,win_rate" not in offered("kpi", "show", "--only", "win_rate,")
    assert offered("kpi", "show", "--by", "s") == ["source", "stage", "sector"]


def test_every_field_offered_is_a_field(desk_file: Path) -> None:
    desk = open_desk(str(desk_file))
    known = [catalogue(desk.connection, entity) for entity in ("lead", "deal")]
    desk.workspace.close()
    assert [name for name in FIELDS if not any(one.find(name) for one in known)] == []


def test_records_and_files(desk_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "leads.csv").write_text("")
    monkeypatch.chdir(tmp_path)
    assert offered("--db", "le") == ["leads.csv"]
    assert offered("--db", "no/such/") == []


@pytest.mark.parametrize("place", ["missing.db", "", "postgresql://x/y"])
def test_no_workspace_offers_no_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SALESDESK_DB", place)
    assert offered("member", "me", "") == []
    assert not list(tmp_path.glob("missing*"))


def test_the_scripts_are_printed(run: Run) -> None:
    for shell, script in SCRIPTS.items():
        told = run("completion", shell)
        assert (told.code, told.out) == (0, script)
    assert run("completion", "tcsh").code == 2


def _path_with_salesdesk(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "salesdesk"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m salesdesk "$@"\n')
    program.chmod(0o755)
    return {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("salesdesk mem", ["member"]),
        ("salesdesk open leads stage:n", ["'Needs agreed'", "Negotiation", "New"]),
        ("salesdesk --as M", ["'Maya Kessler'"]),
        ("salesdesk open leads sta", ["status:", "stage:"]),
    ],
)
def test_in_bash(desk_file: Path, tmp_path: Path, line: str, expected: list[str]) -> None:
    test = f"""
        eval "$(salesdesk completion bash)"
        compopt() {{ :; }}
        COMP_LINE={line!r} COMP_POINT={len(line)} COMP_WORDS=(salesdesk x) COMP_CWORD=1
        _salesdesk
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "-c", test], env=_path_with_salesdesk(tmp_path), capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.splitlines()[: len(expected)] == expected


@pytest.mark.parametrize(("shell", "check"), [("zsh", ["-n"]), ("fish", ["--no-execute"]), ("bash", ["-n"])])
def test_the_scripts_are_written_right(tmp_path: Path, shell: str, check: list[str]) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"needs {shell}")
    script = tmp_path / "script"
    script.write_text(SCRIPTS[shell])
    assert subprocess.run([shell, *check, str(script)], capture_output=True, timeout=60, check=False).returncode == 0


@pytest.mark.skipif(shutil.which("fish") is None, reason="needs fish")
def test_in_fish(desk_file: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        ["fish", "-c", 'salesdesk completion fish | source; complete -C "salesdesk member me M"'],
        env=_path_with_salesdesk(tmp_path), capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "Maya Kessler"
