"""A record that was here and comes again: only what changed in the file is applied, an edit made here stays."""

import json
from collections.abc import Iterable
from typing import Any

from salesdesk.i18n import tr
from salesdesk.services.importing.identity import Content, plain, plain_values
from salesdesk.services.importing.making import Making, Row
from salesdesk.services.importing.plan import Entry
from salesdesk.services.importing.report import WARNING
from salesdesk.services.importing.shapes import SHAPES, Shape
from salesdesk.store.connection import Connection

_AT_ONCE = 500


class Present:
    """What records of a kind hold now: of those that were edited since they came, and those a file changes."""

    def __init__(self, connection: Connection, kind: str) -> None:
        shape = SHAPES[kind]
        self._connection = connection
        self._table = shape.table
        self._columns = ["id", *shape.all_columns, *(("custom",) if shape.custom else ())]
        self._rows: dict[bytes, Row] = {}
        self.edited = {
            key
            for (key,) in connection.rows("SELECT DISTINCT record_id FROM history WHERE table_name = ?", (self._table,))
        }

    def load(self, keys: Iterable[bytes]) -> None:
        """Read these records, some hundred at once."""
        wanted = [key for key in keys if key not in self._rows]
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(part))
            sql = f"SELECT {', '.join(self._columns)} FROM {self._table} WHERE id IN ({marks})"
            for row in self._connection.rows(sql, part):
                self._rows[row[0]] = dict(zip(self._columns, row, strict=True))

    def row(self, key: bytes) -> Row:
        """What the record holds."""
        return self._rows[key]


