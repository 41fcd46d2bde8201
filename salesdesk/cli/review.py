"""The weekly pipeline review from the shell: everything the screen does, and its minutes as a page to mail."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing, Named
from salesdesk.errors import InvalidError
from salesdesk.i18n import plural, tr

if TYPE_CHECKING:
    from salesdesk.services.reviewing import Look
    from salesdesk.store.read.reviews import ReviewRow

commands = Commands("review")
Which = Annotated[
    str, Argument("REVIEW", "Its reference, a member, or team; else the one that is open.", complete="member")
]
For = Annotated[
    str, Option("--for", metavar="MEMBER", help="Whose review; team for everyone together.", complete="member")
]
Task = Annotated[
    str | None,
    Option("--task", metavar="WHAT", help="A task agreed on: what, when, and @name for who: '@omar call thu 10:00'."),
]


@commands.verb("list", listing=True, examples=("review list",))
def list_reviews(call: Call) -> Listing:
    """List the reviews, the open ones first, then the latest."""
    from salesdesk.services import reviewing

    return Listing(
        (
            Column("ref", "Ref", lambda r: r.ref, tone=lambda r: "muted"),
            Column(
                "member", "Of", lambda r: r.member or None, lambda r: r.member or tr("the team"), lambda r: "strong"
            ),
            Column("held_on", "Day", lambda r: r.held_on),
            Column("from", "Since", lambda r: r.period_from, rank=2),
            Column("state", "State", lambda r: r.state, tone=lambda r: "warn" if r.open else "ok"),
            Column("notes", "Notes", lambda r: r.said, right=True, rank=1),
            Column("tasks", "Tasks", lambda r: r.tasks, right=True, rank=1),
            Column("by", "Led by", lambda r: r.made_by or None, rank=3),
            Column("agreed", "Agreed", lambda r: r.agreed or None, rank=4),
        ),
        reviewing.all_reviews(call.desk),
        ref=lambda r: r.ref,
        empty=tr("No review yet. Begin one: salesdesk review start --for NAME"),
    )


@commands.verb("start", result=True, examples=("review start --for omar", "review start --for team"))
def start(call: Call, member: For = "me") -> Done:
    """Begin the review of a member or of the team; one that is open goes on.

    It looks back to the end of the last one, or a week.
    """
    from salesdesk.services import reviewing

    desk = call.own_desk
    review = reviewing.start(desk, reviewing.whose(desk, member))
    sentence = tr(
        "Review {ref} of {name}, since {day}.",
        ref=review.ref,
        name=review.member or tr("the team"),
        day=review.period_from,
    )
    return Done(f"{sentence} {tr('Everything of it: salesdesk review show')}", _document(review), refs=[review.ref])


def _document(review: "ReviewRow") -> dict[str, object]:
    return {"ref": review.ref, "member": review.member or None, "from": review.period_from, "state": review.state}


@commands.verb("open", listing=True, examples=("review open", "review open omar"))
def open_review(
    call: Call, who: Annotated[str, Argument("MEMBER", "Whose review to go through.", complete="member")] = ""
) -> Listing | int:
    """Go through a review on the screens; without a terminal, list the reviews."""
    if not call.terminal or call.wants_json:
        return list_reviews(call)  # type: ignore[return-value]
    from salesdesk.cli.opening import open_screens
    from salesdesk.services import reviewing

    if who:
        reviewing.whose(call.desk, who)
    return open_screens(call, start="team", query=who or None)


@commands.verb("show", listing=True, examples=("review show", "review show omar --json"))
def show(call: Call, which: Which = "") -> Listing:
    """Show a review: the forecast, what changed with old and new, the deals that need a word, what was agreed."""
    from salesdesk.services import reviewing

    desk = call.desk
    seen = reviewing.look(desk, reviewing.find_review(desk, which))
    return Listing(
        (
            Column("part", "Part", lambda r: r["part"]),
            Column("ref", "Ref", lambda r: r["ref"], tone=lambda r: "muted"),
            Column("name", "What", lambda r: r["name"], tone=lambda r: "strong"),
            Column("value", "Value", lambda r: r["value"], lambda r: str(r["value"] or ""), right=True, rank=2),
            Column("detail", "", lambda r: r["detail"], whole=True),
        ),
        _rows(seen),
        ref=lambda r: r["ref"] or "",
        document=seen.as_json(),
        note=_note(seen),
    )


def _rows(seen: "Look") -> list[dict[str, Any]]:
    from salesdesk.services.reviewing.minutes import forecast_lines, heads

    named = heads()
    rows: list[dict[str, Any]] = []

    def add(part: str, ref: str | None, name: str, value: object, detail: str) -> None:
        rows.append({"part": part, "ref": ref, "name": name, "value": value, "detail": detail})

    if seen.review.open:
        for line in forecast_lines(seen):
            add(tr("forecast"), None, line.removeprefix("- ").replace("**", ""), None, "")
    for change in seen.changes:
        add(named[change.kind].lower(), change.deal.ref, change.deal.name, change.value, change.words())
    for one in seen.concerns.deals:
        said = [*one.reasons(), *([f"“{one.item.note}”"] if one.item and one.item.note else [])]
        add(tr("a word") if one.item is None else tr("done"), one.ref.ref, one.ref.name, one.value, "; ".join(said))
    for task in seen.tasks:
        who = ", ".join(filter(None, (task.who, task.due_on.isoformat() if task.due_on else "")))
        add(tr("task"), f"T-{task.code}", task.subject or task.kind, None, who)
    if seen.review.agreed:
        add(tr("agreed"), None, seen.review.agreed, None, seen.review.page)
    return rows


def _note(seen: "Look") -> str:
    review = seen.review
    done = tr(
        "{done} of {all} looked at", done=seen.concerns.done, all=plural(seen.concerns.total, tr("deal"), tr("deals"))
    )
    since = tr("since {day}", day=review.period_from)
    return ", ".join((review.ref, review.member or tr("the team"), since, review.state, done))


@commands.verb(
    "note",
    result=True,
    examples=("review note R-7K3Q D-17 'Champion left'", "review note maya D-17 'Stuck' --task '@maya call thu 10:00'"),
)
def note(
    call: Call,
    which: Annotated[str, Argument("REVIEW", "Its reference, a member, or team.", complete="member")],
    deal: Annotated[str, Argument("DEAL", "Which deal: a reference or a name.", complete="record")],
    text: Annotated[str, Argument("TEXT", "What was said; empty with --task.")] = "",
    task: Task = None,
) -> Done:
    """Say something of a deal in a review, and agree on a task."""
    from salesdesk.services import reviewing
    from salesdesk.services.records import find

    desk = call.own_desk
    review, ref = reviewing.find_review(desk, which), find(desk, deal, ("deal",))
    if not text and not task:
        raise InvalidError(tr("There is nothing to keep."), hint=tr("Say it in a few words, or agree on a --task."))
    why = reviewing.why(desk, review, ref.id)
    if text:
        sentence = reviewing.note(desk, review, ref, text, why=why, task=task or "")
    else:
        sentence = reviewing.agree_task(desk, review, ref, task or "", why=why)
    return Done(
        tr("{sentence}. Undo: salesdesk undo", sentence=sentence),
        {"message": sentence, "review": review.ref, "deal": Named(ref.ref, ref.name)},
    )


@commands.verb(
    "forecast",
    result=True,
    examples=("review forecast --commit 120k --best 150k", "review forecast --for team --commit 400k"),
)
def forecast(
    call: Call,
    commit: Annotated[str, Option("--commit", metavar="AMOUNT", help="What will come.")] = "",
    best: Annotated[str, Option("--best", metavar="AMOUNT", help="What may come when all goes well.")] = "",
    note_text: Annotated[str, Option("--note", metavar="TEXT", help="On what it stands.")] = "",
    member: For = "me",
) -> Done:
    """Submit the forecast of the period the goal is of, else of this quarter; earlier ones are kept."""
    from salesdesk.domain.money import parse_money
    from salesdesk.services import reviewing

    desk = call.own_desk
    if not commit:
        raise InvalidError(tr("A forecast needs what is committed."), hint=tr("Give it with --commit 120k."))
    amounts = parse_money(commit, desk.currency), parse_money(best, desk.currency) if best else None
    sentence = reviewing.submit(desk, reviewing.whose(desk, member), *amounts, note_text)
    document = {"message": sentence, "commit": amounts[0], "best_case": amounts[1]}
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), document)


@commands.verb(
    "agree", result=True, examples=("review agree 'Ask for the budget in the first call' --task '@maya mon'",)
)
def agree(
    call: Call,
    text: Annotated[str, Argument("TEXT", "The one change.")],
    which: Which = "",
    task: Task = None,
) -> Done:
    """Agree on the one change a review ends with: a page of the playbook, and a task."""
    from salesdesk.services import reviewing

    desk = call.own_desk
    review = reviewing.find_review(desk, which)
    sentence = reviewing.agree(desk, review, text, task or "")
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence, "review": review.ref})


@commands.verb("close", result=True, examples=("review close", "review close omar"))
def close(call: Call, which: Which = "") -> Done:
    """Close a review; its minutes are kept as they are now."""
    from salesdesk.services import reviewing

    desk = call.own_desk
    review = reviewing.find_review(desk, which)
    sentence = reviewing.close(desk, review)
    return Done(
        tr("{sentence}. Its minutes: salesdesk review minutes {ref}", sentence=sentence, ref=review.ref),
        {"message": sentence, "review": review.ref},
        refs=[review.ref],
    )


@commands.verb("minutes", examples=("review minutes", "review minutes maya --out review.md"))
def minutes(
    call: Call,
    which: Which = "",
    out: Annotated[str | None, Option("--out", metavar="FILE", help="Write them there.", complete="file")] = None,
) -> str:
    """Print the minutes of a review as Markdown, a page to mail as it is."""
    from salesdesk.services import reviewing

    desk = call.desk
    text = reviewing.minutes(desk, reviewing.find_review(desk, which))
    return written(call, text, out)


def written(call: Call, text: str, out: str | None) -> str:
    """The text to print, or nothing when it went to a file."""
    if not out:
        return text
    path = Path(out)
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise InvalidError(
            tr("'{path}' cannot be written: {why}.", path=path, why=error.strerror or error),
            hint=tr("Choose another place."),
        ) from None
    call.say(tr("Written: {path}", path=path))
    return ""
