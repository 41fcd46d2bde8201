"""Measuring: KPIs of a period, the records behind them, what a manager reads first, what works."""

from salesdesk.services.measuring.report import Breakdown, GroupRow, KpiReport, KpiRows
from salesdesk.services.measuring.showing import changed, explain, rows, show

__all__ = ["Breakdown", "GroupRow", "KpiReport", "KpiRows", "changed", "explain", "rows", "show"]
