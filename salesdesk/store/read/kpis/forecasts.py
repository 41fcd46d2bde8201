"""What was forecast for periods that are over, beside what was won in them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from salesdesk.domain.kpis.tallies import Amounts, Forecasts
from salesdesk.hints import Any
from salesdesk.plain import Plain, field, replace
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Scope, compose, sql
from salesdesk.store.read.values import instant

Span = tuple[date, date]
_ONE_DAY = timedelta(days=1)
NOT_OVER, LATE, FOREIGN = "not over", "after its end", "unconverted"
BESIDE, SILENT, UNOWNED = "beside that for everyone", "not submitted", "without an owner"


class Person(Plain):
    """Whose a forecast is; without an id it is that for everyone together."""

    id: bytes | None
    code: str = ""
    name: str = ""
    team: bytes | None = None
    manager: bytes | None = None


class Submission(Plain):
    """What somebody said on a day a period would bring; `reason` says why it counts nowhere."""

    id: bytes
    code: str
    who: Person
    span: Span
    minor: int
    currency: str
    day: date
    reason: str = ""


class Won(Plain, frozen=False):
    """Deals won in a period, in the base currency; those without a value and those in another currency apart."""

    deals: int = 0
    minor: int = 0
    without_value: int = 0
    foreign: int = 0
    elsewhere: Amounts = field(default_factory=Counter)

    def add(self, other: "Won") -> None:
        """Add other deals."""
        self.deals += other.deals
        self.minor += other.minor
        self.without_value += other.without_value
        self.foreign += other.foreign
        self.elsewhere.update(other.elsewhere)


class Told(Plain):
    """The submissions of somebody for a period that is over, the last of which counts, and what they won in it."""

    who: Person
    span: Span
    said: list[Submission]
    won: Won


class Book(Plain):
    """What counts (`told`), what the reps said where there is one for everyone (`beside`), submissions that count nowhere,
    who won something without having submitted, and what was won by nobody in which period."""

    told: list[Told] = field(default_factory=list)
    beside: list[Told] = field(default_factory=list)
    left_out: list[Submission] = field(default_factory=list)
    silent: list[Told] = field(default_factory=list)
    unowned: list[Told] = field(default_factory=list)


def forecasts(connection: Connection, scope: Scope) -> dict[Any, Forecasts] | None:
    """Forecasts of the periods that lie in the one asked about, by group; None when the dimension does not split them."""
    dimension = scope.dimension
    name = dimension.name if dimension and not dimension.custom else None
    if dimension is not None and name not in _KEYS:
        return None
    key, found = _KEYS[name], defaultdict[Any, Forecasts](Forecasts)
    read = book(connection, scope)
    for one in read.told:
        _count(found[key(one.who, one.span)], one)
    for one in read.beside:
        tally = found[key(one.who, one.span)]
        tally.beside += 1
        tally.reps += 1
        tally.reps_submitted += one.said[-1].minor
        tally.reps_won += one.won.minor
    for one in read.silent:
        found[key(one.who, one.span)].silent += 1
    for one in read.unowned:
        found[key(one.who, one.span)].unowned += one.won.deals
    for said in read.left_out:
        tally = found[key(said.who, said.span)]
        tally.not_over += said.reason == NOT_OVER
        tally.late += said.reason == LATE
        tally.foreign += said.reason == FOREIGN
    return found


def _count(tally: Forecasts, one: Told) -> None:
    before = 0
    for said in one.said:
        tally.said[said.day.isoformat()] += said.minor - before
        before = said.minor
    first = one.said[0].day.isoformat()
    tally.joined[first] += one.won.minor
    tally.first[first] += 1
    tally.forecasts += 1
    tally.submitted += before
    tally.won += one.won.minor
    tally.without_value += one.won.without_value
    tally.foreign += one.won.foreign
    tally.elsewhere.update(one.won.elsewhere)


_KEYS: dict[str | None, Callable[[Person, Span], Any]] = {
    None: lambda who, span: None,
    "owner": lambda who, span: who.id,
    "team": lambda who, span: who.team,
    "manager": lambda who, span: who.manager,
    # Where the period that was forecast ends.
    "month": lambda who, span: span[1].isoformat()[:7],
    "quarter": lambda who, span: span[1].isoformat()[:7],
}


def _of_all(scope: Scope) -> bool:
    """Whether all is asked about, with what is for everyone together and what is nobody's: not so by rep or team."""
    return "quota" not in scope.filters and (scope.dimension is None or scope.dimension.of_time)


