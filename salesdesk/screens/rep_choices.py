"""What enter on a rep offers: where each number of their line comes from, their check-up."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from salesdesk.domain.money import format_money
from salesdesk.i18n import plural, tr
from salesdesk.screens.dialogs.choose import ChooseDialog
from salesdesk.screens.kpi_lines import asked
from salesdesk.services.measuring.panels import RepRow
from salesdesk.widgets.options import Option

if TYPE_CHECKING:
    from salesdesk.screens.kpis import KpisScreen


def offer(screen: "KpisScreen", rep: RepRow, rows: Callable[[str], None]) -> None:
    """Ask which of a rep's numbers; `rows(kpi)` shows the records behind one."""
    whose = asked("owner", rep.name if rep.id else None)

    def check_up() -> None:
        from salesdesk.screens.checkup import CheckupScreen

        screen.app.push_screen(CheckupScreen(screen.desk, screen.chrome, rep.ref or rep.name))

    won = format_money(rep.won.minor, rep.won.currency)
    choices: list[tuple[str, str, str, Callable[[], None]]] = [
        ("w", tr("Won"), f"{won}, {plural(rep.won_deals, tr('deal'), tr('deals'))}", lambda: rows("won_revenue")),
    ]
    if rep.goal is not None:
        choices.append(("q", tr("Quota"), f"{rep.goal * 100:.0f} %", lambda: rows("quota_attainment")))
    coming = format_money(rep.weighted.minor, rep.weighted.currency)
    weighted = tr("{amount} of open deals, beside what is won", amount=coming)
    choices += [
        ("a", tr("Activities"), f"{rep.activities:,}", lambda: rows("activities")),
        ("f", tr("Weighted forecast"), weighted, lambda: rows("weighted_forecast")),
        ("o", tr("Overdue"), f"{rep.overdue:,}", lambda: screen.desk_app.show_tab("today", whose)),
    ]
    for key, tab, label in (("d", "deals", tr("Deals without a next step")), ("l", "leads", tr("Leads without one"))):
        query = f"status:open {whose} next:none"
        choices.append((key, label, "", lambda tab=tab, query=query: screen.desk_app.show_tab(tab, query)))  # type: ignore[misc]
    if rep.id is not None:
        choices.append(("c", tr("Check-up"), "", check_up))
    acts = {key: act for key, _, _, act in choices}
    options = [Option(key, label, key, hint) for key, label, hint, _ in choices]
    screen.open_dialog(ChooseDialog(rep.name, options), lambda choice: screen.call_later(acts[choice.id]))
