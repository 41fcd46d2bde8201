"""The shelf of what calls teach: what differs by more than chance, rates with their counts, objections, lost deals."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from salesdesk.domain.learning import SECTIONS, Tally
from salesdesk.i18n import plural, tr
from salesdesk.screens.shelves import Shelf, Shown
from salesdesk.services import learning
from salesdesk.services.desk import Desk
from salesdesk.services.learning import Group, Objections
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Heading, Item, Row
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.text import Cell, Piece, words

if TYPE_CHECKING:
    from salesdesk.screens.outreach import OutreachScreen

# What can be looked at, and since when: days back, None is ever.
DIMENSIONS = (*learning.DIMENSIONS, "question")
SPANS: Mapping[str, int | None] = {"30 days": 30, "90 days": 90, "a year": 365, "ever": None}
_STEPS = {"P": "problem", "I": "implication", "N": "need-payoff", "-": "none"}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A row: how it is called, its figures as text, what more there is to say, and the calls or deals behind it."""

    name: str
    count: int | None = None
    rate: Cell = ""
    needs: str = ""
    mix: str = ""
    more: tuple[str, ...] = ()
    calls: frozenset[bytes] = frozenset()
    deals: frozenset[bytes] = frozenset()

    @property
    def text(self) -> str:
        """The row as a line to be copied."""
        rate = (
            self.rate
            if isinstance(self.rate, str)
            else "".join(p.text for p in (self.rate if not isinstance(self.rate, Piece) else (self.rate,)))
        )
        parts = (self.name, str(self.count) if self.count is not None else "", rate, self.needs, self.mix)
        return "\t".join(part for part in parts if part)


class LearningShelf(Shelf):
    """b changes what calls are split by, v since when; enter opens the calls behind a row."""

    id = "learning"
    by = "script"
    span = "ever"
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
            Column("count", tr("TALKS"), lambda r, _: "" if r.count is None else str(r.count), width=5, align="right"),
            Column("rate", tr("MOVED ON"), lambda r, _: r.rate, width=20),
            Column("needs", tr("NEEDS"), lambda r, _: Piece(r.needs, "muted"), width=5, align="right"),
            Column("mix", tr("S  P  I  N  %"), lambda r, _: Piece(r.mix, "muted"), width=13, narrow=0),
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
        said = [Lesson(one.sentence, calls=one.calls) for one in learning.findings_in(found)]
        sections = [
            (tr("MORE THAN CHANCE"), said or [Lesson(tr("nothing yet: it takes 10 talks on each side"))]),
            (tr("BY {what}", what=tr(self.by)).upper(), [_lesson(group) for group in learning.groups(found, self.by)]),
            (tr("THEIR QUESTIONS AND NEEDS"), [_lesson(group) for group in learning.by_success(found) if group.tally.talks]),
            (tr("OBJECTIONS"), [_objection(one) for one in learning.objections_in(found)]),
            (tr("LOST DEALS"), [_lost(by, one) for by, one in lost]),
        ]  # fmt: skip
        items: list[Item] = []
        for head, lessons in sections:
            if lessons:
                items.append(Heading(head, None if head == sections[0][0] else len(lessons)))
                items += [Row((head, place), lesson) for place, lesson in enumerate(lessons)]
        return items

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        rows = [PaneRow(Piece(line, "text")) for text in value.more for line in words(text, cells)]
        behind = plural(len(value.calls), tr("call"), tr("calls")) if value.calls else ""
        behind = plural(len(value.deals), tr("deal"), tr("deals")) if value.deals else behind
        return value.name, behind or self.heading, [Section(rows=rows)] if rows else []

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        return self.heading, [Piece(" ".join(value.more), "muted")]

    def text_of(self, value: Any) -> str:
        return f"{value.name} {' '.join(value.more)}"

    def as_text(self, desk: Desk, value: Any) -> str:
        """All of it, a line each: to be pasted where it is talked about."""
        lines = [self.heading]
        for item in self.items(desk):
            lines += (
                ["", item.word] if isinstance(item, Heading) else [item.value.text] if isinstance(item, Row) else []
            )
        return "\n".join(lines)

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        if value.calls:
            screen.show_calls(value.name, value.calls)
        elif value.deals:
            self._choose_deal(screen, value)

    def _choose_deal(self, screen: "OutreachScreen", value: Lesson) -> None:
        from salesdesk.screens.dialogs.pick import Choose
        from salesdesk.services.records import by_id
        from salesdesk.widgets.options import Option

        refs = [by_id(screen.desk.connection, "deal", key) for key in sorted(value.deals)[:100]]
        options = [Option(ref.id.hex(), ref.name, hint=ref.ref) for ref in refs]
        dialog = Choose(value.name, options, enter=tr("enter open"))
        screen.open_dialog(dialog, lambda picked: screen.desk_app.open_record("deal", bytes.fromhex(picked.id)))


def _lesson(group: Group) -> Lesson:
    tally = group.tally
    more = [tr("{talks} talks of {calls} calls.", talks=tally.talks, calls=tally.calls)]
    if tally.interval:
        more.append(
            tr("True rate likely {low} to {high} %.", low=_percent(tally.interval[0]), high=_percent(tally.interval[1]))
        )
    if tally.small:
        more.append(tr("Under 10 talks a rate says little."))
    if group.other is not None:
        rate = f"{_percent(group.other.rate)} %" if group.other.rate is not None else tr("n/a")
        more.append(tr("Without it {rate} of {talks}.", rate=rate, talks=group.other.talks))
    results = ", ".join(f"{count} {tr(result)}" for result, count in tally.results.most_common())
    return Lesson(
        group.name,
        tally.talks,
        _rate(tally),
        _needs(tally),
        _mix(tally),
        (*more, *([f"{results}."] if results else [])),
        group.calls,
    )


def _rate(tally: Tally) -> Cell:
    """`60 %  of 20  39-78`: never a rate without its count, nor without its interval."""
    if tally.rate is None or tally.interval is None:
        return Piece(tr("n/a"), "muted")
    low, high = (_percent(edge) for edge in tally.interval)
    role = "muted" if tally.small else "text"
    return [
        Piece(f"{_percent(tally.rate):>3} %", role),
        Piece(f"  {tally.successes} of {tally.talks}  {low}-{high}", "muted"),
    ]


def _percent(share: float) -> int:
    return round(100 * share)


def _needs(tally: Tally) -> str:
    return f"{tally.needs:.1f}" if tally.needs is not None else ""


def _mix(tally: Tally) -> str:
    return " ".join(f"{_percent(tally.mix[letter]):>2}" for letter in SECTIONS) if tally.mix else ""


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
