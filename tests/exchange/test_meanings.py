"""Stages, statuses, outcomes and near names; CSV that no spreadsheet runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.exchange.closeness import Catalogue, distance
from salesdesk.exchange.csv_out import formula_safe, unguarded, write_csv
from salesdesk.exchange.stages import (
    activity_kind,
    activity_outcome,
    call_direction,
    lead_status_meaning,
    order_stages,
    stage_meaning,
)


@pytest.mark.parametrize(
    ("meaning", "labels"),
    [
        ("won", "Won|closedwon|Closed Won|Megnyert|Nyert|Gewonnen|CLOSED_WON|Deal won!|Closed - Won"),
        ("lost", "Lost|closedlost|Closed Lost|Elveszett|Elvesztett|Verloren|closed-lost|No decision|Not won"),
        (
            "open",
            "Prospecting|Engaging|qualifiedtobuy|Ajánlat|Angebot|Negotiation|Contract Sent|Wonderland visit",
        ),
    ],
)
def test_won_and_lost_are_known_by_meaning(meaning: str, labels: str) -> None:
    assert [stage_meaning(label) for label in labels.split("|")] == [meaning] * len(labels.split("|"))


@pytest.mark.parametrize(
    "labels",
    [
        "Prospecting|Engaging|Won|Lost",
        "Qualified|Contact Made|Demo Scheduled",
        "Prospecting|Qualification|Needs Analysis|Value Proposition|Id. Decision Makers|Proposal/Price Quote"
        "|Negotiation/Review|Closed Won|Closed Lost",
        "Új|Kapcsolatfelvétel|Igényfelmérés|Ajánlat|Tárgyalás|Szerződés|Megnyert|Elveszett",
        "Neu|Qualifiziert|Angebot|Verhandlung|Gewonnen|Verloren",
        "1 - Zulu|2 - Alpha|10 - Mike|Won",
    ],
)
def test_unknown_stages_get_a_sensible_order(labels: str) -> None:
    expected = labels.split("|")
    found = [guess.label for guess in order_stages(reversed(expected))]
    if expected[0] == "Qualified":
        expected = ["Contact Made", "Qualified", "Demo Scheduled"]
    assert found == expected
    assert [guess.place for guess in order_stages(expected)] == list(range(1, len(expected) + 1))


def test_the_same_stage_written_twice_is_one() -> None:
    assert [g.label for g in order_stages(["Closed Won", "closed won", "CLOSED_WON", "New"])] == [
        "New",
        "Closed Won",
    ]


def test_lead_statuses_kinds_outcomes_and_directions() -> None:
    for label in (
        "New",
        "Working - Contacted",
        "Open - Not Contacted",
        "Nurture",
        "Új",
        "OPEN",
        "Attempted to Contact",
    ):
        assert lead_status_meaning(label) == "open", label
    for label in ("Converted", "Qualified", "Closed - Converted", "yes", "OPEN_DEAL"):
        assert lead_status_meaning(label) == "converted", label
    for label in (
        "Unqualified",
        "Disqualified",
        "Junk",
        "Closed - Not Converted",
        "no",
        "Bad Timing",
        "Dead",
    ):
        assert lead_status_meaning(label) == "closed", label
    assert [activity_kind(x) for x in ("Phone call", "E-mail", "Hívás", "Besprechung", "Notiz", "???")] == [
        "call",
        "mail",
        "call",
        "meeting",
        "note",
        "task",
    ]
    assert [activity_outcome(x) for x in ("Left voicemail", "No answer", "Connected", "busy", "purple")] == [
        "voicemail",
        "no answer",
        "connected",
        "busy",
        None,
    ]
    assert [call_direction(x) for x in ("INBOUND", "Outgoing", "?")] == ["inbound", "outbound", None]


def test_near_names_are_found_and_two_equally_near_are_not_guessed() -> None:
    catalogue = Catalogue(["GTX Pro", "GTX Basic", "MG Special", "Acme Ltd.", "Model 2", "Model 3", "Karen", "Karin"])
    exact = catalogue.find("gtx pro")
    assert exact is not None
    assert exact.exact
    near = catalogue.find("GTXPro")
    assert near is not None
    assert (near.name, near.exact) == ("GTX Pro", False)
    assert [
        m.name if (m := catalogue.find(n)) else None for n in ("MG Specail", "Acme", "Model 4", "Karon", "GTX", "")
    ] == [
        "MG Special",
        "Acme Ltd.",
        None,
        None,
        None,
        None,
    ]


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_distance_is_symmetric_and_zero_only_for_equals(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)
    assert distance(one, other, 1) in (distance(one, other, 9), 2)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd",
        "-2+3",
        "-2 EURO",
        "-2 EUR+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "'=1",
    ],
)
def test_formulas_are_guarded(text: str) -> None:
    assert formula_safe(text).startswith("'")
    assert unguarded(formula_safe(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "-5",
        "+36 30 123 4567",
        "-1.5",
        "1,200",
        "",
        "plain",
        "a=b",
        "'tis",
        "-12 %",
        "-1395.14 EUR",
        "+1 (555) 010-2030",
    ],
)
def test_numbers_and_phones_stay(text: str) -> None:
    assert formula_safe(text) == text


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(formula_safe(text)) == text


def test_written_csv_reads_back() -> None:
    file = io.StringIO()
    assert write_csv(file, ["name", "n"], [['=x, "y"', 5], [None, -2], ["two\nlines", 1.5]]) == 3
    read = list(csv.reader(io.StringIO(file.getvalue())))
    assert read == [["name", "n"], ['\'=x, "y"', "5"], ["", "-2"], ["two\nlines", "1.5"]]
