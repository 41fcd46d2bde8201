"""The note of a touch; now is Monday 23 November 2026, 09:12."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.language.touch import TouchNote, read_note, read_when

NOW = datetime(2026, 11, 23, 9, 12)


def said(text: str) -> dict[str, Any]:
    """What is not empty of a note."""
    note = read_note(text, NOW)
    return {name: str(value) for name in TouchNote.__slots__ if (value := getattr(note, name))}


CASES: list[tuple[str, dict[str, str]]] = [
    ("wants the security pack", {"note": "wants the security pack"}),
    ("in 12m wants 20 chairs", {"direction": "in", "minutes": "12", "note": "wants 20 chairs"}),
    ("12m in", {"direction": "in", "minutes": "12"}),
    ("in, she called back", {"direction": "in", "note": "she called back"}),
    ("bejövő, visszahívott", {"direction": "in", "note": "visszahívott"}),
    ("1h 30m, wants ROI", {"minutes": "90", "note": "wants ROI"}),
    ("20 perc az árakról", {"minutes": "20", "note": "az árakról"}),
    # Everyday words stay words.
    ("in March they decide", {"note": "in March they decide"}),
    ("out of budget", {"note": "out of budget"}),
    ("12 months contract", {"note": "12 months contract"}),
    ("24h support is what they want", {"note": "24h support is what they want"}),
    ("at Acme they use Excel", {"note": "at Acme they use Excel"}),
    ("at noon they are out", {"note": "at noon they are out"}),
    ("at yesterday 15:00, she agreed", {"on": "2026-11-22", "time": "15:00:00", "note": "she agreed"}),
    ("at fri 15:00 she agreed", {"on": "2026-11-20", "time": "15:00:00", "note": "she agreed"}),
    ("at tegnap du 3-kor beszéltünk", {"on": "2026-11-22", "time": "15:00:00", "note": "beszéltünk"}),
    ("at 8:30", {"on": "2026-11-23", "time": "08:30:00"}),
    ("at today, done", {"on": "2026-11-23", "time": "09:12:00", "note": "done"}),
    # To come, and meant so: logging refuses it.
    ("at 15:00, done", {"on": "2026-11-23", "time": "15:00:00", "note": "done"}),
    ('"churn spikes every Q3" wants ROI', {"quote": "churn spikes every Q3", "note": "wants ROI"}),
    ('wants ROI, "churn spikes every Q3"', {"quote": "churn spikes every Q3", "note": "wants ROI"}),
    ('"churn spikes every Q3', {"quote": "churn spikes every Q3"}),
    ("b: churn spikes every Q3", {"quote": "churn spikes every Q3"}),
    ('wants ROI b: "churn spikes"', {"quote": "churn spikes", "note": "wants ROI"}),
    ("„drága nekünk ez” mondta", {"quote": "drága nekünk ez", "note": "mondta"}),
    ('"too dear" and "too late"', {"quote": "too dear … too late", "note": "and"}),
    # Inside a sentence the words stay, so that it still reads.
    ('she said "in May maybe" and hung up', {"quote": "in May maybe", "note": 'she said "in May maybe" and hung up'}),
    ('they use "Excel" for this', {"note": 'they use "Excel" for this'}),
    ('"Maybe"', {"quote": "Maybe"}),
    ('first line\n"their line\nlast', {"quote": "their line", "note": "first line\n\nlast"}),
    (
        'in 12m at yesterday 15:00 "churn spikes" wants ROI',
        {"direction": "in", "minutes": "12", "on": "2026-11-22", "time": "15:00:00", "quote": "churn spikes",
         "note": "wants ROI"},
    ),
    ('""', {}),
    ("b:", {"note": "b:"}),
    ("", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_notes(text: str, wanted: dict[str, str]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize("text", ["", "sometime", "9", "31feb 15:00"])
def test_what_is_no_moment(text: str) -> None:
    assert read_when(text, NOW) is None


_PARTS = ["in", "out", "12m", "1h", "at", "yesterday", "15:00", ",", "b:", '"', "“", "”", "wants", "20", "chairs", "\n"]


@given(st.lists(st.sampled_from(_PARTS), max_size=10).map(" ".join) | st.text(max_size=60))
def test_no_note_raises_and_no_word_is_lost(text: str) -> None:
    note = read_note(text, NOW)
    kept = f"{note.note} {note.quote}"
    for word in ("wants", "chairs"):
        assert kept.count(word) >= text.split().count(word)
    if not (note.direction or note.minutes or note.on):
        signs = str.maketrans(dict.fromkeys('"“”„«»,;:… .', ""))
        assert set("".join(text.split()).translate(signs)) <= set("".join(kept.split()) + "b:")
