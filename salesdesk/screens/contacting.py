"""The verbs that reach somebody: call, copy a number or an address, dial; and who else is at it, said before."""

from collections.abc import Callable, Sequence

from textual import work

from salesdesk.i18n import tr
from salesdesk.screens.dialogs.choose import Choice, ChooseDialog
from salesdesk.screens.dialogs.guard import GuardDialog
from salesdesk.screens.logging import LogVerb
from salesdesk.screens.targets import who
from salesdesk.services import collision
from salesdesk.services.records import Ref
from salesdesk.widgets.options import Option

# What has fields, notes, a phone; a to-do of its own has none.
WITH_FIELDS = ("lead", "deal", "contact", "account")


class ContactVerbs(LogVerb):
    """Call, copy, dial, each after a look at who else is in touch."""

    @work(exclusive=True, group="guard")
    async def guarded(self, ref: Ref, channel: str, then: Callable[[], object]) -> None:
        """Do `then` at once when nobody else is at it, else after the one line that says who, and a key."""
        found = await self.desk_app.read(lambda: collision.guard(self.desk, ref, channel))
        if not found.line:
            then()
            return
        dialog = GuardDialog(tr("First: {name}", name=ref.name), found.forbidden, found.warnings)
        self.open_dialog(dialog, lambda _: self.call_later(then))

    def action_record_call(self) -> None:
        """Run a call with a script, after the guard."""

        def ask(refs: Sequence[Ref]) -> None:
            if len(refs) > 1:
                self.say(tr("One call at a time: clear the marks first."), "note")
            elif refs[0].kind not in WITH_FIELDS:
                self.say(tr("{name} is not somebody to call.", name=refs[0].name), "note")
            else:
                self.guarded(refs[0], "call", lambda: self.desk_app.start_call(refs[0]))

        self.on_targets(ask)

    def contact_of(self, ref: Ref) -> tuple[str, str]:
        """Phone and mail of a record; reads, so it runs in a thread."""
        if ref.kind not in WITH_FIELDS:
            return "", ""
        row = self.desk.connection.one(
            "SELECT COALESCE(NULLIF(c.phone, ''), c.mobile, a.phone), c.email FROM deal d"
            " LEFT JOIN contact c ON c.id = d.contact_id LEFT JOIN account a ON a.id = d.account_id WHERE d.id = ?"
            if ref.kind == "deal"
            else f"SELECT {'phone' if ref.kind == 'account' else 'COALESCE(NULLIF(phone, chr0), mobile)'}, email"
            f" FROM {ref.kind} WHERE id = ?".replace("chr0", "''"),
            (ref.id,),
        )
        return (row[0] or "", row[1] or "") if row else ("", "")

    def action_record_copy(self) -> None:
        """Copy the phone, the mail address, a line or a summary."""

        def ask(refs: Sequence[Ref], contact: tuple[str, str]) -> None:
            phone, mail = contact
            line = "\t".join(part for part in (refs[0].ref, refs[0].name, refs[0].detail, phone, mail) if part)
            texts = {"p": phone, "e": mail, "l": line, "s": "\n".join(str(ref) for ref in refs)}
            labels = {"p": tr("Phone"), "e": tr("Mail"), "l": tr("Line"), "s": tr("Summary")}
            options = [
                Option(key, labels[key], key, text.replace("\t", "  ")[:48]) for key, text in texts.items() if text
            ]
            channels = {"p": "call", "e": "mail"}

            def copy(choice: Choice) -> None:
                def run() -> None:
                    self.desk_app.copy(self, texts[choice.id])

                # Who copies a number or an address is about to use it.
                if choice.id in channels:
                    self.guarded(refs[0], channels[choice.id], run)
                else:
                    run()

            self.open_dialog(ChooseDialog(tr("Copy"), options, about=who(refs)), copy)

        self.on_targets(ask, prepare=lambda refs: self.contact_of(refs[0]))

    def action_record_dial(self) -> None:
        """Dial the phone number of the record."""

        def dial(refs: Sequence[Ref], contact: tuple[str, str]) -> None:
            phone, _ = contact
            if phone:
                self.guarded(refs[0], "call", lambda: self.desk_app.dial(self, phone, refs[0]))
            else:
                self.say(tr("{name} has no phone number.", name=refs[0].name), "note")

        self.on_targets(dial, prepare=lambda refs: self.contact_of(refs[0]))
