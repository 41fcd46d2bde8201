"""Rules from the shell: the verbs of every text, and running, trying and reading what was done."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.cli.texts import Name, declare_ready, text_commands
from salesdesk.domain.text import clean
from salesdesk.errors import ExitCode, InvalidError
from salesdesk.i18n import plural, tr

if TYPE_CHECKING:
    from salesdesk.services.desk import Desk

commands = text_commands("rule")
declare_ready(commands, "rule")
_USUAL = 50
_NAME = Argument("NAME", "Its name, or a part of it that fits no other; all of them without one.", complete="text")
_Rule = Annotated[str | None, _NAME]


@commands.verb("on", result=True)
def on(call: Call, name: Name) -> Done:
    """Use it from now on: for what happens, and for waits that are over, from today.

    What fitted before stays as it is; `rule run NAME --all` acts on that too.
    """
    from salesdesk.services import texts
    from salesdesk.services.rules import running

    desk = call.own_desk
    row = texts.find_text(desk, "rule", name)
    left = running.left_alone(desk, row)
    sentence = texts.switch(desk, row, active=True)
    if left:
        many = plural(left, tr("record"), tr("records"))
        sentence = tr("{sentence}. {many} that it fits already: left as they are.", sentence=sentence, many=many)
        sentence += "\n" + tr("To act on them too: salesdesk rule run '{name}' --all", name=row.name)
    return Done(sentence, {"name": row.name, "left_alone": left})


@commands.verb("words", listing=True)
def words(call: Call) -> Listing:
    """Show every sentence a rule can be made of.

    A rule is a line for each part: `when` and what happens, `and` with a filter of the lists as often as needed, `then`
    and what is done, `and` what else. Lines that begin with # are remarks. With `, also on import` after what happens an
    import counts too. What a rule did never sets off a rule.
    """
    from salesdesk.domain.language.rule_tree import ACTIONS, ALSO_ON_IMPORT, EVENTS

    rows = [("when", phrase.shown) for phrase in EVENTS]
    rows += [("when", f"a lead arrives, {ALSO_ON_IMPORT}"), ("and", "source:website not:tag:junk")]
    rows += [("then", phrase.shown) for phrase in ACTIONS]
    return Listing(
        (
            Column("begins", "", lambda r: r[0], tone=lambda r: "muted"),
            Column("words", "For example", lambda r: r[1], tone=lambda r: "strong", whole=True),
        ),
        rows,
    )


@commands.verb("run", listing=True, examples=("rule run", "rule run --dry-run", "rule run silent --all"))
def run(
    call: Call,
    name: _Rule = None,
    everything: Annotated[
        bool, Option("--all", help="Also for waits that were over before it was switched on.")
    ] = False,
    dry_run: Annotated[bool, Option("--dry-run", help="Only list what would be done.")] = False,
) -> Listing | Done:
    """Let the rules do what there is to do now; for a scheduler, once a day or more often.

    The screens do it by themselves when they open and at midnight, and every write sets off the rules about what happens.
    Each cause is acted on once, whoever runs it first.
    """
    from salesdesk.services.rules import running

    if dry_run:
        return _would_do(call.desk, name or "", everything)
    report = running.run(call.desk, named=name or "", backlog=everything)
    for line in report.lines:
        call.say(line)
    bad = report.failed or report.problems
    many = plural(report.acted, tr("record"), tr("records"))
    sentence = tr("Acted on {many}, failed on {failed}.", many=many, failed=report.failed)
    document = {"acted": report.acted, "failed": report.failed, "did": report.sentences, "problems": report.problems}
    return Done(sentence, document, exit_code=ExitCode.INVALID if bad else ExitCode.DONE)


def _would_do(desk: "Desk", name: str, everything: bool) -> Listing:
    from salesdesk.services.rules import running
    from salesdesk.services.rules.trying import hits

    rows = [
        (rule.name, hit)
        for rule, entity, matches in running.due(desk, name, backlog=everything)
        for hit in hits(desk, entity, matches)
    ]
    columns = (Column("rule", "Rule", lambda r: r[0], rank=1), *(_of_hit(column) for column in _HIT))
    note = tr("Nothing was changed: {many} would be acted on.", many=plural(len(rows), tr("record"), tr("records")))
    return Listing(columns, rows, ref=lambda r: str(r[1].ref.ref), empty=tr("Nothing to do."), note=note)


_HIT = (
    Column("day", "Day", lambda h: h.day),
    Column("ref", "Ref", lambda h: h.ref.ref, tone=lambda h: "muted", rank=2),
    Column("name", "Who", lambda h: h.ref.name or h.ref.detail, tone=lambda h: "strong"),
    Column("why", "Why", lambda h: h.why, rank=1),
)


def _of_hit(column: Column) -> Column:
    return Column(column.key, column.label, lambda r: column.value(r[1]), tone=column.tone, rank=column.rank)


@commands.verb(
    "test", listing=True, examples=("rule test silent", "rule test ./new-rule.md --since 90d", "rule test won --json")
)
def test(
    call: Call,
    rule: Annotated[str, Argument("NAME|FILE", "A rule, or a file with the text of one.", complete="text")],
    since: Annotated[str, Option("--since", metavar="1y|DAY", help="How far back.")] = "1y",
) -> Listing:
    """Say which records a rule would have acted on in the past year, and when; nothing is changed.

    Each record is looked at as it was then, from its history and its days. What history cannot say is said below.
    """
    from salesdesk.services import texts
    from salesdesk.services.rules import trying
    from salesdesk.services.rules.desks import author_desk

    desk = call.own_desk
    path = Path(rule).expanduser()
    named = path.suffix != "" or "/" in rule
    first = _first(desk, clean(since))
    if named and path.exists():
        trial = trying.attempt(desk, _file(path), first=first)
    else:
        row = texts.find_text(desk, "rule", clean(rule))
        trial = trying.attempt(author_desk(desk, row.author_id), row.editable, first=first)
    months = [f"  {month:%Y-%m}  {count:5,}  {'━' * _share(count, trial.months)}" for month, count in trial.months]
    many = plural(len(trial.hits), tr("time"), tr("times"))
    head = tr("It would have acted {many} since {day}; nothing was changed.", many=many, day=trial.first)
    document = {
        "rule": trial.sentence,
        "from": trial.first,
        "to": trial.last,
        "count": len(trial.hits),
        "months": [{"month": f"{month:%Y-%m}", "count": count} for month, count in trial.months],
        "records": [{"day": h.day, "record": h.ref, "why": h.why} for h in trial.hits],
        "not_known": list(trial.doubts),
    }
    note = "\n".join([head, *months, *trial.doubts])
    return Listing(_HIT, trial.hits, ref=lambda h: str(h.ref.ref), document=document, note=note, empty=note)


def _share(count: int, months: "tuple[tuple[dt.date, int], ...]") -> int:
    largest = max(number for _, number in months)
    return -(-count * 30 // largest) if largest else 0


def _file(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidError(tr("'{file}' cannot be read: {why}.", file=path, why=error)) from None


def _first(desk: "Desk", text: str) -> dt.date:
    from salesdesk.domain.dates import parse_day

    found = parse_day(text, desk.today, desk.calendar, lean="past") or parse_day(f"-{text}", desk.today, desk.calendar)
    if found is None:
        raise InvalidError(
            tr("'{text}' is not a day or a time ago.", text=text), hint=tr("Write 1y, 90d or 2026-01-01.")
        )
    return found


@commands.verb("log", listing=True, examples=("rule log", "rule log won --json"))
def log(call: Call, name: _Rule = None) -> Listing:
    """List what rules did: the day, the record, the operation that `undo OPERATION` takes back, and where they failed."""
    from salesdesk.services import texts
    from salesdesk.services.rules import record

    desk = call.desk
    rule_id = texts.find_text(desk, "rule", name).id if name else None
    limit = call.limit if call.limit is not None else _USUAL if call.terminal else 1_000_000
    return Listing(
        (
            Column("operation", "Operation", lambda r: r.key, tone=lambda r: "muted"),
            Column("on", "Day", lambda r: r.on),
            Column("rule", "Rule", lambda r: r.rule),
            Column("ref", "Ref", lambda r: r.ref.ref, tone=lambda r: "muted", rank=2),
            Column("name", "Who", lambda r: r.ref.name, tone=lambda r: "strong"),
            Column("did", "What", _what, tone=lambda r: "bad" if r.error else "muted" if r.undone else "", rank=1),
            Column("error", "Error", lambda r: r.error, extra=True),
            Column("undone", "Taken back", lambda r: r.undone, extra=True),
            Column("operation_id", "Operation id", lambda r: r.text_id, extra=True),
        ),
        record.runs(desk, rule_id, limit=limit),
        ref=lambda r: str(r.text_id),
        empty=tr("No rule has done anything yet."),
    )


def _what(run_: object) -> str:
    error, label, undone = (getattr(run_, name) for name in ("error", "label", "undone"))
    if error:
        return tr("failed: {why}", why=error)
    did = str(label).partition(": ")[2]
    return tr("taken back: {did}", did=did) if undone else did
