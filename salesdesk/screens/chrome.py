"""What all screens share and the app keeps: keys, notes, and what the top bar shows."""

from dataclasses import dataclass, field

from salesdesk.keymap import Keymap
from salesdesk.widgets.toast import MessageLog
from salesdesk.widgets.top_bar import TopBarState


@dataclass
class Chrome:
    """One for the whole app; every screen is given it."""

    keymap: Keymap = field(default_factory=Keymap)
    messages: MessageLog = field(default_factory=MessageLog)
    top: TopBarState = field(default_factory=lambda: TopBarState(()))
