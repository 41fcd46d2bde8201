"""`salesdesk config`: the user's own settings on this machine."""

import os
import shlex
import subprocess
from pathlib import Path
from typing import Annotated, Any

from salesdesk import config, paths
from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.errors import ExitCode, InvalidError
from salesdesk.i18n import tr

commands = Commands("config")

_NAME = Argument("NAME", "The setting, such as ui.theme.", complete="setting")


@commands.verb("path")
def path(call: Call) -> str:
    """Print where the file is."""
    return str(paths.config_file())


@commands.verb("get", listing=True, examples=("config get", "config get ui.theme"))
def get(call: Call, name: Annotated[str | None, _NAME] = None) -> Listing | str:
    """Show one setting, or all of them."""
    settings = call.config
    if name:
        value = settings.value(config.named(name).name)
        if not call.wants_json:
            return value if isinstance(value, str) else config.toml(value)
        return Listing((), (), document=value)

    def value_of(row: config.Setting) -> Any:
        return settings.value(row.name)

    return Listing(
        (
            Column("name", "Setting", lambda row: row.name),
            Column(
                "value",
                "Value",
                value_of,
                show=lambda row: config.toml(value_of(row)),
                tone=lambda row: "strong",
            ),
            Column(
                "default",
                "Default",
                lambda row: row.default,
                show=lambda row: config.toml(row.default),
                rank=2,
            ),
            Column("help", "What it does", lambda row: tr(row.help), tone=lambda row: "muted", rank=1),
        ),
        config.SETTINGS,
    )


@commands.verb("set", result=True, examples=("config set ui.theme paper", "config set ui.breakpoints 90,130"))
def set_(
    call: Call,
    name: Annotated[str, _NAME],
    value: Annotated[str, Argument("VALUE", "What it becomes.")],
) -> Done:
    """Change one setting; the rest of the file stays as it is, comments too."""
    kept = config.change(name, value)
    return Done(tr("{name} is {value} now.", name=name, value=config.toml(kept)), {"name": name, "value": kept})


@commands.verb("edit")
def edit(call: Call) -> int:
    """Open the file in your editor, then check it."""
    place = paths.config_file()
    if not place.exists():
        paths.write_private(place, config.template().encode())
    run_editor(place)
    return _check(call)


def run_editor(file: Path) -> None:
    """Open a file in the user's editor and wait; InvalidError when that does not work."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    try:
        subprocess.run([*shlex.split(command), str(file)], check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise InvalidError(
            tr("The editor '{command}' did not work: {why}.", command=command, why=error),
            hint=tr("Set EDITOR to one that does."),
        ) from None


@commands.verb("check")
def check(call: Call) -> int:
    """Check the file; exit 4 when a line of it is ignored."""
    return _check(call)


def _check(call: Call) -> int:
    from salesdesk.keymap import load_keymap

    place = paths.config_file()
    if not place.exists():
        call.say(tr("There is no {path}; the defaults hold.", path=place))
        return ExitCode.DONE
    found = config.load(place)
    warnings = [*found.warnings, *load_keymap(found.keys)[1]]
    if warnings:
        raise InvalidError("\n".join(warnings), hint=tr("The file: {path}.", path=place))
    call.say(tr("{path} is right.", path=place))
    return ExitCode.DONE
