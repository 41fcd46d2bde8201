"""What a virtual list tells its screen."""

from typing import TYPE_CHECKING

from textual.message import Message

from salesdesk.errors import SalesdeskError
from salesdesk.widgets.marks import Marks
from salesdesk.widgets.paging import Item

if TYPE_CHECKING:
    from salesdesk.widgets.paged_view import PagedView


class ListMessages:
    """The messages, by the names a list has them."""

    class ListMessage(Message, namespace="record_list"):
        """A message of a list; `list` is the sender."""

        def __init__(self, sender: "PagedView") -> None:
            super().__init__()
            self.list = sender

        @property
        def control(self) -> "PagedView":
            """The sender, for `@on` selectors."""
            return self.list

    class CursorMoved(ListMessage, namespace="record_list"):
        """The cursor stands on `item` now (None: the list is empty); also sent after new rows came."""

        def __init__(self, sender: "PagedView", item: Item | None) -> None:
            super().__init__(sender)
            self.item = item

    class Opened(ListMessage, namespace="record_list"):
        """Enter, l, right or a double click on `item`."""

        def __init__(self, sender: "PagedView", item: Item) -> None:
            super().__init__(sender)
            self.item = item

    class Left(ListMessage, namespace="record_list"):
        """h or left: the screen goes back."""

    class MarksChanged(ListMessage, namespace="record_list"):
        """The marks are `marks` now."""

        def __init__(self, sender: "PagedView", marks: Marks) -> None:
            super().__init__(sender)
            self.marks = marks

    class Loaded(ListMessage, namespace="record_list"):
        """The rows of a new source are on the screen."""

    class Resized(ListMessage, namespace="record_list"):
        """The list has another size: what was laid out for its width is to be laid out again."""

    class Failed(ListMessage, namespace="record_list"):
        """Rows could not be read; the old ones stay."""

        def __init__(self, sender: "PagedView", error: SalesdeskError) -> None:
            super().__init__(sender)
            self.error = error