def book(connection: Connection, scope: Scope) -> Book:
    """Everything behind the accuracy. A forecast for everyone is its own number (as a team's quota is, kpis.md 3.2); where
    there is none for a period, those of the members are added."""
    relations, found = Relations(connection, scope.past), Book()
    submitted = list(_submissions(relations, scope))
    people = {who.id: who for who in _people(relations, scope)} if submitted else {}
    # A period somebody else forecast is one those asked about could have.
    by_span: dict[Span, dict[bytes | None, list[Submission]]] = {said.span: defaultdict(list) for said in submitted}
    for said in submitted:
        if said.who.id in people or (said.who.id is None and _of_all(scope)):
            by_span[said.span][said.who.id].append(said)
    for span, theirs in by_span.items():
        if span[1] >= scope.today:
            found.left_out.extend(replace(said, reason=NOT_OVER) for each in theirs.values() for said in each)
            continue
        wins = won(relations, span, scope.currency)
        told = [_told(found, span, each, wins) for each in theirs.values()]
        _place(found, span, [one for one in told if one.said], wins, people, nobody=_of_all(scope))
    return found


def _told(found: Book, span: Span, each: list[Submission], wins: dict[bytes | None, Won]) -> Told:
    """The submissions that count; the others are put aside."""
    found.left_out.extend(said for said in each if said.reason)
    who, mine = each[0].who, Won()
    for owner, won in wins.items():
        if who.id is None or owner == who.id:
            mine.add(won)
    return Told(who, span, [said for said in each if not said.reason], mine)


def _place(
    found: Book,
    span: Span,
    told: list[Told],
    wins: dict[bytes | None, Won],
    people: dict[bytes | None, Person],
    *,
    nobody: bool,
) -> None:
    everyone = [one for one in told if one.who.id is None]
    if everyone:
        found.told.extend(everyone)
        found.beside.extend(one for one in told if one.who.id is not None)
        return
    found.told.extend(told)
    heard = {one.who.id for one in told}
    for owner, won in wins.items():
        if owner is None and nobody:
            found.unowned.append(Told(Person(None), span, [], won))
        elif owner in people and owner not in heard:
            found.silent.append(Told(people[owner], span, [], won))


def _submissions(relations: Relations, scope: Scope) -> Iterator[Submission]:
    """What was submitted up to the day asked at, the oldest first."""
    query = compose(
        "SELECT g.id, g.code, g.member_id, COALESCE(m.code, ''), COALESCE(m.name, ''), m.team_id, m.manager_id,"
        " g.starts_on, g.ends_on, g.commit_minor, g.currency, g.at"
        " FROM {forecast} g LEFT JOIN {member} m ON m.id = g.member_id"
        " WHERE g.starts_on >= {start} AND g.ends_on < {end} AND g.at < {now}"
        " ORDER BY g.starts_on, g.ends_on, g.at, g.created_op, g.id",
        forecast=relations.link("forecast"),
        member=relations.member(),
        start=scope.start,
        end=scope.expected_end,
        now=scope.begins(scope.tomorrow),
    )
    for key, code, member, *named, starts_on, ends_on, minor, currency, at in relations.rows(query):
        span = date.fromisoformat(starts_on), date.fromisoformat(ends_on)
        said_at = instant(at)
        assert said_at is not None
        day = scope.hours().day_of(said_at)
        reason = LATE if day > span[1] else FOREIGN if (currency or scope.currency) != scope.currency else ""
        yield Submission(key, code, Person(member, *named), span, minor, currency or scope.currency, day, reason)


def _people(relations: Relations, scope: Scope) -> Iterable[Person]:
    """The members the question is about."""
    query = compose(
        "SELECT m.id, m.code, m.name, m.team_id, m.manager_id FROM (SELECT x.id AS member_id, {none} AS team_id"
        " FROM {member} x) g JOIN {member} m ON m.id = g.member_id WHERE {where} ORDER BY m.name, m.id",
        none=sql(relations.dialect.cast("NULL", "uuid")),
        member=relations.member(),
        where=scope.where("quota"),
    )
    return [Person(*row) for row in relations.rows(query)]


def won(relations: Relations, span: Span, currency: str) -> dict[bytes | None, Won]:
    """What was won from the first to the last day, by whom it counts for."""
    query = compose(
        "SELECT d.rep_id, d.currency, count(*), count(d.value_minor), sum(d.value_minor) FROM {deal} d"
        " WHERE d.state = 'won' AND d.won_on >= {start} AND d.won_on < {end} GROUP BY 1, 2",
        deal=relations.deal(),
        start=span[0],
        end=span[1] + _ONE_DAY,
    )
    found: dict[bytes | None, Won] = defaultdict(Won)
    for owner, code, count, valued, total in relations.rows(query):
        its = found[owner]
        its.deals += count
        its.without_value += count - valued
        if (code or currency) == currency:
            its.minor += int(total or 0)
        else:
            its.foreign += valued
            its.elsewhere[code] += int(total or 0)
    return found
