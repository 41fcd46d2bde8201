"""Finding the record somebody means: by reference, or by any unique part of a name."""

from collections.abc import Sequence

from salesdesk.domain.ids import REFERENCE_LENGTH, read_reference
from salesdesk.domain.text import clean, fold
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.plain import Plain
from salesdesk.services.desk import Desk
from salesdesk.store.connection import Connection
from salesdesk.store.read.values import placeholders

LETTERS = {
    "L": "lead",
    "A": "account",
    "C": "contact",
    "D": "deal",
    "T": "activity",
    "P": "product",
    "M": "member",
    "E": "message",
    "F": "attachment",
}
LETTER_OF = {kind: letter for letter, kind in LETTERS.items()}
# What to show beside the name, so that two of the same name can be told apart.
_DETAIL = {
    "lead": "company",
    "account": "city",
    "contact": "title",
    "deal": "state",
    "activity": "''",
    "product": "family",
    "member": "role",
    "message": "to_address",
    "attachment": "kind",
    "template": "''",
}
_NAME = {"activity": "subject", "message": "subject"}
# What nothing can happen with: a reference to one is only taken where it is asked for.
_THINGS = frozenset(("product", "member", "message", "attachment"))
MOST = 12
_AT_ONCE = 500


class Ref(Plain):
    """A record somebody meant."""

    kind: str
    id: bytes
    code: str
    name: str
    detail: str = ""

    @property
    def ref(self) -> str:
        """The reference people type: `L-7K3QF0D`; texts such as templates are known by their name."""
        letter = LETTER_OF.get(self.kind)
        return f"{letter}-{self.code}" if letter else self.name

    def __str__(self) -> str:
        return f"{self.ref}  {self.name}{f', {self.detail}' if self.detail else ''}"


def reference(kind: str, code: str) -> str:
    """The reference of a record: `L-7K3QF0D`."""
    return f"{LETTER_OF[kind]}-{code}"


def find(desk: Desk, who: str, kinds: tuple[str, ...] = ("lead", "deal", "contact", "account")) -> Ref:
    """The one live record meant by `who`, looked for in `kinds` in that order.

    Raises NotFoundError, or AmbiguousError with one line for each candidate.
    """
    asked = clean(who)
    typed = read_reference(asked)
    if typed and typed[0] in LETTERS:
        found = _by_code(desk.connection, LETTERS[typed[0]], typed[1])
        _must_fit(asked, LETTERS[typed[0]], found, kinds)
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(f"Several records start with '{asked}'.", [str(f) for f in found], hint="Type more.")
    found = []
    # Somebody one works with now comes before what is closed: a qualified lead is found through its deal.
    for live in (True, False):
        for kind in kinds if not found else ():
            found = found or matches(desk.connection, kind, asked, live=live)
    if not found:
        raise NotFoundError(f"Nothing fits '{asked}'.", hint=f"Look with: salesdesk find {asked or 'NAME'}.")
    exact = [f for f in found if fold(f.name) == fold(asked)]
    if len(exact) == 1:
        return exact[0]
    if len(found) > 1:
        more = [f"and more: {MOST}+ fit"] if len(found) > MOST else []
        raise AmbiguousError(
            f"Several records fit '{asked}'.",
            [str(f) for f in found[:MOST]] + more,
            hint="Type more of the name, or the reference.",
        )
    return found[0]


def _must_fit(asked: str, kind: str, found: Sequence[Ref], kinds: tuple[str, ...]) -> None:
    """InvalidError for a reference to a thing where a record is asked for."""
    if kind in kinds or kind not in _THINGS:
        return
    if kind == "message":
        raise InvalidError(f"{asked} is a mail, not a record.", hint=f"See: salesdesk outbox show {asked}.")
    if found:
        raise InvalidError(f"{found[0].ref} is the {kind} {found[0].name}, which does not fit here.")


_SEARCHED = dict.fromkeys(("lead", "contact", "account", "deal"), "search_text")
_NAMED = {
    "lead": "(name_key || ' ' || company_key)",
    "contact": "name_key",
    "account": "name_key",
    "deal": "name_key",
}
# A deal is also found by the names of its account and contact; these are looked through once, not for each deal.
_ALSO = {
    "deal": " OR account_id IN (SELECT a.id FROM account a WHERE a.name_key {like})"
    " OR contact_id IN (SELECT c.id FROM contact c WHERE c.name_key {like})"
}
_LIVE = {
    "lead": " AND status_id IN (SELECT s.id FROM lead_status s WHERE s.meaning = 'open')",
    "deal": " AND state = 'open'",
}


