"""What each list is made of, declared once: its table, what its entries belong to, and their fields."""

from dataclasses import dataclass, field
from typing import Literal

from salesdesk.store.seeds import KIND_MEANINGS, OUTCOME_MEANINGS

FieldKind = Literal["letter", "choice", "step", "number"]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of an entry: what it is called, its column, and how it is read."""

    name: str
    column: str
    kind: FieldKind
    help: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list. Its entries belong to a row of the table `of` through `of_column`, or to one of `of_choices`.

    `steady`: the meaning stays, and entries are only merged with one of the same meaning; `needed` are the meanings
    of which one entry has to be left, `every` that one has to be left at all. Entries that are not `placed` stand by name.
    """

    noun: str
    table: str
    fields: tuple[FieldSpec, ...]
    of: str = ""
    of_column: str = ""
    of_choices: tuple[str, ...] = ()
    steady: bool = False
    needed: tuple[str, ...] = ()
    every: bool = True
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is now; `of` names what it belongs to, `values` holds its fields by name."""

    id: bytes
    name: str
    of: str = ""
    of_key: object = None
    position: int = 0
    values: dict[str, object] = field(default_factory=dict)

    @property
    def meaning(self) -> str:
        """What the code knows it by."""
        return str(self.values.get("meaning", ""))


def _meaning(choices: tuple[str, ...], what: str = "What it counts as.") -> FieldSpec:
    return FieldSpec("meaning", "meaning", "choice", what, choices)


_LETTER = FieldSpec("letter", "letter", "letter", "The key that picks it; the first free one of its name otherwise.")


def a_noun(spec: "ListSpec") -> str:
    """`an outcome`, `a kind`."""
    return f"{'an' if spec.noun[0] in 'aeiou' else 'a'} {spec.noun}"


LISTS = {
    spec.noun: spec
    for spec in (
        ListSpec(
            "outcome",
            "outcome",
            (_LETTER, _meaning(OUTCOME_MEANINGS), FieldSpec("next", "next_step", "step", "What follows: 'call +2d'.")),
            of="activity_kind",
            of_column="kind_id",
        ),
        ListSpec(
            "kind",
            "activity_kind",
            (_LETTER, _meaning(KIND_MEANINGS, "What it is to the program.")),
            needed=("call", "mail", "meeting", "task", "note"),
        ),
        ListSpec(
            "source",
            "source",
            (FieldSpec("direction", "direction", "choice", "Who began it.", ("inbound", "outbound")),),
            every=False,
        ),
        ListSpec(
            "reason",
            "lost_reason",
            (_LETTER,),
            of_column="applies_to",
            of_choices=("lead", "deal"),
        ),
        ListSpec(
            "status",
            "lead_status",
            (_meaning(("open", "converted", "closed")),),
            steady=True,
            needed=("open", "converted", "closed"),
        ),
        ListSpec(
            "stage",
            "stage",
            (
                _meaning(("open", "won", "lost")),
                FieldSpec("probability", "probability", "number", "The chance of a deal in it, 0 to 100."),
                FieldSpec("rotting", "rotting_days", "number", "After so many days in it a deal goes stale; none."),
            ),
            of="pipeline",
            of_column="pipeline_id",
            steady=True,
            needed=("open", "won", "lost"),
        ),
        ListSpec("pipeline", "pipeline", ()),
        ListSpec("team", "team", (), every=False, placed=False),
    )
}
