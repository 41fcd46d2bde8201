"""The manual names everything there is."""

import shutil
import subprocess

import pytest

from salesdesk.actions.table import ACTIONS
from salesdesk.cli.contents import all_commands
from salesdesk.cli.manual import _as_text, _blocks
from tests.cli.conftest import Run


def test_every_command_option_and_action_is_in_it(run: Run) -> None:
    page = run("man").out.replace("\\-", "-")
    text = _as_text(list(_blocks()))
    for whole in (page, text):
        for command in all_commands():
            assert f"salesdesk {' '.join(command.path)}" in whole
            for parameter in command.parameters:
                assert parameter.shown in whole
        for action in ACTIONS:
            assert action.id in whole
        for word in ("SALESDESK_NOW", "NO_COLOR", "not:term", "130"):
            assert word in whole
    assert max(len(line) for line in text.splitlines()) <= 90


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_the_page_is_written_right(run: Run) -> None:
    page = run("man").out
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-K", "utf-8"],
        input=page.encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == b""


def test_no_line_of_text_is_taken_for_a_request(run: Run) -> None:
    for line in run("man").out.splitlines():
        assert not line.startswith("'")
        if line.startswith("."):
            assert line.split()[0] in {".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi"}
