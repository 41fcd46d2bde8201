"""The verbs that end a lead or a deal: won, lost; a lead that is won becomes a deal."""

from collections.abc import Sequence

from salesdesk.domain.money import to_major
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.contacting import ContactVerbs
from salesdesk.screens.dialogs.choose import Choice, ChooseDialog
from salesdesk.screens.dialogs.prompt import (
    InvalidText,
    PromptDialog,
    TextResult,
)
from salesdesk.screens.targets import who
from salesdesk.screens.typed import conversion
from salesdesk.services import negotiating, prospecting
from salesdesk.services.records import Ref
from salesdesk.store.read.lookups import Choice as Reason
from salesdesk.widgets.options import Option

# What a lead is qualified with, and the deals it can join.
_Qualifying = tuple[prospecting.Conversion, Sequence[Ref]]


class ClosingVerbs(ContactVerbs):
    """Won and lost, with what each has to know."""

    def action_record_win(self) -> None:
        """A deal is won; a lead becomes a deal."""

        def read(refs: Sequence[Ref]) -> _Qualifying | None:
            if refs[0].kind == "deal" or len(refs) > 1:
                return None
            defaults = prospecting.conversion_defaults(self.desk, refs[0])
            return defaults, prospecting.open_deals_for(self.desk, refs[0])

        self.on_targets(self._ask_win, ("lead", "deal"), prepare=read)

    def _ask_win(self, refs: Sequence[Ref], found: _Qualifying | None = None) -> None:
        if refs[0].kind == "deal":
            self.act(lambda: negotiating.win(self.desk, refs))
        elif found:
            self._ask_convert(refs[0], *found)
        else:
            self.say(tr("Leads become deals one at a time."), "note")

    def _ask_convert(self, ref: Ref, defaults: prospecting.Conversion, joinable: Sequence[Ref]) -> None:
        value = ""
        if defaults.value:
            value = f" {to_major(defaults.value.minor, defaults.value.currency)} {defaults.value.currency}"
        close = f", {defaults.close_on.isoformat()}" if defaults.close_on else ""

        def read(text: str) -> str | InvalidText:
            try:
                how = conversion(self.desk, text)
            except SalesdeskError as error:
                return InvalidText(error.message)
            amount = str(how.value) if how.value else tr("no value yet")
            return tr("New deal {name}, {amount}, closing {day}", name=how.name, amount=amount, day=how.close_on)

        def save(result: TextResult) -> None:
            self.act(lambda: _qualified(prospecting.convert(self.desk, ref, conversion(self.desk, result.text))))

        def ask_new() -> None:
            dialog = PromptDialog(
                tr("New deal from {name}", name=ref.name),
                f"{defaults.name},{value or ' -'}{close}",
                read=read,
                hint=tr("name, value, close day   enter saves   esc close"),
            )
            self.open_dialog(dialog, save)

        if not joinable:
            ask_new()
            return
        options = [Option("new", tr("A new deal"), "n")]
        options += [Option(d.id.hex(), d.name, hint=d.ref) for d in joinable[:8]]
        by_id = {d.id.hex(): d for d in joinable}

        def chosen(choice: Choice) -> None:
            if choice.id == "new":
                self.call_later(ask_new)
                return
            how = prospecting.Conversion(deal=by_id[choice.id])
            self.act(lambda: _qualified(prospecting.convert(self.desk, ref, how)))

        self.open_dialog(ChooseDialog(tr("Qualify {name}", name=ref.name), options), chosen)

    def action_record_lose(self) -> None:
        """Lost, with a reason; a lead is disqualified."""
        self.on_targets(self._ask_reason, ("lead", "deal"), prepare=self.reasons_for)

    def reasons_for(self, refs: Sequence[Ref]) -> list[Reason]:
        """Why these can be lost; reads, so it runs in a thread."""
        lead = refs[0].kind == "lead"
        return prospecting.disqualify_reasons(self.desk) if lead else negotiating.reasons(self.desk)

    def _ask_reason(self, refs: Sequence[Ref], every: Sequence[Reason]) -> None:
        lead = refs[0].kind == "lead"
        by_id = {r.id.hex(): r for r in every}

        def save(choice: Choice) -> None:
            reason = by_id[choice.id]
            if lead:
                self.act(lambda: prospecting.disqualify(self.desk, refs, reason))
            else:
                self.act(lambda: negotiating.lose(self.desk, refs, reason))

        options = [Option(r.id.hex(), r.name, r.letter) for r in every]
        title = tr("Disqualify, why?") if lead else tr("Lost, why?")
        self.open_dialog(ChooseDialog(title, options, about=who(refs)), save)


def _qualified(deal: Ref) -> str:
    return tr("Qualified into {ref} {name}", ref=deal.ref, name=deal.name)
