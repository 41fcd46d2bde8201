"""The report for marketing: what each source and campaign brought, what was junk and why, what it cost."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from salesdesk.domain.kpis.value import divided
from salesdesk.domain.money import Money
from salesdesk.domain.periods import Period
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.services.measuring.asking import question
from salesdesk.store.read.kpis import works as read


@dataclass(frozen=True, slots=True)
class MarketingRow:
    """One source and campaign: the leads that arrived in the period and what became of them until today, and the cost
    booked for it. `elsewhere` is cost in other currencies, which no rate was given for; `whole` is all sources together."""

    source: str | None
    campaign: str
    leads: int
    qualified: int
    junk: dict[str, int]
    won: int
    cost: Money | None
    elsewhere: tuple[Money, ...] = ()
    whole: bool = False

    @property
    def disqualified(self) -> int:
        """All junk together."""
        return sum(self.junk.values())

    @property
    def per_won(self) -> Money | None:
        """Cost for each customer won; None without any, or without cost."""
        if self.cost is None or not self.won:
            return None
        return Money(divided(self.cost.minor, self.won), self.cost.currency)


@dataclass(frozen=True, slots=True)
class Marketing:
    """The rows, most leads first, and all together."""

    period: Period
    as_of: dt.date | None
    rows: list[MarketingRow]
    whole: MarketingRow

    def as_json(self) -> dict[str, Any]:
        """The report as `--json` prints it."""
        return {
            "period": {"from": self.period.start.isoformat(), "to": self.period.end.isoformat()},
            "view": "cohort: leads that arrived in the period, followed to today",
            "rows": [row_json(row) for row in self.rows],
            "whole": row_json(self.whole),
        }


def row_json(row: MarketingRow) -> dict[str, Any]:
    """A row as JSON has it."""
    return {
        "source": row.source,
        "campaign": row.campaign or None,
        "leads": row.leads,
        "qualified": row.qualified,
        "junk": row.disqualified,
        "junk_reasons": row.junk,
        "won": row.won,
        "cost": row.cost,
        "cost_per_won": row.per_won,
        "unconverted": list(row.elsewhere),
    }


def marketing(desk: Desk, terms: Sequence[str] = ()) -> Marketing:
    """The report of what the terms ask. Cost is shown where a cost names the source as its channel, or the campaign."""
    with desk.workspace.snapshot() as connection:
        query = question(desk, terms)
        found = read.leads_by_source(connection, query.scope)
        costs = {} if query.filtered else read.costs_by_channel(connection, query.scope)
    keys = [*found, *((channel or None, campaign) for channel, campaign in costs)]
    rows = [
        _row(source, campaign, found.get((source, campaign), Counter()), costs.get((source or "", campaign)), desk)
        for source, campaign in dict.fromkeys(keys)
    ]
    rows.sort(key=lambda row: (-row.leads, row.source or "~", row.campaign))
    every: Counter[str] = Counter()
    for counts in found.values():
        every.update(counts)
    spent: Counter[str] = Counter()
    for amounts in costs.values():
        spent.update(amounts)
    whole = replace(_row(None, "", every, spent or None, desk), whole=True)
    return Marketing(query.period, query.as_of, rows, whole)


def _row(
    source: str | None, campaign: str, counts: Counter[str], cost: Counter[str] | None, desk: Desk
) -> MarketingRow:
    junk = {
        name.removeprefix("junk:") or tr("no reason given"): count
        for name, count in counts.most_common()
        if name.startswith("junk:")
    }
    spent = Money(cost[desk.currency], desk.currency) if cost and desk.currency in cost else None
    others = tuple(Money(minor, code) for code, minor in sorted((cost or {}).items()) if code != desk.currency)
    return MarketingRow(source, campaign, counts["leads"], counts["qualified"], junk, counts["won"], spent, others)
