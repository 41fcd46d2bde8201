"""Money: integer minor units and an ISO 4217 code; reading what people type, showing it short or whole."""

from salesdesk.domain.patterns import Pattern
from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError
from salesdesk.hints import TYPE_CHECKING
from salesdesk.i18n import tr
from salesdesk.plain import Plain

if TYPE_CHECKING:
    from decimal import Decimal

# ISO 4217, list one: the active codes. Digits that are not 2 are named below.
_CURRENCIES_TEXT = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD
    CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
    GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD
    KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK
    NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
    STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST
    XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
"""
CURRENCIES = frozenset(_CURRENCIES_TEXT.split())
_NO_DIGITS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_DIGITS = {
    **dict.fromkeys(_NO_DIGITS.split(), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}
# What people are used to see, where it differs from the minor digits of ISO 4217.
_DISPLAY_DIGITS = {"HUF": 0}

_SIGN_BEFORE = {
    "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "ILS": "₪", "KRW": "₩",
    "TRY": "₺", "UAH": "₴", "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "SGD": "S$", "HKD": "HK$", "MXN": "MX$",
    "BRL": "R$",
}  # fmt: skip
_SIGN_AFTER = {"HUF": "Ft", "PLN": "zł", "CZK": "Kč"}
_READ_SIGNS = {
    **{fold(sign): code for code, sign in (_SIGN_BEFORE | _SIGN_AFTER).items()},
    "us$": "USD", "kc": "CZK", "forint": "HUF", "euro": "EUR", "euros": "EUR", "lei": "RON", "fr": "CHF",
    "dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP",
}  # fmt: skip
_DOLLARS = frozenset({"AUD", "CAD", "NZD", "SGD", "HKD", "MXN", "USD"})
_CROWNS = frozenset({"SEK", "NOK", "DKK", "ISK"})
_SCALES = {
    "": 0, "k": 3, "e": 3, "ezer": 3, "m": 6, "mn": 6, "mio": 6, "million": 6, "millio": 6,
    "bn": 9, "b": 9, "mrd": 9, "milliard": 9, "billion": 9,
}  # fmt: skip
# The most minor units that can be kept.
LARGEST = (1 << 63) - 1
# Below the 28 digits of decimal's context: nothing is ever rounded on the way in.
_LONGEST = 26

_SPACES = Pattern(r"[\s\u00a0\u202f'’]+")
_AMOUNT = Pattern(
    r"(?P<sign>[-+−]?)\s*(?P<before>[^\W\d_]*[$€£¥₹₪₩₺₴]?|[^\W\d_]+)\s*(?P<sign2>[-−]?)"
    r"(?P<number>\d[\d.,]*)\s*(?P<after>[^\W\d_]*\s?[^\W\d_]*[$€£¥₹₪₩₺₴]?)\.?",
)


class Money(Plain):
    """An amount in the minor units of its currency: `Money(1200000, "EUR")` is 12,000 euros."""

    minor: int
    currency: str

    def __str__(self) -> str:
        return format_money(self.minor, self.currency)


def minor_digits(currency: str) -> int:
    """How many digits the minor unit of that currency has (ISO 4217): EUR 2, JPY 0, KWD 3, HUF 2."""
    return _DIGITS.get(currency, 2)


def currency_code(text: str) -> str:
    """The ISO 4217 code written as code, sign or word; InvalidError when there is none."""
    code = _find_currency(text.strip(), "")
    if code is None:
        raise InvalidError(tr("'{text}' is not a currency.", text=text), hint=tr("Use a code such as EUR, USD or HUF."))
    return code


def _find_currency(text: str, default: str) -> str | None:
    if text.upper() in CURRENCIES:
        return text.upper()
    word = fold(text)
    if word == "$" and default in _DOLLARS:
        return default
    if word == "kr":
        return default if default in _CROWNS else None
    return _READ_SIGNS.get(word)


def to_minor(amount: "Decimal", currency: str) -> int:
    """An amount in whole units as minor units, exactly; InvalidError when it has too many decimals."""
    digits = minor_digits(currency)
    if amount.adjusted() > _LONGEST or len(amount.as_tuple().digits) > _LONGEST:
        raise InvalidError(tr("That amount is too large."))
    minor = amount.scaleb(digits)
    if minor != minor.to_integral_value():
        raise InvalidError(
            tr("{amount} has more than {digits} decimals.", amount=format(amount, "f"), digits=digits),
            hint=tr("{currency} has {digits} of them.", currency=currency, digits=digits),
        )
    if abs(minor) > LARGEST:
        raise InvalidError(tr("That amount is too large."))
    return int(minor)


def to_major(minor: int, currency: str) -> "Decimal":
    """Minor units as an exact decimal of whole units: 120050 EUR cents are 1200.50."""
    from decimal import Decimal

    return Decimal(minor).scaleb(-minor_digits(currency))


def major_text(minor: int, currency: str) -> str:
    """What `to_major` looks like: "1200.50"; a listing needs no more of it."""
    digits = minor_digits(currency)
    return f"{'-' if minor < 0 else ''}{_fixed(abs(minor), digits, group='')}"


def _fixed(number: int, places: int, *, group: str = ",") -> str:
    """A whole number whose last digits are decimals: `_fixed(120050, 2) == "1,200.50"`."""
    whole, rest = divmod(number, 10**places)
    return f"{whole:{group}}.{rest:0{places}}" if places else f"{whole:{group}}"


def parse_decimal(text: str, *, decimal: str = "", scaled: bool = False) -> "Decimal | None":
    """A number as people write it (`12 000`, `12,000.50`, `12.000,50`, `1,5`), or None.

    `decimal` ("." or ",") fixes the decimal sign; without it a single sign before exactly three digits groups
    thousands, except a dot when `scaled` (`1.234m`) and except after a lone 0.
    """
    import re
    from decimal import Decimal

    plain = _SPACES.sub("", text.strip()).replace("−", "-")
    if not re.fullmatch(r"[-+]?(\d[\d.,]*|[.,]\d+)", plain) or plain[-1] in ".," or len(plain) > _LONGEST:
        return None
    mark = decimal or _decimal_mark(plain.lstrip("+-"), scaled)
    whole, found, fraction = plain.rpartition(mark) if mark and mark in plain else (plain, "", "")
    groups = re.split(r"[.,]", whole.lstrip("+-"))
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:])):
        return None
    if not (fraction if found else "0").isdigit() or (found and mark in whole):
        return None
    sign = "-" if plain.startswith("-") else ""
    return Decimal(f"{sign}{''.join(groups) or '0'}.{fraction or '0'}")


def _decimal_mark(plain: str, scaled: bool) -> str:
    if "," in plain and "." in plain:
        return "," if plain.rindex(",") > plain.rindex(".") else "."
    mark = "," if "," in plain else "."
    if plain.count(mark) != 1:
        return ""
    whole, _, fraction = plain.partition(mark)
    groups = len(fraction) == 3 and 1 <= len(whole) <= 3 and whole.strip("0") != ""
    return "" if groups and not (scaled and mark == ".") else mark


def parse_money(text: str, currency: str, *, decimal: str = "") -> Money:
    """The amount someone typed: `12k`, `1.5m`, `€12,000`, `12k eur`, `12 000 Ft`; `currency` when none is
    named.

    InvalidError says what is wrong; nothing is rounded.
    """
    found = read_money(text, currency, decimal=decimal)
    if found is None:
        raise InvalidError(
            tr("'{text}' is not an amount.", text=text.strip()),
            hint=tr("Write it like 12000, 12k or 12k eur."),
        )
    return found


def read_money(text: str, currency: str, *, decimal: str = "") -> Money | None:
    """Like `parse_money`, but None when the text is no amount; InvalidError only for one that cannot be
    kept.
    """
    match = _AMOUNT.fullmatch(_join_groups(text.strip()))
    if match is None or (match["sign"] and match["sign2"]):
        return None
    unit = _unit(match["after"], currency)
    before = _find_currency(match["before"], currency) if match["before"] else ""
    if unit is None or before is None or (before and unit[1]):
        return None
    scale, after = unit
    code = before or after or currency
    # A currency with three decimals is written so: 1.250 KWD is one dinar and a quarter.
    number = parse_decimal(match["number"], decimal=decimal, scaled=scale > 0 or minor_digits(code) == 3)
    if number is None:
        return None
    if "-" in (sign := (match["sign"] + match["sign2"]).replace("−", "-")) and sign:
        number = -number
    return Money(to_minor(number.scaleb(scale), code), code)


def _join_groups(text: str) -> str:
    import re

    return re.sub(r"(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))", "", text)


def _unit(text: str, default: str) -> tuple[int, str] | None:
    """(power of ten, currency or "") of what follows the number: `k`, `k eur`, `keur`, `eur`, `MFt`."""
    word = fold("".join(text.split()))
    if word in _SCALES and word != "e":
        return _SCALES[word], ""
    if (code := _find_currency(word, default)) is not None:
        return 0, code
    for length in range(len(word) - 1, 0, -1):
        if word[:length] in _SCALES and (code := _find_currency(word[length:], default)) is not None:
            return _SCALES[word[:length]], code
    return None


def format_money(minor: int, currency: str, *, short: bool = False) -> str:
    """`€12,000`, `€12,000.50`, `12,000 Ft`; short `€950`, `€3.4k`, `€48k`, `€1.86M`. Halves round away from
    0.
    """
    amount, kept = abs(minor), minor_digits(currency)
    sign = "-" if minor < 0 else ""
    figure = _short(amount, kept) if short and _rounded(amount, kept) >= 1000 else ""
    if not figure:
        digits = _DISPLAY_DIGITS.get(currency, kept)
        shown = _rounded(amount, kept - digits)
        whole = shown % 10**digits == 0
        figure = f"{shown // 10**digits:,}" if whole else _fixed(shown, digits)
        if not shown:
            sign = ""
    if currency in _SIGN_AFTER:
        return f"{sign}{figure} {_SIGN_AFTER[currency]}"
    before = _SIGN_BEFORE.get(currency)
    return f"{sign}{before}{figure}" if before else f"{sign}{figure} {currency}"


def _rounded(number: int, places: int) -> int:
    """A number above 0 without its last digits, halves away from 0."""
    one: int = 10**places
    return (2 * number + one) // (2 * one)


def _short(amount: int, kept: int) -> str:
    for power, letter, digits in ((3, "k", (1, 0, 0)), (6, "M", (2, 1, 0)), (9, "B", (2, 1, 0))):
        one = 10 ** (power + kept)
        places = digits[0] if amount < 10 * one else digits[1] if amount < 100 * one else digits[2]
        shown = _rounded(amount, power + kept - places)
        if shown < 1000 * 10**places or letter == "B":
            text = _fixed(shown, places)
            return (text.rstrip("0").rstrip(".") if places else text) + letter
    raise AssertionError(amount)
