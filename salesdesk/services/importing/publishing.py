"""Publishing an import: one operation that comes as a whole, goes with one undo, and comes back with a redo."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from salesdesk.domain.text import fold
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.exchange.reading import ImportStoppedError
from salesdesk.i18n import plural, tr
from salesdesk.services import setup
from salesdesk.services.desk import Desk
from salesdesk.services.importing.meanwhile import unconcerned
from salesdesk.services.importing.options import Progress, ShouldStop
from salesdesk.services.importing.planning import Planned, build
from salesdesk.services.importing.preview import Preview, last_operation, stepping
from salesdesk.services.importing.report import ImportReport
from salesdesk.services.records import Ref
from salesdesk.store.connection import Connection

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

_STEP = 1_000
_TRIES = 2
_PLURALS = {
    "deal": ("deal", "deals"), "lead": ("lead", "leads"), "account": ("account", "accounts"),
    "contact": ("contact", "contacts"), "product": ("product", "products"), "member": ("member", "members"),
    "activity": ("activity", "activities"), "order": ("order", "orders"), "cost": ("cost", "costs"),
    "subscription": ("subscription", "subscriptions"), "quota": ("quota", "quotas"),
}  # fmt: skip


def publish(
    desk: Desk,
    preview: Preview,
    *,
    me: str | None = None,
    theirs: bool = False,
    merge: str | None = None,
    progress: Progress | None = None,
    should_stop: ShouldStop | None = None,
) -> ImportReport:
    """Write what was examined as one operation, and become `me` (an owner of the files or a member).

    `theirs` lets the file win over edits made here; `merge="exact"` merges rows of the same mail or phone.
    Raises InvalidError when something is undecided, ImportStoppedError when told to stop: then nothing is written.
    """
    preview.check_ready()
    if merge not in (None, "exact"):
        raise InvalidError(tr("'{merge}' is not a way to merge.", merge=merge), hint=tr("Use --merge exact."))
    mine = _who(desk, preview, me)
    before = desk.actor
    try:
        if mine is not None and not desk.members():
            setup.be(desk, mine)
        return _publish(desk, preview, mine, theirs, merge, progress, should_stop)
    except BaseException:
        desk.actor = before
        raise


def _publish(
    desk: Desk,
    preview: Preview,
    mine: str | None,
    theirs: bool,
    merge: str | None,
    progress: Progress | None,
    should_stop: ShouldStop | None,
) -> ImportReport:
    plain = not theirs and merge is None
    planned, seen = (preview.planned, preview.seen) if plain else (None, None)

    def again() -> Planned:
        step = stepping(preview.sources, progress, should_stop)
        return build(desk, preview.sources, preview.options, theirs=theirs, merge=merge, step=step)

    def outdated(connection: Connection, own: bytes | None = None) -> bool:
        return planned is None or not unconcerned(connection, planned, seen, own, merging=merge is not None)

    for _ in range(_TRIES):
        if planned is None or outdated(desk.connection):
            seen = last_operation(desk.connection)
            planned = again()
        desk.actor = _key_of(desk, planned, mine) or desk.actor
        report = _write(desk, planned, outdated, progress, should_stop)
        if report is not None:
            return report
        planned = None
    # Others write faster than it can be worked out beside them: now they wait for that too.
    with desk.operation(tr("Import"), source="import") as unit:
        planned = again()
        actor = _key_of(desk, planned, mine)
        if actor is not None:
            desk.actor = actor
            unit.connection.execute("UPDATE operation SET actor_id = ? WHERE id = ?", (actor, unit.operation_id))
        report = _fill(unit, planned, progress, should_stop)
    _settle(desk, planned, unit)
    return report


def _key_of(desk: Desk, planned: Planned, mine: str | None) -> bytes | None:
    """The member of that name: who is here, else who comes with the import."""
    if mine is None:
        return None
    here = {member.name: member.id for member in desk.members()}
    new = {name: key for key, name in planned.new_members.items()}
    return here.get(mine) or new[mine]


# Kinds that can be open, what tells one of them from another, and which are open.
_WAITING = (
    ("lead", "r.company", "EXISTS (SELECT 1 FROM lead_status s WHERE s.id = r.status_id AND s.meaning = 'open')"),
    ("deal", "r.state", "r.state = 'open'"),
)
_BROUGHT = "FROM {kind} r WHERE r.created_op = ? AND r.deleted_op IS NULL AND r.next_id IS NULL AND {open}"


def without_next_step(desk: Desk, report: ImportReport) -> list[Ref]:
    """The open leads and deals the import brought that have no next step, in file order: what can be spread."""
    found = []
    for kind, detail, is_open in _WAITING if report.operation else ():
        brought = _BROUGHT.format(kind=kind, open=is_open)
        sql = f"SELECT r.id, r.code, r.name, {detail} {brought} ORDER BY r.id"
        found += [Ref(kind, *row) for row in desk.connection.rows(sql, (report.operation,))]
    return found


def count_without_next_step(desk: Desk, report: ImportReport) -> int:
    """How many they are."""
    counts = (
        desk.connection.value(f"SELECT count(*) {_BROUGHT.format(kind=kind, open=is_open)}", (report.operation,))
        for kind, _, is_open in (_WAITING if report.operation else ())
    )
    return sum(map(int, counts))


def _who(desk: Desk, preview: Preview, me: str | None) -> str | None:
    """The whole name of the one meant by `me`: a member, or an owner of the files that becomes one."""
    if me is None:
        return None
    names = [*preview.members, *(name for name in preview.owners if name not in preview.members)]
    asked = fold(me.strip().lstrip("@"))
    exact = [name for name in names if fold(name) == asked]
    starts = [name for name in names if any(word.startswith(asked) for word in fold(name).split())]
    found = exact[:1] or starts
    if len(found) > 1:
        raise AmbiguousError(tr("Several people fit '{me}'.", me=me), found, hint=tr("Type more of the name."))
    if found:
        return found[0]
    if not names:
        return me
    raise NotFoundError(
        tr("Nobody in the files or the workspace is called '{me}'.", me=me),
        hint=tr("There are: {names}.", names=", ".join(names[:30])),
    )


def _write(
    desk: Desk,
    planned: Planned,
    outdated: Callable[[Connection, bytes], bool],
    progress: Progress | None,
    should_stop: ShouldStop | None,
) -> ImportReport | None:
    """Write the plan; None when somebody wrote what it depends on, and it must be made again."""
    label = _label(planned)
    if planned.plan.empty:
        return ImportReport(planned.results, None, label=label)
    # Not `large`: a row is taken back from memory. From a file that takes SQLite fifty writes for each row.
    with desk.operation(label, source="import") as unit:
        # SQLite holds the write lock by now, so nothing can come between this look and the commit.
        if outdated(unit.connection, unit.operation_id):
            return None
        report = _fill(unit, planned, progress, should_stop)
    _settle(desk, planned, unit)
    return report


def _fill(unit: "Unit", planned: Planned, progress: Progress | None, should_stop: ShouldStop | None) -> ImportReport:
    """Write the plan in an operation that has begun."""
    report = ImportReport(planned.results, None)
    unit.label = report.label = _label(planned)
    size = planned.plan.size
    watch = _Watch(size, progress, should_stop)
    if size >= _bulk_from():
        with unit.bulk(coming={table: len(rows) for table, rows in planned.plan.inserts.items()}):
            _insert(unit, planned, watch)
    else:
        _insert(unit, planned, watch)
    for table, key, changes in planned.plan.updates:
        unit.update(table, key, changes)
        watch.step()
    for table, key in planned.plan.deletes:
        unit.delete(table, key)
    watch.stop_if_asked()
    if not planned.plan.empty:
        report.operation = unit.operation_id
    return report


def _settle(desk: Desk, planned: Planned, unit: "Unit") -> None:
    """Statistics after what was inserted without a look at each row, where the unit did not make them."""
    from salesdesk.store.unit import ANALYZE_FROM

    if planned.plan.size >= _bulk_from() and unit.changed < ANALYZE_FROM:
        desk.connection.execute("ANALYZE")


def _bulk_from() -> int:
    from salesdesk.store.undo import BULK_FROM

    return BULK_FROM


def _insert(unit: "Unit", planned: Planned, watch: "_Watch") -> None:
    for table, rows in planned.plan.in_order():
        unit.insert_many(table, watch.each(rows))


class _Watch:
    """Tells how many records are written, and stops when asked to."""

    def __init__(self, total: int, progress: Progress | None, should_stop: ShouldStop | None) -> None:
        self._total, self._progress, self._should_stop = total, progress, should_stop
        self._done = 0

    def each(self, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """The rows, counted."""
        for row in rows:
            self.step()
            yield row

    def step(self) -> None:
        """One more."""
        self._done += 1
        if self._done % _STEP == 0:
            self.stop_if_asked()
            if self._progress is not None:
                self._progress(tr("Writing"), self._done, max(self._total, self._done))

    def stop_if_asked(self) -> None:
        """ImportStoppedError when the user wants to stop; the operation is forgotten then."""
        if self._should_stop is not None and self._should_stop():
            raise ImportStoppedError(tr("Stopped: nothing was imported."))


def _label(planned: Planned) -> str:
    """`Imported 85 accounts, 8,800 deals from 4 files`."""
    counts: dict[str, int] = {}
    for file in planned.results:
        if file.kind and file.added + file.updated:
            counts[file.kind] = counts.get(file.kind, 0) + file.added + file.updated
    what = ", ".join(plural(count, *_PLURALS[kind]) for kind, count in counts.items()) or tr("nothing new")
    return tr("Imported {what} from {files}", what=what, files=plural(len(planned.results), "file", "files"))
