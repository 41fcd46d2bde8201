"""The least a Textual application can be."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Static("Hello from a trivial app")


if __name__ == "__main__":
    Hello().run()
