"""Practice on the screen: the runner, with a prepared buyer who answers, and a debrief instead of a wrap-up."""

from collections.abc import Sequence
from dataclasses import replace

from textual import work

from salesdesk.domain import buyer as buyers
from salesdesk.domain.buyer import Buyer
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.keymap import KeyHint
from salesdesk.screens.call_keys import CallKeys
from salesdesk.screens.call_rows import Sight
from salesdesk.screens.dialogs.reading import ReadingDialog
from salesdesk.services import calling, texts
from salesdesk.services.calling import practising


class PracticeScreen(CallKeys):
    """Opened from the scripts or the buyers; nothing of it counts anywhere."""

    label = tr("PRACTICE")
    _buyer = Buyer()

    async def open_run(self) -> calling.Run:
        desk, ref, script = self.desk, self.ref, self._script
        row = await self.desk_app.read(lambda: texts.find_text(desk, practising.KIND, ref.name))
        self._buyer = practising.buyer_of(row)
        return await self.desk_app.write(lambda: practising.begin(desk, row, script))

    def footer_hints(self) -> Sequence[KeyHint]:
        keymap = self.chrome.keymap
        own = {"call.file": tr("ask"), "call.wrap_up": tr("end and debrief")}
        names = ("call.file", "call.next", "call.section_next", "call.take_back", "call.wrap_up")
        return [keymap.hint(name, label=own.get(name, "")) for name in names]

    def look(self, run: calling.Run) -> Sight:
        seen = super().look(run)
        talk = buyers.talk(self._buyer, seen.run.notes)
        about = " ".join(
            part for part in (self._buyer.about, f"“{self._buyer.head.get('opening', '')}”") if part != "“”"
        )
        replies = {key: reply.text for key, reply in talk.replies.items()}
        return replace(seen, replies=replies, about=about)

    def action_call_script(self) -> None:
        """A practice stays with its script."""
        self.say(tr("A practice stays with its script."), "note")

    def action_call_wrap_up(self) -> None:
        """Look back on it."""
        self.toasts.dismiss()
        self._finish()

    @work(exclusive=True, group="wrap-up")
    async def _finish(self) -> None:
        if self.line.value.strip():
            await self.file(self.line.value)
            if self.line.value:
                return
        run, desk = self.run_, self.desk
        if run is None:
            return
        done = buyers.debrief(self._buyer, run.plan.script.script, run.notes)
        if not run.notes:
            await self.desk_app.write(lambda: calling.drop(desk, run.id, run.plan.name))
            self._leave("")
            return
        text = "\n".join(practising.debrief_lines(done))
        dialog = ReadingDialog(tr("Debrief: {name}", name=run.plan.name), text, done=tr("done, it is kept as practice"))
        self.open_dialog(dialog, lambda _: self._ended(run, done.consent))

    @work(exclusive=True, group="end")
    async def _ended(self, run: calling.Run, consent: buyers.Consent | None) -> None:
        try:
            sentence = await self.desk_app.write(lambda: practising.end(self.desk, run, consent))
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self._leave(sentence)

    def _leave(self, sentence: str) -> None:
        self.run_ = None
        self.desk_app.leave()
        if sentence:
            self.desk_app.desk_screen().say(sentence)
