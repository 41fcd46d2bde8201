"""What an import will write, worked out whole before anybody is made to wait."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from salesdesk.domain.ids import new_id
from salesdesk.exchange.reading import Record
from salesdesk.services.importing.identity import Content, Stored
from salesdesk.services.importing.report import FileResult
from salesdesk.services.importing.sources import Source

# A record comes after everything it points at.
ORDER = (
    "team", "member", "pipeline", "stage", "lead_status", "source", "lost_reason", "outcome", "product", "account",
    "contact", "lead", "deal", "deal_line", "deal_lead", "stage_change", "activity", "sales_order", "subscription",
    "cost", "goal", "custom_field", "import_batch", "import_row",
)  # fmt: skip
_LISTS = frozenset({"team", "stage", "pipeline", "lead_status", "source", "lost_reason"})
_OF_ITS_OWN_KIND = {"member": "manager_id", "account": "parent_id"}


@dataclass(slots=True)
class Plan:
    """The rows to insert by table, the changes, and what goes to the bin; keys are given already."""

    inserts: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    updates: list[tuple[str, bytes, dict[str, Any]]] = field(default_factory=list)
    deletes: list[tuple[str, bytes]] = field(default_factory=list)
    labels: dict[bytes, str] = field(default_factory=dict)  # of new entries of lists, to say them by name

    def add(self, table: str, values: dict[str, Any]) -> bytes:
        """Plan a new record; its key."""
        key = values.get("id")
        if key is None:
            key = values["id"] = new_id()
        self.inserts[table].append(values)
        if table in _LISTS:
            self.labels[key] = values["name"]
        return bytes(key)

    def row_of(self, table: str, key: bytes) -> dict[str, Any] | None:
        """The planned row of that key, looked for among the newest first."""
        return next((row for row in reversed(self.inserts.get(table, [])) if row["id"] == key), None)

    def update(self, table: str, key: bytes, changes: dict[str, Any]) -> None:
        """Plan a change of a record that is there."""
        if changes:
            self.updates.append((table, key, changes))

    def delete(self, table: str, key: bytes) -> None:
        """Plan to put a record into the bin."""
        self.deletes.append((table, key))

    @property
    def size(self) -> int:
        """How many records are new."""
        return sum(len(rows) for rows in self.inserts.values())

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self.size or self.updates or self.deletes)

    def in_order(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """The new rows table by table, what is pointed at first."""
        for table in ORDER:
            if self.inserts.get(table):
                rows = self.inserts[table]
                own = _OF_ITS_OWN_KIND.get(table)
                yield table, list(_pointed_at_first(rows, own)) if own else rows


def _pointed_at_first(rows: Iterable[dict[str, Any]], column: str) -> Iterator[dict[str, Any]]:
    """Managers before their people, parents before subsidiaries; a ring is cut where it closes."""
    rows = list(rows)
    waiting = {row["id"]: row for row in rows}
    for row in rows:
        chain: list[dict[str, Any]] = []
        key: Any = row["id"]
        while key in waiting:
            link = waiting.pop(key)
            chain.append(link)
            key = link.get(column)
        if chain and any(other["id"] == key for other in chain):
            chain[-1][column] = None
        yield from reversed(chain)


@dataclass(slots=True)
class Entry:
    """A row of a file on its way: its key, and the stored record or the other row it belongs to."""

    source: Source
    result: FileResult
    record: Record
    identity: str
    key: bytes
    known: Stored | None = None
    old: Content | None = None  # what an earlier import said of the record
    met: bool = False  # a record that was here, found by name, mail or phone
    into: "Entry | None" = None  # another row of this import, merged with

    @property
    def new(self) -> bool:
        """Whether it makes a record."""
        return self.known is None and not self.met and self.into is None
