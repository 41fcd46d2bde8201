"""What is computed from other rows: one statement for each, used by triggers row by row and set-wise in bulk.

`{scope}` says which rows: `id = NEW.lead_id` in a trigger, a set or `TRUE` otherwise.
"""

from dataclasses import dataclass

from salesdesk.store.dialect import Dialect

_NEXT = """(next_id, next_on, next_at, next_kind_id, next_text) = (
  SELECT a.id, a.due_on, a.due_at, a.kind_id, a.subject FROM activity a
  WHERE a.{link} = {table}.id AND a.done_on IS NULL AND a.due_on IS NOT NULL AND a.deleted_op IS NULL
  ORDER BY a.due_on, a.due_at IS NULL, a.due_at, a.id LIMIT 1)"""
_TOUCHED = """touched_on = (SELECT max(a.done_on) FROM activity a
  WHERE a.{link} = {table}.id AND a.done_on IS NOT NULL AND a.deleted_op IS NULL)"""

# The start of a sales cycle: the earliest of lead arrival, first done contact and opening (architecture: Cycle).
_FIRST = """first_on = (SELECT min(d.on_day) FROM (
  SELECT deal.opened_on AS on_day
  UNION ALL SELECT min(l.arrived_on) FROM deal_lead k JOIN lead l ON l.id = k.lead_id
    WHERE k.deal_id = deal.id AND k.deleted_op IS NULL AND l.deleted_op IS NULL
  UNION ALL SELECT min(a.done_on) FROM activity a JOIN activity_kind t ON t.id = a.kind_id
    WHERE a.deal_id = deal.id AND a.done_on IS NOT NULL AND a.deleted_op IS NULL
      AND t.meaning NOT IN ('note', 'task')
  UNION ALL SELECT min(a.done_on) FROM deal_lead k JOIN activity a ON a.lead_id = k.lead_id
    JOIN activity_kind t ON t.id = a.kind_id
    WHERE k.deal_id = deal.id AND k.deleted_op IS NULL AND a.done_on IS NOT NULL AND a.deleted_op IS NULL
      AND t.meaning NOT IN ('note', 'task')) d)"""

_LIST_VALUE = """(list_minor, list_currency) = (
  SELECT sum(i.quantity * p.price_minor), CASE WHEN min(p.currency) = max(p.currency) THEN min(p.currency) END
  FROM deal_line i JOIN product p ON p.id = i.product_id
  WHERE i.deal_id = deal.id AND i.deleted_op IS NULL AND p.price_minor IS NOT NULL)"""

# What the deals of a lead came to: won by the first win, lost by the last loss when nothing is open any more.
_OUTCOME = """(outcome, outcome_on) = (
  SELECT CASE WHEN count(*) = 0 THEN '' WHEN sum(CASE WHEN w.state = 'won' THEN 1 ELSE 0 END) > 0 THEN 'won'
    WHEN sum(CASE WHEN w.state = 'open' THEN 1 ELSE 0 END) > 0 THEN 'open' ELSE 'lost' END,
    CASE WHEN sum(CASE WHEN w.state = 'won' THEN 1 ELSE 0 END) > 0 THEN min(CASE WHEN w.state = 'won' THEN w.won_on END)
    WHEN sum(CASE WHEN w.state = 'open' THEN 1 ELSE 0 END) = 0 THEN max(CASE WHEN w.state = 'lost' THEN w.lost_on END) END
  FROM deal_lead x JOIN deal w ON w.id = x.deal_id
  WHERE x.lead_id = lead.id AND x.deleted_op IS NULL AND w.deleted_op IS NULL)"""
_KNOWN = """CASE WHEN account_id IS NOT NULL
  THEN (SELECT min(w.won_on) FROM deal w WHERE w.account_id = lead.account_id AND w.state = 'won' AND w.deleted_op IS NULL)
  WHEN contact_id IS NOT NULL
  THEN (SELECT min(w.won_on) FROM deal w WHERE w.contact_id = lead.contact_id AND w.state = 'won' AND w.deleted_op IS NULL)
  END"""


def _update(table: str, *parts: str, link: str = "") -> str:
    sets = ", ".join(part.format(table=table, link=link) for part in parts)
    return f"UPDATE {table} SET {sets} WHERE {{scope}}"


