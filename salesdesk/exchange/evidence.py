"""What the values of a column say about it, whatever its name."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from salesdesk.domain.text import fold
from salesdesk.exchange.days import looks_like_day
from salesdesk.exchange.fields import ValueType
from salesdesk.exchange.values import is_nothing, read_flag, read_number
from salesdesk.exchange.words import word_set

MAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]{2,}")
_URL = re.compile(r"(?:https?://|www\.)\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}(?:/\S*)?", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+|00)?[\d\s()./\-‐–]{6,24}(?:\s*(?:x|ext\.?|#)\s*\d{1,6})?", re.IGNORECASE)
_UUID = re.compile(r"\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?", re.IGNORECASE)
_CODE = re.compile(r"(?=\S*\d)[A-Za-z0-9_\-/+=.]{3,40}")
# Quarters, halves, fiscal years and ranges: a written period that is neither a day nor a month.
_PERIOD = re.compile(
    r"(?:fy[ -]?)?\d{4}[ -]?[qh][1-4]|[qh][1-4][ -]?(?:fy[ -]?)?\d{4}|fy[ -]?\d{4}|\d{4}-\S+(?:\.\.| to )\d{4}-\S+",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][^\d@;:/\\]*")
_SAMPLE = 300
_CODES = word_set(
    "US UK GB DE AT CH FR IT ES PL HU CZ SK RO NL BE DK SE NO FI IE PT GR IN CN JP CA AU BR MX NZ SG ZA HR SI RS BG UA"
)
_COUNTRIES = frozenset(
    fold(name)
    for name in """
