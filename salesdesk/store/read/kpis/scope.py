"""What a KPI is asked about: the days, the records, the past day to look from, the dimension to split by."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from salesdesk.domain.language.where import Where
from salesdesk.domain.working_hours import WorkingHours
from salesdesk.hints import Any
from salesdesk.plain import Plain, field

EVERYTHING = Where("1=1")
# Who a deal counts for: whom a closed one was frozen to, else its owner.
_FROZEN = "d.state <> 'open' AND d.closed_owner_id IS NOT NULL"
CREDIT = (
    f"CASE WHEN {_FROZEN} THEN d.closed_owner_id ELSE d.owner_id END AS rep_id,"
    f" CASE WHEN {_FROZEN} THEN d.closed_manager_id ELSE m.manager_id END AS rep_manager_id,"
    f" CASE WHEN {_FROZEN} THEN d.closed_team_id ELSE m.team_id END AS rep_team_id"
)


class Past(Plain):
    """A day in the past to look from: the records as they were at its end.

    `next_day` is the day after, `instant` the moment that begins (UTC, ISO 8601), `undone` the operations that were
    taken back at that moment though they hold again now. With `among` (deal, lead, activity) there are only the records
    of that kind that may count differently then than now (`past_touched.py`; leads that arrived from `start` on), with
    `present` as they are now. `hangs` has the other tables whose records are looked up for these, with the column that
    names them.
    """

    next_day: date
    instant: str
    undone: tuple[bytes, ...] = ()
    among: str = ""
    start: date = date.min
    present: bool = False
    hangs: tuple[tuple[str, str], ...] = ()


class Dimension(Plain):
    """What to split by: one of the names in `dimensions.NAMES`, or a custom field of these entities (its key)."""

    name: str
    label: str
    custom: Mapping[str, str] = field(default_factory=dict)

    @property
    def of_time(self) -> bool:
        """Whether its groups are spans of time."""
        return self.name in {"month", "quarter"}


class Scope(Plain):
    """One question. `start` to `end` are the half-open days of events; `expected_end` ends the days an open deal is
    expected to close in; `filters` has a condition for each entity, or the reason why the filter cannot be asked of it.
    `hours` gives those the team works, when they are asked for, and `begins` the instant a day begins on its clock; after `churn_days` without an order a customer counts as gone; `now` is the instant
    the question is asked at, or looked from; `year_before` are the days of the period a year before (of all time those up to
    the month that goes on now).
    """

    start: date
    end: date
    expected_end: date
    today: date
    currency: str
    past: Past | None = None
    filters: Mapping[str, Where | str] = field(default_factory=dict)
    dimension: Dimension | None = None
    hours: Callable[[], WorkingHours] = WorkingHours
    begins: Callable[[date], str] = date.isoformat
    churn_days: int = 180
    now: str = ""
    year_before: tuple[date, date] | None = None

    @property
    def credited(self) -> bool:
        """Whether it matters whom a deal counts for."""
        return bool(self.filters) or (
            self.dimension is not None and self.dimension.name in {"owner", "manager", "team"}
        )

    @property
    def last(self) -> date:
        """The end of the days that count: of the period, or the past day looked from."""
        return min(self.end, self.past.next_day) if self.past else self.end

    def where(self, entity: str) -> Where:
        """The condition for records of that entity; of a past day it asks others they hang on for what they were then."""
        found = self.filters.get(entity, EVERYTHING)
        if not isinstance(found, Where):
            return Where("1=0")
        if self.past is None:
            return found
        from salesdesk.store.read.kpis.lookups import of_then

        return of_then(found)

    @property
    def tomorrow(self) -> date:
        """The day after the one the scope is of."""
        return self.today + timedelta(days=1) if self.today < date.max else self.today


def sql(text: str) -> Where:
    """SQL that takes no values."""
    return Where(text)


def compose(template: str, **parts: Any) -> Where:
    """SQL with its `{names}` filled in: a Where as SQL with its values, anything else as a value for a `?`; `{{` and `}}` are
    braces of the SQL."""
    braces = "{{" in template
    if braces:
        template = template.replace("{{", "\0").replace("}}", "\1")
    # `string.Formatter` says the same, but importing it takes as long as a whole tally.
    first, *others = template.split("{")
    text: list[str] = [first]
    params: list[Any] = []
    for other in others:
        name, _, literal = other.partition("}")
        part = parts[name]
        if isinstance(part, Where):
            text.append(part.sql)
            params += part.params
        else:
            text.append("?")
            params.append(part.isoformat() if isinstance(part, date) else part)
        text.append(literal)
    whole = "".join(text)
    return Where(whole.replace("\0", "{").replace("\1", "}") if braces else whole, tuple(params))
