"""The files of a record by keyboard, on the real app."""

import os
from pathlib import Path

import pytest

from salesdesk.services import files
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from tests.screens.sight import HOSTILE, opened, press, text_of, type_text


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    for name in ("Offer 1.pdf", "Offer 2.pdf", "Plan.txt"):
        (folder / name).write_text(name)
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    (bin_folder / "xdg-open").write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{tmp_path}/opened"\n')
    (bin_folder / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_folder}:{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


async def test_a_file_is_attached_with_tab_opened_taken_off_and_put_back(
    busy: Desk, docs: Path, tmp_path: Path
) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "f")
        assert "Nothing is attached yet" in text_of(pilot)
        await press(pilot, "a")
        await type_text(pilot, f"{docs}/O")
        await press(pilot, "tab")
        assert "Offer 1.pdf   Offer 2.pdf" in text_of(pilot)
        await type_text(pilot, "2")
        await press(pilot, "tab")
        assert "11 B, a copy is kept" in text_of(pilot)
        await press(pilot, "enter")
        assert "Offer 2.pdf attached to Lead 00, 11 B" in text_of(pilot)
        await press(pilot, "f", "1")
        assert (tmp_path / "opened").read_text().endswith("/Offer 2.pdf")
        await press(pilot, "f", "D")
        assert files.of_record(busy, find(busy, "Lead 00")) == []
        await press(pilot, "u", "f")
        assert "Offer 2.pdf" in text_of(pilot)


async def test_what_cannot_be_attached_is_said_while_it_is_typed_and_kept(busy: Desk, docs: Path) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "f", "a")
        await type_text(pilot, f"{docs}/gone.pdf")
        assert "There is no file" in text_of(pilot)
        await press(pilot, "enter")
        assert "Attach to" in text_of(pilot)
        await press(pilot, "escape", "f", "a")
        assert "gone.pdf" in text_of(pilot)
        # What a terminal pastes when a file is dropped on it.
        await press(pilot, "ctrl+u")
        await type_text(pilot, f"'{docs}/Offer 1.pdf' ")
        await press(pilot, "enter")
        assert [row.name for row in files.of_record(busy, find(busy, "Lead 00"))] == ["Offer 1.pdf"]


async def test_the_page_of_a_record_lists_files_and_enter_opens_one(busy: Desk, docs: Path, tmp_path: Path) -> None:
    first = find(busy, "Lead 00")
    files.attach(busy, first, str(docs / "Plan.txt"), name=HOSTILE)
    files.attach(busy, first, "https://acme.example/terms.html")
    async with opened(busy, "leads") as pilot:
        await press(pilot, "enter")
        shown = text_of(pilot)
        assert "FILES 2" in shown and "terms.html" in shown and "A [_] [b]x[_b]" in shown and "\x1b" not in shown
        rows = [line for line in shown.splitlines() if line[:4].strip("▏ ")]
        assert rows
        for _ in range(40):
            if "terms.html" in next((line for line in text_of(pilot).splitlines() if line.startswith(" ▏")), ""):
                break
            await press(pilot, "j")
        await press(pilot, "enter")
        assert (tmp_path / "opened").read_text() == "https://acme.example/terms.html"
        await press(pilot, "f", "j", "s")
        assert "Save A [_]" in text_of(pilot)
        await press(pilot, "ctrl+u")
        await type_text(pilot, f"{docs}/out.txt")
        await press(pilot, "enter")
        assert (docs / "out.txt").read_text() == "Plan.txt"


async def test_files_are_of_one_record(busy: Desk) -> None:
    async with opened(busy, "leads") as pilot:
        await press(pilot, "space", "space", "f")
        assert "one record at a time" in text_of(pilot)
