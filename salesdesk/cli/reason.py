"""Why deals are lost and leads disqualified, from the shell."""

from salesdesk.cli.listed import list_commands

commands = list_commands("reason", of="what", examples=("reason add deal 'No stock' --letter s",))
