"""The things a rule can do to a record: each is checked when the rule is written, and done when it is set off."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from salesdesk.domain.language.recognisers import VERBS
from salesdesk.domain.language.rule_tree import Action, Assign, Enrol, Mail, Move, Note, Notify, Plan, Set, Tag
from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.services import editing, fields, negotiating, notices, outreach
from salesdesk.services.calendar import working_days
from salesdesk.services.desk import Desk, MemberRow
from salesdesk.services.records import Ref
from salesdesk.services.rules.desks import RuleDesk
from salesdesk.services.steps import kind_of_verb, read_step
from salesdesk.services.texts import TextRow, find_text
from salesdesk.store.read.lookups import Choice

# The day a record arrived starts waits and counts for figures.
_NOT_TO_SET = {"created"}
_VERBS = ("assign", "tag", "set", "move", "enrol", "queue", "notify", "note")


@dataclass(frozen=True, slots=True)
class Doing:
    """`check(desk, kind of record, action)` raises InvalidError for what is not there or cannot be done to such a
    record; `act(desk, ref, action, turn)` does it, `turn` counting the records the rule has acted on before."""

    check: Callable[[Desk, str, Any], object]
    act: Callable[[RuleDesk, Ref, Any, int], object]


def check(desk: Desk, entity: str, action: Action) -> None:
    """InvalidError when an action names what is not there or cannot be done to that kind of record."""
    DOINGS[type(action)].check(desk, entity, action)


def act(desk: RuleDesk, ref: Ref, action: Action, turn: int) -> None:
    """Do it, in the operation of the rule."""
    DOINGS[type(action)].act(desk, ref, action, turn)


# Owners


def _check_assign(desk: Desk, _entity: str, action: Assign) -> None:
    if action.how == "one":
        _working(desk, action.names[0])
    else:
        _present(desk, action)


def _assign(desk: RuleDesk, ref: Ref, action: Assign, turn: int) -> None:
    owner = _whose_turn(desk, action, turn).name
    with desk.acting_as(None):
        editing.give(desk, [ref], owner)


def _working(desk: Desk, name: str) -> MemberRow:
    member = desk.member(name)
    if not member.active:
        raise InvalidError(tr("{name} does not work here any more.", name=member.name))
    return member


def _whose_turn(desk: RuleDesk, action: Assign, turn: int) -> MemberRow:
    """The member a record goes to; of several, whoever has left is passed over."""
    if action.how == "one":
        return _working(desk, action.names[0])
    present = _present(desk, action)
    if action.how == "turn":
        return present[turn % len(present)]
    load = _load(desk)
    return min(present, key=lambda member: load.get(member.id, 0))


def _present(desk: Desk, action: Assign) -> list[MemberRow]:
    """Those it names, or the reps, without who has left; InvalidError when nobody is left."""
    if action.names:
        present = [member for name in action.names if (member := desk.member(name)).active]
    else:
        every = desk.members()
        present = [member for member in every if member.role == "rep"] or every
    if not present:
        raise InvalidError(tr("Nobody of those named works here any more."))
    return present


def _load(desk: Desk) -> dict[bytes, int]:
    """How many open leads and deals each member has."""
    rows = desk.connection.rows(
        "SELECT owner_id, count(*) FROM (SELECT l.owner_id FROM lead l WHERE l.deleted_op IS NULL"
        " AND l.status_id IN (SELECT s.id FROM lead_status s WHERE s.meaning = 'open')"
        " UNION ALL SELECT d.owner_id FROM deal d WHERE d.deleted_op IS NULL AND d.state = 'open') x"
        " WHERE owner_id IS NOT NULL GROUP BY owner_id"
    )
    return {key: int(count) for key, count in rows}


def _owner(desk: Desk, ref: Ref) -> bytes:
    owner = desk.connection.value(f"SELECT owner_id FROM {ref.kind} WHERE id = ?", (ref.id,))
    if owner is None:
        raise InvalidError(tr("{name} has no owner.", name=ref.name))
    return bytes(owner)


# Steps


def _plan(desk: RuleDesk, ref: Ref, action: Plan, _turn: int) -> None:
    step = _step(desk, "", action)
    outreach.add_step(desk.unit, desk, ref, step)
    desk.said.append(tr("{ref} gets {step}", ref=ref.name, step=step.sentence(desk.today)))


def _step(desk: Desk, _entity: str, action: Plan) -> outreach.Step:
    """The step that is meant today; one some days on falls on a working day."""
    step = read_step(desk, action.when, kind=_kind(desk, action.verb))
    if step.subject:
        hint = tr('Write it like: {verb} tomorrow 10:00 "what about".', verb=action.verb)
        raise InvalidError(tr("'{words}' is neither a day nor a time.", words=step.subject), hint=hint)
    day = next(working_days(desk, step.day)) if action.when.startswith("+") else step.day
    return outreach.Step(step.kind, day, step.time, action.words, step.minutes)


def _kind(desk: Desk, verb: str) -> Choice:
    """The kind of activity a verb means, by a name of the team's or a word of the capture line."""
    every = outreach.kinds(desk)
    named = [kind for kind in every if fold(kind.name) == fold(verb)]
    kind = named[0] if named else kind_of_verb(desk, VERBS[fold(verb)]) if fold(verb) in VERBS else None
    if kind is None or kind.meaning == "note":
        known = [fold(one.name) for one in every if one.meaning != "note"]
        near = get_close_matches(fold(verb), [*known, *_VERBS], n=1)
        hint = tr("Did you mean {near}?", near=near[0]) if near else tr("Steps are: {known}.", known=", ".join(known))
        raise InvalidError(tr("'{verb}' is nothing a rule can do.", verb=verb), hint=hint)
    return kind


