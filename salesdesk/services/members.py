"""Who works here: what members are called, what they do, which team they are in."""

from collections.abc import Mapping

from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.plain import Plain
from salesdesk.services import lists, mentions
from salesdesk.services.desk import Desk, MemberRow, is_me

ROLES = ("rep", "manager")
# By the name of a field: its column.
FIELDS = {"name": "name", "email": "email", "role": "role", "team": "team_id"}


class Changed(Plain):
    """What came of it: a sentence, and the member as before and now."""

    sentence: str
    before: MemberRow
    now: MemberRow


def change(desk: Desk, words: str, fields: Mapping[str, str]) -> Changed:
    """Change what a member is called (with all that names them by it), `email`, `role` or `team` (none for no team).

    Raises InvalidError naming what does not fit, NotFoundError when nobody is called so.
    """
    member = desk.member(words)
    values = {FIELDS[name]: read(desk, member, name, text) for name, text in fields.items()}
    if not values:
        raise InvalidError(tr("There is nothing to change."), hint=tr("Say what, for example --name NEW."))
    new = str(values.get("name", member.name))
    named = mentions.mentions(desk, "member", member.id, new) if new != member.name else []
    sentence = (
        tr("{old} is called {new} now", old=member.name, new=new)
        if new != member.name
        else tr("Member {name} changed", name=member.name)
    )
    with desk.operation(sentence) as unit:
        unit.update("member", member.id, values)
        done = mentions.carry(unit, named, member.name, new)
    now = next(m for m in desk.members(active_only=False) if m.id == member.id)
    return Changed(f"{sentence}. {done}".rstrip(". ") if done else sentence, member, now)


def read(desk: Desk, member: MemberRow, field: str, text: str) -> object:
    """What a text makes of a field of a member; InvalidError why it does not fit."""
    said = clean(text)
    if field == "name":
        return free_name(desk, said, member)
    if field == "team":
        spec = lists.LISTS["team"]
        return None if fold(said) in {"", "none", "-"} else lists.find(desk.connection, spec, None, said).id
    if field == "role" and fold(said) not in ROLES:
        raise InvalidError(tr("'{text}' is not a role.", text=text), hint=tr("It is rep or manager."))
    return fold(said) if field == "role" else said


def free_name(desk: Desk, name: str, member: MemberRow | None = None) -> str:
    """The name, for a new member or another name of `member`; InvalidError when it is empty, taken, or means oneself."""
    if not name:
        raise InvalidError("A member needs a name.")
    if is_me(name):
        raise InvalidError(tr("'{name}' is the word for oneself.", name=name), hint=tr("Take the name of the member."))
    taken = [m for m in desk.members(active_only=False) if fold(m.name) == fold(name)]
    if any(member is None or m.id != member.id for m in taken):
        raise InvalidError(
            f"There is a member called '{name}' already.",
            hint=tr("Write more of the name, so that both are known by it."),
        )
    return name
