"""How a contact can end, from the shell."""

from salesdesk.cli.listed import list_commands

commands = list_commands(
    "outcome",
    of="kind",
    complete="kind",
    examples=("outcome add call Gatekeeper --letter g --meaning attempt --next 'call +1d'",),
)
