"""The quotas of tab 5 and their verbs: set, change, copy forward, and what stands behind an attainment."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from salesdesk.domain.money import format_money, to_major
from salesdesk.domain.periods import Period, parse_period, period_text
from salesdesk.domain.spans import following_span
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.screens.dialogs.form import FormDialog, FormField, FormResult
from salesdesk.screens.dialogs.prompt import InvalidText
from salesdesk.screens.working import WorkingScreen
from salesdesk.services.desk import Desk
from salesdesk.services.goals import Goal, copying, quotas
from salesdesk.services.goals.kept import Scope, read_span, scope_of
from salesdesk.services.goals.quota_years import say_before, say_days, say_sum
from salesdesk.widgets.text import Cell, Piece, pieces

_ONE_DAY = dt.timedelta(days=1)


class QuotaVerbs(WorkingScreen):
    """What can be done with quotas; `quota` is the one under the cursor."""

    # What was typed and not saved: by the id of the quota, of a new one, of a copy.
    forms: dict[object, Mapping[str, str]]

    @property
    def quota(self) -> Goal | None:
        """The quota under the cursor."""
        raise NotImplementedError

    def quota_saved(self, whose: Scope | None, first: dt.date) -> None:
        """A quota was saved whose days begin then; the cursor may go there."""

    # Set and change

    def add_quota(self) -> None:
        """A new one: whose, which days, how much; the days are those of the quota under the cursor."""
        near = self.quota
        typed = self.forms.get("new")

        def begin() -> Mapping[str, str]:
            return typed or {"whose": "", "period": self._period_near(near), "amount": ""}

        self.after_reading(begin, lambda values: self._ask("new", tr("A quota"), values, None, "whose"))

    def _period_near(self, near: Goal | None) -> str:
        if near is not None and near.starts_on and near.ends_on:
            return period_text(near.starts_on, near.ends_on, self.desk.calendar)
        quarter = parse_period("quarter", self.desk.today, self.desk.calendar)
        return period_text(quarter.start, quarter.end - _ONE_DAY, self.desk.calendar)

    def change_quota(self, quota: Goal) -> None:
        """Change whose it is, its days, how much."""
        typed = self.forms.get(quota.id)

        def begin() -> Mapping[str, str]:
            return typed or {
                "whose": quotas.whose_text(self.desk, quota),
                "period": self._period_near(quota),
                "amount": _plain(quota, self.desk),
            }

        title = tr("Change the quota of {whose}", whose=quota.whose)
        self.after_reading(begin, lambda values: self._ask(quota.id, title, values, quota, "amount"))

    def _ask(self, key: object, title: str, values: Mapping[str, str], quota: Goal | None, start: str) -> None:
        reading = QuotaReading(self.desk, quota)
        fields = [
            FormField("whose", tr("Whose"), values["whose"], tr("a member, a team, or team for all together")),
            FormField("period", tr("Period"), values["period"], tr("q1 2027, 2026-07..2027-06, 31 may to 30 aug")),
            FormField("amount", tr("Quota"), values["amount"], tr("120k")),
        ]
        dialog = FormDialog(title, fields, reading.tell, start=start)

        def save(result: FormResult) -> None:
            # Kept until it is saved: a refusal must not cost what was typed.
            self.forms[key] = result.values

            def act() -> str:
                made = reading.draft(result.values)
                sentence = quotas.save_quota(self.desk, made)
                self.forms.pop(key, None)
                self.quota_saved(made.scope, made.first)
                return sentence

            self.write(act)

        self.open_dialog(dialog, save, kept=self._keeper(key, values, dialog))

    def _keeper(self, key: object, before: Mapping[str, str], dialog: FormDialog) -> Callable[[str], object]:
        def keep(_: str) -> None:
            # What was only looked at is no draft: next time it is to show what there is then.
            if dialog.values != dict(before):
                self.forms[key] = dialog.values

        return keep

    # Copy forward

    def action_quota_copy(self) -> None:
        """Copy the quotas of a period to another one, times a factor."""
        near = self.quota
        typed = self.forms.get("copy")

        def begin() -> Mapping[str, str]:
            if typed:
                return typed
            source = self._period_near(near or _latest(self.desk))
            period = parse_period(source, self.desk.today, self.desk.calendar)
            after = following_span(period.start, period.end - _ONE_DAY)
            target = period_text(*after, self.desk.calendar) if after else ""
            return {"source": source, "target": target, "factor": "+0%"}

        self.after_reading(begin, self._ask_copy)

    def _ask_copy(self, values: Mapping[str, str]) -> None:
        desk = self.desk
        fields = [
            FormField("source", tr("From"), values["source"], tr("the period whose quotas are copied")),
            FormField("target", tr("To"), values["target"], tr("the period they are copied to")),
            FormField("factor", tr("Factor"), values["factor"], tr("+10% or 1.1")),
        ]
        dialog = FormDialog(
            tr("Copy quotas forward"),
            fields,
            lambda typed: tell_copy(desk, typed),
            start="factor",
            hint=tr("enter copies   tab next field   esc close, draft kept"),
        )

        def save(result: FormResult) -> None:
            self.forms["copy"] = result.values
            said = result.values

            def act() -> str:
                sentence = copying.copy_quotas(desk, said["source"], said["target"], said["factor"])
                self.forms.pop("copy", None)
                self.quota_saved(None, read_span(desk, said["target"], "", what="quota")[0])
                return sentence

            self.write(act)

        self.open_dialog(dialog, save, kept=self._keeper("copy", values, dialog))


def _plain(quota: Goal, desk: Desk) -> str:
    """The amount as it would be typed."""
    whole = f"{to_major(quota.target, quota.currency):f}"
    whole = whole.rstrip("0").rstrip(".") if "." in whole else whole
    return whole if quota.currency == desk.currency else f"{whole} {quota.currency}"


def _latest(desk: Desk) -> Goal | None:
    """The quota that begins last of those that have begun."""
    begun = [q for q in quotas.quotas(desk) if q.starts_on and q.starts_on <= desk.today]
    return begun[-1] if begun else None


class QuotaReading:
    """What is typed into the form of a quota; `present` is the one that is changed. Reads the store."""

    def __init__(self, desk: Desk, present: Goal | None) -> None:
        self.desk = desk
        self.present = present

    def draft(self, values: Mapping[str, str]) -> quotas.QuotaDraft:
        """The quota that was entered."""
        present = self.present
        # An amount nobody touched stays as it is, also in another currency.
        untouched = present is not None and values["amount"] == _plain(present, self.desk)
        amount = "" if untouched else values["amount"]
        return quotas.read_quota(self.desk, values["whose"], amount, values["period"], present=present)

    def tell(self, values: Mapping[str, str]) -> Mapping[str, "Cell | InvalidText"]:
        """What each field means, or why it cannot be taken."""
        scope, whose = self._whose(values["whose"])
        span, period = self._period(values["period"], scope)
        there = quotas.same_days(self.desk, scope, span) if scope and span and self.present is None else None
        amount = self._amount(values["amount"], there)
        if scope and span and not isinstance(amount, InvalidText) and (before := say_before(self.desk, scope, span)):
            amount = [*pieces(amount, "text"), Piece(before, "muted")]
        return {"whose": whose, "period": period, "amount": amount}

    def _whose(self, text: str) -> "tuple[Scope | None, Cell | InvalidText]":
        if not text:
            return None, InvalidText(tr("Say whose it is: {names}.", names=", ".join(_names(self.desk))))
        try:
            scope = scope_of(self.desk, text)
        except SalesdeskError as error:
            return None, InvalidText(str(error))
        if scope.team_id:
            return scope, tr("{name}, the team together", name=scope.name)
        if scope.member_id is None:
            return scope, tr("everyone together")
        member = next(m for m in self.desk.members(active_only=False) if m.id == scope.member_id)
        if not member.active:
            return scope, Piece(tr("{name} left", name=member.name), "warn")
        return scope, f"{member.name}, {tr(member.role)}"

    def _period(self, text: str, scope: Scope | None) -> "tuple[tuple[dt.date, dt.date] | None, Cell | InvalidText]":
        try:
            span = read_span(self.desk, text, "", what="quota")
        except SalesdeskError as error:
            return None, InvalidText(str(error))
        said = say_days(span)
        if scope is None:
            return span, said
        there = self.present or quotas.same_days(self.desk, scope, span)
        try:
            quotas.check_free(self.desk, scope, span, there)
        except SalesdeskError as error:
            return span, InvalidText(str(error))
        return span, said

    def _amount(self, text: str, there: Goal | None) -> "Cell | InvalidText":
        """`there` is the quota a new one of the same days takes the place of."""
        old = format_money(there.target, there.currency) if there else ""
        if not text:
            nothing = tr("Say how much: 120k, or 95,000.")
            return InvalidText(tr("{old} now. {nothing}", old=old, nothing=nothing) if old else nothing)
        present = self.present
        if present is not None and text == _plain(present, self.desk):
            return Piece(format_money(present.target, present.currency), "text")
        try:
            said = format_money(quotas.read_amount(self.desk, text, present), self.desk.currency)
        except SalesdeskError as error:
            return InvalidText(str(error))
        return Piece(tr("{new} instead of {old}", new=said, old=old), "warn") if old else Piece(said, "text")


def _names(desk: Desk) -> list[str]:
    """Who can have a quota: the first of the members and teams."""
    members = [m.name for m in desk.members()]
    teams = [
        name for (name,) in desk.connection.rows("SELECT name FROM team WHERE deleted_op IS NULL ORDER BY name_key")
    ]
    shown = [*members[:6], *(["…"] if len(members) > 6 else []), *teams[:3]]
    return [*shown, tr("team for all")]


def tell_copy(desk: Desk, values: Mapping[str, str]) -> Mapping[str, "Cell | InvalidText"]:
    """What copying would do, field by field."""
    told: dict[str, Cell | InvalidText] = {}
    periods: dict[str, Period] = {}
    for name in ("source", "target"):
        try:
            read_span(desk, values[name], "", what="quota")
            periods[name] = parse_period(values[name], desk.today, desk.calendar)
        except SalesdeskError as error:
            told[name] = InvalidText(str(error))
    if "source" not in periods:
        return told
    source, target = periods["source"], periods.get("target", periods["source"])
    plan = copying.plan_copy(desk, source, target)
    if not plan:
        return {**told, "source": InvalidText(copying.nothing_to_copy(plan, source).message)}
    count = plural(len(plan), tr("quota"), tr("quotas"))
    told["source"] = tr("{count}, {sum} in all", count=count, sum=_sum((c.quota.target, c.quota) for c in plan))
    if "target" in periods:
        told["target"] = _told_target(target, plan)
    try:
        plan = copying.plan_copy(desk, source, target, copying.read_factor(values["factor"]))
    except SalesdeskError as error:
        return {**told, "factor": InvalidText(str(error))}
    made = _sum((c.target, c.quota) for c in plan if not c.passed)
    return {**told, "factor": Piece(tr("{after} in all", after=made), "text") if made else ""}


def _sum(amounts: Iterable[tuple[int, Goal]]) -> str:
    return say_sum((minor, quota.currency) for minor, quota in amounts)


def _told_target(target: Period, plan: "list[copying.Copy]") -> "Cell | InvalidText":
    passed = copying.say_passed(plan)
    if all(one.passed for one in plan):
        return InvalidText(tr("Nothing is left to copy: {passed}.", passed=passed))
    said = say_days((target.start, target.end - _ONE_DAY))
    if not passed:
        return said
    return [Piece(said, "muted"), Piece(tr("passed over: {passed}", passed=passed), "warn")]
