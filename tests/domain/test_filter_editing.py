"""The filter line while someone types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.language.editing import complete, fragment, problems, spans, valid_part
from salesdesk.domain.language.printing import to_text

if TYPE_CHECKING:
    from salesdesk.domain.language.fields import Catalogue, Context

VALUES = {
    "status": ["New", "Working", "Nurture"],
    "account": ["Acme Nordic", "Acme Kft"],
    "view": ["hot"],
    "tag": ["hot"],
}


def _source(field: str, _typed: str) -> list[str]:
    return VALUES.get(field, [])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("status:new,open", "field:status op:: value:new op:, value:open"),
        ("-score:60..90", "op:- field:score op:: value:60 op:.. value:90"),
        ("score>=60", "field:score op:>= value:60"),
        ("due:..today", "field:due op::.. value:today"),
        ("score:60..", "field:score op:: value:60 op:.."),
        ("anna +hot -@mine", "word:anna tag:+hot op:- tag:@mine"),
        ('not:"two words"', 'op:not: word:"two words"'),
        ("sort:due,-score", "field:sort op:: value:due op:, value:-score"),
        ("anna due: (x)", "word:anna error:due: error:(x)"),
        ("statu:new", "error:statu op:: value:new"),
    ],
)
def test_every_part_has_its_role(text: str, shown: str, catalogue: Catalogue) -> None:
    assert " ".join(f"{role}:{text[start:end]}" for start, end, role in spans(text, catalogue)) == shown


@given(st.text(max_size=30))
def test_roles_cover_all_but_the_spaces(text: str) -> None:
    at = 0
    for start, end, _ in spans(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("st", ["status:"]),
        ("anna -ow", ["owner:"]),
        ("so", ["sort:"]),
        ("status:n", ["New", "Nurture", "none"]),
        ("status:new,wo", ["Working"]),
        ("account:acme", ['"Acme Nordic"', '"Acme Kft"']),
        ('account:"acme n', ['"Acme Nordic"']),
        ("owner:m", ["me"]),
        ("@h", ["hot"]),
        ("+h", ["hot"]),
        ("sort:-sc", ["-score"]),
        ("due:today..s", []),
    ],
)
def test_completion(text: str, expected: list[str], catalogue: Catalogue) -> None:
    assert complete(text, len(text), catalogue, _source) == expected


def test_a_completion_replaces_the_fragment_before_the_cursor(catalogue: Catalogue) -> None:
    text = "anna status:new,wo +hot"
    cursor = text.index(" +hot")
    part = fragment(text, cursor)
    (word,) = complete(text, cursor, catalogue, _source)
    assert text[: part.start] + word + text[part.end :] == "anna status:new,Working +hot"


def test_each_bad_term_is_told_and_the_good_ones_stay(catalogue: Catalogue, context: Context) -> None:
    text = "owner:me score:abc anna statu:x due:"
    found = problems(text, catalogue, context)
    assert [error.message for error in found] == [
        "'abc' is not a number.",
        "There is no field 'statu'.",
        "A value is missing.",
    ]
    assert [text[error.start : error.end] for error in found[:2]] == ["abc", "statu"]
    assert to_text(valid_part(text, catalogue, context)) == "owner:me anna"


@given(text=st.text(max_size=20), cursor=st.integers(0, 20))
def test_completion_never_raises(text: str, cursor: int, catalogue: Catalogue) -> None:
    part = fragment(text, min(cursor, len(text)))
    assert 0 <= part.start <= part.end <= len(text)
    complete(text, min(cursor, len(text)), catalogue, _source)
