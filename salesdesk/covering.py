"""What a full screen hides stays as it is: Textual paints and lays out only what can be seen."""

from typing import Any

from textual.app import App
from textual.screen import Screen


class Covering(App[int]):
    """Screens are kept up below dialogs, which let them through, and rest below screens with a ground of their own."""

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens to paint below the one in sight.

        Textual's own list has always one: it asks each screen below whether it hides the next, and not the one in sight.
        """
        opaque = any(screen.styles.background.a == 1 for screen in self.screen_stack[-1:])
        return [] if opaque else super()._background_screens
