"""Cadences from the shell: who goes in, who is inside, what came of it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Option
from salesdesk.cli.nouns import DryRun, Where, Yes
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.cli.picking import MANY, fitting
from salesdesk.cli.texts import Name, text_commands
from salesdesk.content import LANGUAGES
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError, UsageError
from salesdesk.i18n import plural, tr
from salesdesk.services.records import Ref, find, reference

if TYPE_CHECKING:
    from salesdesk.services.cadences.enrolling import Enrolling
    from salesdesk.services.desk import Desk
    from salesdesk.services.texts import TextRow

commands = text_commands("cadence")
_KINDS = ("lead", "contact", "deal")
Who = Annotated[Sequence[str], Argument("WHO", "References or names, a filter with --where.", complete="record")]
Kind = Annotated[str | None, Option("--kind", metavar="KIND", help="What --where is about.", choices=_KINDS)]


@commands.verb("ready", result=True, examples=("cadence ready", "cadence ready hu"))
def ready(
    call: Call,
    language: Annotated[str | None, Argument("LANG", "en or hu; your team's without one.", choices=LANGUAGES)] = None,
) -> Done:
    """Bring in the ready cadences: first touch, quick answer, after the demo, renewal, win-back.

    Those whose names are taken stay as they are. Their mails are the ready templates.
    """
    from salesdesk.services import texts

    desk = call.own_desk
    sentence = texts.bring_ready(desk, "cadence", language or "")
    spoken = language or desk.settings["language"]
    if not all(_is_whole(desk, row) for row in texts.texts(desk, "cadence")):
        call.say(tr("Their mails are not all here: salesdesk template ready {language}", language=spoken))
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


def _is_whole(desk: "Desk", row: "TextRow") -> bool:
    """Whether everything a cadence names is there."""
    from salesdesk.services import texts

    try:
        texts.check(desk, "cadence", row.text)
    except InvalidError:
        return False
    return True


@commands.verb(
    "enrol",
    result=True,
    examples=("cadence enrol 'First touch' anna", "cadence enrol first --where score:60.. cadence:none --dry-run"),
)
def enrol(
    call: Call,
    name: Name,
    who: Who = (),
    where: Where = (),
    kind: Kind = None,
    start: Annotated[str | None, Option("--start", metavar="DAY", help="The day it begins; else today.")] = None,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> Done:
    """Put people into a cadence, as one change; who may not be in it is left out and said.

    Left out is who opted out or must not be contacted, has no address for a step, is in a cadence already, or is done
    with.
    """
    from salesdesk.services import texts
    from salesdesk.services.cadences import enrolling
    from salesdesk.services.cadences.writing import usable
    from salesdesk.services.steps import read_day

    desk = call.desk if dry_run else call.own_desk
    row = texts.find_text(desk, "cadence", clean(name))
    refs = _chosen(call, who, where, (kind,) if kind else usable(row).records)
    day = read_day(desk, clean(start)) if start else None
    found = enrolling.preview(desk, row, refs, day)
    if dry_run:
        return Done(
            "\n".join(_preview(desk, found)), {"dry_run": True, **_document(found)}, [r.ref for r in found.taken]
        )
    if found.busy:
        call.say(tr("{warning}.", warning=found.collisions()))
    if len(found.taken) > MANY or (found.busy and call.interactive):
        left = f" ({found.refusals()})" if found.refused else ""
        call.confirm(tr("Enrol {who} in {name}{left}?", who=_who(found.taken), name=row.name, left=left), yes=yes)
    done = enrolling.enrol(desk, row, refs, day)
    sentence = tr("{sentence}. Undo: salesdesk undo", sentence=done.sentence(desk.today))
    return Done(sentence, _document(done), [ref.ref for ref in done.taken])


def _preview(desk: "Desk", found: "Enrolling") -> list[str]:
    lines = [tr("Would be: {sentence}.", sentence=found.sentence(desk.today))]
    lines += [f"  {ref}" for ref in found.taken[:10]]
    lines += [tr("  and {count} more", count=len(found.taken) - 10)] if len(found.taken) > 10 else []
    lines += [tr("  {warning}", warning=found.collisions())] if found.busy else []
    for reason, refs in found.refused.items():
        names = ", ".join(ref.name for ref in refs[:5]) + (tr(" and more") if len(refs) > 5 else "")
        lines.append(tr("  not, {reason}: {names}", reason=reason, names=names))
    return lines


def _document(found: "Enrolling") -> dict[str, object]:
    return {
        "cadence": found.cadence.name,
        "enrolled": len(found.taken),
        "first": {"on": found.first.day, "what": found.first.kind.name.lower()} if found.first else None,
        "refused": {reason: list(refs) for reason, refs in found.refused.items()},
        "busy": [{"record": ref, "with": who} for ref, who in found.busy],
    }


def _who(refs: Sequence[Ref]) -> str:
    return plural(len(refs), refs[0].kind, f"{refs[0].kind}s")


def _chosen(call: Call, who: Sequence[str], where: Sequence[str], kinds: Sequence[str]) -> list[Ref]:
    """The records of names or of a filter; of several kinds a filter is about the first."""
    named = [clean(word) for word in who]
    if where and all(":" in word or word[:1] in {"@", "+"} for word in named):
        # `--where owner:me score:60..` without quotes: the shell gives the second term as a word of its own.
        where, named = [*where, *named], []
    if bool(named) == bool(where):
        raise UsageError(tr("Who? Give references or names, or a filter with --where."))
    if where:
        return fitting(call, kinds[0], where)
    return list({ref.id: ref for ref in (find(call.desk, word, tuple(kinds)) for word in named)}.values())


def _steering(name: str, help_: str) -> None:
    def act(call: Call, who: Who = (), where: Where = (), kind: Kind = None) -> Done:
        from salesdesk.services.cadences import steering

        refs = _chosen(call, who, where, (kind,) if kind else _KINDS)
        verb: Callable[[Desk, Sequence[Ref]], str] = getattr(steering, name)
        sentence = verb(call.own_desk, refs)
        return Done(
            tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence}, [ref.ref for ref in refs]
        )

    act.__doc__ = help_
    commands.verb(name, result=True, examples=(f"cadence {name} anna",))(act)


_steering("stop", "Take people out of their cadence, with the step that is planned.")
_steering("pause", "Let people wait in their cadence; what was planned for them goes until they are resumed.")
_steering("resume", "Go on with people who were paused, at the step they were at.")
_steering("skip", "Pass over the step that is planned; the one after it is planned from today.")


@commands.verb("who", listing=True, examples=("cadence who", "cadence who first --csv"))
def who_is_inside(
    call: Call, name: Annotated[str | None, Argument("NAME", "Only this cadence.", complete="text")] = None
) -> Listing:
    """List who is in a cadence now, at which step, and when that is due."""
    from salesdesk.services import texts
    from salesdesk.services.cadences import showing
    from salesdesk.store.read import enrolments

    desk = call.desk
    only = ("e.cadence_id = ?", (texts.find_text(desk, "cadence", clean(name)).id,)) if name else ("1=1", ())
    return Listing(
        (
            Column("ref", "Ref", lambda r: reference(r.record_kind, r.code), tone=lambda r: "muted"),
            Column("name", "Name", lambda r: r.name, tone=lambda r: "strong"),
            Column("company", "Company", lambda r: r.company, rank=2),
            Column("cadence", "Cadence", lambda r: r.cadence),
            Column("step", "Step", lambda r: r.position + 1, lambda r: showing.place(r)),
            Column("due", "Due", lambda r: r.due_on),
            Column("next", "Next step", lambda r: r.step_subject, lambda r: f"{r.step_kind} {r.step_subject}", rank=1),
            Column(
                "state", "State", lambda r: r.state, tone=lambda r: "warn" if r.state == "paused" else "muted", rank=2
            ),
            Column("owner", "Owner", lambda r: r.owner, rank=3),
            Column("started", "Enrolled", lambda r: r.started_on, rank=4),
        ),
        enrolments.live(desk.connection, *only),
        ref=lambda r: reference(r.record_kind, r.code),
        empty=tr("Nobody is in a cadence."),
    )


@commands.verb("run", result=True, examples=("cadence run",))
def run(call: Call) -> Done:
    """Follow up what came in since (answers, bounces, opt-outs), and put your automatic mails of today in the outbox.

    The screens do this by themselves. Without them, run it from cron: after `inbox fetch`, before `outbox send`.
    """
    from salesdesk.cli.mail import settings_of
    from salesdesk.services.cadences import running

    done = running.run(call.own_desk, settings_of(call))
    document = {"message": done.sentence or None, "queued": done.queued, "problems": done.problems}
    return Done(done.sentence or tr("Nothing to do."), document)


@commands.verb("results", listing=True, examples=("cadence results", "cadence results first"))
def results(
    call: Call, name: Annotated[str | None, Argument("NAME", "The steps of this cadence.", complete="text")] = None
) -> Listing:
    """Show how cadences do: enrolled, replied, meetings, won; of one cadence, what became of each step."""
    from salesdesk.services import texts
    from salesdesk.services.cadences import showing

    desk = call.desk
    if name:
        return _steps(desk, texts.find_text(desk, "cadence", clean(name)))
    return Listing(
        (
            Column("name", "Name", lambda r: r.row.name, tone=lambda r: "strong"),
            Column("enrolled", "Enrolled", lambda r: r.counts.enrolled, right=True),
            Column("inside", "Inside", lambda r: r.counts.inside, right=True),
            Column("finished", "Finished", lambda r: r.counts.finished, right=True, rank=2),
            Column("replied", "Replied", lambda r: r.counts.replied, right=True),
            Column("reply_rate", "Rate", lambda r: r.reply_rate, lambda r: _percent(r.reply_rate), right=True, rank=1),
            Column("meetings", "Meetings", lambda r: r.counts.meetings, right=True),
            Column("won", "Won", lambda r: r.counts.won, right=True),
        ),
        showing.overview(desk),
        ref=lambda r: str(r.row.name),
        empty=tr("No cadences yet."),
    )


def _steps(desk: "Desk", row: "TextRow") -> Listing:
    from salesdesk.domain.cadence import wait_text
    from salesdesk.services.cadences import showing

    found = showing.results(desk, row)
    return Listing(
        (
            Column("number", "Step", lambda r: r.number, right=True),
            Column("wait", "Wait", lambda r: wait_text(r.step.wait), tone=lambda r: "muted"),
            Column("kind", "Kind", lambda r: f"{'auto ' if r.step.auto else ''}{r.step.kind}"),
            Column("what", "What", lambda r: r.step.words, tone=lambda r: "strong"),
            Column("here", "Now here", lambda r: len(r.here), right=True),
            Column("done", "Done", lambda r: r.counts.done, right=True),
            Column("reached", "Reached", lambda r: r.counts.reached, right=True),
        ),
        found.steps,
        ref=lambda r: str(r.number),
        document={
            "name": found.row.name,
            **{key: getattr(found.counts, key) for key in ("enrolled", "inside", "finished", "replied", "meetings", "won")},
            "stopped": dict(found.reasons),
            "steps": [
                {"number": s.number, "wait": s.step.wait, "kind": s.step.kind, "auto": s.step.auto, "what": s.step.words,
                 "here": len(s.here), "done": s.counts.done, "reached": s.counts.reached}
                for s in found.steps
            ],
        },
        note=found.sentence(),
    )  # fmt: skip


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
