"""What lies outside: files that are named in a line."""

from pathlib import Path

import pytest

from salesdesk.outside import files_named


def test_patterns_and_folders_name_their_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.csv", "a.csv", "notes.txt", "odd [1].csv"):
        (tmp_path / name).write_text("x")
    assert files_named("*.csv") == [Path("a.csv"), Path("b.csv"), Path("odd [1].csv")]
    assert files_named(f"'{tmp_path}'") == sorted(tmp_path.glob("*.csv"))
    assert files_named("'odd [1].csv'") == files_named("odd [1].csv") == [Path("odd [1].csv")]
    assert files_named("x[1].csv") == []


@pytest.mark.parametrize("text", ["ab**", "***", "a**b.csv", "**x/[", "'", "\\", "/**", "*/**/a**"])
def test_what_is_no_pattern_names_what_it_says(text: str) -> None:
    assert all(isinstance(path, Path) for path in files_named(text))
