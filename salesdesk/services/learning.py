"""What the calls of this team teach: by script, version, rep, persona and question; objections; why deals were lost.

Every figure comes with the calls it is made of. Practice is left out.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from salesdesk.domain import spin
from salesdesk.domain.learning import (
    SUCCESSES,
    Call,
    QuestionUse,
    Tally,
    by_group,
    by_question,
    differ,
)
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.store.read import calls
from salesdesk.store.read.calls import NoteRow, RunRow

DIMENSIONS = ("script", "version", "rep", "persona")
# What lost deals are split by, and the place of it in a row of `calls.lost_by`.
LOST_BY = {"stage": 2, "script": 3, "competitor": 4}


@dataclass(frozen=True, slots=True)
class Objections:
    """One objection: how often it came, how often it was answered, its causes, after which question type it came, which
    step (P, I, N, or none) was missing before it, and in which calls it came."""

    text: str
    count: int
    answered: int
    causes: dict[str, int]
    before: dict[str, int]
    missing: dict[str, int] = field(default_factory=dict)
    calls: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """The calls of one script, version, rep or persona; or the talks in which a question was asked, beside the `other`
    ones of the same scripts."""

    name: str
    tally: Tally
    calls: frozenset[bytes]
    other: Tally | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """Deals lost for one reason from one stage, to one competitor, or after calls with one script."""

    reason: str
    what: str
    deals: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Finding:
    """What differs by more than chance allows, as a sentence with its counts, and the calls it is made of."""

    sentence: str
    calls: frozenset[bytes]


Read = Sequence[tuple[RunRow, Call, Sequence[NoteRow]]]


def read(desk: Desk, since: dt.date | None = None) -> Read:
    """The calls that ended, each with its notes, read at one moment; what the others here are made of."""
    start = desk.instant(since, dt.time()) if since else None
    with desk.workspace.snapshot() as connection:
        runs = calls.runs(connection, start)
        noted: dict[bytes, list[NoteRow]] = {}
        for note in calls.notes(connection, [run.id for run in runs]):
            noted.setdefault(note.call_id, []).append(note)
    return [(run, _call(run, noted.get(run.id, ())), noted.get(run.id, ())) for run in runs]


def results(desk: Desk, by: str, since: dt.date | None = None) -> dict[str, Tally]:
    """A tally for each script, version (`Discovery v3`), rep or persona; the most used first."""
    return {group.name: group.tally for group in groups(read(desk, since), by)}


def groups(found: Read, by: str) -> list[Group]:
    """The calls by script, version, rep, persona, or the question that was asked; the most used first."""
    if by == "question":
        uses = by_question((run.script, call) for run, call, _ in found)
        asked = _keys(found, lambda _, call: call.questions if call.result else ())
        return [Group(use.question, use.asked, asked[use.question], use.not_asked) for use in uses]
    keys = _keys(found, lambda run, _: (_key(run, by),))
    tallies = by_group((_key(run, by), call) for run, call, _ in found)
    return [Group(str(key) or tr("none"), tally, keys[str(key)]) for key, tally in tallies.items()]


def _keys(found: Read, names: Callable[[RunRow, Call], Sequence[str] | frozenset[str]]) -> dict[str, frozenset[bytes]]:
    gathered: dict[str, set[bytes]] = {}
    for run, call, _ in found:
        for name in names(run, call):
            gathered.setdefault(name, set()).add(run.id)
    return {name: frozenset(keys) for name, keys in gathered.items()}


def questions(desk: Desk, since: dt.date | None = None) -> list[QuestionUse]:
    """Every question that was asked, beside the talks of the same script without it."""
    return by_question((run.script, call) for run, call, _ in read(desk, since))


def by_success(found: Read) -> tuple[Group, Group]:
    """The talks that moved on, and those that did not: to lay question mix and needs side by side. No mix is known to be
    right, so none is judged."""
    moved, stayed = Tally(), Tally()
    keys: tuple[set[bytes], set[bytes]] = (set(), set())
    for run, call, _ in found:
        if call.result:
            did = call.result in SUCCESSES
            (moved if did else stayed).add(call)
            keys[0 if did else 1].add(run.id)
    return (
        Group(tr("talks that moved on"), moved, frozenset(keys[0])),
        Group(tr("talks that did not"), stayed, frozenset(keys[1])),
    )


def objections(desk: Desk, since: dt.date | None = None) -> list[Objections]:
    """The objections that came up, the most frequent first."""
    return objections_in(read(desk, since))


def objections_in(found: Read) -> list[Objections]:
    """The objections of these calls."""
    came: dict[str, list[tuple[NoteRow, str, str]]] = {}
    for _, _, noted in found:
        last = ""
        for place, note in enumerate(noted):
            if note.kind == "objection":
                missing = spin.missing_step(noted, place)
                came.setdefault(note.question or note.text, []).append((note, last, missing))
            elif note.section:
                last = note.section
    made = [
        Objections(
            text,
            len(notes),
            sum(note.answered for note, _, _ in notes),
            _counted(note.cause or tr("not said") for note, _, _ in notes),
            _counted(section or "-" for _, section, _ in notes),
            _counted(step or "-" for _, _, step in notes),
            frozenset(note.call_id for note, _, _ in notes),
        )
        for text, notes in came.items()
    ]
    return sorted(made, key=lambda one: (-one.count, one.text))


def _counted(words: Iterable[str]) -> dict[str, int]:
    return dict(Counter(words).most_common())


def lost(desk: Desk, by: str, since: dt.date | None = None) -> list[Lost]:
    """The lost deals by reason and stage, competitor or script, the most frequent first."""
    gathered: dict[tuple[str, str], set[bytes]] = {}
    for row in calls.lost_by(desk.connection, since):
        gathered.setdefault((row[1] or tr("not said"), str(row[LOST_BY[by]]) or tr("none")), set()).add(row[0])
    made = [Lost(reason, what, frozenset(keys)) for (reason, what), keys in gathered.items()]
    return sorted(made, key=lambda one: (-len(one.deals), one.reason, one.what))


def findings(desk: Desk, since: dt.date | None = None) -> list[str]:
    """Plain sentences for what differs by more than chance allows, each with its counts; empty when nothing does."""
    return [one.sentence for one in findings_in(read(desk, since))]


def findings_in(found: Read) -> list[Finding]:
    """What these calls say by more than chance: of questions, then of scripts, versions, personas and reps."""
    told = [
        Finding(
            tr(
                "With “{question}” {with_it} of {asked} talks moved on, without it {without} of {other}.",
                question=use.name,
                with_it=use.tally.successes,
                asked=use.tally.talks,
                without=use.other.successes,
                other=use.other.talks,
            ),
            use.calls,
        )
        for use in groups(found, "question")
        if use.other and differ(use.tally, use.other)
    ]
    whole = Tally()
    for _, call, _ in found:
        whole.add(call)
    for by in DIMENSIONS:
        every = groups(found, by)
        for group in every:
            rest = whole.without(group.tally)
            # A script with one version would say the same twice.
            single = by == "version" and any(one.tally == group.tally for one in groups(found, "script"))
            if differ(group.tally, rest) and not single:
                told.append(Finding(_apart(group, rest), group.calls))
    return told


def _apart(group: Group, rest: Tally) -> str:
    return tr(
        "{name}: {successes} of {talks} talks moved on, of all others {other} of {others}.",
        name=group.name,
        successes=group.tally.successes,
        talks=group.tally.talks,
        other=rest.successes,
        others=rest.talks,
    )


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


def _key(run: RunRow, by: str) -> str:
    return {
        "script": run.script,
        "version": f"{run.script} v{run.version}" if run.script else "",
        "rep": run.rep,
        "persona": run.persona,
    }[by]
