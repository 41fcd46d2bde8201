"""The tabs of the top bar."""

from typing import NamedTuple


class TabInfo(NamedTuple):
    """A tab of the top bar; its digit never changes, also while its neighbours are not built yet."""

    id: str
    digit: str
    label: str


TABS = (
    TabInfo("today", "1", "Today"),
    TabInfo("leads", "2", "Leads"),
    TabInfo("deals", "3", "Deals"),
    TabInfo("calls", "4", "Calls"),
    TabInfo("goals", "5", "Goals"),
    TabInfo("kpis", "6", "KPIs"),
    TabInfo("team", "8", "Team"),
)
