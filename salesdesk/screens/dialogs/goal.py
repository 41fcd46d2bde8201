"""Setting a goal in one line; what it would mean stands below as it is typed."""

import asyncio
from collections.abc import Callable, Sequence

from textual import work

from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.prompt import PromptDialog, TextResult
from salesdesk.widgets.text import Piece, words

# Baselines and past periods are read while nothing is typed.
PAUSE_SECONDS = 0.15


class GoalDialog(PromptDialog):
    """`tell(text)` reads a goal in a thread and gives the lines that say what it means."""

    def __init__(self, title: str, value: str, tell: Callable[[str], Sequence[str]]) -> None:
        super().__init__(
            title,
            value,
            about=tr("calls 40 a day      average order value +30% in 2027-H1 for team"),
            hint=tr("enter saves   esc close   also: from to where serves called because"),
            may_be_empty=False,
        )
        self._tell = tell

    def typed(self, text: str) -> None:
        """Look what it would mean."""
        self._preview(text)

    def entered(self, text: str) -> None:
        """Take it once it was understood."""
        self._set(text)

    @work(exclusive=True, group="goal")
    async def _preview(self, text: str) -> None:
        if not text.strip():
            self._meaning.show([])
            return
        await asyncio.sleep(PAUSE_SECONDS)
        await self._show(text)

    async def _show(self, text: str) -> bool:
        try:
            told = await self.app.read(lambda: self._tell(text))  # type: ignore[attr-defined]
        except SalesdeskError as error:
            hint = [[Piece(f"  {error.hint}", "muted")]] if error.hint else []
            self._meaning.show([Piece(f"▲ {error.message}", "bad")], *hint)
            return False
        cells = max(20, min(72, self.app.size.width - 8) - 4)
        lines = [(line, "text" if n == 0 else "muted") for n, one in enumerate(told) for line in words(one, cells)]
        self._meaning.show(*([Piece(f"  {line}", role)] for line, role in lines))
        return True

    @work(exclusive=True, group="goal")
    async def _set(self, text: str) -> None:
        if await self._show(text):
            self.dismiss(TextResult(text))
