"""What is said and agreed in a review: notes, tasks, forecast categories, the forecast, the one change, its end."""

from collections.abc import Sequence
from functools import partial

from salesdesk.domain.forecast import CATEGORIES
from salesdesk.domain.money import to_major
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.choose import ChooseDialog
from salesdesk.screens.dialogs.prompt import InvalidText, PromptDialog
from salesdesk.screens.dialogs.text import TextDialog
from salesdesk.screens.page_files import ask_and_write
from salesdesk.screens.verbs import RecordVerbs
from salesdesk.services import editing, reviewing
from salesdesk.services.records import Ref
from salesdesk.services.reviewing import Look
from salesdesk.services.reviewing.care import Concern
from salesdesk.store.read.reviews import ReviewRow
from salesdesk.widgets.options import Option


class ReviewVerbs(RecordVerbs):
    """The verbs of a review; the screen knows which deal is in sight."""

    review: ReviewRow
    seen: Look | None
    # Notes that were typed and not saved, by deal.
    drafts: dict[bytes, str]

    @property
    def concern(self) -> Concern | None:
        """The deal in sight."""
        raise NotImplementedError

    def action_review_note(self) -> None:
        """Say something of the deal in sight."""
        one = self.concern
        if one is None:
            self.say(tr("Notes are of a deal: go on to the deals."), "note")
            return
        ref, review = one.ref, self.review
        before = one.item.note if one.item else ""
        why = one.why
        typed = self.drafts.get(ref.id) or before

        def save(text: str) -> None:
            self.drafts.pop(ref.id, None)
            self.write(lambda: reviewing.note(self.desk, review, ref, text, why=why, before=before))

        def keep(text: str) -> None:
            self.drafts[ref.id] = text

        title = tr("Note: {name}", name=ref.name)
        if "\n" in typed:
            self.open_dialog(TextDialog(title, typed), lambda result: save(result.text), kept=keep)
            return
        dialog = PromptDialog(
            title,
            typed,
            placeholder=tr("what was said"),
            may_be_empty=False,
            hint=tr("enter saves   esc close, draft kept"),
        )
        self.open_dialog(dialog, lambda result: save(result.text), kept=keep)

    def action_review_task(self) -> None:
        """Agree on a task: of the deal in sight, else of whom the review is."""
        one, review = self.concern, self.review
        ref = one.ref if one else None
        why = one.why if one else ""
        dialog = PromptDialog(
            tr("Task: {name}", name=ref.name if ref else _whose(review)),
            read=self._meaning_of_task,
            away=self.desk_app.read,
            placeholder=tr("@omar call thu 10:00 about the prices"),
            may_be_empty=False,
            hint=tr("what, when, @who   enter saves   esc close"),
        )
        self.open_dialog(
            dialog,
            lambda result: self.write(lambda: reviewing.agree_task(self.desk, review, ref, result.text, why=why)),
        )

    def _meaning_of_task(self, text: str) -> str | InvalidText:
        try:
            step, owner = reviewing.read_task(self.desk, text)
        except SalesdeskError as error:
            return InvalidText(error.message)
        sentence = step.sentence(self.desk.today)
        who = reviewing.name_of(self.desk, owner) if owner else ""
        return f"{sentence[:1].upper()}{sentence[1:]}{f', {who}' if who else ''}"

    def action_review_category(self) -> None:
        """Put the deal in sight into a forecast category."""

        def ask(refs: Sequence[Ref]) -> None:
            options = [Option(key, tr(name), key[0]) for key, name in CATEGORIES.items()]
            options.append(Option("none", tr("As its chance says"), "s", tr("commit from 75 %, best case from 50 %")))
            self.open_dialog(
                ChooseDialog(tr("Forecast category"), options, about=refs[0].name),
                lambda choice: self.act(lambda: editing.edit(self.desk, refs, {"forecast": choice.id})),
            )

        self.on_targets(ask, ("deal",))

    def action_review_forecast(self) -> None:
        """Submit commit and best case for the period."""
        if self.seen is None:
            return
        out, member = self.seen.outlook, self.review.member_id
        first = " ".join(
            f"{to_major(money.minor, money.currency):f}".removesuffix(".00") for money in (out.commit, out.best)
        )

        def read(text: str) -> str | InvalidText:
            try:
                commit, best, note = reviewing.read_submission(self.desk, text)
            except SalesdeskError as error:
                return InvalidText(error.message)
            more = f", {tr('best case')} {best}" if best else ""
            return f"{tr('Commit')} {commit}{more}{f': {note}' if note else ''}"

        def save(text: str) -> None:
            commit, best, note = reviewing.read_submission(self.desk, text)
            self.write(lambda: reviewing.submit(self.desk, member, commit, best, note))

        dialog = PromptDialog(
            tr("Forecast of {who}, {period}", who=_whose(self.review), period=out.period),
            first,
            read=read,
            may_be_empty=False,
            offered=True,
            hint=tr("commit, best case, then a note   enter saves   esc close"),
        )
        self.open_dialog(dialog, lambda result: save(result.text))

    def action_review_agree(self) -> None:
        """Agree on the one change: what, then who looks after it and when."""
        review = self.review

        def look_up(text: str) -> None:
            who = review.member_id or self.desk.actor
            self.after_reading(lambda: reviewing.name_of(self.desk, who), partial(ask_who, text))

        def ask_who(text: str, name: str) -> None:
            dialog = PromptDialog(
                tr("Who looks after it, and when?"),
                f"@{name.split()[0].lower()} +7d",
                about=text,
                read=self._meaning_of_task,
                away=self.desk_app.read,
                may_be_empty=False,
            )
            self.open_dialog(
                dialog, lambda result: self.write(lambda: reviewing.agree(self.desk, review, text, result.text))
            )

        dialog = PromptDialog(
            tr("The one change"),
            review.agreed.replace("\n", " "),
            placeholder=tr("what we do differently until next time"),
            may_be_empty=False,
            hint=tr("kept as a playbook page and a task   enter goes on   esc close"),
        )
        self.open_dialog(dialog, lambda result: self.call_later(look_up, result.text))

    def action_review_close(self) -> None:
        """End the review, and go back to the tab."""
        review = self.review
        self.write(lambda: reviewing.close(self.desk, review), self._done)

    def _done(self) -> None:
        self.desk_app.leave()
        name = _whose(self.review)
        self.desk_app.desk_screen().say(tr("Review of {name} closed", name=name), undo=True)

    def action_review_minutes(self) -> None:
        """Write the minutes into a file."""
        review = self.review

        def text() -> str:
            return reviewing.minutes(self.desk, reviewing.fresh(self.desk, review))

        ask_and_write(self, tr("Minutes"), f"review {_whose(review)}", text)


def _whose(review: ReviewRow) -> str:
    """What sentences call whom a review is of."""
    return review.member or tr("the team")
