"""The verbs of records: the same letter on every screen, on the cursor row or on all that are marked."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from textual import work

from salesdesk.domain.dates import say_due
from salesdesk.domain.money import to_major
from salesdesk.errors import InvalidError, SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens import cadences, filing
from salesdesk.screens.dialogs.choose import Choice, ChooseDialog
from salesdesk.screens.dialogs.guard import GuardDialog
from salesdesk.screens.dialogs.pick import Choose, Picked
from salesdesk.screens.dialogs.prompt import (
    DueDialog,
    EditDialog,
    EditResult,
    InvalidText,
    NextStepDialog,
    PromptDialog,
    TextResult,
)
from salesdesk.screens.logging import LogVerb
from salesdesk.screens.targets import who
from salesdesk.screens.typed import conversion, lettered
from salesdesk.services import collision, editing, fields, files, negotiating, outreach, prospecting
from salesdesk.services.records import Ref
from salesdesk.services.steps import read_day, read_step
from salesdesk.store.read.files import FileRow
from salesdesk.store.read.lookups import choices, stages
from salesdesk.widgets.marks import Marks
from salesdesk.widgets.options import Option

_PER_DAY = re.compile(r"(\d+)\s*/\s*day")
# What has fields, notes, a phone; a to-do of its own has none.
_WITH_FIELDS = ("lead", "deal", "contact", "account")


class RecordVerbs(LogVerb):
    """The verbs of a screen that can say which records are meant now."""

    # Plan

    def action_record_next(self) -> None:
        """Change the next step."""

        def ask(refs: Sequence[Ref]) -> None:
            present = outreach.planned(self.desk.connection, refs[0])
            value = present.subject if present and len(refs) == 1 else ""
            self.open_dialog(
                NextStepDialog(who(refs), value, self._meaning_of_step, count=len(refs)),
                lambda result: self.act(lambda: outreach.plan(self.desk, refs, read_step(self.desk, result.text))),
            )

        self.on_targets(ask)

    def _meaning_of_step(self, text: str) -> str | InvalidText:
        try:
            sentence = read_step(self.desk, text).sentence(self.desk.today)
        except SalesdeskError as error:
            return InvalidText(error.message)
        return sentence[:1].upper() + sentence[1:]

    def action_record_due(self) -> None:
        """Move the due day."""

        def ask(refs: Sequence[Ref]) -> None:
            def save(result: TextResult) -> None:
                per_day = _PER_DAY.fullmatch(result.text.strip())
                if per_day:
                    best = outreach.best_first(self.desk, refs)
                    self.act(lambda: outreach.spread(self.desk, best, int(per_day[1])))
                else:
                    self.act(lambda: outreach.postpone(self.desk, refs, read_day(self.desk, result.text)))

            self.open_dialog(DueDialog(who(refs), self._meaning_of_day, count=len(refs)), save)

        self.on_targets(ask)

    def _meaning_of_day(self, text: str) -> str | InvalidText:
        if per_day := _PER_DAY.fullmatch(text.strip()):
            return tr("{count} a day, on working days from today", count=per_day[1])
        try:
            day = read_day(self.desk, text)
        except InvalidError as error:
            return InvalidText(str(error))
        if day < self.desk.today:
            return InvalidText(tr("{day} is in the past.", day=day.isoformat()))
        return f"{say_due(day, None, self.desk.today)}, {day.isoformat()}"

    # Cadences

    def action_record_enrol(self) -> None:
        """Enrol in a cadence; who is in one is steered."""
        self.on_targets(
            lambda refs: self.run_worker(cadences.ask(self, refs), group="ask", exclusive=True),
            ("lead", "deal", "contact"),
        )

    def action_cadence_skip(self) -> None:
        """Pass over the planned step of a cadence."""
        self.on_targets(lambda refs: cadences.steer(self, refs, "skip"))

    def action_cadence_pause(self) -> None:
        """Let them wait in their cadence."""
        self.on_targets(lambda refs: cadences.steer(self, refs, "pause"))

    def action_cadence_resume(self) -> None:
        """Go on where they were paused."""
        self.on_targets(lambda refs: cadences.steer(self, refs, "resume"))

    def action_cadence_stop(self) -> None:
        """Take them out of their cadence."""
        self.on_targets(lambda refs: cadences.steer(self, refs, "stop"))

    # Stage, owner, tags, fields

    def action_record_stage(self) -> None:
        """Choose the stage of a deal, the status of a lead."""

        def ask(refs: Sequence[Ref]) -> None:
            if refs[0].kind == "deal":
                pipeline = self.desk.connection.value("SELECT pipeline_id FROM deal WHERE id = ?", (refs[0].id,))
                every = stages(self.desk.connection, pipeline)
                options = [Option(s.id.hex(), s.name, hint=f"{s.probability} %") for s in every]
                by_id = {s.id.hex(): s for s in every}
                self.open_dialog(
                    ChooseDialog(tr("Stage"), options, about=who(refs)),
                    lambda choice: self.move_deals(refs, by_id[choice.id]),
                )
                return
            statuses = [s for s in choices(self.desk.connection, "lead_status") if s.meaning == "open"]
            options = [Option(s.name, s.name) for s in statuses]
            self.open_dialog(
                ChooseDialog(tr("Status"), options, about=who(refs)),
                lambda choice: self.act(lambda: editing.set_status(self.desk, refs, choice.id)),
            )

        self.on_targets(ask, ("lead", "deal"))

    def move_deals(self, refs: Sequence[Ref], stage: Any) -> None:
        """Put deals into a stage; Won and Lost ask what `w` and `x` ask."""
        if stage.meaning == "lost":
            self._ask_reason(refs)
        elif stage.meaning == "won":
            self._ask_win(refs)
        else:
            self.act(lambda: negotiating.move(self.desk, refs, stage))

    def action_record_owner(self) -> None:
        """Hand to another owner."""

        def ask(refs: Sequence[Ref]) -> None:
            options = [Option(m.name, m.name, hint=m.role) for m in self.desk.members()]
            self.open_dialog(
                Choose(tr("Owner"), options, aside=who(refs)),
                lambda picked: self.act(lambda: editing.give(self.desk, refs, _owner_of(picked))),
            )

        self.on_targets(ask)

    def action_record_tag(self) -> None:
        """Add or drop tags."""

        def ask(refs: Sequence[Ref]) -> None:
            dialog = PromptDialog(
                tr("Tags: {who}", who=who(refs)),
                placeholder=tr("hot   -cold takes it off"),
                may_be_empty=False,
            )
            self.open_dialog(dialog, lambda result: self.act(lambda: editing.tag(self.desk, refs, result.text)))

        self.on_targets(ask)

    def action_record_edit(self) -> None:
        """Edit a field."""

        def ask(refs: Sequence[Ref]) -> None:
            shown = [f for f in fields.editable(self.desk, refs[0]) if f.kind != "note"]
            options = lettered([(f.name, fields.spoken(f.name), f.text if len(refs) == 1 else "") for f in shown])

            def save(result: EditResult) -> None:
                self.act(lambda: editing.edit(self.desk, refs, {result.field: result.text}))

            def read(field: str, text: str) -> str | InvalidText:
                reason = editing.why_not(self.desk, refs[0].kind, field, text)
                return InvalidText(reason) if reason else ""

            self.open_dialog(EditDialog(tr("Edit: {who}", who=who(refs)), options, read=read), save)

        self.on_targets(ask, _WITH_FIELDS)

    def action_record_editor(self) -> None:
        """The notes of a record in the editor."""
        self.on_targets(lambda refs: self.desk_app.edit_notes(self, refs[0]), _WITH_FIELDS)

    # Won, lost, deleted

    def action_record_win(self) -> None:
        """A deal is won; a lead becomes a deal."""
        self.on_targets(self._ask_win, ("lead", "deal"))

    def _ask_win(self, refs: Sequence[Ref]) -> None:
        if refs[0].kind == "deal":
            self.act(lambda: negotiating.win(self.desk, refs))
        elif len(refs) == 1:
            self._ask_convert(refs[0])
        else:
            self.say(tr("Leads become deals one at a time."), "note")

    def _ask_convert(self, ref: Ref) -> None:
        defaults = prospecting.conversion_defaults(self.desk, ref)
        joinable = prospecting.open_deals_for(self.desk, ref)
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
        self.on_targets(self._ask_reason, ("lead", "deal"))

    def _ask_reason(self, refs: Sequence[Ref]) -> None:
        lead = refs[0].kind == "lead"
        every = prospecting.disqualify_reasons(self.desk) if lead else negotiating.reasons(self.desk)
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

    def action_record_delete(self) -> None:
        """Move to the bin; undo brings it back."""
        self.on_targets(lambda refs: self.act(lambda: editing.delete(self.desk, refs)))

    def action_record_files(self) -> None:
        """Files and links: open, attach, take off."""

        def read(refs: Sequence[Ref]) -> Sequence[FileRow]:
            return files.of_record(self.desk, refs[0])

        self.on_targets(lambda refs, rows: filing.ask(self, refs, rows), prepare=read)

    def action_deal_product(self) -> None:
        """Put a product on the deal: which, then how many."""

        def ask(refs: Sequence[Ref]) -> None:
            if refs[0].kind != "deal":
                self.say(tr("Products belong on a deal."), "note")
                return
            products = negotiating.products(self.desk)
            if not products:
                self.say(tr("There are no products yet: salesdesk product add NAME --price P, or import them."), "note")
                return
            by_id = {ref.id.hex(): ref for ref, _ in products}
            options = [Option(ref.id.hex(), ref.name, hint=price) for ref, price in products]
            self.open_dialog(
                Choose(tr("Product"), options, aside=who(refs)),
                lambda picked: self.call_later(self._ask_quantity, refs[0], by_id[picked.id]),
            )

        self.on_targets(ask)

    def _ask_quantity(self, ref: Ref, product: Ref) -> None:
        def read(text: str) -> str | InvalidText:
            return (
                product.name
                if text.strip().isdigit() and int(text) > 0
                else InvalidText(tr("How many? Type a number."))
            )

        def save(result: TextResult) -> None:
            self.act(lambda: negotiating.add_product(self.desk, ref, product, quantity=int(result.text)))

        self.open_dialog(
            PromptDialog(tr("How many {name}?", name=product.name), "1", read=read, may_be_empty=False), save
        )

    def action_record_mail(self) -> None:
        """Write a mail from a template."""
        from salesdesk.screens import mailing

        mailing.ask(self)

    # Before somebody is contacted

    @work(exclusive=True, group="guard")
    async def guarded(self, ref: Ref, channel: str, then: Callable[[], object]) -> None:
        """Do `then` at once when nobody else is at it, else after the one line that says who, and a key."""
        found = await self.desk_app.read(lambda: collision.guard(self.desk, ref, channel))
        if not found.line:
            then()
            return
        dialog = GuardDialog(tr("First: {name}", name=ref.name), found.forbidden, found.warnings)
        self.open_dialog(dialog, lambda _: self.call_later(then))

    # Call

    def action_record_call(self) -> None:
        """Run a call with a script, after the guard."""

        def ask(refs: Sequence[Ref]) -> None:
            if len(refs) > 1:
                self.say(tr("One call at a time: clear the marks first."), "note")
            elif refs[0].kind not in _WITH_FIELDS:
                self.say(tr("{name} is not somebody to call.", name=refs[0].name), "note")
            else:
                self.guarded(refs[0], "call", lambda: self.desk_app.start_call(refs[0]))

        self.on_targets(ask)

    # Copy and dial

    def contact_of(self, ref: Ref) -> tuple[str, str]:
        """Phone and mail of a record."""
        if ref.kind not in _WITH_FIELDS:
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

        def ask(refs: Sequence[Ref]) -> None:
            phone, mail = self.contact_of(refs[0])
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

        self.on_targets(ask)

    def action_record_dial(self) -> None:
        """Dial the phone number of the record."""

        def dial(refs: Sequence[Ref]) -> None:
            phone, _ = self.contact_of(refs[0])
            if phone:
                self.guarded(refs[0], "call", lambda: self.desk_app.dial(self, phone, refs[0]))
            else:
                self.say(tr("{name} has no phone number.", name=refs[0].name), "note")

        self.on_targets(dial)


def marked_keys(marks: Marks, shown: Sequence[bytes]) -> list[bytes]:
    """The marked records in the order shown, then those the filter hides: the bar counts them, so they are meant."""
    keys = [key for key in shown if marks.has(key)] if marks else []
    if marks.everything:
        return keys
    seen = set(keys)
    return keys + [key for key in marks.keys if isinstance(key, bytes) and key not in seen]


def _owner_of(picked: Picked) -> str:
    return picked.id or picked.text


def _qualified(deal: Ref) -> str:
    return tr("Qualified into {ref} {name}", ref=deal.ref, name=deal.name)
