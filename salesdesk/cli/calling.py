"""Calls from the shell: planned, run in the terminal, looked up."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Listing
from salesdesk.domain.text import clean
from salesdesk.errors import NotFoundError
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.services.desk import Desk
    from salesdesk.store.read.call_log import CallRow

commands = Commands("call")
Who = Annotated[Sequence[str], Argument("WHO", "A reference or any part of a name.", complete="record")]
Script = Annotated[str | None, Option("--script", metavar="NAME", help="The script to use, or a part of its name.")]


@commands.verb("run", examples=("call anna", "call run anna --script discovery"))
def run(call: Call, who: Who, script: Script = None) -> int | str:
    """Run a call with a script: `call WHO` does the same. Without a terminal its plan is printed."""
    from salesdesk.services.records import find

    if not call.terminal:
        return _plan(call, who, script)
    from salesdesk.cli.opening import open_screens

    ref = find(call.own_desk, clean(" ".join(who)))
    if script:
        from salesdesk.services.texts import find_text

        script = find_text(call.desk, "script", script).name
    call.close()
    return open_screens(call, calling=(ref, script or ""))


@commands.verb("plan", examples=("call plan anna", "call plan anna --script renewal"))
def plan(call: Call, who: Who, script: Script = None) -> str:
    """Print what to know before a call: what is known, what was agreed, open needs, questions, likely objections."""
    return _plan(call, who, script)


def _plan(call: Call, who: Sequence[str], script: str | None) -> str:
    from salesdesk.services import calling
    from salesdesk.services.records import find

    desk = call.desk
    found = calling.plan_call(desk, find(desk, clean(" ".join(who))), clean(script or ""))
    return "\n".join(calling.plan_lines(desk, found))


@commands.verb("list", listing=True, examples=("call list", "call list anna"))
def list_calls(call: Call, who: Who = ()) -> Listing:
    """List the calls that were run, the newest first; of somebody, when one is named."""
    from salesdesk.services.records import find
    from salesdesk.store.read import call_log

    desk = call.desk
    limit = call.limit or 200
    if who:
        ref = find(desk, clean(" ".join(who)))
        rows = call_log.calls_of(desk.connection, ref.kind, ref.id, limit=limit)
    else:
        rows = call_log.calls(desk.connection, " AND c.ended_at IS NOT NULL", limit=limit)
    return Listing(
        (
            Column("ref", "Ref", lambda r: reference(r), tone=lambda r: "muted"),
            Column("started", "When", lambda r: r.started_at),
            Column("name", "Who", lambda r: r.name, tone=lambda r: "strong"),
            Column("company", "Company", lambda r: r.company, rank=2),
            Column("script", "Script", lambda r: r.script, rank=1),
            Column("outcome", "Outcome", lambda r: r.outcome, rank=1),
            Column(
                "result", "Result", lambda r: r.result, tone=lambda r: "ok" if r.result in {"order", "advance"} else ""
            ),
            Column("minutes", "Minutes", lambda r: r.minutes, right=True, rank=3),
            Column("notes", "Notes", lambda r: r.notes, right=True, rank=3),
            Column("needs", "Needs", lambda r: r.needs, right=True, rank=3),
            Column("rep", "Rep", lambda r: r.owner, rank=3),
        ),
        rows,
        ref=reference,
        empty=tr("No calls yet."),
    )


@commands.verb("show", listing=True, examples=("call show anna",))
def show(
    call: Call,
    who: Annotated[Sequence[str], Argument("REF", "A call (K-...), or somebody: their last one.", complete="record")],
) -> Listing:
    """Show a call with everything that was said in it: notes, needs, what was agreed."""
    from salesdesk.services.calling import say_advance
    from salesdesk.services.calling.ending import note_line
    from salesdesk.store.read import call_log

    desk = call.desk
    found = _find(desk, clean(" ".join(who)))
    notes = call_log.notes(desk.connection, found.id)
    told = [
        {
            "kind": n.kind,
            "section": n.section,
            "question": n.question,
            "text": n.text,
            "severity": n.severity,
            "at": n.at,
        }
        for n in notes
    ]
    row: dict[str, object] = {
        "ref": reference(found),
        "name": found.name,
        "company": found.company,
        "started": found.started_at,
        "minutes": found.minutes,
        "script": found.script,
        "rep": found.owner,
        "outcome": found.outcome,
        "result": found.result,
        "agreed": say_advance(desk, found) if found.advance_on else "",
        "notes": told,
    }
    words = "\n".join(
        note_line(n) if n.text else tr("{section} asked: {question}", section=n.section, question=n.question)
        for n in notes
    )
    columns = [Column(key, key.capitalize(), lambda r, key=key: r[key]) for key in row if key != "notes"]  # type: ignore[misc]
    columns.append(Column("notes", "Notes", lambda r: r["notes"], show=lambda _: words))
    return Listing(columns, [row], ref=lambda r: str(r["ref"]), single=True)


def reference(row: "CallRow") -> str:
    """`K-7K3QF0D`."""
    return f"K-{row.code}"


def _find(desk: "Desk", words: str) -> "CallRow":
    """The call of a reference, else the last one with somebody."""
    from salesdesk.domain.ids import read_reference
    from salesdesk.services.records import find
    from salesdesk.store.read import call_log

    typed = read_reference(words)
    if typed and typed[0] == "K":
        rows = call_log.calls(desk.connection, " AND c.code LIKE ?", (f"{typed[1]}%",), limit=2)
    else:
        ref = find(desk, words)
        rows = call_log.calls_of(desk.connection, ref.kind, ref.id, limit=1)
    if not rows:
        raise NotFoundError(
            tr("There is no call '{words}'.", words=words), hint=tr("List them with: salesdesk call list.")
        )
    return rows[0]
