"""The few expressions in which SQLite and PostgreSQL differ; all other SQL is the same text on both."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """An engine's name and its spelling of what has no common one."""

    name: str

    def days_between(self, start: str, end: str) -> str:
        """Whole days from one day expression to another."""
        if self.name == "postgresql":
            return f"(({end})::date - ({start})::date)"
        return f"CAST(julianday({end}) - julianday({start}) AS INTEGER)"

    def json_text(self, column: str, key: str) -> str:
        """The text of one key of a JSON column, null when it is missing."""
        safe = key.replace("'", "''")
        if self.name == "postgresql":
            return f"({column} ->> '{safe}')"
        path = safe.replace('"', '""')
        return f"json_extract({column}, '$.\"{path}\"')"

    def month(self, day: str) -> str:
        """`YYYY-MM` of a day expression."""
        return f"to_char({day}, 'YYYY-MM')" if self.name == "postgresql" else f"substr({day}, 1, 7)"

    def day_text(self, day: str) -> str:
        """`YYYY-MM-DD` of a day expression."""
        return f"to_char({day}, 'YYYY-MM-DD')" if self.name == "postgresql" else day

    def cast(self, value: str, kind: str) -> str:
        """A placeholder with a type, where PostgreSQL could not tell it: kind is date, bigint, uuid or text."""
        return f"CAST({value} AS {kind})" if self.name == "postgresql" else value


SQLITE = Dialect("sqlite")
POSTGRESQL = Dialect("postgresql")
