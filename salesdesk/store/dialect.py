"""The few expressions in which SQLite and PostgreSQL differ; all other SQL is the same text on both."""

from salesdesk.hints import TYPE_CHECKING
from salesdesk.plain import Plain

if TYPE_CHECKING:
    from datetime import date, datetime

    from salesdesk.domain.language.where import Where


class Dialect(Plain):
    """An engine's name and its spelling of what has no common one."""

    name: str

    @property
    def is_not(self) -> str:
        """The comparison that holds a null for a value like any other."""
        return "IS DISTINCT FROM" if self.name == "postgresql" else "IS NOT"

    def by(self, index: str) -> str:
        """Behind a table: read it by that index. SQLite knows only how many rows a value has on average, so that after an
        import it holds an index for useless; PostgreSQL looks at the value."""
        return "" if self.name == "postgresql" else f" INDEXED BY {index}"

    def scanned(self, column: str) -> str:
        """A column by whose value no index is chosen. SQLite goes through a table of a million rows by an index of live
        ones rather than from end to end, which takes six times as long."""
        return column if self.name == "postgresql" else f"+{column}"

    def days_between(self, start: str, end: str) -> str:
        """Whole days from one day expression to another."""
        if self.name == "postgresql":
            return f"(({end})::date - ({start})::date)"
        return f"CAST(julianday({end}) - julianday({start}) AS INTEGER)"

    def json_text(self, column: str, key: str) -> "Where":
        """The text of one key of a JSON column, null when it is missing; numbers and flags as text too."""
        from salesdesk.domain.language.where import Where

        if self.name == "postgresql":
            return Where(f"({column} ->> ?)", (key,))
        return Where(f"CAST(json_extract({column}, ?) AS TEXT)", (_path(key),))

    def json_number(self, column: str, key: str) -> "Where":
        """The number of one key of a JSON column, null when it is missing or not a number."""
        from salesdesk.domain.language.where import Where

        text = self.json_text(column, key)
        if self.name == "postgresql":
            number = f"CASE WHEN {text.sql} ~ '^-?[0-9]+(\\.[0-9]+)?$' THEN ({text.sql})::numeric END"
            return Where(number, text.params * 2)
        number = f"CASE WHEN {text.sql} GLOB '[0-9-]*' THEN CAST({text.sql} AS REAL) END"
        return Where(number, text.params * 2)

    def fold(self, sql: str) -> str:
        """A text expression folded as `domain.text.fold` does."""
        return f"salesdesk_fold({sql})"

    def day(self, day: "date") -> str:
        """A day as a parameter."""
        return day.isoformat()

    def instant(self, instant: "datetime") -> str:
        """A UTC instant as a parameter."""
        return instant.strftime("%Y-%m-%dT%H:%M:%SZ")

    def key(self, key: bytes) -> bytes:
        """A record key as a parameter."""
        return key

    def month(self, day: str) -> str:
        """`YYYY-MM` of a day expression."""
        return f"to_char({day}, 'YYYY-MM')" if self.name == "postgresql" else f"substr({day}, 1, 7)"

    def day_text(self, day: str) -> str:
        """`YYYY-MM-DD` of a day expression."""
        return f"to_char({day}, 'YYYY-MM-DD')" if self.name == "postgresql" else day

    def cast(self, value: str, kind: str) -> str:
        """A placeholder with a type, where PostgreSQL could not tell it: kind is date, bigint, uuid or text."""
        return f"CAST({value} AS {kind})" if self.name == "postgresql" else value


def _path(key: str) -> str:
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    return f'$."{escaped}"'


SQLITE = Dialect("sqlite")
POSTGRESQL = Dialect("postgresql")
