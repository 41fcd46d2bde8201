"""Texts the team writes once and uses often: kept as rows with their versions, edited as files.

A text that cannot be understood is kept as a draft and not used; what was in use before stays in use.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from salesdesk import content
from salesdesk.domain import front_matter
from salesdesk.domain.text import NOTE_LIMIT, clean, fold
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError, SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.services import mentions
from salesdesk.services.desk import Desk
from salesdesk.services.text_kinds import KINDS

SUFFIX = ".md"
_NOT_IN_FILE_NAMES = re.compile(r'[/\\:*?"<>|\x00-\x1f]|^[. ]+|[. ]+$')
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text as lists show it; `text` is what is in use, `draft` a newer one that cannot be used yet."""

    kind: str
    id: bytes
    code: str
    name: str
    text: str
    draft: str
    active: bool
    author: str
    changed_at: dt.datetime
    versions: int
    author_id: bytes | None = None

    @property
    def state(self) -> str:
        """`draft` when there is one, `off` when it rests, else `in use`."""
        return "draft" if self.draft else "in use" if self.active else "off"

    @property
    def editable(self) -> str:
        """What an editor starts with: the draft when there is one."""
        return self.draft or self.text


def check(desk: Desk, kind: str, text: str) -> str:
    """A line that sums a text up; TextError, naming the line, when it cannot be understood."""
    module, _, function = KINDS[kind].check.partition(":")
    return str(getattr(import_module(module), function)(desk, text))


def holds(desk: Desk, row: TextRow) -> str:
    """What a text holds in a line, or why it cannot be used: what it names may be gone since it was written."""
    if row.kind == "rule":
        from salesdesk.services.rules.desks import author_desk

        desk = author_desk(desk, row.author_id)
    try:
        return check(desk, row.kind, row.text) if row.text else ""
    except SalesdeskError as error:
        return str(error)


def texts(desk: Desk, kind: str) -> list[TextRow]:
    """The texts of a kind, by name; those in another language than the team's come last."""
    table = KINDS[kind].rows
    changes = f"history h WHERE h.table_name = '{table}' AND h.record_id = t.id AND h.column_name = 'text'"
    rows = desk.connection.rows(
        f"SELECT t.id, t.code, t.name, t.text, t.draft, t.active, COALESCE(m.name, ''), o.at,"
        f" (SELECT count(*) FROM {changes}), t.author_id"
        f" FROM {table} t LEFT JOIN member m ON m.id = t.author_id JOIN operation o ON o.id = COALESCE("
        f"(SELECT h.operation_id FROM {changes} ORDER BY h.operation_id DESC LIMIT 1), t.created_op)"
        " WHERE t.deleted_op IS NULL ORDER BY t.name_key, t.id"
    )
    found = [_row(kind, row) for row in rows]
    return sorted(found, key=lambda t: front_matter.value_of(t.text, "language") not in {"", desk.settings["language"]})


def _row(kind: str, row: Sequence[Any]) -> TextRow:
    key, code, name, text, draft, active, author, at, changes, author_id = row
    changed_at = dt.datetime.fromisoformat(at)
    return TextRow(kind, key, code, name, text, draft, bool(active), author, changed_at, int(changes) + 1, author_id)


def find_text(desk: Desk, kind: str, words: str) -> TextRow:
    """The text of that name, or of the only name that begins with or holds the words."""
    asked = fold(clean(words))
    every = texts(desk, kind)
    for fits in (
        lambda t: fold(t.name) == asked or t.code.lower() == asked,
        lambda t: fold(t.name).startswith(asked),
        lambda t: asked in fold(t.name),
    ):
        found = [text for text in every if asked and fits(text)]
        if len(found) > 1:
            raise AmbiguousError(f"Several {KINDS[kind].plural} fit '{words}'.", [t.name for t in found])
        if found:
            return found[0]
    names = ", ".join(t.name for t in every[:12]) or "none yet"
    raise NotFoundError(f"No {KINDS[kind].called} is called '{words}'.", hint=f"There are: {names}.")


def save(desk: Desk, kind: str, name: str, text: str, *, row: TextRow | None = None) -> str:
    """Put a text into use, as a new one or as the next version of `row`; a sentence.

    Raises InvalidError when it cannot be understood, after it was kept as a draft.
    """
    name, text = _name(desk, kind, name, row), _tidy(text)
    try:
        check(desk, kind, text)
    except InvalidError as error:
        keep_draft(desk, kind, name, text, row=row)
        raise InvalidError(
            error.message, hint=f"{error.hint} It is kept as a draft: salesdesk {kind} edit '{name}'.".strip()
        ) from error
    did = "changed" if row else "added, switched off" if KINDS[kind].starts_off else "added"
    sentence = f"{KINDS[kind].called.capitalize()} {name} {did}"
    with desk.operation(sentence) as unit:
        effect = _take(desk, unit, kind, name, row, text)
    return f"{sentence}. {effect}".rstrip(". ") if effect else sentence


