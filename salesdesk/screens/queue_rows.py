"""The rows of the queue: what stands in each column, the line above it, the groups and what needs care."""

from salesdesk.domain.dates import say_day, say_due
from salesdesk.i18n import plural, tr
from salesdesk.screens.columns import amount
from salesdesk.services.desk import Desk
from salesdesk.services.goals import Progress
from salesdesk.services.today import SILENT_DAYS, Today
from salesdesk.store.read.notices import NoticeRow
from salesdesk.store.read.queue import QueueRow
from salesdesk.widgets.bars import bar, glyphs
from salesdesk.widgets.cards import state_role, state_sign
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Heading, Item, Remark, Row
from salesdesk.widgets.text import Cell, Piece, fit, measure

DONE_SHOWN = 2
SHORTEST_BAR = 5
# More than fits a day says nothing.
DAY_MINUTES = 600
CARE_LEADS, CARE_DEALS, CARE_SILENT, MORE_DONE = "care-leads", "care-deals", "care-silent", "more-done"
CARE_MAILS, CARE_DRAFTS = "care-mails", "care-drafts"
NOTICE_LABELS = {
    "assigned": "Yours now",
    "mention": "Mention",
    "reply": "Reply",
    "bounce": "Bounced",
}


# The key of a line of the team, before the name of the colleague.
COLLEAGUE = "colleague:"


