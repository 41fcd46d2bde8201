"""A pipeline review from its start to its end: begun, said, agreed, closed. Each act is one operation.

A review is a record in the state open until it is closed: who was interrupted, or looks on, goes on with it.
"""

import datetime as dt
from typing import TYPE_CHECKING, Any

from salesdesk.domain.text import NOTE_LIMIT, clean, fold
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import tr
from salesdesk.services import outreach
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import Step
from salesdesk.services.records import Ref
from salesdesk.services.steps import read_line, read_step
from salesdesk.store.connection import Connection
from salesdesk.store.read import reviews
from salesdesk.store.read.pipeline import Window
from salesdesk.store.read.reviews import ItemRow, ReviewRow

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

# A first review looks back so far.
FIRST_DAYS = 7
# Whom a review of everyone is of.
TEAM = frozenset({"team", "all", "everyone"})
PARENT_PAGE = "Agreed in reviews"
_PARENT_TEXT = "---\nkind: page\n---\n\nWhat we agreed to change, review by review.\n"


def whose(desk: Desk, words: str) -> bytes | None:
    """The member a review is of; None for `team`. NotFoundError names who there is."""
    return None if fold(clean(words)) in TEAM else desk.member(words).id


def name_of(desk: Desk, member: bytes | None) -> str:
    """What sentences call whom a review is of."""
    return next((m.name for m in desk.members(active_only=False) if m.id == member), tr("the team"))


def all_reviews(desk: Desk, connection: Connection | None = None) -> list[ReviewRow]:
    """Every review, the open ones first, then the latest."""
    return reviews.review_rows(connection or desk.connection)


def find_review(desk: Desk, words: str = "") -> ReviewRow:
    """The review of that reference, or the open, else the latest one of that member or `team`; without words the one
    that is open. NotFoundError says what there is."""
    every = all_reviews(desk)
    asked = fold(clean(words))
    if not asked:
        found = [r for r in every if r.open] or every[:1]
        if len(found) > 1:
            mine = [r for r in found if r.member_id == desk.actor]
            found = mine or found
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFoundError(tr("There is no review yet."), hint=tr("Begin one: salesdesk review start --for NAME."))
        names = ", ".join(f"{r.ref} ({r.member or tr('team')})" for r in found)
        raise NotFoundError(tr("Several reviews are open."), hint=tr("Say which one: {names}.", names=names))
    code = asked.removeprefix("r-")
    coded = [r for r in every if len(code) >= 4 and r.code.lower().startswith(code)]
    if len(coded) == 1:
        return coded[0]
    member = whose(desk, words)
    theirs = [r for r in every if r.member_id == member]
    if not theirs:
        raise NotFoundError(
            tr("There is no review of {name} yet.", name=name_of(desk, member)),
            hint=tr("Begin one: salesdesk review start --for NAME."),
        )
    return theirs[0]


def open_review(desk: Desk, connection: Connection, member: bytes | None) -> ReviewRow | None:
    """The review of a member, or of everyone, that goes on."""
    found = reviews.review_rows(connection, f" AND r.state = 'open'{_of(member)}", () if member is None else (member,))
    return found[0] if found else None


def last_closed(connection: Connection, member: bytes | None, before: bytes | None = None) -> ReviewRow | None:
    """The last review of them that was closed, before the one that operation began."""
    params: tuple[Any, ...] = () if member is None else (member,)
    found = reviews.review_rows(connection, f" AND r.state = 'closed'{_of(member)}", params)
    closed = [r for r in found if r.closed_op and (before is None or r.closed_op < before)]
    return max(closed, key=lambda r: r.closed_op or b"", default=None)


def _of(member: bytes | None) -> str:
    return " AND r.member_id IS NULL" if member is None else " AND r.member_id = ?"


def window_of(desk: Desk, connection: Connection, review: ReviewRow) -> Window:
    """The part of history a review looks at: from the end of the one before, else a week, to its own end, else now."""
    before = last_closed(connection, review.member_id, review.made_op)
    return Window(
        first=review.period_from,
        last=desk.today if review.open else review.held_on,
        instant=_instant(desk, review.period_from),
        after=before.closed_op if before else None,
        until=review.closed_op,
    )


