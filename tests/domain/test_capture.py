"""The capture line; today is Monday 23 November 2026."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salesdesk.domain.language.capture import capture_words, parse_capture
from salesdesk.domain.money import Money

TODAY = date(2026, 11, 23)
SHOWN = (
    "kind", "given", "family", "company", "role", "phone", "mail", "domain", "day", "time", "duration",
    "amount", "tags", "owner", "priority", "source", "next", "title",
)  # fmt: skip


def _said(text: str) -> dict[str, Any]:
    capture = parse_capture(text, TODAY, sources=("Trade Fair", "Referral"))
    return {name: str(value) for name in SHOWN if (value := getattr(capture, name))}


CASES: list[tuple[str, dict[str, str]]] = [
    (
        "call Anna Lindqvist Acme Nordic tomorrow 9am 30m #pricing 12k",
        {"kind": "call", "given": "Anna", "family": "Lindqvist", "company": "Acme Nordic",
         "day": "2026-11-24", "time": "09:00:00", "duration": "30", "tags": "('pricing',)",
         "amount": "€12,000"},
    ),
    (
        "12k tomorrow +pricing 9am Anna Lindqvist 30m call",
        {"kind": "call", "given": "Anna", "family": "Lindqvist", "day": "2026-11-24", "time": "09:00:00",
         "duration": "30", "tags": "('pricing',)", "amount": "€12,000"},
    ),
    (
        "call anna acme tue 9am",
        {"kind": "call", "day": "2026-11-24", "time": "09:00:00", "title": "anna acme"},
    ),
    ("add walk-in Anna, wants 20 chairs", {"kind": "walk-in", "given": "Anna", "title": "wants 20 chairs"}),
    (
        "Kovács Anna Acme Kft holnap 9:30 hívás",
        {"kind": "call", "given": "Anna", "family": "Kovács", "company": "Acme Kft", "day": "2026-11-24",
         "time": "09:30:00"},
    ),
    (
        "hívás Kovács Béla, Alföld Bútor Kft. +36 30 123 4567 jövő hétfő",
        {"kind": "call", "given": "Béla", "family": "Kovács", "company": "Alföld Bútor Kft.",
         "phone": "+36 30 123 4567", "day": "2026-11-30"},
    ),
    (
        "találkozó Nagy Péter de 10 1,5 MFt",
        {"kind": "meet", "given": "Péter", "family": "Nagy", "time": "10:00:00", "amount": "1,500,000 Ft"},
    ),
    (
        "Anna Lindqvist at Acme Nordic anna@acme.se from referral",
        {"given": "Anna", "family": "Lindqvist", "company": "Acme Nordic", "mail": "anna@acme.se",
         "domain": "acme.se", "source": "Referral"},
    ),
    (
        "Joost de Vries Havenlog BV demo friday 14h",
        {"kind": "demo", "given": "Joost", "family": "de Vries", "company": "Havenlog BV",
         "day": "2026-11-27", "time": "14:00:00"},
    ),
    (
        "meet Oliver Stone Stone & Sons 30 nov at 3 for 45 minutes @omar !",
        {"kind": "meet", "given": "Oliver", "family": "Stone", "company": "Stone & Sons", "day": "2026-11-30",
         "time": "15:00:00", "duration": "45", "owner": "omar", "priority": "high"},
    ),
    (
        "send Anna proposal €12,000 fri > call back next week",
        {"kind": "send", "given": "Anna", "day": "2026-11-27", "amount": "€12,000", "title": "proposal",
         "next": "call back next week"},
    ),
    ("Alföld Kft Nagy Péter 06 1 234 5678 20 chairs",
     {"given": "Péter", "family": "Nagy", "company": "Alföld Kft", "phone": "06 1 234 5678",
      "title": "20 chairs"}),
    ("Kiss Éva, ügyvezető, Bútor Kft",
     {"given": "Éva", "family": "Kiss", "company": "Bútor Kft", "role": "ügyvezető"}),
    ("visit Anna Kovács 30.11. 10:00 from trade fair",
     {"kind": "visit", "given": "Anna", "family": "Kovács", "day": "2026-11-30", "time": "10:00:00",
      "source": "Trade Fair"}),
    ("mail Anna 12k eur +hot", {"kind": "mail", "given": "Anna", "amount": "€12,000", "tags": "('hot',)"}),
    ("call Anna 12 000 Ft", {"kind": "call", "given": "Anna", "amount": "12,000 Ft"}),
    ("call Anna tomorrow Acme Nordic",
     {"kind": "call", "given": "Anna", "company": "Acme Nordic", "day": "2026-11-24"}),
    ("call Anna +2d", {"kind": "call", "given": "Anna", "day": "2026-11-25"}),
    ("call Jan March 30", {"kind": "call", "given": "Jan", "day": "2027-03-30"}),
    ("call Yo-Yo Ma tomorrow", {"kind": "call", "given": "Yo-Yo", "family": "Ma", "day": "2026-11-24"}),
    ("call Sun Microsystems", {"kind": "call", "given": "Sun", "family": "Microsystems"}),
    ("call anna re: 24/7 support 12.5", {"kind": "call", "title": "anna re: 24/7 support 12.5"}),
    ("demo Acme Kft", {"kind": "demo", "company": "Acme Kft"}),
    ("www.acme.hu Kovács Anna", {"given": "Anna", "family": "Kovács", "domain": "acme.hu"}),
    ("anna@gmail.com", {"mail": "anna@gmail.com"}),
    ("todo send the deck to Anna by friday",
     {"kind": "todo", "day": "2026-11-27", "title": "send the deck to Anna"}),
    ("note Anna prefers mornings", {"kind": "note", "title": "Anna prefers mornings"}),
    ("Buy more chairs", {"title": "Buy more chairs"}),
    ("from 9am", {"time": "09:00:00", "title": "from"}),
    ("", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), CASES)
def test_lines(text: str, said: dict[str, str]) -> None:
    assert _said(text) == said


def test_without_a_mark_two_capitalised_words_are_the_person_and_the_words_stay_for_matching() -> None:
    capture = parse_capture("call Anna Acme tomorrow", TODAY)
    assert (capture.person, capture.rest) == ("Anna Acme", "Anna Acme")


def test_amounts_are_in_the_currency_of_the_workspace() -> None:
    assert parse_capture("Anna 12k", TODAY, currency="HUF").amount == Money(1_200_000, "HUF")
    assert parse_capture("Anna 30m", TODAY).duration == 30
    assert parse_capture("Anna 1.5m", TODAY).amount == Money(150_000_000, "EUR")
    assert parse_capture("Anna 30m eur", TODAY).amount == Money(3_000_000_000, "EUR")


SIGNATURES = [
    (
        "Best regards,\nAnna Kovács\nSales Manager\nAcme Nordic Kft.\n+36 30 123 4567\n"
        "anna.kovacs@acme.hu\nwww.acme.hu",
        {"given": "Anna", "family": "Kovács", "role": "Sales Manager", "company": "Acme Nordic Kft.",
         "phone": "+36 30 123 4567", "mail": "anna.kovacs@acme.hu", "domain": "acme.hu"},
    ),
    (
        "Dr. Nagy Béla\nügyvezető igazgató | Bútorház Zrt.\n"
        "Tel.: +36 1 234 5678\nE-mail: nagy.bela@butorhaz.hu",
        {"given": "Béla", "family": "Nagy", "role": "ügyvezető igazgató", "company": "Bútorház Zrt.",
         "phone": "+36 1 234 5678", "mail": "nagy.bela@butorhaz.hu", "domain": "butorhaz.hu"},
    ),
    (
        "Priya Raman\r\nVP Revenue, Larkspur AI\r\nM: +44 20 7946 0102\r\n",
        {"given": "Priya", "family": "Raman", "role": "VP Revenue", "company": "Larkspur AI",
         "phone": "+44 20 7946 0102"},
    ),
    (
        "Anna Kovács +36 30 123 4567 anna@acme.hu\nAcme Kft",
        {"given": "Anna", "family": "Kovács", "company": "Acme Kft", "phone": "+36 30 123 4567",
         "mail": "anna@acme.hu", "domain": "acme.hu"},
    ),
    (
        "John Smith\nBest Buy\njohn@bestbuy.com",
        {"given": "John", "family": "Smith", "company": "Best Buy", "mail": "john@bestbuy.com",
         "domain": "bestbuy.com"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SIGNATURES)
def test_several_lines_are_one_person(text: str, said: dict[str, str]) -> None:
    assert _said(text) == said


def test_every_guess_shows_its_words_and_place() -> None:
    text = "call Anna Lindqvist, Acme Nordic tomorrow 9am #pricing"
    pieces = parse_capture(text, TODAY).pieces
    assert [(piece.label, text[piece.start : piece.end]) for piece in pieces] == [
        ("kind", "call"),
        ("person", "Anna Lindqvist"),
        ("company", "Acme Nordic"),
        ("day", "tomorrow"),
        ("time", "9am"),
        ("tag", "#pricing"),
    ]


def test_command_line_words_keep_their_phrases() -> None:
    capture = capture_words(["call", "Anna Maria Lindqvist", "Acme Nordic", "+pricing", "12k", "eur"], TODAY)
    assert (capture.given, capture.family, capture.company) == ("Anna Maria", "Lindqvist", "Acme Nordic")
    assert (capture.tags, capture.amount) == (("pricing",), Money(1_200_000, "EUR"))
    assert capture_words(["call Anna tomorrow"], TODAY).day == date(2026, 11, 24)


_PARTS = [
    "call", "hívás", "Anna", "Kovács", "Kft", "de", "Vries", "&", ",", "at", "tomorrow", "9am", "30m", "12k",
    "eur", "#hot", "@omar", "!", ">", "+36", "30", "123", "4567", "a@b.hu", "www.x.hu", "from",
    '"two words"', '"', "\n", "nov",
]  # fmt: skip


@example("Anna \n Anna call , call")
@given(st.lists(st.sampled_from(_PARTS), max_size=9).map(" ".join) | st.text(max_size=40))
def test_no_line_raises_or_loses_words(text: str) -> None:
    capture = parse_capture(text, TODAY)
    for piece in capture.pieces:
        assert 0 <= piece.start < piece.end <= len(text)
    spans = [(piece.start, piece.end) for piece in capture.pieces if piece.label != "title"]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert parse_capture(text, TODAY) == capture
