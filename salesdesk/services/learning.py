"""What the calls of this team teach: by script, version, rep, persona and question; objections; why deals were lost."""

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from salesdesk.domain.learning import Call, QuestionUse, Tally, by_group, by_question, differ
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.store.read import calls
from salesdesk.store.read.calls import NoteRow, RunRow

DIMENSIONS = ("script", "version", "rep", "persona")


@dataclass(frozen=True, slots=True)
class Objections:
    """One objection: how often it came, how often it was answered, its causes, and after which question type it came."""

    text: str
    count: int
    answered: int
    causes: dict[str, int]
    before: dict[str, int]


def results(desk: Desk, by: str, since: dt.date | None = None) -> dict[str, Tally]:
    """A tally for each script, version (`Discovery v3`), rep or persona; the most used first."""
    found = _calls(desk, since)
    return {
        str(key) or tr("none"): tally
        for key, tally in by_group((_key(run, by), call) for run, call, _ in found).items()
    }


def questions(desk: Desk, since: dt.date | None = None) -> list[QuestionUse]:
    """Every question that was asked, beside the talks of the same script without it."""
    return by_question((run.script, call) for run, call, _ in _calls(desk, since))


def objections(desk: Desk, since: dt.date | None = None) -> list[Objections]:
    """The objections that came up, the most frequent first."""
    found: dict[str, list[tuple[NoteRow, str]]] = {}
    for _, _, noted in _calls(desk, since):
        last = ""
        for note in noted:
            if note.kind == "objection":
                found.setdefault(note.question or note.text, []).append((note, last))
            elif note.section:
                last = note.section
    made = [
        Objections(
            text,
            len(notes),
            sum(note.answered for note, _ in notes),
            dict(Counter(note.cause or tr("not said") for note, _ in notes).most_common()),
            dict(Counter(section or "-" for _, section in notes).most_common()),
        )
        for text, notes in found.items()
    ]
    return sorted(made, key=lambda one: (-one.count, one.text))


def lost(desk: Desk, by: str) -> dict[tuple[str, str], int]:
    """How many deals were lost for each `(reason, stage or script)`, the most frequent first."""
    place = {"stage": 1, "script": 2}[by]
    counted = Counter((row[0] or tr("not said"), row[place] or tr("none")) for row in calls.lost_by(desk.connection))
    return dict(counted.most_common())


def findings(desk: Desk, since: dt.date | None = None) -> list[str]:
    """Plain sentences for what differs by more than chance allows, each with its counts; empty when nothing does."""
    return [
        tr(
            "With “{question}” {with_it} of {asked} talks moved on, without it {without} of {other}.",
            question=use.question,
            with_it=use.asked.successes,
            asked=use.asked.talks,
            without=use.not_asked.successes,
            other=use.not_asked.talks,
        )
        for use in questions(desk, since)
        if differ(use.asked, use.not_asked)
    ]


def _calls(desk: Desk, since: dt.date | None) -> list[tuple[RunRow, Call, Sequence[NoteRow]]]:
    """The calls that ended, each with its notes, read at one moment."""
    start = desk.instant(since, dt.time()) if since else None
    with desk.workspace.snapshot() as connection:
        runs = calls.runs(connection, start)
        noted: dict[bytes, list[NoteRow]] = {}
        for note in calls.notes(connection, [run.id for run in runs]):
            noted.setdefault(note.call_id, []).append(note)
    return [(run, _call(run, noted.get(run.id, ())), noted.get(run.id, ())) for run in runs]


def _call(run: RunRow, notes: Sequence[NoteRow]) -> Call:
    asked = {
        note.question: note.section for note in notes if note.question and note.section and note.kind != "objection"
    }
    kinds = Counter(note.kind for note in notes)
    return Call(
        run.result,
        (run.ended_at - run.started_at).total_seconds() / 60,
        Counter(asked.values()),
        frozenset(asked),
        kinds["implied"],
        kinds["explicit"],
    )


def _key(run: RunRow, by: str) -> Hashable:
    return {
        "script": run.script,
        "version": f"{run.script} v{run.version}" if run.script else "",
        "rep": run.rep,
        "persona": run.persona,
    }[by]
