"""The errors a user can meet; each front end turns them into words at one place."""


class ExitCode:
    """What the process says to the shell; promised in the docs and only ever added to.

    Plain numbers: an enumeration takes as long as reading the command line.
    """

    DONE = 0
    UNEXPECTED = 1
    USAGE = 2
    NOT_FOUND = 3
    INVALID = 4
    NEEDS_CONFIRMATION = 5
    DATABASE = 6
    INTERRUPTED = 130


class SalesdeskError(Exception):
    """Something the user can understand and mend: `message` says what and where, `hint` what next."""

    title = "That did not work"
    exit_code = ExitCode.UNEXPECTED

    def __init__(self, message: str, *, hint: str = "", title: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if title:
            self.title = title

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(SalesdeskError):
    """The command was not understood."""

    title = "Not understood"
    exit_code = ExitCode.USAGE


class NotFoundError(SalesdeskError):
    """No record fits what was asked for."""

    title = "Not found"
    exit_code = ExitCode.NOT_FOUND


class InvalidError(SalesdeskError):
    """A value, a filter or a file is not valid."""

    title = "Not valid"
    exit_code = ExitCode.INVALID


class AmbiguousError(InvalidError):
    """Several records fit; `candidates` holds one line for each."""

    title = "Several fit"

    def __init__(self, message: str, candidates: list[str], *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.candidates = candidates


class FilterError(InvalidError):
    """A filter that cannot be understood; `start` and `end` are the offsets of the bad part in `text`."""

    title = "Filter"

    def __init__(self, message: str, text: str, start: int, end: int, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.text = text
        self.start = start
        self.end = end


class ConfirmationNeededError(SalesdeskError):
    """The act needs a yes and nobody is there to give it."""

    title = "Needs a yes"
    exit_code = ExitCode.NEEDS_CONFIRMATION


class DatabaseError(SalesdeskError):
    """The workspace cannot be opened or written: missing, busy, newer, read-only, foreign or damaged."""

    title = "Workspace"
    exit_code = ExitCode.DATABASE


class BusyError(DatabaseError):
    """Somebody else writes, and did not end in the time one waits for that."""


class UnreachableError(DatabaseError):
    """The server of the team does not answer, or went away; `why` is what it said last."""

    def __init__(self, why: str, place: str, *, unsaved: str = "") -> None:
        reached = f"the team's database cannot be reached: {why}."
        # What was lost comes first: on a narrow screen the rest is cut.
        said = f"{unsaved}: {reached}" if unsaved else reached[0].upper() + reached[1:]
        super().__init__(said, hint=f"Check the server and the URL, '{place}'.")
        self.why = why
        self.place = place
        self.unsaved = unsaved

    def unchanged(self, label: str = "") -> "UnreachableError":
        """The same, where it is known that nothing of a write (called `label`) was kept."""
        unsaved = f"Nothing of '{label}' was saved" if label else "Nothing was changed"
        return UnreachableError(self.why, self.place, unsaved=self.unsaved or unsaved)


class UndoRefusedError(SalesdeskError):
    """An undo or redo that would overwrite a later change; the message names that change."""

    title = "Not taken back"
    exit_code = ExitCode.INVALID
