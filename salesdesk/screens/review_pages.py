"""What each page of a pipeline review shows, as the items of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from salesdesk.domain.dates import say_day
from salesdesk.domain.forecast import CATEGORIES
from salesdesk.domain.money import Money, format_money
from salesdesk.domain.reviewing import KINDS
from salesdesk.i18n import plural, tr
from salesdesk.screens import pane
from salesdesk.services.desk import Desk
from salesdesk.services.pages import DealPage
from salesdesk.services.reviewing import Change, Look, Technique
from salesdesk.services.reviewing.care import Concern
from salesdesk.services.reviewing.minutes import channel_name, channel_words, gap_words, heads, version_words
from salesdesk.services.reviewing.outlook import accuracy_words
from salesdesk.store.read.reviews import ForecastRow, TaskRow
from salesdesk.widgets.bars import bar, glyphs
from salesdesk.widgets.paging import Heading, Item, Remark
from salesdesk.widgets.text import Line, Piece, cut, measure, width, words

PAGES = ("headline", "changes", "deals", "forecast", "technique", "close")
EVENTS_SHOWN = 6
_GOOD = ("won", "forward", "grown", "pulled")
_BAD = ("lost", "back", "pushed", "shrunk", "dropped")


def labels() -> dict[str, str]:
    """What the pages are called."""
    return {
        "headline": tr("Headline"),
        "changes": tr("Changes"),
        "deals": tr("Deals"),
        "forecast": tr("Forecast"),
        "technique": tr("Technique"),
        "close": tr("Close"),
    }


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the pages of one desk are drawn, in so many cells."""

    desk: Desk
    cells: int

    def headline(self, seen: Look) -> list[Item]:
        """The forecast against the target, what changed in numbers, what needs a word, what is left from last time."""
        found = seen.concerns
        care = [one.care for one in found.deals]
        reasons = (
            (sum(bool(c.overdue) for c in care), tr("past the close day")),
            (sum(bool(c.rotting) for c in care), tr("rotting")),
            (sum(c.no_next_step for c in care), tr("without a next step")),
            (sum(bool(c.silent) for c in care), tr("silent")),
        )
        items: list[Item] = [*self._outlook(seen), *self._last_time(seen)]
        items += [Remark(), self._since(seen), *self._tally(seen.changes)]
        items += [Remark(), Heading(tr("NEEDS A WORD"), found.total, "warn" if found.total else "muted")]
        said = ", ".join(f"{count} {word}" for count, word in reasons if count)
        return [*items, *self._lines(said or tr("No open deal needs a word."), "muted")]

    def _last_time(self, seen: Look) -> list[Item]:
        if seen.before is None:
            return []
        day = say_day(seen.before.held_on, self.desk.today)
        items: list[Item] = [Remark(), Heading(tr("LAST TIME, {day}", day=day), None, "muted")]
        items += self._lines(seen.before.agreed, "text") if seen.before.agreed else []
        items += [Remark(self._task(task), f"left-{task.id.hex()}") for task in seen.left]
        return items if seen.left else [*items, *self._lines(tr("All that was agreed is done."), "muted")]

    def _outlook(self, seen: Look) -> list[Item]:
        out = seen.outlook
        target = out.target.amount
        largest = max(target.minor if target else 0, out.best.minor, 1)
        items: list[Item] = [Heading(tr("FORECAST {period}", period=out.period), None, "muted")]
        rows = [(tr("Won"), out.won, "ok"), (tr("Commit"), out.commit, "accent"), (tr("Best case"), out.best, "accent")]
        rows.append((tr("Weighted"), out.weighted, "muted"))
        if target:
            rows.append((tr("Target"), target, "strong"))
        room = max(10, min(40, self.cells - 34))
        for label, money, role in rows:
            line = [
                Piece(f"{label:<11}", "label"),
                Piece(f"{format_money(money.minor, money.currency):>14}  ", "strong"),
            ]
            items.append(Remark([*line, *bar(money.minor / largest, room, role)], f"out-{label}"))
        if (gap := out.gap) is not None:
            sign = glyphs().overdue if gap.minor > 0 else glyphs().done
            items.append(Remark([Piece(f"{sign} {gap_words(gap)}", "bad" if gap.minor > 0 else "ok")], "gap"))
        else:
            items += self._lines(tr("No target is set. One is given with: salesdesk goal set revenue"), "muted")
        if out.overdue:
            deals = plural(out.overdue, tr("open deal"), tr("open deals"))
            text = tr("{deals} past the close day, {amount}, not counted", deals=deals, amount=out.overdue_value)
            items.append(Remark([Piece(f"{glyphs().overdue} {text}", "warn")], "overdue"))
        if out.without_value:
            text = tr("{deals} without a value, not counted", deals=plural(out.without_value, tr("deal"), tr("deals")))
            items.append(Remark([Piece(f"{glyphs().none} {text}", "muted")], "unpriced"))
        if out.submitted:
            items.append(Remark([Piece(tr("Submitted "), "label"), *self._submission(out.submitted)], "submitted"))
            items += self._lines(out.submitted.note, "text") if out.submitted.note else []
        if told := accuracy_words(out):
            items += self._lines(told, "muted")
        return items

    def _submission(self, said: ForecastRow) -> Line:
        best = f"  {tr('best case')} {Money(said.best_minor, said.currency)}" if said.best_minor is not None else ""
        day = say_day(self.desk.local(said.at).date(), self.desk.today)
        line = [Piece(f"{tr('commit')} {Money(said.commit_minor, said.currency)}{best}", "strong")]
        return [*line, Piece(f"   {day} {said.by}", "muted")]

    def _since(self, seen: Look) -> Heading:
        day = say_day(seen.review.period_from, self.desk.today)
        return Heading(tr("CHANGED SINCE {day}", day=day), len(seen.changes), "muted")

    def _tally(self, found: Sequence[Change]) -> list[Item]:
        named = heads()
        lines: list[Item] = []
        for kind in KINDS:
            some = [change for change in found if change.kind == kind]
            if some:
                worth = sum(c.value.minor for c in some if c.value and c.value.currency == self.desk.currency)
                line = [
                    Piece(f"{_sign(kind)} ", _role(kind)),
                    Piece(f"{named[kind]:<16}", "text"),
                    Piece(f"{len(some):>4}", "strong"),
                    Piece(f"{format_money(worth, self.desk.currency, short=True):>10}" if worth else "", "muted"),
                ]
                lines.append(Remark(line, ("kind", kind)))
        return lines or self._lines(tr("Nothing changed."), "muted")

    def changes(self, seen: Look) -> list[Item]:
        """Every change, by kind, with its old and new value."""
        named, items = heads(), list[Item]()
        for kind in KINDS:
            some = [change for change in seen.changes if change.kind == kind]
            if some:
                items += [Remark()] if items else []
                items.append(Heading(named[kind], len(some), _role(kind)))
                items += [Remark(self._change(change), change.deal) for change in some]
        return items or self._lines(
            tr("Nothing changed since {day}.", day=say_day(seen.review.period_from, self.desk.today)), "muted"
        )

    def _change(self, change: Change) -> Line:
        name = max(16, min(28, self.cells // 3))
        value = format_money(change.value.minor, change.value.currency, short=True) if change.value else ""
        said = change.words(self.desk.today) if change.kind != "won" else ""
        day = say_day(change.on, self.desk.today)
        who = f"  {change.act.who}" if change.act and change.act.who else ""
        line = [
            Piece(f"{_sign(change.kind)} ", _role(change.kind)),
            Piece(_fit(change.deal.name, name), "text"),
            Piece(f"{value:>8}  ", "strong"),
            Piece(said, "text"),
        ]
        # Who and when only where they fit whole.
        gap = "  " if said else ""
        ends = (f"{gap}{day}{who}", f"{gap}{day}", "")
        return [*line, Piece(next(end for end in ends if measure(line) + len(end) <= self.cells or not end), "label")]

    def deal(self, one: Concern, page: DealPage | None, tasks: Sequence[TaskRow], place: int, of: int) -> list[Item]:
        """One deal that needs a word: why, what changed, what comes next, what was said."""
        value = format_money(one.value.minor, one.value.currency) if one.value else tr("no value yet")
        close = (
            tr("closes {day}", day=say_day(one.facts.close_on, self.desk.today))
            if one.facts.close_on
            else tr("no close day")
        )
        chance = f"   {one.facts.chance} %" if one.facts.chance is not None else ""
        about = one.ref.detail if one.ref.detail and one.ref.detail != one.ref.name else ""
        sign = Piece(f"  {glyphs().done}", "ok") if one.item is not None else Piece("")
        head = [Piece(cut(one.ref.name, self.cells - 20), "strong bold"), sign, Piece(f"   {place} / {of}", "label")]
        items: list[Item] = [
            Remark(head, one.ref),
            Remark(
                [
                    Piece(f"{value}   {one.stage}{chance}", "text"),
                    Piece(f"   {tr(CATEGORIES[one.category])}", "accent"),
                    Piece(f"   {close}   {one.owner}{f'   {about}' if about else ''}", "muted"),
                ]
            ),
            Remark(),
            Heading(tr("WHY"), None, "warn"),
        ]
        why = one.reasons(self.desk.today) or [tr("Nothing is wrong any more.")]
        items += [Remark([Piece(f"{glyphs().overdue} ", "warn"), Piece(line, "text")]) for line in why]
        other = [c for c in one.changes if c.kind not in {"back", "pushed", "shrunk", "reopened"}]
        items += [Remark(self._kind_and_change(change)) for change in other]
        items += self._said(one, tasks)
        if page is not None:
            items += [Remark(), Heading(tr("NEXT STEP"), None, "muted")]
            items += [Remark(row.left) for row in pane.next_rows(page.row, self.desk, page.events)]
            past = [event for event in page.events if event.what != "planned"][:EVENTS_SHOWN]
            items += [Remark(), Heading(tr("LATELY"), None, "muted")] if past else []
            items += [Remark(pane.timeline_line(event, self.desk)) for event in past]
        return items

    def _kind_and_change(self, change: Change) -> Line:
        said = change.words(self.desk.today)
        return [
            Piece(f"{_sign(change.kind)} ", _role(change.kind)),
            Piece(f"{heads()[change.kind].lower()}: {said}", "text"),
        ]

    def _said(self, one: Concern, tasks: Sequence[TaskRow]) -> list[Item]:
        lines = words(one.item.note, self.cells - 2) if one.item and one.item.note else []
        if not lines and not tasks:
            return []
        items: list[Item] = [Remark(), Heading(tr("SAID"), None, "accent")]
        items += [Remark(Piece(line, "text")) for line in lines]
        return [*items, *(Remark(self._task(task)) for task in tasks)]

    def _task(self, task: TaskRow) -> Line:
        sign, role = (glyphs().done, "ok") if task.done_on else (glyphs().later, "muted")
        day = say_day(task.due_on, self.desk.today) if task.due_on else ""
        late = task.due_on is not None and task.done_on is None and task.due_on < self.desk.today
        what = task.subject or task.kind
        if task.subject and task.kind and task.kind != tr("Task"):
            what = f"{task.kind}: {task.subject}"
        return [
            Piece(f"{glyphs().overdue if late else sign} ", "bad" if late else role),
            Piece(f"{day:<8}", "bad" if late else "label"),
            Piece(cut(what, max(20, self.cells - 30)), "text"),
            Piece(f"   {task.who}", "muted"),
        ]

    def forecast(self, seen: Look, submissions: Sequence[ForecastRow]) -> list[Item]:
        """The forecast once more, the deals behind the commit, what was submitted before, and the key to submit."""
        items: list[Item] = [Remark(_do(tr("Submit commit and best case")), ("do", "review.forecast")), Remark()]
        items += self._outlook(seen)
        earlier = [
            said for said in submissions if seen.outlook.submitted is None or said.id != seen.outlook.submitted.id
        ]
        if earlier:
            items += [Remark(), Heading(tr("SUBMITTED BEFORE"), len(earlier), "muted")]
            for said in earlier:
                items.append(Remark(self._submission(said), f"said-{said.id.hex()}"))
                items += self._lines(said.note, "muted") if said.note else []
        return items

    def technique(self, seen: Look, told: Technique) -> list[Item]:
        """What worked per script version and channel; the one change to agree on."""
        review = seen.review
        items: list[Item] = [Remark(_do(tr("Agree on one change")), ("do", "review.agree")), Remark()]
        if review.agreed:
            items += [Heading(tr("AGREED"), None, "ok"), *self._lines(review.agreed, "text")]
            items += [Remark(Piece(tr("Playbook: {page}", page=review.page), "muted")), Remark()]
        items.append(Heading(tr("SCRIPTS, the team's talks that moved on"), None, "muted"))
        shown = [(name, lately, long) for name, lately, long in told.versions if long.talks]
        for name, lately, long in shown:
            line = [Piece(_fit(name, 26), "text"), Piece(version_words(lately, long), "strong")]
            items.append(Remark(line, ("version", name)))
        if not shown:
            items += self._lines(tr("No call was run with a script in 90 days."), "muted")
        items += [
            Remark(),
            Heading(tr("CHANNELS since {day}", day=say_day(told.since, self.desk.today)), None, "muted"),
        ]
        for row in told.channels:
            line = [Piece(_fit(channel_name(row), 26), "text"), Piece(channel_words(row), "strong")]
            items.append(Remark(line, ("channel", row.kind, row.place)))
        if not told.channels:
            items += self._lines(tr("Nothing was done."), "muted")
        if told.findings:
            items += [Remark(), Heading(tr("MORE THAN CHANCE"), None, "accent")]
            items += [item for line in told.findings for item in self._lines(line, "text")]
        return items

    def close(self, seen: Look, text: str) -> list[Item]:
        """The minutes as they would be kept, and the key that ends it."""
        left = len(seen.concerns.deals) - seen.concerns.done
        items: list[Item] = [Remark(_do(tr("Close the review")), ("do", "review.close"))]
        if left:
            many = plural(left, tr("deal was not looked at"), tr("deals were not looked at"))
            items.append(Remark([Piece(f"{glyphs().overdue} {many}", "warn")], ("do", "review.deals")))
        if not seen.review.agreed:
            items.append(
                Remark([Piece(f"{glyphs().overdue} {tr('no change was agreed on')}", "warn")], ("do", "review.agree"))
            )
        items += [Remark(), Heading(tr("MINUTES"), None, "muted"), *self.minutes(text)]
        return items

    def minutes(self, text: str) -> list[Item]:
        """Minutes as lines the cursor walks."""
        items: list[Item] = []
        for number, row in enumerate(text.rstrip().split("\n")):
            bare = row.replace("\\", "").replace("**", "")
            if row.startswith("#"):
                items.append(Remark(Piece(bare.lstrip("# "), "strong bold"), f"line-{number}"))
                continue
            hang = "  " if bare.startswith("- ") else ""
            for at, line in enumerate(words(bare, self.cells - 2) or [""]):
                items.append(Remark(Piece(f"{hang if at else ''}{line}", "text"), f"line-{number}-{at}"))
        return items

    def _lines(self, text: str, role: str) -> list[Item]:
        return [Remark(Piece(line, role), f"{text[:40]}-{at}") for at, line in enumerate(words(text, self.cells - 2))]


def _do(label: str) -> Line:
    return [Piece(f"{glyphs().enter} ", "accent bold"), Piece(label, "strong")]


def _fit(text: str, cells: int) -> str:
    shown = cut(text, cells - 1)
    return shown + " " * (cells - width(shown))


def _sign(kind: str) -> str:
    signs = glyphs()
    if kind in _GOOD:
        return signs.done
    return signs.overdue if kind in _BAD else signs.later


def _role(kind: str) -> str:
    return "ok" if kind in _GOOD else "bad" if kind in {"lost", "dropped"} else "warn" if kind in _BAD else "muted"
