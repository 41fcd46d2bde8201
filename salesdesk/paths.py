"""Where salesdesk keeps things: the platform's own folders, made private when they are made."""

import os

from salesdesk.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

APP = "salesdesk"


def data_folder() -> "Path":
    """The folder of the default workspace, the demo and the backups (`XDG_DATA_HOME` on Linux)."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def config_name() -> str:
    """The path of `config.toml`, or what `SALESDESK_CONFIG` names."""
    named = os.environ.get("SALESDESK_CONFIG")
    if named:
        return named
    from platformdirs import user_config_dir

    return os.path.join(user_config_dir(APP, appauthor=False), "config.toml")


def config_file() -> "Path":
    """`config.toml`, or what `SALESDESK_CONFIG` names."""
    from pathlib import Path

    return Path(config_name())


def default_workspace() -> "Path":
    """The workspace used when nothing else is named."""
    return data_folder() / "salesdesk.db"


def demo_workspace() -> "Path":
    """The workspace of the demo, safe to break."""
    return data_folder() / "demo.db"


def backup_folder(workspace: "Path") -> "Path":
    """Where the backups of a workspace file go: beside it."""
    return workspace.parent / f"{workspace.stem}-backups"


def files_folder(workspace: "Path") -> "Path":
    """Where the attached files of a workspace file are kept: beside it."""
    return workspace.parent / f"{workspace.stem}-files"


def cache_folder() -> "Path":
    """What can be made again at any time (`XDG_CACHE_HOME` on Linux)."""
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)


def write_private(path: "Path", content: bytes) -> None:
    """Write a whole file that only its owner can read, in one step, whoever else writes it at that moment."""
    import tempfile
    from pathlib import Path

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = path.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:80]}.", suffix=".new", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def sync_folder(folder: "Path") -> None:
    """See that the names in a folder are on the disk."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def device() -> str:
    """The name of this machine, so that undo knows whose last change is whose."""
    # `platform` costs a millisecond at every start and says the same.
    if hasattr(os, "uname"):
        return os.uname().nodename
    return os.environ.get("COMPUTERNAME", "this machine")
