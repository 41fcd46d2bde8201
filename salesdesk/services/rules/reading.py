"""The text of a rule, understood in this workspace: its filter compiled, its names found."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from salesdesk.domain.front_matter import TextError
from salesdesk.domain.language.compile import compile_query
from salesdesk.domain.language.conditions import joined
from salesdesk.domain.language.fields import Catalogue, Context, Field, Where
from salesdesk.domain.language.grammar import parse
from salesdesk.domain.language.printing import quote
from salesdesk.domain.language.rule_grammar import at, goes_on, parse_rule
from salesdesk.domain.language.rule_tree import Event, Rule, sentence
from salesdesk.domain.language.words import words_text
from salesdesk.errors import FilterError, InvalidError, NotFoundError
from salesdesk.i18n import tr
from salesdesk.services import views
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import kind_named, kinds, outcome_named
from salesdesk.services.rules.doing import check
from salesdesk.store.read.catalogues import catalogue
from salesdesk.store.read.happened import Watched
from salesdesk.store.read.lookups import outcomes

# What an event says of the record by itself, in the words of the filter.
_IMPLIED = {
    "won": "status:won",
    "lost": "status:lost",
    "qualified": "status:converted",
    "disqualified": "status:closed",
    "untouched": "status:open",
    "stepless": "status:open",
    "stuck": "status:open",
}
# Columns that are computed, and where what they are computed from is.
_KEPT_AS = {"phone_key": "phone", "email_key": "email"}
_COMPUTED = {"next_on", "touched_on"}
_MAILS = {"mail", "message"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A rule that can be used here."""

    rule: Rule
    watched: Watched
    fields: Catalogue
    meaning: Context

    @property
    def event(self) -> Event:
        """What sets it off."""
        return self.rule.event

    def where(self, today: dt.date) -> Where:
        """The condition on a record, with relative days seen from `today`."""
        event = self.event
        texts = [_IMPLIED[event.what]] if event.what in _IMPLIED else []
        if event.what in {"lost", "disqualified"} and event.names:
            texts.append(f"lost:{','.join(quote(name) for name in event.names)}")
        if event.values:
            texts.append(_pair(event.field, event.values))
        return self._compiled([*texts, *self.rule.filters], today)

    def became(self, today: dt.date) -> Where | None:
        """The condition that must not have held before, for an event that says what something becomes."""
        event = self.event
        return self._compiled([_pair(event.field, event.values)], today) if event.values else None

    def _compiled(self, texts: list[str], today: dt.date) -> Where:
        meaning = replace(self.meaning, today=today)
        parts = [compile_query(parse(text), self.fields, meaning) for text in texts]
        return joined(" AND ", parts) if parts else Where("1=1")


def sum_up(desk: Desk, text: str) -> str:
    """A rule in one line; TextError, with line and column, when it cannot be understood here."""
    return sentence(read(desk, text).rule)


def read(desk: Desk, text: str) -> Reading:
    """The rule a text says; TextError when it cannot be understood, or names what is not there."""
    rule = parse_rule(text)
    fields = catalogue(desk.connection, rule.event.entity)
    meaning = views.context(desk, rule.event.entity)
    place = rule.places[0]
    try:
        watched = _watched(desk, rule.event, fields)
        reading = Reading(rule, watched, fields, meaning)
        replace(reading, rule=replace(rule, filters=())).where(desk.today)
    except (InvalidError, NotFoundError) as error:
        raise TextError(goes_on(error.message), place.line, hint=error.hint) from None
    for number, condition in enumerate(rule.filters):
        try:
            compile_query(parse(condition), fields, meaning)
        except FilterError as error:
            raise at(rule.place_of_filter(number), error) from None
    for number, action in enumerate(rule.actions):
        try:
            check(desk, rule.event.entity, action)
        except (InvalidError, NotFoundError) as error:
            place = rule.place_of_action(number)
            raise TextError(goes_on(error.message), place.line, hint=error.hint) from None
    return reading


def _pair(field: str, values: str) -> str:
    """`field:values` with quotes where a value has spaces."""
    return words_text([f"{field}:{values}"])


def _watched(desk: Desk, event: Event, fields: Catalogue) -> Watched:
    if event.what in {"logged", "replies", "bounces"}:
        return _logged(desk, event)
    if event.what not in {"changes", "before", "after"}:
        return Watched()
    field = fields.find(event.field)
    if field is None:
        near = fields.nearest(event.field)
        hint = tr("Did you mean {name}?", name=near) if near else ""
        raise InvalidError(tr("a {entity} has no field '{field}'.", entity=event.entity, field=event.field), hint=hint)
    if event.what in {"before", "after"} and not _is_day(field):
        days = ", ".join(one.name for one in fields.fields if _is_day(one) and _column(one))
        raise InvalidError(tr("{field} is not a day.", field=field.name), hint=tr("Days are: {days}.", days=days))
    column = _column(field)
    if not column:
        known = ", ".join(one.name for one in fields.fields if _column(one))
        raise InvalidError(
            tr("{field} is computed from other things, so no rule can watch it.", field=field.name),
            hint=tr("These can be watched: {known}.", known=known),
        )
    return Watched(column, field.key if field.kind == "custom" else "")


def _is_day(field: Field) -> bool:
    return field.custom_kind == "day" if field.kind == "custom" else field.kind in {"day", "age"}


def _column(field: Field) -> str:
    """The column behind a field whose changes are history; empty when there is none."""
    found = re.fullmatch(r"[a-z]\.(\w+)", field.sql)
    if field.within or found is None or found[1] in _COMPUTED:
        return ""
    return _KEPT_AS.get(found[1], found[1])


def _logged(desk: Desk, event: Event) -> Watched:
    """The kinds and outcomes meant."""
    every = kinds(desk)
    if event.what == "logged" and event.kind:
        kind = kind_named(desk, event.kind)
        chosen = [outcome_named(desk, name, kind).id for name in event.names]
        return Watched(kinds=[kind.id], outcomes=chosen)
    if event.what == "logged":
        return Watched(kinds=[k.id for k in every if k.meaning not in {"note", "task"}])
    mails = [k.id for k in every if k.meaning in _MAILS]
    meaning = "reached" if event.what == "replies" else "wrong"
    found = [o.id for o in outcomes(desk.connection) if o.kind_id in mails and o.meaning == meaning]
    return Watched(kinds=mails, outcomes=found or [bytes(16)])
