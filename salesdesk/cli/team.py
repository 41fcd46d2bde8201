"""The teams members belong to, from the shell."""

from salesdesk.cli.listed import list_commands

commands = list_commands("team", examples=("team add 'Field sales'",), verbs=("list", "add", "set"))
