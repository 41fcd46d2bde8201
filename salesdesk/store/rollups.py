"""Rollups: counts and sums of records, kept by triggers row by row and made anew set-wise after bulk writes.

Each is declared once: from which table, which rows count, what they are split by, what is added up. From that come the
triggers of both engines (a change takes the old row out and puts the new one in, so that nothing is ever read again),
the statement that makes a rollup anew, and the one that compares it with the rows.

The alternative was to mark months as changed and to count them again when they are asked for. A write would be a
little cheaper, but the present month would always be read from the rows, readers would have to write, and a deal that
is won changes months of leads that arrived long ago. Adding and taking away needs only columns of the row itself: what
hangs on other rows (what became of a lead, the currency of list prices) is a derived column of its own.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from salesdesk.plain import Plain
from salesdesk.store.connection import Connection
from salesdesk.store.dialect import SQLITE, Dialect

NO_DAY = "0001-01-01"
NO_SPAN, NEGATIVE_SPAN = -2, -1
MIXED = "mixed"


class Rollup(Plain):
    """One table of counts. Expressions name the row `{r}`; `levels` are what the key columns hold in each of its ways to
    split (a missing one has nothing to say); `reads` the columns it depends on; `sums` what is added up beside the count."""

    table: str
    source: str
    reads: tuple[str, ...]
    when: str
    levels: tuple[Mapping[str, str], ...]
    sums: Mapping[str, str]

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns it is split by."""
        return tuple(self.levels[0])

    @property
    def columns(self) -> tuple[str, ...]:
        """All its columns."""
        return (*self.keys, "n", *self.sums)

    def holds(self, row: str) -> str:
        """The condition that a row counts."""
        return self.when.replace("{r}", row)


def nil(dialect: Dialect) -> str:
    """What a key column holds for no record."""
    zeros = "00" * 16
    return f"X'{zeros}'" if dialect is SQLITE else f"'{zeros}'::uuid"


@cache
def rollups(dialect: Dialect) -> tuple[Rollup, ...]:
    """All rollups in the words of an engine."""
    words = _Words(dialect)
    return (_activities(words), *_leads(words), *_deals(words))


class _Words:
    """What the key columns are made of, in the words of an engine."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.none = nil(dialect)

    def key(self, name: str) -> str:
        """A record, or none."""
        return f"COALESCE({{r}}.{name}, {self.none})"

    def keys(self, *names: str) -> dict[str, str]:
        """Some records, each by its name."""
        return {name: self.key(name) for name in names}

    def day(self, sql: str) -> str:
        """A day, or the one that says none."""
        return f"COALESCE({sql}, {'' if self.dialect is SQLITE else 'DATE '}'{NO_DAY}')"

    def month(self, sql: str) -> str:
        """The first of a day's month."""
        return f"substr({sql}, 1, 8) || '01'" if self.dialect is SQLITE else f"date_trunc('month', {sql})::date"

    def levels(self, on: str, split: Mapping[str, str], *less: str, months: bool = False) -> tuple[dict[str, str], ...]:
        """By all of `split`; by owner, without the source and pipeline and what is `less`, and by month."""
        whole = {"level": "0", "on_day": on, "owner_id": self.none, **split}
        owner = {**whole, "level": "1", "on_day": self.month(on) if months else on, **self.keys("owner_id")}
        return whole, {**owner, **{name: self.none for name in ("source_id", "pipeline_id", *less) if name in split}}

    def more_levels(self, on: str, split: Mapping[str, str], *less: str) -> tuple[dict[str, str], ...]:
        """The source in a level of its own: what is asked most stays small."""
        by_source, by_owner = self.levels(on, split, *less)
        return {**by_source, "source_id": self.none}, by_owner, {**by_source, "level": "2"}


_LIVE = "{r}.deleted_op IS NULL"
_INBOUND = "CASE WHEN {r}.direction = 'in' THEN 1 ELSE 0 END"
_VALUED = "CASE WHEN {r}.value_minor IS NULL THEN 0 ELSE 1 END"
_VALUE = "COALESCE({r}.value_minor, 0)"


def _activities(words: _Words) -> Rollup:
    return Rollup(
        "rollup_activity",
        "activity",
        ("done_on", "owner_id", "kind_id", "outcome_id", "direction", "deleted_op"),
        f"{{r}}.done_on IS NOT NULL AND {_LIVE}",
        words.levels("{r}.done_on", {**words.keys("kind_id", "outcome_id"), "inbound": _INBOUND}, months=True),
        {},
    )


