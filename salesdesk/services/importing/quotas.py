"""The rows of quotas: whose, from when until when, how much; a period without an end lasts until the next one begins."""

import datetime as dt
from collections import defaultdict
from typing import Any

from salesdesk.domain.dates import shift
from salesdesk.errors import InvalidError
from salesdesk.services.goals.kept import read_span
from salesdesk.services.importing.making import Making, Row
from salesdesk.services.importing.plan import Entry, Plan

_ONE_DAY = dt.timedelta(days=1)
_QUARTER_MONTHS = 3


def quota(make: Making, entry: Entry, extra: dict[str, str]) -> Row | None:
    """A quota of a member or a team; without an amount, a beginning or somebody it is none."""
    values = entry.record.values
    member = make.links.take(entry, "owner", extra)
    team = make.lists.team(str(values["team"])) if member is None and values.get("team") else None
    first, last = _days(make, entry)
    amount, currency = make.money(entry, "amount", extra)
    if (member is None and team is None) or first is None or amount is None or amount <= 0:
        return None
    if last is not None and last < first:
        return None
    return {
        "member_id": member,
        "team_id": team,
        "kind": "quota",
        "metric": "revenue",
        "period": "span",
        "target": amount,
        "currency": currency,
        "starts_on": first,
        "ends_on": last,
    }


def _days(make: Making, entry: Entry) -> tuple[dt.date | None, dt.date | None]:
    """First and last day: of a written period as `quota add` reads it, in the fiscal year of the workspace."""
    values = entry.record.values
    text = str(values.get("period") or "")
    if not text:
        return make.day(values.get("starts_on")), make.day(values.get("ends_on"))
    try:
        return read_span(make.desk, text, "", what="quota")
    except InvalidError as error:
        column = entry.source.columns.get("period", "period")
        entry.result.problem(entry.record.line, column, text, str(error))
        return None, None


def close_ends(plan: Plan) -> None:
    """Give the planned quotas without an end one: the day before the next of the same person begins; the last of
    somebody lasts as long as the one before it, the only one a quarter."""
    by_whom: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row in plan.inserts.get("goal", []):
        by_whom[row["member_id"] or row["team_id"]].append(row)
    for rows in by_whom.values():
        rows.sort(key=lambda row: row["starts_on"])
        months = _QUARTER_MONTHS
        for row, following in zip(rows, [*rows[1:], None], strict=True):
            if row["ends_on"] is None:
                row["ends_on"] = (
                    following["starts_on"] - _ONE_DAY if following else _months_on(row["starts_on"], months)
                )
            months = max(1, round((row["ends_on"] - row["starts_on"]).days / 30.4))
    for table, _, changes in plan.updates:
        if table == "goal" and changes.get("starts_on") and changes.get("ends_on") is None:
            changes["ends_on"] = _months_on(changes["starts_on"], _QUARTER_MONTHS)


def _months_on(first: dt.date, months: int) -> dt.date:
    """The last day of so many months from `first`: 31 August and three months end on 30 November."""
    after = shift(first, months, "m") or dt.date.max
    return after if after.day < first.day else after - _ONE_DAY
