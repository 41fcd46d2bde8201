"""What lies outside the screens: files that are named, the clipboard, the editor, the telephone."""

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path


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
        elif any(sign in path.name for sign in "*?["):
            found += sorted(path.parent.glob(path.name))
        else:
            found.append(path)
    return found


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
