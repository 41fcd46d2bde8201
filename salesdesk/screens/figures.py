"""KPI figures as the screens write them."""

from salesdesk.domain.kpis.saying import change, figure, part, rate

__all__ = ["change", "figure", "part", "rate"]
