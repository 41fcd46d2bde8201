"""What the peers of the list of leads show: the same columns of the same rows."""

import sqlite3
from collections.abc import Iterator

HEADS = ("name", "company", "status", "score", "due", "next", "owner", "value", "city")
SQL = """SELECT l.name, l.company, s.name, CAST(l.score AS TEXT), COALESCE(l.next_on, ''), COALESCE(l.next_text, ''),
  m.name, CAST(l.value_minor AS TEXT), l.city, l.name_key, l.id
FROM lead l LEFT JOIN lead_status s ON s.id = l.status_id LEFT JOIN member m ON m.id = l.owner_id
WHERE l.deleted_op IS NULL AND (l.name_key, l.id) > (?, ?) ORDER BY l.name_key, l.id LIMIT ?"""


def read(
    connection: sqlite3.Connection, after: tuple[str, bytes] = ("", b""), limit: int = -1
) -> Iterator[tuple[str, ...]]:
    """Rows by name after one, as text; the last two values are what comes after them."""
    yield from connection.execute(SQL, (*after, limit))
