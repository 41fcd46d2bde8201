"""The user's settings: read with care, changed line by line."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk import config
from salesdesk.actions.tabs import TABS
from salesdesk.errors import InvalidError
from salesdesk.themes import PALETTES
from tests.cli.conftest import Run


def loaded(tmp_path: Path, text: str) -> config.Config:
    path = tmp_path / "c.toml"
    path.write_text(text, encoding="utf-8")
    return config.load(path)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    found = config.load(tmp_path / "none.toml")
    assert found.text("ui.theme") == "ink"
    assert found.numbers("ui.breakpoints") == (100, 140)
    assert found.flag("ui.mouse")
    assert found.warnings == ()


_KEYS = st.sampled_from(["a", "b-c", "d_1", "1"])
_WORDS = st.one_of(
    st.sampled_from(["true", "false", "0", "12"]),
    st.builds("{0}{1}{0}".format, st.sampled_from(["'", '"']), st.text("ab #[=]ő", max_size=4)),
)
_ODD = [
    "\t", "\ufeff", "\r", "\x07", "# \x07", "[a", "[[a]]", "[]", "[a] x", "[a.b]", "a", "=", "a.b = 1", "ä = 1", "a b = 1",
    '"a" = 1', "a =", "a = True", "a = 007", "a = +1", "a = 1_0", "a = 1.5", "a = [1]", "a = {}", "a = 1 2", "a = 'x' x",
    'a = "\\t"', "a = '\\t'", 'a = "\t"', "a = '''x'''", 'a = "x""', 'a = "\u00a0"', "a\t= 1", "a = 1\t", "a = \u0661",
]  # fmt: skip
_LINES = st.one_of(
    st.builds("{} = {}{}".format, _KEYS, _WORDS, st.sampled_from(["", " # a"])),
    st.builds("[{}]{}".format, _KEYS, st.sampled_from(["", "  #]"])),
    st.sampled_from(["", "  ", "# a", "  [a]", " a=1 "]),
)


@pytest.mark.parametrize("odd", ["", *_ODD])
@given(st.lists(_LINES, max_size=6))
def test_a_simple_file_is_read_as_toml_means_it(odd: str, lines: list[str]) -> None:
    for text in ("\n".join(lines), "\n".join(["[z]", *lines, odd]), f"[z]\n{odd}"):
        found = config.read_simple(text)
        if found is not None:
            assert found == tomllib.loads(text)


def test_an_ordinary_file_is_simple() -> None:
    text = "# mine\n[me]\nname = \"Maya Kessler\" # me\n\n[backup]\ndaily = false\nkeep = 12\nfolder = 'C:\\kept'\n"
    assert config.read_simple(text) == tomllib.loads(text)
    assert config.read_simple(config.template()) == tomllib.loads(config.template())


def test_choices_are_those_of_the_program() -> None:
    assert set(config.BY_NAME["ui.theme"].choices) == set(PALETTES)
    assert config.BY_NAME["ui.start"].choices == tuple(tab.id for tab in TABS)


def test_what_is_right_is_used(tmp_path: Path) -> None:
    text = """
        [ui]
        theme = "paper"
        mouse = false
        breakpoints = [90, 130]
        [me]
        name = "Kovács Anna"
        [backup]
        keep = 3
        [keys]
        record.log = "t, ctrl+t"
        "record.next" = ["n"]
    """
    found = loaded(tmp_path, text)
    assert found.warnings == ()
    assert (found.text("ui.theme"), found.flag("ui.mouse"), found.numbers("ui.breakpoints")) == (
        "paper",
        False,
        (90, 130),
    )
    assert found.text("me.name") == "Kovács Anna"
    assert found.number("backup.keep") == 3
    assert found.keys == {"record.log": "t, ctrl+t", "record.next": ["n"]}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('[ui]\ntheme = "papr"', 'ui.theme cannot be "papr" and is ignored; it takes "ink", "paper", "contrast".'),
        ("[ui]\nmouse = 1", "ui.mouse cannot be 1"),
        ("[ui]\nbreakpoints = [140, 100]", "ui.breakpoints cannot be [140, 100]"),
        ("[ui]\nbreakpoints = 100", "ui.breakpoints cannot be 100"),
        ("[backup]\nkeep = 0", "backup.keep cannot be 0"),
        ("[backup]\nkeep = true", "backup.keep cannot be true"),
        ("[ui]\nthem = 'ink'", "Did you mean ui.theme?"),
        ("[iu]\ntheme = 'ink'", "Did you mean [ui]?"),
        ("theme = 'ink'", "theme in config.toml is not a setting"),
        ("[ui\n", "is not TOML"),
    ],
)
def test_a_mistake_costs_only_its_line(tmp_path: Path, line: str, said: str) -> None:
    found = loaded(tmp_path, f"{line}\n[call]\ndial = 'dial {{phone}}'\n")
    assert len(found.warnings) == 1
    assert said in found.warnings[0]
    assert found.text("ui.theme") == "ink"
    if "not TOML" not in said:
        assert found.text("call.dial") == "dial {phone}"


BEFORE = """# mine
[ui]
theme = "ink" # dark
# start = "leads"
density='normal'