LEAD_STEPS = _update("lead", _NEXT, _TOUCHED, link="lead_id")
LEAD_NEXT = _update("lead", _NEXT, link="lead_id")
LEAD_TOUCH = _update("lead", _TOUCHED, link="lead_id")
DEAL_STEPS = _update("deal", _NEXT, _TOUCHED, _FIRST, link="deal_id")
DEAL_NEXT = _update("deal", _NEXT, link="deal_id")
DEAL_TOUCH = _update("deal", _TOUCHED, _FIRST, link="deal_id")
ACCOUNT_TOUCH = _update("account", _TOUCHED, link="account_id")
CONTACT_TOUCH = _update("contact", _TOUCHED, link="contact_id")
DEAL_FIRST = _update("deal", _FIRST)
DEAL_LIST_VALUE = _update("deal", _LIST_VALUE)
LEAD_OUTCOME = _update("lead", _OUTCOME)
LEAD_KNOWN = _update("lead", f"known_on = {_KNOWN}")
# Most leads of an import have neither a deal nor a company: they stay as they are.
_EVERY_OUTCOME = LEAD_OUTCOME + " AND (outcome <> '' OR id IN (SELECT k.lead_id FROM deal_lead k))"
_EVERY_KNOWN = LEAD_KNOWN + " AND (known_on IS NOT NULL OR account_id IS NOT NULL OR contact_id IS NOT NULL)"

LINKS = ("lead_id", "deal_id", "account_id", "contact_id")


@dataclass(frozen=True, slots=True)
class Recount:
    """A statement and the rows it is about.

    `{id}` stands for `= NEW.id`; `{lead_id}` and the other links for `= NEW.lead_id`, or for `IN` both when one was changed,
    or for a parameter; `{is_not}` for the comparison that knows null. After an insert of one row it runs only
    for rows that `grows` says can change; `{new}` stands for `NEW.` there.
    """

    statement: str
    scope: str
    grows: str = ""

    def after(self, event: str, is_not: str) -> str:
        """The statement as a trigger of that event runs it."""
        changed = event == "UPDATE"
        links = {name: f"IN (NEW.{name}, OLD.{name})" if changed else f"= NEW.{name}" for name in LINKS}
        scope = self.scope if changed or not self.grows else f"{self.scope} AND ({self.grows})"
        return self.statement.format(scope=scope.format(new="NEW.", is_not=is_not, id="= NEW.id", **links))

    @property
    def link(self) -> str:
        """By which column of a changed row it finds its own rows."""
        return next(name for name in ("id", *LINKS) if f"{{{name}}}" in self.scope)

    def by_key(self, dialect: Dialect) -> str:
        """The statement for one value of that column, a parameter."""
        statement = self.statement
        if self.link != "id" and self.scope.startswith(self.link):
            # Leads of an import have no company: SQLite thinks then that the index of companies leads to all of them.
            table = statement.split()[1]
            statement = statement.replace(table, f"{table}{dialect.by(f'ix_{table}_{self.link}')}", 1)
        return statement.format(scope=self.scope.format(is_not=dialect.is_not, **{self.link: "= ?"}))


@dataclass(frozen=True, slots=True)
class Follow:
    """After a row of `table` was added or one of the columns it `reads` got another value, the `recounts` run; only when
    the row is, or was, one of those that count (`when`, naming the row `{r}`)."""

    table: str
    events: tuple[str, ...]
    reads: tuple[str, ...]
    when: str
    recounts: tuple[Recount, ...]

    @property
    def marked(self) -> bool:
        """Whether it matters that a row goes into the bin or comes back."""
        return "deleted_op" in self.reads


_BOTH = ("INSERT", "UPDATE")
_LIVE = "{r}.deleted_op IS NULL"
_PLANNED = f"{{r}}.due_on IS NOT NULL AND {{r}}.done_on IS NULL AND {_LIVE}"
_DONE = f"{{r}}.done_on IS NOT NULL AND {_LIVE}"
_WON = f"{{r}}.state = 'won' AND {_LIVE}"
_SOONER = "next_on IS NULL OR next_on >= {new}due_on"
_LATER = "touched_on IS NULL OR touched_on < {new}done_on"
_EARLIER = "first_on IS NULL OR first_on > {new}done_on"
_LEADS_OF_DEAL = "id IN (SELECT k.lead_id FROM deal_lead k WHERE k.deal_id {id})"
_DEALS_OF_LEAD = "id IN (SELECT k.deal_id FROM deal_lead k WHERE k.lead_id {lead_id})"
# A customer can have very many leads: they are read, and only those that learn something are written.
_NEWS = f"known_on {{is_not}} ({_KNOWN})"

