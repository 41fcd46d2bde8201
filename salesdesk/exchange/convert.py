"""One converter per column: from the text of a cell to the value of its field, or the reason why not."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from decimal import Decimal

from salesdesk.domain.text import NOTE_LIMIT, TEXT_LIMIT, clean, digits, fold
from salesdesk.exchange.csv_out import unguarded
from salesdesk.exchange.days import read_day, read_instant, read_month
from salesdesk.exchange.evidence import MAIL
from salesdesk.exchange.fields import Field
from salesdesk.exchange.values import CODES, NOTHING_AT_ALL, Figure, is_nothing, read_flag, read_number
from salesdesk.i18n import tr

_MANY = re.compile(r"\s*(?:;|:::|\||\n)\s*")
_MAILS = re.compile(r"\s*(?:[;,|\n]|:::)\s*")
_TAGS = re.compile(r"\s*(?:[;,|\n]|:::)\s*")
_HOURS = re.compile(r"(\d+):([0-5]?\d)(?::([0-5]?\d))?")
_LONGEST_MAIL = 400  # RFC 5321 allows 254; with a name beside it
_SCIENTIFIC = re.compile(r"\d[.,]\d+[eE]\+\d+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A converted cell: its value, why it could not be read, what did not fit, the currency it names."""

    value: object = None
    reason: str = ""
    rest: str = ""
    currency: str | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """How a column writes its values; `hundredths`: 40 means 40 %."""

    decimal: str = "."
    order: str = "ymd"
    zone: tzinfo = UTC
    hundredths: bool = False
    unit: str = ""


EMPTY = Cell()
Converter = Callable[[str], Cell]


def converter(field: Field, style: Style) -> Converter:
    """The function that reads this column's cells; text too long for its field is refused."""
    read = _readers(field, style)
    limit = NOTE_LIMIT if field.type == "note" else TEXT_LIMIT

    def convert(text: str) -> Cell:
        if len(text) > limit:
            return too_long(text, limit)
        return read(unguarded(text))

    return convert


def keep(text: str) -> Cell:
    """A cell of a column without a field: its cleaned text."""
    if len(text) > TEXT_LIMIT:
        return too_long(text, TEXT_LIMIT)
    kept = clean(unguarded(text), multiline="\n" in text)
    return Cell(kept) if kept and kept not in NOTHING_AT_ALL else EMPTY


def too_long(text: str, limit: int) -> Cell:
    """The refusal of a row because of one enormous cell."""
    reason = tr("{count:,} characters are too many; at most {limit:,} are kept", count=len(text), limit=limit)
    return Cell(reason=reason, refused=True)


def _readers(field: Field, style: Style) -> Converter:
    if field.name == "duration_minutes":
        return lambda text: _minutes(text, style)
    if field.type in _PLAIN:
        return _PLAIN[field.type]
    if field.type in _STYLED:
        styled = _STYLED[field.type]
        return lambda text: styled(text, style)
    if field.type in _DATED:
        read = _DATED[field.type]
        return _dated(lambda text: read(text, style))
    return lambda text: _text(clean(text))


def _text(text: str) -> Cell:
    return Cell(text) if text and text not in NOTHING_AT_ALL else EMPTY


def _link(text: str) -> Cell:
    """The record a cell names; of several (`101;102`) the first."""
    first, _, others = clean(text).partition(";")
    if others.strip() and first.strip():
        return Cell(first.strip(), rest=others.strip())
    return _text(clean(text))


def _listed(text: str) -> list[str]:
    """The values of a JSON list in a cell (`[{"label": "work", "value": "a@b.c"}]`), else none."""
    if not text.startswith(("[", "{")):
        return []
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return []
    entries = held if isinstance(held, list) else [held]
    found = [entry.get("value", "") if isinstance(entry, dict) else entry for entry in entries]
    return [str(value).strip() for value in found if value]


def _mail(text: str) -> Cell:
    text = clean(text)
    if not text or is_nothing(text):
        return EMPTY
    parts = _listed(text) or _MAILS.split(text)
    good: list[str] = []
    bad: list[str] = []
    for part in parts:
        short = len(part) <= _LONGEST_MAIL
        found = MAIL.search(part.removeprefix("mailto:").removeprefix("* ")) if short else None
        if found:
            good.append(found[0].strip(".'"))
            around = part.replace(found[0], "").strip(" <>\"'*")
            if around and around != "mailto:":
                bad.append(around)
        elif part.strip():
            bad.append(part.strip())
    if not good:
        return Cell(reason=tr("not a mail address"), rest=text)
    return Cell(good[0], rest="; ".join([*good[1:], *bad]))


def _phone(text: str) -> Cell:
    text = clean(text)
    if not text or is_nothing(text):
        return EMPTY
    parts = _listed(text) or [p for p in _MANY.split(text) if p]
    first, others = parts[0] if parts else text, "; ".join(parts[1:])
    if len(digits(first)) < 3 or _SCIENTIFIC.fullmatch(first):
        return Cell(reason=tr("not a phone number"), rest=text)
    return Cell(first, rest=others)


