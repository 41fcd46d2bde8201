"""The runner of a call, full screen: one line always has the keys, because in a call hands only type."""

from textual import work

from salesdesk.errors import SalesdeskError
from salesdesk.screens.base import Chrome
from salesdesk.screens.call_keys import CallKeys
from salesdesk.screens.dialogs.wrap_up import WrapResult, WrapUpDialog
from salesdesk.screens.wrapping import wrap_form
from salesdesk.services import calling
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref


class CallScreen(CallKeys):
    """Opened by `c` on a record, or with the key of a call that was not ended; ending it means deciding."""

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
        super().__init__(desk, chrome, ref, call=call, script=script)
        self._at_once = wrap_up
        self._wrap: WrapResult | None = None

    def begun(self) -> None:
        if self._at_once:
            self.call_after_refresh(self.action_call_wrap_up)

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
                decided = calling.Ending(outcome, result.result, result.next_step, result.take_stage, result.mail)
                sentence = (await self.desk_app.write(lambda: calling.end(self.desk, run, decided))).sentence
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        self.run_ = None
        app = self.desk_app
        app.leave()
        app.desk_screen().say(sentence, undo=True)
        app.changed()
