"""Team: the weekly review, the check-up of each rep, who works here."""

from functools import partial
from typing import Any

from salesdesk.errors import SalesdeskError
from salesdesk.screens.base import Chrome, screen_bindings
from salesdesk.screens.calls import CallsScreen
from salesdesk.screens.checkup import CheckupShelf
from salesdesk.screens.member_shelves import MemberShelf, TeamShelf
from salesdesk.screens.shelves import Shelf
from salesdesk.screens.team_shelves import ReviewShelf, begin, show_minutes
from salesdesk.services import reviewing
from salesdesk.services.desk import Desk
from salesdesk.widgets.paging import Remark
from salesdesk.widgets.steady import start_work


class TeamScreen(CallsScreen):
    """Tab 8; opened with the name of a member it begins their review at once."""

    STACK = "team"
    BINDINGS = screen_bindings(STACK)

    def __init__(self, desk: Desk, chrome: Chrome, query: str | None = None) -> None:
        super().__init__(desk, chrome)
        self._asked_for = query

    def make_shelves(self) -> list[Shelf]:
        return [ReviewShelf(), CheckupShelf(), MemberShelf(), TeamShelf()]

    def on_mount(self) -> None:
        if self._asked_for:
            self.call_after_refresh(self._begin, self._asked_for)

    def _begin(self, words: str) -> None:
        try:
            member = reviewing.whose(self.desk, words)
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        start_work(self, partial(begin, self, member), group="write")

    def _with_value(self, act: Any) -> None:
        """A review that was held is a line of its own: enter and E show its minutes."""
        key = self.list.item.key if isinstance(self.list.item, Remark) else None
        if isinstance(key, tuple) and key[0] == "past":
            show_minutes(self, key[1])
        else:
            super()._with_value(act)
