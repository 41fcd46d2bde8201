"""What is particular to kinds of activity: their outcomes come and go with them, and next steps name them."""

from typing import TYPE_CHECKING

from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError
from salesdesk.services.lists.declared import LISTS, Entry
from salesdesk.services.lists.entries import entries
from salesdesk.services.outreach import renamed_default

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

_OUTCOME = LISTS["outcome"]


def give_outcomes(unit: "Unit", kind_id: bytes, meaning: str) -> None:
    """A new kind begins with the outcomes of the first kind like it, so that it can be logged at once."""
    like = next((k for k in entries(unit.connection, LISTS["kind"]) if k.meaning == meaning and k.id != kind_id), None)
    every = entries(unit.connection, _OUTCOME, like.id) if like else []
    for number, outcome in enumerate(every):
        values = {f.column: outcome.values[f.name] for f in _OUTCOME.fields}
        unit.insert("outcome", {**values, "kind_id": kind_id, "name": outcome.name, "position": number})
    if not every:
        done = {"name": "Done", "letter": "d", "meaning": "done"}
        unit.insert("outcome", {**done, "kind_id": kind_id})


def take_outcomes(unit: "Unit", kind: Entry, target: Entry | None) -> None:
    """The outcomes of a kind go with it; what ended so ends as the other kind calls it."""
    theirs = entries(unit.connection, _OUTCOME, target.id) if target else []
    for outcome in entries(unit.connection, _OUTCOME, kind.id):
        count = unit.connection.value(
            "SELECT count(*) FROM activity WHERE outcome_id = ? AND deleted_op IS NULL", (outcome.id,)
        )
        if count:
            same = next((o for o in theirs if fold(o.name) == fold(outcome.name)), None)
            like = same or next((o for o in theirs if o.meaning == outcome.meaning), None)
            if like is None:
                raise InvalidError(
                    f"No outcome of {target.name if target else 'another kind'} is like {outcome.name}, which has records.",
                    hint=f"Add one that means {outcome.meaning} first.",
                )
            sql = "UPDATE activity SET outcome_id = ? WHERE outcome_id = ? AND deleted_op IS NULL"
            unit.execute("activity", sql, (like.id, outcome.id))
        unit.delete("outcome", outcome.id)
    reword(unit, kind.name, target.name if target else "")


def reword(unit: "Unit", old: str, new: str) -> None:
    """Next steps that name a kind name it as it is called now; without one they suggest nothing any more."""
    for outcome in entries(unit.connection, _OUTCOME):
        before = str(outcome.values["next"])
        after = renamed_default(before, old, new)
        if after != before:
            unit.update("outcome", outcome.id, {"next_step": after})
