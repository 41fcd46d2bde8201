"""What the wrap-up of a call starts from."""

from salesdesk.domain import spin
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.screens.dialogs.wrap_up import WrapForm, WrapResult
from salesdesk.services import calling, recap
from salesdesk.services.calling import ending
from salesdesk.services.calling.scripts import language_of
from salesdesk.services.desk import Desk
from salesdesk.services.steps import read_step
from salesdesk.widgets.options import Option


def wrap_form(desk: Desk, run: calling.Run, before: WrapResult | None) -> WrapForm:
    """What the wrap-up starts from; `before` is what was decided when saving did not work."""
    every = calling.call_outcomes(desk)
    by_id = {o.id.hex(): o for o in every}

    def read_next(text: str) -> str:
        try:
            return read_step(desk, text).sentence(desk.today)
        except SalesdeskError as error:
            return error.message

    def why_not(text: str) -> str:
        return ending.why_no_advance(ending.commitment(desk, run, text))

    stage = ending.stage_after(desk, run.plan.ref, ending.ADVANCE)
    mail = recap.follow_up(desk, run.plan.ref, language_of(desk, run.plan.ref))
    needs = sum(n.kind in spin.NEEDS for n in run.notes)
    covers = spin.coverage(run.plan.script.script, run.notes, run.plan.answered)
    coverage = "  ".join(f"{c.letter} {c.asked}/{c.total}" for c in covers if c.total)
    notes = ", ".join((plural(len(run.notes), tr("note"), tr("notes")), plural(needs, tr("need"), tr("needs"))))
    money = ending.value_said(desk, run)
    tasks = sum(n.kind == "next" and bool(n.text) for n in run.notes) - bool(ending.agreed(run))
    return WrapForm(
        title=tr("Wrap up: {name}", name=run.plan.name),
        outcomes=[Option(o.id.hex(), o.name.lower(), o.letter) for o in every],
        talked=frozenset(o.id.hex() for o in every if ending.asks_result(o)),
        next_for={key: ending.proposed_step(desk, run, o) for key, o in by_id.items()},
        from_line=bool(ending.agreed(run)),
        read_next=read_next,
        why_not=why_not,
        coverage=f"{coverage}   {notes}" if coverage else notes,
        stage=stage.name if stage else "",
        mail=mail.name,
        no_mail=mail.why_not,
        also=[part for part in (
            tr("value {money}", money=money) if money else "",
            tr("{count} more to do", count=tasks) if tasks else "",
        ) if part],
        before=before,
    )  # fmt: skip
