"""The channels of contact and how a contact on each can end, found as people name them."""

from collections.abc import Sequence
from typing import TypeVar

from salesdesk.domain.language.recognisers import VERBS
from salesdesk.domain.text import fold
from salesdesk.errors import AmbiguousError, InvalidError
from salesdesk.services.desk import Desk
from salesdesk.store.read.lookups import Choice, OutcomeRow, choices, outcomes

T = TypeVar("T")
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


def read_outcome(desk: Desk, words: Sequence[str], kind: Choice) -> tuple[OutcomeRow, list[str]]:
    """The outcome the first words name, and the words after it.

    A channel may stand before it (`mail sent`, `note`); without one it is an outcome of `kind`, else of whichever
    kind has it. Raises InvalidError with what there is, AmbiguousError when several fit.
    """
    named = _at_start(words, [(o.name, o) for o in outcomes_of(desk, kind)])
    if named:
        return named
    first, channel = words[0] if words else "", _channel(desk, words)
    beginning = [o for o in outcomes_of(desk, kind) if fold(o.name).startswith(fold(first))]
    anywhere = any(fold(o.name).startswith(fold(first)) for o in outcomes(desk.connection))
    # A verb is a channel unless an outcome begins so: `callback` is how a call ended.
    if channel and (fold(channel[0].name) == fold(first) or not anywhere):
        return _of_channel(desk, *channel, words, beginning)
    named = _at_start(words, [(o.name, o) for o in outcomes(desk.connection)])
    if named:
        return named
    letters = [o for o in outcomes_of(desk, kind) if o.letter == first]
    return outcome_named(desk, first, kind if beginning or letters else None), list(words[1:])


def _of_channel(
    desk: Desk, channel: Choice, rest: list[str], words: Sequence[str], also: Sequence[OutcomeRow]
) -> tuple[OutcomeRow, list[str]]:
    every = outcomes_of(desk, channel)
    named = _at_start(rest, [(o.name, o) for o in every])
    if named:
        return named
    short = [o for o in every if rest and (o.letter == rest[0] or fold(o.name).startswith(fold(rest[0])))]
    if len(short) == 1:
        return short[0], rest[1:]
    if len(every) == 1:
        return every[0], rest
    ways = [f"{channel.name.lower()} {o.name.lower()}" for o in every]
    if also and not rest:
        raise AmbiguousError(f"'{words[0]}' can mean several things.", [*ways, *(o.name.lower() for o in also)])
    raise InvalidError(f"How did the {channel.name.lower()} end?", hint=f"Say one of: {', '.join(ways)}.")


def _channel(desk: Desk, words: Sequence[str]) -> tuple[Choice, list[str]] | None:
    """The kind of activity the first words name, by its name or a verb, and the words after it."""
    named = _at_start(words, [(k.name, k) for k in kinds(desk)])
    verb = None if named else _at_start(words, list(VERBS.items()))
    return (kind_of_verb(desk, verb[0]), verb[1]) if verb else named


def _at_start(words: Sequence[str], known: Sequence[tuple[str, T]]) -> tuple[T, list[str]] | None:
    """What the longest name at the start of the words stands for, and the words after it."""
    by_name = {fold(name).replace("-", " "): value for name, value in reversed(known)}
    for count in range(min(3, len(words)), 0, -1):
        found = by_name.get(fold(" ".join(words[:count])).replace("-", " "))
        if found is not None:
            return found, list(words[count:])
    return None
