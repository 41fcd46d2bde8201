"""The shelf of the team tab with its reviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from salesdesk.domain.dates import say_day
from salesdesk.domain.money import Money, format_money
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.screens.dialogs.confirm import ConfirmDialog
from salesdesk.screens.dialogs.reading import ReadingDialog
from salesdesk.screens.shelves import Shelf, Shown
from salesdesk.services import reviewing
from salesdesk.services.desk import Desk
from salesdesk.services.reviewing import running
from salesdesk.store.read import pipeline, reviews, team
from salesdesk.store.read.reviews import ReviewRow
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.paging import Heading, Item, Remark, Row
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.steady import start_work
from salesdesk.widgets.text import Cell, Piece, words

if TYPE_CHECKING:
    from salesdesk.screens.outreach import OutreachScreen


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Whom a review can be of: the one that goes on, the last that was closed, what waits to be talked about."""

    member: bytes | None
    name: str
    going: ReviewRow | None
    last: ReviewRow | None
    concerns: int = 0
    said: Money | None = None


class ReviewShelf(Shelf):
    """The team and each rep with where their review stands, then the reviews that were."""

    id = "review"
    label = "Review"
    empty = "Nobody works here yet: salesdesk member add NAME."
    hints = (("shelf.previous", ""), ("record.open", "go through"), ("record.editor", "minutes"), ("history.undo", ""))

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("name", tr("WHO"), lambda r, _: r.name, flex=1, lead=True),
            Column("state", tr("REVIEW"), lambda r, _: _state(desk, r), width=16, narrow=14),
            Column("last", tr("LAST"), lambda r, _: Piece(_last(desk, r), "muted"), width=10, narrow=8),
            Column("care", tr("TO DISCUSS"), lambda r, _: _care(r), width=10, align="right"),
            Column("said", tr("COMMIT"), lambda r, _: _money(r.said), width=9, align="right"),
        )

    def items(self, desk: Desk) -> list[Item]:
        with desk.workspace.snapshot() as connection:
            every = reviewing.all_reviews(desk, connection)
            people = [m for m in team.members(connection, desk.today) if m.active and (m.role != "manager" or m.deals)]
            rows = [_reviewed(desk, connection, every, None, tr("The team"))] if people else []
            rows += [_reviewed(desk, connection, every, person.id, person.name) for person in people]
        items: list[Item] = [Row(("of", one.member), one) for one in rows]
        past = [review for review in every if not review.open]
        if past:
            items += [Remark(), Heading(tr("REVIEWS HELD"), len(past), "muted")]
            for review in past[:40]:
                name = review.member or tr("The team")
                kept = (
                    f"{plural(review.said, tr('note'), tr('notes'))}, {plural(review.tasks, tr('task'), tr('tasks'))}"
                )
                line = [
                    Piece(f"{glyphs().done} ", "ok"),
                    Piece(f"{say_day(review.held_on, desk.today):<11}", "label"),
                    Piece(f"{name:<20.20} ", "text"),
                    Piece(f"{kept}  ", "muted"),
                    Piece(review.agreed.split("\n")[0], "text"),
                ]
                items.append(Remark(line, ("past", review)))
        return items

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        one: Reviewed = value
        rows = [PaneRow(Piece(tr("deals that need a word"), "text"), Piece(str(one.concerns), "strong"))]
        if one.said:
            rows.append(PaneRow(Piece(tr("committed"), "text"), Piece(str(one.said), "strong")))
        sections = [Section(rows=rows)]
        if one.last:
            agreed = [PaneRow(Piece(line, "text")) for line in words(one.last.agreed, cells) if line]
            tasks = [t for t in reviews.tasks(desk.connection, one.last.id) if t.done_on is None]
            left = [
                PaneRow(Piece(f"{glyphs().later} {t.subject or t.kind}", "text"), t.who.split(" ")[0]) for t in tasks
            ]
            sections.append(Section(tr("LAST TIME"), say_day(one.last.held_on, desk.today), agreed))
            sections += [Section(tr("STILL TO DO"), str(len(left)), left)] if left else []
        return one.name, _words(desk, one), sections

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        return value.name, [Piece(_words(desk, value), "muted")]

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        def start(_: object = None) -> None:
            # What is typed meanwhile is for the review; its screen lets the keys go when it is read.
            screen.desk_app.hold_keys()
            start_work(screen, partial(begin, screen, value.member), group="write")

        if value.going or value.last is None or value.last.held_on != screen.desk.today:
            start()
            return
        words = tr("It was held today; E shows its minutes. Another one begins with what changed since.")
        title = tr("Review {name} again?", name=value.name)
        screen.open_dialog(ConfirmDialog(title, words, act=tr("begin another")), start)

    def in_editor(self, screen: "OutreachScreen", value: Any) -> None:
        review = value.going or value.last
        if review is None:
            screen.say(tr("There was no review of {name} yet.", name=value.name), "note")
        else:
            show_minutes(screen, review)


async def begin(screen: "OutreachScreen", member: bytes | None) -> None:
    """The review of a member, or of everyone, on top of the tab; the one that is open goes on."""
    from salesdesk.screens.reviewing import ReviewScreen

    try:
        review = await screen.desk_app.write(lambda: reviewing.start(screen.desk, member))
    except SalesdeskError as error:
        screen.desk_app.release_keys()
        screen.say(str(error), "error")
        return
    screen.desk_app.changed()
    screen.app.push_screen(ReviewScreen(screen.desk, screen.chrome, review))


def show_minutes(screen: "OutreachScreen", review: ReviewRow) -> None:
    """The minutes of a review, to read."""

    async def read() -> None:
        text = await screen.desk_app.read(lambda: reviewing.minutes(screen.desk, review))
        title = tr("Minutes: {who}", who=review.member or tr("the team"))
        screen.open_dialog(ReadingDialog(title, text.replace("\\", "").replace("**", ""), aside=review.ref))

    start_work(screen, read, group="minutes")


def _reviewed(desk: Desk, connection: Any, every: Sequence[ReviewRow], member: bytes | None, name: str) -> Reviewed:
    theirs = [r for r in every if r.member_id == member]
    going = next((r for r in theirs if r.open), None)
    last = running.last_closed(connection, member)
    _, total = pipeline.open_deals_in_care(connection, member, desk.today, desk.today - reviewing.SILENT, 1)
    said = next(iter(reviews.forecasts(connection, member, 1)), None)
    amount = Money(said.commit_minor, said.currency) if said and said.ends_on >= desk.today else None
    return Reviewed(member, name, going, last, total, amount)


def _state(desk: Desk, one: Reviewed) -> Cell:
    if one.going:
        return Piece(f"{glyphs().due} {tr('goes on')}", "accent bold")
    if one.last and (desk.today - one.last.held_on).days < running.FIRST_DAYS:
        return Piece(f"{glyphs().done} {tr('held')}", "ok")
    return Piece(f"{glyphs().later} {tr('to be held')}", "muted")


def _words(desk: Desk, one: Reviewed) -> str:
    if one.going:
        return tr("the review of {day} goes on", day=say_day(one.going.held_on, desk.today))
    return tr("last reviewed {day}", day=_last(desk, one)) if one.last else tr("not reviewed yet")


def _last(desk: Desk, one: Reviewed) -> str:
    return say_day(one.last.held_on, desk.today) if one.last else "-"


def _care(one: Reviewed) -> Cell:
    return Piece(str(one.concerns), "warn bold") if one.concerns else Piece("-", "label")


def _money(money: Money | None) -> Cell:
    return Piece(format_money(money.minor, money.currency, short=True), "strong") if money else Piece("-", "label")
