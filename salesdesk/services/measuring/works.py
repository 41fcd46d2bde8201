"""What works: conversion and win rate by what tells records apart, and a sentence for what chance does not explain."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from salesdesk.domain.kpis.findings import Factor, Finding, Share, findings
from salesdesk.domain.money import format_money
from salesdesk.domain.periods import Period
from salesdesk.i18n import tr
from salesdesk.services import learning
from salesdesk.services.desk import Desk
from salesdesk.services.measuring.asking import Question, question
from salesdesk.store.connection import Connection
from salesdesk.store.read.kpis import works as read
from salesdesk.store.read.kpis.dimensions import groups
from salesdesk.store.read.kpis.scope import Dimension
from salesdesk.store.read.kpis.tallying import tally

# A year back where no period is asked for: a month has too few deals to tell anything.
DAYS = 365
_DEALS_SAID = {
    "source": "Deals from {group}: {share} were won ({percent}); of all others {rest}.",
    "campaign": "Deals of the campaign {group}: {share} were won ({percent}); of all others {rest}.",
    "product": "Deals with {group}: {share} were won ({percent}); of those without it {rest}.",
    "sector": "Deals in {group}: {share} were won ({percent}); of all other sectors {rest}.",
}
_LEADS_SAID = {
    "source": "Leads from {group}: {share} became customers ({percent}); of all others {rest}.",
    "campaign": "Leads of the campaign {group}: {share} became customers ({percent}); of all others {rest}.",
}
_CHANNELS = {
    ("demo", "in person"): "a demo in person",
    ("demo", "online"): "a demo online",
    ("meeting", "in person"): "a meeting in person",
    ("meeting", "online"): "a meeting online",
}
_KINDS = {"demo": "a demo", "meeting": "a meeting", "call": "a call that reached them", "mail": "a mail",
          "message": "a message", "visit": "a visit"}  # fmt: skip
_CHANNEL_SAID = "Deals with {group}: {share} were won ({percent}); of those without {rest}."
_PRICE_SAID = "Deals {group}: {share} were won ({percent}); at other prices {rest}."
_WAIT_SAID = "Leads tried {group}: {share} became customers ({percent}); of all others {rest}."
_SCRIPT_SAID = "Talks with {group}: {share} moved the sale on ({percent}); with all others {rest}."
_PERSONA_SAID = "Talks with {group}: {share} moved the sale on ({percent}); with everybody else {rest}."
_BANDS = {"price", "response"}
_WAITS = ((5 * 60, "within 5 minutes"), (60 * 60, "within the hour"), (24 * 60 * 60, "within a day"))


@dataclass(frozen=True, slots=True)
class Works:
    """What was looked at, what can be said of it (the strongest first), and the period."""

    period: Period
    as_of: dt.date | None
    factors: list[Factor]
    findings: list[Finding]

    def as_json(self) -> dict[str, Any]:
        """The report as `kpi works --json` prints it."""
        return {
            "period": {"from": self.period.start.isoformat(), "to": self.period.end.isoformat()},
            "findings": [
                {
                    "sentence": one.sentence,
                    "factor": one.factor.id,
                    "group": one.group,
                    "share": _share(one.share),
                    "others": _share(one.rest),
                }
                for one in self.findings
            ],
            "factors": [
                {
                    "factor": factor.id,
                    "whole": _share(factor.whole),
                    "groups": [{"group": name, **_share(share)} for name, share in factor.groups.items()],
                }
                for factor in self.factors
            ],
        }


def _share(share: Share) -> dict[str, Any]:
    return {
        "value": share.rate,
        "numerator": share.good,
        "denominator": share.of,
        "interval": list(share.interval) if share.interval else None,
        "small_sample": share.small,
    }


def last_year(desk: Desk) -> str:
    """The last 365 days, as `period:` says them."""
    return f"{(desk.today - dt.timedelta(days=DAYS - 1)).isoformat()}..{desk.today.isoformat()}"


def works(desk: Desk, terms: Sequence[str] = ()) -> Works:
    """What works, of what the terms ask; without `period:` of the last 365 days."""
    words = list(terms)
    if not any("period:" in word.lower() for word in words):
        words.append(f"period:{last_year(desk)}")
    with desk.workspace.snapshot() as connection:
        query = question(desk, words)
        found = [
            *_of_deals(connection, query),
            *_of_leads(connection, query),
            _channels(connection, query),
            _prices(connection, query),
            _waits(connection, query),
            *_of_talks(desk, query),
        ]
    factors = [_ranked(factor) for factor in found if factor.whole.of and len(factor.groups) > 0]
    return Works(query.period, query.as_of, factors, findings(factors))


def _ranked(factor: Factor) -> Factor:
    """The groups with the highest rate first, small samples below; bands of prices and times keep their order."""
    if factor.id in _BANDS:
        return factor
    best = sorted(factor.groups.items(), key=lambda group: (group[1].small, -(group[1].rate or 0), group[0]))
    return replace(factor, groups=dict(best))


def _of_deals(connection: Connection, query: Question) -> list[Factor]:
    whole = tally(connection, replace(query.scope, dimension=None), ("closed",)).groups[None].closed
    if whole is None:
        return []
    every = Share(whole.won, whole.won + whole.lost)
    factors = []
    for name, said in _DEALS_SAID.items():
        dimension = Dimension(name, name)
        found = tally(connection, replace(query.scope, dimension=dimension), ("closed",)).groups
        shares = {
            group.label: Share(part.won, part.won + part.lost)
            for group in groups(connection, dimension, found)
            if group.label and (part := found[group.key].closed) and part.won + part.lost
        }
        factors.append(Factor(f"deal {name}", tr("deals by {name}", name=tr(name)), said, every, shares))
    return factors


def _of_leads(connection: Connection, query: Question) -> list[Factor]:
    factors = []
    for name, said in _LEADS_SAID.items():
        dimension = Dimension(name, name)
        found = tally(connection, replace(query.scope, dimension=dimension), ("leads",)).groups
        shares: dict[str, Share] = {}
        whole = Share(0, 0)
        for group in groups(connection, dimension, found):
            part = found[group.key].leads
            if part is None:
                continue
            share = Share(part.resolved_won, part.resolved_won + part.resolved_lost + part.disqualified)
            whole = Share(whole.good + share.good, whole.of + share.of)
            if group.label and share.of:
                shares[group.label] = share
        factors.append(Factor(f"lead {name}", tr("leads by {name}", name=tr(name)), said, whole, shares))
    return factors


def _channels(connection: Connection, query: Question) -> Factor:
    scope = replace(query.scope, dimension=None)
    whole = tally(connection, scope, ("closed",)).groups[None].closed
    every = Share(whole.won, whole.won + whole.lost) if whole else Share(0, 0)
    shares = {
        tr(_CHANNELS.get((meaning, place), _KINDS[meaning])): Share(won, count)
        for (meaning, place), (won, count) in sorted(read.channels(connection, scope).items())
    }
    return Factor("channel", tr("deals by channel"), _CHANNEL_SAID, every, shares)


def _prices(connection: Connection, query: Question) -> Factor:
    """Quarters of the decided deals by price; nothing where most prices of the won or of the lost are not known."""
    rows = read.prices(connection, query.scope)
    known = [row for row in rows if row[0] is not None]
    empty = Factor("price", tr("deals by price"), _PRICE_SAID, Share(0, 0), {})
    for won in (True, False):
        of = sum(count for _, was_won, count in rows if was_won == won)
        priced = sum(count for _, was_won, count in known if was_won == won)
        if not of or priced * 2 < of:
            return empty
    ordered = sorted((price, count) for price, _, count in known if price is not None)
    total = sum(count for _, count in ordered)
    bounds = sorted({_at(ordered, total * part // 4) for part in (1, 2, 3)})
    currency = query.scope.currency
    shares: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for price, won, count in known:
        name = _band(price or 0, bounds, currency)
        counts[name] += count
        shares[name] += count * won
    names = [_band(bound, bounds, currency) for bound in [0, *bounds]]
    groups_of = {name: Share(shares[name], counts[name]) for name in names if counts[name]}
    return replace(empty, whole=Share(shares.total(), counts.total()), groups=groups_of)


def _at(ordered: Sequence[tuple[int, int]], place: int) -> int:
    for price, count in ordered:
        place -= count
        if place < 0:
            return price
    return ordered[-1][0]


def _band(price: int, bounds: Sequence[int], currency: str) -> str:
    """`below €500`, `from €500 to €2k`, `from €2k`."""
    low = max((bound for bound in bounds if bound <= price), default=None)
    high = min((bound for bound in bounds if bound > price), default=None)
    said = {bound: format_money(bound, currency, short=True) for bound in bounds}
    if len(set(said.values())) < len(bounds):
        said = {bound: format_money(bound, currency) for bound in bounds}
    if low is None:
        return tr("below {high}", high=said[high]) if high is not None else tr("of one price")
    return (
        tr("from {low}", low=said[low]) if high is None else tr("from {low} to {high}", low=said[low], high=said[high])
    )


def _waits(connection: Connection, query: Question) -> Factor:
    good: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for wait, won in read.settled_by_wait(connection, query.scope):
        if wait.tried:
            name = next((tr(word) for limit, word in _WAITS if wait.seconds <= limit), tr("later than a day"))
            of[name] += 1
            good[name] += won
    order = [*(tr(word) for _, word in _WAITS), tr("later than a day")]
    shares = {name: Share(good[name], of[name]) for name in order if of[name]}
    return Factor("response", tr("leads by response time"), _WAIT_SAID, Share(good.total(), of.total()), shares)


def _of_talks(desk: Desk, query: Question) -> list[Factor]:
    """Calls with a script; a filter cannot be asked of them, nor a past day."""
    if query.filtered or query.as_of:
        return []
    factors = []
    for name, said in (("version", _SCRIPT_SAID), ("persona", _PERSONA_SAID)):
        found = learning.results(desk, name, query.period.start if query.period.start > dt.date.min else None)
        shares = {key: Share(one.successes, one.talks) for key, one in found.items() if one.talks and key != tr("none")}
        whole = Share(sum(one.successes for one in found.values()), sum(one.talks for one in found.values()))
        label = tr("talks by script version") if name == "version" else tr("talks by persona")
        factors.append(Factor(name, label, said, whole, shares))
    return factors
