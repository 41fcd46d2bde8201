"""A rule with what it names exchanged: the clauses that name it are written anew, all other lines stay."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from salesdesk.domain.language.rewording import filter_with, names_with
from salesdesk.domain.language.rule_grammar import parse_rule
from salesdesk.domain.language.rule_tree import Action, Enrol, Event, Mail, Move, Place, Plan, Set, clause
from salesdesk.domain.language.words import words_text
from salesdesk.errors import InvalidError

_BY_NAME: tuple[tuple[type[Mail] | type[Enrol], str], ...] = ((Mail, "template"), (Enrol, "cadence"))
_REASONED = {"lost", "disqualified"}


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is exchanged: `table` of the thing named, whether a written name `fits` it, the `names` to write in its place
    (the old one too where something else is called so), and `means(kind of record, field)`, the table of what a field
    of such a record holds."""

    table: str
    fits: Callable[[str], bool]
    names: tuple[str, ...]
    means: Callable[[str, str], str]

    def in_filter(self, entity: str, text: str) -> str:
        """A filter with it exchanged."""
        return filter_with(text, lambda f, value: self.means(entity, f) == self.table and self.fits(value), self.names)

    def in_names(self, written: tuple[str, ...]) -> tuple[str, ...]:
        """A list of names with it exchanged."""
        return names_with(written, self.fits, self.names)

    def one(self, written: str) -> str:
        """One name; it stays where the old one still means something."""
        return self.names[0] if self.fits(written) and len(self.names) == 1 else written


def reworded(text: str, exchange: Exchange) -> str:
    """The text of a rule with a name exchanged; the same when it does not name it, or could not be read with it."""
    try:
        rule = parse_rule(text)
    except InvalidError:
        return text
    rows = text.split("\n")
    _exchange(rows, rule.places[0], rule.event, _event(rule.event, exchange))
    for number, action in enumerate(rule.actions):
        _exchange(rows, rule.place_of_action(number), action, _action(action, rule.event.entity, exchange))
    for number, written in enumerate(rule.filters):
        _write(rows, rule.place_of_filter(number), exchange.in_filter(rule.event.entity, written))
    new = "\n".join(rows)
    try:
        parse_rule(new)
    except InvalidError:
        return text
    return new


def _exchange(rows: list[str], place: Place, before: Event | Action, after: Event | Action) -> None:
    if after != before:
        _write(rows, place, clause(after))


def _write(rows: list[str], place: Place, words: str) -> None:
    row = rows[place.line - 1]
    rows[place.line - 1] = row[: place.column - 1] + words


def _event(event: Event, exchange: Exchange) -> Event:
    if event.what == "changes" and exchange.means(event.entity, event.field) == exchange.table:
        return replace(event, values=_values(event, exchange))
    if event.what in _REASONED and exchange.table == "lost_reason":
        return replace(event, names=exchange.in_names(event.names))
    if event.what == "logged" and exchange.table == "outcome":
        return replace(event, names=exchange.in_names(event.names))
    if event.what == "logged" and exchange.table == "activity_kind":
        return replace(event, kind=exchange.one(event.kind))
    return event


def _values(event: Event, exchange: Exchange) -> str:
    """The values something may become, as a filter writes them, for a name may hold a comma; the same without it."""
    before = words_text([f"{event.field}:{event.values}"])
    after = exchange.in_filter(event.entity, before) if event.values else before
    if after == before:
        return event.values
    values = after.partition(":")[2]
    return values if '"' in values else values.replace(",", ", ")


def _action(action: Action, entity: str, exchange: Exchange) -> Action:
    for makes, table in _BY_NAME:
        if isinstance(action, makes) and table == exchange.table:
            return replace(action, value=exchange.one(action.value))
    if isinstance(action, Move) and exchange.table == {"lead": "lead_status", "deal": "stage"}[entity]:
        return replace(action, value=exchange.one(action.value))
    if isinstance(action, Set) and exchange.means(entity, action.field) == exchange.table:
        return replace(action, value=exchange.one(action.value))
    if isinstance(action, Plan) and exchange.table == "activity_kind":
        return replace(action, verb=exchange.one(action.verb).lower())
    return action
