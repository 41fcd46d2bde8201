"""The shelf of what calls teach: what differs by more than chance, rates with their counts, objections, lost deals."""

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from salesdesk.domain.learning import SECTIONS, Tally
from salesdesk.domain.text import NOTE_LIMIT, clean
from salesdesk.i18n import plural, tr
from salesdesk.screens.shelves import Shelf, Shown
from salesdesk.services import learning
from salesdesk.services.desk import Desk
from salesdesk.services.learning import Group, Objections
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Heading, Item, Remark, Row
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.steady import start_work
from salesdesk.widgets.text import Cell, Piece, pieces, words

if TYPE_CHECKING:
    from salesdesk.screens.outreach import OutreachScreen

# What can be looked at, and since when: days back, None is ever.
DIMENSIONS = (*learning.DIMENSIONS, "question")
SPANS: Mapping[str, int | None] = {"30 days": 30, "90 days": 90, "12 months": 365, "ever": None}
# A finding is shown whole, in lines that fit the narrowest list.
SENTENCE_CELLS = 70
_STEPS = {"P": "problem", "I": "implication", "N": "need-payoff", "-": "none"}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A row: how it is called, its figures as text, what more there is to say, and the calls or deals behind it."""

    name: str
    count: int | None = None
    rate: Cell = ""
    needs: str = ""
    more: tuple[str, ...] = ()
    calls: frozenset[bytes] = frozenset()
    deals: frozenset[bytes] = frozenset()

    @property
    def text(self) -> str:
        """The row as a line to be copied."""
        rate = "".join(piece.text for piece in pieces(self.rate)).strip()
        parts = (self.name, str(self.count) if self.count is not None else "", rate, self.needs)
        return "\t".join(part for part in parts if part)


class LearningShelf(Shelf):
    """b changes what calls are split by, v since when; enter opens the calls behind a row."""

    id = "learning"
    by = "script"
    span = "12 months"
    hints = (
        ("shelf.previous", ""),
        ("record.open", tr("calls behind")),
        ("learning.by", ""),
        ("learning.since", ""),
        ("record.copy", ""),
        ("filter.edit", ""),
    )

    def __init__(self) -> None:
        self.label = tr("Learning")
        # The findings, by the key of their first line.
        self.told: dict[Hashable, Lesson] = {}
        self.empty = tr("Nothing to learn from yet: press c on anybody you want to call.")

    @property
    def heading(self) -> str:
        """What is looked at now."""
        return tr(
            "by {what}, {since}",
            what=tr(self.by),
            since=tr(self.span) if SPANS[self.span] is None else tr("last {span}", span=tr(self.span)),
        )

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("name", tr("WHAT"), lambda r, _: r.name, flex=1, lead=True),
            Column("count", tr("COUNT"), lambda r, _: "" if r.count is None else str(r.count), width=5, align="right"),
            Column("rate", tr("MOVED ON  95 %"), lambda r, _: r.rate, width=17),
            Column("needs", tr("NEEDS"), lambda r, _: Piece(r.needs, "muted"), width=5, align="right"),
        )

    def items(self, desk: Desk) -> list[Item]:
        days = SPANS[self.span]
        since = desk.today - dt.timedelta(days=days) if days else None
        found = learning.read(desk, since)
        lost = [
            (by, one) for by in learning.LOST_BY for one in learning.lost(desk, by, since) if one.what != tr("none")
        ]
        if not found and not lost:
            return []
        self.told = {
            ("told", n): Lesson(one.sentence, more=(one.sentence,), calls=one.calls)
            for n, one in enumerate(learning.findings_in(found))
        }
        items: list[Item] = [Heading(tr("MORE THAN CHANCE"), len(self.told) or None)]
        for key, lesson in self.told.items():
            first, *more = words(lesson.name, SENTENCE_CELLS)
            items += [Remark(Piece(first, "text"), key), *(Remark(Piece(line, "text")) for line in more)]
        if not self.told:
            items.append(Remark(Piece(tr("nothing yet: it takes 10 talks on each side"), "muted")))
        for head, lessons in (
            (tr("BY {what}", what=tr(self.by)).upper(), [_lesson(group) for group in learning.groups(found, self.by)]),
            (tr("WHAT THEY ASKED, IN %"), [_mixed(group) for group in learning.by_success(found) if group.tally.talks]),
            (tr("OBJECTIONS"), [_objection(one) for one in learning.objections_in(found)]),
            (tr("LOST DEALS"), [_lost(by, one) for by, one in lost]),
        ):
            if lessons:
                items.append(Heading(head, len(lessons)))
                items += [Row((head, place), lesson) for place, lesson in enumerate(lessons)]
        return items

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        rows = [PaneRow(Piece(line, "text")) for text in value.more for line in words(text, cells)]
        behind = plural(len(value.calls), tr("call"), tr("calls")) if value.calls else ""
        behind = plural(len(value.deals), tr("deal"), tr("deals")) if value.deals else behind
        name = tr("More than chance") if value in self.told.values() else value.name
        return name, behind or self.heading, [Section(rows=rows)] if rows else []

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        return self.heading, [Piece(" ".join(value.more), "muted")]

    def text_of(self, value: Any) -> str:
        return f"{value.name} {' '.join(value.more)}"

    def as_text(self, desk: Desk, value: Any) -> str:
        """All of it, a line each: to be pasted where it is talked about."""
        lines = [self.heading]
        for item in self.items(desk):
            if isinstance(item, Heading):
                lines += ["", item.word]
            elif isinstance(item, Row):
                lines.append(item.value.text)
            elif isinstance(item, Remark) and item.key:
                lines.append(self.told[item.key].name)
        return clean("\n".join(lines), multiline=True, limit=NOTE_LIMIT)

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        if value.calls:
            screen.show_calls(value.name, value.calls)
        elif value.deals:
            start_work(screen, partial(self._choose_deal, screen, value), group="verb", exclusive=True)

    async def _choose_deal(self, screen: "OutreachScreen", value: Lesson) -> None:
        from salesdesk.screens.dialogs.pick import Choose
        from salesdesk.widgets.options import Option

        refs = await screen.desk_app.read(lambda: learning.deals(screen.desk, value.deals))
        options = [Option(ref.id.hex(), ref.name, hint=ref.ref) for ref in refs]
        dialog = Choose(value.name, options, enter=tr("enter open"))
        screen.open_dialog(dialog, lambda picked: screen.desk_app.open_record("deal", bytes.fromhex(picked.id)))


def _lesson(group: Group) -> Lesson:
    tally = group.tally
    more = [
        tr("{moved} of {talks} talks of {calls} calls.", moved=tally.successes, talks=tally.talks, calls=tally.calls)
    ]
    if tally.interval:
        low, high = (_percent(edge) for edge in tally.interval)
        more.append(tr("True rate likely {low} to {high} %.", low=low, high=high))
    if tally.small:
        more.append(tr("Under 10 talks a rate says little."))
    if group.other is not None:
        rate = f"{_percent(group.other.rate)} %" if group.other.rate is not None else tr("n/a")
        more.append(tr("Without it {rate} of {talks}.", rate=rate, talks=group.other.talks))
    if tally.results:
        more.append(", ".join(f"{count} {tr(result)}" for result, count in tally.results.most_common()) + ".")
    if tally.mix:
        more.append(tr("Questions: {mix} %.", mix=_mix(tally)))
    return Lesson(group.name, tally.talks, _rate(tally), _needs(tally), tuple(more), group.calls)


def _mixed(group: Group) -> Lesson:
    """The mix of questions where the rate stands: this group is made by its result."""
    mix = Piece(_mix(group.tally) or tr("nothing asked"), "text")
    told = tr("No mix is known to be right: compare with your own.")
    return Lesson(group.name, group.tally.talks, mix, _needs(group.tally), (told,), group.calls)


def _rate(tally: Tally) -> Cell:
    """`26 %  13-45`: never a rate without its interval; its count stands beside it."""
    if tally.rate is None or tally.interval is None:
        return Piece(tr("n/a"), "muted")
    low, high = (_percent(edge) for edge in tally.interval)
    role = "muted" if tally.small else "text"
    return [Piece(f"{_percent(tally.rate):>3} %", role), Piece(f"   {low} to {high}", "muted")]


def _percent(share: float) -> int:
    return round(100 * share)


def _needs(tally: Tally) -> str:
    return f"{tally.needs:.1f}" if tally.needs is not None else ""


def _mix(tally: Tally) -> str:
    return " ".join(f"{letter}{_percent(tally.mix[letter])}" for letter in SECTIONS) if tally.mix else ""


def _objection(one: Objections) -> Lesson:
    step, times = next(iter(one.missing.items()))
    missing = tr(
        "before it no {step} question: {times} of {count}.", step=tr(_STEPS[step]), times=times, count=one.count
    )
    if step == "-":
        missing = tr("no step was missing before it: {times} of {count}.", times=times, count=one.count)
    causes = ", ".join(f"{cause} {times}" for cause, times in one.causes.items())
    lacks = (
        Piece(f"{glyphs().due} {tr('no {step}', step=tr(_STEPS[step]))}", "warn") if step != "-" else Piece("", "muted")
    )
    more = (
        missing[:1].upper() + missing[1:],
        tr("Answered {answered} of {count}.", answered=one.answered, count=one.count),
        tr("Cause: {causes}.", causes=causes),
    )
    return Lesson(one.text, one.count, lacks, more=more, calls=one.calls)


def _lost(by: str, one: learning.Lost) -> Lesson:
    forms = {
        "stage": tr("{reason}, from {what}"),
        "competitor": tr("{reason}, to {what}"),
        "script": tr("{reason}, after {what}"),
    }
    return Lesson(forms[by].format(reason=one.reason, what=one.what), len(one.deals), deals=one.deals)
