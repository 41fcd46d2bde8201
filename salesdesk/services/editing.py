"""Changing fields of one record or of many, from typed text, as one operation that sets and never toggles."""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from salesdesk import clock
from salesdesk.domain.dates import parse_day
from salesdesk.domain.forecast import CATEGORIES
from salesdesk.domain.money import parse_money
from salesdesk.domain.people import split_name
from salesdesk.domain.text import NOTE_LIMIT, clean, fold
from salesdesk.errors import InvalidError, NotFoundError, SalesdeskError
from salesdesk.i18n import plural
from salesdesk.services import cadences, notices
from salesdesk.services.desk import Desk
from salesdesk.services.fields import FIELDS, custom_fields, own_fields, spoken
from salesdesk.services.outreach import open_steps
from salesdesk.services.owners import hand_over
from salesdesk.services.prospecting import must_not_be_qualified, tag_text
from salesdesk.services.records import Ref
from salesdesk.store.read.lookups import choices, stages

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

_OPENED: dict[str, Any] = {"closed_on": None, "lost_reason_id": None}
_YES = {"yes", "y", "true", "1", "on", "igen"}
_NO = {"no", "n", "false", "0", "off", "nem", ""}


def edit(desk: Desk, refs: Sequence[Ref], changes: Mapping[str, str]) -> str:
    """Set fields of records of one kind to what the texts mean; one operation, one sentence.

    Raises InvalidError naming the field and value that do not fit; then nothing is changed.
    """
    if not refs:
        raise InvalidError("There is nothing to change.", hint="The filter fits no record.")
    kind = refs[0].kind
    _must_have_fields(refs)
    own, theirs = own_fields(desk, kind), dict(custom_fields(desk, kind))
    values: dict[str, Any] = {}
    custom: dict[str, str] = {}
    tags: list[str] = []
    for name, text in changes.items():
        if name in own:
            column, how = own[name]
            if how == "tags" and text[:1] in {"+", "-"}:
                tags.append(text)
                continue
            values |= _value(desk, kind, name, column, how, text)
        elif name in theirs:
            custom[name] = clean(text)
        else:
            names = ", ".join([*own, *theirs])
            raise InvalidError(f"A {kind} has no field '{name}'.", hint=f"Fields: {names}.")
    if "status_id" in values:
        must_not_be_qualified(desk, refs)
    sentence = _sentence(refs, changes)
    kept = {column: value for column, value in values.items() if column != "owner_id"}
    with desk.operation(sentence) as unit:
        for ref in refs:
            _tell_mentioned(unit, desk, ref, values)
            unit.update(kind, ref.id, kept | _merged(unit, ref, custom, tags) | _untimed(unit, ref, values))
        if "owner_id" in values:
            hand_over(unit, desk, refs, values["owner_id"])
        if "do_not_contact" in values:
            cadences.follow(unit, desk, refs)
        _must_have_met(unit, refs)
    return sentence


def _must_have_fields(refs: Sequence[Ref]) -> None:
    if any(ref.kind not in FIELDS for ref in refs):
        raise InvalidError("A to-do without a record has no fields and no tags.", hint="Log it, move it or delete it.")
    if len({ref.kind for ref in refs}) > 1:
        raise InvalidError("These are records of several kinds.", hint="Change the fields of one kind at a time.")


def why_not(desk: Desk, kind: str, field: str, text: str) -> str:
    """Why a text does not fit a field of that kind of record; empty when it does."""
    if field not in FIELDS[kind]:
        return ""
    column, how = FIELDS[kind][field]
    try:
        _value(desk, kind, field, column, how, text)
    except SalesdeskError as error:
        return str(error)
    return ""


def tag(desk: Desk, refs: Sequence[Ref], words: str) -> str:
    """Add tags (`hot`, `+hot`) or take them off (`-cold`)."""
    signed = [w if w[0] in "+-" else f"+{w}" for w in clean(words).replace("#", " ").replace(",", " ").split()]
    if not signed:
        raise InvalidError("Type a tag.", hint="hot adds it, -hot takes it off.")
    if any(ref.kind not in FIELDS for ref in refs):
        _must_have_fields(refs)
    sentence = f"{_who(refs)}: {' '.join(signed)}"
    with desk.operation(sentence) as unit:
        for ref in refs:
            put_tags(unit, ref, signed)
        _must_have_met(unit, refs)
    return sentence


