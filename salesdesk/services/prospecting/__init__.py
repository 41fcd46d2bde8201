"""Finding people worth talking to: capture, qualify, disqualify."""

from salesdesk.services.prospecting.capturing import Proposal, looks_like, propose
from salesdesk.services.prospecting.qualifying import (
    Conversion,
    conversion_defaults,
    convert,
    disqualify,
    disqualify_reasons,
    open_deals_for,
)
from salesdesk.services.prospecting.saving import new_lead, save, tag_text
from salesdesk.services.statuses import first_status, must_not_be_qualified

__all__ = [
    "Conversion",
    "Proposal",
    "conversion_defaults",
    "convert",
    "disqualify",
    "disqualify_reasons",
    "first_status",
    "looks_like",
    "must_not_be_qualified",
    "new_lead",
    "open_deals_for",
    "propose",
    "save",
    "tag_text",
]