def _leads(words: _Words) -> Iterator[Rollup]:
    known = "CASE WHEN {r}.known_on < {r}.arrived_on THEN 1 ELSE 0 END"
    settled = "CASE WHEN {r}.outcome = '' THEN {r}.closed_on ELSE {r}.outcome_on END"
    step = words.keys("source_id", "status_id")
    settling = {**step, "outcome": "{r}.outcome"}
    yield Rollup(
        "rollup_arrival",
        "lead",
        ("arrived_on", "owner_id", "source_id", "status_id", "outcome", "known_on", "deleted_op"),
        _LIVE,
        words.levels(words.day("{r}.arrived_on"), {**settling, "existing": known}, months=True),
        {},
    )
    yield Rollup(
        "rollup_fate",
        "lead",
        (
            "closed_on",
            "arrived_on",
            "owner_id",
            "source_id",
            "status_id",
            "outcome",
            "outcome_on",
            "known_on",
            "deleted_op",
        ),
        f"{settled} IS NOT NULL AND {known} = 0 AND {{r}}.outcome <> 'open' AND {_LIVE}",
        words.levels(settled, settling, months=True),
        {},
    )
    yield Rollup(
        "rollup_lead_step",
        "lead",
        ("next_on", "owner_id", "source_id", "status_id", "deleted_op"),
        _LIVE,
        words.levels(words.day("{r}.next_on"), step),
        {},
    )


def _deals(words: _Words) -> Iterator[Rollup]:
    place = words.keys("source_id", "pipeline_id", "stage_id")
    yield Rollup(
        "rollup_deal_step",
        "deal",
        ("next_on", "owner_id", "source_id", "pipeline_id", "stage_id", "state", "deleted_op"),
        f"{{r}}.state = 'open' AND {_LIVE}",
        words.more_levels(words.day("{r}.next_on"), place, "stage_id"),
        {},
    )
    yield _open(words, place)
    yield _closed(words)


def _open(words: _Words, place: Mapping[str, str]) -> Rollup:
    listed = "{r}.value_minor IS NULL AND {r}.list_minor IS NOT NULL"
    list_currency = f"CASE WHEN {listed} THEN COALESCE({{r}}.list_currency, '{MIXED}') ELSE '' END"
    money = {"currency": "{r}.currency", "list_currency": list_currency}
    return Rollup(
        "rollup_open",
        "deal",
        (
            "close_on", "owner_id", "source_id", "pipeline_id", "stage_id", "currency", "list_currency", "value_minor",
            "list_minor", "probability", "state", "deleted_op",
        ),
        f"{{r}}.state = 'open' AND {_LIVE}",
        words.more_levels(words.day("{r}.close_on"), {**place, **money}),
        {
            "valued": _VALUED,
            "total": _VALUE,
            "weight": f"{_VALUE} * COALESCE({{r}}.probability, 0)",
            "unweighted": f"CASE WHEN {{r}}.probability IS NULL THEN {_VALUE} ELSE 0 END",
            "listed": f"CASE WHEN {listed} THEN 1 ELSE 0 END",
            "list_total": f"CASE WHEN {listed} THEN {{r}}.list_minor ELSE 0 END",
            "without_price": "CASE WHEN {r}.value_minor IS NULL AND {r}.list_minor IS NULL THEN 1 ELSE 0 END",
        },
    )  # fmt: skip


def _closed(words: _Words) -> Rollup:
    closed_on = "CASE WHEN {r}.state = 'won' THEN {r}.won_on ELSE {r}.lost_on END"
    span = words.dialect.days_between("{r}.first_on", closed_on)
    keys = {
        "on_day": words.day(words.month(closed_on)),
        "state": "{r}.state",
        **words.keys("lost_reason_id"),
        "currency": "{r}.currency",
        "span": f"CASE WHEN {span} < 0 THEN {NEGATIVE_SPAN} ELSE COALESCE({span}, {NO_SPAN}) END",
    }
    return Rollup(
        "rollup_closed",
        "deal",
        ("won_on", "lost_on", "first_on", "state", "lost_reason_id", "currency", "value_minor", "deleted_op"),
        f"{{r}}.state IN ('won', 'lost') AND {_LIVE}",
        (keys,),
        {"valued": _VALUED, "total": _VALUE, "zeros": "CASE WHEN {r}.value_minor = 0 THEN 1 ELSE 0 END"},
    )


# Which tables' rollups a bulk write of a table makes wrong: its own, and those of what is derived from it.
REACHES = {
    "activity": ("activity", "lead", "deal"),
    "deal_lead": ("deal", "lead"),
    "deal": ("deal", "lead"),
    "lead": ("lead", "deal"),
    "deal_line": ("deal",),
    "product": ("deal",),
}


