"""Cadences as they are written: what one says, and whether all it names is there."""

import re
from difflib import get_close_matches
from functools import lru_cache

from salesdesk.domain import cadence as text_of
from salesdesk.domain.cadence import Cadence, CadenceStep
from salesdesk.domain.front_matter import TextError
from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.services.texts import TextRow

KIND = "cadence"
_MAIL = re.compile(r"(?P<step>\s*[^#\s]\S*\s+(?:auto\s+)?mail\s+)(?P<words>\S.*?)\s*", re.IGNORECASE)


@lru_cache(maxsize=64)
def read(text: str) -> Cadence:
    """The cadence a text means; the same text is read once."""
    return text_of.parse(text)


def sum_up(desk: Desk, text: str) -> str:
    """`5 steps over 14 working days`; TextError for a mistake, or a mail whose template is not there."""
    cadence = text_of.parse(text)
    rows = desk.connection.rows("SELECT name FROM template WHERE deleted_op IS NULL ORDER BY name_key, id")
    names = {fold(name): name for (name,) in rows}
    for step in cadence.steps:
        if step.kind != "mail":
            _check_fields(desk, text, step)
        elif fold(step.words) not in names:
            near = get_close_matches(fold(step.words), names, n=1, cutoff=0.5)
            hint = tr("Did you mean '{name}'?", name=names[near[0]]) if near else _there_are(list(names.values()))
            raise TextError(tr("no template is called '{name}'.", name=step.words), _line(text, step), hint=hint)
    return cadence.summary()


def _check_fields(desk: Desk, text: str, step: CadenceStep) -> None:
    """The merge fields in the words of a step are those of mails."""
    if "{" not in step.words and "}" not in step.words:
        return
    from salesdesk.domain.mail_template import read_snippet
    from salesdesk.services.merging import custom_keys

    try:
        read_snippet(step.words, custom=custom_keys(desk))
    except TextError as error:
        reason = error.message.partition(": ")[2] or error.message
        raise TextError(reason, _line(text, step), hint=error.hint) from None


def _line(text: str, step: CadenceStep) -> int:
    """The line a step stands on, which ends with its words."""
    return next(n for n, row in enumerate(text.split("\n"), 1) if " ".join(row.split()).endswith(step.words))


def with_template(text: str, old: str, new: str) -> str:
    """The text with its mails of the template `old` made from `new`; the same when it has none."""

    def renamed(row: str) -> str:
        mail = _MAIL.fullmatch(row)
        return mail["step"] + new if mail and fold(" ".join(mail["words"].split())) == fold(old) else row

    try:
        text_of.parse(text)
    except InvalidError:
        return text
    return "\n".join(renamed(row) for row in text.split("\n"))


def _there_are(names: list[str]) -> str:
    shown = ", ".join(names[:12]) or tr("none yet")
    return tr("There are: {names}.", names=shown)


def usable(row: TextRow) -> Cadence:
    """What a cadence says, for enrolling somebody; InvalidError when it rests or was never understood."""
    if not row.active:
        raise InvalidError(tr("{name} rests.", name=row.name), hint=f"salesdesk cadence on '{row.name}'")
    if not row.text:
        raise InvalidError(tr("{name} is a draft.", name=row.name), hint=f"salesdesk cadence edit '{row.name}'")
    return read(row.text)


__all__ = ["KIND", "read", "sum_up", "usable"]
