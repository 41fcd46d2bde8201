"""The hot verbs answer before Typer is imported; both ways print the same, byte for byte."""

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

from salesdesk.cli import typer_app
from salesdesk.cli.contents import HOT
from salesdesk.cli.quick import parse
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.services.demo import build_demo
from tests.cli.conftest import Run

KPI_FORMS = [
    [],
    ["period:2026-10"],
    ["period:all", "as-of:2026-06-30", "--json"],
    ["--by", "owner", "--csv"],
    ["period:quarter", "--by", "month", "--jsonl"],
    ["owner:maya", "--plain"],
    ["--columns", "name,value", "--limit", "3"],
    ["--only", "win_rate,pipeline_velocity_180", "--json"],
    ["--only", "meeting_rate", "--by", "month", "--markdown"],
]
FIND_FORMS = [["--json"], ["--limit", "3"], ["--columns", "ref,name", "--csv"], ["--ids"], ["--plain"]]
TODAY_FORMS = [
    [],
    ["--json"],
    ["--done", "--csv"],
    ["--all", "--ids"],
    ["owner:lena"],
    ["kind:call", "--limit", "2"],
    ["--plain", "--limit", "2"],
    # Nothing is due, something comes.
    ["kind:meeting", "--plain"],
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo workspace, built once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESDESK_NOW", "2026-11-23T08:12:00Z")
        path = tmp_path_factory.mktemp("demo") / "demo.db"
        build_demo(str(path)).workspace.close()
    return path


def through_typer(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capfd.readouterr()
    code = 0
    try:
        code = typer_app.invoke(arguments)
    except SystemExit as end:
        code = int(end.code or 0)
    with contextlib.suppress(ValueError):
        sys.stdout.flush()
    return code, capfd.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        *(["kpi", "show", *form] for form in KPI_FORMS),
        *(["today", *form] for form in TODAY_FORMS),
        *(["find", "an", *form] for form in FIND_FORMS),
    ],
    ids=" ".join,
)
def test_both_ways_print_the_same(demo: Path, run: Run, capfd: pytest.CaptureFixture[str], words: list[str]) -> None:
    arguments = ["--db", str(demo), "--as", "Maya", *words]
    understood = parse(arguments, HOT)
    assert understood is not None, "this is to be answered without Typer"
    assert understood.command is not None
    quick = run(*arguments)
    assert (quick.code, quick.out) == through_typer(arguments, capfd)
    assert quick.code == 0
    assert quick.out


def test_every_kpi_is_printed_by_the_hot_path(demo: Path, run: Run) -> None:
    shown = run("--db", str(demo), "kpi", "show", "period:quarter", "--all", "--json").out
    for name in KPIS:
        assert f'"{name}"' in shown


def test_one_number_by_a_dimension_says_what_it_comes_from(demo: Path, run: Run) -> None:
    words = ["--db", str(demo), "kpi", "show", "period:last-quarter", "--by", "owner", "--only"]
    lines = run(*words, "forecast_accuracy").out.splitlines()
    assert lines[0].split("\t") == ["owner", "forecast_accuracy", "parts"]
    found = {name: said for name, _, said in (line.split("\t") for line in lines[1:])}
    assert "submitted" in found["Omar Farouk"]
    assert found["Petr Havlík"] == "something was won, and no forecast was submitted for it"
    assert run(*words, "win_rate,cac").out.splitlines()[0] == "owner\twin_rate\tcac"
    assert run(*words, "win_rat").code == 3


@pytest.mark.parametrize("words", [["today"], ["kpi", "show"], ["find", "an"]], ids=" ".join)
def test_hot_verbs_load_nothing_that_makes_them_slow(demo: Path, words: list[str]) -> None:
    code = (
        "import sys; from salesdesk.cli.main import main; main(sys.argv[1:]); sys.stderr.write(' '.join(sys.modules))"
    )
    arguments = ["--db", str(demo), "--as", "Maya", *words]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "salesdesk.plain" in loaded
    assert not loaded & {
        "typer",
        "sqlmodel",
        "sqlalchemy",
        "rich",
        "textual",
        "dataclasses",
        "inspect",
        "json",
        "typing",
        "tomllib",
        "pathlib",
        "threading",
        "decimal",
        "fractions",
        "string",
        "urllib.parse",
        *(() if words[0] == "find" else ("enum", "re")),
    }
