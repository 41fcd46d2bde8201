"""Calls: the scripts and what they brought, the calls that were made, the playbook."""

from salesdesk.screens.base import screen_bindings
from salesdesk.screens.call_shelves import call_shelves
from salesdesk.screens.outreach import OutreachScreen
from salesdesk.screens.shelves import Shelf


class CallsScreen(OutreachScreen):
    """Tab 4."""

    STACK = "calls"
    IN_PLACE = False
    BINDINGS = screen_bindings(STACK)

    def make_shelves(self) -> list[Shelf]:
        return call_shelves()

    def clear(self) -> None:
        """There is nothing to clear."""

    def action_app_back(self) -> None:
        """Away at the root."""
        self.desk_app.leave()

    def action_go_previous(self) -> None:
        """The record opened before."""
        self.desk_app.action_go_previous()

    def on_record_list_left(self) -> None:
        """A tab has nothing to its left."""
