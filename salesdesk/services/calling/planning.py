"""Before a call: who it is, what is known, what was last agreed, what they need, what may come up."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from salesdesk import clock
from salesdesk.domain.dates import say_day, say_due
from salesdesk.domain.money import Money
from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.services.calling.scripts import UsedScript, choose, stage_of
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id
from salesdesk.store.connection import Connection
from salesdesk.store.read import call_log
from salesdesk.store.read.call_log import CallRow, NeedRow

CALLABLE = ("lead", "deal", "contact", "account")
# A call that nobody ended for so long is not going on any more.
LONGEST_CALL = dt.timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Known:
    """What data says already: `employees: 140, from the account`."""

    field: str
    value: str
    source: str

    def __str__(self) -> str:
        return tr("{field}: {value}, from the {source}", field=self.field, value=self.value, source=self.source)


@dataclass(frozen=True, slots=True)
class CallPlan:
    """The sheet before a call. `answered` maps the text of a question to what data says; `others` tells who else is
    on the phone with this record; `people` are the names of the buyer's side."""

    ref: Ref
    who: str
    title: str
    owner: str
    stage: str
    value: str
    phone: str
    script: UsedScript
    answered: dict[str, Known]
    last: tuple[str, ...] = ()
    needs: tuple[NeedRow, ...] = ()
    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    unfinished: bytes | None = None

    @property
    def name(self) -> str:
        """The person, else the record."""
        return self.who or self.ref.name


def plan_call(desk: Desk, ref: Ref, script: str = "") -> CallPlan:
    """Everything to know before this call; `script` names one, else the best fitting is taken.

    InvalidError for what cannot be called, NotFoundError when the record or the script is gone.
    """
    if ref.kind not in CALLABLE:
        raise InvalidError(f"{ref.name} is not somebody to call.", hint="Call a lead, a deal, a contact or an account.")
    used = choose(desk, ref, script)
    with desk.workspace.snapshot() as connection:
        ref = by_id(connection, ref.kind, ref.id)
        lead_id = links(connection, ref)
        plan = _facts(desk, connection, ref, used)
        people = tuple(_people(connection, ref, lead_id.get("account_id")))
        return replace(
            plan,
            answered=_answered(desk, ref, lead_id, used),
            last=tuple(_last(desk, connection, ref)),
            needs=tuple(call_log.needs_of(connection, ref.kind, ref.id)),
            people=people,
            others=tuple(_others(desk, connection, ref)),
            unfinished=_unfinished(desk, connection, ref),
        )


def links(connection: Connection, ref: Ref) -> dict[str, bytes | None]:
    """The keys of the records a call with this one is about."""
    found: dict[str, bytes | None] = {f"{ref.kind}_id": ref.id}
    if ref.kind in {"lead", "deal"}:
        row = connection.one(f"SELECT account_id, contact_id FROM {ref.kind} WHERE id = ?", (ref.id,))
        found |= {"account_id": row[0], "contact_id": row[1]} if row else {}
    elif ref.kind == "contact":
        found["account_id"] = connection.value("SELECT account_id FROM contact WHERE id = ?", (ref.id,))
    return found


_FACTS = {
    "lead": "SELECT r.name, r.title, r.company, COALESCE(m.name, ''), r.value_minor, r.currency,"
    " COALESCE(NULLIF(r.phone, ''), r.mobile), NULL FROM lead r",
    "deal": "SELECT COALESCE(c.name, ''), COALESCE(c.title, ''), COALESCE(a.name, ''), COALESCE(m.name, ''),"
    " r.value_minor, r.currency, COALESCE(NULLIF(c.phone, ''), c.mobile, a.phone, ''), r.stage_on FROM deal r"
    " LEFT JOIN contact c ON c.id = r.contact_id LEFT JOIN account a ON a.id = r.account_id",
    "contact": "SELECT r.name, r.title, COALESCE(a.name, ''), COALESCE(m.name, ''), NULL, '',"
    " COALESCE(NULLIF(r.phone, ''), r.mobile), NULL FROM contact r LEFT JOIN account a ON a.id = r.account_id",
    "account": "SELECT '', '', r.name, COALESCE(m.name, ''), NULL, '', r.phone, NULL FROM account r",
}


def _facts(desk: Desk, connection: Connection, ref: Ref, used: UsedScript) -> CallPlan:
    row = connection.one(f"{_FACTS[ref.kind]} LEFT JOIN member m ON m.id = r.owner_id WHERE r.id = ?", (ref.id,))
    name, title, company, owner, minor, currency, phone, since = row or ("", "", "", "", None, "", "", None)
    stage = stage_of(desk, ref)
    if stage and since:
        stage = f"{stage} {(desk.today - dt.date.fromisoformat(since)).days}d"
    value = str(Money(minor, currency or desk.currency)) if minor is not None else ""
    title = ", ".join(part for part in (title, company if company != name else "") if part)
    return CallPlan(ref, name, title, owner, stage, value, phone or "", used, {})


def _answered(desk: Desk, ref: Ref, linked: dict[str, bytes | None], used: UsedScript) -> dict[str, Known]:
    """The questions a record answers already, its own fields before those of the account and the contact."""
    wanted = {q.known for q in used.script.questions if q.known}
    values = dict(reversed(list(_values(desk, ref, linked)))) if wanted else {}
    return {q.text: values[q.known] for q in used.script.questions if q.known in values}