class Settling:
    """Compares what the file says with what it said last and with what is here now."""

    def __init__(self, make: Making, present: Present, *, theirs: bool) -> None:
        self._make = make
        self._present = present
        self._theirs = theirs

    def here(self, entry: Entry) -> Row:
        """What the record holds now."""
        return self._present.row(entry.key)

    def changed_fields(self, entry: Entry) -> set[str]:
        """The fields the file speaks of and says something new in (all of them when it never spoke before)."""
        now = plain_values(entry.record.values)
        if entry.old is None:
            return set(now)
        then = entry.old.values
        return {name for name in entry.source.fields() if now.get(name) != then.get(name)}

    def changed_customs(self, entry: Entry, custom: dict[str, str]) -> dict[str, str]:
        """The custom values that are new in the file, by key; '' where the file has emptied one."""
        then = entry.old.custom if entry.old else {}
        gone = {key: "" for key in then if key not in custom and key in self._keys(entry)}
        return {key: value for key, value in custom.items() if then.get(key) != value} | gone

    def _keys(self, entry: Entry) -> set[str]:
        shape = SHAPES[entry.source.kind]
        columns = [c.column for c in entry.source.report.columns]
        return {self._make.customs.known(shape.kind, column) or "" for column in columns}

    def apply(self, entry: Entry, made: Row, changed: set[str]) -> tuple[Row, Row]:
        """The columns to change, and the columns as the file now gives them (to know an edit next time)."""
        shape = SHAPES[entry.source.kind]
        here, old = self._present.row(entry.key), entry.old.row if entry.old else {}
        changes: Row = {}
        told: Row = dict(old)
        for fields, columns in shape.groups:
            touched = [name for name in fields if name in changed]
            if touched and not columns:
                self._untouchable(entry, touched)
            if not touched or not columns or not any(column in made or column in old for column in columns):
                continue
            new = {
                column: made.get(column, _EMPTY.get(column)) for column in columns if column in made or column in old
            }
            differs = {column for column in new if plain(new[column]) != plain(here[column])}
            if differs and self._keep(entry, columns, differs, here, old, touched, new):
                told.update(plain_values(new) if entry.old else {})
                continue
            told.update(plain_values(new))
            changes.update({column: new[column] for column in differs})
        return changes, told

    def _keep(
        self,
        entry: Entry,
        columns: tuple[str, ...],
        differs: set[str],
        here: Row,
        old: Row,
        touched: list[str],
        new: Row,
    ) -> bool:
        """Whether the value here stays; it is said then, with both values."""
        if self._theirs:
            return False
        if entry.old is None:
            edited = any(not _blank(here[column]) for column in differs if column not in ("currency",))
        else:
            edited = any(plain(here[column]) != old[column] for column in columns if column in old)
        if edited:
            shown = next((column for column in columns if column in differs), columns[0])
            self._say(entry, touched[0], self._make.book.label(here[shown]), self._make.book.label(new[shown]))
        return edited

    def edits(self, entry: Entry) -> Row:
        """For a row its file did not change: what was edited here, said; with `theirs` the values to bring back."""
        here = self._present.row(entry.key)
        old = entry.old.row if entry.old else {}
        back: Row = {}
        for fields, columns in SHAPES[entry.source.kind].groups:
            mine = [c for c in columns if c in old and plain(here[c]) != old[c]]
            field = next((name for name in fields if name in entry.record.values), "")
            if not mine or not field:
                continue
            if self._theirs:
                back.update({column: _stored(column, old[column]) for column in mine})
            else:
                self._say(
                    entry,
                    field,
                    self._make.book.label(here[mine[0]]),
                    self._make.book.label(_stored(mine[0], old[mine[0]])),
                )
        return back

    def customs(self, entry: Entry, changed: dict[str, str]) -> Row:
        """The custom column with the changed values; those edited here stay and are said."""
        held = json.loads(self._present.row(entry.key).get("custom") or "{}")
        then = entry.old.custom if entry.old else {}
        merged = dict(held)
        for key, value in changed.items():
            if not self._theirs and held.get(key, "") not in ("", then.get(key, "")) and held.get(key) != value:
                self._say(entry, key, str(held[key]), value)
            else:
                merged[key] = value
        merged = {key: value for key, value in merged.items() if value != ""}
        return {"custom": json.dumps(merged, ensure_ascii=False)} if merged != held else {}

    def _say(self, entry: Entry, field: str, here: str, there: str) -> None:
        column = entry.source.columns.get(field, field)
        words = tr("here it is '{here}'; the value here stays", here=here)
        reason = tr("changed here since the last import: {words}", words=words) if entry.old else words
        entry.result.problem(entry.record.line, column, there, reason, WARNING)

    @staticmethod
    def _untouchable(entry: Entry, fields: list[str]) -> None:
        if entry.old is None:
            return
        for name in fields:
            value = str(plain(entry.record.values.get(name, "")))
            reason = tr("changed in the file; what hangs on the record here stays as it is")
            entry.result.problem(entry.record.line, entry.source.columns.get(name, name), value, reason)


def content(entry: Entry, custom: dict[str, str], row: Row | None, shape: Shape) -> Content:
    """What the file says of the record, for next time; what it does not speak of is kept from last time."""
    values = plain_values(entry.record.values)
    if row is None:
        return Content(values, custom, {})
    named = {column for name in values if name in shape.columns for column in shape.columns[name]}
    return Content(values, custom, {column: plain(row[column]) for column in sorted(named) if column in row})


def _blank(value: Any) -> bool:
    return value in (None, "", 0, False)


def _stored(column: str, value: Any) -> Any:
    """A value of `Content.row` as the column wants it: keys are hexadecimal there."""
    if isinstance(value, str) and (column.endswith("_id")):
        return bytes.fromhex(value)
    return value


_EMPTY: Row = {}
_TEXT = (
    "name given_name family_name title email phone mobile website street city region postal_code country notes tags"
    " company industry sector domain plan subject note channel family unit currency"
)
_EMPTY.update(dict.fromkeys(_TEXT.split(), ""))
_EMPTY.update({"do_not_contact": False, "active": True, "role": "rep", "direction": "out"})
