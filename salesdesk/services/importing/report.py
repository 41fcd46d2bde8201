"""What an import did, or would do, in the words and numbers of contract.md."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

REFUSED = "refused"
WARNING = "warning"
NOTE = "note"
_SEVERITIES = (REFUSED, WARNING, NOTE)


@dataclass(slots=True)
class ImportProblem:
    """One thing that could not be taken as it stands, and every line it was met on (`line` is the first)."""

    column: str
    value: str
    reason: str
    severity: str  # refused | warning | note
    lines: list[int] = field(default_factory=list)

    @property
    def line(self) -> int:
        """The first line it was met on."""
        return self.lines[0] if self.lines else 0

    def json(self) -> dict[str, Any]:
        """The problem as scripts read it."""
        plain = {"line": self.line, "column": self.column, "value": self.value, "reason": self.reason}
        return {**plain, "severity": self.severity, "count": len(self.lines), "lines": self.lines}


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A row that looks like another record: one of the same import (`other_line`) or one that was here (`other_ref`)."""

    line: int
    name: str
    other: str
    other_file: str
    other_line: int | None
    other_ref: str | None
    reason: str

    def json(self) -> dict[str, Any]:
        """The pair as scripts read it."""
        there = {"ref": self.other_ref, "name": self.other, "file": self.other_file or None, "line": self.other_line}
        return {"line": self.line, "name": self.name, "with": there, "reason": self.reason}


@dataclass(slots=True)
class FileResult:
    """What became of one file; `rows` = `added` + `updated` + `unchanged` + `refused`."""

    path: str
    kind: str | None
    preset: str
    encoding: str
    delimiter: str
    dates: str | None
    decimal: str | None
    rows: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    columns: list[tuple[str, str]] = field(default_factory=list)
    unmapped: list[str] = field(default_factory=list)
    not_records: str = ""
    notes: list[str] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    kept: dict[str, None] = field(default_factory=dict)  # columns whose values stay with the import alone
    _problems: dict[tuple[str, str, str, str], ImportProblem] = field(default_factory=dict)

    @property
    def problems(self) -> list[ImportProblem]:
        """Refused rows first, then warnings, then notes; each by its first line."""
        return sorted(self._problems.values(), key=lambda p: (_SEVERITIES.index(p.severity), p.line, p.column))

    def problem(self, line: int, column: str, value: str, reason: str, severity: str = WARNING) -> None:
        """Say what is wrong on a line; the same thing on many lines is said once, with all of them."""
        key = (column, value, reason, severity)
        found = self._problems.get(key)
        if found is None:
            found = self._problems[key] = ImportProblem(*key)
        if not found.lines or found.lines[-1] != line:
            found.lines.append(line)

    def note(self, text: str) -> None:
        """Say something about the whole file, once."""
        if text not in self.notes:
            self.notes.append(text)

    def json(self) -> dict[str, Any]:
        """The file as scripts read it."""
        names = [
            "path",
            "kind",
            "preset",
            "encoding",
            "delimiter",
            "dates",
            "decimal",
            "rows",
            "added",
            "updated",
            "unchanged",
            "refused",
        ]
        plain = {name: getattr(self, name) for name in names}
        return {
            **plain,
            "columns": [{"column": column, "field": name} for column, name in self.columns],
            "unmapped": self.unmapped,
            "problems": [problem.json() for problem in self.problems],
            "duplicates": [pair.json() for pair in self.duplicates],
            "not_records": self.not_records or None,
            "notes": self.notes,
            "kept_with_import": list(self.kept),
        }


@dataclass(slots=True)
class ImportReport:
    """What an import did; `operation` is None for a preview, and when there was nothing to change."""

    files: list[FileResult]
    operation: bytes | None = None
    dry_run: bool = False
    label: str = ""

    @property
    def added(self) -> int:
        """Rows that became records."""
        return _total(self.files, "added")

    @property
    def updated(self) -> int:
        """Rows that changed records."""
        return _total(self.files, "updated")

    @property
    def unchanged(self) -> int:
        """Rows that said nothing new."""
        return _total(self.files, "unchanged")

    @property
    def refused(self) -> int:
        """Rows that were left out, each with a reason."""
        return _total(self.files, "refused")

    def json(self) -> dict[str, Any]:
        """The report as scripts read it (contract.md, import)."""
        from salesdesk.domain.ids import id_text

        operation = id_text(self.operation) if self.operation else None
        return {"operation": operation, "dry_run": self.dry_run, "files": [file.json() for file in self.files]}


def _total(files: Iterable[FileResult], name: str) -> int:
    return sum(getattr(file, name) for file in files)
