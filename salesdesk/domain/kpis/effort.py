"""Leads and what was done with them: conversion, activities, calls that reached somebody, next steps."""

from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.shape import ratio_value, some
from salesdesk.domain.kpis.tallies import Tallies
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.hints import Any
from salesdesk.i18n import tr


def lead_conversion(tallies: Tallies, basis: Basis) -> KpiValue:
    """Leads of the period that became customers, followed to today; of those settled in it beside."""
    leads = tallies.leads
    assert leads is not None
    settled = leads.resolved_won + leads.resolved_lost + leads.disqualified
    resolved: dict[str, Any] = {
        "value": leads.resolved_won / settled if settled else None,
        "numerator": leads.resolved_won,
        "denominator": settled,
        "lost": leads.resolved_lost,
        "disqualified": leads.disqualified,
    }
    return ratio_value(
        "lead_conversion",
        leads.converted,
        leads.arrived,
        tr("no lead arrived in the period"),
        excluded=some({"existing": leads.existing}),
        parts={
            "view": "cohort",
            "mature": basis.mature(tallies.closed),
            "qualified": leads.qualified,
            "resolved": {"view": "period"} | resolved,
        },
    )


def lead_qualification(tallies: Tallies, basis: Basis) -> KpiValue:
    """Leads of the period that were qualified, followed to today."""
    leads = tallies.leads
    assert leads is not None
    return ratio_value(
        "lead_qualification",
        leads.qualified,
        leads.arrived,
        tr("no lead arrived in the period"),
        excluded=some({"existing": leads.existing}),
        parts={"view": "cohort"},
    )


def activities(tallies: Tallies, _basis: Basis) -> KpiValue:
    """What was done in the period, by kind and how it ended."""
    found = tallies.activities
    assert found is not None
    count = found.kinds.total()
    by_outcome: dict[str, dict[str, int]] = {}
    for (kind, outcome), number in sorted(found.outcomes.items()):
        by_outcome.setdefault(kind, {})[outcome] = number
    return KpiValue(
        unit="count",
        value=count,
        formula=KPIS["activities"].formula,
        excluded=some({"notes": found.notes}),
        parts={
            "by_kind": dict(sorted(found.kinds.items())),
            "by_outcome": by_outcome,
            "reached": found.reached,
            "calls": found.calls,
            "talks": found.talks,
            "booked": found.booked,
            "meetings": found.meetings,
        },
    )


def contact_rate(tallies: Tallies, _basis: Basis) -> KpiValue:
    """Calls that reached somebody."""
    found = tallies.activities
    assert found is not None
    why = tr("no call was made in the period")
    excluded = some({"came in": found.came_in})
    return ratio_value("contact_rate", found.connected, found.made, why, excluded=excluded, parts={"view": "period"})


def meeting_rate(tallies: Tallies, _basis: Basis) -> KpiValue:
    """Calls that booked a meeting."""
    found = tallies.activities
    assert found is not None
    why = tr("no call was made in the period")
    excluded = some({"came in": found.came_in})
    return ratio_value("meeting_rate", found.booked, found.made, why, excluded=excluded, parts={"view": "period"})


def follow_up(tallies: Tallies, _basis: Basis) -> KpiValue:
    """Open records with a next step that is not overdue."""
    steps = tallies.steps
    assert steps is not None
    return ratio_value(
        "follow_up_discipline",
        steps.planned,
        steps.planned + steps.overdue + steps.none,
        tr("there are no open leads or deals"),
        parts={
            "overdue": steps.overdue,
            "no_next_step": steps.none,
            "leads": steps.leads,
            "deals": steps.deals,
        },
    )
