"""Scripts of calls, from the shell."""

from salesdesk.cli.texts import declare_ready, text_commands

commands = text_commands("script")
declare_ready(commands, "script")
