"""What a rule would have done: on a past year, from history and business days, without writing anything."""

import datetime as dt
import re
from dataclasses import dataclass

from salesdesk.domain.dates import shift
from salesdesk.domain.language.rule_tree import sentence
from salesdesk.errors import InvalidError
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_ids
from salesdesk.services.rules import conditions
from salesdesk.services.rules.conditions import Match
from salesdesk.services.rules.reading import Reading, read
from salesdesk.store.read.values import BROUGHT, placeholders

# What a condition can speak of that has no history.
_AS_NOW = re.compile(r"search_text|\w+_key\b|FROM (account|deal_line|enrolment|opt_out)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record a rule would act on, on which day and why."""

    ref: Ref
    day: dt.date
    why: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule tried on `[first, last]`: its hits in order, how many in each month (its first day), and what history
    cannot say."""

    sentence: str
    first: dt.date
    last: dt.date
    hits: tuple[Hit, ...]
    months: tuple[tuple[dt.date, int], ...]
    doubts: tuple[str, ...]


def attempt(desk: Desk, text: str, *, first: dt.date | None = None) -> Trial:
    """What the rule would have done since `first` (a year ago when nothing is said) up to today.

    Each record is looked at as it was then; what the rule itself would have changed is not played on.
    """
    reading = read(desk, text)
    last = desk.today
    first = first or year_ago(last)
    if first > last:
        raise InvalidError(tr("{day} is to come; a test looks back.", day=first))
    matches = conditions.in_the_past(desk, reading, first, last)
    found = hits(desk, reading.event.entity, matches)
    return Trial(
        sentence(reading.rule),
        first,
        last,
        tuple(found),
        _months(found, first, last),
        tuple(_doubts(desk, reading, first)),
    )


def hits(desk: Desk, entity: str, matches: list[Match]) -> list[Hit]:
    """The matches with their records."""
    refs = {ref.id: ref for ref in by_ids(desk.connection, entity, [match.record_id for match in matches])}
    return [Hit(refs[m.record_id], m.day, m.why) for m in matches if m.record_id in refs]


def year_ago(today: dt.date) -> dt.date:
    """The same day of the year before."""
    return shift(today, -1, "y") or today


def _months(found: list[Hit], first: dt.date, last: dt.date) -> tuple[tuple[dt.date, int], ...]:
    counts: dict[dt.date, int] = {}
    month = first.replace(day=1)
    while month <= last:
        counts[month] = 0
        month = shift(month, 1, "m") or dt.date.max
    for hit in found:
        counts[hit.day.replace(day=1)] += 1
    return tuple(counts.items())


def _doubts(desk: Desk, reading: Reading, first: dt.date) -> list[str]:
    """What the trial had to leave open."""
    entity, event = reading.event.entity, reading.event
    brought = int(
        desk.connection.value(
            f"SELECT count(*) FROM {entity} r JOIN operation o ON o.id = r.created_op WHERE r.deleted_op IS NULL"
            f" AND (o.source IN ({placeholders(BROUGHT)}) OR o.action <> 'change')",
            BROUGHT,
        )
    )
    found = []
    if brought:
        many = plural(brought, tr("{entity} came", entity=entity), tr("{entity}s came", entity=entity))
        if event.what == "stepless":
            found.append(tr("{many} by import, which does not say when steps were planned: left out.", many=many))
        elif event.on_import:
            found.append(tr("{many} by import: counted on the day of the import.", many=many))
        elif event.what == "changes" and reading.watched.column != "stage_id":
            found.append(tr("{many} by import: what changed before is not known.", many=many))
        else:
            found.append(tr("{many} by import: counted by their own days, with the values they came with.", many=many))
    began = desk.connection.value("SELECT at FROM operation ORDER BY id LIMIT 1")
    start = desk.local(dt.datetime.fromisoformat(began)).date() if began else first
    if start > first:
        found.append(tr("History begins on {day}; before it only imported days are known.", day=start))
    if _AS_NOW.search(reading.where(desk.today).sql):
        found.append(tr("Words, products and what belongs to the account are looked at as they are now."))
    found.append(
        tr("What the rule does itself is not played on: a step it plans may keep a record from coming up again.")
    )
    return found
