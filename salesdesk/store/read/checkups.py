"""What the rates of a check-up are made of: one condition for the counts of all reps and the records behind."""

from dataclasses import dataclass

from salesdesk.domain.learning import SUCCESSES
from salesdesk.store.connection import Connection
from salesdesk.store.read.efforts import ACTIVITY_METRICS

_ABOUT = (
    "CASE WHEN {0}.lead_id IS NOT NULL THEN 'lead' WHEN {0}.deal_id IS NOT NULL THEN 'deal'"
    " WHEN {0}.contact_id IS NOT NULL THEN 'contact' ELSE 'account' END AS kind,"
    " COALESCE({0}.lead_id, {0}.deal_id, {0}.contact_id, {0}.account_id) AS record_id"
)
_TOUCH = (
    f"SELECT t.owner_id AS owner_id, {_ABOUT.format('t')}, t.done_on AS day,"
    " CASE WHEN o.meaning = 'reached' THEN 1 ELSE 0 END AS good FROM activity t JOIN activity_kind k ON k.id = t.kind_id"
    " LEFT JOIN outcome o ON o.id = t.outcome_id WHERE t.deleted_op IS NULL AND t.direction <> 'in'"
    " AND t.done_on >= ? AND t.done_on < ? AND k.meaning "
)
_GOOD_ENDS = ", ".join(f"'{result}'" for result in sorted(SUCCESSES))
# Deals that entered a stage in the days and have left it: whether they went further (kpis.md 3.2, stage conversion). A
# deal counts once in a stage, for whom it was of when it entered it last.
_STAGE = (
    "SELECT c.owner_id AS owner_id, 'deal' AS kind, c.deal_id AS record_id, c.changed_on AS day,"
    " CASE WHEN EXISTS (SELECT 1 FROM stage_change n JOIN stage g ON g.id = n.to_stage_id WHERE n.deal_id = c.deal_id"
    " AND n.deleted_op IS NULL AND (n.changed_on > c.changed_on OR (n.changed_on = c.changed_on AND n.id > c.id))"
    " AND (g.meaning = 'won' OR (g.meaning = 'open' AND g.position > s.position))) THEN 1 ELSE 0 END AS good,"
    " c.to_stage_id AS stage_id FROM stage_change c JOIN stage s ON s.id = c.to_stage_id JOIN deal d ON d.id = c.deal_id"
    " WHERE c.deleted_op IS NULL AND d.deleted_op IS NULL AND s.meaning = 'open' AND d.stage_id <> c.to_stage_id"
    " AND c.changed_on >= ? AND c.changed_on < ? AND NOT EXISTS (SELECT 1 FROM stage_change r WHERE r.deal_id = c.deal_id"
    " AND r.to_stage_id = c.to_stage_id AND r.deleted_op IS NULL AND (r.changed_on > c.changed_on"
    " OR (r.changed_on = c.changed_on AND r.id > c.id)))"
)
SOURCES = {
    "reached": f"{_TOUCH}= 'call'",
    "held": f"{_TOUCH}IN ('meeting', 'demo', 'visit')",
    "advance": (
        f"SELECT r.owner_id AS owner_id, {_ABOUT.format('r')}, {{day}} AS day,"
        f" CASE WHEN r.result IN ({_GOOD_ENDS}) THEN 1 ELSE 0 END AS good FROM call_run r WHERE r.deleted_op IS NULL"
        " AND NOT r.practice AND r.ended_at IS NOT NULL AND r.result <> '' AND r.started_at >= ? AND r.started_at < ?"
    ),
    "stage": _STAGE,
}


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of a rep's records were good; `stage_id` for the rates of stages."""

    owner_id: bytes | None
    good: int
    of: int
    stage_id: bytes | None = None


def counted(connection: Connection, source: str, first: str, end: str) -> list[Counted]:
    """A rate of every rep: from `first` to before `end`, days or instants as the source has them."""
    stage = ", e.stage_id" if source == "stage" else ""
    rows = connection.rows(
        f"SELECT e.owner_id, sum(e.good), count(*){stage} FROM ({_sql(connection, source)}) e GROUP BY e.owner_id{stage}",
        (first, end),
    )
    return [Counted(row[0], int(row[1]), int(row[2]), row[3] if stage else None) for row in rows]


def efforts_of_all(connection: Connection, first: str, last: str) -> dict[bytes | None, dict[str, int]]:
    """How often each activity metric happened from the first to the last day, both included, for every owner."""
    counts = ", ".join(f"count(*) FILTER (WHERE {test})" for test in ACTIVITY_METRICS.values())
    rows = connection.rows(
        f"SELECT t.owner_id, {counts} FROM activity t LEFT JOIN activity_kind k ON k.id = t.kind_id LEFT JOIN outcome o"
        " ON o.id = t.outcome_id WHERE t.deleted_op IS NULL AND t.done_on >= ? AND t.done_on <= ? GROUP BY t.owner_id",
        (first, last),
    )
    return {row[0]: dict(zip(ACTIVITY_METRICS, row[1:], strict=True)) for row in rows}


def behind(
    connection: Connection,
    source: str,
    first: str,
    end: str,
    owner: bytes,
    stage: bytes | None = None,
    limit: int = 20_000,
) -> list[tuple[str, bytes | None, str, bool]]:
    """The records behind a rate of one rep: kind, key, day, whether it was good; the newest first."""
    which, params = ("", ()) if stage is None else (" AND e.stage_id = ?", (stage,))
    rows = connection.rows(
        f"SELECT e.kind, e.record_id, e.day, e.good FROM ({_sql(connection, source)}) e WHERE e.owner_id = ?{which}"
        f" ORDER BY e.day DESC, e.record_id LIMIT {int(limit)}",
        (first, end, owner, *params),
    )
    return [(kind, key, str(day), bool(good)) for kind, key, day, good in rows]


def _sql(connection: Connection, source: str) -> str:
    text = (
        "to_char(r.started_at, 'YYYY-MM-DD')"
        if connection.dialect.name == "postgresql"
        else "substr(r.started_at, 1, 10)"
    )
    return SOURCES[source].replace("{day}", text)


def open_stages(connection: Connection) -> list[tuple[bytes, str, str]]:
    """The open stages in the order of the board: key, name, pipeline."""
    return [
        (key, name, pipeline)
        for key, name, pipeline in connection.rows(
            "SELECT s.id, s.name, COALESCE(p.name, '') FROM stage s LEFT JOIN pipeline p ON p.id = s.pipeline_id"
            " WHERE s.meaning = 'open' AND s.deleted_op IS NULL ORDER BY p.position, p.id, s.position, s.id"
        )
    ]