# Fields


def _anything(_desk: Desk, _entity: str, _action: Action) -> None:
    """Nothing can be wrong with it."""


def _tag(desk: RuleDesk, ref: Ref, action: Tag, _turn: int) -> None:
    editing.tag(desk, [ref], " ".join(action.tags))


def _check_set(desk: Desk, entity: str, action: Set) -> None:
    if action.field in _NOT_TO_SET:
        raise InvalidError(tr("{field} is not for a rule to set.", field=action.field))
    known = fields.field_names(desk, entity)
    if action.field not in known:
        near = get_close_matches(action.field, known, n=1)
        hint = tr("Did you mean {near}?", near=near[0]) if near else tr("Fields: {all}.", all=", ".join(known))
        raise InvalidError(
            tr("a {entity} has no field '{field}' to set.", entity=entity, field=action.field), hint=hint
        )
    if why := editing.why_not(desk, entity, action.field, action.value):
        raise InvalidError(why)


def _set(desk: RuleDesk, ref: Ref, action: Set, _turn: int) -> None:
    editing.edit(desk, [ref], {action.field: action.value})


def _check_move(desk: Desk, entity: str, action: Move) -> None:
    if entity == "lead":
        if why := editing.why_not(desk, "lead", "status", action.value):
            raise InvalidError(why)
        return
    stage = negotiating.stage_named(desk, action.value)
    if stage.meaning != "open":
        hint = tr("Notify somebody instead.")
        raise InvalidError(tr("{stage} closes a deal, which is for people to do.", stage=stage.name), hint=hint)


def _move(desk: RuleDesk, ref: Ref, action: Move, _turn: int) -> None:
    if ref.kind == "lead":
        editing.set_status(desk, [ref], action.value)
        return
    pipeline = desk.connection.value("SELECT pipeline_id FROM deal WHERE id = ?", (ref.id,))
    negotiating.move(desk, ref, negotiating.stage_named(desk, action.value, pipeline))


def _note(desk: RuleDesk, ref: Ref, action: Note, _turn: int) -> None:
    # Not a touch: it would look as if somebody had been in touch.
    before = next((one.text for one in fields.editable(desk, ref) if one.name == "notes"), "")
    editing.edit(desk, [ref], {"notes": f"{before}\n{desk.today}: {action.words}".strip()})


# Telling, enrolling, writing


def _check_notify(desk: Desk, _entity: str, action: Notify) -> None:
    if action.who:
        _working(desk, action.who)


def _notify(desk: RuleDesk, ref: Ref, action: Notify, _turn: int) -> None:
    member = _working(desk, action.who).id if action.who else _owner(desk, ref)
    notices.tell(desk.unit, member, action.words, ref)
    name = desk.connection.value("SELECT name FROM member WHERE id = ?", (member,))
    desk.said.append(tr("{name} is told of {ref}", name=name, ref=ref.name))


def _cadence(desk: Desk, entity: str, action: Enrol) -> TextRow:
    """The cadence of that name, which takes such records."""
    from salesdesk.services.cadences.writing import usable

    row = find_text(desk, "cadence", action.value)
    if entity not in usable(row).records:
        raise InvalidError(tr("{name} is not for {entity}s.", name=row.name, entity=entity))
    return row


def _enrol(desk: RuleDesk, ref: Ref, action: Enrol, _turn: int) -> None:
    """Enrol, unless the person may not be: that is said, and no reason to fail."""
    from salesdesk.services.cadences.enrolling import enrol

    row, said = _cadence(desk, ref.kind, action), len(desk.said)
    try:
        done = enrol(desk, row, [ref]).sentence(desk.today)
    except InvalidError as error:
        done = error.message.rstrip(".")
    desk.said[said:] = [done]


def _check_mail(desk: Desk, _entity: str, action: Mail) -> None:
    from salesdesk.services.composing import usable_template

    usable_template(desk, action.value)


def _mail(desk: RuleDesk, ref: Ref, action: Mail, _turn: int) -> None:
    """A mail of the owner's, unless the person cannot be written to: that is said, and no reason to fail."""
    from salesdesk.exchange.mail_routes import MailSettings
    from salesdesk.services.composing import compose, queue, usable_template

    text, template = usable_template(desk, action.value)
    with desk.acting_as(_owner(desk, ref)):
        letters = compose(desk, [ref], text, template_id=template)
        if letters[0].ready:
            queue(desk, letters, MailSettings())
        else:
            why = letters[0].blocked or letters[0].problems[0]
            desk.said.append(tr("no mail to {name}: {why}", name=ref.name, why=why))


DOINGS: dict[type, Doing] = {
    Assign: Doing(_check_assign, _assign),
    Plan: Doing(_step, _plan),
    Tag: Doing(_anything, _tag),
    Set: Doing(_check_set, _set),
    Move: Doing(_check_move, _move),
    Note: Doing(_anything, _note),
    Notify: Doing(_check_notify, _notify),
    Enrol: Doing(_cadence, _enrol),
    Mail: Doing(_check_mail, _mail),
}