class QueueRows:
    """How the queue of a desk is drawn. A notice says its kind, when it came and its words in the same columns."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def columns(self) -> tuple[Column, ...]:
        """The columns of the list."""
        return (
            Column("when", "WHEN", self.when, width=9),
            Column("what", "WHAT", self.what, width=9, wide=12),
            Column("who", "WHO", lambda r, _: r.name, width=16, narrow=17, wide=24, lead=True),
            Column("company", "COMPANY", lambda r, _: Piece(r.company, "muted"), width=14, narrow=15, wide=24),
            Column("subject", "", self.subject, flex=1),
            Column("worth", "", self.worth, width=5, wide=7, align="right", narrow=0),
        )

    def _state(self, row: QueueRow) -> str:
        if row.done_at is not None:
            return "done"
        if row.due_on and row.due_on < self.desk.today:
            return "over"
        return "due" if row.due_at and row.due_on == self.desk.today else "later"

    def when(self, row: QueueRow | NoticeRow, _cells: int) -> Cell:
        """When it is due, or was done, by its shape."""
        if isinstance(row, NoticeRow):
            return Piece(f"{glyphs().more} {self._ago(row)}", "accent bold")
        state = self._state(row)
        if row.done_at is not None:
            words = self.desk.local(row.done_at).strftime("%H:%M")
        elif row.due_on is None:
            words = ""
        else:
            time = self.desk.local(row.due_at).time() if row.due_at else None
            words = say_due(row.due_on, time, self.desk.today)
        role = {"over": "bad bold", "due": "warn bold"}.get(state) or state_role(state)
        return Piece(f"{state_sign(state)} {words}", role)

    def _ago(self, row: NoticeRow) -> str:
        at = self.desk.local(row.at)
        return at.strftime("%H:%M") if at.date() == self.desk.today else say_day(at.date(), self.desk.today)

    def what(self, row: QueueRow | NoticeRow, _cells: int) -> Cell:
        """What to do, or how it went."""
        if isinstance(row, NoticeRow):
            return tr(NOTICE_LABELS.get(row.kind, row.kind))
        if row.done_at is None:
            return row.kind
        minutes = f" {row.duration_minutes}m" if row.duration_minutes else ""
        return Piece(f"{row.outcome or row.kind}{minutes}", "muted")

    def subject(self, row: QueueRow | NoticeRow, _cells: int) -> Cell:
        """What it is about, or what comes next."""
        if isinstance(row, NoticeRow):
            return notice_words(row)
        if row.done_at is None:
            agreed = row.due_at if row.due_on and row.due_on > self.desk.today else None
            time = self.desk.local(agreed).strftime("%H:%M  ") if agreed else ""
            return [Piece(time, "muted"), Piece(row.subject), *cadence_pieces(row)]
        if row.next_on:
            words = say_due(row.next_on, None, self.desk.today)
            return Piece(tr("next: {day}", day=f"{words} {row.next_text}".strip()), "muted")
        return Piece(row.subject, "muted")

    def worth(self, row: QueueRow | NoticeRow, _cells: int) -> Cell:
        """What it may be worth."""
        if isinstance(row, NoticeRow):
            return ""
        if row.value_minor is not None:
            return Piece(amount(row.value_minor, row.currency), "muted")
        return Piece(str(row.score), "muted") if row.score is not None else ""

    def items(self, day: Today, *, all_done: bool, cells: int, airy: bool) -> list[Item]:
        """The whole list, `cells` wide; `airy` with blank lines between its parts."""
        items: list[Item] = (
            [Remark(progress_line(day, cells)), *([Remark()] if airy else [])]
            if day.done or day.total or day.goals or day.coming
            else []
        )
        head = len(items)
        if day.new:
            items.append(Heading(tr("NEW FOR YOU"), len(day.new), "accent"))
            items += [Row(notice.id, notice) for notice in day.new]
        groups = (
            ("OVERDUE", "bad", day.overdue),
            ("TODAY", "warn", day.timed),
            ("ANYTIME", "muted", day.anytime),
            ("COMING UP", "muted", day.coming),
        )
        for word, role, rows in groups:
            if rows:
                items.append(Heading(tr(word), len(rows), role))
                items += [Row(row.id, row) for row in rows]
        if day.team:
            items += team_lines(day, cells)
        if day.done:
            items += [*([Remark()] if len(items) > head else []), Heading(tr("DONE"), len(day.done), "ok")]
            shown = day.done if all_done else day.done[:DONE_SHOWN]
            items += [Row(row.id, row) for row in shown]
            hidden = len(day.done) - len(shown)
            if hidden:
                line = [Piece(f"  … {hidden} ", "muted"), Piece(tr("more   enter opens"), "label")]
                items.append(Remark(line, MORE_DONE))
        care = care_lines(day)
        if care:
            items += [*([Remark()] if items else []), *care]
        return items


def team_lines(day: Today, cells: int) -> list[Item]:
    """What waits for each colleague of a manager whose own day is clear; enter opens theirs."""
    lines: list[Item] = (
        []
        if day.coming or day.done
        else [Remark(Piece(tr("Nothing of yours is due. Enter opens the day of a colleague."), "muted")), Remark()]
    )
    lines.append(Heading(tr("THE TEAM"), len(day.team), "muted"))
    room = min(28, max(12, cells - 60))
    for row in day.team:
        late = row.overdue > 0
        line = [
            *fit(Piece(row.name, "strong" if late else "text"), room),
            Piece(
                f"  {glyphs().overdue if late else ' '} {row.overdue:>4,} {tr('overdue')}", "bad" if late else "label"
            ),
            Piece(f"  {row.stepless:>4,} {tr('without a next step')}", "text" if row.stepless else "label"),
            Piece(f"  {row.due:>4,} {tr('due today')}", "text" if row.due else "label"),
        ]
        lines.append(Remark(line, f"{COLLEAGUE}{row.name}"))
    return lines


def cadence_pieces(row: QueueRow) -> list[Piece]:
    """`First touch 2`, quietly behind the subject of a cadence's step."""
    if not row.cadence:
        return []
    number = f" {row.cadence_step + 1}" if row.cadence_step is not None else ""
    return [Piece(f"   {row.cadence}{number}", "label")]


