"""Practice: the runner against a prepared buyer. Kept like a call, marked as practice, and counted nowhere."""

import re
from collections.abc import Iterable, Sequence

from salesdesk import clock
from salesdesk.domain import buyer as buyers
from salesdesk.domain import spin
from salesdesk.domain.buyer import Buyer, Consent, Debrief
from salesdesk.domain.ids import new_id
from salesdesk.domain.script import Question, Script
from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import plural, tr
from salesdesk.services import texts
from salesdesk.services.calling import drafts
from salesdesk.services.calling.planning import CallPlan
from salesdesk.services.calling.running import SOURCE, Run, note
from salesdesk.services.calling.scripts import used
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.texts import TextRow

KIND = "buyer"
SECTION_NAMES = {"S": "situation", "P": "problem", "I": "implication", "N": "need-payoff"}


def sum_up(_desk: Desk, text: str) -> str:
    """`13 answers, 8 needs, 2 objections`; TextError, naming each line, when it cannot be understood."""
    found = buyers.parse(text)
    needs = sum(bool(answer.need) for answer in found.answers)
    return ", ".join(
        (
            plural(len(found.answers), "answer", "answers"),
            plural(needs, "need", "needs"),
            plural(len(found.doubts), "objection", "objections"),
        )
    )


def buyer_of(row: TextRow) -> Buyer:
    """The buyer a text is; InvalidError when it is only a draft."""
    if not row.text:
        raise InvalidError(tr("{name} is a draft.", name=row.name), hint=f"salesdesk buyer edit '{row.name}'")
    return buyers.parse(row.text)


def ref_of(row: TextRow) -> Ref:
    """The buyer as what a call is about."""
    return Ref(KIND, row.id, row.code, row.name)


def script_for(desk: Desk, row: TextRow, name: str = "") -> TextRow:
    """The script of that name, else the one this buyer is written for; NotFoundError when there is none."""
    return texts.find_text(desk, "script", name or buyer_of(row).head.get("script", "") or "discovery")


def buyer_for(desk: Desk, script: str) -> TextRow:
    """A buyer in use who is written for this script, else any; NotFoundError when there is none."""
    rows = [row for row in texts.texts(desk, KIND) if row.active and row.text]
    own = [row for row in rows if fold(buyers.parse(row.text).head.get("script", "")) == fold(script)]
    if not rows:
        raise NotFoundError(tr("There is no buyer to practise with."), hint="salesdesk buyer ready")
    return (own or rows)[0]


def begin(desk: Desk, row: TextRow, script: str = "") -> Run:
    """A practice call with this buyer, with the script of that name or its own, begins."""
    found, now, key = buyer_of(row), clock.now(), new_id()
    chosen = used(desk, script_for(desk, row, script))
    about = ", ".join(part for part in (found.head.get("persona", ""), found.head.get("company", "")) if part)
    plan = CallPlan(ref_of(row), row.name, about, "", "", "", "", chosen, {})
    drafts.enter(key)
    with desk.operation(tr("Practice with {name} begun", name=row.name), source=SOURCE) as unit:
        values = {"id": key, "script_id": chosen.id, "version": chosen.version, "owner_id": desk.actor}
        # A practice call is about no record; the buyer stands where the persona does.
        unit.insert("call_run", {**values, "persona": row.name, "practice": True, "started_at": now})
    return Run(key, plan, now)


def end(desk: Desk, run: Run, consent: Consent | None) -> str:
    """The practice is over; a sentence with what was agreed."""
    result = consent.kind if consent else ""
    words = consent.kind if consent else tr("no step was asked for")
    sentence = tr("Practice with {name}: {result}", name=run.plan.name, result=words)
    with desk.operation(sentence, source=SOURCE) as unit:
        unit.update("call_run", run.id, {"ended_at": clock.now(), "result": result})
    drafts.forget(run.id)
    return sentence


def say(desk: Desk, run: Run, line: str) -> spin.Note:
    """A line as it is typed, without a mark: a question is filed under the one of the script it is most like."""
    said = spin.read_line(line)
    if said.kind != "note":
        return note(desk, run, said)
    script = run.plan.script.script
    found = _like(script, said.text) if said.text.endswith("?") else None
    return note(desk, run, said, found.text if found else "", found.section if found else "")


def _like(script: Script, words: str) -> Question | None:
    spoken = set(re.findall(r"[^\W_]+", fold(words)))
    scored = [(len(spoken & set(re.findall(r"[^\W_]+", fold(q.text)))), q) for q in script.questions]
    hits, best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return best if hits else None


def talk_lines(desk: Desk, row: TextRow, lines: Iterable[str], script: str = "") -> list[str]:
    """A whole practice call of these lines, then its debrief, as text."""
    found = buyer_of(row)
    run = begin(desk, row, script)
    told = [f"{row.name}: {found.head['opening']}"] if found.head.get("opening") else []
    for line in lines:
        if not line.strip():
            continue
        made = say(desk, run, line)
        told.append(f"> {line.strip()}")
        reply = buyers.talk(found, run.notes).replies.get(made.id)
        told += [f"{row.name}: {reply.text}"] if reply else []
    done = buyers.debrief(found, run.plan.script.script, run.notes)
    end(desk, run, done.consent)
    return [*told, "", *debrief_lines(done)]


def debrief_lines(done: Debrief) -> list[str]:
    """What a practice call came to, as Markdown: what was asked, needs found and missed, what was missing before each
    objection, what was agreed, and the question that would have been best."""
    asked = "  ".join(f"{letter} {count}" for letter, count in done.asked.items())
    lines = [f"# {tr('Asked')}", asked]
    lines += _block(
        tr("Needs found: {count} of {all}", count=len(done.found), all=len(done.found) + len(done.missed)),
        [f"{_sign(answer.section)} {answer.need}" for answer in done.found],
    )
    lines += _block(tr("Needs missed"), [f"{_sign(answer.section)} {answer.need}" for answer in done.missed])
    lines += _block(tr("Objections"), [_doubt(doubt, missing) for doubt, missing in done.raised])
    agreed = (
        [f"{done.consent.kind}: {done.consent.text}"] if done.consent else [tr("You did not ask for a step: > does.")]
    )
    if done.better:
        agreed.append(tr("More was there: {kind}, “{words}”", kind=done.better.kind, words=done.better.text))
    lines += _block(tr("Agreed"), agreed)
    if done.best:
        lines += _block(tr("The best next question"), [done.best])
    return lines


def _sign(section: str) -> str:
    return "**" if section == "N" else "*"


def _doubt(doubt: buyers.Doubt, missing: str) -> str:
    why = tr("no {step} question before it", step=tr(SECTION_NAMES[missing])) if missing else ""
    return f"“{doubt.text}” {'; '.join(part for part in (doubt.cause, why) if part)}".rstrip()


def _block(head: str, lines: Sequence[str]) -> list[str]:
    return ["", f"# {head}", *(f"- {line}" for line in lines)] if lines else []
