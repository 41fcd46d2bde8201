"""The channels of contact and how a contact on each can end, found as people name them."""

from salesdesk.domain.text import fold
from salesdesk.errors import AmbiguousError, InvalidError
from salesdesk.services.desk import Desk
from salesdesk.store.read.lookups import Choice, OutcomeRow, choices, outcomes

_VERB_MEANING = {"meet": "meeting", "send": "mail", "todo": "task"}


def kinds(desk: Desk) -> list[Choice]:
    """The kinds of activity, in order."""
    return choices(desk.connection, "activity_kind")


def kind_named(desk: Desk, name: str) -> Choice:
    """The kind of that name, meaning, or beginning; InvalidError lists them."""
    asked = fold(name)
    every = kinds(desk)
    for test in (
        lambda k: fold(k.name) == asked,
        lambda k: k.meaning == asked,
        lambda k: fold(k.name).startswith(asked),
    ):
        found = [k for k in every if test(k)]
        if found:
            return found[0]
    raise InvalidError(
        f"'{name}' is not a kind of activity.", hint="There are: " + ", ".join(k.name for k in every) + "."
    )


def kind_of_verb(desk: Desk, verb: str) -> Choice:
    """The kind of activity a verb of the capture line means."""
    every = kinds(desk)
    wanted = _VERB_MEANING.get(verb, verb)
    by_name = [k for k in every if fold(k.name) == wanted]
    by_meaning = [k for k in every if k.meaning == wanted]
    return (by_name or by_meaning or every)[0]


def outcomes_of(desk: Desk, kind: Choice) -> list[OutcomeRow]:
    """How a contact of that kind can end, in order."""
    return [o for o in outcomes(desk.connection) if o.kind_id == kind.id]


def outcome_named(desk: Desk, name: str, kind: Choice | None = None) -> OutcomeRow:
    """The outcome of that letter, name or beginning of a name; of one kind, or of whichever has it first."""
    asked = fold(name)
    every = [o for o in outcomes(desk.connection) if kind is None or o.kind_id == kind.id]
    found = [o for o in every if fold(o.name) == asked] or [o for o in every if fold(o.name).startswith(asked)]
    if kind is not None and len(asked) == 1:
        found = [o for o in every if o.letter == asked] or found
    if not found:
        words = ", ".join(dict.fromkeys(o.name.lower() for o in every))
        raise InvalidError(f"'{name}' is not an outcome.", hint=f"There are: {words}.")
    names = dict.fromkeys(o.name for o in found)
    if len(names) > 1 and kind is not None:
        raise AmbiguousError(f"Several outcomes start with '{name}'.", list(names))
    return found[0]
