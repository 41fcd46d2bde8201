"""Starting imports nothing that only POSIX has, so that Windows is a machine like any other."""

import subprocess
import sys
from pathlib import Path

BLOCKED = ("fcntl", "termios", "tty", "pwd", "grp", "resource", "pty", "readline", "syslog")
CODE = """
import os, sys
for name in {blocked!r}:
    sys.modules[name] = None
if hasattr(os, "uname"):
    del os.uname
from salesdesk.cli.main import main
sys.exit(main({arguments!r}))
"""


def run_blocked(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    code = CODE.format(blocked=BLOCKED, arguments=arguments)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)


def test_help_and_a_list_start_without_posix_modules(desk_file: Path) -> None:
    told = run_blocked(["--help"])
    assert told.returncode == 0, told.stderr
    listed = run_blocked(["--db", str(desk_file), "lead", "list", "--json"])
    assert (listed.returncode, listed.stdout) == (0, "[]\n"), listed.stderr


def test_a_write_works_without_posix_modules(desk_file: Path) -> None:
    made = run_blocked(["--db", str(desk_file), "add", "Anna Lindqvist at Acme Nordic"])
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith("L-")
