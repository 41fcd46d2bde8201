"""What is no list of records, or a broken one: one clear sentence, or every odd row with its line."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.errors import ExitCode, InvalidError
from salesdesk.exchange.reading import ImportStoppedError, Options, examine, records

Write = Callable[..., Path]


def said(path: Path, **options: object) -> str:
    with pytest.raises(InvalidError) as caught:
        for report in examine([path], Options(**options)):  # type: ignore[arg-type]
            list(records(report))
    assert caught.value.exit_code == ExitCode.INVALID
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_picture_named_csv(write: Write) -> None:
    assert "PNG picture" in said(write(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20))


def test_random_bytes(write: Write) -> None:
    assert "binary" in said(write(bytes(range(256)) * 40))


def test_a_folder_an_empty_file_a_missing_file_and_only_blank_lines(tmp_path: Path, write: Write) -> None:
    assert "folder" in said(tmp_path)
    assert "empty" in said(write(""))
    assert "no file" in said(tmp_path / "absent.csv")
    assert "blank" in said(write("\n\n \n", "blank.csv"))
    assert "blank" in said(write(b"\xef\xbb\xbf", "bom.csv"))


def test_a_file_that_vanishes_or_changes_between_preview_and_import(write: Write) -> None:
    path = write("name,email\nAnn,ann@x.example\n")
    report = examine([path])[0]
    path.write_text("name,email\nAnn,ann@x.example\nBo,bo@x.example\n")
    with pytest.raises(InvalidError, match="changed"):
        list(records(report))
    path.unlink()
    with pytest.raises(InvalidError, match="no file"):
        list(records(report))


def test_ten_thousand_columns(write: Write) -> None:
    wide = ",".join(f"c{i}" for i in range(10_000))
    assert "10,000 columns" in said(write(f"{wide}\n{wide}\n"))


def test_an_unclosed_quote_names_its_line(write: Write) -> None:
    text = 'name,email\nAnn,ann@x.example\n"Bo,bo@x.example\nCy,cy@x.example\n'
    assert "line 3 opens a quote that is never closed" in said(write(text))
    text = 'name,email\n"Ann"a,ann@x.example\n'
    assert "line 2" in said(write(text))


def test_a_cell_of_a_megabyte_refuses_its_row_only(write: Write) -> None:
    path = write("name,email,hobby\nAnn,ann@x.example,x\nBo,bo@x.example," + "y" * 1_000_000 + "\nCy,cy@x.example,z\n")
    read = list(records(examine([path])[0]))
    assert [r.refused for r in read] == [False, True, False]
    problem = read[1].problems[0]
    assert (problem.line, problem.column, problem.severity) == (3, "hobby", "refused")
    assert "1,000,000" in problem.reason
    assert len(problem.value) <= 200


def test_notes_may_be_longer_than_other_text(write: Write) -> None:
    long, longer = "n" * 50_000, "n" * 100_001
    path = write(f"name,email,notes\nAnn,ann@x.example,{long}\nBo,bo@x.example,{longer}\n")
    first, second = records(examine([path])[0])
    assert first.values["notes"] == long
    assert second.refused


def test_json_and_web_pages_are_named(write: Write) -> None:
    assert "JSON" in said(write('[{"name": "Ann"}]'))
    assert "web page" in said(write("<!DOCTYPE html><table></table>"))


def test_options_that_make_no_sense(write: Write) -> None:
    path = write("name,email\nAnn,ann@x.example\n")
    assert "--encoding" in said(path, encoding="klingon")
    assert "--delimiter" in said(path, delimiter="ab")
    assert "not ascii throughout" in said(write("név,email\nÁnn,a@x.example\n"), encoding="ascii")


def test_ragged_rows_are_reported_with_their_lines_and_counted(write: Write) -> None:
    path = write('name,email,city\n"Ann\nLee",ann@x.example\nBo,bo@x.example,Rome,extra\nCy,cy@x.example,Oslo,\n')
    report = examine([path])[0]
    assert (report.rows, report.ragged) == (3, 2)
    read = list(records(report))
    assert [r.line for r in read] == [2, 4, 5]
    assert [[p.severity for p in r.problems] for r in read] == [["warning"], ["refused"], []]
    assert read[1].problems[0].value == "extra"
    assert [p.line for p in report.problems] == [2, 4]


def test_nothing_is_silently_dropped(write: Write) -> None:
    path = write("name,email,created,score\nAnn,no mail here,someday,many\nBo,a@x.example; b@x.example,2026-01-02,5\n")
    first, second = records(
        examine(
            [path],
            Options(kind="lead", mapping={"score": "score", "email": "email", "created": "created_on"}),
        )[0]
    )
    assert first.values == {"name": "Ann"}
    assert first.custom == {"email": "no mail here", "created": "someday", "score": "many"}
    assert [p.reason for p in first.problems] == ["not a mail address", "not a date", "not a whole number"]
    assert second.values["email"] == "a@x.example"
    assert second.custom == {"email": "b@x.example"}


def test_hostile_text_is_harmless(write: Write) -> None:
    path = write("name,email,x\nAnn\x1b]0;owned\x07 Lee,ann@x.example,\u202egnp.exe\x00\n'=1+1,b@x.example,'+36 1\n")
    first, second = records(examine([path])[0])
    assert first.values["name"] == "Ann Lee"
    assert first.custom["x"] == "gnp.exe"
    assert second.values["name"] == "=1+1"
    assert second.custom["x"] == "+36 1"


def test_cancelling_stops_cleanly_and_progress_is_told(write: Write) -> None:
    path = write("name,email\n" + "".join(f"P{i},p{i}@x.example\n" for i in range(5_000)))
    told: list[int] = []
    report = examine([path], progress=told.append)[0]
    assert told[-1] == 5_000
    with pytest.raises(ImportStoppedError) as caught:
        list(records(report, should_stop=lambda: True))
    assert caught.value.exit_code == ExitCode.INTERRUPTED


def test_every_messy_file_is_read_or_refused_in_one_sentence(data: Path) -> None:
    for path in sorted((data / "csv-messy").rglob("*")):
        try:
            report = examine([path])[0]
        except InvalidError as error:
            assert error.hint, path
            continue
        if report.kind is None:
            assert report.undecided[0].option == "--kind", path
        named = examine([path], Options(kind="lead", dates="ymd", decimal="."))[0]
        assert sum(1 for _ in records(named)) == named.rows, path


def test_messy_files_are_read_right(data: Path) -> None:
    def read(file: str) -> list[dict[str, str]]:
        report = examine([data / "csv-messy" / file], Options(kind="cost", mapping={}, no_header=False))[0]
        return [{**{k: str(v) for k, v in r.values.items()}, **r.custom} for r in records(report)]

    assert read("csv-spectrum/csvs/newlines_crlf.csv")[1]["a"] == "Once upon\na time".replace("upon", "upon ")
    assert read("csv-spectrum/csvs/escaped_quotes.csv")[0]["b"] == 'ha "ha" ha'
    assert read("csvkit/mac_newlines.csv")[1]["b"] == "5"
    assert read("csvkit/test_utf16_little.csv")[1]["c"] == "ʤ"
    assert read("csvkit/test_latin1.csv")[1]["c"] == "©"
    assert read("frictionless/iso8859.csv")[0]["Country Name"] == "Réunion"
    assert read("frictionless/western-macos-roman.csv")[0]["Country Name"] == "Réunion"
    assert examine([data / "csv-messy/csvkit/bad_skip_lines.csv"])[0].header == (
        "column_a",
        "column_b",
        "column_c",
    )
    assert examine([data / "csv-messy/csvkit/test_header_newline.csv"])[0].header == ("start end", "b", "c")


def test_a_hundred_thousand_rows_take_seconds(write: Write) -> None:
    lines = (f"D{i},Deal {i},Acc {i % 900},Won,2026-01-{i % 28 + 1:02d},{i % 999}.50\n" for i in range(100_000))
    path = write("deal id,deal name,account,stage,close date,amount\n" + "".join(lines))
    begin = time.perf_counter()
    assert sum(not r.problems for r in records(examine([path])[0])) == 100_000
    assert time.perf_counter() - begin < 10  # about 1.2 s on an idle machine


_CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=400), st.lists(st.lists(_CELLS, max_size=6), max_size=6)))
def test_no_file_makes_it_stumble(tmp_path: Path, content: bytes | list[list[str]]) -> None:
    path = tmp_path / "any.csv"
    raw = content if isinstance(content, bytes) else "\n".join(",".join(row) for row in content).encode()
    path.write_bytes(raw)
    for kind in (None, "lead", "deal", "cost"):
        try:
            report = examine([path], Options(kind=kind, dates="dmy", decimal=","))[0]
            if report.kind is not None:
                assert sum(1 for _ in records(report)) == report.rows
        except InvalidError as error:
            assert error.hint


@pytest.mark.parametrize("cell", ["a" * 9_000, "[" * 9_000, "1" * 9_000, "a@" * 4_000, "٣" * 50, "²", " 1" * 4_000])
def test_no_cell_takes_long_or_makes_it_stumble(write: Write, cell: str) -> None:
    names = ("email", "phone", "score", "value", "created_on", "tags", "do_not_contact", "notes")
    path = write(",".join(names) + "\n" + ",".join([cell] * len(names)) + "\n")
    begin = time.perf_counter()
    said = Options(kind="lead", mapping={n: n for n in names}, dates="dmy", decimal=".")
    (record,) = records(examine([path], said)[0])
    assert not record.refused
    assert set(record.values) | set(record.custom) >= {"notes", "email"}
    assert time.perf_counter() - begin < 2
