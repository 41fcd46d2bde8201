"""`salesdesk setting`: what the team shares, kept in the workspace."""

from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.i18n import tr

commands = Commands("setting")


@commands.verb("list", listing=True)
def list_settings(call: Call) -> Listing:
    """List the settings of the workspace."""
    from salesdesk.services.settings import SETTINGS, shown

    desk = call.desk
    return Listing(
        (
            Column("name", "Setting", lambda s: s.name),
            Column("value", "Value", lambda s: shown(desk, s), tone=lambda _: "strong"),
            Column("help", "What it does", lambda s: tr(s.help), tone=lambda _: "muted", rank=1),
        ),
        SETTINGS,
    )


@commands.verb("set", result=True, examples=("setting set holidays HU", "setting set attempts 8"))
def set_(
    call: Call,
    name: Annotated[str, Argument("NAME", "The setting, such as holidays.", complete="team setting")],
    value: Annotated[str, Argument("VALUE", "What it becomes.")],
) -> Done:
    """Change a setting of the workspace, for everyone."""
    from salesdesk.services.settings import change_setting, setting_named, shown

    desk = call.own_desk
    sentence = change_setting(desk, name, value)
    setting = setting_named(name)
    document = {"name": setting.name, "value": shown(desk, setting)}
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), document)
