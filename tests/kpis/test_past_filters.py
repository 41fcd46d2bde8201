"""Every field of the filter language can be asked of a past day."""

from contextlib import suppress

import pytest

from salesdesk.errors import SalesdeskError
from salesdesk.services.desk import Desk
from salesdesk.services.measuring import show
from salesdesk.store.read.catalogues import catalogue
from tests.kpis import world as book
from tests.kpis.test_rollups import people

_ASKED = {"number": ">1", "money": ">1", "day": "<today", "age": ">1", "flag": "yes", "person": "omar"}


def _terms(desk: Desk) -> list[str]:
    fields = {
        field.name: field.kind
        for entity in ("lead", "deal", "activity", "account", "quota")
        for field in catalogue(desk.connection, entity).fields
    }
    return [f"{name}:{_ASKED.get(kind, 'none')}" for name, kind in fields.items()]


def test_each_field_can_be_asked_of_a_past_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-23T08:00:00Z")
    book.make(desk, 7)
    people(desk)
    terms = _terms(desk)
    assert len(terms) > 45
    for term in terms:
        with suppress(SalesdeskError):
            # A team may have nothing of what is asked for.
            show(desk, [term, "period:2026-q3", "as-of:2026-09-30"], every=True)
