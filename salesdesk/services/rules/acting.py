"""What a rule does to a record, checked when it is written and carried out when it is set off."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING

from salesdesk.domain.dates import next_working_days
from salesdesk.domain.language.recognisers import VERBS
from salesdesk.domain.language.rule_tree import Action, Assign, Move, Note, Notify, Plan, Rule, Set, Tag, clause
from salesdesk.domain.text import fold
from salesdesk.errors import DatabaseError, InvalidError, NotFoundError
from salesdesk.i18n import plural, tr
from salesdesk.services import editing, negotiating, outreach
from salesdesk.services.desk import Desk, MemberRow
from salesdesk.services.records import Ref, by_id
from salesdesk.services.steps import kind_of_verb, read_step
from salesdesk.store.read.lookups import Choice

if TYPE_CHECKING:
    from salesdesk.services.rules.conditions import Match
    from salesdesk.store.unit import Unit

# The day a record arrived starts waits and counts for figures.
_NOT_TO_SET = {"created"}


class RuleDesk(Desk):
    """The desk a rule works at: what services write there belongs to the one operation of the rule.

    Its member is the author, for what `me` means and for whom nobody owns; the operation itself names no member.
    """

    def __init__(self, desk: Desk, author: bytes | None, unit: "Unit") -> None:
        super().__init__(desk.workspace, source="rule", actor=author)
        self.unit = unit
        self.said: list[str] = []

    @contextmanager
    def operation(self, label: str, *, at: dt.datetime | None = None, source: str | None = None) -> Iterator["Unit"]:
        """Go on in the rule's operation; what would have been its label is kept for the rule's own."""
        self.said.append(label)
        yield self.unit


class Acts:
    """A rule at work on one record after the other, inside one operation; a record it fails on stays as it was."""

    def __init__(self, desk: RuleDesk, rule_id: bytes, rule: Rule) -> None:
        self.desk = desk
        self.rule_id = rule_id
        self.rule = rule
        self.done = 0
        self.failed: list[str] = []
        # Whose turn it is: each act that was not taken back was one.
        counted = "SELECT count(*) FROM rule_run WHERE rule_id = ? AND error = '' AND deleted_op IS NULL"
        self._turn = int(desk.connection.value(counted, (rule_id,)))

    def on(self, match: "Match") -> None:
        """Act on one record, and remember for which cause; a record that is gone is passed over."""
        desk, entity = self.desk, self.rule.event.entity
        try:
            ref = by_id(desk.connection, entity, match.record_id)
        except NotFoundError:
            return
        changed, said = desk.unit.changed, len(desk.said)
        desk.connection.execute("SAVEPOINT one_record")
        error = ""
        try:
            for action in self.rule.actions:
                act(desk, ref, action, self._turn)
            self.done += 1
            self._turn += 1
        except DatabaseError:
            raise
        except Exception as failure:
            # Whatever it is, it must not cost the other records their turn, nor who wrote before it their work.
            desk.connection.execute("ROLLBACK TO SAVEPOINT one_record")
            desk.unit.changed = changed
            del desk.said[said:]
            error = str(failure) or type(failure).__name__
            self.failed.append(tr("{ref}: {error}", ref=ref.name or ref.ref, error=error))
        desk.connection.execute("RELEASE SAVEPOINT one_record")
        run = {"rule_id": self.rule_id, "record_kind": entity, "record_id": ref.id, "cause": match.cause}
        desk.unit.insert("rule_run", {**run, "ran_on": desk.today, "error": error})

    @property
    def sentence(self) -> str:
        """What was done, for the operation's label."""
        said = "; ".join(self.desk.said)
        if self.done > 1:
            entity = self.rule.event.entity
            said = f"{plural(self.done, entity, f'{entity}s')}: {', '.join(map(clause, self.rule.actions))}"
        failed = [tr("failed on {why}", why=self.failed[0])] if self.failed else []
        failed += [tr("and on {count} more", count=len(self.failed) - 1)] if len(self.failed) > 1 else []
        return "; ".join(part for part in (said if self.done else "", *failed) if part)


def check(desk: Desk, entity: str, action: Action) -> None:
    """InvalidError when an action names what is not there or cannot be done to a record of that kind."""
    match action:
        case Assign(names=names):
            for name in names:
                _working(desk, name)
        case Plan():
            _step(desk, action)
        case Set(field=field, value=value):
            if field in _NOT_TO_SET:
                raise InvalidError(tr("{field} is not for a rule to set.", field=field))
            _must_be_field(desk, entity, field)
            if why := editing.why_not(desk, entity, field, value):
                raise InvalidError(why)
        case Move(value=value):
            _target(desk, entity, value)
        case Notify(who=who):
            if who:
                _working(desk, who)


def act(desk: RuleDesk, ref: Ref, action: Action, turn: int) -> None:
    """Do it, in the operation of the rule; `turn` counts the records the rule has acted on before."""
    match action:
        case Assign():
            editing.give(desk, [ref], _whose_turn(desk, action, turn).name)
        case Plan():
            step = _step(desk, action)
            outreach.add_step(desk.unit, desk, ref, step)
            desk.said.append(tr("{ref} gets {step}", ref=ref.name, step=step.sentence(desk.today)))
        case Tag(tags=tags):
            editing.tag(desk, [ref], " ".join(tags))
        case Set(field=field, value=value):
            editing.edit(desk, [ref], {field: value})
        case Move(value=value):
            if ref.kind == "deal":
                negotiating.move(desk, ref, negotiating.stage_named(desk, value, _pipeline(desk, ref)))
            else:
                editing.set_status(desk, [ref], value)
        case Note(words=words):
            before = next((one.text for one in editing.editable(desk, ref) if one.name == "notes"), "")
            editing.edit(desk, [ref], {"notes": f"{before}\n{desk.today}: {words}".strip()})
        case Notify(words=words, who=who):
            _notify(desk, ref, words, who)


