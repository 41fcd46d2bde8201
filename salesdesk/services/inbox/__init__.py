"""Mail that comes in: matched to the people it is from, logged where they are, bounces and wishes respected."""

from salesdesk.services.inbox.fetching import Fetched, Progress, fetch
from salesdesk.services.inbox.settings import Ask, InboxSettings, inbox_settings, source_of
from salesdesk.services.inbox.taking import KINDS

__all__ = ["KINDS", "Ask", "Fetched", "InboxSettings", "Progress", "fetch", "inbox_settings", "source_of"]
