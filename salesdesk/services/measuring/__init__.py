"""Measuring: KPIs of a period, the records behind them, and the overview a manager reads."""

from salesdesk.services.measuring.overview import overview
from salesdesk.services.measuring.report import Breakdown, GroupRow, KpiReport, KpiRows
from salesdesk.services.measuring.showing import explain, rows, show

__all__ = ["Breakdown", "GroupRow", "KpiReport", "KpiRows", "explain", "overview", "rows", "show"]
