"""Where leads stand, from the shell."""

from salesdesk.cli.listed import list_commands

commands = list_commands("status", examples=("status add 'On hold' --meaning open",))
