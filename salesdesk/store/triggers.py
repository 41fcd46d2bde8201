"""The triggers of both engines, generated from the table metadata.

They refuse every write outside an operation, keep the history of every cell, and keep derived columns and rollups.
"""

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from salesdesk.store import derived
from salesdesk.store.derived import Follow
from salesdesk.store.dialect import POSTGRESQL, SQLITE, Dialect
from salesdesk.store.rollups import Rollup, moved, rollups
from salesdesk.store.tables import metadata

OUTSIDE = "salesdesk: this write is outside an operation"
NEVER_DELETED = "salesdesk: records are never deleted, they are marked"
_UNRECORDED = {"id", "code", "created_op"}
_UNGUARDED = {"history", "current_operation", "never"}


def record_tables() -> list[sa.Table]:
    """The tables whose rows are records: they have the columns of `Record`."""
    return [table for table in metadata.sorted_tables if "created_op" in table.c]


def guarded(table: sa.Table) -> bool:
    """Whether a write outside an operation is refused: rollups are no data, they can be made anew."""
    return table.name not in _UNGUARDED and not table.info.get("rollup")


def recorded_columns(table: sa.Table) -> list[str]:
    """The columns of a record table whose changes are history."""
    return [c.name for c in table.columns if c.name not in _UNRECORDED and not c.info.get("derived")]


def sqlite_triggers() -> Iterator[tuple[str, str]]:
    """`(name, statement)` of every trigger of an SQLite workspace."""
    for table in metadata.sorted_tables:
        if guarded(table):
            yield from _sqlite_guards(table.name, deletable=False)
    for table in record_tables():
        yield _sqlite_history(table)
    for number, follow in enumerate(derived.FOLLOWS):
        for event in follow.events:
            yield _sqlite_derived(f"{follow.table}_follow{number}_{event.lower()}", follow, event)
    for rollup in rollups(SQLITE):
        for event in ("INSERT", "UPDATE"):
            yield _sqlite_rollup(rollup, event)


def _sqlite_guards(table: str, *, deletable: bool) -> Iterator[tuple[str, str]]:
    for event in ("INSERT", "UPDATE"):
        name = f"{table}_guard_{event.lower()}"
        yield (
            name,
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
            "WHEN NOT EXISTS (SELECT 1 FROM current_operation) "
            f"BEGIN SELECT RAISE(ABORT, '{OUTSIDE}'); END",
        )
    if not deletable:
        name = f"{table}_guard_delete"
        # The row of an operation that changed nothing may go again before anybody saw it.
        kept = "WHEN NOT EXISTS (SELECT 1 FROM current_operation WHERE mode = 'bulk')"
        yield (
            name,
            f"CREATE TRIGGER {name} BEFORE DELETE ON {table} {kept} BEGIN SELECT RAISE(ABORT, '{NEVER_DELETED}'); END",
        )


def _sqlite_history(table: sa.Table) -> tuple[str, str]:
    columns = recorded_columns(table)
    name = f"{table.name}_history"
    cells = " UNION ALL ".join(
        f"SELECT '{c}' AS c, OLD.{c} AS o, NEW.{c} AS n WHERE OLD.{c} IS NOT NEW.{c}" for c in columns
    )
    return name, (
        f"CREATE TRIGGER {name} AFTER UPDATE OF {', '.join(columns)} ON {table.name} "
        "WHEN (SELECT mode FROM current_operation) = 'live' "
        "AND OLD.created_op <> (SELECT operation_id FROM current_operation) BEGIN "
        "INSERT INTO history (table_name, record_id, column_name, operation_id, old, new, previous_op) "
        f"SELECT '{table.name}', NEW.id, cell.c, now.operation_id, cell.o, cell.n, "
        "(SELECT max(h.operation_id) FROM history h WHERE h.table_name = "
        f"'{table.name}' AND h.record_id = NEW.id AND h.column_name = cell.c AND h.operation_id <> now.operation_id) "
        f"FROM ({cells}) cell, current_operation now WHERE true "
        "ON CONFLICT (table_name, record_id, column_name, operation_id) DO UPDATE SET new = excluded.new; END"
    )


def _sqlite_derived(name: str, follow: Follow, event: str) -> tuple[str, str]:
    body = "; ".join(recount.after(event, SQLITE.is_not) for recount in follow.recounts)
    return name, _sqlite_live(name, follow.table, event, follow.reads, follow.when, body)


def _sqlite_rollup(rollup: Rollup, event: str) -> tuple[str, str]:
    name = f"{rollup.table}_{event.lower()}"
    body = "; ".join(moved(rollup, event, tidy=_computed(rollup)))
    return name, _sqlite_live(name, rollup.source, event, rollup.reads, rollup.when, body)


def _computed(rollup: Rollup) -> bool:
    return any(metadata.tables[rollup.source].c[column].info.get("derived") for column in rollup.reads)


def _sqlite_live(name: str, table: str, event: str, reads: Iterable[str], when: str, body: str) -> str:
    moment = f"UPDATE OF {', '.join(reads)}" if event == "UPDATE" else event
    return (
        f"CREATE TRIGGER {name} AFTER {moment} ON {table} "
        f"WHEN {_matters(SQLITE, event, reads, when)}(SELECT mode FROM current_operation) = 'live' BEGIN {body}; END"
    )