def put_tags(unit: "Unit", ref: Ref, signed: Sequence[str]) -> None:
    """Add tags (`+hot`) or take them off (`-cold`), inside an operation."""
    unit.update(ref.kind, ref.id, _merged(unit, ref, {}, signed))


def give(desk: Desk, refs: Sequence[Ref], owner: str) -> str:
    """Set the owner of records and of their planned steps."""
    member = desk.member(owner)
    sentence = f"Owner of {_who(refs)} set to {member.name}"
    with desk.operation(sentence) as unit:
        hand_over(unit, desk, refs, member.id)
        _must_have_met(unit, refs)
    return sentence


def _tell_mentioned(unit: "Unit", desk: Desk, ref: Ref, values: Mapping[str, Any]) -> None:
    """Tell whom new notes name that the old ones did not."""
    if "@" in str(values.get("notes", "")):
        before = str(unit.connection.value(f"SELECT notes FROM {ref.kind} WHERE id = ?", (ref.id,)) or "")
        notices.mentioned(unit, desk, values["notes"], ref, None, before=before)


def delete(desk: Desk, refs: Sequence[Ref]) -> str:
    """Put records in the bin, with their planned steps."""
    sentence = f"{_who(refs)} deleted"
    with desk.operation(sentence) as unit:
        for ref in refs:
            for key in open_steps(unit.connection, ref):
                unit.delete("activity", key)
            unit.delete(ref.kind, ref.id)
        cadences.follow(unit, desk, refs)
        _must_have_met(unit, refs)
    return sentence


def _who(refs: Sequence[Ref]) -> str:
    if len(refs) == 1:
        return refs[0].name or refs[0].ref
    kind = refs[0].kind if len({ref.kind for ref in refs}) == 1 else "record"
    return plural(len(refs), kind, f"{kind}s")


def _sentence(refs: Sequence[Ref], changes: Mapping[str, str]) -> str:
    if len(changes) == 1:
        ((name, text),) = changes.items()
        return f"{spoken(name)} of {_who(refs)} set to {clean(text)[:60] or 'nothing'}"
    return f"{spoken(', '.join(changes))} of {_who(refs)} changed"


def _untimed(unit: "Unit", ref: Ref, values: Mapping[str, Any]) -> dict[str, Any]:
    """Without the minute a lead arrived at when its day becomes another one: who corrects the day does not know it."""
    if "arrived_on" not in values:
        return {}
    day = unit.connection.value("SELECT arrived_on FROM lead WHERE id = ?", (ref.id,))
    return {} if day == str(values["arrived_on"]) else {"arrived_at": None}


def _merged(unit: "Unit", ref: Ref, custom: Mapping[str, str], tags: Sequence[str]) -> dict[str, Any]:
    """The JSON of custom fields and the tags of one record with these changes."""
    if not custom and not tags:
        return {}
    row = unit.connection.one(f"SELECT custom, tags FROM {ref.kind} WHERE id = ?", (ref.id,)) or ("{}", "")
    merged: dict[str, Any] = {}
    if custom:
        known = json.loads(row[0] or "{}") | custom
        merged["custom"] = json.dumps({k: v for k, v in known.items() if v != ""}, ensure_ascii=False)
    if tags:
        kept = set(row[1].split())
        for word in tags:
            (kept.add if word[0] == "+" else kept.discard)(tag_text([word[1:]]).strip())
        merged["tags"] = tag_text(sorted(kept))
    return merged


