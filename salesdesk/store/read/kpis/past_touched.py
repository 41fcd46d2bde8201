"""Which records may count differently at a past moment than at present: all others count the same.

A record nobody changed since counts by its dates. So it counts the same unless one of them is later, it was entered
later without one, or what it hangs on was changed. More records than these do no harm: those that do count the same are
taken away and added again. Literals in the SQL are days and keys of our own.
"""

from datetime import date

from salesdesk.store.dialect import Dialect
from salesdesk.store.read.kpis.past_changes import Changes
from salesdesk.store.read.kpis.scope import Past

# Of each kind: the tables that have only these records.
TABLES: dict[str, frozenset[str]] = {
    "deal": frozenset({"deal", "deal_cycle"}),
    "lead": frozenset({"lead", "deal", "deal_lead"}),
    "activity": frozenset({"activity"}),
}
_LATER = "(SELECT o.id FROM then_since o)"


class Touched:
    """The SQL of their keys (`record_id`). The names of its tables are `then_touched_x`; `then_kin_deal` has the deals
    that tell what became of the leads."""

    def __init__(self, dialect: Dialect, past: Past) -> None:
        self.changes = Changes(dialect, past)
        self.day = f"'{past.next_day.isoformat()}'"
        self.start = past.start

    def body(self, table: str) -> str:
        """The keys of the deals, leads or activities."""
        return {
            "touched_deal": self._deals,
            "touched_lead": self._leads,
            "touched_activity": self._activities,
            "kin_customer": self._customers,
            "kin_deal": self._kin,
        }[table]()

    def keys(self, table: str) -> str:
        """The table of the keys of those of `table`; of links those of their leads."""
        if table == "activity":
            return "then_touched_activity"
        of_deals = "then_touched_deal" if self.changes.past.among == "deal" else "then_kin_deal"
        return of_deals if table == "deal" else "then_touched_lead"

    def present(self, table: str, credit: str) -> str:
        """They as they are now, if they are live; teams are those of that moment, for what is counted by team is the
        sum of all."""
        keys = self.keys(table)
        if table == "deal":
            more, joins = f", {credit}", " LEFT JOIN then_member m ON m.id = d.owner_id"
        elif table == "lead":
            more = ", 0 AS late, COALESCE(s.meaning, 'open') AS meaning"
            joins = " LEFT JOIN lead_status s ON s.id = d.status_id"
        else:
            more = joins = ""
        link = "lead_id" if table == "deal_lead" else "id"
        return (
            f"(SELECT d.*{more} FROM {keys} h CROSS JOIN {table} d{joins} WHERE d.{link} = h.record_id"
            " AND d.deleted_op IS NULL)"
        )

    def _deals(self) -> str:
        day = self.day
        dated = "".join(
            f" UNION SELECT d.id FROM deal d WHERE d.{c} >= {day}" for c in ("opened_on", "won_on", "lost_on")
        )
        is_open = "d.state = 'open' AND d.deleted_op IS NULL"
        return (
            "(SELECT h.record_id FROM then_changed_deal_cycle h"
            f"{dated} UNION SELECT d.id FROM deal d WHERE d.opened_on IS NULL AND (d.created_op IN {_LATER}"
            f" OR d.first_on >= {day})"
            # Its products are others.
            f" UNION SELECT i.deal_id FROM deal_line i CROSS JOIN deal d WHERE d.id = i.deal_id"
            f" AND i.created_op IN {_LATER} AND d.created_op NOT IN {_LATER}"
            " UNION SELECT i.deal_id FROM then_changed_deal_line h CROSS JOIN deal_line i WHERE i.id = h.record_id"
            # Open in a stage that is none of open deals, or with a day it was closed on.
            f" UNION SELECT d.id FROM deal d WHERE {is_open} AND d.stage_id IS NULL"
            f" UNION SELECT d.id FROM deal d{self.changes.dialect.by('ix_deal_standing')} WHERE {is_open}"
            " AND d.stage_id IN (SELECT s.id FROM stage s WHERE s.meaning <> 'open')"
            f" UNION SELECT d.id FROM {self._dated()} c CROSS JOIN deal d WHERE c.n > 0 AND {is_open}"
            f" AND (d.won_on < {day} OR d.lost_on < {day}){self._hanging('deal')})"
        )

    def _dated(self) -> str:
        """How many deals have a day of another state than theirs; hardly ever any, and indexes know that."""
        by = self.changes.dialect.by

        def count(index: str, where: str) -> str:
            return f"(SELECT count(*) FROM deal d{by(index)} WHERE {where})"

        parts = []
        for state in ("won", "lost"):
            dated = f"d.{state}_on < {self.day}"
            every = count(f"ix_deal_{state}_on", dated)
            deleted = count("ix_deal_deleted_op", f"{dated} AND d.deleted_op IS NOT NULL")
            theirs = count(f"ix_deal_{state}", f"{dated} AND d.state = '{state}' AND d.deleted_op IS NULL")
            parts.append(f"{every} - {deleted} - {theirs}")
        # LIMIT: SQLite would count twice, once to look whether it must.
        return f"(SELECT {' + '.join(parts)} AS n LIMIT 1)"

    def _leads(self) -> str:
        day = self.day
        arrived = f"l.arrived_on < {day}"
        if self.start > date.min:
            arrived += f" AND l.arrived_on >= '{self.start.isoformat()}'"
        return (
            "(SELECT h.record_id FROM then_changed_lead h"
            # Deals whose links came or went since are among these.
            " UNION SELECT k.lead_id FROM then_touched_deal h CROSS JOIN deal_lead k WHERE k.deal_id = h.record_id"
            # Whether one was qualified by then.
            f" UNION SELECT l.id FROM lead l WHERE {arrived} AND (l.qualified_on >= {day} OR l.closed_on >= {day})"
            " AND l.status_id IN (SELECT s.id FROM lead_status s WHERE s.meaning = 'converted')"
            f" UNION SELECT l.id FROM lead l WHERE l.arrived_on >= {day}"
            f" AND (l.closed_on < {day} OR l.outcome_on < {day})"
            f" UNION SELECT l.id FROM lead l WHERE l.arrived_on IS NULL AND l.created_op IN {_LATER}"
            f"{self._known('account_id')}{self._known('contact_id')}{self._hanging('lead')})"
        )

    def _activities(self) -> str:
        return f"(SELECT h.record_id FROM then_changed_activity h{self._hanging('activity')})"

    def _hanging(self, kind: str) -> str:
        """Those that name a record that was changed and is looked up for them."""
        past = self.changes.past
        return "".join(
            f" UNION SELECT d.id FROM then_changed_{table} h CROSS JOIN {kind} d WHERE d.{link} = h.record_id"
            for table, link in (past.hangs if past.among == kind else ())
        )

    def _known(self, link: str) -> str:
        """Leads of the customers of changed deals: whether they were customers before may have changed."""
        old = self.changes.old("h", link, "uuid")
        return (
            f" UNION SELECT l.id FROM lead l WHERE l.{link} IN (SELECT d.{link} FROM then_touched_deal h"
            f" CROSS JOIN deal d WHERE d.id = h.record_id AND d.{link} IS NOT NULL"
            f" UNION SELECT {old} FROM then_changed_deal h WHERE h.old_{link} IS NOT NULL)"
        )

    def _customers(self) -> str:
        """The companies and people of the leads, as it is and as it was."""
        return (
            "(SELECT DISTINCT l.account_id, l.contact_id FROM then_touched_lead h CROSS JOIN lead l"
            " WHERE l.id = h.record_id AND (l.account_id IS NOT NULL OR l.contact_id IS NOT NULL)"
            f" UNION SELECT {self.changes.old('h', 'account_id', 'uuid')}, {self.changes.old('h', 'contact_id', 'uuid')}"
            " FROM then_changed_lead h WHERE h.old_account_id IS NOT NULL OR h.old_contact_id IS NOT NULL)"
        )

    def _kin(self) -> str:
        """The deals of the leads, and the wins of their customers."""
        won = "".join(
            f" UNION SELECT d.id FROM then_kin_customer c CROSS JOIN deal d WHERE d.{link} = c.{link} AND d.state = 'won'"
            for link in ("account_id", "contact_id")
        )
        return (
            "(SELECT h.record_id FROM then_touched_deal h UNION SELECT k.deal_id FROM then_touched_lead h"
            f" CROSS JOIN deal_lead k WHERE k.lead_id = h.record_id{won})"
        )
