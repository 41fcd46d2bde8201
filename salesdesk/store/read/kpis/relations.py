"""The tables KPIs are read from: as they are now, or as they were at the end of a past day (`past`)."""

from salesdesk.domain.language.where import Where
from salesdesk.hints import TYPE_CHECKING, Any
from salesdesk.store.connection import Connection, Row
from salesdesk.store.read.kpis.scope import CREDIT, Past

if TYPE_CHECKING:
    from salesdesk.store.read.kpis.past import PastTables

_DEAL = f"(SELECT d.*, {CREDIT} FROM deal d LEFT JOIN member m ON m.id = d.owner_id WHERE d.deleted_op IS NULL)"
_LEAD = (
    "(SELECT l.*, COALESCE(s.meaning, 'open') AS meaning FROM lead l"
    " LEFT JOIN lead_status s ON s.id = l.status_id WHERE {deleted_op} IS NULL)"
)


class Relations:
    """The records of one moment, and the way to ask for them: statements that name them go through `rows`."""

    def __init__(self, connection: Connection, past: Past | None) -> None:
        self.connection = connection
        self.dialect = connection.dialect
        self.past = past
        self._tables = _past_tables(connection, past) if past else None

    def rows(self, query: Where) -> list[Row]:
        """All rows of a statement."""
        return self.connection.rows(self._whole(query.sql), query.params)

    def one(self, query: Where) -> Row | None:
        """The first row of a statement, or None."""
        return self.connection.one(self._whole(query.sql), query.params)

    def value(self, query: Where) -> Any:
        """The first column of the first row, or None."""
        return self.connection.value(self._whole(query.sql), query.params)

    def _whole(self, sql: str) -> str:
        if self._tables is None:
            return sql
        if self.connection.may_make():
            return self._tables.kept(self.connection, sql)
        return self._tables.whole(sql)

    def deal(self, *, cycle: bool = False, credit: bool = True) -> Where:
        """Live deals: every column (`first_on` of a past day only with `cycle`), and `rep_id` `rep_manager_id`
        `rep_team_id` (may be missing without `credit`, which lets an index do): who it counts for. A closed deal counts for whom it was frozen to, an open one (and an import that
        froze nobody) for its owner."""
        if self.past:
            return Where("then_deal_cycle" if cycle else "then_deal")
        return Where(_DEAL) if credit else self.link("deal")

    def lead(self, *, scanned: bool = False) -> Where:
        """Live leads: every column, and `meaning`: open, converted or closed. `scanned` when most of
        them count."""
        if self.past:
            return Where("then_lead")
        deleted_op = self.dialect.scanned("l.deleted_op") if scanned else "l.deleted_op"
        return Where(_LEAD.format(deleted_op=deleted_op))

    def activity(self, *, of_leads: bool = False) -> Where:
        """Live activities; at present one lead after the other, when they are `of_leads`."""
        if self.past or not of_leads:
            return self.link("activity")
        by = self.dialect.by("ix_activity_lead")
        return Where(f"(SELECT x.* FROM activity x{by} WHERE x.deleted_op IS NULL)")

    def touches_of(self, leads: Where) -> Where:
        """Live activities, at least those with these leads. Of a past day no more of them are looked at than must be."""
        if self._tables is None:
            return self.activity()
        return Where(self._tables.records.among("activity", f"r.lead_id IN ({leads.sql})"), leads.params)

    def account(self) -> Where:
        """Accounts, deleted ones too: for what records say of theirs."""
        return Where("then_account" if self.past else "account")

    def contact(self) -> Where:
        """Contacts, deleted ones too: for what orders say of theirs."""
        return Where("then_contact" if self.past else "contact")

    def member(self) -> Where:
        """Members, with their team and manager."""
        return Where("then_member" if self.past else "member")

    def looked_up(self, table: str) -> Where:
        """Accounts, members and the like, deleted ones too, to be looked up one by one by their `id` in a subquery."""
        return Where(f"then_was_{table}" if self.past else table)

    def order(self) -> Where:
        """Live orders."""
        return self.link("sales_order")

    def link(self, table: str) -> Where:
        """Live rows of any other table."""
        return Where(f"then_{table}" if self.past else f"(SELECT x.* FROM {table} x WHERE x.deleted_op IS NULL)")


def _past_tables(connection: Connection, past: Past) -> "PastTables":
    from salesdesk.store.read.kpis.past import PastTables

    return PastTables(connection.dialect, past)
