"""A record behind a KPI."""

from typing import Literal

from salesdesk.domain.money import Money
from salesdesk.plain import Plain

Part = Literal["both", "numerator", "denominator", "before", "trailing", "earlier", "subscriber", "excluded"]


class RecordRow(Plain):
    """A record behind a KPI. `part` says where it counts: in the numerator, the denominator, both, the period before
    (growth), the days the rates of the velocity are of (`trailing`), what a later submission took the place of (`earlier`),
    the revenue that pays a cost back (`subscriber`), or not at all (`excluded`, for `reason`). `value` is what it adds in
    money, `days` in days, `minutes` in minutes, `probability` what its value is weighed by, in percent; `kind` names its table.
    """

    part: Part
    kind: str
    id: bytes
    code: str
    name: str
    day: str | None = None
    state: str = ""
    owner: bytes | None = None
    value: Money | None = None
    days: int | None = None
    probability: int | None = None
    reason: str = ""
    minutes: float | None = None