FOLLOWS = (
    Follow(
        "activity",
        _BOTH,
        ("lead_id", "deal_id", "kind_id", "subject", "due_on", "due_at", "done_on", "deleted_op"),
        _PLANNED,
        (Recount(LEAD_NEXT, "id {lead_id}", _SOONER), Recount(DEAL_NEXT, "id {deal_id}", _SOONER)),
    ),
    Follow(
        "activity",
        _BOTH,
        ("lead_id", "deal_id", "account_id", "contact_id", "kind_id", "done_on", "deleted_op"),
        _DONE,
        (
            Recount(LEAD_TOUCH, "id {lead_id}", _LATER),
            Recount(DEAL_TOUCH, "id {deal_id}", f"{_LATER} OR {_EARLIER}"),
            Recount(DEAL_FIRST, _DEALS_OF_LEAD, _EARLIER),
            Recount(ACCOUNT_TOUCH, "id {account_id}", _LATER),
            Recount(CONTACT_TOUCH, "id {contact_id}", _LATER),
        ),
    ),
    Follow(
        "deal_lead",
        _BOTH,
        ("deal_id", "lead_id", "deleted_op"),
        _LIVE,
        (Recount(DEAL_FIRST, "id {deal_id}"), Recount(LEAD_OUTCOME, "id {lead_id}")),
    ),
    Follow(
        "deal", ("UPDATE",), ("state", "won_on", "lost_on", "deleted_op"), "", (Recount(LEAD_OUTCOME, _LEADS_OF_DEAL),)
    ),
    Follow(
        "deal",
        _BOTH,
        ("state", "won_on", "account_id", "contact_id", "deleted_op"),
        _WON,
        (
            Recount(LEAD_KNOWN, f"account_id {{account_id}} AND {_NEWS}"),
            Recount(LEAD_KNOWN, f"contact_id {{contact_id}} AND {_NEWS}"),
        ),
    ),
    Follow(
        "lead",
        _BOTH,
        ("account_id", "contact_id"),
        "({r}.account_id IS NOT NULL OR {r}.contact_id IS NOT NULL)",
        (Recount(LEAD_KNOWN, f"id {{id}} AND {_NEWS}"),),
    ),
    Follow("deal", _BOTH, ("opened_on",), "{r}.opened_on IS NOT NULL", (Recount(DEAL_FIRST, "id {id}"),)),
    Follow(
        "lead",
        ("UPDATE",),
        ("arrived_on", "deleted_op"),
        "",
        (Recount(DEAL_FIRST, "id IN (SELECT k.deal_id FROM deal_lead k WHERE k.lead_id {id})"),),
    ),
    Follow(
        "deal_line",
        _BOTH,
        ("deal_id", "product_id", "quantity", "deleted_op"),
        _LIVE,
        (Recount(DEAL_LIST_VALUE, "id {deal_id}"),),
    ),
    Follow(
        "product",
        ("UPDATE",),
        ("price_minor", "currency"),
        "",
        (Recount(DEAL_LIST_VALUE, "id IN (SELECT i.deal_id FROM deal_line i WHERE i.product_id {id})"),),
    ),
)

# What a bulk write recomputes before it commits, by the tables it touched.
BULK = {
    "activity": (LEAD_STEPS, DEAL_STEPS, ACCOUNT_TOUCH, CONTACT_TOUCH),
    "deal_lead": (DEAL_FIRST, _EVERY_OUTCOME),
    "deal": (DEAL_FIRST, _EVERY_OUTCOME, _EVERY_KNOWN),
    "lead": (DEAL_FIRST, _EVERY_OUTCOME, _EVERY_KNOWN),
    "deal_line": (DEAL_LIST_VALUE,),
    "product": (DEAL_LIST_VALUE,),
}