def _matters(dialect: Dialect, event: str, reads: Iterable[str], when: str) -> str:
    """What must hold, with an AND behind: the row counts, or on an update counted, and one of the columns changed."""
    new, old = (f"({when.replace('{r}', row)})" if when else "" for row in ("NEW", "OLD"))
    if event == "INSERT":
        return f"{new} AND " if new else ""
    changed = " OR ".join(f"OLD.{c} {dialect.is_not} NEW.{c}" for c in reads)
    return f"({changed}) AND ({old} OR {new}) AND " if new else f"({changed}) AND "


_POSTGRES_FUNCTIONS = rf"""
CREATE FUNCTION salesdesk_operation() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('salesdesk.operation', true), '')::uuid $$;
CREATE FUNCTION salesdesk_mode() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT COALESCE(NULLIF(current_setting('salesdesk.mode', true), ''), 'live') $$;
CREATE FUNCTION salesdesk_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT translate(replace(replace(replace(lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g')),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'łđøħŧı', 'ldohti') $$;
CREATE FUNCTION salesdesk_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF salesdesk_operation() IS NULL THEN RAISE EXCEPTION '{OUTSIDE}'; END IF;
  IF TG_OP = 'DELETE' AND salesdesk_mode() <> 'bulk' THEN RAISE EXCEPTION '{NEVER_DELETED}'; END IF;
  RETURN NULL; END $$;
CREATE FUNCTION salesdesk_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE was jsonb := to_jsonb(OLD); is_now jsonb := to_jsonb(NEW); op uuid := salesdesk_operation(); cell text;
BEGIN
  IF salesdesk_mode() <> 'live' OR OLD.created_op = op THEN RETURN NULL; END IF;
  FOREACH cell IN ARRAY TG_ARGV LOOP
    IF was -> cell IS DISTINCT FROM is_now -> cell THEN
      INSERT INTO history (table_name, record_id, column_name, operation_id, old, new, previous_op)
      VALUES (TG_TABLE_NAME, NEW.id, cell, op, NULLIF(was -> cell, 'null'), NULLIF(is_now -> cell, 'null'),
        (SELECT h.operation_id FROM history h WHERE h.table_name = TG_TABLE_NAME AND h.record_id = NEW.id
           AND h.column_name = cell AND h.operation_id <> op ORDER BY h.operation_id DESC LIMIT 1))
      ON CONFLICT (table_name, record_id, column_name, operation_id) DO UPDATE SET new = excluded.new;
    END IF;
  END LOOP;
  RETURN NULL; END $$
"""


def postgres_statements() -> Iterator[tuple[str, str]]:
    """`(name, statement)` of every function and trigger of a PostgreSQL workspace."""
    for statement in _POSTGRES_FUNCTIONS.strip().split("\nCREATE "):
        text = statement.strip().rstrip(";")
        text = text if text.startswith("CREATE ") else f"CREATE {text}"
        yield text.split()[2].split("(")[0], text
    for table in metadata.sorted_tables:
        if guarded(table):
            name = f"{table.name}_guard"
            yield (
                name,
                (
                    f"CREATE TRIGGER {name} BEFORE INSERT OR UPDATE OR DELETE ON {table.name} "
                    "FOR EACH STATEMENT EXECUTE FUNCTION salesdesk_guard()"
                ),
            )
    for table in record_tables():
        recorded = recorded_columns(table)
        name = f"{table.name}_history"
        arguments = ", ".join(f"'{c}'" for c in recorded)
        yield (
            name,
            (
                f"CREATE TRIGGER {name} AFTER UPDATE OF {', '.join(recorded)} ON {table.name} "
                f"FOR EACH ROW EXECUTE FUNCTION salesdesk_history({arguments})"
            ),
        )
    for number, follow in enumerate(derived.FOLLOWS):
        for event in follow.events:
            body = "; ".join(recount.after(event, POSTGRESQL.is_not) for recount in follow.recounts)
            name = f"{follow.table}_follow{number}_{event.lower()}"
            yield from _postgres_live(name, follow.table, event, follow.reads, follow.when, body)
    for rollup in rollups(POSTGRESQL):
        for event in ("INSERT", "UPDATE"):
            name = f"{rollup.table}_{event.lower()}"
            body = "; ".join(moved(rollup, event, tidy=_computed(rollup)))
            yield from _postgres_live(name, rollup.source, event, rollup.reads, rollup.when, body)


def _postgres_live(
    name: str, table: str, event: str, reads: Iterable[str], when: str, body: str
) -> Iterator[tuple[str, str]]:
    moment = f"UPDATE OF {', '.join(reads)}" if event == "UPDATE" else event
    yield (
        f"salesdesk_{name}",
        f"CREATE FUNCTION salesdesk_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {_matters(POSTGRESQL, event, reads, when)}salesdesk_mode() = 'live' THEN {body}; END IF; RETURN NULL; END $$",
    )
    yield name, f"CREATE TRIGGER {name} AFTER {moment} ON {table} FOR EACH ROW EXECUTE FUNCTION salesdesk_{name}()"
