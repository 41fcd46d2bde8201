"""The milestones of deals, from the shell."""

from salesdesk.cli.listed import list_commands

commands = list_commands(
    "stage",
    of="pipeline",
    complete="pipeline",
    examples=("stage add sales 'Legal review' --meaning open --probability 90",),
)
