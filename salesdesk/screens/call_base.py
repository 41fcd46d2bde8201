"""A call on the screen: how it begins or goes on, how it is drawn, and that nothing typed gets lost."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from salesdesk.actions.table import applying
from salesdesk.domain import spin
from salesdesk.domain.script import Question
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.keymap import KeyHint, textual_key
from salesdesk.screens.base import Chrome, screen_bindings
from salesdesk.screens.call_rows import Sight, body_lines, head_line, hint_lines, strip_line
from salesdesk.screens.note_line import NoteLine, Rows
from salesdesk.screens.working import WorkingScreen
from salesdesk.services import calling
from salesdesk.services.calling import drafts, ending
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.steps import read_step
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.input_line import LineInput
from salesdesk.widgets.text import EMPTY, Line, Piece

TICK_SECONDS = 1.0
DRAFT_SECONDS = 2.0


class RunningCall(WorkingScreen):
    """What a call shows and keeps; its keys and its end are in `CallKeys` and `CallScreen`."""

    STACK = "call"
    label = tr("CALL")
    IN_PLACE = True
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings(STACK)
    DEFAULT_CSS = """
    RunningCall > TopBar, RunningCall > ViewLine, RunningCall > FilterLine, RunningCall > StatusLine { display: none; }
    RunningCall #strip { margin: 1 0 1 2; }
    RunningCall.-short #strip { margin: 0 0 0 1; }
    RunningCall #body { height: 1fr; }
    RunningCall #rows { height: 1fr; margin: 0 0 0 2; }
    RunningCall.-short #rows { margin: 0 0 0 1; }
    RunningCall #typing { height: 1; }
    RunningCall #prompt { width: 5; }
    RunningCall NoteLine, RunningCall NoteLine:focus { background: $background; }
    RunningCall #hints { height: 3; }
    RunningCall.-short #hints { display: none; }
    """

    def __init__(
        self,
        desk: Desk,
        chrome: Chrome,
        ref: Ref,
        *,
        call: bytes | None = None,
        script: str = "",
    ) -> None:
        super().__init__(desk, chrome)
        self.ref = ref
        self.run_: calling.Run | None = None
        self.marked: Question | None = None
        self._call = call
        self._script = script
        self._ready = asyncio.Event()
        self._kept = ""
        self._sight: Sight | None = None
        self._seen_as: tuple[object, ...] = ()
        self.key_footer.show(self.footer_hints(), KeyHint("? ⏎", tr("keys"), "app.keys"))

    def compose(self) -> ComposeResult:
        rule = lambda cells, _: [[Piece(glyphs().hairline * cells, "hairline")]]  # noqa: E731
        self.head = Rows(lambda cells, _: [self._head(cells)], id="head")
        self.strip = Rows(lambda cells, _: [strip_line(self.sight, cells)] if self.run_ else [], id="strip")
        self.rows = Rows(self._body, id="rows")
        self.prompt = Rows(lambda cells, _: [self._prompt()], id="prompt")
        keymap = self.chrome.keymap
        keys = {textual_key(key): one.name for one in applying(("call",)) for key in keymap.keys(one)}
        self.line = NoteLine(keys, self.act_on)
        yield self.head
        yield Rows(rule, id="rule-above")
        yield self.strip
        yield self.rows
        yield Rows(rule, id="rule-below")
        with Horizontal(id="typing"):
            yield self.prompt
            yield self.line
        yield Rows(lambda cells, _: hint_lines(cells), id="hints")
        yield self.key_footer
        yield self.toasts

    def on_mount(self) -> None:
        self.line.focus()
        self.call_after_refresh(self.start)
        self.set_interval(TICK_SECONDS, self.head.redraw)
        self.set_interval(DRAFT_SECONDS, self.keep_draft)

    def on_screen_resume(self) -> None:
        self.line.focus()

    def on_unmount(self) -> None:
        if self.run_ is not None:
            drafts.leave(self.run_.id)

    def reload(self) -> None:
        """What others write does not change a call that goes on."""

    def refresh_rows(self) -> None:
        self.show()

    # The call

    @work(exclusive=True, group="call")
    async def start(self) -> None:
        """Begin, or go on where it was left; what cannot be begun is said where one came from."""
        try:
            run = await self.open_run()
        except (SalesdeskError, OSError) as error:
            self.desk_app.leave()
            self.desk_app.desk_screen().say(str(error), "error")
            return
        self.run_ = run
        if run.line and not self.line.value:
            self.line.value = self._kept = run.line
            self.line.cursor_position = len(run.line)
        last = next((note.question for note in reversed(run.notes) if note.section), "")
        self.mark(next((q for q in self.questions if q.text == last), None) or self._first_open())
        self._ready.set()
        self.begun()

    def begun(self) -> None:
        """It is begun and shown."""

    async def act_on(self, action: str) -> None:
        """Carry out an action of the runner to its end."""
        raise NotImplementedError

    async def open_run(self) -> calling.Run:
        """The plan, read in a thread, then the call: a new one, or the one that was not ended."""
        call, ref = self._call, self.ref
        if call is None:
            plan = await self.desk_app.read(lambda: calling.plan_call(self.desk, ref, self._script))
            call = plan.unfinished
            for other in plan.others:
                self.say(other, "warning")
            if call is not None and drafts.busy(call):
                self.say(tr("You are in a call with {name} in another window.", name=plan.name), "warning")
                call = None
        if call is None:
            return await self.desk_app.write(lambda: calling.begin(self.desk, plan))
        key = call
        run = await self.desk_app.write(lambda: calling.resume(self.desk, key))
        self.say(tr("Going on with the call, {count} notes so far.", count=len(run.notes)), "note")
        return run

    @property
    def questions(self) -> Sequence[Question]:
        """The questions of the script, in order."""
        return self.run_.plan.script.script.questions if self.run_ else ()

    def _first_open(self) -> Question | None:
        known = self.run_.plan.answered if self.run_ else {}
        return next((q for q in self.questions if q.text not in known), None) or next(iter(self.questions), None)

    @property
    def sight(self) -> Sight:
        """What is shown now; only once the call has begun."""
        run = self.run_
        assert run is not None
        # Several lines of the screen show a part of it each time a key is typed; it is worked out once.
        seen = (self.line.value, run.notes[-1].id if run.notes else b"", self.marked, id(run.plan))
        if self._sight is None or self._seen_as != seen:
            self._sight, self._seen_as = self.look(run), seen
        return self._sight

    def look(self, run: calling.Run) -> Sight:
        """Work out what is to be shown."""
        said = spin.read_line(self.line.value)
        known = run.plan.answered
        proposal = spin.next_question(run.plan.script.script, run.notes, set(known))
        return Sight(run, self.marked, said, proposal, self._means(said), asked=spin.asked(run.notes))

    def _means(self, said: spin.Said) -> str:
        """What a line with a sign will do, for `>` and `$`."""
        run = self.run_
        if run is None or not said.text:
            return tr("who does what by when: Priya sends the export fri") if said.kind == "next" else ""
        if said.kind == "amount":
            money = spin.amount(said.text, self.desk.currency)
            return str(money) if money else tr("That is no amount; write 48k or 48,000 EUR.")
        if said.kind != "next":
            return ""
        try:
            step = read_step(self.desk, said.text).sentence(self.desk.today)
        except SalesdeskError as error:
            return str(error)
        why = ending.why_no_advance(ending.commitment(self.desk, run, said.text))
        return tr("{step}: no advance yet, {why}", step=step, why=why) if why else tr("{step}: an advance", step=step)

    # Showing

    def _head(self, cells: int) -> Line:
        saved = tr("saved") if self.line.value == self._kept else tr("typing")
        return head_line(
            self.ref.name if self.run_ is None else self.run_.plan.name, self._seen(), saved, cells, label=self.label
        )

    def _prompt(self) -> Line:
        letter = self.marked.section if self.marked else " "
        return [Piece(f" {letter} {glyphs().more} ", "accent bold")]

    def _seen(self) -> Sight | None:
        return self.sight if self.run_ else None

    def _body(self, cells: int, height: int) -> Sequence[Line]:
        return body_lines(self.sight, cells, height) if self.run_ else [EMPTY, [Piece(tr("reading"), "label")]]

    def show(self) -> None:
        """Draw it anew."""
        for row in (self.head, self.strip, self.rows, self.prompt):
            row.redraw()

    def mark(self, question: Question | None) -> None:
        """Mark a question: notes go under it."""
        self.marked = question
        self.show()

    @on(LineInput.Changed)
    def _typed(self) -> None:
        self.rows.redraw()
        self.head.redraw()

    def keep_draft(self, *, always: bool = False) -> None:
        """Every two seconds: the line as far as it is typed, on disk."""
        run, text = self.run_, self.line.value
        if run is not None and (always or text != self._kept):
            self._write_draft(run.id, text)

    @work(group="draft")
    async def _write_draft(self, call: bytes, text: str) -> None:
        try:
            await self.desk_app.write(lambda: drafts.keep(call, text))
        except OSError as error:
            self.say(tr("The line cannot be kept: {why}.", why=error.strerror or error), "warning")
            return
        self._kept = text
        self.head.redraw()