def keep_draft(desk: Desk, kind: str, name: str, text: str, *, row: TextRow | None = None) -> str:
    """Keep a text without using it yet; a sentence. What is in use stays in use."""
    sentence = f"Draft of {KINDS[kind].called} {name} kept"
    with desk.operation(sentence) as unit:
        _write(desk, unit, kind, name, row, {"draft": _tidy(text)})
    return sentence


def effect(desk: Desk, row: TextRow, text: str | None) -> str:
    """What saving this text, or deleting it (None), does to what hangs on it; empty when that is nothing.

    A text that cannot be understood does nothing: it is kept as a draft.
    """
    try:
        if text is not None:
            check(desk, row.kind, _tidy(text))
    except InvalidError:
        return ""
    return str(_change(row.kind).told(desk, row, text)) if KINDS[row.kind].change and row.text else ""


def _change(kind: str) -> Any:
    return import_module(KINDS[kind].change)


def _take(desk: Desk, unit: Any, kind: str, name: str, row: TextRow | None, text: str) -> str:
    """Put a text into use inside an operation; what that did to what hangs on it."""
    done = str(_change(kind).done(unit, desk, row, text)) if row and row.text and KINDS[kind].change else ""
    _write(desk, unit, kind, name, row, {"text": text, "draft": ""})
    return done


def _write(desk: Desk, unit: Any, kind: str, name: str, row: TextRow | None, values: dict[str, Any]) -> None:
    if row is None:
        fresh = {"name": name, "author_id": desk.actor, "active": not KINDS[kind].starts_off}
        unit.insert(KINDS[kind].rows, {**fresh, **values})
    else:
        unit.update(KINDS[kind].rows, row.id, {"name": name, "author_id": desk.actor, **values})


def _tidy(text: str) -> str:
    """Harmless, without spaces at line ends, one line end at the end."""
    if len(text) > NOTE_LIMIT:
        raise InvalidError(
            f"That is {len(text):,} characters; a text holds {NOTE_LIMIT:,}.", hint="Part it into two texts."
        )
    lines = clean(text, multiline=True, limit=NOTE_LIMIT).split("\n")
    return "\n".join(line.rstrip() for line in lines) + "\n" if any(lines) else ""


def _name(desk: Desk, kind: str, name: str, row: TextRow | None) -> str:
    name = clean(name)[:LONGEST_NAME]
    if not name:
        raise InvalidError(f"A {KINDS[kind].called} needs a name.")
    taken = [t for t in texts(desk, kind) if fold(t.name) == fold(name) and (row is None or t.id != row.id)]
    if taken:
        raise InvalidError(
            f"There is a {KINDS[kind].called} called '{taken[0].name}' already.",
            hint="Edit that one, or take another name.",
        )
    return name


def rename(desk: Desk, row: TextRow, name: str) -> str:
    """Give a text another name, also where others name it; a sentence."""
    name = _name(desk, row.kind, name, row)
    sentence = f"{KINDS[row.kind].called.capitalize()} {row.name} is called {name} now"
    named = mentions.mentions(desk, KINDS[row.kind].rows, row.id, name)
    with desk.operation(sentence) as unit:
        unit.update(KINDS[row.kind].rows, row.id, {"name": name})
        done = mentions.carry(unit, named, row.name, name)
    return f"{sentence}. {done}".rstrip(". ") if done else sentence


def switch(desk: Desk, row: TextRow, *, active: bool) -> str:
    """Use a text, or let it rest."""
    sentence = f"{KINDS[row.kind].called.capitalize()} {row.name} {'is in use' if active else 'rests'} now"
    with desk.operation(sentence) as unit:
        unit.update(KINDS[row.kind].rows, row.id, {"active": active})
        done = str(_change(row.kind).switched(unit, row, active)) if KINDS[row.kind].change else ""
    needed = [] if active else _needing(desk, row)
    return f"{sentence}{done}" + (tr(". It is named in: {all}", all=mentions.listed(needed)) if needed else "")


