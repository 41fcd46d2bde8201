"""A period without `period:` is a word to look for, and the answer says so."""

import json

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["q3"], ["'q3' is looked for as a word; period:q3 asks for the period."]),
        (["last month"], ["""'last month' is looked for as a word; period:"last month" asks for the period."""]),
        (["period:q3", "2026"], ["'2026' is looked for as a word; period:2026 asks for the period."]),
        (
            ["status:open", "2026-Q3", "anna"],
            ["'2026-Q3' is looked for as a word; period:2026-Q3 asks for the period."],
        ),
        (["anna", "period:q3"], []),
        (["period:last-month"], []),
    ],
)
def test_a_period_that_is_looked_for_as_a_word(desk_file: object, run: Run, words: list[str], said: list[str]) -> None:
    notes = json.loads(run("kpi", "show", *words, "--json").out).get("notes", [])
    assert [note for note in notes if "looked for" in note] == said
