"""The terms of a question to the scope the store is asked with."""

import datetime as dt
from collections.abc import Container, Sequence
from functools import cache, partial

from salesdesk import clock
from salesdesk.domain.dates import Calendar, parse_day
from salesdesk.domain.language.where import Where
from salesdesk.domain.patterns import Pattern
from salesdesk.domain.periods import Period, parse_period, previous
from salesdesk.domain.text import fold
from salesdesk.domain.working_hours import WorkingHours
from salesdesk.errors import FilterError, InvalidError
from salesdesk.hints import TYPE_CHECKING
from salesdesk.i18n import tr
from salesdesk.plain import Plain, replace
from salesdesk.services.desk import Desk
from salesdesk.store.read.kpis.dimensions import NAMES
from salesdesk.store.read.kpis.scope import Dimension, Past, Scope
from salesdesk.store.read.kpis.tallying import undone_at

if TYPE_CHECKING:
    import re

    from salesdesk.domain.language.fields import Catalogue

ENTITIES = ("deal", "lead", "activity", "account", "quota")
# What the question takes for itself out of the filter; text in quotes is not looked into.
_OWN = Pattern(r'"[^"]*"|(?<!\S)(?i:(period|as-of):("[^"]*"|\S+))')


class Question(Plain):
    """What was asked: a scope, the period it is of and the one it is compared with."""

    scope: Scope
    period: Period
    previous: Period | None
    as_of: dt.date | None
    filtered: bool

    @property
    def today(self) -> dt.date:
        """The day the figures are of."""
        return self.scope.today

    @property
    def before(self) -> tuple[dt.date, dt.date] | None:
        """The days of the period before, as far as the day looked from."""
        if self.previous is None:
            return None
        end = min(self.previous.end, self.scope.past.next_day) if self.scope.past else self.previous.end
        return self.previous.start, max(end, self.previous.start)

    @property
    def scope_before(self) -> Scope | None:
        """The same question of the period before."""
        if self.before is None:
            return None
        return replace(self.scope, start=self.before[0], end=self.before[1], expected_end=self.before[1])


def question(desk: Desk, terms: Sequence[str], by: str | None = None) -> Question:
    """What the terms and the dimension ask; InvalidError or FilterError says what is wrong with them."""
    own, rest = own_terms(terms)
    as_of = _as_of(desk, own["as-of"]) if "as-of" in own else None
    today = as_of or desk.today
    period = parse_period(own.get("period", ""), today, desk.calendar)
    # A period to date expects what its whole unit expects.
    whole = (
        parse_period(_WHOLE[period.unit], today, desk.calendar) if period.partial and period.unit in _WHOLE else period
    )
    past = _past(desk, as_of) if as_of is not None else None
    scope = Scope(
        start=period.start,
        end=period.until,
        expected_end=max(whole.end, period.end),
        today=today,
        currency=desk.currency,
        past=past,
        filters=_filters(desk, rest, past) if rest else {},
        dimension=dimension(desk, by) if by else None,
        hours=cache(partial(_hours, desk)),
        begins=partial(_begins, desk),
        churn_days=int(desk.settings["churn_days"]),
        now=past.instant if past else clock.iso(clock.now()),
        year_before=_year_before(period, today, desk.calendar),
    )
    return Question(scope, period, previous(period, desk.calendar, _days_off(desk, period)), as_of, bool(rest))


def _days_off(desk: Desk, period: Period) -> Container[dt.date]:
    """The team's, where working days are counted."""
    if not period.partial:
        return ()
    from salesdesk.services.calendar import days_off

    return days_off(desk)


def _year_before(period: Period, today: dt.date, calendar: Calendar) -> tuple[dt.date, dt.date] | None:
    """The days of the period a year before: of one that goes on, as many working days."""
    earlier = previous(period, calendar, unit="y")
    if earlier is not None:
        return earlier.start, earlier.end
    month = previous(parse_period("", today, calendar), calendar, unit="y")
    return (dt.date.min, month.end) if month else None


_WHOLE = {"w": "week", "m": "month", "q": "quarter", "y": "year"}


