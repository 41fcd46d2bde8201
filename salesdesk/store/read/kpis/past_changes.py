"""What changed since a past moment: which records, and what their fields were.

A record nothing happened to since is as it is now, so that only the others are looked up in history: a field has the
old value of its earliest change after that moment. Literals in the SQL are instants and keys of our own.
"""

from salesdesk.store.dialect import Dialect
from salesdesk.store.read.kpis.scope import Past

# The columns that are looked up in history, and what PostgreSQL casts their old values to.
_LINKS = dict.fromkeys(("owner_id", "account_id", "contact_id", "source_id"), "uuid")
_DEAL = {
    **_LINKS,
    **dict.fromkeys(("pipeline_id", "stage_id", "lost_reason_id"), "uuid"),
    **dict.fromkeys(("closed_owner_id", "closed_manager_id", "closed_team_id"), "uuid"),
    **dict.fromkeys(("close_on", "won_on", "lost_on", "stage_on"), "date"),
    **dict.fromkeys(("name", "currency", "tags", "notes", "forecast", "competitor"), "text"),
    "value_minor": "bigint",
    "probability": "integer",
    "custom": "jsonb",
}
_LEAD = {
    **_LINKS,
    **dict.fromkeys(("status_id", "lost_reason_id"), "uuid"),
    **dict.fromkeys(("qualified_on", "closed_on"), "date"),
    **dict.fromkeys(("tags", "notes", "industry", "region", "country", "city", "currency", "campaign"), "text"),
    "value_minor": "bigint",
    "score": "integer",
    "custom": "jsonb",
}
_ACTIVITY = {
    **dict.fromkeys(("owner_id", "kind_id", "outcome_id", "lead_id", "deal_id", "account_id", "contact_id"), "uuid"),
    **dict.fromkeys(("due_on", "done_on"), "date"),
    "place": "text",
}
_ACCOUNT = {**dict.fromkeys(("sector", "region", "country"), "text"), "owner_id": "uuid", "custom": "jsonb"}
# What tells when something happened: believed as it is now unless an undo brought it back since.
_TOLD = ("won_on", "lost_on", "qualified_on", "closed_on", "status_id", "done_on")
_GOAL = {"target": "bigint"}
_MEMBER = {"team_id": "uuid", "manager_id": "uuid"}
_ORDER = {
    **dict.fromkeys(("owner_id", "account_id", "contact_id", "deal_id"), "uuid"),
    "amount_minor": "bigint",
    "currency": "text",
}
# Whose fields are looked up; of any other table only whether a row was deleted.
FIELDS: dict[str, dict[str, str]] = {
    "deal": _DEAL,
    "lead": _LEAD,
    "activity": _ACTIVITY,
    "account": _ACCOUNT,
    "contact": {"owner_id": "uuid"},
    "member": _MEMBER,
    "goal": _GOAL,
    "sales_order": _ORDER,
}