def _values(desk: Desk, ref: Ref, linked: dict[str, bytes | None]) -> Iterator[tuple[str, Known]]:
    from salesdesk.services.fields import editable

    for kind in dict.fromkeys((ref.kind, "account", "contact")):
        key = linked.get(f"{kind}_id")
        if key is None:
            continue
        for one in editable(desk, Ref(kind, key, "", "")):
            if one.text and not (one.kind == "flag" and one.text == "no"):
                yield fold(one.name), Known(one.name.replace("_", " "), one.shown, kind)


def _people(connection: Connection, ref: Ref, account_id: bytes | None) -> Iterator[str]:
    """The buyer's people: the one on the phone, then all of the account."""
    own = {"lead": "SELECT name FROM lead WHERE id = ?", "contact": "SELECT name FROM contact WHERE id = ?"}
    own["deal"] = "SELECT c.name FROM deal d JOIN contact c ON c.id = d.contact_id WHERE d.id = ?"
    if ref.kind in own:
        yield from (name for (name,) in connection.rows(own[ref.kind], (ref.id,)) if name)
    if account_id is not None:
        sql = "SELECT name FROM contact WHERE account_id = ? AND deleted_op IS NULL ORDER BY id LIMIT 200"
        yield from (name for (name,) in connection.rows(sql, (account_id,)) if name)


def _last(desk: Desk, connection: Connection, ref: Ref) -> Iterator[str]:
    """What was last agreed and said, and what is planned."""
    agreed = next((c for c in call_log.calls_of(connection, ref.kind, ref.id) if c.result == "advance"), None)
    if agreed:
        yield tr(
            "Agreed {day}: {what}",
            day=say_day(desk.local(agreed.started_at).date(), desk.today),
            what=say_advance(desk, agreed),
        )
    from salesdesk.store.read import timeline

    events = timeline.events(connection, ref.kind, ref.id, limit=20)
    said = next((e for e in events if e.what == "done" and e.text), None)
    if said:
        words = said.text.split("\n")[0]
        yield tr("{day}, {what}: {words}", day=say_day(said.on, desk.today), what=said.title.lower(), words=words)
    waiting = min((e for e in events if e.what == "planned"), key=lambda e: e.on, default=None)
    if waiting:
        when = say_due(waiting.on, desk.local(waiting.at).time() if waiting.at else None, desk.today)
        yield tr("Planned {when}: {what}", when=when, what=waiting.text or waiting.title.lower())


def say_advance(desk: Desk, call: CallRow) -> str:
    """`Priya sends the export by Fri 27 Nov`."""
    if call.advance_on is None:
        return call.advance_what
    return tr("{what} by {day}", what=call.advance_what, day=say_due(call.advance_on, None, desk.today))


def _others(desk: Desk, connection: Connection, ref: Ref) -> Iterator[str]:
    """Who else is on the phone with this record now."""
    since = clock.iso(clock.now() - LONGEST_CALL)
    for call in call_log.calls(
        connection,
        f" AND c.{ref.kind}_id = ? AND c.ended_at IS NULL AND c.started_at >= ? AND c.owner_id <> ?",
        (ref.id, since, desk.actor),
    ):
        time = desk.local(call.started_at).strftime("%H:%M")
        yield tr("{who} is on a call with {whom} since {time}", who=call.owner, whom=ref.name, time=time)


def _unfinished(desk: Desk, connection: Connection, ref: Ref) -> bytes | None:
    """A call of one's own with this record that was not ended."""
    if desk.actor is None:
        return None
    found = call_log.calls(
        connection, f" AND c.{ref.kind}_id = ? AND c.ended_at IS NULL AND c.owner_id = ?", (ref.id, desk.actor), limit=1
    )
    return found[0].id if found else None


def plan_lines(desk: Desk, plan: CallPlan) -> list[str]:
    """The plan as lines of Markdown, to be printed."""
    script = plan.script.script
    facts = [part for part in (plan.title, plan.stage, plan.value, plan.phone) if part]
    lines = [f"# {tr('Call')}: {plan.name}", "", "  ".join(facts)]
    lines.append(tr("Owner: {owner}", owner=plan.owner or tr("nobody")))
    lines += [f"! {one}" for one in plan.others]
    if plan.script.name:
        lines.append(tr("Script: {name}", name=plan.script.name))
    for key, label in (("goal", tr("Goal")), ("advance", tr("Advance")), ("fallback", tr("Else"))):
        if script.says(key):
            lines.append(f"{label}: {script.says(key)}")
    lines += _block(tr("Last time"), [f"- {line}" for line in plan.last])
    needs = [
        f"- {'**' if n.kind == 'explicit' else '*'} {n.words}{f' ({n.severity})' if n.severity else ''}"
        for n in plan.needs
    ]
    lines += _block(tr("Open needs"), needs)
    for letter, name in (("S", "Situation"), ("P", "Problem"), ("I", "Implication"), ("N", "Need-payoff")):
        lines += _block(name, [_asked(q.text, plan.answered.get(q.text)) for q in script.of(letter)])
    lines += _block(tr("Facts"), [f"- {fact}" for fact in script.facts])
    likely = [f"- {o.text}{f'  ->  {o.answer}' if o.answer else ''}" for o in script.objections]
    return [*lines, *_block(tr("They may say"), likely)]


def _asked(text: str, known: Known | None) -> str:
    return f"- [x] {text}  ({known})" if known else f"- [ ] {text}"


def _block(head: str, lines: Sequence[str]) -> list[str]:
    return ["", f"## {head}", *lines] if lines else []
