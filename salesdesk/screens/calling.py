"""The runner of a call, full screen: one line always has the keys, because in a call hands only type."""

import asyncio
from collections.abc import Sequence
from inspect import isawaitable

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal

from salesdesk.actions import applying
from salesdesk.domain import spin
from salesdesk.domain.script import Question
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.keymap import KeyHint, textual_key
from salesdesk.screens.base import Chrome, screen_bindings
from salesdesk.screens.call_rows import Sight, body_lines, head_line, strip_line
from salesdesk.screens.dialogs.choose import ChooseDialog
from salesdesk.screens.dialogs.wrap_up import WrapResult, WrapUpDialog
from salesdesk.screens.note_line import NoteLine, Rows
from salesdesk.screens.working import WorkingScreen
from salesdesk.screens.wrapping import wrap_form
from salesdesk.services import calling
from salesdesk.services.calling import drafts, ending
from salesdesk.services.calling.scripts import runnable
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.steps import read_step
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.input_line import LineInput
from salesdesk.widgets.options import Option
from salesdesk.widgets.text import EMPTY, Line, Piece

TICK_SECONDS = 1.0
DRAFT_SECONDS = 2.0
_SECTIONS = "SPIN"
_RETYPED = {"next": "> ", "objection": "! ", "implied": "*", "explicit": "**", "quote": '"', "tag": "#", "amount": "$"}


