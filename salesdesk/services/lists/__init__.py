"""The short lists a manager edits: channels and their outcomes, sources, reasons, lead statuses, stages."""

from salesdesk.services.lists.changing import add, change, remove
from salesdesk.services.lists.declared import LISTS, Entry, FieldSpec, ListSpec
from salesdesk.services.lists.entries import entries, find, parent_named

__all__ = [
    "LISTS",
    "Entry",
    "FieldSpec",
    "ListSpec",
    "add",
    "change",
    "entries",
    "find",
    "parent_named",
    "remove",
]
