"""A rule with what it names exchanged: the clauses that name it are written anew, all other lines stay."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from salesdesk.domain.language.rewording import filter_with, names_with, views_with
from salesdesk.domain.language.rule_grammar import parse_rule
from salesdesk.domain.language.rule_tree import (
    Action,
    Assign,
    Enrol,
    Event,
    Mail,
    Move,
    Notify,
    Place,
    Plan,
    Set,
    clause,
)
from salesdesk.domain.language.words import words_text
from salesdesk.errors import InvalidError

_BY_NAME: tuple[tuple[type[Mail] | type[Enrol], str], ...] = ((Mail, "template"), (Enrol, "cadence"))
_REASONED = {"lost", "disqualified"}


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is exchanged: names of rows of `table`, which `holds(kind of record, field)` says of a field (of views: a filter) of such records;
    `instead` gives what is written in place of a name (the old one too where something else is called so), nothing
    where it stays."""

    table: str
    holds: Callable[[str, str], bool]
    instead: Callable[[str], Sequence[str]]

    def in_filter(self, entity: str, text: str) -> str:
        """A filter with it exchanged."""
        if self.table == "saved_view":
            return views_with(text, self.instead) if self.holds(entity, "") else text
        return filter_with(text, lambda field, value: self.instead(value) if self.holds(entity, field) else ())

    def in_names(self, written: tuple[str, ...]) -> tuple[str, ...]:
        """A list of names with it exchanged."""
        return names_with(written, self.instead)

    def one(self, written: str) -> str:
        """One name; it stays where the old one still means something."""
        names = self.instead(written)
        return names[0] if len(names) == 1 else written


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
    if event.what == "changes" and exchange.holds(event.entity, event.field):
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
    if isinstance(action, Set) and exchange.holds(entity, action.field):
        return replace(action, value=exchange.one(action.value))
    if isinstance(action, Assign) and exchange.table == "member":
        # Who is named twice has two turns.
        return replace(action, names=tuple(map(exchange.one, action.names)))
    if isinstance(action, Notify) and exchange.table == "member":
        return replace(action, who=exchange.one(action.who) if action.who else "")
    if isinstance(action, Plan) and exchange.table == "activity_kind":
        return replace(action, verb=exchange.one(action.verb).lower())
    return action
