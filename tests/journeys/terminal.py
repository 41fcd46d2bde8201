"""A real terminal: salesdesk in a tmux of its own."""

import os
import subprocess
import sys
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = frozenset({"Enter", "Escape", "Tab", "Space"})


class Terminal:
    """A tmux session of its own server running salesdesk."""

    def __init__(self, place: str, size: tuple[int, int], log: Path, command: str = "") -> None:
        self.server = f"salesdesk-{uuid.uuid4().hex[:8]}"
        command = f"{sys.executable} -m salesdesk --db {place} {command}"
        kept = {name: text for name, text in os.environ.items() if name not in {"COLUMNS", "LINES", "TMUX"}}
        environment = {
            **kept,
            "SALESDESK_NOW": "2026-11-23T08:12:00Z",
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm-256color",
        }
        subprocess.run(
            ["tmux", "-L", self.server, "-f", "/dev/null", "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), command],
            check=True, env=environment,
        )  # fmt: skip
        self.run("pipe-pane", "-o", f"cat >> {log}")

    def run(self, *arguments: str) -> str:
        done = subprocess.run(["tmux", "-L", self.server, *arguments], capture_output=True, text=True, check=False)
        return done.stdout

    def press(self, *keys: str) -> None:
        for key in keys:
            self.run("send-keys", key)
            time.sleep(0.25)

    def type(self, *keys: str) -> None:
        """Send keys as fast as a terminal can; a name such as Enter is a key, everything else is typed as it stands."""
        words: list[str] = []
        for key in keys:
            words += [*([";"] if words else []), "send-keys", *(() if key in NAMED else ("-l",)), key]
        self.run(*words)

    def screen(self) -> str:
        """What is on it now."""
        return self.run("capture-pane", "-p")

    def wait_for(self, words: str, seconds: float = 15.0) -> str:
        """The screen once it holds the words."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            text = self.screen()
            if words in text:
                return text
            time.sleep(0.03)
        raise AssertionError(f"'{words}' did not appear on:\n{self.screen()}")

    def wait_gone(self, words: str, seconds: float = 15.0) -> None:
        """Until the words are not on the screen any more."""
        end = time.monotonic() + seconds
        while words in self.screen():
            assert time.monotonic() < end, self.screen()
            time.sleep(0.03)

    def pid(self) -> int:
        return int(self.run("display-message", "-p", "#{pane_pid}").strip())

    def close(self) -> None:
        self.run("kill-server")
