"""The next step a file names for a lead or a deal."""

from salesdesk.services.importing.making import Making
from salesdesk.services.importing.plan import Entry


def plan_step(
    make: Making,
    entry: Entry,
    links: dict[str, bytes | None],
    owner: bytes | None,
    extra: dict[str, str],
    *,
    wanted: bool,
) -> None:
    """Plan the step on its day; words without a day, and steps of what is closed, stay as custom values."""
    values = entry.record.values
    words = str(values.get("next_step") or "")
    day = make.day(values.get("next_on"))
    if day is None or not wanted:
        make.spare(entry, "next_step", extra)
        make.spare(entry, "next_on", extra)
        return
    kind = make.lists.kind(words, otherwise="call")
    make.plan.add("activity", {"kind_id": kind, "subject": words[:200], "due_on": day, "owner_id": owner, **links})
