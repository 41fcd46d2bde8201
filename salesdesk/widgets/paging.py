"""What a virtual list shows, and the pages of it that are in memory."""

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from salesdesk.widgets.marks import Marks
from salesdesk.widgets.text import Cell

PAGE = 64
PAGES_KEPT = 24
MARKS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """A record: its key (kept by the cursor and the marks) and the value the columns render."""

    key: Hashable
    value: Any


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a group: a word, its count, what else is to be said of it, a hairline; the cursor steps over it."""

    word: str
    count: int | None = None
    role: str = "muted"
    aside: Cell = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of its own between the rows; with a `key` the cursor can stand on it and enter opens it."""

    line: Cell = ""
    key: Hashable = None


Item = Row | Heading | Remark
T = TypeVar("T")


class Source(Protocol):
    """The rows of a list, in order. Every member may be called from a worker thread."""

    @property
    def count(self) -> int:
        """How many items there are: rows, headings and remarks."""
        ...

    @property
    def records(self) -> int:
        """How many of them are rows."""
        ...

    def rows(self, start: int, stop: int) -> Sequence[Item]:
        """The items of that span; fewer than asked only at the end."""
        ...

    def index_of(self, key: Hashable) -> int | None:
        """Where the record stands now, None when it is not here."""
        ...


class ListSource:
    """A source of items that are all in memory: for short lists and for tests."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._items = list(items)

    @property
    def count(self) -> int:
        """See `Source`."""
        return len(self._items)

    @property
    def records(self) -> int:
        """See `Source`."""
        return sum(isinstance(item, Row) for item in self._items)

    def rows(self, start: int, stop: int) -> Sequence[Item]:
        """See `Source`."""
        return self._items[start:stop]

    def index_of(self, key: Hashable) -> int | None:
        """See `Source`."""
        return next((i for i, item in enumerate(self._items) if key_of(item) == key), None)


def key_of(item: Item | None) -> Hashable:
    """The key the cursor keeps, None for what it steps over."""
    return None if item is None or isinstance(item, Heading) else item.key


class Pages(Generic[T]):
    """The pages read so far, the least used dropped; nothing here reads anything."""

    def __init__(self, count: int = 0) -> None:
        self.count = count
        self._pages: OrderedDict[int, Sequence[T]] = OrderedDict()

    def get(self, index: int) -> T | None:
        """The item at that place, None when its page is not here."""
        page = self._pages.get(index // PAGE)
        offset = index % PAGE
        return page[offset] if page is not None and offset < len(page) else None

    def has(self, page: int) -> bool:
        """Whether that page is here; it then counts as just used."""
        if page in self._pages:
            self._pages.move_to_end(page)
            return True
        return False

    def put(self, first: int, items: Sequence[T]) -> None:
        """Keep items read from the page `first` on."""
        for offset in range(0, max(len(items), 1), PAGE):
            self._pages[first + offset // PAGE] = items[offset : offset + PAGE]
            self._pages.move_to_end(first + offset // PAGE)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)

    def missing(self, start: int, stop: int) -> list[int]:
        """The pages needed for the items from `start` to `stop` that are not here."""
        start, stop = max(0, start), min(self.count, stop)
        return [page for page in range(start // PAGE, -(-stop // PAGE)) if not self.has(page)]


def first_items(source: Source, key: Hashable, place: int, height: int) -> tuple[int, int, int, int, Sequence[Item]]:
    """What a new source shows first: its count, its records, the cursor, and the pages around it."""
    count = source.count
    index = source.index_of(key) if key is not None else None
    if index is None:
        index = max(0, min(place, count - 1))
    first = max(0, index - height) // PAGE
    last = min(count, index + height) // PAGE
    return count, source.records, index, first, source.rows(first * PAGE, (last + 1) * PAGE)


def kept_marks(marks: Marks, old: Source, new_filter: bool) -> Marks:
    """The marks that outlive a change of the filter: "all" becomes the records it stood for."""
    if not (new_filter and marks.everything):
        return marks
    if old.count > MARKS_KEPT:
        return Marks()
    keys = [item.key for item in old.rows(0, old.count) if isinstance(item, Row) and marks.has(item.key)]
    return Marks().with_keys(keys)
