"""The import: what was recognised in the files, then one key, one operation, and an offer to plan what came."""

import re
import threading
from collections.abc import Sequence
from pathlib import Path

from textual import work
from textual.app import ComposeResult

from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.screens.base import Chrome, screen_bindings
from salesdesk.screens.dialogs.pick import Choose, Picked
from salesdesk.screens.dialogs.prompt import PromptDialog, TextResult
from salesdesk.screens.working import PlacedScreen
from salesdesk.services import importing, outreach
from salesdesk.services.desk import Desk
from salesdesk.services.importing import FilePreview, Preview
from salesdesk.services.records import Ref
from salesdesk.widgets.bars import bar, glyphs
from salesdesk.widgets.options import Option
from salesdesk.widgets.paging import Heading, Item, ListSource, Remark
from salesdesk.widgets.record_list import RecordList
from salesdesk.widgets.text import Line, Piece, cut

_PER_DAY = re.compile(r"(\d+)\s*(?:/\s*day)?")
_COLUMNS_SHOWN = 24
_PROBLEMS_SHOWN = 30


class ImportScreen(PlacedScreen):
    """Opened with the files; `i` imports, esc leaves everything as it was."""

    STACK = "import"
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    ImportScreen > ViewLine, ImportScreen > FilterLine { display: none; }
    """

    def __init__(self, desk: Desk, chrome: Chrome, paths: Sequence[Path]) -> None:
        super().__init__(desk, chrome)
        self.paths = list(paths)
        self.preview: Preview | None = None
        self.me: str | None = None
        self.stop = threading.Event()
        self.busy = ""

    def compose_body(self) -> ComposeResult:
        self.list = RecordList((), heads=False)
        yield self.list

    def on_mount(self) -> None:
        self.list.focus()
        self.list.set_empty(tr("Reading the files ..."))
        self.examine()

    def refresh_rows(self) -> None:
        """What is shown does not change with the workspace."""

    @work(exclusive=True, group="import")
    async def examine(self) -> None:
        """Read the files and plan their import, in a thread; esc stops it."""
        self.busy = tr("reading")

        def read() -> Preview:
            return importing.examine(self.desk, self.paths, progress=self._tell, should_stop=self.stop.is_set)

        try:
            self.preview = await self.desk_app.read(read)
        except SalesdeskError as error:
            self.busy = ""
            self.list.set_empty(str(error), [self.chrome.keymap.hint("app.back")])
            self.say(str(error), "error")
            return
        self.busy = ""
        self._show()

    def _tell(self, what: str, done: int, total: int) -> None:
        """Progress, from the working thread."""
        self.app.call_from_thread(self._progress, what, done, total)

    def _progress(self, what: str, done: int, total: int) -> None:
        share = done / total if total else 0.0
        count = f"{done:,} of {total:,}" if total else f"{done:,}"
        self.status(what, [[*bar(share, 24), Piece(f"  {count}", "muted")], Piece(tr("esc stops"), "label")])

    def _show(self) -> None:
        preview = self.preview
        if preview is None:
            return
        items: list[Item] = []
        for file in preview.files:
            items += _file_items(file)
        if preview.owners:
            names = ", ".join(preview.owners[:14])
            more = f" … {len(preview.owners)}" if len(preview.owners) > 14 else ""
            items += [
                Remark(),
                Heading(tr("NEW MEMBERS"), len(preview.owners), "muted"),
                Remark(Piece(names + more, "text"), "owners"),
            ]
        self.list.set_source(ListSource(items))
        self._say_state()

    def _say_state(self) -> None:
        preview = self.preview
        if preview is None:
            return
        report = preview.report
        counts = tr(
            "would add {added}, update {updated}, leave {unchanged}, refuse {refused}",
            added=f"{report.added:,}", updated=f"{report.updated:,}",
            unchanged=f"{report.unchanged:,}", refused=f"{report.refused:,}",
        )  # fmt: skip
        you = tr("you are {name}", name=self.me) if self.me else ""
        self.status(
            tr("Import"), [counts, *([Piece(you, "accent")] if you else [])], self.chrome.keymap.footer("import")[:2]
        )

    # Keys

    def action_import_me(self) -> None:
        """Which of the owners is you."""
        if self.preview is None:
            return
        names = dict.fromkeys([*self.preview.members, *self.preview.owners])
        options = [Option(name, name) for name in names]
        if not options:
            self.say(tr("There is no owner in these files."), "note")
            return
        self.open_dialog(Choose(tr("Which of them is you?"), options), self._be)

    def _be(self, picked: Picked) -> None:
        self.me = picked.id
        self._say_state()

    def action_import_publish(self) -> None:
        """Import what is shown."""
        if self.preview is None or self.busy:
            return
        try:
            self.preview.check_ready()
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        if self.desk.actor is None and self.me is None and self.preview.owners:
            self.open_dialog(
                Choose(tr("Which of them is you?"), [Option(n, n) for n in self.preview.owners]), self._be_and_publish
            )
            return
        self.publish()

    def _be_and_publish(self, picked: Picked) -> None:
        self.me = picked.id
        self.publish()

    @work(exclusive=True, group="import")
    async def publish(self) -> None:
        """Write it, in the writing thread; esc stops it before it is committed."""
        preview = self.preview
        if preview is None:
            return
        self.busy = tr("importing")

        def run() -> tuple[str, list[Ref]]:
            report = importing.publish(
                self.desk, preview, me=self.me, progress=self._tell, should_stop=self.stop.is_set
            )
            sentence = report.label if report.operation else tr("Nothing new in these files")
            return sentence, importing.without_next_step(self.desk, report)

        try:
            sentence, waiting = await self.desk_app.write(run)
        except SalesdeskError as error:
            self.busy = ""
            self.say(str(error), "error")
            self._say_state()
            return
        self.busy = ""
        self.desk_app.imported(sentence, waiting)

    def clear(self) -> None:
        """Esc: stop what runs, else leave."""
        if self.busy:
            self.stop.set()
            return
        self.desk_app.leave()


def spread_dialog(waiting: Sequence[Ref]) -> PromptDialog:
    """The offer to give what came a next step."""
    words = tr(
        "{count} have no next step. How many a day, from today?",
        count=plural(len(waiting), tr("open record"), tr("open records")),
    )
    return PromptDialog(
        tr("Plan them"), "20/day", about=words, may_be_empty=False, hint=tr("enter plans   esc not now")
    )


def spread(desk: Desk, waiting: Sequence[Ref], result: TextResult) -> str:
    """Spread as typed: the member's own first."""
    match = _PER_DAY.fullmatch(result.text.strip())
    per_day = int(match[1]) if match else 20
    return outreach.spread(desk, waiting, per_day)


