"""The keys of a call: filing what is typed, going from question to question, taking back, another script."""

from inspect import isawaitable

from textual import work

from salesdesk.domain import spin
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.call_base import RunningCall
from salesdesk.screens.dialogs.choose import ChooseDialog
from salesdesk.services import calling
from salesdesk.services.calling.scripts import runnable
from salesdesk.widgets.options import Option

_SECTIONS = "SPIN"
_RETYPED = {
    "next": "> ",
    "objection": "! ",
    "implied": "*",
    "explicit": "**",
    "quote": '"',
    "tag": "#",
    "amount": "$",
    "shown": "+ ",
}


class CallKeys(RunningCall):
    """Letters are notes, so each key of a call is one of its own."""

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
