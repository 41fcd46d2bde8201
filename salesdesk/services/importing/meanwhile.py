"""What others wrote while an import was worked out, and whether it would come out otherwise for that."""

from salesdesk.services.importing.plan import ORDER
from salesdesk.services.importing.planning import Planned
from salesdesk.store.connection import Connection

# Everything an import looks at, but the touches of people, which only a file of activities is held against.
_LOOKED_AT = (*(table for table in ORDER if table not in ("activity", "import_batch")), "setting")
# Of leads that no row of the files meets these say nothing: a logged touch changes them.
_OF_NO_CONCERN = ("status_id", "lost_reason_id", "owner_id", "qualified_on", "closed_on")


def unconcerned(
    connection: Connection, planned: Planned, since: bytes | None, own: bytes | None = None, *, merging: bool = False
) -> bool:
    """Whether the plan would be the same now, after all operations that came after `since`, `own` left out.

    Says no when that is not sure. Unless rows are merged, a lead that came meanwhile is not held against those of a
    list of leads: whom it looks like is shown with the lead.
    """
    newer = connection.rows(
        "SELECT id, action FROM operation WHERE id > ? AND id <> ? ORDER BY id LIMIT 1000",
        (since or bytes(16), own or bytes(16)),
    )
    if not newer:
        return True
    if len(newer) == 1000 or any(action != "change" for _, action in newer):
        return False
    first, last = newer[0][0], newer[-1][0]
    brings = {file.kind for file in planned.results if file.kind}
    fresh = not merging and not any(file.updated or file.unchanged for file in planned.results)
    tables = [*_LOOKED_AT, *(["activity"] if "activity" in brings else [])]
    for table in tables:
        marks = ["deleted_op"] if table == "lead" and fresh and brings == {"lead"} else ["created_op", "deleted_op"]
        for mark in marks:
            if connection.value(f"SELECT 1 FROM {table} WHERE {mark} BETWEEN ? AND ? LIMIT 1", (first, last)):
                return False
    changed = connection.rows(
        "SELECT DISTINCT table_name, column_name FROM history WHERE operation_id BETWEEN ? AND ?", (first, last)
    )
    return all(
        table not in tables or (fresh and table == "lead" and column in _OF_NO_CONCERN) for table, column in changed
    )
