"""What the docs show is run: the examples of the README in a shell, those of the help through the parser."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from salesdesk.cli.contents import ENTRIES, all_commands
from salesdesk.cli.quick import parse
from salesdesk.services.setup import Beginning, add_member, create

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(mark: str) -> list[str]:
    """The lines of the code block between `<!-- mark -->` and `<!-- end -->`."""
    found = re.search(rf"<!-- {mark} -->\n```\n(.*?)```\n<!-- end -->", README, re.DOTALL)
    assert found, f"the README has no block '{mark}'"
    return found[1].strip().splitlines()


def test_the_examples_of_the_readme_work_one_after_another(tmp_path: Path) -> None:
    place = tmp_path / "team.db"
    desk = create(str(place), Beginning(me="Maya Kessler"))
    add_member(desk, "Omar Farouk")
    desk.workspace.close()
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    command = bin_folder / "salesdesk"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m salesdesk "$@"\n')
    command.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "SALESDESK_DB": str(place),
        "SALESDESK_AS": "Maya",
        "PYTHONPATH": str(ROOT),
    }
    for line in block("examples"):
        done = subprocess.run(
            ["bash", "-c", line], env=environment, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        assert "Traceback" not in done.stderr


def test_the_readme_has_the_two_commands() -> None:
    assert len(block("run")) == 1
    assert block("run")[0].endswith("salesdesk demo")
    assert len(block("test")) == 1
    assert block("test")[0].endswith("pytest")


@pytest.mark.parametrize("example", [e for command in all_commands() for e in command.examples])
def test_the_examples_of_the_help_are_understood(example: str) -> None:
    hot = {command.path for command in all_commands()}
    words = parse(shlex.split(example.partition(" > ")[0]), hot)
    assert words is not None, example
    assert words.command is not None, example


@pytest.mark.parametrize("picture", re.findall(r"\]\((docs/pictures/[^)]+)\)", README))
def test_the_pictures_of_the_readme_are_there(picture: str) -> None:
    assert (ROOT / picture).stat().st_size > 1000


def test_every_word_of_the_readme_commands_exists() -> None:
    for word in re.findall(r"^salesdesk (?:--\S+ \S+ )*([a-z]+)", README, re.MULTILINE):
        assert word in ENTRIES, word
