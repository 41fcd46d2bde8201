"""The decisions a column needs before its values can be read: decimal sign, date order, currency, scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from salesdesk.clock import zone
from salesdesk.exchange.convert import Style, header_currency, hundredths
from salesdesk.exchange.fields import kinds
from salesdesk.exchange.recognise import Recognition
from salesdesk.exchange.scan import Scan
from salesdesk.exchange.values import Undecided, ask_decimal, ask_order, decide_decimal, decide_order
from salesdesk.exchange.words import words

_FIGURES = frozenset(("money", "number", "whole", "ratio"))
_DAYS = frozenset(("day", "instant", "month", "year"))


@dataclass(slots=True)
class Choice:
    """How the columns of a file write their values, and what is left to ask."""

    dates: str | None = None
    decimal: str | None = None
    styles: dict[str, Style] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    undecided: list[Undecided] = field(default_factory=list)


def decide(
    known: Recognition,
    header: Sequence[str],
    seen: Scan,
    dates: str | None,
    decimal: str | None,
    time_zone: str,
) -> Choice:
    """The style of every mapped column: what the user said, else what its values say, else what the other
    columns of the file say, else a question."""
    choice = Choice()
    if known.kind is None:
        return choice
    fields = kinds()[known.kind].fields
    typed = {c.index: fields[c.field] for c in known.columns if c.field in fields}
    said_decimal = {
        i: decide_decimal(seen.distinct[i]) for i, f in typed.items() if f.type in _FIGURES and f.type != "whole"
    }
    said_order = {i: decide_order(seen.distinct[i]) for i, f in typed.items() if f.type in _DAYS}
    # Whole numbers (employees: 1.234) are grouped, never broken: they speak only of the other sign.
    for i, f in typed.items():
        if f.type == "whole":
            said_decimal[i] = _whole_sign(decide_decimal(seen.distinct[i]), seen.distinct[i])
    choice.decimal = decimal or _common(said_decimal)
    choice.dates = dates or _common(said_order)
    local = zone(time_zone)
    for index, found in typed.items():
        name = header[index]
        sign = decimal or _own(said_decimal.get(index)) or choice.decimal or "."
        order = dates or _own(said_order.get(index)) or choice.dates or "ymd"
        if said_decimal.get(index) == "?" and not decimal and not choice.decimal:
            choice.undecided.append(ask_decimal(name, sorted(seen.distinct[index])))
        if said_order.get(index) == "?" and not dates and choice.dates in (None, "ymd"):
            choice.undecided.append(ask_order(name, sorted(seen.distinct[index])))
        scale = found.type == "ratio" and hundredths(seen.distinct[index], sign)
        choice.styles[name] = Style(sign, order, local, scale, _unit(name))
        currency = header_currency(words(name)) if found.type == "money" else None
        if currency is not None:
            choice.currencies[name] = currency
    return choice


def _own(said: str | None) -> str | None:
    return said if said and said != "?" else None


def _whole_sign(said: str, values: set[str]) -> str:
    if said != "?":
        return said
    return "," if any("." in value for value in values) else "."


def _common(said: Mapping[int, str]) -> str | None:
    """What most decided columns say; `ymd` says nothing of 03/04."""
    votes = [v for v in said.values() if v and v != "?"]
    stronger = [v for v in votes if v != "ymd"] or votes
    return max(sorted(set(stronger)), key=stronger.count) if stronger else None


def _unit(name: str) -> str:
    spoken = set(words(name))
    if spoken & {"seconds", "sec", "secs", "masodperc", "sekunden"}:
        return "seconds"
    return "hours" if spoken & {"hours", "hour", "hrs", "ora", "stunden"} else ""
