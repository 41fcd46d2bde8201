"""Measuring: KPIs of a period and the records behind them; the overview a manager reads is in `overview`."""

from salesdesk.services.measuring.report import Breakdown, GroupRow, KpiReport, KpiRows
from salesdesk.services.measuring.showing import explain, rows, show

__all__ = ["Breakdown", "GroupRow", "KpiReport", "KpiRows", "explain", "rows", "show"]