def progress_line(day: Today, cells: int) -> list[Piece]:
    """The goals of the day (else what was done) and how much is left, as one line of at most `cells`."""
    if day.total:
        about = tr(", about {time}", time=_long(day.minutes_left)) if day.minutes_left < DAY_MINUTES else ""
        end = [Piece(tr("{count} left", count=f"{day.total:,}"), "accent bold"), Piece(about, "muted")]
    else:
        end = [Piece(tr("queue clear") if day.done else tr("nothing due today"), "ok bold")]
    line: list[Piece] = []
    for goal in day.goals:
        part = goal_pieces(goal, 12 if cells >= 110 else 7)
        if measure([*line, *part, *end]) <= cells:
            line += part
    if not day.goals:
        for key, label in (("calls", tr("Calls")), ("talks", tr("Talks")), ("meetings", tr("Meetings"))):
            line += [Piece(f"{label} ", "muted"), Piece(f"{day.counts.get(key, 0):<5}", "strong bold")]
        whole = len(day.done) + day.total
        room = cells - measure([*line, *end]) - 3
        if room >= SHORTEST_BAR:
            line += [*bar(len(day.done) / whole if whole else 0.0, min(room, 18), "ok"), Piece("   ")]
    return [*line, *end]


def _long(minutes: int) -> str:
    """`52 min`, `1 h 50`."""
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02}"


def care_lines(day: Today) -> list[Item]:
    """What nobody looks after: counts that enter opens, never a wall."""
    care = day.care
    found = (
        (
            CARE_MAILS,
            care.stuck_mails,
            plural(care.stuck_mails, tr("mail"), tr("mails")),
            tr("did not get through"),
        ),
        (
            CARE_DRAFTS,
            care.mail_drafts,
            plural(care.mail_drafts, tr("mail draft waits"), tr("mail drafts wait")),
            tr("in the outbox"),
        ),
        (
            CARE_LEADS,
            care.leads_without_step,
            plural(care.leads_without_step, tr("lead has"), tr("leads have")),
            tr("no next step"),
        ),
        (
            CARE_DEALS,
            care.deals_without_step,
            plural(care.deals_without_step, tr("deal has"), tr("deals have")),
            tr("no next step"),
        ),
        (
            CARE_SILENT,
            care.silent_deals,
            plural(care.silent_deals, tr("deal is"), tr("deals are")),
            tr("silent for {days} days", days=SILENT_DAYS),
        ),
    )
    items: list[Item] = []
    for key, count, who, words in found:
        if count:
            head = tr("Needs care") if not items else ""
            line = [
                Piece(f"{head:<13}", "bad"),
                Piece(f"{who} {words}", "text"),
                Piece(tr("   enter opens"), "label"),
            ]
            items.append(Remark(line, key))
    return items


def waits(item: Row) -> bool:
    """Whether it is still to be done or looked at."""
    return isinstance(item.value, NoticeRow) or item.value.done_at is None


def notice_words(row: NoticeRow) -> str:
    """What a notice says, and from whom; a mail is from the person on the record, whoever took it in."""
    who = "" if row.kind in {"reply", "bounce"} else row.who.partition(" ")[0]
    return ": ".join(part for part in (who, row.text) if part)


def goal_pieces(progress: Progress, cells: int) -> list[Piece]:
    """`Calls 24/40 ━━━━━╸┄┄┄┄   `; a goal of a longer period says which."""
    goal = progress.goal
    period = f" {tr(goal.period)}" if goal.period != "day" else ""
    role = "ok" if progress.share >= 1 else "accent"
    return [
        Piece(f"{tr(goal.label)}{period} ", "muted"),
        Piece(f"{progress.now}", "strong bold"),
        Piece(f"/{progress.target} ", "muted"),
        *bar(min(progress.share, 1.0), cells, role),
        Piece("   "),
    ]


def say_empty(day: Today) -> str:
    """What an empty queue says."""
    if day.asked:
        return tr("Nothing in the queue fits. Esc clears the filter.")
    if not day.done:
        return tr("Nothing planned for today.")
    return tr("Queue clear. {calls} done today.", calls=plural(len(day.done), tr("thing"), tr("things")))