def _value(desk: Desk, kind: str, name: str, column: str, how: str, text: str) -> dict[str, Any]:
    words = clean(text, multiline=how == "note", limit=NOTE_LIMIT)
    if name == "name" and kind != "lead" and not words:
        raise InvalidError(f"A {kind} needs a name.")
    if how == "name":
        parts = split_name(words)
        return {"name": words, "given_name": parts.given, "family_name": parts.family}
    if how in {"text", "note"}:
        return {column: words}
    if how in _TEXTS:
        return {column: _TEXTS[how](words)}
    if how == "tags":
        return {column: tag_text(words.replace(",", " ").replace("#", " ").split())}
    if how == "flag":
        if fold(words) not in _YES | _NO:
            raise InvalidError(f"'{text}' does not fit {kind}.{name}.", hint="Write yes or no.")
        return {column: fold(words) in _YES}
    if fold(words) in {"", "none", "-"}:
        return {column: None}
    if how == "money":
        money = parse_money(words, desk.currency)
        return {column: money.minor, "currency": money.currency}
    found = {column: _read_one(desk, kind, name, how, words)}
    return found | _OPENED if how == "lead_status" else found


def _category(words: str) -> str:
    """The forecast category of that name or beginning; none goes by the stage."""
    if fold(words) in {"", "none", "-", "stage"}:
        return ""
    found = [
        key for key, name in CATEGORIES.items() if key.startswith(fold(words)) or fold(name).startswith(fold(words))
    ]
    if len(found) != 1:
        raise InvalidError(
            f"'{words}' is not a forecast category.",
            hint=f"There are: {', '.join(CATEGORIES)}; none goes by the stage.",
        )
    return found[0]


def _zone(words: str) -> str:
    """A time zone of that name; none goes by the country and the number."""
    return clock.zone(words).key if fold(words) not in {"", "none", "-"} else ""


# Texts that can be only a few things, empty for none.
_TEXTS = {"category": _category, "zone": _zone}


def _read_one(desk: Desk, kind: str, name: str, how: str, words: str) -> object:
    """A number, a day, a person or a choice that is there."""
    if how == "number":
        if not words.lstrip("-").isdigit():
            raise InvalidError(f"'{words}' does not fit {kind}.{name}.", hint="Write a whole number.")
        return int(words)
    if how == "day":
        happened = name == "created"
        day = parse_day(words, desk.today, desk.calendar, lean="past" if happened else "future")
        if day is None:
            raise InvalidError(
                f"'{words}' is not a day, so it does not fit {kind}.{name}.", hint="Write 2026-11-30 or +3d."
            )
        if happened and day > desk.today:
            raise InvalidError(f"'{words}' is to come, so it does not fit {kind}.{name}.", hint="Give a day of before.")
        return day
    if how == "person":
        return desk.member(words).id
    chosen = _chosen(desk, how, name, words)
    if how == "lead_status":
        _must_be_open(desk, chosen, words)
    return chosen


def _chosen(desk: Desk, table: str, name: str, words: str) -> bytes:
    every = choices(desk.connection, table)
    found = [c for c in every if fold(c.name) == fold(words)] or [
        c for c in every if fold(c.name).startswith(fold(words))
    ]
    if len(found) != 1:
        raise InvalidError(f"'{words}' is not a {name}.", hint="There are: " + ", ".join(c.name for c in every) + ".")
    return found[0].id


def set_status(desk: Desk, refs: Sequence[Ref], status: str) -> str:
    """Set the status of leads; closing and converting have verbs of their own."""
    chosen = _chosen(desk, "lead_status", "status", status)
    _must_be_open(desk, chosen, status)
    must_not_be_qualified(desk, refs)
    sentence = f"{_who(refs)} set to {status}"
    with desk.operation(sentence) as unit:
        for ref in refs:
            unit.update("lead", ref.id, {"status_id": chosen, **_OPENED})
        _must_have_met(unit, refs)
    return sentence


def _must_have_met(unit: "Unit", refs: Sequence[Ref]) -> None:
    if not unit.changed:
        raise NotFoundError(f"{_who(refs)}: not there any more.", hint="Somebody may have deleted it; refresh.")


def _must_be_open(desk: Desk, status_id: bytes, name: str) -> None:
    if any(c.id == status_id and c.meaning != "open" for c in choices(desk.connection, "lead_status")):
        raise InvalidError(
            f"A lead becomes {name} by qualifying or disqualifying it.", hint="Use: lead convert, lead disqualify."
        )


def stage_names(desk: Desk) -> list[str]:
    """The names of all stages, for completion."""
    return [s.name for s in stages(desk.connection)]
