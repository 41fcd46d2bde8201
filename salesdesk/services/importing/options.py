"""What the user says about the files of an import, and how it tells how far it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Progress = Callable[[str, int, int], None]  # what is being done, rows done, rows in all
ShouldStop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """Answers to what a file cannot tell; None: find out. `mapping` is column -> field, `-` for none.

    `kind` is for the files that are not recognised, or for the only one; `currency` (ISO 4217) for amounts
    whose file names none.
    """

    kind: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    delimiter: str | None = None
    dates: str | None = None
    decimal: str | None = None
    currency: str | None = None
    no_header: bool | None = None