def moved(rollup: Rollup, event: str, *, tidy: bool) -> Iterator[str]:
    """The statements of a trigger after that event on a row that counts or, on an update, counted: an update takes the row
    OLD out and puts the row NEW in; `tidy` when one of its columns is computed by another trigger."""
    if event == "UPDATE":
        for level in rollup.levels:
            yield _counted(rollup, level, "OLD", -1, f" WHERE {rollup.holds('OLD')}")
            yield _gone(rollup, level, "OLD")
    for level in rollup.levels:
        # SQLite wants a WHERE between a SELECT and ON CONFLICT.
        yield _counted(rollup, level, "NEW", 1, f" WHERE {rollup.holds('NEW')}" if event == "UPDATE" else " WHERE true")
        # A count may be below 0 for a moment: which of the triggers of a table runs first is not said, and one that
        # computes a column of a row may have taken it out before it was put in.
        if tidy:
            yield _gone(rollup, level, "NEW")


def _counted(rollup: Rollup, level: Mapping[str, str], row: str, sign: int, where: str) -> str:
    """Add the row once or take it away."""
    sums = [f"({sql}) * {sign}" for sql in rollup.sums.values()]
    values = ", ".join([*level.values(), str(sign), *sums]).replace("{r}", row)
    return f"INSERT INTO {rollup.table} ({', '.join(rollup.columns)}) SELECT {values}{where} {_grown(rollup)}"


def _grown(rollup: Rollup) -> str:
    grown = ", ".join(f"{c} = {rollup.table}.{c} + excluded.{c}" for c in ("n", *rollup.sums))
    return f"ON CONFLICT ({', '.join(rollup.keys)}) DO UPDATE SET {grown}"


def _gone(rollup: Rollup, level: Mapping[str, str], row: str) -> str:
    """Away with what counts nothing any more."""
    same = " AND ".join(f"{column} = {sql}" for column, sql in level.items()).replace("{r}", row)
    return f"DELETE FROM {rollup.table} WHERE {same} AND {rollup.holds(row)} AND {_nothing(rollup)}"


def _nothing(rollup: Rollup) -> str:
    return " AND ".join(f"{c} = 0" for c in ("n", *rollup.sums))


def rebuild(connection: Connection, tables: set[str] | None = None) -> None:
    """Make the rollups of these tables (all without) anew from the rows, inside the caller's transaction."""
    for rollup in rollups(connection.dialect):
        if tables is None or rollup.source in tables:
            connection.execute(f"DELETE FROM {rollup.table}")
            for query in fresh(rollup):
                connection.execute(f"INSERT INTO {rollup.table} ({', '.join(rollup.columns)}) {query}")


def count(connection: Connection, operation_id: bytes, tables: set[str], *, out: bool = False) -> None:
    """Count what an operation added to these tables, or count it `out`."""
    for rollup in rollups(connection.dialect):
        if rollup.source in tables:
            by = connection.dialect.by(f"ix_{rollup.source}_created_op")
            for query in fresh(rollup, by, "r.created_op = ?", "-" if out else ""):
                connection.execute(
                    f"INSERT INTO {rollup.table} ({', '.join(rollup.columns)}) {query} {_grown(rollup)}",
                    (operation_id,),
                )


def tidy(connection: Connection, tables: set[str]) -> None:
    """Away with what counts nothing any more, after much was counted out."""
    for rollup in rollups(connection.dialect):
        if rollup.source in tables:
            connection.execute(f"DELETE FROM {rollup.table} WHERE {_nothing(rollup)}")


def fresh(rollup: Rollup, by: str = "", where: str = "true", sign: str = "") -> Iterator[str]:
    """What a rollup should hold, worked out from the rows: one query for each level."""
    for level in rollup.levels:
        keys = ", ".join(f"{sql} AS {column}" for column, sql in level.items())
        sums = "".join(f", {sign}sum({sql}) AS {column}" for column, sql in rollup.sums.items())
        yield (
            f"SELECT {keys}, {sign}count(*) AS n{sums} FROM {rollup.source} r{by} WHERE {where} AND {rollup.when}"
            f" GROUP BY {', '.join(str(place) for place, sql in enumerate(level.values(), 1) if '{r}' in sql)}"
        ).replace("{r}", "r")


def differences(connection: Connection) -> dict[str, int]:
    """How many rows of each rollup are not what the records say; only those that have some."""
    found = {}
    for rollup in rollups(connection.dialect):
        columns = ", ".join(rollup.columns)
        kept = f"SELECT {columns} FROM {rollup.table}"
        due = " UNION ALL ".join(f"SELECT {columns} FROM ({query}) f" for query in fresh(rollup))
        count = connection.value(
            f"SELECT count(*) FROM (SELECT DISTINCT {', '.join(rollup.keys)} FROM"
            f" (SELECT * FROM (SELECT * FROM ({kept}) k EXCEPT SELECT * FROM ({due}) d) m UNION ALL"
            f" SELECT * FROM (SELECT * FROM ({due}) d EXCEPT SELECT * FROM ({kept}) k) p) e) x"
        )
        if count:
            found[rollup.table] = int(count)
    return found
