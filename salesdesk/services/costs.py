"""What selling costs: entries by month, category, channel and campaign, of which the acquisition cost is made."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from salesdesk.domain.dates import parse_span
from salesdesk.domain.money import Money, minor_digits, parse_money, to_major, to_minor
from salesdesk.domain.periods import Period, parse_period
from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk

CATEGORIES = ("sales", "marketing", "general")
FIELDS = ("month", "category", "channel", "campaign", "amount", "note")


@dataclass(frozen=True, slots=True)
class CostRow:
    """One entry; `month` is the first day of its month."""

    id: bytes
    code: str
    month: dt.date
    category: str
    channel: str
    campaign: str
    amount: Money
    note: str

    @property
    def ref(self) -> str:
        """What people type to mean it."""
        return f"K-{self.code}"

    @property
    def label(self) -> str:
        """`marketing, Search ads, Nov 2026`."""
        return ", ".join(filter(None, [self.category, self.channel or self.campaign, f"{self.month:%Y-%m}"]))


@dataclass(frozen=True, slots=True)
class NewCost:
    """An entry as typed; `rate` is what one unit of its currency is worth in that of the workspace."""

    month: str
    category: str
    amount: str
    channel: str = ""
    campaign: str = ""
    note: str = ""
    rate: str = ""


def costs(desk: Desk, terms: Sequence[str] = ()) -> list[CostRow]:
    """The entries, newest month first: all, or those of `period:` that hold every other word."""
    period, words = _asked(desk, terms)
    rows = desk.connection.rows(
        "SELECT id, code, month_on, category, channel, campaign, amount_minor, currency, note FROM cost"
        " WHERE deleted_op IS NULL AND month_on >= ? AND month_on < ? ORDER BY month_on DESC, category, channel, id",
        (period.start.isoformat(), period.end.isoformat()),
    )
    every = [
        CostRow(
            *(key, code, dt.date.fromisoformat(day), category, channel, campaign),
            amount=Money(minor, currency or desk.currency),
            note=note,
        )
        for key, code, day, category, channel, campaign, minor, currency, note in rows
    ]
    return [row for row in every if all(word in _said(row) for word in words)]


def _asked(desk: Desk, terms: Sequence[str]) -> tuple[Period, list[str]]:
    period, words = "all", []
    for term in " ".join(terms).split():
        name, colon, value = term.partition(":")
        if colon and fold(name) == "period":
            period = value
        else:
            words.append(fold(value if colon and fold(name) in FIELDS else term))
    return parse_period(period, desk.today, desk.calendar), words


def _said(row: CostRow) -> str:
    return fold(f"{row.category} {row.channel} {row.campaign} {row.note}")


def add(desk: Desk, new: NewCost) -> CostRow:
    """Book a cost. InvalidError says what is missing or does not fit."""
    amount, note = _amount(desk, new.amount, new.rate, new.note)
    values = {
        "month_on": _month(desk, new.month),
        "category": _category(new.category),
        "channel": _channel(desk, new.channel),
        "campaign": clean(new.campaign),
        "amount_minor": amount.minor,
        "currency": amount.currency,
        "note": note,
    }
    with desk.operation(f"Cost of {amount} booked") as unit:
        key = unit.insert("cost", values)
    return next(row for row in costs(desk) if row.id == key)


def edit(desk: Desk, refs: Sequence[str], changes: Mapping[str, str], *, rate: str = "") -> str:
    """Set fields of entries; one operation, one sentence."""
    chosen = [find(desk, ref) for ref in refs]
    values: dict[str, Any] = {}
    for name, text in changes.items():
        values |= _value(desk, name, text, rate)
    if not chosen or not values:
        raise InvalidError("There is nothing to change.", hint="Write a reference and FIELD=VALUE.")
    sentence = f"{_who(chosen)} changed: {', '.join(changes)}"
    with desk.operation(sentence) as unit:
        for row in chosen:
            unit.update("cost", row.id, values)
    return sentence


def _value(desk: Desk, name: str, text: str, rate: str) -> dict[str, Any]:
    if name == "month":
        return {"month_on": _month(desk, text)}
    if name == "category":
        return {"category": _category(text)}
    if name == "amount":
        amount, note = _amount(desk, text, rate, "")
        return {"amount_minor": amount.minor, "currency": amount.currency, **({"note": note} if note else {})}
    if name == "channel":
        return {"channel": "" if fold(text) in {"none", "-"} else _channel(desk, text)}
    if name in FIELDS:
        return {name: "" if fold(text) in {"none", "-"} else clean(text)}
    raise InvalidError(f"A cost has no field '{name}'.", hint=f"Fields: {', '.join(FIELDS)}.")


def delete(desk: Desk, refs: Sequence[str]) -> str:
    """Put entries in the bin."""
    chosen = [find(desk, ref) for ref in refs]
    sentence = f"{_who(chosen)} deleted"
    with desk.operation(sentence) as unit:
        for row in chosen:
            unit.delete("cost", row.id)
    return sentence


def find(desk: Desk, words: str) -> CostRow:
    """The entry of that reference, or the beginning of one."""
    asked = fold(clean(words)).removeprefix("k-").upper()
    found = [row for row in costs(desk) if asked and row.code.startswith(asked)]
    if len(found) != 1:
        what = f"Several costs start with '{words}'." if found else f"There is no cost '{words}'."
        raise NotFoundError(what, hint="See: salesdesk cost list.")
    return found[0]


def unknown_channel(desk: Desk, channel: str) -> str:
    """What to say of a channel that is no source: its cost is in no row of the acquisition cost by source; else empty."""
    if not channel or channel in _sources(desk):
        return ""
    return tr("No source is called '{channel}', so kpi show --by source cannot place it.", channel=channel)


def _channel(desk: Desk, text: str) -> str:
    """A source as it is written in its list, or the words as they are."""
    words = clean(text)
    return next((name for name in _sources(desk) if fold(name) == fold(words)), words)


def _sources(desk: Desk) -> list[str]:
    return [name for (name,) in desk.connection.rows("SELECT name FROM source WHERE deleted_op IS NULL")]


def _who(rows: Sequence[CostRow]) -> str:
    return f"Cost {rows[0].label}" if len(rows) == 1 else plural(len(rows), "cost", "costs")


def _month(desk: Desk, text: str) -> dt.date:
    words = clean(text)
    span = parse_span(words, desk.today, desk.calendar, lean="past") if words else None
    if span is None:
        said = f"'{text}' is not a month." if words else "A cost needs the month it belongs to."
        raise InvalidError(said, hint="Write it like 2026-11, november or a day of the month.")
    if (span.end - span.start).days > 31:
        raise InvalidError(f"'{text}' is longer than a month.", hint="Book a cost for each month.")
    return span.start.replace(day=1)


def _category(text: str) -> str:
    asked = fold(clean(text))
    found = [word for word in CATEGORIES if asked and word.startswith(asked)]
    if len(found) != 1:
        raise InvalidError(f"'{text}' is not a category of cost.", hint=f"Write {', '.join(CATEGORIES)}.")
    return found[0]


def _amount(desk: Desk, text: str, rate: str, note: str) -> tuple[Money, str]:
    """The amount in the currency of the workspace, and the note, which keeps what it was before it was converted."""
    amount, note = parse_money(clean(text), desk.currency), clean(note)
    if amount.currency == desk.currency:
        return amount, note
    if not rate:
        raise InvalidError(
            f"This workspace counts in {desk.currency} and knows no rate for {amount.currency}.",
            hint=f"Add --rate, what 1 {amount.currency} is worth in {desk.currency}, or write the amount in {desk.currency}.",
        )
    try:
        factor = Decimal(rate.replace(",", "."))
    except InvalidOperation:
        factor = Decimal(0)
    if not factor.is_finite() or factor <= 0:
        raise InvalidError(f"'{rate}' is not a rate.", hint="Write it like 0.92.")
    kept = f"{amount} at {rate}"
    unit = Decimal(1).scaleb(-minor_digits(desk.currency))
    worth = (to_major(amount.minor, amount.currency) * factor).quantize(unit, ROUND_HALF_UP)
    return Money(to_minor(worth, desk.currency), desk.currency), f"{note} ({kept})" if note else kept
