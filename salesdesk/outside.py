"""What lies outside the screens: files that are named, the clipboard, the editor, the telephone."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from salesdesk.errors import InvalidError
from salesdesk.i18n import tr

_OPENER_SECONDS = 2.0


def files_named(text: str) -> list[Path]:
    """The files a typed line names: paths, patterns and folders of CSV files, quoted or not."""
    found: list[Path] = []
    try:
        words = shlex.split(text)
    except ValueError:
        words = [text.strip()]
    whole = Path(text.strip()).expanduser()
    for word in [text.strip()] if whole.exists() else words:
        path = Path(word).expanduser()
        if path.is_dir():
            found += sorted(path.glob("*.csv"))
        elif not path.exists() and any(sign in path.name for sign in "*?["):
            found += sorted(_fitting(path))
        else:
            found.append(path)
    return found


def _fitting(pattern: Path) -> list[Path]:
    """The files that fit; a pattern that is none, such as `a**b`, names what it says."""
    try:
        return list(pattern.parent.glob(pattern.name))
    except (ValueError, NotImplementedError, OSError):
        return [pattern]


def one_file_named(text: str) -> str:
    """The one path or link a typed or pasted line names: terminals quote and escape what is dropped on them."""
    text = text.strip()
    if not Path(text).expanduser().exists():
        try:
            words = shlex.split(text) if os.name != "nt" else [text.strip('"')]
        except ValueError:
            return text
        if len(words) == 1:
            return words[0]
    return text


_TOOLS = (
    ["wl-copy"],
    ["xclip", "-selection", "clipboard"],
    ["pbcopy"],
    ["clip.exe"],
    ["tmux", "load-buffer", "-w", "-"],
)


def copy_with_tool(text: str) -> str:
    """Copy by the first tool that is there and works; its name, or '' when none is."""
    for tool in _TOOLS:
        if tool[0] == "tmux" and not os.environ.get("TMUX"):
            continue
        if tool[0] == "wl-copy" and not os.environ.get("WAYLAND_DISPLAY"):
            continue
        if tool[0] == "xclip" and not os.environ.get("DISPLAY"):
            continue
        if shutil.which(tool[0]):
            done = subprocess.run(tool, input=text.encode(), capture_output=True, timeout=3, check=False)
            if done.returncode == 0:
                return tool[0]
    return ""


def edit_text(editor: str, text: str) -> str | None:
    """The text as the editor leaves it; None when it failed or was left unchanged."""
    with tempfile.TemporaryDirectory(prefix="salesdesk-") as folder:
        path = Path(folder) / "notes.md"
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([*shlex.split(editor), str(path)], check=False)
        if done.returncode != 0:
            return None
        after = path.read_text(encoding="utf-8")
    return after if after != text else None


def dial_with(command: str, phone: str, name: str) -> None:
    """Start the dial command with its `{phone}` and `{name}` filled; OSError when it cannot be started."""
    parts = [part.replace("{phone}", phone).replace("{name}", name) for part in shlex.split(command)]
    subprocess.Popen(parts, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def open_with_system(target: str) -> None:
    """Open an absolute path or a link with the program the system has for it, never through a shell.

    InvalidError when there is no opener or it says at once that it cannot.
    """
    if sys.platform == "win32":
        try:
            os.startfile(target)
        except OSError as error:
            raise InvalidError(tr("It cannot be opened: {reason}.", reason=error.strerror)) from None
        return
    opener = next((name for name in ("open", "wslview", "xdg-open") if _usable(name)), "")
    if not opener:
        raise InvalidError(tr("There is no program here that opens files."), hint=tr("Install xdg-utils, or save it."))
    quiet = subprocess.DEVNULL
    started = subprocess.Popen([opener, target], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        failed = started.wait(_OPENER_SECONDS) != 0
    except subprocess.TimeoutExpired:
        # It stays as long as the program it started.
        return
    if failed:
        raise InvalidError(tr("The system found no program to open it."), hint=tr("Save it, or copy its path."))


def _usable(opener: str) -> bool:
    # On Linux `open` may be another program altogether.
    return (opener != "open" or sys.platform == "darwin") and shutil.which(opener) is not None


def paths_starting(text: str) -> list[str]:
    """The paths that begin with what is typed, folders with a separator at their end; hidden ones when asked for."""
    folder, slash, start = text.rpartition(os.sep)
    base = Path(f"{folder}{slash}" or ".").expanduser()
    try:
        names = sorted(f"{p.name}{os.sep}" if p.is_dir() else p.name for p in base.iterdir())
    except (OSError, RuntimeError, ValueError):
        return []
    found = [name for name in names if not name.startswith(".") or start.startswith(".")]
    return [f"{folder}{slash}{name}" for name in found if name.startswith(start)]
