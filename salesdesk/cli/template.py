"""Mail templates, from the shell."""

from salesdesk.cli.texts import text_commands

commands = text_commands("template")