[keys]
record.log = "t"
"""


def test_a_change_keeps_comments_and_all_else() -> None:
    text = config.changed_text(BEFORE, "ui.theme", "paper")
    assert text == BEFORE.replace('"ink"', '"paper"')
    text = config.changed_text(BEFORE, "ui.density", "compact")
    assert text == BEFORE.replace("'normal'", '"compact"')
    text = config.changed_text(BEFORE, "ui.start", "deals")
    assert text == BEFORE.replace("density='normal'\n", "density='normal'\nstart = \"deals\"\n")
    text = config.changed_text(BEFORE, "me.name", 'An"na\\')
    assert text == BEFORE + '\n[me]\nname = "An\\"na\\\\"\n'
    assert config.changed_text("", "me.name", "Anna") == '[me]\nname = "Anna"\n'
    assert "mouse = false\r\n" in config.changed_text("[ui]\r\nmouse = true\r\n", "ui.mouse", False)


@pytest.mark.parametrize(
    "text", ["ui.theme = 'ink'\n", 'ui = {theme = "ink"}\n', "[ui]\ntheme = '''ink\n'''\n", "[ui\n"]
)
def test_what_a_line_cannot_change_is_refused(text: str) -> None:
    with pytest.raises(InvalidError) as refused:
        config.changed_text(text, "ui.theme", "paper")
    assert "config edit" in refused.value.hint


_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "me.name": st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    "ui.mouse": st.booleans(),
    "backup.keep": st.integers(1, 10**6),
    "ui.breakpoints": st.lists(st.integers(1, 999), min_size=1, max_size=4, unique=True).map(sorted),
    "ui.theme": st.sampled_from(["ink", "paper"]),
}


@given(
    changes=st.lists(st.sampled_from(list(_VALUES)).flatmap(lambda n: st.tuples(st.just(n), _VALUES[n])), max_size=8)
)
def test_any_changes_in_any_order_end_as_they_were_set(changes: list[tuple[str, Any]]) -> None:
    text = BEFORE
    for name, value in changes:
        text = config.changed_text(text, name, value)
    found = tomllib.loads(text)
    for name, value in dict(changes).items():
        section, _, key = name.partition(".")
        assert found[section][key] == value
    assert found["keys"]["record"]["log"] == "t"
    assert "# mine" in text
    assert "# dark" in text


def test_the_template_is_right_and_sets_nothing(tmp_path: Path) -> None:
    found = loaded(tmp_path, config.template())
    assert found == config.Config()
    everything = "\n".join(
        line.removeprefix("# ") if " = " in line and line.startswith("# ") else line
        for line in config.template().splitlines()
    )
    shown = loaded(tmp_path, everything)
    assert shown.warnings == ()
    assert {name: shown.value(name) for name in config.BY_NAME} == {s.name: s.default for s in config.SETTINGS}


def test_the_commands(run: Run, tmp_path: Path) -> None:
    path = Path(run("config", "path").out.strip())
    assert run("config", "check").code == 0
    assert run("config", "set", "ui.theme", "paper").code == 0
    assert path.stat().st_mode & 0o777 == 0o600
    assert run("config", "get", "ui.theme").out == "paper\n"
    assert run("config", "get", "ui.theme", "--json").out == '"paper"\n'
    assert "ui.theme\tpaper\tink" in run("config", "get").out
    assert run("config", "set", "ui.breakpoints", "80,120").code == 0
    assert run("config", "get", "ui.breakpoints").out == "[80, 120]\n"
    assert run("config", "check").code == 0


def test_wrong_settings_are_refused(run: Run) -> None:
    for arguments in (["ui.theme", "pink"], ["ui.thme", "ink"], ["backup.keep", "0"], ["ui.mouse", "maybe"]):
        told = run("config", "set", *arguments)
        assert told.code == 4
    assert "Did you mean ui.theme?" in run("config", "get", "ui.thme").err
    assert not Path(run("config", "path").out.strip()).exists()


def test_check_names_every_line(run: Run, tmp_path: Path) -> None:
    path = Path(run("config", "path").out.strip())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[ui]\ntheme = 'pink'\nmose = true\n[keys]\nrecord.lg = 't'\n")
    told = run("config", "check")
    assert told.code == 4
    for part in ("ui.theme", "ui.mose", "record.lg", str(path)):
        assert part in told.err


def test_edit_opens_the_editor_on_a_template(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sed -i 's/^# theme = .*/theme = \"paper\"/'")
    assert run("config", "edit").code == 0
    assert run("config", "get", "ui.theme").out == "paper\n"
    monkeypatch.setenv("EDITOR", "there-is-no-such-editor")
    told = run("config", "edit")
    assert told.code == 4
    assert "EDITOR" in told.err
