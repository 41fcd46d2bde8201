"""The verbs of records: the same letter on every screen, on the cursor row or on all that are marked."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from salesdesk.domain.dates import say_due
from salesdesk.errors import InvalidError, SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens import cadences, filing
from salesdesk.screens.closing import ClosingVerbs
from salesdesk.screens.contacting import WITH_FIELDS
from salesdesk.screens.dialogs.choose import ChooseDialog
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
from salesdesk.screens.targets import who
from salesdesk.screens.typed import lettered
from salesdesk.services import editing, fields, files, negotiating, outreach, products
from salesdesk.services.desk import MemberRow
from salesdesk.services.records import Ref
from salesdesk.services.steps import read_day, read_step
from salesdesk.store.read.files import FileRow
from salesdesk.store.read.lookups import choices, stages
from salesdesk.widgets.marks import Marks
from salesdesk.widgets.options import Option
from salesdesk.widgets.steady import start_work

_PER_DAY = re.compile(r"(\d+)\s*/\s*day")


class RecordVerbs(ClosingVerbs):
    """The verbs of a screen that can say which records are meant now."""

    # Plan

    def action_record_next(self) -> None:
        """Change the next step."""

        def ask(refs: Sequence[Ref], present: Any) -> None:
            value = present.subject if present and len(refs) == 1 else ""
            self.open_dialog(
                NextStepDialog(who(refs), value, self._meaning_of_step, away=self.desk_app.read, count=len(refs)),
                lambda result: self.act(lambda: outreach.plan(self.desk, refs, read_step(self.desk, result.text))),
            )

        self.on_targets(ask, prepare=lambda refs: outreach.planned(self.desk.connection, refs[0]))

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
                    count = int(per_day[1])
                    self.act(lambda: outreach.spread(self.desk, outreach.best_first(self.desk, refs), count))
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
            lambda refs: start_work(self, partial(cadences.ask, self, refs), group="ask", exclusive=True),
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

        def read(refs: Sequence[Ref]) -> Sequence[Any]:
            if refs[0].kind == "lead":
                return [s for s in choices(self.desk.connection, "lead_status") if s.meaning == "open"]
            pipeline = self.desk.connection.value("SELECT pipeline_id FROM deal WHERE id = ?", (refs[0].id,))
            return stages(self.desk.connection, pipeline)

        def ask(refs: Sequence[Ref], every: Sequence[Any]) -> None:
            if refs[0].kind == "deal":
                options = [Option(s.id.hex(), s.name, hint=f"{s.probability} %") for s in every]
                by_id = {s.id.hex(): s for s in every}
                self.open_dialog(
                    ChooseDialog(tr("Stage"), options, about=who(refs)),
                    lambda choice: self.move_deals(refs, by_id[choice.id]),
                )
                return
            self.open_dialog(
                ChooseDialog(tr("Status"), [Option(s.name, s.name) for s in every], about=who(refs)),
                lambda choice: self.act(lambda: editing.set_status(self.desk, refs, choice.id)),
            )

        self.on_targets(ask, ("lead", "deal"), prepare=read)

    def move_deals(self, refs: Sequence[Ref], stage: Any) -> None:
        """Put deals into a stage; Won and Lost ask what `w` and `x` ask."""
        if stage.meaning == "lost":
            self.after_reading(lambda: self.reasons_for(refs), lambda every: self._ask_reason(refs, every))
        elif stage.meaning == "won":
            self._ask_win(refs)
        else:
            self.act(lambda: negotiating.move(self.desk, refs, stage))

    def action_record_owner(self) -> None:
        """Hand to another owner."""

        def ask(refs: Sequence[Ref], members: Sequence[MemberRow]) -> None:
            options = [Option(m.name, m.name, hint=m.role) for m in members]
            self.open_dialog(
                Choose(tr("Owner"), options, aside=who(refs)),
                lambda picked: self.act(lambda: editing.give(self.desk, refs, _owner_of(picked))),
            )

        self.on_targets(ask, prepare=lambda _: self.desk.members())

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

        def ask(refs: Sequence[Ref], every: Sequence[Any]) -> None:
            shown = [f for f in every if f.kind != "note"]
            options = lettered(
                [(f.name, fields.spoken(f.name), f.text if len(refs) == 1 else "", f.kind) for f in shown]
            )

            def save(result: EditResult) -> None:
                self.act(lambda: editing.edit(self.desk, refs, {result.field: result.text}))

            def read(field: str, text: str) -> str | InvalidText:
                reason = editing.why_not(self.desk, refs[0].kind, field, text)
                return InvalidText(reason) if reason else ""

            title = tr("Edit: {who}", who=who(refs))
            self.open_dialog(EditDialog(title, options, read=read, away=self.desk_app.read), save)

        self.on_targets(ask, WITH_FIELDS, prepare=lambda refs: fields.editable(self.desk, refs[0]))

    def action_record_editor(self) -> None:
        """The notes of a record in the editor."""
        self.on_targets(lambda refs: self.desk_app.edit_notes(self, refs[0]), WITH_FIELDS)

    # Deleted, files, products, mail

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

        def ask(refs: Sequence[Ref], sold: Sequence[tuple[Ref, str]]) -> None:
            if refs[0].kind != "deal":
                self.say(tr("Products belong on a deal."), "note")
                return
            if not sold:
                self.say(tr("There are no products yet: salesdesk product add NAME --price P, or import them."), "note")
                return
            by_id = {ref.id.hex(): ref for ref, _ in sold}
            options = [Option(ref.id.hex(), ref.name, hint=price) for ref, price in sold]
            self.open_dialog(
                Choose(tr("Product"), options, aside=who(refs)),
                lambda picked: self.call_later(self._ask_quantity, refs[0], by_id[picked.id]),
            )

        self.on_targets(ask, prepare=lambda _: products.products(self.desk))

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
            PromptDialog(tr("How many {name}?", name=product.name), "1", read=read, may_be_empty=False, offered=True),
            save,
        )

    def action_record_mail(self) -> None:
        """Write a mail from a template."""
        from salesdesk.screens import mailing

        mailing.ask(self)


def marked_keys(marks: Marks, shown: Sequence[bytes]) -> list[bytes]:
    """The marked records in the order shown, then those the filter hides: the bar counts them, so they are meant."""
    keys = [key for key in shown if marks.has(key)] if marks else []
    if marks.everything:
        return keys
    seen = set(keys)
    return keys + [key for key in marks.keys if isinstance(key, bytes) and key not in seen]


def _owner_of(picked: Picked) -> str:
    return picked.id or picked.text
