"""The tables as they were at the end of a past day, each as a common table expression.

As of a day D a record counts by its own business dates up to D. A field without one takes its value at D from history:
the old value of the earliest change after D, else the present one. So does a business date that only an undo or redo
brought back after D: what was undone later did count until then. A record that was entered after D (an import) counts by
its dates as long as it is live; one entered before counts until it was deleted. Literals in the SQL are days,
instants and keys of our own, never text somebody typed.
"""

import re
from collections.abc import Iterable

from salesdesk.store.connection import Connection
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


# Rows that belong to other records and have no days of their own.
_PARENTS = {"deal_lead": ("deal", "lead"), "deal_line": ("deal",)}
_OF_ACCOUNT = "name_key, search_text, city, employees, founded_year, domain, touched_on, tags, notes"
_NAMES = re.compile(r"\bthen_\w+")
# By which columns the rows of a table are found from others.
_FOUND_BY = {
    **dict.fromkeys(("then_deal", "then_lead", "then_account", "then_member"), ("id",)),
    "then_deal_lead": ("deal_id", "lead_id"),
    "then_deal_line": ("deal_id",),
}


class PastTables:
    """The SQL of each table at a past moment. Every name starts with `then_`."""

    def __init__(self, dialect: Dialect, past: Past) -> None:
        self.dialect = dialect
        self.past = past

    def with_clause(self, sql: str) -> str:
        """`WITH ...` for the tables a statement names, and those they are made of. Materialised: what they join by is
        worked out once, and found again by an index the engine makes."""
        bodies = self._bodies(sql)
        return "WITH " + ", ".join(f"{n} AS MATERIALIZED {b}" for n, b in bodies.items()) + " " if bodies else ""

    def kept(self, connection: Connection, sql: str) -> str:
        """The statement with the names of temporary tables, which are made when they are not there yet: a question has
        many statements, and each table is worked out once. They go with the snapshot."""
        for name, body in self._bodies(sql).items():
            table = self._kept_name(name)
            if table not in connection.made:
                connection.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM {self._renamed(body)} t")
                for column in _FOUND_BY.get(name, ()):
                    connection.execute(f"CREATE INDEX {table}_{column} ON {table} ({column})")
                if self.dialect.name == "postgresql":
                    connection.execute(f"ANALYZE {table}")
                connection.made.add(table)
        return self._renamed(sql)

    def _bodies(self, sql: str) -> dict[str, str]:
        """The tables a statement names, each after those it is made of."""
        bodies: dict[str, str] = {}

        def need(text: str) -> None:
            for name in dict.fromkeys(_NAMES.findall(text)):
                if name not in bodies:
                    body = self._body(name.removeprefix("then_"))
                    need(body)
                    bodies[name] = body

        need(sql)
        return bodies

    def _renamed(self, sql: str) -> str:
        return _NAMES.sub(lambda match: self._kept_name(match[0]), sql)

    def _kept_name(self, name: str) -> str:
        """Of this day: one snapshot may look from several."""
        return f"as_of_{self.past.next_day:%Y%m%d}_{name.removeprefix('then_')}"

    def _body(self, table: str) -> str:
        if table == "deal":
            return self._deal()
        if table == "deal_cycle":
            return self._deal_cycle()
        if table == "lead":
            return self._lead()
        if table == "activity":
            return self._activity()
        if table == "account":
            return self._plain("account", _ACCOUNT, *_OF_ACCOUNT.split(", "))
        if table == "contact":
            return self._plain("contact", {"owner_id": "uuid"})
        if table == "member":
            return self._plain("member", _MEMBER)
        if table == "goal":
            kept = "b.id, b.code, b.member_id, b.team_id, b.kind, b.starts_on, b.ends_on, b.currency"
            return f"(SELECT {kept}, {_was(_GOAL)} FROM {self._then('goal', _GOAL)} b)"
        return self._order() if table == "sales_order" else self._link(table)

    def _activity(self) -> str:
        """Activities; `done_on` only when it was done by then."""
        day = self._day
        done = (
            f"CASE WHEN b.sure_done_on = 1 AND b.done_on < {day} THEN b.done_on"
            f" WHEN b.was_done_on < {day} THEN b.was_done_on END"
        )
        return (
            f"(SELECT b.id, b.code, b.subject, b.note, b.direction, {done} AS done_on,"
            f" CASE WHEN {done} IS NOT NULL THEN b.done_at END AS done_at, b.was_due_on AS due_on, b.late,"
            f" {_was(_ACTIVITY, 'done_on', 'due_on')} FROM {self._then('activity', _ACTIVITY)} b"
            f" WHERE b.late = 0 OR {done} IS NOT NULL)"
        )

    def _order(self) -> str:
        return (
            f"(SELECT b.id, b.code, b.ordered_on, {_was(_ORDER)} FROM {self._then('sales_order', _ORDER)} b"
            f" WHERE b.ordered_on < {self._day})"
        )

    def _link(self, table: str) -> str:
        """Rows whose fields are not looked up in history. One that was made later counts when it has days of its own, or
        when one of the records it belongs to was made later too."""
        parents = _PARENTS.get(table, ())
        late = "".join(
            f" OR EXISTS (SELECT 1 FROM {parent} p JOIN operation o ON o.id = p.created_op"
            f" WHERE p.id = b.{parent}_id AND o.at >= '{self.past.instant}')"
            for parent in parents
        )
        where = f" WHERE b.late = 0{late}" if parents else ""
        return f"(SELECT b.* FROM {self._then(table, {})} b{where})"

    @property
    def _day(self) -> str:
        return f"'{self.past.next_day.isoformat()}'"

    def _plain(self, table: str, columns: dict[str, str], *more: str) -> str:
        """All records, deleted ones too: for what others say of them."""
        kept = "".join(f", b.{column}" for column in ("id", "name", "code", *more))[2:]
        return f"(SELECT {kept}, {_was(columns)} FROM {self._then(table, columns, dead=True)} b)"

    def _then(self, table: str, columns: dict[str, str], *, dead: bool = False) -> str:
        """The records alive at that moment: all columns, `late` (1 when it was entered later), `was_x` for each, and
        `sure_x` (1 when the present value may be believed) for what tells when something happened."""
        instant = f"'{self.past.instant}'"
        restored = "".join(f", {self._restored(column, kind)} AS was_{column}" for column, kind in columns.items())
        late = f"CASE WHEN made.at >= {instant} THEN 1 ELSE 0 END"
        restored += "".join(
            f", CASE WHEN made.at >= {instant} OR h.has_{c} IS NULL OR h.said_{c} = 1 THEN 1 ELSE 0 END AS sure_{c}"
            for c in _TOLD
            if c in columns
        )
        alive = "1=1" if dead else self._alive(instant)
        return (
            f"(SELECT r.*, {late} AS late{restored} FROM {table} r JOIN operation made ON made.id = r.created_op"
            f" LEFT JOIN operation gone ON gone.id = r.deleted_op"
            f" LEFT JOIN {self._changes(table, (*columns, 'deleted_op'), instant)} h ON h.record_id = r.id"
            f" WHERE {alive})"
        )

    def _alive(self, instant: str) -> str:
        before = (
            "CASE WHEN h.has_deleted_op = 1 THEN h.old_deleted_op IS NULL"
            f" ELSE (r.deleted_op IS NULL OR gone.at >= {instant}){self._not_undone()} END"
        )
        return f"CASE WHEN made.at >= {instant} THEN r.deleted_op IS NULL ELSE ({before}) END"

    def _not_undone(self) -> str:
        if not self.past.undone:
            return ""
        return f" AND r.created_op NOT IN ({', '.join(self._key(key) for key in self.past.undone)})"

    def _key(self, key: bytes) -> str:
        return f"'{key.hex()}'::uuid" if self.dialect.name == "postgresql" else f"X'{key.hex()}'"

    def _changes(self, table: str, columns: Iterable[str], instant: str) -> str:
        """For each record changed since: which of the columns (`has_x`), what they were before the earliest change
        (`old_x`), and whether a change that holds still was among them (`said_x`), not only undos and redos."""
        old = "f.old #>> '{}'" if self.dialect.name == "postgresql" else "f.old"
        cells = ", ".join(
            f"max(CASE WHEN f.column_name = '{c}' THEN 1 END) AS has_{c},"
            f" max(CASE WHEN f.column_name = '{c}' AND f.place = 1 THEN {old} END) AS old_{c}"
            + (f", max(CASE WHEN f.column_name = '{c}' THEN f.said END) AS said_{c}" if c in _TOLD else "")
            for c in columns
        )
        return (
            f"(SELECT f.record_id, {cells} FROM (SELECT e.record_id, e.column_name, e.old, row_number() OVER"
            " (PARTITION BY e.record_id, e.column_name ORDER BY e.operation_id) AS place,"
            " CASE WHEN o.action = 'change' AND o.undone_by IS NULL THEN 1 END AS said"
            " FROM history e JOIN operation o ON o.id = e.operation_id"
            f" WHERE e.table_name = '{table}' AND o.at >= {instant}) f GROUP BY f.record_id)"
        )

    def _restored(self, column: str, kind: str) -> str:
        old = self.dialect.cast(f"h.old_{column}", kind)
        return f"CASE WHEN h.has_{column} = 1 THEN {old} ELSE r.{column} END"

    def _deal_cycle(self) -> str:
        """Deals with the first day of their cycle."""
        first_on = "CASE WHEN first.day < d.opened_on OR d.opened_on IS NULL THEN first.day ELSE d.opened_on END"
        return (
            f"(SELECT d.*, {first_on} AS first_on FROM then_deal d"
            f" LEFT JOIN {self._first_days()} first ON first.deal_id = d.id)"
        )

    def _deal(self) -> str:
        day = self._day
        # The present close counts when it is not later than the day; else the one history knows of.
        now = f"(b.state = 'won' AND b.sure_won_on = 1 AND (b.won_on < {day} OR b.won_on IS NULL))"
        now_lost = f"(b.state = 'lost' AND b.sure_lost_on = 1 AND (b.lost_on < {day} OR b.lost_on IS NULL))"
        was = f"b.was_won_on < {day}"
        was_lost = f"b.was_lost_on < {day}"
        state = (
            f"CASE WHEN {now} THEN 'won' WHEN {now_lost} THEN 'lost' WHEN {was} THEN 'won' WHEN {was_lost} THEN 'lost'"
            " ELSE 'open' END"
        )
        kept = f"({now} OR {now_lost})"
        closed = ", ".join(
            f"CASE WHEN {kept} THEN b.{c} ELSE b.was_{c} END AS {c}"
            for c in ("closed_owner_id", "closed_manager_id", "closed_team_id", "lost_reason_id", "won_on", "lost_on")
        )
        later_stage = (
            "(SELECT g.from_stage_id FROM stage_change g WHERE g.deal_id = b.id AND g.deleted_op IS NULL"
            f" AND g.changed_on >= {day} ORDER BY g.changed_on, g.id LIMIT 1)"
        )
        stage = (
            f"CASE WHEN {kept} THEN b.stage_id WHEN s.meaning = 'open' OR {was} OR {was_lost} THEN b.was_stage_id"
            f" ELSE {later_stage} END"
        )
        special = (
            *(
                "closed_owner_id",
                "closed_manager_id",
                "closed_team_id",
                "lost_reason_id",
                "won_on",
                "lost_on",
                "stage_id",
            ),
            "name",
        )
        columns = (
            f"b.id, b.code, b.name, b.late, b.opened_on, b.list_minor, b.name_key, b.search_text, b.next_on,"
            f" b.next_text, b.next_kind_id, b.touched_on, {state} AS state, {closed}, {stage} AS stage_id,"
            f" {_was(_DEAL, *special)}"
        )
        inner = (
            f"(SELECT {columns} FROM {self._then('deal', _DEAL)} b LEFT JOIN stage s ON s.id = b.was_stage_id"
            f" WHERE b.opened_on < {day} OR b.won_on < {day} OR b.lost_on < {day}"
            " OR (b.opened_on IS NULL AND b.late = 0))"
        )
        return f"(SELECT d.*, {CREDIT} FROM {inner} d LEFT JOIN then_member m ON m.id = d.owner_id)"

    def _first_days(self) -> str:
        """The first arrival of a lead of each deal, or contact with it: what `deal.first_on` is made of at present."""
        done = "t.done_on IS NOT NULL AND k.meaning NOT IN ('note', 'task')"
        return (
            "(SELECT e.deal_id, min(e.day) AS day FROM ("
            "SELECT x.deal_id, l.arrived_on AS day FROM then_deal_lead x JOIN then_lead l ON l.id = x.lead_id UNION ALL"
            f" SELECT t.deal_id, t.done_on FROM then_activity t JOIN activity_kind k ON k.id = t.kind_id WHERE t.deal_id IS NOT NULL"
            f" AND {done} UNION ALL SELECT x.deal_id, t.done_on FROM then_deal_lead x JOIN then_activity t ON t.lead_id = x.lead_id"
            f" JOIN activity_kind k ON k.id = t.kind_id WHERE {done}) e GROUP BY e.deal_id)"
        )

    def _lead(self) -> str:
        day = self._day
        closing = "CASE WHEN s.meaning = 'converted' THEN COALESCE(b.qualified_on, b.closed_on) ELSE b.closed_on END"
        settled = "s.meaning <> 'open'"
        meaning = (
            f"CASE WHEN {settled} AND b.sure_status_id = 1 AND {closing} < {day} THEN s.meaning"
            f" WHEN {settled} AND {closing} IS NULL AND b.late = 1 THEN s.meaning"
            f" WHEN {settled} AND b.late = 1 THEN 'open' ELSE COALESCE(w.meaning, 'open') END"
        )
        days = ", ".join(
            f"CASE WHEN b.sure_{c} = 1 AND b.{c} < {day} THEN b.{c} WHEN b.was_{c} < {day} THEN b.was_{c} END AS {c}"
            for c in ("qualified_on", "closed_on")
        )
        columns = (
            "b.id, b.code, b.name, b.late, b.created_op, b.arrived_at, b.title, b.company, b.company_key, b.name_key, b.email_key, b.phone_key,"
            " b.do_not_contact, b.search_text, b.arrived_on, b.next_on, b.next_text, b.next_kind_id, b.touched_on,"
            f" {meaning} AS meaning, {days}, {_was(_LEAD, 'qualified_on', 'closed_on')}"
        )
        return (
            f"(SELECT {columns} FROM {self._then('lead', _LEAD)} b LEFT JOIN lead_status s ON s.id = b.status_id"
            f" LEFT JOIN lead_status w ON w.id = b.was_status_id"
            f" WHERE b.arrived_on < {day} OR (b.arrived_on IS NULL AND b.late = 0))"
        )


# Who a deal counts for: whom a closed one was frozen to, else its owner.
_FROZEN = "d.state <> 'open' AND d.closed_owner_id IS NOT NULL"
CREDIT = (
    f"CASE WHEN {_FROZEN} THEN d.closed_owner_id ELSE d.owner_id END AS rep_id,"
    f" CASE WHEN {_FROZEN} THEN d.closed_manager_id ELSE m.manager_id END AS rep_manager_id,"
    f" CASE WHEN {_FROZEN} THEN d.closed_team_id ELSE m.team_id END AS rep_team_id"
)


def _was(columns: Iterable[str], *but: str) -> str:
    return ", ".join(f"b.was_{column} AS {column}" for column in columns if column not in but)
