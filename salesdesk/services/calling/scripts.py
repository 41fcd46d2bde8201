"""The scripts of the team: checked, and chosen for a record."""

import re
from dataclasses import dataclass, field

from salesdesk.domain.script import Script, parse
from salesdesk.domain.text import fold
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural
from salesdesk.services import texts
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.services.texts import TextRow

_HUNGARIAN_PHONE = re.compile(r"^(\+|00)?36")
_HUNGARY = frozenset({"hu", "hungary", "magyarorszag"})


@dataclass(frozen=True, slots=True)
class UsedScript:
    """A script as a call runs it: `version` is the operation that last changed its text. `id` is None without one."""

    id: bytes | None = None
    name: str = ""
    version: bytes | None = None
    script: Script = field(default_factory=Script)


def sum_up(desk: Desk, text: str) -> str:
    """`15 questions, 4 objections`, and what is missing; TextError, naming each line, when it cannot be understood."""
    script = parse(text)
    parts = [plural(len(script.questions), "question", "questions")]
    parts += [plural(len(script.objections), "objection", "objections")] if script.objections else []
    unknown = sorted({q.known for q in script.questions if q.known} - _fields(desk))
    warnings = [*script.warnings, *(f"no field '{name}'" for name in unknown)]
    return ", ".join(parts) + (f"; {', '.join(warnings)}" if warnings else "")


def _fields(desk: Desk) -> set[str]:
    """Every field of a record that can answer a question."""
    from salesdesk.services.fields import field_names

    return {fold(name) for kind in ("lead", "deal", "account", "contact") for name in field_names(desk, kind)}


def used(desk: Desk, row: TextRow) -> UsedScript:
    """That script, ready to run; TextError when its text in use cannot be understood any more."""
    version = desk.connection.value(
        "SELECT COALESCE((SELECT h.operation_id FROM history h WHERE h.table_name = 'script' AND h.record_id = s.id"
        " AND h.column_name = 'text' ORDER BY h.operation_id DESC LIMIT 1), s.created_op) FROM script s WHERE s.id = ?",
        (row.id,),
    )
    return UsedScript(row.id, row.name, version, parse(row.text))


def runnable(desk: Desk) -> list[TextRow]:
    """The scripts in use."""
    return [row for row in texts.texts(desk, "script") if row.active and row.text]


def choose(desk: Desk, ref: Ref, name: str = "") -> UsedScript:
    """The script of that name, else the one that fits the record best; one without questions when there is none.

    Best is what speaks the language, then what names the stage, then what was edited last; by name when all is equal.
    """
    if name:
        return used(desk, texts.find_text(desk, "script", name))
    stages, language = {fold(stage_of(desk, ref)), *_direction(desk, ref)}, language_of(desk, ref)
    ranked = []
    for row in runnable(desk):
        try:
            script = parse(row.text)
        except SalesdeskError:
            continue
        fits = len(stages.intersection(fold(one) for one in script.names("stage")))
        spoken = fold(script.says("language") or language) == language
        ranked.append((not spoken, -fits, _order(row), row.name.lower(), row))
    if not ranked:
        return UsedScript()
    return used(desk, min(ranked, key=lambda entry: entry[:-1])[-1])


def _order(row: TextRow) -> int:
    """Between scripts that fit alike the newest version goes first: somebody has just worked on it."""
    return -int(row.changed_at.timestamp())


def _direction(desk: Desk, ref: Ref) -> set[str]:
    """`inbound` or `outbound`: what a script may name beside the stage."""
    if ref.kind not in {"lead", "deal"}:
        return set()
    sql = f"SELECT s.direction FROM {ref.kind} r JOIN source s ON s.id = r.source_id WHERE r.id = ?"
    return {str(desk.connection.value(sql, (ref.id,)) or "outbound")}


def stage_of(desk: Desk, ref: Ref) -> str:
    """The stage of a deal, the status of a lead; a contact or account has that of its newest open deal."""
    sql = {
        "lead": "SELECT s.name FROM lead r JOIN lead_status s ON s.id = r.status_id WHERE r.id = ?",
        "deal": "SELECT s.name FROM deal r JOIN stage s ON s.id = r.stage_id WHERE r.id = ?",
    }.get(ref.kind)
    sql = sql or (
        f"SELECT s.name FROM deal r JOIN stage s ON s.id = r.stage_id WHERE r.{ref.kind}_id = ?"
        " AND r.deleted_op IS NULL ORDER BY r.state <> 'open', r.id DESC LIMIT 1"
    )
    return str(desk.connection.value(sql, (ref.id,)) or "")


def language_of(desk: Desk, ref: Ref) -> str:
    """`hu` for who lives in Hungary or has a number or mail address there, else `en`."""
    from salesdesk.services.collision import person_of

    person = person_of(desk.connection, ref)
    if person is None:
        return "en"
    country = ""
    if ref.kind in {"lead", "contact", "account"}:
        country = fold(str(desk.connection.value(f"SELECT country FROM {ref.kind} WHERE id = ?", (ref.id,)) or ""))
    here = country in _HUNGARY or person.email.lower().endswith(".hu")
    return "hu" if here or _HUNGARIAN_PHONE.match(person.phone.replace(" ", "")) else "en"
