"""Talking points the team shares, from the shell."""

from salesdesk.cli.texts import text_commands

commands = text_commands("snippet")
