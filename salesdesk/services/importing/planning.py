"""From the rows of all files to one plan: who is who first, then the rows, kind by kind, whatever their order."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.services.importing import events, people, quotas
from salesdesk.services.importing.book import Book, MemberFacts
from salesdesk.services.importing.deals import Deals
from salesdesk.services.importing.identity import Content
from salesdesk.services.importing.making import Making, Row, kept_with_import
from salesdesk.services.importing.matching import Matcher
from salesdesk.services.importing.options import ImportOptions
from salesdesk.services.importing.plan import Entry, Plan
from salesdesk.services.importing.report import REFUSED, FileResult
from salesdesk.services.importing.settling import Present, Settling, content
from salesdesk.services.importing.shapes import SHAPES
from salesdesk.services.importing.sources import Source, left_out, undecided

# What is linked to comes before what links to it.
KINDS = (
    "member",
    "product",
    "account",
    "contact",
    "lead",
    "deal",
    "activity",
    "order",
    "subscription",
    "cost",
    "quota",
)
Maker = Callable[[Making, Entry, dict[str, str]], Row | None]
_MAKERS: Mapping[str, Maker] = {
    "member": people.member, "product": people.product, "account": people.account, "contact": people.contact,
    "lead": people.lead, "activity": events.activity, "order": events.order, "subscription": events.subscription,
    "cost": events.cost, "quota": quotas.quota,
}  # fmt: skip
_STEP = 1_000


@dataclass(slots=True)
class Planned:
    """A plan, what it will say of each file (in the order given), and who would become a member."""

    plan: Plan
    results: list[FileResult]
    new_members: dict[bytes, str] = field(default_factory=dict)
    new_fields: list[tuple[str, str]] = field(default_factory=list)


def build(
    desk: Desk,
    sources: Sequence[Source],
    options: ImportOptions,
    *,
    theirs: bool = False,
    merge: str | None = None,
    step: Callable[[int], None] | None = None,
) -> Planned:
    """Plan the import of these files into the workspace as it is now; `step` is told the rows done and may raise."""
    results = [source.result() for source in sources]
    pairs = sorted(
        zip(sources, results, strict=True), key=lambda pair: (pair[0].report.path.name, str(pair[0].report.path))
    )
    for source, result in pairs:
        if source.kind not in SHAPES and not undecided(source):
            left_out(source, result)
    files = {kind: [pair for pair in pairs if pair[0].kind == kind and not undecided(pair[0])] for kind in KINDS}
    plan = Plan()
    book = Book(desk.connection, plan.labels)
    brings = frozenset(kind for kind in KINDS if any(source.rows for source, _ in files[kind]))
    make = Making(desk, book, plan, options.currency, brings)
    matcher = Matcher(book, merge, brings)
    entries = {kind: matcher.match(kind, files[kind]) for kind in KINDS}
    writer = _Writer(make, theirs=theirs, step=step)
    for kind in KINDS:
        writer.write(kind, entries[kind])
    quotas.close_ends(plan)
    for source, result in pairs:
        if result.added or result.updated:
            batch = {
                "path": str(source.report.path),
                "entity": source.kind,
                "preset": result.preset,
                "rows": result.rows,
            }
            plan.add("import_batch", batch)
    _promote_managers(make)
    members = dict(make.links.new_members)
    members.update({e.key: str(e.record.values.get("name", "")) for e in entries["member"] if e.new})
    return Planned(plan, results, members, make.customs.added)


def _promote_managers(make: Making) -> None:
    """Somebody others report to is a manager."""
    rows = {row["id"]: row for row in make.plan.inserts.get("member", ())}
    named = {row.get("manager_id") for row in rows.values()}
    named |= {changes.get("manager_id") for table, _, changes in make.plan.updates if table == "member"}
    for key in named - {None}:
        if key in rows:
            rows[key]["role"] = "manager"
        elif key is not None and make.book.members[key].role == "rep":
            make.plan.update("member", key, {"role": "manager"})


class _Writer:
    """Turns the entries of a kind into planned rows and changes, and counts them."""

    def __init__(self, make: Making, *, theirs: bool, step: Callable[[int], None] | None) -> None:
        self._make = make
        self._theirs = theirs
        self._step = step
        self._done = 0
        self._rows: dict[bytes, Row] = {}
        self._deals = Deals(make)

    def write(self, kind: str, entries: Sequence[Entry]) -> None:
        """Plan all rows of a kind."""
        if not entries:
            return
        shape = SHAPES[kind]
        maker = self._deals.row if kind == "deal" else _MAKERS[kind]
        present = Present(self._make.connection, kind)
        settling = Settling(self._make, present, theirs=self._theirs)
        changes: dict[int, tuple[set[str], dict[str, str]]] = {}
        customs: dict[int, dict[str, str]] = {}
        for entry in entries:
            custom = entry.record.custom
            customs[id(entry)] = self._make.customs.named(kind, custom) if shape.custom and custom else custom
            if not entry.new and entry.into is None:
                changes[id(entry)] = settling.changed_fields(entry), settling.changed_customs(entry, customs[id(entry)])
        present.load(e.key for e in entries if id(e) in changes and (any(changes[id(e)]) or e.key in present.edited))
        if kind == "deal" and any(entry.new or changes.get(id(entry), (None,))[0] for entry in entries):
            self._deals.settle(entries)
        for entry in entries:
            self._tick()
            custom = customs[id(entry)]
            if entry.new:
                self._add(entry, maker, custom)
            elif entry.into is not None:
                self._merge(entry, maker, custom)
            else:
                self._change(entry, maker, custom, settling, changes[id(entry)], edited=entry.key in present.edited)

    def _tick(self) -> None:
        self._done += 1
        if self._step is not None and self._done % _STEP == 0:
            self._step(self._done)

    def _add(self, entry: Entry, maker: Maker, custom: dict[str, str]) -> None:
        extra: dict[str, str] = {}
        row = maker(self._make, entry, extra)
        if row is None:
            entry.result.refused += 1
            reason = tr("something without which it is no {kind} is missing", kind=entry.source.kind)
            entry.result.problem(entry.record.line, "", "", _MISSING.get(entry.source.kind) or reason, REFUSED)
            return
        row["id"] = entry.key
        self._finish(entry, row, {**custom, **self._extra(entry, extra)})
        self._make.plan.add(SHAPES[entry.source.kind].table, row)
        self._rows[entry.key] = row
        self._remember(entry, content(entry, custom, row, SHAPES[entry.source.kind]))
        entry.result.added += 1

    def _finish(self, entry: Entry, row: Row, custom: dict[str, str]) -> None:
        if custom and SHAPES[entry.source.kind].custom:
            row["custom"] = json.dumps(custom, ensure_ascii=False)
        elif custom:
            kept_with_import(entry, entry.record.custom)
        if entry.source.kind == "member":
            facts = MemberFacts(row.get("manager_id"), row.get("team_id"), row["role"])
            self._make.book.members[entry.key] = facts
        elif entry.source.kind == "deal":
            row.update(self._deals.frozen(row))

    def _extra(self, entry: Entry, extra: dict[str, str]) -> dict[str, str]:
        """Values that found no place, by custom key; where records have no custom values they stay with the import."""
        if not extra:
            return {}
        if SHAPES[entry.source.kind].custom:
            return self._make.customs.named(entry.source.kind, extra)
        kept_with_import(entry, extra)
        return {}

    def _merge(self, entry: Entry, maker: Maker, custom: dict[str, str]) -> None:
        """A row that is the same person as an earlier one: what that one lacks is filled in, the rest is said."""
        other = self._rows[entry.key]
        extra: dict[str, str] = {}
        row = maker(self._make, entry, extra) or {}
        for column, value in row.items():
            if value in (None, "", False) or column in ("id", "custom", "currency", "position"):
                continue
            if other.get(column) in (None, "", False):
                other[column] = value
            elif other[column] != value:
                reason = tr("the merged row has '{other}', which stays", other=self._make.book.label(other[column]))
                entry.result.problem(entry.record.line, column, self._make.book.label(value), reason)
        held = json.loads(other.get("custom") or "{}")
        merged = {**custom, **self._extra(entry, extra), **held}
        if merged:
            other["custom"] = json.dumps(merged, ensure_ascii=False)
        self._remember(entry, content(entry, custom, other, SHAPES[entry.source.kind]))
        entry.result.updated += 1

    def _change(
        self,
        entry: Entry,
        maker: Maker,
        custom: dict[str, str],
        settling: Settling,
        changed: tuple[set[str], dict[str, str]],
        *,
        edited: bool,
    ) -> None:
        fields, customs = changed
        shape = SHAPES[entry.source.kind]
        if not fields and not customs:
            back = settling.edits(entry) if edited else {}
            if back:
                self._update(entry, back, settling)
            entry.result.updated += bool(back)
            entry.result.unchanged += not back
            if entry.known is None:
                self._remember(entry, entry.old or content(entry, custom, None, shape))
            return
        extra: dict[str, str] = {}
        row = maker(self._make, entry, extra) or {}
        changes, told = settling.apply(entry, row, fields)
        more = {**customs, **self._extra(entry, extra)}
        if shape.custom and more:
            changes |= settling.customs(entry, more)
        self._update(entry, changes, settling)
        old = entry.old or Content({}, {}, {})
        silent = {name: value for name, value in old.values.items() if name not in entry.source.fields()}
        now = content(entry, custom, None, shape)
        self._remember(entry, Content({**silent, **now.values}, custom, told))
        entry.result.updated += bool(changes)
        entry.result.unchanged += not changes

    def _update(self, entry: Entry, changes: Row, settling: Settling) -> None:
        if not changes:
            return
        kind, before = entry.source.kind, settling.here(entry)
        after = {**before, **changes}
        if kind == "deal" and after["state"] != before["state"]:
            changes.update(self._deals.frozen(after))
        if kind == "deal" and {"state", "stage_id"} & changes.keys():
            self._deals.changed(entry.key, before, after)
        if kind == "member":
            facts = MemberFacts(after["manager_id"], after["team_id"], after["role"])
            self._make.book.members[entry.key] = facts
        self._make.plan.update(SHAPES[kind].table, entry.key, changes)
        before.update(changes)  # another row may speak of the same record

    def _remember(self, entry: Entry, said: Content) -> None:
        """Keep what the file says of the record, for next time."""
        if entry.known is not None:
            if said != entry.old:
                self._make.plan.update("import_row", entry.known.import_row, {"content": said.text()})
            return
        row: dict[str, Any] = {"entity": entry.source.kind, "identity": entry.identity, "record_id": entry.key}
        self._make.plan.add("import_row", {**row, "content": said.text()})


_MISSING = {
    "order": "an order needs a day and an amount",
    "subscription": "a subscription needs the day it started",
    "quota": "a quota needs somebody known, a beginning before its end and an amount above 0",
    "cost": "a cost needs a month and an amount",
    "account": "an account needs a name",
    "product": "a product needs a name",
    "member": "a member needs a name",
}