afghanistan|albania|algeria|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh
belarus|belgium|bolivia|bosnia and herzegovina|brazil|bulgaria|cambodia|cameroon|canada|chile|china
colombia|costa rica|croatia|cuba|cyprus|czech republic|czechia|denmark|dominican republic|ecuador
egypt|estonia|ethiopia|finland|france|georgia|germany|ghana|greece|guatemala|hong kong|hungary
iceland|india|indonesia|iran|iraq|ireland|israel|italy|jamaica|japan|jordan|kazakhstan|kenya|korea
south korea|kuwait|latvia|lebanon|libya|lithuania|luxembourg|malaysia|malta|mexico|moldova
montenegro|morocco|nepal|netherlands|the netherlands|new zealand|nigeria|north macedonia|norway|oman
pakistan|panama|paraguay|peru|philippines|philipines|poland|portugal|qatar|romania|russia
saudi arabia|senegal|serbia|singapore|slovakia|slovenia|south africa|spain|sri lanka|sudan|sweden
switzerland|syria|taiwan|tanzania|thailand|tunisia|turkey|uganda|ukraine|united arab emirates
united kingdom|united states|united states of america|uruguay|uzbekistan|venezuela|vietnam|zambia
zimbabwe|england|scotland|wales|great britain|usa|deutschland|osterreich|schweiz|frankreich|italien
polen|ungarn|spanien|niederlande|magyarorszag|nemetorszag|ausztria|szlovakia|romania|csehorszag
lengyelorszag
""".replace("\n", "|").split("|")
    if name
)


@dataclass(frozen=True, slots=True)
class Profile:
    """A column in figures: shares (0 to 1) of its filled values that read as each thing."""

    filled: float
    count: int
    unique: float
    few: bool
    mail: float = 0.0
    phone: float = 0.0
    url: float = 0.0
    number: float = 0.0
    whole: float = 0.0
    money: float = 0.0
    percent: float = 0.0
    day: float = 0.0
    flag: float = 0.0
    uuid: float = 0.0
    code: float = 0.0
    person: float = 0.0
    country: float = 0.0
    year: float = 0.0
    period: float = 0.0
    length: float = 0.0


def profile(values: Sequence[str]) -> Profile:
    """The profile of a column from the values of its first rows, empty ones included."""
    filled = [value.strip() for value in values]
    filled = [value for value in filled if value and not is_nothing(value)]
    if not filled:
        return Profile(0.0, 0, 0.0, few=False)
    distinct = list(dict.fromkeys(filled))
    sample = distinct[:_SAMPLE]
    count = len(sample)
    figures = [read_number(v, ".") or read_number(v, ",") for v in sample]

    def share(hits: int) -> float:
        return hits / count

    return Profile(
        filled=len(filled) / len(values),
        count=len(filled),
        unique=len(distinct) / len(filled),
        few=len(distinct) <= max(12, len(filled) // 20),
        mail=share(sum(bool(MAIL.search(v)) for v in sample)),
        phone=share(sum(_phone_like(v) for v in sample)),
        url=share(sum(bool(_URL.fullmatch(v)) for v in sample)),
        number=share(sum(f is not None for f in figures)),
        whole=share(sum(f is not None and f.number == f.number.to_integral_value() for f in figures)),
        money=share(sum(f is not None and f.currency is not None for f in figures)),
        percent=share(sum(f is not None and f.percent for f in figures)),
        day=share(sum(looks_like_day(v) for v in sample)),
        flag=share(sum(read_flag(v) is not None for v in sample)),
        uuid=share(sum(bool(_UUID.fullmatch(v)) for v in sample)),
        code=share(sum(bool(_CODE.fullmatch(v)) for v in sample)),
        person=share(sum(_person_like(v) for v in sample)),
        country=share(sum(v in _CODES or fold(v) in _COUNTRIES for v in sample)),
        year=share(sum(v.isascii() and v.isdigit() and 1500 <= int(v[:5]) <= 2200 for v in sample)),
        period=share(sum(bool(_PERIOD.fullmatch(v)) for v in sample)),
        length=sum(map(len, sample)) / count,
    )


def _phone_like(value: str) -> bool:
    if value.startswith("[{"):  # a JSON list of labelled numbers
        return bool(_PHONE.search(value)) and "@" not in value
    return bool(_PHONE.fullmatch(value)) and 7 <= sum(c.isdigit() for c in value) <= 17


def _person_like(value: str) -> bool:
    parts = value.split()
    return (
        2 <= len(parts) <= 4
        and bool(_NAME.fullmatch(value))
        and all(part[0].isupper() or part in ("von", "van", "de", "da", "la") for part in parts)
    )


def fit(kind: ValueType, seen: Profile) -> float:
    """How well values suit a type: 1 is as expected, above it speaks for it, near 0 rules it out."""
    if not seen.count:
        return 0.9
    judge = _JUDGES.get(kind)
    return judge(seen) if judge is not None else 1.0


def _graded(share: float, floor: float = 0.1) -> float:
    return floor if share < 0.5 else 0.4 + 0.65 * share


def _fit_phone(seen: Profile) -> float:
    return _graded(max(seen.phone, seen.number * 0.9 if seen.length >= 5 else 0.0), floor=0.25)


def _fit_url(seen: Profile) -> float:
    return 0.05 if seen.mail > 0.5 else _graded(seen.url, floor=0.3)


def _fit_figure(seen: Profile) -> float:
    dates = seen.day > 0.9 and seen.number < 0.5
    return _graded(max(seen.number, seen.money)) * (0.3 if dates else 1.0)


def _fit_day(seen: Profile) -> float:
    stamps = 0.7 * seen.number if seen.length in (5.0, 10.0, 13.0) else 0.0  # Excel's days, Unix seconds
    return _graded(max(seen.day, stamps))


def _fit_month(seen: Profile) -> float:
    if seen.period > 0.5:
        return 0.05
    return _graded(max(seen.day, 0.75 if 5 <= seen.length <= 14 and seen.number < 0.3 else 0.0))


def _fit_person(seen: Profile) -> float:
    if max(seen.mail, seen.number, seen.day, seen.url, seen.flag, seen.uuid) > 0.5:
        return 0.1
    return 1.05 if seen.person > 0.6 else 1.0 if seen.length < 40 else 0.5


def _fit_country(seen: Profile) -> float:
    if seen.country > 0.5:
        return 1.1
    return 0.3 if max(seen.number, seen.mail, seen.day) > 0.5 else 0.9


def _fit_label(seen: Profile) -> float:
    if max(seen.mail, seen.day, seen.uuid, seen.money) > 0.5:
        return 0.15
    return 1.0 if seen.few else 0.8


def _fit_text(seen: Profile) -> float:
    if max(seen.mail, seen.day if seen.length > 5 else 0.0, seen.uuid, seen.flag) > 0.8:
        return 0.15
    return 0.6 if seen.number > 0.8 else 1.0


def _fit_link(seen: Profile) -> float:
    dated = seen.day if seen.number < 0.5 else 0.0
    return 0.15 if max(dated, seen.flag) > 0.8 and seen.number < 0.9 else 1.0


_JUDGES: dict[ValueType, Callable[[Profile], float]] = {
    "mail": lambda seen: _graded(seen.mail),
    "phone": _fit_phone,
    "url": _fit_url,
    "money": _fit_figure,
    "number": _fit_figure,
    "whole": lambda seen: _graded(seen.whole),
    "ratio": lambda seen: _graded(max(seen.percent, seen.number)),
    "day": _fit_day,
    "instant": _fit_day,
    "month": _fit_month,
    "flag": lambda seen: _graded(seen.flag),
    "year": lambda seen: _graded(max(seen.year, 0.8 * seen.day)),
    "person": _fit_person,
    "country": _fit_country,
    "currency": lambda seen: 1.0 if seen.length <= 5 and seen.number < 0.2 else 0.4,
    "label": _fit_label,
    # A name that is no bare number, such as that of a campaign: a count of contacts stands in many files.
    "words": lambda seen: 0.05 if seen.number > 0.5 else _fit_label(seen),
    "period": lambda seen: 1.1 if seen.period > 0.5 else 0.5 * _fit_label(seen),
    "id": lambda seen: 0.2 if max(seen.mail, seen.day if seen.number < 0.5 else 0.0) > 0.5 else 1.0,
    "text": _fit_text,
    "link": _fit_link,
}