def coming_window(desk: Desk, connection: Connection, member: bytes | None) -> Window:
    """What the next review of them would look at."""
    before = last_closed(connection, member)
    first = before.held_on if before else desk.today - dt.timedelta(days=FIRST_DAYS)
    return Window(first, desk.today, _instant(desk, first), before.closed_op if before else None)


def _instant(desk: Desk, day: dt.date) -> str:
    from salesdesk import clock

    return clock.iso(desk.instant(day, dt.time()))


def start(desk: Desk, member: bytes | None) -> ReviewRow:
    """Begin the review of a member, or of everyone; the one that is open goes on."""
    desk.require_actor()
    going = open_review(desk, desk.connection, member)
    if going is not None:
        return going
    window = coming_window(desk, desk.connection, member)
    values = {"member_id": member, "period_from": window.first, "held_on": desk.today}
    with desk.operation(tr("Review of {name} begun", name=name_of(desk, member))) as unit:
        unit.insert("review", values)
    begun = open_review(desk, desk.connection, member)
    assert begun is not None
    return begun


def fresh(desk: Desk, review: ReviewRow) -> ReviewRow:
    """A review as it is now; NotFoundError when it was taken back."""
    found = reviews.review_rows(desk.connection, " AND r.id = ?", (review.id,))
    if not found:
        raise NotFoundError(tr("That review is not there any more."), hint=tr("Somebody may have taken it back."))
    return found[0]


def _must_go_on(desk: Desk, review: ReviewRow) -> None:
    if not fresh(desk, review).open:
        raise InvalidError(
            tr("The review of {name} is closed.", name=name_of(desk, review.member_id)),
            hint=tr("Begin the next one, or take back the closing with undo."),
        )


def look_at(desk: Desk, review: ReviewRow, ref: Ref, why: str = "") -> str:
    """Go on from a record without a word; nothing when something was said of it already."""
    _must_go_on(desk, review)
    sentence = tr("{name} looked at", name=ref.name)
    with desk.operation(sentence) as unit:
        _item(unit, review, ref, why, {})
    return sentence


def note(desk: Desk, review: ReviewRow, ref: Ref, text: str, *, why: str = "", before: str = "", task: str = "") -> str:
    """Say something of a record in a review, in place of what was said `before`, and agree on a `task`, as one act.

    What somebody else said meanwhile stays above it. A task that cannot be understood is refused before anything is kept.
    """
    _must_go_on(desk, review)
    said = _text(text)
    agreed = read_task(desk, task) if task else None
    sentence = tr("Note on {name} kept", name=ref.name)
    with desk.operation(sentence) as unit:
        present = _present(unit.connection, review, ref)
        if present is not None and present.note not in {"", before}:
            said = f"{present.note}\n{said}"
        _item(unit, review, ref, why, {"note": said})
        if agreed:
            unit.label = sentence = f"{sentence}. {_agree_task(unit, desk, review, ref, *agreed, why=why)}"
    return sentence


def agree_task(desk: Desk, review: ReviewRow, ref: Ref | None, words: str, *, why: str = "") -> str:
    """Agree on a task: what, when and, with `@name`, who; it stands in their queue. It is one more step of a record.

    Without a name it is the owner's, else of whom the review is, else one's own.
    """
    _must_go_on(desk, review)
    step, owner = read_task(desk, words)
    with desk.operation(tr("Agreed: {task}", task=step.sentence(desk.today))) as unit:
        unit.label = sentence = _agree_task(unit, desk, review, ref, step, owner, why=why)
    return sentence


def _agree_task(
    unit: "Unit", desk: Desk, review: ReviewRow, ref: Ref | None, step: Step, owner: bytes | None, *, why: str
) -> str:
    key = _add_task(unit, desk, review, ref, step, owner)
    if ref is not None:
        _item(unit, review, ref, why, {"activity_id": key})
    who = unit.connection.value(
        "SELECT m.name FROM activity a JOIN member m ON m.id = a.owner_id WHERE a.id = ?", (key,)
    )
    sentence = tr("Agreed: {task}", task=step.sentence(desk.today))
    return f"{sentence}, {who}" if who else sentence


