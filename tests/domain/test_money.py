"""Amounts as people type them, and as they are shown."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.money import (
    CURRENCIES,
    Money,
    currency_code,
    format_money,
    major_text,
    minor_digits,
    parse_decimal,
    parse_money,
    to_major,
    to_minor,
)
from salesdesk.errors import InvalidError

TYPED = [
    ("12k", 1_200_000, "EUR"),
    ("1.5m", 150_000_000, "EUR"),
    ("€12,000", 1_200_000, "EUR"),
    ("12k eur", 1_200_000, "EUR"),
    ("12k€", 1_200_000, "EUR"),
    ("EUR 12", 1_200, "EUR"),
    ("12 000 Ft", 1_200_000, "HUF"),
    ("12\u00a0000 Ft", 1_200_000, "HUF"),
    ("1,5 MFt", 150_000_000, "HUF"),
    ("12eFt", 1_200_000, "HUF"),
    ("$12k", 1_200_000, "USD"),
    ("500 jpy", 500, "JPY"),
    ("1.250 kwd", 1_250, "KWD"),
    ("12.000", 1_200_000, "EUR"),
    ("12.50", 1_250, "EUR"),
    ("0.500", 50, "EUR"),
    ("1.234m", 123_400_000, "EUR"),
    ("1.234.567,89", 123_456_789, "EUR"),
    ("12,345.67", 1_234_567, "EUR"),
    ("12'000 CHF", 1_200_000, "CHF"),
    ("-5k", -500_000, "EUR"),
    ("-€24,000", -2_400_000, "EUR"),
    ("€0", 0, "EUR"),
]


@pytest.mark.parametrize(("text", "minor", "currency"), TYPED)
def test_typed_amounts(text: str, minor: int, currency: str) -> None:
    assert parse_money(text, "EUR") == Money(minor, currency)


@pytest.mark.parametrize(
    "text", ["", "abc", "12.", "1,2,3", "5 xyz", "12.3456", "12k k", "1e5", "99999999999999999999"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InvalidError):
        parse_money(text, "EUR")


def test_too_many_decimals_say_so() -> None:
    with pytest.raises(InvalidError, match="more than 0 decimals"):
        parse_money("12.5 jpy", "EUR")


def test_a_dollar_is_the_dollar_of_the_workspace() -> None:
    assert parse_money("$5", "CAD").currency == "CAD"
    assert parse_money("$5", "EUR").currency == "USD"


@pytest.mark.parametrize(("decimal", "expected"), [(".", "1.234"), (",", "1234")])
def test_a_fixed_decimal_sign_settles_it(decimal: str, expected: str) -> None:
    assert parse_decimal("1.234", decimal=decimal) == Decimal(expected)


SHOWN = [
    (1_200_000, "EUR", "€12,000", "€12k"),
    (1_200_050, "EUR", "€12,000.50", "€12k"),
    (186_000_000, "EUR", "€1,860,000", "€1.86M"),
    (340_000, "EUR", "€3,400", "€3.4k"),
    (900_000, "EUR", "€9,000", "€9k"),
    (99_950_000, "EUR", "€999,500", "€1M"),
    (99_999, "EUR", "€999.99", "€1k"),
    (94_999, "EUR", "€949.99", "€949.99"),
    (-2_400_000, "EUR", "-€24,000", "-€24k"),
    (1_234_567, "HUF", "12,346 Ft", "12k Ft"),
    (-1, "HUF", "0 Ft", "0 Ft"),
    (5_000, "JPY", "¥5,000", "¥5k"),
    (5, "KWD", "0.005 KWD", "0.005 KWD"),
    (12_345_678_900_000, "USD", "$123,456,789,000", "$123B"),
]


@pytest.mark.parametrize(("minor", "currency", "whole", "short"), SHOWN)
def test_shown_whole_and_short(minor: int, currency: str, whole: str, short: str) -> None:
    assert format_money(minor, currency) == whole
    assert format_money(minor, currency, short=True) == short


def test_minor_digits_and_codes() -> None:
    assert [minor_digits(code) for code in ("EUR", "HUF", "JPY", "BHD", "CLF")] == [2, 2, 0, 3, 4]
    assert currency_code("ft") == "HUF"
    with pytest.raises(InvalidError, match="'xyz' is not a currency"):
        currency_code("xyz")


@given(st.integers(-(10**15), 10**15), st.sampled_from(sorted(CURRENCIES - {"HUF"})))
def test_what_is_shown_whole_reads_back_exactly(minor: int, currency: str) -> None:
    assert parse_money(format_money(minor, currency), currency, decimal=".") == Money(minor, currency)


@given(st.integers(-(2**63) + 1, 2**63 - 1), st.sampled_from(sorted(CURRENCIES)))
def test_minor_and_major_units_are_exact(minor: int, currency: str) -> None:
    assert to_minor(to_major(minor, currency), currency) == minor
    assert major_text(minor, currency) == str(to_major(minor, currency))


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        found = parse_money(text, "EUR")
    except InvalidError:
        return
    assert abs(found.minor) < 2**63
