"""Names of files and links that came from outside: what may be kept, shown and handed to the system."""

import re
from urllib.parse import unquote, urlsplit

from salesdesk.domain.text import clean

NAME_LIMIT = 120
SCHEMES = ("http", "https", "mailto", "file")
# What starts a program when it is opened, on one system or another.
_PROGRAMS = frozenset(
    [
        "app",
        "appimage",
        "bat",
        "cmd",
        "com",
        "command",
        "cpl",
        "desktop",
        "exe",
        "hta",
        "jar",
        "js",
        "jse",
        "lnk",
        "msc",
        "msi",
        "ps1",
        "reg",
        "scr",
        "sh",
        "url",
        "vb",
        "vbe",
        "vbs",
        "wsf",
    ]
)
# Letters no file name has on Windows, and the separators of every system.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def file_name(text: str) -> str:
    """A name that is safe on every system and stays in its folder; '' becomes 'file'.

    No separators, controls, leading dots or dashes, no device names; at most 120 characters, the ending kept.
    """
    name = _FORBIDDEN.sub("_", clean(text)).strip(" ._-")
    if len(name) > NAME_LIMIT:
        stem, dot, ending = name.rpartition(".")
        keep = f"{dot}{ending}" if dot and len(ending) <= 10 else ""
        name = (stem if keep else name)[: NAME_LIMIT - len(keep)].rstrip(" ._-") + keep
    if _DEVICES.match(name):
        name = f"my {name}"[:NAME_LIMIT]
    return name or "file"


def is_program(name: str) -> bool:
    """Whether opening a file of this name would start something instead of showing it."""
    return name.rpartition(".")[2].lower() in _PROGRAMS


def link_scheme(text: str) -> str:
    """The scheme of a text written as a link (`https`), lower case; '' for a path (`C:\\x` and `a:b` are none)."""
    match = _SCHEME.match(text.strip())
    if not match or len(match[1]) == 1:
        return ""
    scheme, rest = match[1].lower(), text.strip()[match.end() :]
    return scheme if rest.startswith("//") or scheme in {*SCHEMES, "javascript", "data", "vbscript"} else ""


def why_not_link(text: str) -> str:
    """Why a link is not taken; '' when it is."""
    scheme = link_scheme(text)
    if scheme not in SCHEMES:
        return f"'{scheme}:' is not a kind of link that is kept."
    parts = _parts(text)
    if parts is None or any(c.isspace() for c in text.strip()):
        return "That is not a whole link."
    if scheme == "file" and parts.netloc not in {"", "localhost"}:
        return f"A file link must name a file of this machine, not of '{parts.netloc}'."
    if scheme in {"http", "https"} and not parts.hostname:
        return "That link names no server."
    if scheme == "mailto" and "@" not in parts.path:
        return "That link names no mail address."
    if scheme == "mailto" and "attach" in unquote(parts.query).lower():
        # Some mail programs would take a file of the reader's along.
        return "A mail link must not name files to attach."
    return ""


def link_name(text: str) -> str:
    """What a link is called until somebody gives it a name: its last part, its server or its address."""
    parts = _parts(text)
    if parts is None:
        return file_name(text)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    if parts.scheme.lower() in {"http", "https"} and "." not in last:
        last = f"{parts.hostname or ''} {last}".strip()
    return file_name(last or parts.netloc)


def file_link_path(text: str) -> str:
    """The path a `file:` link names."""
    parts = _parts(text)
    path = unquote(parts.path) if parts else ""
    return path[1:] if re.match(r"/[A-Za-z]:", path) else path


def _parts(text: str):  # type: ignore[no-untyped-def]
    try:
        parts = urlsplit(text.strip())
        _ = parts.port
    except ValueError:
        return None
    return parts


def say_size(size: int | None) -> str:
    """A size as people say it: `340 B`, `12 KB`, `3.4 MB`."""
    if size is None:
        return ""
    if size < 1000:
        return f"{size} B"
    if size < 999_500:
        return f"{round(size / 1000)} KB"
    return f"{size / 1_000_000:,.1f} MB"
