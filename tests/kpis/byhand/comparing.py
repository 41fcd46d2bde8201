"""What the program exports beside what was worked out by hand; and whether the exported rows add up to it."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from statistics import median
from typing import Any

from tests.kpis.byhand.facts import Answer, Row, rounded

# Of 95 % of a normal distribution.
Z = 1.959963984540054
SMALL = 10


def differences(name: str, found: dict[str, Any], wanted: Answer | None) -> list[str]:
    """Each figure that is another one; none when both are the same."""
    found = {"unconverted": [], "small_sample": False, **found}
    counts: Counter[str | None] = Counter()
    stages: list[Row] = found.get("by_stage", [])
    for stage in stages:
        counts[stage["stage"]] += stage.get("count", 0)
    found["stages"] = dict(counts)
    if wanted is not None and wanted.get("value") is not None:
        return [*_apart(name, found, wanted), *_sample(name, found, wanted)]
    said = [] if found.get("why") else [f"{name}: no value, and nobody says why"]
    # Without a value parts may be missing; those that are there must be right.
    there = {key: part for key, part in (wanted or {}).items() if key in found}
    return [*said, *_apart(name, found, {"value": None} | there)]


def _apart(path: str, found: Any, wanted: Any) -> Iterator[str]:
    """The paths under which another figure is found than the wanted one."""
    if path.endswith("excluded"):
        found, wanted = ({k: n for k, n in part.items() if n} for part in (found, wanted))
    elif isinstance(wanted, dict) and isinstance(found, dict):
        for key, part in wanted.items():
            yield from _apart(f"{path}.{key}", found.get(key), part)
        return
    if isinstance(wanted, Fraction | float) and isinstance(found, int | float):
        same = math.isclose(found, wanted, rel_tol=1e-12, abs_tol=1e-12)
    else:
        same = found == wanted
    if not same:
        yield f"{path}: {found} instead of {wanted}"


def _sample(name: str, found: dict[str, Any], wanted: Answer) -> Iterator[str]:
    """A rate over fewer than 10 says so, and every rate over records has Wilson's interval: both bounds solve
    `(rate - x)^2 = z^2 x (1 - x) / n`."""
    part, whole = wanted.get("numerator"), wanted.get("denominator")
    if found["unit"] != "ratio" or not isinstance(part, int) or not isinstance(whole, int) or not whole:
        return
    if found.get("small_sample", False) != (whole < SMALL):
        yield f"{name}: small_sample is {found.get('small_sample')} of {whole}"
    low, high = found["interval"]
    if not low <= part / whole + 1e-12 or not part / whole - 1e-12 <= high:
        yield f"{name}: {found['interval']} is not around {part} of {whole}"
    for bound in (low, high):
        if not math.isclose((part / whole - bound) ** 2, Z * Z * bound * (1 - bound) / whole, abs_tol=1e-9):
            yield f"{name}: {bound} is no bound of {part} of {whole}"


def added_up(name: str, value: dict[str, Any], rows: Sequence[Row]) -> list[str]:
    """What the exported rows of a KPI come to that its exported value does not say; none when they add up to it."""
    if value["value"] is None and value.get("denominator") is None:
        return []
    wanted = _SPECIAL.get(name, _ratio)(value, rows)
    said = [f"{name}.{key}: {_at(value, key)} and its rows come to {part}" for key, part in wanted.items()
            if not _same(_at(value, key), part)]  # fmt: skip
    reasons = Counter(row["reason"] for row in rows if row["part"] == "excluded")
    counted = {reason: count for reason, count in value["excluded"].items() if count}
    return said + ([f"{name}: {counted} left out, rows {dict(reasons)}"] if reasons != counted else [])


def _at(value: Any, path: str) -> Any:
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else value
    return value


def _same(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, Fraction) and isinstance(found, int | float):
        return math.isclose(found, wanted, rel_tol=1e-12)
    return bool(found == wanted)


def _upper(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row["part"] in ("both", "numerator")]


def _lower(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row["part"] in ("both", "denominator")]


def _minor(rows: Sequence[Row]) -> int:
    return sum(row["value"]["minor"] for row in rows if row["value"])


def _ratio(_value: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    return {"numerator": len(_upper(rows)), "denominator": len(_lower(rows))}


def _sum(value: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    return {"value.minor": _minor(_upper(rows))}


def _each(value: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    """Money of the numerator for each record of the denominator."""
    count = len(_lower(rows))
    each = rounded(Fraction(_minor(_upper(rows)), count)) if count and value["value"] is not None else None
    return {"numerator.minor": _minor(_upper(rows)), "denominator": count, "value.minor": each}


def _of_money(value: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    """Money of the numerator for money of the denominator."""
    part, whole = _minor(_upper(rows)), _minor(_lower(rows))
    found = {"numerator.minor": part, "denominator.minor": max(whole, 0)}
    return found | ({"value": Fraction(part, whole)} if value["value"] is not None else {})


def _cycle(_value: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    days = [row["days"] for row in _lower(rows)]
    return {"numerator": sum(days), "denominator": len(days), "median": median(days) if days else None}


def _growth(_value: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    before = _minor([row for row in rows if row["part"] == "before"])
    return {"numerator.minor": _minor(_upper(rows)) - before, "denominator.minor": before}


def _count(_value: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    return {"value": len(_upper(rows))}


def _weighted(_value: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    coming = [row for row in _upper(rows) if row["probability"] is not None]
    weights = sum(row["value"]["minor"] * row["probability"] for row in coming)
    won = _minor([row for row in _upper(rows) if row["probability"] is None])
    return {"value.minor": won + rounded(Fraction(weights, 100))}


def _response(value: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    tried = [row["minutes"] for row in rows if row["part"] == "both"]
    waiting = len([row for row in rows if row["part"] == "denominator"])
    return {"value": median(tried) if tried else None, "count": len(tried), "waiting": waiting}


def _payback(_value: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    subscribers = [row for row in rows if row["part"] == "subscriber"]
    cost = Fraction(_minor(_upper(rows)), len(_lower(rows))) if _lower(rows) else Fraction(0)
    margin = Fraction(_value["gross_margin"]).limit_denominator(100)
    earns = _minor(subscribers) * margin / len(subscribers) if subscribers else Fraction(0)
    found = {"numerator.minor": rounded(cost), "denominator.minor": rounded(earns), "new_subscribers": len(subscribers)}
    return found | ({"value": cost / earns} if _value["value"] is not None else {})


def _velocity(_value: dict[str, Any], rows: Sequence[Row]) -> dict[str, Any]:
    fair = [row for row in rows if row["part"] == "trailing" and not row["reason"]]
    won = [row for row in fair if row["state"] == "won"]
    sizes = [row["value"] for row in won if row["value"] and row["value"]["minor"]]
    mine = [size["minor"] for size in sizes if size["currency"] == _value["value"]["currency"]]
    days = [row["days"] for row in won if row["days"] is not None and row["days"] >= 0]
    count = len([row for row in rows if row["part"] == "numerator"])
    brings = count * Fraction(len(won), len(fair)) * Fraction(sum(mine), len(mine))
    return {"count": count, "value.minor": rounded(brings * len(days) / sum(days))}


_SPECIAL = {
    **dict.fromkeys(("won_revenue", "open_pipeline", "forecast"), _sum),
    **dict.fromkeys(("average_deal", "average_order_value", "cac"), _each),
    **dict.fromkeys(("quota_attainment", "pipeline_coverage", "revenue_churn", "grr", "nrr"), _of_money),
    **dict.fromkeys(("sales_cycle_days", "opening_to_win_days", "stage_days"), _cycle),
    "sales_growth": _growth,
    "activities": _count,
    "weighted_forecast": _weighted,
    "speed_to_lead": _response,
    "cac_payback_months": _payback,
    **dict.fromkeys(("pipeline_velocity", "pipeline_velocity_180"), _velocity),
}
