"""The minutes of a review as Markdown: a page that can be mailed as it is."""

import re
from collections.abc import Sequence

from salesdesk.domain.forecast import CATEGORIES
from salesdesk.domain.kpis.value import SMALL_SAMPLE, wilson
from salesdesk.domain.learning import Tally
from salesdesk.domain.money import Money
from salesdesk.domain.reviewing import KINDS
from salesdesk.i18n import plural, tr
from salesdesk.services.desk import Desk
from salesdesk.services.reviewing.care import Concern
from salesdesk.services.reviewing.changes import Change, whole_day
from salesdesk.services.reviewing.looking import Look, Technique, look, technique
from salesdesk.services.reviewing.outlook import accuracy_words
from salesdesk.services.reviewing.running import name_of
from salesdesk.store.read.reviews import ChannelRow, ReviewRow, TaskRow

# What Markdown would read as its own.
_SIGNS = re.compile(r"([\\`*_\[\]<>#|])")


def heads() -> dict[str, str]:
    """What each kind of change is called over its list."""
    return {
        "won": tr("Won"),
        "lost": tr("Lost"),
        "reopened": tr("Opened again"),
        "forward": tr("Moved forward"),
        "back": tr("Moved back"),
        "pushed": tr("Pushed"),
        "pulled": tr("Pulled forward"),
        "grown": tr("Grown"),
        "shrunk": tr("Shrunk"),
        "new": tr("New"),
        "handed": tr("Handed over"),
        "dropped": tr("Put in the bin"),
    }


def minutes(desk: Desk, review: ReviewRow) -> str:
    """The minutes: of a closed review as they were kept, of an open one as far as it has come."""
    if not review.open and review.notes:
        return review.notes
    return _written(desk, look(desk, review), technique(desk, review))


def _written(desk: Desk, seen: Look, told: Technique) -> str:
    review = seen.review
    head = tr(
        "Pipeline review: {who}, {day}", who=plain(name_of(desk, review.member_id)), day=f"{desk.today:%-d %B %Y}"
    )
    since = tr("Since {day}.", day=f"{review.period_from:%-d %B %Y}")
    led = tr(" Led by {who}.", who=plain(review.made_by)) if review.made_by else ""
    parts = [
        [f"# {head}", "", f"{since}{led}"],
        [f"## {tr('Forecast')} {seen.outlook.period}", "", *forecast_lines(seen)],
        [f"## {tr('What changed')}", "", *_changes(desk, seen.changes)],
        [f"## {tr('Deals')}", "", *_deals(seen)],
        [f"## {tr('What worked')}", "", *_technique(told)],
    ]
    if review.agreed:
        parts.append([f"## {tr('What we change')}", "", plain(review.agreed)])
    parts.append([f"## {tr('Tasks')}", "", *_tasks(seen.tasks)])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def forecast_lines(seen: Look) -> list[str]:
    """The forecast as list items."""
    out, said = seen.outlook, seen.forecast
    lines = [
        tr("Target {amount}", amount=out.target.amount) if out.target.amount else tr("No target is set"),
        tr("Won {amount}", amount=out.won),
        tr(
            "Commit {amount}, best case {best}, weighted {weighted}",
            amount=out.commit,
            best=out.best,
            weighted=out.weighted,
        ),
    ]
    if (gap := out.gap) is not None:
        lines.append(gap_words(gap))
    if out.overdue:
        deals = plural(out.overdue, tr("open deal"), tr("open deals"))
        lines.append(tr("{deals} past the close day, {amount}, not counted", deals=deals, amount=out.overdue_value))
    if out.without_value:
        deals = plural(out.without_value, tr("deal"), tr("deals"))
        lines.append(tr("{deals} without a value, not counted", deals=deals))
    if said is not None:
        best = (
            tr(", best case {best}", best=Money(said.best_minor, said.currency)) if said.best_minor is not None else ""
        )
        note = f": {plain(said.note)}" if said.note else ""
        commit = Money(said.commit_minor, said.currency)
        lines.append(tr("**Submitted: commit {commit}{best}**{note}", commit=commit, best=best, note=note))
    if told := accuracy_words(out):
        lines.append(told)
    return [f"- {line}" for line in lines]


def gap_words(gap: Money) -> str:
    """`€12,000 short of the target`, `€3,000 beyond it`."""
    if gap.minor > 0:
        return tr("Commit is {gap} short of the target", gap=gap)
    return (
        tr("Commit is {gap} beyond the target", gap=Money(-gap.minor, gap.currency)) if gap.minor else tr("On target")
    )