class Changes:
    """The SQL of what was done since. The names of its tables are `then_since` and `then_changed_x`."""

    def __init__(self, dialect: Dialect, past: Past) -> None:
        self.dialect = dialect
        self.past = past

    def since(self) -> str:
        """The operations since, and whether what they `said` holds still: undos, redos and what was undone do not."""
        said = "CASE WHEN o.action = 'change' AND o.undone_by IS NULL THEN 1 END"
        return f"(SELECT o.id, {said} AS said FROM operation o WHERE o.at >= '{self.past.instant}')"

    def changed(self, table: str) -> str:
        """For each record changed since: which of its fields (`has_x`), what they were before the earliest change
        (`old_x`), and whether a change that holds still was among them (`said_x`). Those deleted since are among them."""
        old = "f.old #>> '{}'" if self.dialect.name == "postgresql" else "f.old"
        cells = ", ".join(
            f"max(CASE WHEN f.column_name = '{c}' THEN 1 END) AS has_{c},"
            f" max(CASE WHEN f.column_name = '{c}' AND f.place = 1 THEN {old} END) AS old_{c}"
            + (f", max(CASE WHEN f.column_name = '{c}' THEN f.said END) AS said_{c}" if c in _TOLD else "")
            for c in (*FIELDS.get(table, ()), "deleted_op")
        )
        # A bulk write deletes without a line in history.
        return (
            f"(SELECT f.record_id, {cells} FROM (SELECT e.record_id, e.column_name, e.old, row_number() OVER"
            " (PARTITION BY e.record_id, e.column_name ORDER BY e.operation_id) AS place, o.said"
            f" FROM history e JOIN then_since o ON o.id = e.operation_id WHERE e.table_name = '{table}'"
            f" UNION ALL SELECT r.id, '', NULL, 1, NULL FROM {table} r"
            " WHERE r.deleted_op IN (SELECT o.id FROM then_since o)) f GROUP BY f.record_id)"
        )

    def then(self, table: str, *, changed: bool, dead: bool = False, only: str = "", quiet: bool = False) -> str:
        """The records alive at that moment (`dead` ones too) that were `changed` since, or that were not (`quiet` when none
        was; `only` where that holds of the row `r`): all columns, `late` (1 when it was entered later), `was_x` for each
        field, and `sure_x` (1 when the present value may be believed) for what tells when something happened."""
        return self._told(table, dead=dead) if changed else self._plain(table, dead=dead, only=only, quiet=quiet)

    def _plain(self, table: str, *, dead: bool, only: str, quiet: bool) -> str:
        fields = FIELDS.get(table, {})
        same = "".join(f", r.{c} AS was_{c}" for c in fields)
        same += "".join(f", 1 AS sure_{c}" for c in _TOLD if c in fields)
        where = "1=1" if dead else f"r.deleted_op IS NULL{self._not_undone(f'{_LATE} OR ')}"
        if not quiet:
            where += f" AND NOT EXISTS (SELECT 1 FROM then_changed_{table} h WHERE h.record_id = r.id)"
        if only:
            where += f" AND {only}"
        return f"(SELECT r.*, CASE WHEN {_LATE} THEN 1 ELSE 0 END AS late{same} FROM {table} r WHERE {where})"

    def _told(self, table: str, *, dead: bool) -> str:
        fields = FIELDS.get(table, {})
        was = "".join(f", {self.restored(column, kind)} AS was_{column}" for column, kind in fields.items())
        was += "".join(
            f", CASE WHEN {_LATE} OR h.has_{c} IS NULL OR h.said_{c} = 1 THEN 1 ELSE 0 END AS sure_{c}"
            for c in _TOLD
            if c in fields
        )
        alive = "1=1" if dead else self._alive()
        # CROSS: SQLite begins with the few.
        return (
            f"(SELECT r.*, CASE WHEN {_LATE} THEN 1 ELSE 0 END AS late{was} FROM then_changed_{table} h"
            f" CROSS JOIN {table} r WHERE r.id = h.record_id AND {alive})"
        )

    def _alive(self) -> str:
        gone_later = "r.deleted_op IN (SELECT o.id FROM then_since o)"
        before = (
            "CASE WHEN h.has_deleted_op = 1 THEN h.old_deleted_op IS NULL"
            f" ELSE (r.deleted_op IS NULL OR {gone_later}){self._not_undone()} END"
        )
        return f"CASE WHEN {_LATE} THEN r.deleted_op IS NULL ELSE ({before}) END"

    def _not_undone(self, unless: str = "") -> str:
        if not self.past.undone:
            return ""
        return f" AND ({unless}r.created_op NOT IN ({', '.join(self._key(key) for key in self.past.undone)}))"

    def _key(self, key: bytes) -> str:
        return f"'{key.hex()}'::uuid" if self.dialect.name == "postgresql" else f"X'{key.hex()}'"

    def restored(self, column: str, kind: str) -> str:
        """What a field of the row `r` was; `h` says what was changed of it."""
        return f"CASE WHEN h.has_{column} = 1 THEN {self.old('h', column, kind)} ELSE r.{column} END"

    def old(self, row: str, column: str, kind: str) -> str:
        """What a field of a changed record was."""
        return self.dialect.cast(f"{row}.old_{column}", kind)


_LATE = "r.created_op IN (SELECT o.id FROM then_since o)"
