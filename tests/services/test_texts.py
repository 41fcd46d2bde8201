"""Texts of the team: versions, drafts, files, undo; on both engines."""

from pathlib import Path

import pytest

from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.services import history, texts
from salesdesk.services.desk import Desk

BROKEN = "---\nnot a head\n---\n"


def test_a_save_is_a_version_and_undo_brings_the_one_before(desk: Desk) -> None:
    texts.save(desk, "snippet", "Why now", "Because of Q3.")
    row = texts.find_text(desk, "snippet", "why")
    assert (row.versions, row.author, row.state) == (1, "Maya Kessler", "in use")
    texts.save(desk, "snippet", row.name, "Because of Q4.", row=row)
    assert texts.find_text(desk, "snippet", "why").versions == 2
    history.undo(desk)
    assert texts.find_text(desk, "snippet", "why").text == "Because of Q3.\n"


def test_what_cannot_be_understood_is_kept_as_a_draft(desk: Desk) -> None:
    texts.save(desk, "snippet", "Why now", "Because of Q3.")
    row = texts.find_text(desk, "snippet", "why")
    with pytest.raises(InvalidError, match=r"Line 2.*kept as a draft"):
        try:
            texts.save(desk, "snippet", row.name, BROKEN, row=row)
        except InvalidError as error:
            raise InvalidError(str(error)) from None
    kept = texts.find_text(desk, "snippet", "why")
    assert (kept.text, kept.draft, kept.state) == ("Because of Q3.\n", BROKEN, "draft")
    texts.save(desk, "snippet", kept.name, "Mended.", row=kept)
    assert texts.find_text(desk, "snippet", "why").state == "in use"


def test_a_name_is_taken_once_and_found_by_a_part(desk: Desk) -> None:
    texts.save(desk, "snippet", "Why now", "a")
    texts.save(desk, "snippet", "Why us", "b")
    with pytest.raises(InvalidError, match="already"):
        texts.save(desk, "snippet", "WHY NOW", "c")
    with pytest.raises(AmbiguousError):
        texts.find_text(desk, "snippet", "why")
    with pytest.raises(NotFoundError, match="There are: Why now, Why us"):
        try:
            texts.find_text(desk, "snippet", "price")
        except NotFoundError as error:
            raise NotFoundError(str(error)) from None
    row = texts.find_text(desk, "snippet", "why us")
    texts.rename(desk, row, "Us")
    texts.switch(desk, texts.find_text(desk, "snippet", "us"), active=False)
    assert texts.find_text(desk, "snippet", "Us").state == "off"
    texts.delete(desk, texts.find_text(desk, "snippet", "why now"))
    assert [t.name for t in texts.texts(desk, "snippet")] == ["Us"]


def test_files_go_out_and_come_in_again(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "snippets"
    for name in ("Why now", "A/B: prices?", "A-B- prices-"):
        texts.save(desk, "snippet", name, f"About {name}")
    written = texts.export(desk, "snippet", folder)
    assert len({path.name for path in written}) == 3
    assert texts.take_in(desk, "snippet", [folder]) == "0 snippets added, 0 changed, 3 the same"
    (folder / "Why now.md").write_text("Changed", "utf-8")
    (folder / "New.md").write_text("New", "utf-8")
    assert texts.take_in(desk, "snippet", [folder]) == "1 snippet added, 1 changed, 2 the same"
    history.undo(desk)
    assert [t.text for t in texts.texts(desk, "snippet") if t.name == "Why now"] == ["About Why now\n"]


def test_files_that_cannot_be_understood_are_all_named_and_none_is_taken(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BROKEN, "utf-8")
    (tmp_path / "b.md").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "c.md").write_text("Good", "utf-8")
    with pytest.raises(InvalidError, match=r"a\.md: Line 2") as told:
        texts.take_in(desk, "snippet", [tmp_path])
    assert "b.md: is not UTF-8 text" in told.value.message
    assert not texts.texts(desk, "snippet")