class CallScreen(WorkingScreen):
    """Opened by `c` on a record, or with the key of a call that was not ended."""

    STACK = "call"
    IN_PLACE = True
    BINDINGS = screen_bindings(STACK)
    DEFAULT_CSS = """
    CallScreen > TopBar, CallScreen > ViewLine, CallScreen > FilterLine, CallScreen > StatusLine { display: none; }
    CallScreen #strip { margin: 1 0 1 2; }
    CallScreen.-short #strip { margin: 0 0 0 1; }
    CallScreen #body { height: 1fr; }
    CallScreen #rows { height: 1fr; margin: 0 0 0 2; }
    CallScreen.-short #rows { margin: 0 0 0 1; }
    CallScreen #typing { height: 1; }
    CallScreen #prompt { width: 5; }
    CallScreen NoteLine, CallScreen NoteLine:focus { background: $background; }
    CallScreen #hints { height: 3; }
    CallScreen.-short #hints { display: none; }
    """

    def __init__(
        self,
        desk: Desk,
        chrome: Chrome,
        ref: Ref,
        *,
        call: bytes | None = None,
        script: str = "",
        wrap_up: bool = False,
    ) -> None:
        super().__init__(desk, chrome)
        self._at_once = wrap_up
        self.ref = ref
        self.run_: calling.Run | None = None
        self.marked: Question | None = None
        self._call = call
        self._script = script
        self._ready = asyncio.Event()
        self._kept = ""
        self._wrap: WrapResult | None = None
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
        yield Rows(lambda cells, _: _hints(cells), id="hints")
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
        """Read the plan in a thread, then begin, or go on where it was left."""
        try:
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
                self.run_ = await self.desk_app.write(lambda: calling.begin(self.desk, plan))
            else:
                key = call
                self.run_ = await self.desk_app.write(lambda: calling.resume(self.desk, key))
                self.say(tr("Going on with the call, {count} notes so far.", count=len(self.run_.notes)), "note")
        except (SalesdeskError, OSError) as error:
            self.desk_app.leave()
            self.desk_app.desk_screen().say(str(error), "error")
            return
        run = self.run_
        if run.line and not self.line.value:
            self.line.value = self._kept = run.line
            self.line.cursor_position = len(run.line)
        last = next((note.question for note in reversed(run.notes) if note.section), "")
        self.mark(next((q for q in self.questions if q.text == last), None) or self._first_open())
        self._ready.set()
        if self._at_once:
            self.call_after_refresh(self.action_call_wrap_up)

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
        said = spin.read_line(self.line.value)
        known = run.plan.answered
        proposal = spin.next_question(run.plan.script.script, run.notes, set(known))
        return Sight(run, self.marked, said, proposal, self._means(said))

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
        return head_line(self.ref.name if self.run_ is None else self.run_.plan.name, self._seen(), saved, cells)

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

    # Typing

    async def act_on(self, action: str) -> None:
        """Carry out an action of the runner to its end."""
        done = getattr(self, f"action_{action}")()
        if isawaitable(done):
            await done

    async def action_call_file(self) -> None:
        """Keep what is typed."""
        await self.file(self.line.value)

    async def file(self, text: str) -> None:
        """Enter: file the line where it belongs. The line stays when it cannot be kept."""
        await self._ready.wait()
        run, said = self.run_, spin.read_line(text)
        if run is None:
            return
        if said.kind == "find":
            self._find(said.text)
        elif not said.text and said.kind != "note":
            self.say(tr("Type words behind the sign."), "note")
        elif not said.text and (self.marked is None or self.marked.text in spin.asked(run.notes)):
            self._go_on()
        else:
            await self._note(run, said)

    async def _note(self, run: calling.Run, said: spin.Said) -> None:
        question, section = (self.marked.text, self.marked.section) if self.marked else ("", "")
        try:
            await self.desk_app.write(lambda: calling.note(self.desk, run, said, question, section))
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self.line.value = self._kept = ""
        self.keep_draft(always=True)
        self.show()

    def _go_on(self) -> None:
        """Enter on an empty line, when the marked question is asked: to the one that is most useful now."""
        proposal = self.sight.proposal
        if proposal and proposal.question:
            self.mark(proposal.question)

    def _find(self, text: str) -> None:
        found = spin.find_questions(self.sight.run.plan.script.script, text) if text else []
        self.line.value = ""
        if found:
            self.mark(found[0])
        elif text:
            self.say(tr("No question holds '{text}'.", text=text), "note")
        else:
            self.action_app_keys()

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

    # Keys

    def action_call_next(self) -> None:
        """Mark the next question."""
        self._step(1)

    def action_call_previous(self) -> None:
        """Mark the question before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.marked is None or not self.questions:
            return
        self.mark(self.questions[(self.questions.index(self.marked) + by) % len(self.questions)])

    def action_call_section_next(self) -> None:
        """To the next section."""
        self._section(1)

    def action_call_section_previous(self) -> None:
        """To the section before."""
        self._section(-1)

    def _section(self, by: int) -> None:
        run = self.run_
        if run is None or self.marked is None:
            return
        at = _SECTIONS.index(self.marked.section)
        done = spin.asked(run.notes) | set(run.plan.answered)
        for letter in [_SECTIONS[(at + by * n) % 4] for n in (1, 2, 3)]:
            own = run.plan.script.script.of(letter)
            if own:
                self.mark(next((q for q in own if q.text not in done), own[0]))
                return

    def action_call_take_back(self) -> None:
        """The last note back into the line, to be typed again."""
        if self.line.value:
            self.say(tr("File or empty the line first."), "note")
        elif self.run_ and self.run_.notes:
            self._take_back(self.run_)

    @work(group="write")
    async def _take_back(self, run: calling.Run) -> None:
        note = await self.desk_app.write(lambda: calling.take_back(self.desk, run))
        if note is None:
            return
        severity = f"{note.severity} " if note.severity else ""
        self.line.value = f"{_RETYPED.get(note.kind, '')}{severity}{note.text}"
        self.line.cursor_position = len(self.line.value)
        self.mark(next((q for q in self.questions if q.text == note.question), self.marked))

    def action_call_script(self) -> None:
        """Go on with another script."""
        run = self.run_
        if run is None:
            return
        options = [Option(row.name, row.name) for row in runnable(self.desk)]
        if options:
            about = tr("now: {name}", name=run.plan.script.name or tr("none"))
            dialog = ChooseDialog(tr("Script"), options, about=about)
            self.open_dialog(dialog, lambda choice: self._use_script(run, choice.id))

    @work(group="write")
    async def _use_script(self, run: calling.Run, name: str) -> None:
        try:
            await self.desk_app.write(lambda: calling.change_script(self.desk, run, name))
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self.mark(self._first_open())

    # Ending

    def action_call_wrap_up(self) -> None:
        """Decide how it went."""
        self.toasts.dismiss()
        self._wrap_up()

    @work(exclusive=True, group="wrap-up")
    async def _wrap_up(self) -> None:
        """What is typed is filed first; then the wrap-up, prepared in a thread."""
        if self.line.value.strip():
            await self.file(self.line.value)
            if self.line.value:
                return
        run = self.run_
        if run is not None:
            form = await self.desk_app.read(lambda: wrap_form(self.desk, run, self._wrap))
            self.open_dialog(WrapUpDialog(form), lambda result: self._decided(run, result))

    @work(exclusive=True, group="end")
    async def _decided(self, run: calling.Run, result: WrapResult) -> None:
        self._wrap = result
        outcome = next((o for o in calling.call_outcomes(self.desk) if o.id.hex() == result.outcome), None)
        try:
            if result.dropped or outcome is None:
                sentence = await self.desk_app.write(lambda: calling.drop(self.desk, run.id, run.plan.name))
            else:
                decided = calling.Ending(outcome, result.result, result.next_step, result.take_stage)
                sentence = (await self.desk_app.write(lambda: calling.end(self.desk, run, decided))).sentence
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self.run_ = None
        app = self.desk_app
        app.leave()
        app.desk_screen().say(sentence, undo=True)
        app.changed()


def _hints(cells: int) -> list[Line]:
    signs = [
        (">", tr("next step")), ("!", tr("objection")), ("*", tr("problem")), ("**", tr("wish")),
        ('"', tr("their words")), ("#", tr("tag")), ("$", tr("amount")), ("?", tr("find a question")),
    ]  # fmt: skip
    line = [Piece("    ")]
    for sign, label in signs:
        line += [Piece(sign, "accent bold"), Piece(f" {label}   ", "label")]
    words = tr("enter saves under the marked question; on an empty line it ticks it, then goes to what to ask next")
    return [[Piece(f"    {words}", "label")], line, EMPTY]
