"""Lines as people type them, English and Hungarian, and what each is taken for; no word is ever lost."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.dates import Calendar
from salesdesk.domain.language.capture import parse_capture
from salesdesk.domain.language.pieces import Capture, tokens

TODAY, NOW = date(2026, 11, 23), time(9, 12)
_FIELDS = (
    "kind", "given", "family", "company", "role", "phone", "mail", "domain", "day", "time", "duration", "amount", "tags",
    "owner", "priority", "source", "next", "title",
)  # fmt: skip
_TEXT = Path(__file__).with_name("captures.txt").read_text(encoding="utf-8")
LINES = [line.split(" | ") for line in _TEXT.splitlines() if not line.startswith("#")]
# Words that part names from each other are not said again.
_LINKS = {"add", "at", "of", "with", "to", "for", "from"}


def read(text: str) -> Capture:
    """A line, read at the desk of these tests."""
    return parse_capture(text, TODAY, calendar=Calendar("dmy"), sources=("Website",), now=NOW, verbs={"lunch": "lunch"})


def said(capture: Capture) -> str:
    """What is understood, as the corpus writes it."""
    found = []
    for name in _FIELDS:
        if value := getattr(capture, name):
            shown = ",".join(value) if name == "tags" else str(value).removesuffix(":00" if name == "time" else "\0")
            found.append(f"{name}={shown}")
    return "; ".join(found)


@pytest.mark.parametrize(("text", "wanted"), LINES, ids=[line[0] for line in LINES])
def test_a_line_of_the_corpus(text: str, wanted: str) -> None:
    assert said(read(text)) == wanted


def test_a_kind_of_the_workspace_is_a_verb() -> None:
    assert said(read("lunch Anna Lindqvist fri")) == "kind=lunch; given=Anna; family=Lindqvist; day=2026-11-27"


_WORDS = sorted({word for text, _ in LINES for word in text.split()})


@given(st.lists(st.sampled_from(_WORDS), max_size=10).map(" ".join) | st.text(max_size=40))
def test_no_word_is_lost(text: str) -> None:
    capture = read(text)
    if "\n" in text:
        return
    covered = [(piece.start, piece.end) for piece in capture.pieces if piece.label != "title"]
    for word in tokens(text):
        kept = any(start <= word.start and word.end <= end for start, end in covered) or word.text in capture.title
        assert kept or word.is_mark or word.text.lower() in _LINKS, word
