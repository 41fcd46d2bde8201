"""Files and links from the shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def offer(desk_file: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert run("add", "Anna", "Lindqvist", "at", "Acme").code == 0
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "offer.pdf"
    path.write_bytes(b"offer")
    return path


def test_add_list_save_remove_and_undo(run: Run, offer: Path) -> None:
    added = run("file", "add", "anna", "offer.pdf", "https://acme.example/terms.html")
    assert added.code == 0
    refs = added.out.split()
    assert [ref[:2] for ref in refs] == ["F-", "F-"]
    assert "2 files attached to Anna Lindqvist, 5 B" in added.err
    rows = json.loads(run("file", "list", "anna", "--json").out)
    assert [(r["name"], r["kind"], r["size"]) for r in rows] == [
        ("terms.html", "url", None),
        ("offer.pdf", "file", 5),
    ]
    assert run("file", "list", "--ids").out.split() == refs[::-1]
    assert [f["name"] for f in json.loads(run("show", "anna", "--json").out)["files"]] == ["terms.html", "offer.pdf"]
    assert run("file", "save", "offer", "copy.pdf").code == 0
    assert Path("copy.pdf").read_bytes() == b"offer"
    assert run("file", "save", refs[0], "copy.pdf").code == 4
    assert run("file", "save", refs[0], "copy.pdf", "--force").code == 0
    assert run("file", "remove", *refs).code == 0
    assert run("file", "list", "--fail-empty").code == 3
    run("undo")
    assert len(run("file", "list", "--ids").out.split()) == 2
    run("undo")
    assert run("file", "list", "--fail-empty").code == 3


def test_a_path_can_be_kept_instead_of_a_copy_and_named(run: Run, offer: Path) -> None:
    run("file", "add", "anna", "offer.pdf", "--link", "--name", "Offer [b]final[/b].pdf")
    row = json.loads(run("file", "list", "--json").out)[0]
    assert (row["name"], row["kind"], row["target"]) == ("Offer [b]final[_b].pdf", "path", str(offer))
    both = run("file", "add", "anna", "offer.pdf", "other.pdf", "--name", "x")
    assert both.code == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["add", "nobody", "offer.pdf"], 3),
        (["add", "anna", "gone.pdf"], 3),
        (["add", "anna", "."], 4),
        (["add", "anna", "javascript:x"], 4),
        (["open", "nothing"], 3),
        (["save", "nothing"], 3),
    ],
)
def test_what_does_not_fit_has_its_exit_code(run: Run, offer: Path, words: list[str], code: int) -> None:
    told = run("file", *words)
    assert told.code == code
    assert told.err.startswith("salesdesk: ") and "Traceback" not in told.err
    assert run("file", "list", "--fail-empty").code == 3


def test_the_limit_is_a_setting(run: Run, offer: Path) -> None:
    offer.write_bytes(b"x" * 1_000_001)
    run("config", "set", "files.limit_mb", "1")
    told = run("file", "add", "anna", "offer.pdf")
    assert (told.code, "files.limit_mb" in told.err) == (4, True)
    run("config", "set", "files.limit_mb", "2")
    assert run("file", "add", "anna", "offer.pdf").code == 0


def test_a_backup_says_what_it_took_and_the_doctor_mends(run: Run, offer: Path, desk_file: Path) -> None:
    run("file", "add", "anna", "offer.pdf")
    assert "with 1 file or link" in run("backup").err
    (kept,) = [p for p in desk_file.with_name("team-files").rglob("*") if p.is_file()]
    kept.write_bytes(b"0ffer")
    told = run("doctor")
    assert told.code == 6 and "offer.pdf" in told.out
    mended = run("doctor", "--mend")
    assert mended.code == 0 and "1 attached file brought back" in mended.err
    assert kept.read_bytes() == b"offer"
