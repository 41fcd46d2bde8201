"""Somebody leaves: what is open goes to a colleague, what was done stays theirs, one operation that undo takes back."""

from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import plural, tr
from salesdesk.plain import Plain
from salesdesk.services import notices
from salesdesk.services.desk import Desk, MemberRow
from salesdesk.services.records import by_ids
from salesdesk.store.connection import Connection

# What is handed over, by table: which of its live records are still open. What is closed keeps its owner, so that the
# figures of past periods stay as they were.
_OPEN = {
    "lead": "status_id IN (SELECT id FROM lead_status WHERE meaning = 'open')",
    "deal": "state = 'open'",
    "account": "TRUE",
    "contact": "TRUE",
    "activity": "done_on IS NULL",
    "enrolment": "state IN ('active', 'paused')",
    "message": "state IN ('draft', 'queued')",
}
_WORDS = {
    "lead": ("open lead", "open leads"),
    "deal": ("open deal", "open deals"),
    "account": ("account", "accounts"),
    "contact": ("contact", "contacts"),
    "activity": ("planned step", "planned steps"),
    "enrolment": ("running cadence", "running cadences"),
    "message": ("mail that waits", "mails that wait"),
}
_TOLD = ("lead", "deal", "account")


class Departure(Plain):
    """Who leaves, who takes over (nobody for None), and the keys of what is handed over, by table."""

    member: MemberRow
    successor: MemberRow | None
    records: dict[str, list[bytes]]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each, of what there is any."""
        return {table: len(keys) for table, keys in self.records.items() if keys}

    def words(self) -> str:
        """`12 open leads, 3 open deals`."""
        said = [plural(count, tr(_WORDS[table][0]), tr(_WORDS[table][1])) for table, count in self.counts.items()]
        return ", ".join(said) or tr("nothing open")


def plan(desk: Desk, name: str, to: str) -> Departure:
    """What would be handed over from a member to another (`none`: to nobody).

    Raises InvalidError when that cannot be, NotFoundError when nobody is called so.
    """
    member = desk.member(name)
    successor = None if fold(to.strip()) in {"none", "-"} else desk.member(to)
    if not member.active:
        raise InvalidError(
            tr("{name} does not work here any more.", name=member.name), hint=tr("Back: salesdesk member return NAME.")
        )
    if successor is not None and (successor.id == member.id or not successor.active):
        raise InvalidError(
            tr("{name} cannot take over.", name=successor.name),
            hint=tr("Name a colleague who works here, or none."),
        )
    return Departure(member, successor, {table: _open(desk.connection, table, member.id) for table in _OPEN})


def _open(connection: Connection, table: str, owner: bytes) -> list[bytes]:
    rows = connection.rows(
        f"SELECT id FROM {table} WHERE owner_id = ? AND deleted_op IS NULL AND {_OPEN[table]} ORDER BY id", (owner,)
    )
    return [key for (key,) in rows]


def leave(desk: Desk, name: str, to: str) -> str:
    """Hand over what is open, tell the successor, and let the member be one who worked here; the sentence says what.

    What was won, lost and done stays the leaver's, quotas too.
    """
    going = plan(desk, name, to)
    successor = going.successor
    whose = successor.name if successor else tr("nobody")
    sentence = tr("{name} left: {what} to {whose}", name=going.member.name, what=going.words(), whose=whose)
    with desk.operation(sentence) as unit:
        for table, keys in going.records.items():
            for key in keys:
                unit.update(table, key, {"owner_id": successor.id if successor else None})
        for kind in _TOLD:
            if successor is not None:
                notices.assigned(unit, desk, by_ids(unit.connection, kind, going.records[kind]), successor.id)
        unit.update("member", going.member.id, {"active": False})
    return sentence


def come_back(desk: Desk, name: str) -> str:
    """Let somebody work here again; what was handed over stays where it is."""
    member = desk.member(name)
    if member.active:
        raise InvalidError(tr("{name} works here.", name=member.name))
    sentence = tr("{name} works here again", name=member.name)
    with desk.operation(sentence) as unit:
        unit.update("member", member.id, {"active": True})
    return sentence
