"""Numbers, dates and flags: decided per column, never per cell; what stays open is asked."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.exchange.days import day_evidence, read_day, read_instant, read_month
from salesdesk.exchange.reading import Options, examine, records
from salesdesk.exchange.values import decide_decimal, decide_order, read_flag, read_number

Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("text", "decimal", "number", "currency"),
    [
        ("1,200.50", ".", "1200.50", None),
        ("1.200,50", ",", "1200.50", None),
        ("€ 1.200,-", ",", "1200", "EUR"),
        ("1 200 000 Ft", ",", "1200000", "HUF"),
        ("1'200.50", ".", "1200.50", None),
        ("(1,200)", ".", "-1200", None),
        ("-5", ".", "-5", None),
        ("−5", ".", "-5", None),
        ("$-3.20", ".", "-3.20", "USD"),
        ("USD 500", ".", "500", "USD"),
        ("12,34,567.00", ".", "1234567.00", None),
        (".5", ".", "0.5", None),
        ("1.2e+06", ".", "1.2E+6", None),
        ("12 zł", ",", "12", "PLN"),
        ("5\u00a0000,00 Kč", ",", "5000.00", "CZK"),
    ],
)
def test_numbers_as_people_write_them(text: str, decimal: str, number: str, currency: str | None) -> None:
    figure = read_number(text, decimal)
    assert figure is not None
    assert figure.number == Decimal(number)
    assert figure.currency == currency


@pytest.mark.parametrize("text", ["", "abc", "1.2.3", "1,2,3", "12 apples", "1,23.5,6", "--", "5 5", "1.5"])
def test_what_is_no_number_under_a_decimal_comma(text: str) -> None:
    assert read_number(text, ",") is None


@given(
    st.decimals(-(10**12), 10**12, places=2),
    st.sampled_from([(".", ","), (",", "."), (",", " "), (".", "'")]),
)
def test_any_amount_comes_back_whatever_its_style(amount: Decimal, style: tuple[str, str]) -> None:
    decimal, thousands = style
    text = f"{amount:,.2f}".replace(",", "\0").replace(".", decimal).replace("\0", thousands)
    figure = read_number(text, decimal)
    assert figure is not None
    assert figure.number == amount


@pytest.mark.parametrize(
    ("values", "sign"),
    [
        (["1.234", "2.345"], "?"),
        (["1.234", "2.5"], "."),
        (["1.234", "2.345.678"], ","),
        (["1,5", "2,25"], ","),
        (["12", "7"], ""),
        (["1.234,50"], ","),
        (["0.012"], "."),
        (["1234.567"], "."),
        (["1,234", "1,234,567"], "."),
    ],
)
def test_one_decimal_sign_for_a_column(values: list[str], sign: str) -> None:
    assert decide_decimal(values) == sign


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["03/04/2026", "05/06/2026"], "?"),
        (["03/04/2026", "25/04/2026"], "dmy"),
        (["03/04/2026", "04/25/2026"], "mdy"),
        (["2026-04-03"], "ymd"),
        (["03.04.2026"], "dmy"),
        (["03/03/2026"], ""),
        (["13/04/2026", "04/13/2026"], "?"),
    ],
)
def test_one_date_order_for_a_column(values: list[str], order: str) -> None:
    assert decide_order(values) == order


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("2026-03-05", "ymd"),
        ("2026/3/5", "ymd"),
        ("2026. 03. 05.", "ymd"),
        ("20260305", "ymd"),
        ("05/03/2026", "dmy"),
        ("3/5/2026", "mdy"),
        ("5.3.2026", "ymd"),
        ("05.03.26", "dmy"),
        ("26-03-05", "ymd"),
        ("2026. március 5.", "ymd"),
        ("5. März 2026", "ymd"),
        ("March 5, 2026", "ymd"),
        ("5 Mar 2026", "ymd"),
        ("05-Mar-26", "ymd"),
        ("Mar 5th, 2026", "ymd"),
        ("Thu, 05 Mar 2026", "ymd"),
        ("2026-03-05T10:11:12Z", "ymd"),
        ("2026-03-05 10:11", "ymd"),
        ("3/5/2026 10:11 PM", "mdy"),
        ("46086", "ymd"),
        ("1772668800", "ymd"),
        ("5 de marzo de 2026", "ymd"),
        ("2026. március 5-én", "ymd"),
    ],
)
def test_days_as_people_write_them(text: str, order: str) -> None:
    assert read_day(text, order, serials=True) == date(2026, 3, 5)


@pytest.mark.parametrize("text", ["2026-02-30", "99/99/2026", "yesterday", "12", "2026-13-01", "0000-00-00", "5"])
def test_what_is_no_day(text: str) -> None:
    assert read_day(text, "dmy") is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["ymd", "dmy", "mdy"]))
def test_any_day_comes_back_in_its_order(day: date, order: str) -> None:
    text = day.strftime({"ymd": "%Y-%m-%d", "dmy": "%d/%m/%Y", "mdy": "%m/%d/%Y"}[order])
    assert read_day(text, order) == day
    assert day_evidence(text) in (order, "?", "")


@given(st.datetimes(datetime(1970, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC)))
def test_any_instant_comes_back(instant: datetime) -> None:
    assert read_instant(instant.isoformat()) == instant


def test_an_instant_belongs_to_its_zone_and_a_month_is_its_first_day() -> None:
    assert read_instant("2026-03-05T23:30:00-05:00") == datetime(2026, 3, 6, 4, 30, tzinfo=UTC)
    for text in ("2026-03", "03/2026", "March 2026", "2026 március", "Mar-2026"):
        assert read_month(text) == date(2026, 3, 1)


def test_flags() -> None:
    assert [read_flag(t) for t in ("TRUE", "True", "yes", "igen", "Ja", "1")] == [True] * 6
    assert [read_flag(t) for t in ("FALSE", "no", "nem", "0")] == [False] * 4
    assert read_flag("perhaps") is None


def test_03_04_alone_is_asked_and_the_answer_used(write: Write) -> None:
    path = write("deal name,stage,close date,amount\nA,Won,03/04/2026,5\nB,Lost,05/06/2026,6\n")
    assert [u.option for u in examine([path])[0].undecided] == ["--dates"]
    report = examine([path], Options(dates="mdy"))[0]
    assert [r.values["close_on"] for r in records(report)] == [date(2026, 3, 4), date(2026, 5, 6)]
    report = examine([path], Options(dates="dmy"))[0]
    assert next(records(report)).values["close_on"] == date(2026, 4, 3)


def test_another_column_of_the_file_answers_for_a_column_that_does_not(write: Write) -> None:
    path = write("deal name;stage;created;close date;value;probability\nA;Won;03/04/2026;25/12/2026;1.234;0,5\n")
    report = examine([path])[0]
    assert (report.dates, report.decimal, report.undecided) == ("dmy", ",", ())
    (record,) = records(report)
    assert record.values["opened_on"] == date(2026, 4, 3)
    assert record.values["value"] == Decimal(1234)


def test_1_234_alone_is_asked(write: Write) -> None:
    path = write("deal name;stage;value\nA;Won;1.234\nB;Lost;5.678\n")
    assert [u.option for u in examine([path])[0].undecided] == ["--decimal"]
    report = examine([path], Options(decimal=","))[0]
    assert next(records(report)).values["value"] == Decimal(1234)


def test_currency_from_the_value_or_the_header(write: Write) -> None:
    path = write("deal name;stage;value\nA;Won;€ 5\nB;Lost;7 Ft\n")
    assert [r.values["currency"] for r in records(examine([path])[0])] == ["EUR", "HUF"]
    path = write("deal name;stage;amount_usd\nA;Won;5\n")
    assert next(records(examine([path])[0])).values["currency"] == "USD"


def test_probabilities_are_ratios_however_written(write: Write) -> None:
    for cells in (("40%", "5%"), ("40", "5"), ("0.4", "0.05")):
        path = write(f"deal name;stage;probability\nA;Offer;{cells[0]}\nB;Offer;{cells[1]}\n")
        assert [r.values["probability"] for r in records(examine([path])[0])] == [
            Decimal("0.4"),
            Decimal("0.05"),
        ]


def test_local_times_are_of_the_workspace_zone(write: Write) -> None:
    path = write(
        "Record ID,Deal Name,Deal Stage,Create Date,Close Date\n1,A,closedwon,2026-01-05 00:30,2026-02-01 00:00\n"
    )
    report = examine([path], Options(time_zone="Europe/Budapest"))[0]
    (record,) = records(report)
    assert record.values["opened_on"] == datetime(2026, 1, 4, 23, 30, tzinfo=UTC)
    assert record.values["close_on"] == date(2026, 2, 1)
