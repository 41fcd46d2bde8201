"""Each table as it was at the end of a past day, field by field.

As of a day D a record counts by its own business dates up to D. A field without one takes its value at D from history:
the old value of the earliest change after D, else the present one. So does a business date that only an undo or redo
brought back after D: what was undone later did count until then. A record that was entered after D (an import) counts by
its dates as long as it is live; one entered before counts until it was deleted. Literals in the SQL are days,
instants and keys of our own, never text somebody typed.
"""

from salesdesk.store.dialect import Dialect
from salesdesk.store.read.kpis.past_changes import FIELDS, Changes
from salesdesk.store.read.kpis.past_touched import Touched
from salesdesk.store.read.kpis.scope import CREDIT, Past

# Rows that belong to other records and have no days of their own.
_PARENTS = {"deal_lead": ("deal", "lead"), "deal_line": ("deal",)}
# Those of which deleted ones are kept too, for what others say of them: their columns beside name, code and fields.
_NAMED: dict[str, tuple[str, ...]] = {
    "account": (
        *("name_key", "search_text", "city", "employees", "founded_year", "domain", "touched_on"),
        *("tags", "notes"),
    ),
    "contact": (),
    "member": (),
}
# What is asked of an activity beside its fields.
_ABOUT = "b.id, b.code, b.subject, b.note, b.direction, b.promised"
# What conditions ask of a record that is looked up, beside its fields.
_SAID: dict[str, tuple[str, ...]] = {
    "lead": ("name_key", "company_key"),
    "deal": ("name_key",),
    "account": ("name_key", "city", "tags"),
    "contact": ("name_key", "city", "country", "tags"),
    "member": (),
}