def _working(desk: Desk, name: str) -> MemberRow:
    member = desk.member(name)
    if not member.active:
        raise InvalidError(tr("{name} does not work here any more.", name=member.name))
    return member


def _whose_turn(desk: RuleDesk, action: Assign, turn: int) -> MemberRow:
    """The member a record goes to; whoever has left is passed over."""
    if action.how == "one":
        return _working(desk, action.names[0])
    every = desk.members()
    reps = [member for member in every if member.role == "rep"]
    present = (
        [member for name in action.names if (member := desk.member(name)).active] if action.names else reps or every
    )
    if not present:
        raise InvalidError(tr("nobody of those named works here any more."))
    if action.how == "turn":
        return present[turn % len(present)]
    load = _load(desk)
    return min(present, key=lambda member: load.get(member.id, 0))


def _load(desk: Desk) -> dict[bytes, int]:
    """How many open leads and deals each member has."""
    rows = desk.connection.rows(
        "SELECT owner_id, count(*) FROM (SELECT l.owner_id FROM lead l WHERE l.deleted_op IS NULL"
        " AND l.status_id IN (SELECT s.id FROM lead_status s WHERE s.meaning = 'open')"
        " UNION ALL SELECT d.owner_id FROM deal d WHERE d.deleted_op IS NULL AND d.state = 'open') x"
        " WHERE owner_id IS NOT NULL GROUP BY owner_id"
    )
    return {key: int(count) for key, count in rows}


def _step(desk: Desk, action: Plan) -> outreach.Step:
    """The step that is meant today; one some days on falls on a working day."""
    step = read_step(desk, action.when, kind=_kind(desk, action.verb))
    if step.subject:
        hint = tr('Write it like: {verb} tomorrow 10:00 "what about".', verb=action.verb)
        raise InvalidError(tr("'{words}' is neither a day nor a time.", words=step.subject), hint=hint)
    day = next(next_working_days(step.day)) if action.when.lstrip().startswith("+") else step.day
    return outreach.Step(step.kind, day, step.time, action.words, step.minutes)


def _kind(desk: Desk, verb: str) -> Choice:
    """The kind of activity a verb means, by a name of the team's or a word of the capture line."""
    every = outreach.kinds(desk)
    named = [kind for kind in every if fold(kind.name) == fold(verb)]
    kind = named[0] if named else kind_of_verb(desk, VERBS[fold(verb)]) if fold(verb) in VERBS else None
    if kind is None or kind.meaning == "note":
        known = [fold(one.name) for one in every if one.meaning != "note"]
        near = get_close_matches(fold(verb), [*known, "assign", "tag", "set", "move", "notify", "note"], n=1)
        hint = tr("Did you mean {near}?", near=near[0]) if near else tr("Steps are: {known}.", known=", ".join(known))
        raise InvalidError(tr("'{verb}' is nothing a rule can do.", verb=verb), hint=hint)
    return kind


def _must_be_field(desk: Desk, entity: str, field: str) -> None:
    known = editing.field_names(desk, entity)
    if field not in known:
        near = get_close_matches(field, known, n=1)
        hint = tr("Did you mean {near}?", near=near[0]) if near else tr("Fields: {all}.", all=", ".join(known))
        raise InvalidError(tr("a {entity} has no field '{field}' to set.", entity=entity, field=field), hint=hint)


def _pipeline(desk: Desk, ref: Ref) -> bytes | None:
    found: bytes | None = desk.connection.value("SELECT pipeline_id FROM deal WHERE id = ?", (ref.id,))
    return found


def _target(desk: Desk, entity: str, value: str) -> None:
    """A stage or status a rule may move to: winning and losing are for people."""
    if entity == "lead":
        if why := editing.why_not(desk, "lead", "status", value):
            raise InvalidError(why)
        return
    stage = negotiating.stage_named(desk, value)
    if stage.meaning != "open":
        raise InvalidError(
            tr("{stage} closes a deal, which is for people to do.", stage=stage.name),
            hint=tr("Notify somebody instead."),
        )


def _notify(desk: RuleDesk, ref: Ref, words: str, who: str) -> None:
    from salesdesk import clock

    owner = desk.connection.value(f"SELECT owner_id FROM {ref.kind} WHERE id = ?", (ref.id,))
    member = _working(desk, who).id if who else owner
    if member is None:
        raise InvalidError(tr("{name} has no owner to notify.", name=ref.name))
    values = {"member_id": member, "kind": "mention", "record_kind": ref.kind, "record_id": ref.id}
    desk.unit.insert("notice", {**values, "text": words, "at": clock.now()})
    name = desk.connection.value("SELECT name FROM member WHERE id = ?", (member,))
    desk.said.append(tr("{name} is told of {ref}", name=name, ref=ref.name))
