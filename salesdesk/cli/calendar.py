"""The calendar from the shell: out for other programs, in from them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Done
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError
from salesdesk.i18n import plural, tr

if TYPE_CHECKING:
    import datetime as dt

commands = Commands("calendar")
_MOST_SAID = 20


@commands.verb(
    "export",
    result=True,
    examples=("calendar export --out ~/salesdesk.ics", "calendar export kind:demo --from today --to +30d"),
)
def export(
    call: Call,
    query: Annotated[Sequence[str], Argument("FILTER", "Only these, such as kind:demo.", complete="filter")] = (),
    start: Annotated[str | None, Option("--from", metavar="DAY", help="The first day; else 30 days ago.")] = None,
    end: Annotated[str | None, Option("--to", metavar="DAY", help="The last day; else a year ahead.")] = None,
    out: Annotated[
        str, Option("--out", metavar="FILE", help="Write it there in one step; - is standard output.", complete="file")
    ] = "-",
    everyone: Annotated[bool, Option("--all", help="Everybody's.")] = False,
) -> Done | str:
    """Write meetings and next steps as a calendar (.ics) for Outlook, Google, Apple and others.

    A calendar program can subscribe to the file: each step keeps its identity, and a reader sees the old or the
    new file, never half of one. Timed steps ring some minutes before (calendar.alarm). `config set calendar.file
    FILE` keeps a file current after every change of yours; what colleagues change comes with your next one, while
    your screens are open, or from cron:

      */15 * * * * salesdesk calendar export --out ~/salesdesk.ics
    """
    from salesdesk.domain.language.words import words_text
    from salesdesk.services import agenda

    desk = call.desk if everyone or query else call.own_desk
    text, count = agenda.export(
        desk,
        words_text([clean(word) for word in query]),
        start=_day(call, start),
        end=_day(call, end),
        everyone=everyone,
        alarm=agenda.alarm_minutes(call.config.text("calendar.alarm")),
    )
    if out == "-":
        return text
    path = Path(out).expanduser()
    changed = agenda.write_calendar(path, text)
    words = plural(count, tr("event"), tr("events"))
    sentence = tr("{words} written to {path}.", words=words, path=path)
    if not changed:
        sentence = tr("{path} is up to date, {words}.", words=words, path=path)
    return Done(sentence, {"path": str(path), "events": count, "changed": changed}, refs=[str(path)])


def _day(call: Call, words: str | None) -> "dt.date | None":
    from salesdesk.domain.dates import parse_day

    if words is None:
        return None
    day = parse_day(clean(words), call.desk.today, call.desk.calendar)
    if day is None:
        raise InvalidError(tr("'{words}' is not a day.", words=words), hint=tr("Write 2026-11-30, today or +30d."))
    return day


@commands.verb("read", result=True, examples=("calendar read meetings.ics --dry-run", "calendar read meetings.ics"))
def read(
    call: Call,
    files: Annotated[Sequence[str], Argument("FILE", "Calendars (.ics).", complete="file")],
    start: Annotated[str | None, Option("--from", metavar="DAY", help="New ones from this day on; else today.")] = None,
    dry_run: Annotated[bool, Option("--dry-run", help="Only say what would be done.")] = False,
) -> Done:
    """Take meetings in from calendars (.ics), as steps of whom they are with.

    People are known by their mail address; meetings with nobody you know are left out. Reading again changes
    nothing: what was moved in the calendar moves, what was called off goes to the bin, what you changed or did
    here stays. Of a series three months are taken. What cannot be understood is said with its line.
    """
    from salesdesk.services.agenda_in import problem_line, read_calendars

    paths = [Path(name).expanduser() for name in files]
    report = read_calendars(call.own_desk, paths, since=_day(call, start), dry_run=dry_run)
    lines = [problem_line(path, problem) for path, problem in report.problems]
    for line in lines[:_MOST_SAID]:
        call.say(line)
    if len(lines) > _MOST_SAID:
        call.say(tr("and {count} more that cannot be understood", count=len(lines) - _MOST_SAID))
    counts = {name: value for name, value in vars(report).items() if name != "problems"}
    changed = not dry_run and (report.added or report.moved or report.cancelled)
    undo = f" {tr('Undo: salesdesk undo')}" if changed else ""
    return Done(f"{report.sentence}.{undo}", {**counts, "dry_run": dry_run, "problems": lines})
