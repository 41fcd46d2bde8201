"""What a new workspace starts with: stages, statuses, sources, reasons, kinds and outcomes (all editable)."""

from collections.abc import Sequence

from salesdesk import content
from salesdesk.store.unit import Unit

# (name, probability, meaning, rotting days); the advice of 5 to 7 buyer's milestones: defaults.md 6.1.
PIPELINES: dict[str, list[tuple[str, int, str, int | None]]] = {
    "Sales": [
        ("New", 10, "open", 7),
        ("Qualified", 25, "open", 10),
        ("Needs agreed", 40, "open", 12),
        ("Proposal", 60, "open", 12),
        ("Negotiation", 80, "open", 14),
        ("Won", 100, "won", None),
        ("Lost", 0, "lost", None),
    ],
    "Renewal": [
        ("Due", 50, "open", 30),
        ("Reviewed", 60, "open", 14),
        ("Offer", 75, "open", 14),
        ("Agreed", 90, "open", 14),
        ("Renewed", 100, "won", None),
        ("Churned", 0, "lost", None),
    ],
    "Partner": [
        ("Contacted", 10, "open", 14),
        ("Samples sent", 30, "open", 21),
        ("Terms", 60, "open", 14),
        ("First order agreed", 90, "open", 14),
        ("Won", 100, "won", None),
        ("Lost", 0, "lost", None),
    ],
}
LEAD_STATUSES = [
    ("New", "open"),
    ("Working", "open"),
    ("Nurture", "open"),
    ("Qualified", "converted"),
    ("Disqualified", "closed"),
]
SOURCES = [
    ("Word of mouth", "inbound"),
    ("Website", "inbound"),
    ("Search ads", "inbound"),
    ("Social media", "inbound"),
    ("Content", "inbound"),
    ("Walk-in", "inbound"),
    ("Partner", "inbound"),
    ("Existing customer", "inbound"),
    ("Cold call", "outbound"),
    ("Cold mail", "outbound"),
    ("Event", "outbound"),
    ("Campaign", "outbound"),
    ("Purchased list", "outbound"),
    ("Import", "outbound"),
]
LOST_REASONS = [
    ("Price", "p", "deal"),
    ("Competitor", "c", "deal"),
    ("Budget", "b", "deal"),
    ("Missing features", "f", "deal"),
    ("Payment terms", "t", "deal"),
    ("Delivery date", "d", "deal"),
    ("No decision", "n", "deal"),
    ("No reply", "r", "deal"),
    ("Timing", "i", "deal"),
    ("Other", "o", "deal"),
    ("Poor fit", "f", "lead"),
    ("Unreachable", "u", "lead"),
    ("Not interested", "n", "lead"),
    ("No budget", "b", "lead"),
    ("Duplicate", "d", "lead"),
    ("Timing", "t", "lead"),
    ("Junk", "j", "lead"),
    ("Other", "o", "lead"),
]
# What a kind of activity can be, and what an outcome can count as.
KIND_MEANINGS = ("call", "mail", "meeting", "demo", "message", "visit", "task", "note")
OUTCOME_MEANINGS = ("reached", "attempt", "sent", "missed", "closed", "wrong", "done", "noted")
# (name, letter, meaning of the outcome, default next step).
_CALL = [
    ("Talked", "t", "reached", "call +3d"),
    ("Voicemail", "v", "attempt", "call +2d"),
    ("No answer", "n", "attempt", "call +1d other half"),
    ("Busy", "b", "attempt", "call +1d"),
    ("Meeting booked", "m", "reached", "meet +7d"),
    ("Callback asked", "k", "reached", "call +1d promised"),
    ("Not interested", "x", "closed", ""),
    ("Wrong number", "w", "wrong", ""),
]
_MAIL = [
    ("Sent", "s", "sent", "call +3d"),
    ("Replied", "r", "reached", "call +1d"),
    ("Bounced", "b", "wrong", ""),
]
_MEETING = [
    ("Held", "h", "reached", "mail +1d"),
    ("No-show", "n", "missed", "call +1d"),
    ("Moved", "r", "missed", "meet +7d"),
    ("Cancelled", "c", "missed", "call +3d"),
]
KINDS: list[tuple[str, str, str, list[tuple[str, str, str, str]]]] = [
    ("Call", "c", "call", _CALL),
    ("Mail", "m", "mail", _MAIL),
    ("Meeting", "g", "meeting", _MEETING),
    ("Demo", "d", "demo", _MEETING),
    ("Message", "s", "message", _MAIL),
    ("Visit", "v", "visit", _MEETING),
    ("Walk-in", "w", "visit", [("Talked", "t", "reached", "call +3d")]),
    ("Task", "t", "task", [("Done", "d", "done", "")]),
    ("Note", "n", "note", [("Noted", "n", "noted", "")]),
]
VIEWS = [
    ("lead", "Mine", "status:open owner:me sort:due"),
    ("lead", "Overdue", "status:open owner:me due:..yesterday sort:due"),
    ("lead", "No next step", "status:open owner:me next:none"),
    ("lead", "New this week", "created:-7d.. sort:-created"),
    ("lead", "Team", "status:open sort:due"),
    ("deal", "Mine", "status:open owner:me"),
    ("deal", "Stalled", "status:open owner:me stuck:14d.."),
    ("deal", "Closing this month", "status:open close:..eom"),
    ("deal", "Team", "status:open"),
    ("activity", "Calls", "kind:call"),
    ("activity", "Best leads", "score:70.."),
]


# Texts that come ready, by their table.
READY = {
    "playbook_page": "playbook",
    "template": "templates/{language}",
    "cadence": "cadences/{language}",
    "script": "scripts",
    "buyer": "buyers",
}


def seed(unit: Unit, language: str = "en") -> None:
    """The default content, in the caller's operation; ready texts in that language where they have one."""
    for place, (pipeline, stages) in enumerate(PIPELINES.items()):
        key = unit.insert("pipeline", {"name": pipeline, "position": place})
        for position, (name, probability, meaning, rotting) in enumerate(stages):
            unit.insert(
                "stage",
                {
                    "pipeline_id": key,
                    "name": name,
                    "position": position,
                    "meaning": meaning,
                    "probability": probability,
                    "rotting_days": rotting,
                },
            )
    _seed_list(unit, "lead_status", ("name", "meaning"), LEAD_STATUSES)
    _seed_list(unit, "source", ("name", "direction"), SOURCES)
    _seed_list(unit, "lost_reason", ("name", "letter", "applies_to"), LOST_REASONS)
    _seed_list(unit, "saved_view", ("entity", "name", "query"), VIEWS)
    for position, (name, letter, meaning, outcomes) in enumerate(KINDS):
        key = unit.insert("activity_kind", {"name": name, "letter": letter, "meaning": meaning, "position": position})
        for place, (outcome, sign, counts_as, next_step) in enumerate(outcomes):
            values = {"kind_id": key, "name": outcome, "letter": sign, "meaning": counts_as}
            unit.insert("outcome", {**values, "next_step": next_step, "position": place})

    for table, folder in READY.items():
        for name, text in content.ready(folder.format(language=language)).items():
            unit.insert(table, {"name": name, "text": text})


def _seed_list(unit: Unit, table: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    for position, row in enumerate(rows):
        unit.insert(table, {**dict(zip(columns, row, strict=True)), "position": position})
