"""Speed to lead: how soon somebody tries to reach a lead that came in."""

from collections import Counter

from salesdesk.domain.kpis import spread
from salesdesk.domain.kpis.basis import Basis
from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.shape import some
from salesdesk.domain.kpis.tallies import Tallies
from salesdesk.domain.kpis.value import SMALL_SAMPLE, KpiValue, wilson
from salesdesk.hints import Any
from salesdesk.i18n import tr

# The limits of Oldroyd (2007) and of the Harvard Business Review (2011): five minutes, an hour.
LIMITS = {"within_5_min": 5 * 60, "within_1_hour": 60 * 60}


def speed_to_lead(tallies: Tallies, _basis: Basis) -> KpiValue:
    """The median wait of the leads somebody tried to reach; who waits still is in the shares once the limit has passed."""
    found = tallies.response
    assert found is not None
    tried, waiting = found.waited.total(), found.waiting.total()
    middle, ninety = spread.median(found.waited), spread.p90(found.waited)
    why = "" if tried else tr("nobody tried to reach a lead of the period yet")
    if not tried and not waiting:
        why = tr("no lead that needs contact arrived in the period at a known time")
    return KpiValue(
        unit="minutes",
        value=_minutes(middle),
        formula=KPIS["speed_to_lead"].formula,
        excluded=some(
            {
                "no time of day": found.no_time,
                "contacted before": found.before,
                "not to be contacted": found.unwanted,
                "closed without an attempt": found.closed,
            }
        ),
        why=why,
        median=_minutes(middle),
        p90=_minutes(ninety),
        count=tried,
        small_sample=0 < tried + waiting < SMALL_SAMPLE,
        parts={
            "view": "cohort",
            "waiting": waiting,
            "longest_waiting": _minutes(max(found.waiting, default=None)),
            **_shares(found.waited, found.waiting),
            "business_hours": {
                "median": _minutes(spread.median(found.worked)),
                "p90": _minutes(spread.p90(found.worked)),
                **_shares(found.worked, found.waiting_worked),
            },
        },
    )


def _shares(waited: Counter[int], waiting: Counter[int]) -> dict[str, Any]:
    """Which part was tried within each limit: a lead that still waits counts once the limit has passed."""
    result: dict[str, Any] = {}
    for name, limit in LIMITS.items():
        inside = sum(count for seconds, count in waited.items() if seconds <= limit)
        missed = sum(count for seconds, count in waiting.items() if seconds > limit)
        known = waited.total() + missed
        result[name] = {
            "value": inside / known if known else None,
            "numerator": inside,
            "denominator": known,
            "interval": wilson(inside, known) if 0 < known < SMALL_SAMPLE else None,
        }
    return result


def _minutes(seconds: int | float | None) -> float | None:
    return None if seconds is None else seconds / 60