def _tags(text: str) -> Cell:
    parts = [p.removeprefix("* ").strip() for p in _TAGS.split(clean(text, multiline=True)) if p.strip()]
    kept = tuple(dict.fromkeys(p for p in parts if p and p != "myContacts"))
    return Cell(kept) if kept else EMPTY


def _figure(text: str, style: Style) -> Figure | None:
    return read_number(text, style.decimal)


def _money(text: str, style: Style) -> Cell:
    text = clean(text)
    if not text or is_nothing(text):
        return EMPTY
    figure = _figure(text, style)
    if figure is None or figure.percent:
        return Cell(reason=tr("not an amount"), rest=text)
    return Cell(figure.number, currency=figure.currency)


def _number(text: str, style: Style, *, whole: bool = False) -> Cell:
    text = clean(text)
    if not text or is_nothing(text):
        return EMPTY
    figure = _figure(text, style)
    if figure is None or (whole and figure.number != figure.number.to_integral_value()):
        return Cell(reason=tr("not a whole number") if whole else tr("not a number"), rest=text)
    return Cell(int(figure.number) if whole else figure.number)


def _whole(text: str, style: Style) -> Cell:
    return _number(text, style, whole=True)


def _year(text: str, style: Style) -> Cell:
    day = read_day(text.strip(), style.order)
    return Cell(day.year) if day is not None else _whole(text, style)


def _ratio(text: str, style: Style) -> Cell:
    text = clean(text)
    if not text or is_nothing(text):
        return EMPTY
    figure = _figure(text, style)
    if figure is None:
        return Cell(reason=tr("not a percentage"), rest=text)
    number = figure.number / 100 if figure.percent or style.hundredths else figure.number
    if not 0 <= number <= 1:
        return Cell(reason=tr("not between 0 and 100 %"), rest=text)
    return Cell(number)


def _minutes(text: str, style: Style) -> Cell:
    clock = _HOURS.fullmatch(text.strip())
    if clock:
        return Cell(Decimal(clock[1]) * 60 + Decimal(clock[2]) + Decimal(clock[3] or 0) / 60)
    cell = _number(text, style, whole=False)
    if style.unit and isinstance(cell.value, Decimal):
        return Cell(cell.value * 60 if style.unit == "hours" else cell.value / 60)
    return cell


def _dated(read: Callable[[str], object]) -> Converter:
    def convert(text: str) -> Cell:
        text = clean(text)
        if not text or is_nothing(text):
            return EMPTY
        value = read(text)
        return Cell(value) if value is not None else Cell(reason=tr("not a date"), rest=text)

    return convert


def _day_or_instant(text: str, style: Style) -> object:
    """A date where the file writes a date, an instant (UTC) where it writes a time too."""
    if ":" in text or (text.isdigit() and len(text) >= 10):
        return read_instant(text, style.order, style.zone, serials=True)
    return read_day(text, style.order, style.zone, serials=True)


def _flag(text: str) -> Cell:
    text = clean(text)
    if not text or is_nothing(text):
        return EMPTY
    value = read_flag(text)
    return Cell(value) if value is not None else Cell(reason=tr("neither yes nor no"), rest=text)


def _currency(text: str) -> Cell:
    text = clean(text)
    if not text or is_nothing(text):
        return EMPTY
    code = currency_code(text)
    return Cell(code) if code else Cell(reason=tr("not a currency"), rest=text)


_CURRENCY_WORDS = {
    "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "us dollar": "USD", "forint": "HUF",
    "huf": "HUF", "pound": "GBP", "pounds": "GBP", "pound sterling": "GBP", "zloty": "PLN",
}  # fmt: skip


def currency_code(text: str) -> str | None:
    """The ISO 4217 code a text names: `eur`, `€`, `US Dollar`, `EUR (Euro)`; None when it names none."""
    found = re.match(r"([A-Za-z]{3})(?![A-Za-z])", text)
    if found:
        return found[1].upper()
    figure = read_number(f"1 {text}")
    if figure is not None and figure.currency:
        return figure.currency
    return _CURRENCY_WORDS.get(fold(text))


def hundredths(values: Iterable[str], decimal: str) -> bool:
    """Whether a column of probabilities counts in per cent: some value is above 1."""
    figures = (read_number(value, decimal) for value in values)
    return any(figure is not None and not figure.percent and figure.number > 1 for figure in figures)


def header_currency(words: Sequence[str]) -> str | None:
    """The currency a column's name carries: `amount_usd`, `Value (EUR)`."""
    return next(
        (w.upper() for w in words if w.upper() in CODES and w not in ("all", "try", "cop", "nok", "sek")),
        None,
    )


_PLAIN: dict[str, Converter] = {
    "mail": _mail,
    "phone": _phone,
    "note": lambda text: _text(clean(text, multiline=True, limit=NOTE_LIMIT)),
    "tags": _tags,
    "flag": _flag,
    "currency": _currency,
    "link": _link,
}
_STYLED: dict[str, Callable[[str, Style], Cell]] = {
    "money": _money,
    "ratio": _ratio,
    "number": _number,
    "whole": _whole,
    "year": _year,
}
_DATED: dict[str, Callable[[str, Style], object]] = {
    "day": lambda text, style: read_day(text, style.order, style.zone, serials=True),
    "instant": _day_or_instant,
    "month": lambda text, style: read_month(text, style.order),
}