class PastRecords:
    """The SQL of each table, in two parts: the records that were `changed` since, and the others."""

    def __init__(self, dialect: Dialect, past: Past) -> None:
        self.past = past
        self.changes = Changes(dialect, past)
        self.touched = Touched(dialect, past)

    def body(self, table: str, *, whole: bool = False) -> str:
        """All of a table, to be read from end to end when it is wanted `whole`; `since` and `changed_x` are what was done
        since."""
        if table == "since":
            return self.changes.since()
        if table == "changed_deal_cycle":
            return self._other_cycles()
        if table == "deal_cycle":
            return self._cycles("then_deal")
        if table == "changed_closed_cycle":
            return self._closed_cycles()
        if table == "first_day":
            return self._first_days()
        if table.startswith("changed_"):
            return self.changes.changed(table.removeprefix("changed_"))
        if table.startswith(("touched_", "kin_")):
            return self.touched.body(table)
        if table.startswith("was_"):
            return self._looked_up(table.removeprefix("was_"))
        return self.among(table, joined=whole)

    def some(self, table: str) -> str:
        """Of a table only what may count differently than at present: as it was, or as it is."""
        if self.past.present:
            return self.touched.present(table, CREDIT)
        if table == "activity" and not self.past.hangs:
            return self.part(table, changed=True)
        link = "lead_id" if table == "deal_lead" else "id"
        then = self.among(table, f"r.{link} IN (SELECT k.record_id FROM {self.touched.keys(table)} k)")
        return self._cycles(then) if table == self.past.among == "deal" else then

    def present(self, table: str) -> str:
        """The live records of a table as they are now; of those that are only looked up all."""
        return table if table in _NAMED else f"(SELECT x.* FROM {table} x WHERE x.deleted_op IS NULL)"

    def _looked_up(self, table: str) -> str:
        """All records of a table, to be found by their `id`, and what they said of others: deleted ones say it still."""
        kept = ", ".join(f"r.{column}" for column in ("id", "code", *_SAID[table]))
        was = "".join(f", {self.changes.restored(column, kind)} AS {column}" for column, kind in FIELDS[table].items())
        return f"(SELECT {kept}{was} FROM {table} r LEFT JOIN then_changed_{table} h ON h.record_id = r.id)"

    def among(self, table: str, only: str = "", *, joined: bool = True) -> str:
        """The records of a table that were changed since, and of the others `only` those where that holds of the row `r`."""
        parts = (self.part(table, changed=False, only=only, joined=joined), self.part(table, changed=True))
        return f"({' UNION ALL '.join(part[1:-1] for part in parts)})"

    def part(self, table: str, *, changed: bool, only: str = "", joined: bool = False, quiet: bool = False) -> str:
        """The records of a table that were changed since, or the others (of them `only` where that holds). `joined` when
        they are looked up one by one; `quiet` when it is known that nothing changed."""
        if table == "deal_cycle":
            return self._cycles("then_deal", quiet=quiet)
        then = self.changes.then(table, changed=changed, dead=table in _NAMED, only=only, quiet=quiet)
        if table in _NAMED:
            kept = "".join(f", b.{column}" for column in ("id", "name", "code", *_NAMED[table]))[2:]
            return f"(SELECT {kept}, {_was(table)} FROM {then} b)"
        if table == "deal":
            return self._deal(then, changed=changed)
        if table == "lead":
            return self._lead(then, changed=changed)
        if table == "activity":
            return self._activity(then) if changed or joined else self._plain_activity(then)
        if table == "goal":
            return self._goal(then)
        return self._order(then) if table == "sales_order" else self._link(table, then)

    def _goal(self, then: str) -> str:
        kept = "b.id, b.code, b.member_id, b.team_id, b.kind, b.starts_on, b.ends_on, b.currency"
        return f"(SELECT {kept}, {_was('goal')} FROM {then} b)"

    def _activity(self, then: str) -> str:
        """Activities; `done_on` only when it was done by then."""
        day = self._day
        done = (
            f"CASE WHEN b.sure_done_on = 1 AND b.done_on < {day} THEN b.done_on"
            f" WHEN b.was_done_on < {day} THEN b.was_done_on END"
        )
        return (
            f"(SELECT {_ABOUT}, {done} AS done_on,"
            f" CASE WHEN {done} IS NOT NULL THEN b.done_at END AS done_at, b.was_due_on AS due_on, b.late,"
            f" {_was('activity', 'done_on', 'due_on')} FROM {then} b"
            f" WHERE b.late = 0 OR {done} IS NOT NULL)"
        )

    def _plain_activity(self, then: str) -> str:
        """The same, in two halves that each find their rows by an index: what was done by then, and what was not."""
        named, fields = _ABOUT, _was("activity", "done_on", "due_on")
        return (
            f"(SELECT {named}, b.done_on, b.done_at, b.due_on, b.late, {fields} FROM {then} b WHERE b.done_on < {self._day}"
            f" UNION ALL SELECT {named}, NULL, NULL, b.due_on, b.late, {fields} FROM {then} b"
            f" WHERE b.late = 0 AND (b.done_on IS NULL OR b.done_on >= {self._day}))"
        )

    def _order(self, then: str) -> str:
        return (
            f"(SELECT b.id, b.code, b.ordered_on, {_was('sales_order')} FROM {then} b WHERE b.ordered_on < {self._day})"
        )

    def _link(self, table: str, then: str) -> str:
        """Rows whose fields are not looked up in history. One that was made later counts when it has days of its own, or
        when one of the records it belongs to was made later too."""
        parents = _PARENTS.get(table, ())
        late = "".join(
            f" OR EXISTS (SELECT 1 FROM {parent} p JOIN then_since o ON o.id = p.created_op WHERE p.id = b.{parent}_id)"
            for parent in parents
        )
        where = f" WHERE b.late = 0{late}" if parents else ""
        return f"(SELECT b.* FROM {then} b{where})"

    @property
    def _day(self) -> str:
        return f"'{self.past.next_day.isoformat()}'"

    def _cycles(self, deals: str, *, quiet: bool = False) -> str:
        """Deals with the first day of their cycle. Where what it hangs on is as it was, only what came later is left out."""
        plain = f"CASE WHEN d.first_now < {self._day} THEN d.first_now ELSE d.opened_on END"
        if quiet:
            return f"(SELECT d.*, {plain} AS first_on FROM {deals} d)"
        told = "CASE WHEN h.day < d.opened_on OR d.opened_on IS NULL THEN h.day ELSE d.opened_on END"
        return (
            f"(SELECT d.*, CASE WHEN h.deal_id IS NULL THEN {plain} ELSE {told} END AS first_on FROM {deals} d"
            " LEFT JOIN then_first_day h ON h.deal_id = d.id)"
        )

    def _other_cycles(self) -> str:
        """The deals that something happened to since that their first day hangs on: to themselves, to a lead they grew from,
        to a contact with either; and those linked since to a lead that was there before."""
        if self.past.undone:
            return "(SELECT d.id AS record_id FROM deal d)"
        deal, lead = (self.changes.old("h", column, "uuid") for column in ("deal_id", "lead_id"))
        touched = "then_changed_activity h CROSS JOIN activity a WHERE a.id = h.record_id AND"
        leads = (
            f"SELECT h.record_id FROM then_changed_lead h UNION ALL SELECT a.lead_id FROM {touched} a.lead_id IS NOT NULL"
            f" UNION ALL SELECT {lead} FROM then_changed_activity h WHERE h.old_lead_id IS NOT NULL"
        )
        return (
            "(SELECT h.record_id FROM then_changed_deal h"
            f" UNION SELECT a.deal_id FROM {touched} a.deal_id IS NOT NULL"
            f" UNION SELECT {deal} FROM then_changed_activity h WHERE h.old_deal_id IS NOT NULL"
            f" UNION SELECT k.deal_id FROM deal_lead k WHERE k.lead_id IN ({leads})"
            " UNION SELECT k.deal_id FROM then_changed_deal_lead h CROSS JOIN deal_lead k WHERE k.id = h.record_id"
            " UNION SELECT k.deal_id FROM deal_lead k CROSS JOIN deal d CROSS JOIN lead l"
            " WHERE d.id = k.deal_id AND l.id = k.lead_id AND k.created_op IN (SELECT o.id FROM then_since o) AND d.created_op NOT IN (SELECT o.id FROM then_since o)"
            " AND l.created_op NOT IN (SELECT o.id FROM then_since o))"
        )

    def _deal(self, then: str, *, changed: bool) -> str:
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
            f"CASE WHEN {kept} THEN b.{c} ELSE b.was_{c} END AS {c}" if changed else f"b.{c}"
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
            f"b.id, b.code, b.name, b.late, b.opened_on, {self._list_price()}, b.name_key, b.search_text, b.next_on,"
            f" b.next_text, b.next_kind_id, b.touched_on, b.first_on AS first_now, {state} AS state, {closed}, {stage} AS stage_id,"
            f" {_was('deal', *special)}"
        )
        # CASE, for most rows are of before that day: SQLite would look each of them up by three indexes.
        inner = (
            f"(SELECT {columns} FROM {then} b LEFT JOIN stage s ON s.id = b.was_stage_id"
            f" WHERE CASE WHEN b.opened_on < {day} OR b.won_on < {day} OR b.lost_on < {day} THEN 1=1"
            " ELSE b.opened_on IS NULL AND b.late = 0 END)"
        )
        return f"(SELECT d.*, {CREDIT} FROM {inner} d LEFT JOIN then_member m ON m.id = d.owner_id)"

    def _list_price(self) -> str:
        """What the products of a deal cost, as `deal.list_minor` has it at present: added up anew where a line of a deal that
        was there came or went since."""
        touched = (
            "SELECT l.deal_id FROM deal_line l WHERE l.created_op IN (SELECT o.id FROM then_since o)"
            " UNION ALL SELECT l.deal_id FROM then_changed_deal_line h CROSS JOIN deal_line l WHERE l.id = h.record_id"
        )
        changed = f"b.late = 0 AND b.id IN ({touched})"
        lines = (
            "FROM then_deal_line i CROSS JOIN product p WHERE i.deal_id = b.id AND p.id = i.product_id"
            " AND p.price_minor IS NOT NULL"
        )
        currency = f"(SELECT CASE WHEN min(p.currency) = max(p.currency) THEN min(p.currency) END {lines})"
        return (
            f"CASE WHEN {changed} THEN (SELECT sum(i.quantity * p.price_minor) {lines})"
            " ELSE b.list_minor END AS list_minor,"
            f" CASE WHEN {changed} THEN {currency} ELSE b.list_currency END AS list_currency"
        )

    def _closed_cycles(self) -> str:
        """Those of them that may have been closed by then: nobody asks when the cycle of an open one began."""
        won, lost = (self.changes.old("h", column, "date") for column in ("won_on", "lost_on"))
        return (
            "(SELECT h.record_id FROM then_changed_deal_cycle h CROSS JOIN deal d WHERE d.id = h.record_id"
            f" AND (d.won_on < {self._day} OR d.lost_on < {self._day})"
            f" UNION SELECT h.record_id FROM then_changed_deal h WHERE {won} < {self._day} OR {lost} < {self._day})"
        )

    def _first_days(self) -> str:
        """The first arrival of a lead of each of those deals, or contact with it: what `deal.first_on` is made of at
        present."""
        asked = "SELECT h.record_id FROM then_changed_closed_cycle h"
        leads = f"SELECT k.lead_id FROM deal_lead k WHERE k.deal_id IN ({asked})"
        lead = self.among("lead", f"r.id IN ({leads})")
        of_deal, of_lead = (
            self.among("activity", f"r.{link} IN ({keys})") for link, keys in (("deal_id", asked), ("lead_id", leads))
        )
        links = self.among("deal_lead", f"r.deal_id IN ({asked})")
        done = "t.done_on IS NOT NULL AND k.meaning NOT IN ('note', 'task')"
        return (
            "(SELECT m.record_id AS deal_id, min(e.day) AS day FROM then_changed_closed_cycle m LEFT JOIN ("
            f"SELECT x.deal_id, l.arrived_on AS day FROM {lead} l JOIN {links} x ON x.lead_id = l.id"
            f" UNION ALL SELECT t.deal_id, t.done_on FROM {of_deal} t JOIN activity_kind k ON k.id = t.kind_id"
            f" WHERE t.deal_id IS NOT NULL AND {done}"
            f" UNION ALL SELECT x.deal_id, t.done_on FROM {of_lead} t JOIN {links} x ON x.lead_id = t.lead_id"
            f" JOIN activity_kind k ON k.id = t.kind_id WHERE {done}) e ON e.deal_id = m.record_id GROUP BY m.record_id)"
        )

    def _lead(self, then: str, *, changed: bool) -> str:
        day = self._day
        closing = "CASE WHEN s.meaning = 'converted' THEN COALESCE(b.qualified_on, b.closed_on) ELSE b.closed_on END"
        settled = "s.meaning <> 'open'"
        meaning = (
            f"CASE WHEN {settled} AND b.sure_status_id = 1 AND {closing} < {day} THEN s.meaning"
            f" WHEN {settled} AND {closing} IS NULL AND b.late = 1 THEN s.meaning"
            f" WHEN {settled} AND b.late = 1 THEN 'open' ELSE COALESCE(w.meaning, 'open') END"
        )
        status = " LEFT JOIN lead_status s ON s.id = b.status_id"
        if changed:
            status += " LEFT JOIN lead_status w ON w.id = b.was_status_id"
        else:
            # The same, said shorter.
            later = f"{settled} AND {closing} >= {day} AND b.late = 1"
            meaning = f"CASE WHEN {later} THEN 'open' ELSE COALESCE(s.meaning, 'open') END"
        days = ", ".join(
            f"CASE WHEN b.sure_{c} = 1 AND b.{c} < {day} THEN b.{c} WHEN b.was_{c} < {day} THEN b.was_{c} END AS {c}"
            for c in ("qualified_on", "closed_on")
        )
        columns = (
            "b.id, b.code, b.name, b.late, b.created_op, b.arrived_at, b.title, b.company, b.company_key, b.name_key, b.email_key, b.phone_key,"
            " b.do_not_contact, b.search_text, b.arrived_on, b.next_on, b.next_text, b.next_kind_id, b.touched_on,"
            f" {meaning} AS meaning, {days}, {_was('lead', 'qualified_on', 'closed_on')}"
        )
        return (
            f"(SELECT {columns} FROM {then} b{status}"
            f" WHERE CASE WHEN b.arrived_on < {day} THEN 1=1 ELSE b.arrived_on IS NULL AND b.late = 0 END)"
        )


def _was(table: str, *but: str) -> str:
    return ", ".join(f"b.was_{column} AS {column}" for column in FIELDS[table] if column not in but)