def matches(
    connection: Connection,
    kind: str,
    words: str,
    *,
    limit: int = MOST + 1,
    by_name: bool = False,
    live: bool = False,
) -> list[Ref]:
    """Records of a kind that hold every word, the newest first: in name, mail, phone, company, notes,
    or `by_name` only in the names of person and company; `live` only leads and deals that are open."""
    name = _NAME.get(kind, "name")
    if kind in {"lead", "contact"}:
        known = _by_identity(connection, kind, words, _LIVE.get(kind, "") if live else "")
        if known:
            return known
    column = (_NAMED if by_name else _SEARCHED).get(kind, f"lower({name})")
    parts = [fold(word) for word in words.split()][:8]
    if not parts:
        return []
    holds = f"({column} {{like}}{_ALSO.get(kind, '')})".format(like="LIKE ? ESCAPE '\\'")
    where = " AND ".join([holds] * len(parts))
    params = [f"%{_escaped(part)}%" for part in parts for _ in range(holds.count("?"))]
    order, first = "id DESC", []
    if kind in _SEARCHED:
        # The whole name comes before names that begin with what was typed, these before those that hold it somewhere.
        order = "CASE WHEN name_key = ? THEN 0 WHEN ' ' || name_key LIKE ? ESCAPE '\\' THEN 1 ELSE 2 END, id DESC"
        first = [" ".join(parts), f"% {_escaped(parts[0])}%"]
    if kind == "deal":
        order = f"state <> 'open', {order}"
    rows = connection.rows(
        f"SELECT id, code, {name}, {_DETAIL[kind]} FROM {kind} WHERE deleted_op IS NULL AND {where}{_LIVE.get(kind, '') if live else ''}"
        f" ORDER BY {order} LIMIT {limit}",
        [*params, *first],
    )
    return [Ref(kind, *row) for row in rows]


def by_id(connection: Connection, kind: str, key: bytes) -> Ref:
    """The live record of that key; NotFoundError when it is gone."""
    name = _NAME.get(kind, "name")
    row = connection.one(
        f"SELECT id, code, {name}, {_DETAIL[kind]} FROM {kind} WHERE id = ? AND deleted_op IS NULL", (key,)
    )
    if row is None:
        raise NotFoundError(f"That {kind} is not there any more.", hint="It may have been deleted; refresh.")
    return Ref(kind, *row)


def by_ids(connection: Connection, kind: str, keys: Sequence[bytes]) -> list[Ref]:
    """The records of these keys in this order, without those that are gone."""
    name = _NAME.get(kind, "name")
    found: dict[bytes, Ref] = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        rows = connection.rows(
            f"SELECT id, code, {name}, {_DETAIL[kind]} FROM {kind} WHERE id IN ({placeholders(part)})"
            " AND deleted_op IS NULL",
            part,
        )
        found |= {row[0]: Ref(kind, *row) for row in rows}
    return [found[key] for key in keys if key in found]


def search(desk: Desk, words: str, *, limit: int = 20) -> list[Ref]:
    """Leads, contacts, accounts and deals that hold every word, each kind in turn."""
    found = []
    for kind in ("lead", "contact", "account", "deal"):
        found += matches(desk.connection, kind, clean(words), limit=limit)
    return found[:limit]


def _by_code(connection: Connection, kind: str, code: str) -> list[Ref]:
    name = _NAME.get(kind, "name")
    where, params = (
        ("code = ?", (code,)) if len(code) == REFERENCE_LENGTH else ("code >= ? AND code < ?", (code, code + "~"))
    )
    rows = connection.rows(
        f"SELECT id, code, {name}, {_DETAIL[kind]} FROM {kind} WHERE deleted_op IS NULL AND {where} LIMIT {MOST}",
        params,
    )
    return [Ref(kind, *row) for row in rows]


def _by_identity(connection: Connection, kind: str, words: str, live: str) -> list[Ref]:
    from salesdesk.domain.people import mail_key, phone_key

    mail, phone = mail_key(words), phone_key(words)
    if not mail and not (phone and not any(c.isalpha() for c in words)):
        return []
    column, value = ("email_key", mail) if mail else ("phone_key", phone)
    rows = connection.rows(
        f"SELECT id, code, name, {_DETAIL[kind]} FROM {kind} WHERE deleted_op IS NULL AND {column} = ?{live} LIMIT {MOST}",
        (value,),
    )
    return [Ref(kind, *row) for row in rows]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
