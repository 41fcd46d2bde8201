"""What activities are about: the lead, deal, contact or account each is of."""

from collections.abc import Sequence

from salesdesk.store.connection import Connection
from salesdesk.store.read.values import placeholders

_AT_ONCE = 500


def records_of(connection: Connection, activities: Sequence[bytes]) -> dict[bytes, tuple[str, bytes]]:
    """The kind and the key of the record of each activity that has one."""
    found: dict[bytes, tuple[str, bytes]] = {}
    for start in range(0, len(activities), _AT_ONCE):
        part = activities[start : start + _AT_ONCE]
        rows = connection.rows(
            "SELECT id, CASE WHEN lead_id IS NOT NULL THEN 'lead' WHEN deal_id IS NOT NULL THEN 'deal'"
            " WHEN contact_id IS NOT NULL THEN 'contact' ELSE 'account' END,"
            f" COALESCE(lead_id, deal_id, contact_id, account_id) FROM activity WHERE id IN ({placeholders(part)})",
            part,
        )
        found |= {key: (kind, record) for key, kind, record in rows if record is not None}
    return found
