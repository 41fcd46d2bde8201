"""Which screen a tab is."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdesk.screens.chrome import Chrome
    from salesdesk.screens.working import WorkingScreen
    from salesdesk.services.desk import Desk


def screen_for(tab: str, desk: "Desk", chrome: "Chrome", query: str | None) -> "WorkingScreen":
    """The screen of a tab; the others are not imported."""
    if tab == "leads":
        from salesdesk.screens.leads import LeadsScreen

        return LeadsScreen(desk, chrome, query=query)
    if tab == "deals":
        from salesdesk.screens.deals import DealsScreen

        return DealsScreen(desk, chrome, query=query)
    if tab == "calls":
        from salesdesk.screens.calls import CallsScreen

        return CallsScreen(desk, chrome)
    if tab == "goals":
        from salesdesk.screens.goals import GoalsScreen

        return GoalsScreen(desk, chrome)
    if tab == "kpis":
        from salesdesk.screens.kpis import KpisScreen

        return KpisScreen(desk, chrome, query=query)
    if tab == "team":
        from salesdesk.screens.team import TeamScreen

        return TeamScreen(desk, chrome, query=query)
    from salesdesk.screens.today import TodayScreen

    return TodayScreen(desk, chrome, query=query)
