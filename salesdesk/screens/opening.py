"""The first picture: the bars of the tab that opens, while all that makes it is still being imported."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.screen import Screen
from textual.strip import Strip

from salesdesk.screens.chrome import Chrome
from salesdesk.widgets.key_footer import KeyFooter
from salesdesk.widgets.top_bar import TopBar


class _LastLine(KeyFooter):
    """The keys, and word of it when they are painted: everything above them is by then."""

    def __init__(self, chrome: Chrome, tab: str, painted: Callable[[], object]) -> None:
        super().__init__(chrome.keymap.footer(tab), chrome.keymap.hint("app.keys"))
        self._painted = painted

    def render_line(self, y: int) -> Strip:
        # `call_after_refresh` would come a frame later.
        self.call_later(self._painted)
        return super().render_line(y)


class OpeningScreen(Screen[None]):
    """The top bar and the keys of `tab`, where its own screen will have them; calls `painted` when they are seen."""

    DEFAULT_CSS = """
    OpeningScreen { background: $background; padding: 0 1; }
    OpeningScreen > KeyFooter { dock: bottom; }
    """

    def __init__(self, chrome: Chrome, tab: str, painted: Callable[[], object]) -> None:
        super().__init__()
        self._chrome = chrome
        self._tab = tab
        self._painted = painted

    def compose(self) -> ComposeResult:
        yield TopBar(self._chrome.top)
        yield _LastLine(self._chrome, self._tab, self._painted)
