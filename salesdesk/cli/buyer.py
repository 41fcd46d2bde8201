"""Buyers to practise with, from the shell."""

from salesdesk.cli.texts import declare_ready, text_commands

commands = text_commands("buyer")
declare_ready(commands, "buyer")
