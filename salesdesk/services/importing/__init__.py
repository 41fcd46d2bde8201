"""Importing: files of other tools looked at, matched with what is here, and published as one operation."""

from salesdesk.services.importing.interrupted import told_when_interrupted
from salesdesk.services.importing.options import ImportOptions, Progress, ShouldStop
from salesdesk.services.importing.preview import FilePreview, Preview, examine
from salesdesk.services.importing.publishing import count_without_next_step, publish, without_next_step
from salesdesk.services.importing.report import Duplicate, FileResult, ImportProblem, ImportReport

__all__ = [
    "Duplicate",
    "FilePreview",
    "FileResult",
    "ImportOptions",
    "ImportProblem",
    "ImportReport",
    "Preview",
    "Progress",
    "ShouldStop",
    "count_without_next_step",
    "examine",
    "publish",
    "told_when_interrupted",
    "without_next_step",
]