def _needing(desk: Desk, row: TextRow) -> list[mentions.Mention]:
    """What is in use and does not work without a text: pages stand at the top without the one they were under."""
    found = [] if row.kind == "playbook" else mentions.mentions(desk, KINDS[row.kind].rows, row.id, "")
    return [mention for mention in found if mention.active]


def delete(desk: Desk, row: TextRow) -> str:
    """Put a text in the bin; InvalidError when something in use needs it."""
    hint = f"Take it out there first, or let it rest: salesdesk {row.kind} off '{row.name}'."
    mentions.must_not_be_needed(_needing(desk, row), row.name, hint)
    sentence = f"{KINDS[row.kind].called.capitalize()} {row.name} deleted"
    with desk.operation(sentence) as unit:
        done = str(_change(row.kind).done(unit, desk, row, None)) if KINDS[row.kind].change else ""
        unit.delete(KINDS[row.kind].rows, row.id)
    return f"{sentence}. {done}".rstrip(". ") if done else sentence


def export(desk: Desk, kind: str, folder: Path) -> list[Path]:
    """Write the texts of a kind into a folder, a file each, over what an earlier export wrote; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for row in texts(desk, kind):
        stem = _NOT_IN_FILE_NAMES.sub("-", row.name)
        while folder / f"{stem}{SUFFIX}" in written:
            stem += "-2"
        path = folder / f"{stem}{SUFFIX}"
        # A name that a file system cannot hold is said inside.
        path.write_text(row.text if stem == row.name else front_matter.with_key(row.text, "name", row.name), "utf-8")
        written.append(path)
    return written


def take_in(desk: Desk, kind: str, places: Sequence[Path]) -> str:
    """Take texts in from files and folders, as one operation; by name they are new, changed or the same.

    InvalidError names every file that cannot be understood; then none is taken in.
    """
    known = {fold(row.name): row for row in texts(desk, kind)}
    read: dict[str, tuple[str, str]] = {}
    problems = []
    for path in _files(places):
        try:
            text = path.read_text("utf-8")
            named = front_matter.parse(text).value("name")
            name, text = clean(named or path.stem)[:LONGEST_NAME], _tidy(front_matter.without_key(text, "name"))
            check(desk, kind, text)
            read[fold(name)] = (name, text)
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"{path.name}: {getattr(error, 'strerror', '') or 'is not UTF-8 text'}")
        except InvalidError as error:
            problems.append(f"{path.name}: {error}")
    if problems:
        raise InvalidError("\n".join(["Nothing was taken in.", *problems]), hint="Mend the files and try again.")
    new = [key for key in read if key not in known]
    changed = [key for key in read if key in known and known[key].text != read[key][1]]
    sentence = f"{plural(len(new), KINDS[kind].called, KINDS[kind].plural)} added, {len(changed)} changed, {len(read) - len(new) - len(changed)} the same"
    with desk.operation(sentence) as unit:
        done = [_take(desk, unit, kind, read[key][0], known.get(key), read[key][1]) for key in (*new, *changed)]
    told = [f"{read[key][0]}: {effect}" for key, effect in zip((*new, *changed), done, strict=True) if effect]
    return ". ".join([sentence, *told]).rstrip(".")


def not_here(desk: Desk, kind: str, language: str = "") -> dict[str, str]:
    """The ready texts of a kind, by name, that are not here by name yet."""
    known = {fold(row.name) for row in texts(desk, kind)}
    folder = KINDS[kind].ready.format(language=language or desk.settings["language"])
    return {name: text for name, text in content.ready(folder).items() if fold(name) not in known}


def bring_ready(desk: Desk, kind: str, language: str = "") -> str:
    """Bring the ready texts of a kind that are not here by name yet, in a language or the workspace's; a sentence."""
    new = not_here(desk, kind, language)
    if not new:
        raise InvalidError(
            f"The ready {KINDS[kind].plural} are all here already.", hint="A deleted one: undo, or rename."
        )
    off = ", switched off" if KINDS[kind].starts_off else ""
    sentence = f"{plural(len(new), KINDS[kind].called, KINDS[kind].plural)} brought{off}"
    with desk.operation(sentence) as unit:
        for name, text in new.items():
            _write(desk, unit, kind, name, None, {"text": _tidy(text)})
    return sentence


def _files(places: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for place in places:
        if place.is_dir():
            found += sorted(p for p in place.iterdir() if p.suffix.lower() in {SUFFIX, ".txt"})
        else:
            found.append(place)
    if not found:
        raise NotFoundError("There is no text to take in.", hint=f"Texts are files that end in {SUFFIX}.")
    return found
