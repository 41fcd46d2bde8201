"""The list of actions: complete, without clashes, reachable on every keyboard, and the keymap made of it."""

import subprocess
import sys

import pytest

from salesdesk.actions.table import ACTIONS, BY_ID, FOOTERS, MARKED, STACKS, reference
from salesdesk.actions.tabs import TABS
from salesdesk.keymap import (
    Keymap,
    bindings,
    clashes,
    load_keymap,
    out_of_reach,
    textual_key,
    unreachable,
)
from salesdesk.widgets.key_footer import key_line
from salesdesk.widgets.text import measure


def test_every_action_is_whole() -> None:
    assert len(BY_ID) == len(ACTIONS)
    for action in ACTIONS:
        assert action.help.endswith(".")
        assert bool(action.cli) != bool(action.no_cli), action.id
        assert action.where
    assert all(name in BY_ID for names in FOOTERS.values() for name in (*names, *MARKED))
    assert [tab.digit for tab in TABS] == ["1", "2", "3", "4", "5", "6", "8"]
    assert len(reference()) == len(ACTIONS)


def test_no_key_means_two_things() -> None:
    assert clashes() == []


def test_every_action_has_a_key_without_altgr() -> None:
    assert unreachable() == []
    assert out_of_reach(["["]) == ["German", "Nordic", "Hungarian"]
    assert out_of_reach(["#"]) == ["Hungarian"]
    assert out_of_reach(["[", ","]) == []


def test_no_default_needs_a_key_that_terminals_take() -> None:
    keys = {key for action in ACTIONS for key in action.keys}
    assert not keys & {"ctrl+a", "ctrl+b", "ctrl+s", "ctrl+space", "ctrl+enter"}
    assert not any(key.startswith(("alt+", "f1", "f2")) for key in keys)


@pytest.mark.parametrize("screen", FOOTERS)
@pytest.mark.parametrize("cells", [40, 78, 118])
def test_footers_fit_and_keep_the_keys_hint(screen: str, cells: int) -> None:
    keymap = Keymap()
    line = key_line(keymap.footer(screen), keymap.hint("app.keys"), cells)
    assert measure(line) == cells
    assert "".join(piece.text for piece in line).endswith("? keys")


def test_the_list_of_actions_needs_no_textual() -> None:
    code = "import sys, salesdesk.actions.table; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_bindings_carry_ids_and_textual_names() -> None:
    found = {binding.id: binding for binding in bindings(*STACKS["kpis"])}
    assert found["period.previous"].key == "left_square_bracket,comma"
    assert found["record.open"].action == "record_open"
    assert "deal.forward" not in found


def test_changed_keys_are_used_and_shown() -> None:
    keymap, warnings = load_keymap({"record.log": "ctrl+t, y", "record.copy": "ctrl+y", "period.next": ","})
    assert warnings == ["[keys] period.next: , already means period.previous; the line is ignored."]
    assert keymap.textual() == {"record.log": "ctrl+t,y", "record.copy": "ctrl+y"}
    assert keymap.hint("record.log").keys == "ctrl+t"
    assert textual_key("#") == "number_sign"


@pytest.mark.parametrize(
    ("name", "keys", "said"),
    [
        ("record.lgo", "x", "Did you mean record.log?"),
        ("record.log", "", "names no key"),
        ("record.log", "n", "n already means record.next"),
        ("move.down", "t", "t already means record.log"),
        ("app.messages", "M", "takes no key"),
    ],
)
def test_a_bad_line_is_left_out_alone(name: str, keys: str, said: str) -> None:
    keymap, warnings = load_keymap({name: keys, "record.tag": "ctrl+g"})
    assert len(warnings) == 1
    assert said in warnings[0]
    assert keymap.textual() == {"record.tag": "ctrl+g"}