def _changes(desk: Desk, found: Sequence[Change]) -> list[str]:
    if not found:
        return [tr("Nothing.")]
    named = heads()
    lines = []
    for kind in KINDS:
        some = [change for change in found if change.kind == kind]
        if some:
            worth = sum(c.value.minor for c in some if c.value and c.value.currency == desk.currency)
            total = f", {Money(worth, desk.currency)}" if worth else ""
            lines += [f"**{named[kind]}** ({len(some)}{total})", "", *(_change(change) for change in some), ""]
    return lines[:-1]


def _change(change: Change) -> str:
    aside = f" ({change.value})" if change.value and change.kind not in {"won", "grown", "shrunk"} else ""
    words = change.words()
    return f"- {plain(change.deal.name)}{aside}{': ' if words else ''}{plain(words)}"


def _deals(seen: Look) -> list[str]:
    spoken = [one for one in seen.concerns.deals if one.item is not None]
    lines = []
    for one in spoken:
        lines += [*_deal(one, seen.task_of.get(one.ref.id, ())), ""]
    left = seen.concerns.total - len(spoken)
    if left > 0:
        lines.append(
            tr(
                "{deals} not talked about.",
                deals=plural(left, tr("deal that needs a word was"), tr("deals that need a word were")),
            )
        )
    return lines or [tr("None needed a word.")]


def _deal(one: Concern, tasks: Sequence[TaskRow]) -> list[str]:
    value = f", {one.value}" if one.value else ""
    lines = [f"**{plain(one.ref.name)}**: {plain(one.stage)}{value}, {CATEGORIES[one.category].lower()}"]
    why = one.item.why if one.item and one.item.why else one.why
    lines += ["", f"- {tr('Why')}: {plain(why)}"] if why else [""]
    if one.item and one.item.note:
        lines += [f"- {plain(line)}" for line in one.item.note.split("\n") if line]
    return [*lines, *(_task(task) for task in tasks)]


def _technique(told: Technique) -> list[str]:
    lines = [f"- {plain(line)}" for line in told.findings]
    lines += [f"- {plain(name)}: {version_words(lately, long)}" for name, lately, long in told.versions if long.talks]
    lines += [f"- {plain(channel_name(row))}: {channel_words(row)}" for row in told.channels]
    return lines or [tr("Nothing was tried.")]


def version_words(lately: Tally, long: Tally) -> str:
    """`2 of 3 talks moved on, 8 of 20 (40 %) in 90 days`."""
    now = tr("{count} of {talks} talks moved on", count=lately.successes, talks=lately.talks)
    return tr("{now}, {rate} in 90 days", now=now, rate=_rate(long.successes, long.talks))


def channel_words(row: ChannelRow) -> str:
    """`12 of 40 (30 %) reached somebody`, `19 sent, 4 replies`."""
    if row.written:
        return tr(
            "{sent} sent, {replies}", sent=f"{row.tried:,}", replies=plural(row.reached, tr("reply"), tr("replies"))
        )
    return tr("{rate} reached somebody", rate=_rate(row.reached, row.tried))


def _rate(part: int, whole: int) -> str:
    """`12 of 40 (30 %)`; of fewer than 10 with the interval that holds the true rate (kpis.md 3.1.6)."""
    if not whole:
        return tr("{part} of {whole}", part=part, whole=whole)
    likely = ""
    if whole < SMALL_SAMPLE:
        low, high = wilson(part, whole)
        likely = tr(", likely {low} to {high} %", low=f"{low * 100:.0f}", high=f"{high * 100:.0f}")
    return tr(
        "{part} of {whole} ({share} %{likely})",
        part=part,
        whole=whole,
        share=f"{100 * part / whole:.0f}",
        likely=likely,
    )


def channel_name(row: ChannelRow) -> str:
    """`Demo, online`."""
    return f"{row.kind}, {tr(row.place)}" if row.place else row.kind


def _tasks(tasks: Sequence[TaskRow]) -> list[str]:
    return [_task(task) for task in tasks] or [tr("None.")]


def _task(task: TaskRow) -> str:
    box = "x" if task.done_on else " "
    what = (
        " ".join(part for part in (task.kind, task.subject) if part)
        if task.kind != "Task"
        else task.subject or task.kind
    )
    who = f"{plain(task.who)}: " if task.who else ""
    day = f", {whole_day(task.due_on)}" if task.due_on else ""
    return f"- [{box}] {who}{plain(what)}{day}"


def plain(text: str) -> str:
    """User text in Markdown as it is, in one line."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
