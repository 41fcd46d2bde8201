"""Encodings, separators and headers of files that were not made for this program."""

from collections.abc import Callable
from pathlib import Path

import pytest

from salesdesk.exchange.decoding import detect
from salesdesk.exchange.reading import Options, examine, records
from salesdesk.exchange.table import layout, rows, vote

Write = Callable[..., Path]

_HU = "Név;Cég;E-mail\nKovács Ágnes;Tűzoltó Őrház Kft.;a@x.example\nSzűcs Győző;Árvíztűrő Zrt.;b@x.example\n"
_DE = "Name;Firma;E-Mail\nJürgen Größe;Straßenbau Köln;a@x.example\nKäthe Höß;Übung AG;b@x.example\n"


@pytest.mark.parametrize(
    ("text", "encoding", "country"),
    [
        (_HU, "utf-8", None),
        (_HU, "utf-8-sig", None),
        (_HU, "cp1250", None),
        (_HU, "iso8859-2", "HU"),
        (_HU, "cp852", None),
        (_HU, "cp852", "HU"),
        (_HU, "utf-16", None),
        (_HU, "utf-16-le", None),
        (_HU, "utf-16-be", None),
        (_DE, "cp1252", None),
        (_DE, "cp850", "DE"),
        (_DE, "utf-16", None),
        ("Имя;Город\nИван;Москва\nПётр;Тверь\n", "cp1251", None),
    ],
)
def test_the_letters_come_out_right_in_every_encoding(
    write: Write, text: str, encoding: str, country: str | None
) -> None:
    path = write(text, encoding=encoding)
    plan = layout(path, detect(path, country=country))
    read = [list(plan.header), *(row for _, row in rows(plan))]
    assert read == [line.split(";") for line in text.strip().split("\n")]


def test_a_guessed_encoding_is_said_with_the_first_accented_values(write: Write) -> None:
    report = examine([write(_HU, encoding="cp1250")])[0]
    assert not report.encoding_sure
    assert "Kovács Ágnes" in report.accented
    assert examine([write(_HU)])[0].encoding_sure


def test_an_almost_utf8_file_keeps_its_rows_and_names_the_damaged_one(write: Write) -> None:
    good = "".join(f"Kovács Ágnes {i},a{i}@x.example\n" for i in range(50))
    report = examine([write(("név,email\n" + good).encode() + b"Kov\xe1cs B,b@x.example\n")])[0]
    read = list(records(report))
    assert read[0].values["name"] == "Kovács Ágnes 0"
    assert [r.line for r in read if r.problems] == [52]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n", ";"),
        ("1,5;2,5;3,5\n4,5;5,5;6,5\n", ";"),
        ("name\tnote\nAnn\tone, two; three\nBo\tx\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("a^b\n1^2\n", "^"),
        ("a:b\n1:2\n", ":"),
        ("start,end\n10:00:00,11:00:00\n12:00:00,13:00:00\n", ","),
        ('name;text\nAnn;"a, b, c"\nBo;"d, e"\n', ";"),
        ("name,ids\nAnn,1;2;3\nBo,4;5\n", ","),
        ("email\na@x.example\nb@x.example\n", ","),
    ],
)
def test_the_separator_is_voted_by_parsing(text: str, delimiter: str) -> None:
    assert vote(text)[0] == delimiter


def test_excels_separator_line_decides_and_lines_still_count(write: Write) -> None:
    report = examine([write("sep=;\r\nname;email\r\nAnn, Lee;ann@x.example\r\n")])[0]
    assert report.delimiter == ";"
    assert report.layout.header_line == 2
    (record,) = records(report)
    assert record.line == 3
    assert record.values["name"] == "Ann, Lee"


def test_a_report_with_title_and_footer_lines(write: Write) -> None:
    text = (
        "Opportunity Report\n\nGenerated,2026-01-01\n\n"
        "Opportunity Name,Opportunity Owner,Account Name,Stage,Close Date,Amount\n"
        "Pumps,Ann Lee,Acme,Proposal,13/02/2026,100\nValves,Bo Ray,Beta,Closed Won,01/02/2026,300\n"
        "\nGrand Totals (2 records)\nConfidential Information - Do Not Distribute\n"
    )
    report = examine([write(text)])[0]
    assert (report.kind, report.preset, report.layout.header_line) == ("deal", "salesforce report", 5)
    read = list(records(report))
    assert [r.refused for r in read] == [False, False, True, True]
    assert read[2].problems[0].value == "Grand Totals (2 records)"


def test_repeated_and_missing_header_names(write: Write) -> None:
    report = examine([write("name,email,Email,,email\nAnn,a@x.example,b@x.example,blue,c@x.example\n")])[0]
    assert report.header == ("name", "email", "Email (2)", "4", "email (3)")
    (record,) = records(report)
    assert record.custom == {"Email (2)": "b@x.example", "4": "blue", "email (3)": "c@x.example"}


def test_old_mac_line_ends_blank_lines_and_trailing_separators(write: Write) -> None:
    report = examine([write("name,email,,\r\rAnn,ann@x.example,,\r,,,\rBo,bo@x.example,,\r")])[0]
    assert report.header == ("name", "email")
    assert [(r.line, r.values["name"]) for r in records(report)] == [(3, "Ann"), (5, "Bo")]


def test_no_header_is_noticed_or_said(write: Write) -> None:
    assert examine([write("7,Ann,2026-01-02\n8,Bo,2026-02-03\n")])[0].no_header
    assert not examine([write("Name,Town\nAnn,Rome\nBo,Oslo\n")])[0].no_header
    said = examine([write("Ann,Rome\nBo,Oslo\n")], Options(no_header=True))[0]
    assert said.header == ("1", "2")
    assert said.rows == 2


def test_empty_columns_are_named_and_make_no_field(write: Write) -> None:
    report = examine([write("name,email,fax,shoe\nAnn,a@x.example,,42\nBo,b@x.example,,\n")])[0]
    assert report.empty_columns == ("fax",)
    assert report.unmapped == ("shoe",)
