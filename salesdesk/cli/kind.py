"""The channels of contact, from the shell."""

from salesdesk.cli.listed import list_commands

commands = list_commands("kind", examples=("kind add Lunch --letter l --meaning meeting",))