def _file_items(file: FilePreview) -> list[Item]:
    name = file.path.name
    if file.not_records:
        line = [Piece(f"{glyphs().none} ", "muted"), Piece(name, "text"), Piece(f"   {file.not_records}", "muted")]
        return [Heading(tr("LEFT OUT"), None, "muted"), Remark(line, f"file-{name}"), Remark()]
    result = file.result
    head = f"{(file.kind or '?').upper()}S"
    about = "  ".join(part for part in (file.preset, file.encoding, repr(file.delimiter), file.dates or "") if part)
    items: list[Item] = [
        Heading(head, result.rows, "accent"),
        Remark([Piece(name, "strong bold"), Piece(f"   {about}", "muted")], f"file-{name}"),
    ]
    items += [Remark(_question(q.question, q.option), f"ask-{name}-{q.option}") for q in file.undecided]
    for number, column in enumerate(file.columns[:_COLUMNS_SHOWN]):
        sample = next((row[column.index] for row in file.sample if column.index < len(row) and row[column.index]), "")
        target = Piece(f"{cut(column.field or tr('custom field'), 18):<19}", "accent" if column.field else "muted")
        line = [Piece(f"  {cut(column.column, 26):<27}", "text"), target, Piece(cut(sample, 40), "label")]
        items.append(Remark(line, f"column-{name}-{number}"))
    if len(file.columns) > _COLUMNS_SHOWN:
        items.append(
            Remark(
                Piece(tr("  and {count} more columns", count=len(file.columns) - _COLUMNS_SHOWN), "label"),
                f"more-{name}",
            )
        )
    for number, problem in enumerate(result.problems[:_PROBLEMS_SHOWN]):
        items.append(Remark(_problem_line(problem), f"problem-{name}-{number}"))
    if result.duplicates:
        line = [
            Piece("  ● ", "warn"),
            Piece(
                tr("{count} look like another record; they are added and listed", count=len(result.duplicates)), "text"
            ),
        ]
        items.append(Remark(line, f"twins-{name}"))
    items += [Remark(Piece(f"  {note}", "label"), f"note-{name}-{number}") for number, note in enumerate(result.notes)]
    return [*items, Remark()]


def _question(question: str, option: str) -> Line:
    return [Piece(f"  {glyphs().overdue} {question}", "bad bold"), Piece(f"   {option}", "muted")]


def _problem_line(problem: "importing.ImportProblem") -> Line:
    refused = problem.severity == "refused"
    sign, role = (glyphs().overdue, "bad") if refused else (glyphs().due, "warn")
    times = f" ×{len(problem.lines):,}" if len(problem.lines) > 1 else ""
    where = tr("line {line}", line=problem.line) + times
    text = f"{problem.column} '{cut(problem.value, 30)}': {problem.reason}" if problem.column else problem.reason
    return [Piece(f"  {sign} ", role), Piece(f"{where}  ", "muted"), Piece(text, "text")]
