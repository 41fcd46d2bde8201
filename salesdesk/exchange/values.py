"""Values as files write them, read column by column: one column has one decimal sign and one date order."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from salesdesk.domain.text import fold
from salesdesk.exchange.days import day_evidence
from salesdesk.exchange.words import word_set
from salesdesk.i18n import tr

# What programs write for nothing; only taken for nothing where a number, a day or a mail is expected.
NOTHING = word_set(
    "- -- . ? n/a na #n/a #na none null nil nan undefined \\n (null) (blank) (none) unknown tbd nincs k.a. "
    "#value! "
    "#ref! 0000-00-00 keine keiner"
)
# Written by programs only, never by people: nothing in a text column too.
NOTHING_AT_ALL = frozenset({"\\N", "NULL", "#N/A", "(null)", "(blank)"})

_TRUE = word_set("true yes y t 1 on igen i x ja j wahr vrai oui si done completed checked active")
_FALSE = word_set("false no n f 0 off nem nein falsch faux non open inactive unchecked")
SIGNS = {
    "€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "₽": "RUB", "₹": "INR", "₺": "TRY", "₴": "UAH",
    "₪": "ILS",
    "zł": "PLN", "kč": "CZK", "ft": "HUF", "kr": "SEK", "lei": "RON", "fr.": "CHF", "us$": "USD", "r$": "BRL",
    "c$": "CAD", "a$": "AUD", "руб": "RUB",
}  # fmt: skip
CODES = word_set(
    "AED ARS AUD BAM BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KRW KZT MAD "
    "MXN "
    "MYR NGN NOK NZD PEN PHP PLN QAR RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR"
)
_NUMBER = re.compile(
    r"(?P<open>\()?\s*(?P<sign>[-+−–]?)\s*(?P<before>(?:[^\d\s.,+\-−–()%]{1,4}\.?)?)\s*(?P<sign2>[-−]?)\s*"
    r"(?P<body>\d(?:[\d.,'’\s\u00a0\u202f]*\d)?|[.,]\d+)(?P<dash>,-{1,2}|,–|\.-{1,2}|\.–)?\s*(?P<sign3>-?)\s*"
    r"(?P<percent>%?)\s*(?P<after>[^\d\s.,+\-−–()%]{0,4}\.?)\s*(?P<close>\))?"
)
_LONGEST = 40
_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_GROUPED_3 = re.compile(r"\d{1,3}(?:[.,\s\u00a0\u202f'’]\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")


@dataclass(frozen=True, slots=True)
class Undecided:
    """What a file leaves open: the question, the option that answers it, and the values that raise it."""

    question: str
    option: str
    column: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written: its value, the currency it names, whether it is a percentage."""

    number: Decimal
    currency: str | None = None
    percent: bool = False


def is_nothing(text: str) -> bool:
    """Whether a value says that there is none."""
    return text.lower() in NOTHING


def decimal_evidence(text: str) -> str:
    """What a number says of its file's decimal sign: `.`, `,`, `?` (could be either) or `` (nothing)."""
    found = _NUMBER.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if not found:
        return ""
    if found["dash"]:
        return found["dash"][0]
    body = _SPACES.sub("", found["body"])
    points, commas = body.count("."), body.count(",")
    if points and commas:
        last = "." if body.rindex(".") > body.rindex(",") else ","
        return last if body.count(last) == 1 else ""
    if not points and not commas:
        return ""
    sign = "." if points else ","
    other = "," if points else "."
    if points + commas > 1:
        return other if _GROUPED_3.fullmatch(body) or _INDIAN.fullmatch(body) else ""
    whole, _, rest = body.partition(sign)
    if len(rest) != 3 or len(whole) > 3 or whole in ("", "0") or found["body"] != body:
        return sign
    return "?"


def decide_decimal(values: Iterable[str]) -> str:
    """The decimal sign of a column: `.`, `,`, `?` when only `1.234` speaks of it, `` when nothing does."""
    votes = {".": 0, ",": 0, "?": 0}
    for value in values:
        sign = decimal_evidence(value)
        if sign:
            votes[sign] += 1
    if votes["."] and votes[","] and max(votes["."], votes[","]) < 10 * min(votes["."], votes[","]):
        return "?"
    if votes["."] or votes[","]:
        return "." if votes["."] >= votes[","] else ","
    return "?" if votes["?"] else ""


