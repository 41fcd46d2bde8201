"""Mail that comes in: matched to the people it is from, logged where they are, bounces and wishes respected."""

from salesdesk.services.inbox.fetching import Fetched, fetch
from salesdesk.services.inbox.settings import InboxSettings, inbox_settings, source_of

__all__ = ["Fetched", "InboxSettings", "fetch", "inbox_settings", "source_of"]
