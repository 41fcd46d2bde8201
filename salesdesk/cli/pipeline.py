"""The ways a deal can go, from the shell."""

from salesdesk.cli.listed import list_commands

commands = list_commands("pipeline", examples=("pipeline set sales --name 'New business'",), verbs=("list", "set"))
