"""Where demos and meetings were held, set afterwards."""

from collections.abc import Sequence

from salesdesk.domain.language.touch import PLACES, read_place
from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.i18n import plural
from salesdesk.services.desk import Desk
from salesdesk.services.outreach.touching import PLACED
from salesdesk.services.records import Ref
from salesdesk.store.read.values import placeholders


def set_place(desk: Desk, refs: Sequence[Ref], text: str) -> str:
    """Say of meetings, demos and visits where they were held, `none` takes it off; one operation, one sentence.

    InvalidError when the words name no place, or a touch is held nowhere, such as a call.
    """
    words = clean(text)
    place = "" if fold(words) in {"", "none", "-"} else read_place(words)
    if place is None:
        raise InvalidError(f"'{text}' is not a place.", hint=f"Write {' or '.join(PLACES)}.")
    if not refs:
        raise InvalidError("There is nothing to change.", hint="The filter fits no activity.")
    where = f"a.id IN ({placeholders(refs)}) AND k.meaning IN ({placeholders(PLACED)})"
    fitting = desk.connection.value(
        f"SELECT count(*) FROM activity a JOIN activity_kind k ON k.id = a.kind_id WHERE {where}",
        (*(ref.id for ref in refs), *PLACED),
    )
    if fitting != len(refs):
        raise InvalidError("Only meetings, demos and visits have a place.", hint="Add kind:demo to the filter.")
    sentence = f"Place of {plural(len(refs), 'activity', 'activities')} set to {place or 'nothing'}"
    with desk.operation(sentence) as unit:
        for ref in refs:
            unit.update("activity", ref.id, {"place": place})
        if not unit.changed:
            raise NotFoundError("They are not there any more.", hint="Somebody may have deleted them; refresh.")
    return sentence
