"""Rules: when something happens to a record that fits a filter, something is done.

`reading` understands the text, `conditions` finds the records, `doing` is what can be done, `acting` does it to one after
the other, `running` once for each cause, `trying` says what would have been done, `record` what was. Who wants one of
them imports it: a write that no rule is concerned with must not pay for all.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salesdesk.services.desk import Desk


def any_in_use(desk: "Desk") -> bool:
    """Whether there is a rule that may have something to do; asked before the rest is imported."""
    return desk.connection.value("SELECT 1 FROM rule WHERE active AND deleted_op IS NULL LIMIT 1") is not None
