"""By hand: which group of a dimension each record is in."""

from collections.abc import Callable
from typing import Any

from tests.kpis.byhand.facts import Facts, Row

Key = str | None
# The kinds of records each dimension splits; the others are not told by it.
_DEALS = {"deal", "order"}
_PEOPLE = {"deal", "order", "lead", "activity", "account"}
TOLD: dict[str, set[str]] = {
    "owner": _PEOPLE | {"quota"},
    "manager": _PEOPLE | {"quota"},
    "team": _PEOPLE | {"quota"},
    "source": _DEALS | {"lead", "cost"},
    "campaign": _DEALS | {"lead", "cost"},
    **dict.fromkeys(("product", "stage", "pipeline", "competitor"), _DEALS),
    "sector": _PEOPLE,
    "region": _PEOPLE,
    **dict.fromkeys(("month", "quarter"), _PEOPLE | {"cost", "quota"}),
}


class Groups:
    """The keys of the groups a record is in: a deal with two products is in both."""

    def __init__(self, facts: Facts, dimension: str) -> None:
        self.facts = facts
        self.dimension = dimension

    def belongs(self, key: Key) -> Callable[[str, Row], bool]:
        """Whether a record of a kind is in that group."""
        return lambda kind, row: key in self.of(kind, row)

    def every(self) -> set[Key]:
        """All groups there is a record of."""
        kinds = {"order": "sales_order", "quota": "goal"}
        return {
            key
            for kind in TOLD[self.dimension]
            for row in self.facts.rows(kinds.get(kind, kind))
            for key in self.of(kind, row)
        }

    def of(self, kind: str, row: Row) -> set[Key]:
        """The groups of a record."""
        kind = "quota" if kind == "goal" else kind
        if self.dimension in ("owner", "manager", "team"):
            return self._people(kind, row)
        if self.dimension in ("sector", "region"):
            return {self._place(kind, row)}
        if kind == "order":
            deal = self.facts.live("deal", row["deal_id"])
            return self.of("deal", deal) if deal else {None}
        return self._of_deal(kind, row)

    def _people(self, kind: str, row: Row) -> set[Key]:
        if kind == "quota":
            team = row["team_id"] or self.facts.said("member", row["member_id"], "team_id")
            manager = self.facts.said("member", row["member_id"], "manager_id")
            key = {"owner": row["member_id"], "team": team, "manager": manager}[self.dimension]
            return {key} if key or self.dimension == "manager" else set()
        if kind == "deal":
            owner, manager, team = self.facts.credit(row) if row else (None, None, None)
            return {{"owner": owner, "manager": manager, "team": team}[self.dimension]}
        owner = row.get("owner_id")
        if kind == "order" and not owner:
            owner = self.facts.said("contact", row["contact_id"], "owner_id")
            owner = owner or self.facts.said("account", row["account_id"], "owner_id")
        return {owner if self.dimension == "owner" else self.facts.said("member", owner, f"{self.dimension}_id")}

    def _place(self, kind: str, row: Row) -> Key:
        if kind == "lead":
            found = row["industry"] if self.dimension == "sector" else row["region"] or row["country"]
        else:
            account = row if kind == "account" else self.facts.every("account").get(row.get("account_id") or "", {})
            columns = ("sector",) if self.dimension == "sector" else ("region", "country")
            found = next((account[c] for c in columns if account.get(c)), None)
        return str(found) if found else None

    def _of_deal(self, kind: str, row: Row) -> set[Key]:
        name, found = self.dimension, None
        if not row:
            return {None}
        if kind == "cost" and name == "source":
            named = [s["id"] for s in self.facts.rows("source") if s["name"].casefold() == row["channel"].casefold()]
            found = min(named, default=None)
        elif name == "campaign" and kind == "deal":
            leads = (self.facts.live("lead", link["lead_id"]) for link in self.facts.leads_of.get(row["id"], ()))
            found = next((lead["campaign"] for lead in leads if lead), None)
        elif name == "product":
            lines = self.facts.rows("deal_line")
            return {line["product_id"] for line in lines if line["deal_id"] == row["id"]} or {None}
        else:
            found = row[name if name in ("campaign", "competitor") else f"{name}_id"]
        return {found or None}

    def label(self, key: Key) -> Any:
        """What a group is called."""
        table = {"owner": "member", "manager": "member"}.get(self.dimension, self.dimension)
        return self.facts.said(table, key, "name") if table in self.facts.tables else key