def read_task(desk: Desk, words: str) -> tuple[Step, bytes | None]:
    """The step the words mean, and whose it is when they name somebody: `@omar call thu 10:00 about the prices`."""
    text = clean(words)
    owner = read_line(desk, text).owner
    step = read_step(desk, text, kind=outreach.kind_named(desk, "task"))
    return step, desk.member(owner).id if owner else None


def _add_task(unit: "Unit", desk: Desk, review: ReviewRow, ref: Ref | None, step: Step, owner: bytes | None) -> bytes:
    if ref is not None:
        key = outreach.add_step(unit, desk, ref, step, owner=owner)
        unit.update("activity", key, {"review_id": review.id})
        return key
    values = outreach.step_values(desk, step, step.subject)
    return unit.insert(
        "activity", {**values, "owner_id": owner or review.member_id or desk.actor, "review_id": review.id}
    )


def agree(desk: Desk, review: ReviewRow, text: str, task: str = "") -> str:
    """Agree on the one change a review ends with: kept in the review, as a page of the playbook, and as a task.

    `task` says who looks after it and when, as `@omar mon`; else it is of whom the review is, a week from now.
    """
    _must_go_on(desk, review)
    said = _text(text)
    step, owner = read_task(desk, task or "+7d")
    step = Step(step.kind, step.day, step.time, " ".join(part for part in (said.split("\n")[0], step.subject) if part))
    sentence = tr("Agreed: {text}", text=said.split("\n")[0])
    with desk.operation(sentence) as unit:
        page = _page(unit, desk, review, said)
        _add_task(unit, desk, review, None, step, owner)
        unit.update("review", review.id, {"agreed": said, "page_id": page})
    return sentence


def _page(unit: "Unit", desk: Desk, review: ReviewRow, said: str) -> bytes:
    """The page of the playbook an agreement becomes, below the page they are all under."""
    if (
        unit.connection.value("SELECT 1 FROM playbook_page WHERE name = ? AND deleted_op IS NULL", (PARENT_PAGE,))
        is None
    ):
        parent = {"name": PARENT_PAGE, "text": _PARENT_TEXT, "author_id": desk.actor}
        unit.insert("playbook_page", parent)
    who = name_of(desk, review.member_id)
    name = clean(f"{desk.today.isoformat()} {who}")
    taken = {row[0] for row in unit.connection.rows("SELECT name FROM playbook_page WHERE deleted_op IS NULL")}
    number = next(n for n in range(1, len(taken) + 2) if (name if n == 1 else f"{name}, {n}") not in taken)
    text = f"---\nunder: {PARENT_PAGE}\nkind: page\n---\n\n{said}\n"
    values = {"name": name if number == 1 else f"{name}, {number}", "text": text, "author_id": desk.actor}
    return unit.insert("playbook_page", values)


def close(desk: Desk, review: ReviewRow) -> str:
    """End a review; its minutes are kept as they are now. Undo opens it again."""
    from salesdesk.services.reviewing.minutes import minutes

    _must_go_on(desk, review)
    text = minutes(desk, review)
    sentence = tr("Review of {name} closed", name=name_of(desk, review.member_id))
    with desk.operation(sentence) as unit:
        unit.update("review", review.id, {"state": "closed", "held_on": desk.today, "notes": text})
    return sentence


def _present(connection: Connection, review: ReviewRow, ref: Ref) -> ItemRow | None:
    found = reviews.items(connection, review.id)
    return next((i for i in found if (i.kind, i.record_id) == (ref.kind, ref.id)), None)


def _item(unit: "Unit", review: ReviewRow, ref: Ref, why: str, values: dict[str, Any]) -> None:
    present = _present(unit.connection, review, ref)
    if present is None:
        fresh_row = {"review_id": review.id, "record_kind": ref.kind, "record_id": ref.id, "why": clean(why)}
        unit.insert("review_item", {**fresh_row, **values})
    else:
        unit.update("review_item", present.id, values)


def _text(text: str) -> str:
    said = clean(text, multiline=True, limit=NOTE_LIMIT).strip()
    if not said:
        raise InvalidError(tr("There is nothing to keep."), hint=tr("Say it in a few words."))
    return said
