"""Where leads come from, from the shell."""

from salesdesk.cli.listed import list_commands

commands = list_commands("source", examples=("source add 'Trade fair' --direction outbound",))