def decide_order(values: Iterable[str]) -> str:
    """The date order of a column: `ymd`, `dmy`, `mdy`, `?` (only 03/04/2026 and its like), ``."""
    votes: dict[str, int] = {}
    for value in values:
        order = day_evidence(value)
        if order:
            votes[order] = votes.get(order, 0) + 1
    days, months = votes.get("dmy", 0), votes.get("mdy", 0)
    if days and months and max(days, months) < 10 * min(days, months):
        return "?"
    if days or months:
        return "dmy" if days > months else "mdy"
    if votes.get("?"):
        return "?"
    return "ymd" if votes.get("ymd") else ""


def read_number(text: str, decimal: str = ".") -> Figure | None:
    """A number written with that decimal sign, with or without currency, sign, brackets or `%`; else None."""
    if len(text) > _LONGEST:
        return None
    found = _NUMBER.fullmatch(text.strip())
    if not found or bool(found["open"]) != bool(found["close"]):
        return _scientific(text)
    body = _plain(found["body"], decimal)
    if body is None:
        return None
    currencies = [unit for unit in (_unit(found["before"]), _unit(found["after"])) if unit is not None]
    if any(unit == "?" for unit in currencies):
        return None
    negative = bool(found["open"]) or any(found[s] in ("-", "−", "–") for s in ("sign", "sign2", "sign3") if found[s])
    number = Decimal(body)
    return Figure(-number if negative else number, next((c for c in currencies if c), None), bool(found["percent"]))


def _plain(body: str, decimal: str) -> str | None:
    """The digits with a point for the decimal sign; None where the separators are out of place."""
    thousands = "," if decimal == "." else "."
    whole, sign, rest = body.partition(decimal)
    if decimal in rest or not (rest.isascii() and (rest.isdigit() or not rest)):
        return None
    if thousands in whole or _SPACES.search(whole):
        if not (_GROUPED_3.fullmatch(whole) or _INDIAN.fullmatch(whole)):
            return None
        whole = _SPACES.sub("", whole.replace(thousands, ""))
    if whole and not (whole.isascii() and whole.isdigit()):
        return None
    return f"{whole or '0'}.{rest}" if sign and rest else (whole or "0")


def _unit(text: str) -> str | None:
    """The currency beside a number: None for nothing, `?` for something that is no currency."""
    if not text:
        return None
    if text.upper().rstrip(".") in CODES:
        return text.upper().rstrip(".")
    return SIGNS.get(text.lower()) or SIGNS.get(text.lower().rstrip(".")) or "?"


def _scientific(text: str) -> Figure | None:
    if not re.fullmatch(r"[-+]?\d+(?:[.,]\d+)?[eE][-+]?\d{1,2}", text.strip()):
        return None
    try:
        return Figure(Decimal(text.strip().replace(",", ".")))
    except InvalidOperation:
        return None


def read_flag(text: str) -> bool | None:
    """Yes or no, however written; None for anything else."""
    word = fold(text.strip())
    return True if word in _TRUE else False if word in _FALSE else None


def ask_decimal(column: str, values: Sequence[str]) -> Undecided:
    """The question about 1.234: a thousand or a little more than one?"""
    examples = _examples(values, lambda v: decimal_evidence(v) in ("?", ".", ","))
    return Undecided(
        tr("Is the decimal sign of '{column}' a point or a comma (as in {example})?",
           column=column, example=", ".join(examples)),
        "--decimal", column, examples,
    )  # fmt: skip


def ask_order(column: str, values: Sequence[str]) -> Undecided:
    """The question about 03/04/2026: March or April?"""
    examples = _examples(values, lambda v: day_evidence(v) in ("?", "dmy", "mdy"))
    return Undecided(
        tr("Does '{column}' write the day or the month first (as in {example})?",
           column=column, example=", ".join(examples)),
        "--dates", column, examples,
    )  # fmt: skip


def _examples(values: Sequence[str], wanted: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(value[:40] for value in sorted(values) if wanted(value))[:3]