def own_terms(terms: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """`period` and `as-of` (the last of each counts), and the words that are left."""
    own: dict[str, str] = {}

    def take(match: "re.Match[str]") -> str:
        if match[1] is None:
            return match[0]
        own[match[1].lower()] = match[2].strip('"')
        return ""

    rest = [_OWN.sub(take, term).strip() for term in terms]
    return own, [word for word in rest if word]


def looks_like_periods(desk: Desk, terms: Sequence[str]) -> list[str]:
    """The words that are looked for in the records, but would be a period behind `period:`."""
    words = [word for word in " ".join(own_terms(terms)[1]).split() if ":" not in word]
    found: list[str] = []
    # All of them first: `last month` is one.
    for word in dict.fromkeys([" ".join(words), *words] if words else []):
        try:
            parse_period(word, desk.today, desk.calendar)
        except InvalidError:
            continue
        found.append(word)
        if " " in word:
            break
    return found


def _as_of(desk: Desk, text: str) -> dt.date:
    day = parse_day(text, desk.today, desk.calendar, lean="past")
    if day is None:
        raise InvalidError(
            tr("'{text}' is not a day.", text=text),
            hint=tr("Write it like as-of:30jun, as-of:2026-06-30 or as-of:yesterday."),
        )
    if day > desk.today:
        raise InvalidError(
            tr("{day} is still to come.", day=day.isoformat()), hint=tr("as-of takes a day that has been.")
        )
    return day


def _hours(desk: Desk) -> WorkingHours:
    """When the team works: the calling hours on working days."""
    from salesdesk.domain.zones import read_hours
    from salesdesk.services.calendar import days_off

    opens, closes = read_hours(desk.settings["calling_hours"])
    return WorkingHours(clock.zone(desk.time_zone), opens, closes, days_off(desk))


def _begins(desk: Desk, day: dt.date) -> str:
    """The instant a day begins, as the store keeps it; the open ends of all time stay at the ends."""
    if day in {dt.date.min, dt.date.max}:
        return f"{day.isoformat()}T00:00:00Z"
    return clock.iso(desk.instant(day, dt.time()))


def _past(desk: Desk, day: dt.date) -> Past:
    next_day = day + dt.timedelta(days=1)
    instant = clock.iso(desk.instant(next_day, dt.time()))
    return Past(next_day, instant, undone_at(desk.connection, instant))


def dimension(desk: Desk, name: str) -> Dimension:
    """The dimension of that name, or the custom field of that key or label; InvalidError lists what there is."""
    asked = fold(name.strip())
    if asked in NAMES or asked.removesuffix("s") in NAMES:
        found = asked if asked in NAMES else asked.removesuffix("s")
        return Dimension(found, found)
    rows = desk.connection.rows(
        "SELECT entity, key, label FROM custom_field WHERE deleted_op IS NULL ORDER BY position, id"
    )
    fields = [row for row in rows if asked in (fold(row[1]), fold(row[2]))]
    if not fields:
        known = ", ".join(dict.fromkeys([*NAMES, *(row[1] for row in rows)]))
        raise InvalidError(
            tr("KPIs cannot be split by '{name}'.", name=name), hint=tr("There are: {names}.", names=known)
        )
    return Dimension(fields[0][1], fields[0][2] or fields[0][1], {entity: key for entity, key, _ in reversed(fields)})


def _filters(desk: Desk, words: Sequence[str], past: Past | None) -> dict[str, Where | str]:
    """The condition of the words for each entity, or why they cannot be asked of it."""
    from salesdesk.domain.language.compile import compile_query, expand_views
    from salesdesk.domain.language.words import parse_words
    from salesdesk.services.views import context

    query = parse_words(list(words))
    found: dict[str, Where | str] = {}
    errors: list[FilterError] = []
    for entity in ENTITIES:
        meaning = replace(context(desk, entity), today=past.next_day - dt.timedelta(days=1) if past else desk.today)
        try:
            found[entity] = compile_query(expand_views(query, meaning), _catalogue(desk, entity), meaning)
        except FilterError as error:
            errors.append(error)
            found[entity] = tr("the filter cannot be asked of it: {reason}", reason=error.message)
    if len(errors) == len(ENTITIES):
        # The entity that knows most of the words complains best.
        raise next((error for error in errors if not error.message.startswith(tr("There is no field"))), errors[0])
    return found


def _catalogue(desk: Desk, entity: str) -> "Catalogue":
    """The fields of a list, but a closed deal is of whom it was closed by."""
    from salesdesk.domain.language.fields import Catalogue
    from salesdesk.store.read.catalogues import catalogue

    fields = catalogue(desk.connection, entity)
    if entity != "deal":
        return fields
    credited = {"owner": "d.rep_id", "manager": "d.rep_manager_id", "team": "d.rep_team_id"}
    changed = tuple(replace(f, sql=credited.get(f.name, f.sql)) for f in fields.fields)
    return Catalogue(fields.entity, changed, fields.search_sql, fields.search_within)
