"""What an action is, and how a room declares its own."""

from typing import NamedTuple


class Action(NamedTuple):
    """One thing a user can do.

    `where` names the contexts it works in (see `STACKS`). A low `rank` stays longest in a narrow key bar.
    `bulk`: it acts on the marked rows when there are any. `verb`: it changes data, a pasted burst is refused.
    `cli` is the command that does the same, or `no_cli` says why there is none.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    where: tuple[str, ...]
    rank: int = 5
    bulk: bool = False
    verb: bool = False
    cli: str = ""
    no_cli: str = ""
    footer_keys: str = ""

    @property
    def name(self) -> str:
        """The name of the method without its `action_`."""
        return self.id.replace(".", "_")


class Group:
    """The actions of one group, declared a line or two each; keys are parted by spaces."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(
        self,
        name: str,
        keys: str,
        label: str,
        help: str,  # noqa: A002
        where: tuple[str, ...],
        *,
        cli: str = "",
        no_cli: str = "",
        rank: int = 5,
        acts: str = "",
        footer_keys: str = "",
    ) -> Action:
        return Action(
            name,
            tuple(keys.split()),
            label,
            help,
            self.name,
            where,
            rank=rank,
            bulk="bulk" in acts,
            verb="verb" in acts,
            cli=cli,
            no_cli=no_cli,
            footer_keys=footer_keys,
        )
