"""The add overlay: the capture line with what was understood of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.widget import Widget

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.base import Dialog, Lines
from salesdesk.widgets.capture_line import CaptureLine, Gap, Parse
from salesdesk.widgets.input_line import Spans
from salesdesk.widgets.text import Piece

# Everything one line is likely to say; more of them would not fit a small screen.
MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class CaptureResult:
    """What to save: the text, and by row key which reading was chosen (0: the first)."""

    text: str
    readings: Mapping[str, int]


class CaptureDialog(Dialog[CaptureResult]):
    """Type a lead, an activity or a deal; esc closes and `draft` keeps the text."""

    def __init__(self, parse: Parse, draft: str = "", *, title: str = "", spans: Spans | None = None) -> None:
        super().__init__(title or tr("Add"))
        self._line = CaptureLine(parse, draft, rows=MOST_ROWS, spans=spans)

    @property
    def draft(self) -> str:
        """The text typed so far."""
        return self._line.value

    def compose_box(self) -> Sequence[Widget]:
        return [
            self._line,
            Gap(),
            Lines([Piece(tr("enter save   tab next guess   esc close, draft kept"), "label")]),
        ]

    def on_mount(self) -> None:
        self._line.edit()

    @on(CaptureLine.Submitted)
    def _enter(self, event: CaptureLine.Submitted) -> None:
        if event.text.strip():
            self.dismiss(CaptureResult(event.text.strip(), event.readings))
