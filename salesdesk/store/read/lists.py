"""Any list: the keys that fit a condition, in an order, and how many there are."""

import re
from collections.abc import Sequence

from salesdesk.domain.language.fields import Catalogue, Field
from salesdesk.domain.language.where import EVERYTHING, Where
from salesdesk.store.connection import Connection
from salesdesk.store.dialect import SQLITE
from salesdesk.store.read.catalogues import ALIAS
from salesdesk.store.read.values import placeholders

_POSITION = {
    "l.status_id": "(SELECT s.position FROM lead_status s WHERE s.id = l.status_id)",
    "d.stage_id": "(SELECT s.position FROM stage s WHERE s.id = d.stage_id)",
}
_NAME_OF = {
    "source": "source",
    "lost": "lost_reason",
    "pipeline": "pipeline",
    "team": "team",
    "kind": "activity_kind",
    "cadence": "cadence",
}


def keys(
    connection: Connection,
    entity: str,
    where: Where,
    order: Sequence[tuple[Field, bool]] = (),
    *,
    limit: int | None = None,
) -> list[bytes]:
    """The keys of the live records that fit, sorted, missing values last both ways, ties by key."""
    alias = ALIAS[entity]
    by = [sort_sql(connection, field, descending) for field, descending in order]
    order_by = f" ORDER BY {', '.join([part.sql for part in by] + [f'{alias}.id'])}"
    params = tuple(param for part in by for param in part.params)
    scanned = connection.dialect is SQLITE and _asks_only_text(where, alias)
    if scanned and limit is not None:
        # What many have is soon found in the order of the list, whose index has no texts; what few have is not.
        walk = f"SELECT {alias}.id, {where.sql} FROM {entity} {alias} WHERE {alias}.deleted_op IS NULL{order_by} LIMIT {_WALK}"
        first = connection.rows(walk, (*where.params, *params))
        found = [key for key, fits in first if fits]
        if len(found) >= limit or len(first) < _WALK:
            return found[:limit]
        # So many as are asked are likely to lie behind so many rows; few say little of that, and a row of all takes a third.
        every = int(connection.value(f"SELECT max(rowid) FROM {entity}"))
        scanned = limit * _WALK * 6 > every * len(found)
    sql = (
        f"SELECT {alias}.id FROM {entity} {alias}{' NOT INDEXED' if scanned else ''}"
        f" WHERE {alias}.deleted_op IS NULL AND {where.sql}{order_by}"
    )
    if limit is not None:
        sql += f" LIMIT {int(limit)}"
    return [key for (key,) in connection.rows(sql, (*where.params, *params))]


# So many rows are looked at in the order of the list to know whether that will do.
_WALK = 500
_TEXT = re.compile(r"(\w+)\.search_text LIKE \? ESCAPE '!'")


def _asks_only_text(where: Where, alias: str) -> bool:
    """Whether it is all about the words of the record itself, which no index knows."""
    rest, count = _TEXT.subn("", where.sql)
    return count > 0 and f"{alias}.search_text" in where.sql and not re.sub(r"[()\s]|AND|OR|NOT", "", rest)


def count(connection: Connection, entity: str, where: Where) -> int:
    """How many live records fit."""
    alias = ALIAS[entity]
    if where == EVERYTHING:
        # The rows are wide: all of them and the few in the bin are counted in narrow indexes.
        sql = f"SELECT (SELECT count(*) FROM {entity}) - (SELECT count(*) FROM {entity} WHERE deleted_op IS NOT NULL)"
    else:
        sql = f"SELECT count(*) FROM {entity} {alias} WHERE {alias}.deleted_op IS NULL AND {where.sql}"
    return int(connection.value(sql, where.params))


def among(entity: str, ids: Sequence[bytes]) -> Where:
    """The condition of being one of these records."""
    return Where(f"{ALIAS[entity]}.id IN ({placeholders(ids)})", tuple(ids))


def due_groups(connection: Connection, entity: str, where: Where, today: str, week_end: str) -> list[int]:
    """How many records that fit are overdue, due today, later this week, later, and without a next step."""
    alias = ALIAS[entity]
    due = f"{alias}.next_on"
    sql = (
        f"SELECT count(*) FILTER (WHERE {due} < ?), count(*) FILTER (WHERE {due} = ?),"
        f" count(*) FILTER (WHERE {due} > ? AND {due} < ?), count(*) FILTER (WHERE {due} >= ? AND {due} > ?),"
        f" count(*) FILTER (WHERE {due} IS NULL)"
        f" FROM {entity} {alias} WHERE {alias}.deleted_op IS NULL AND {where.sql}"
    )
    params = (today, today, today, week_end, week_end, today)
    row = connection.one(sql, (*params, *where.params)) or (0,) * 5
    return [int(n) for n in row]


def sort_sql(connection: Connection, field: Field, descending: bool) -> Where:
    """`expression [DESC] NULLS LAST` for one field."""
    direction = " DESC" if descending else ""
    if field.sql in _POSITION:
        return Where(f"{_POSITION[field.sql]}{direction} NULLS LAST")
    if field.kind == "person":
        return Where(f"(SELECT m.name_key FROM member m WHERE m.id = {field.sql}){direction} NULLS LAST")
    if field.kind == "choice" and field.name in _NAME_OF:
        table = _NAME_OF[field.name]
        return Where(f"(SELECT x.name_key FROM {table} x WHERE x.id = {field.sql}){direction} NULLS LAST")
    if field.kind == "custom":
        number = field.custom_kind in ("number", "money")
        value = connection.dialect.json_number if number else connection.dialect.json_text
        found = value(field.sql, field.key)
        return Where(f"{found.sql}{direction} NULLS LAST", found.params)
    if field.kind in ("text", "ref"):
        folded = field.folded_sql or connection.dialect.fold(field.sql)
        return Where(
            f"NULLIF({folded}, ''){direction} NULLS LAST" if not field.folded_sql else f"{folded}{direction} NULLS LAST"
        )
    if field.kind == "age":
        # The longest ago is the greatest age.
        return Where(f"{field.sql}{'' if descending else ' DESC'} NULLS LAST")
    extra = ", next_at NULLS LAST" if field.name == "due" and not descending else ""
    return Where(f"{field.sql}{direction} NULLS LAST{extra}")


def known_fields(catalogue: Catalogue) -> list[str]:
    """The names a filter can use, for completion."""
    return [field.name for field in catalogue.fields]
