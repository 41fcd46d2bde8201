"""What could come next on a command line.

The scripts of completion.py ask at every tab, so nothing heavy is imported: names come from the workspace
file by plain SQL.
"""

import os
import shlex
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from salesdesk import paths
from salesdesk.cli.contents import ENTRIES, command_at, commands_of
from salesdesk.cli.declare import GLOBALS, VERSION, Command, Complete, Option, Parameter
from salesdesk.domain.text import clean, fold

Candidate = tuple[str, str]
# The fields that are asked for most, with the list their values come from.
FIELDS = {
    "status": "lead_status", "stage": "stage", "owner": "member", "source": "source", "account": "account",
    "name": "", "title": "", "score": "", "value": "", "due": "", "next": "", "touch": "", "created": "",
    "closed": "", "tag": "", "city": "", "phone": "", "email": "", "stuck": "", "lost": "lost_reason",
    "cadence": "cadence",
}  # fmt: skip
_DAYS = ("today", "tomorrow", "..today", "none")
_DAY_FIELDS = {"due", "next", "touch", "created", "closed"}
_MOST = 200
# What bash parts words at: it puts only the piece after the last of them in the place of the word.
_BASH_BREAKS = ":="


def answer(arguments: Sequence[str]) -> int:
    """`bash LINE POINT`, or another shell and the words so far; writes a candidate and its help a line."""
    if len(arguments) < 2:
        return 0
    shell, *rest = arguments
    words = _bash_words(rest) if shell == "bash" else list(rest)
    word = words[-1]
    cut = max(word.rfind(mark) for mark in _BASH_BREAKS) + 1 if shell == "bash" else 0
    lines = []
    for value, text in dict(candidates(words)).items():
        if shell == "bash":
            lines.append(shlex.quote(value[cut:]) if " " in value else value[cut:])
        else:
            lines.append(f"{value}\t{text}".rstrip())
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _bash_words(rest: Sequence[str]) -> list[str]:
    line = rest[0][: int(rest[1])] if len(rest) > 1 and rest[1].isdigit() else rest[0]
    try:
        words = shlex.split(line)
    except ValueError:
        words = line.split()
    if not line or line[-1].isspace():
        words.append("")
    return words[1:] or [""]


# The noun of a text is its table, but for these.
_TEXT_TABLES = {"playbook": "playbook_page"}


def candidates(words: Sequence[str]) -> list[Candidate]:
    """What the last of the words (those after `salesdesk`) could become, with a short help."""
    *before, word = words
    place = _Place()
    command, parameters, waiting = _walk(before, place)
    if waiting is not None:
        found = _values(waiting.spec.complete, waiting.spec.choices, word, place)
    elif word.startswith("-"):
        found = list(_options((*parameters, *GLOBALS) if command else (*GLOBALS, VERSION)))
    elif command is None:
        found = place.words()
        if len(place.path) == 1 and ENTRIES[place.path[0]].bare and len(word) > 1:
            found += _records(word, place)
    else:
        found = []
        for parameter in place.positional(command):
            found += _values(parameter.spec.complete, parameter.spec.choices, word, place)
    typed = fold(word)
    return [(value, text) for value, text in found if fold(value).startswith(typed)][:_MOST]


class _Place:
    """How far the words before the last one lead."""

    def __init__(self) -> None:
        self.path: tuple[str, ...] = ()
        self.count = 0
        self.workspace = os.environ.get("SALESDESK_DB") or str(paths.default_workspace())

    def words(self) -> list[Candidate]:
        """The words that can follow the path."""
        if not self.path:
            return [(entry.word, entry.help) for entry in ENTRIES.values()]
        entry = ENTRIES.get(self.path[0])
        return [(c.name, c.short_help) for c in commands_of(entry)] if entry and entry.noun else []

    def positional(self, command: Command) -> list[Parameter]:
        """The argument that stands next, if there is one."""
        places = [p for p in command.own if not isinstance(p.spec, Option)]
        if self.count < len(places):
            return [places[self.count]]
        return places[-1:] if places and places[-1].kind == "many" else []


def _walk(before: Sequence[str], place: _Place) -> tuple[Command | None, tuple[Parameter, ...], Parameter | None]:
    command: Command | None = None
    parameters: tuple[Parameter, ...] = ()
    waiting: Parameter | None = None
    for word in before:
        if waiting is not None:
            if waiting.name == "db":
                place.workspace = word
            waiting = None
        elif word.startswith("-") and word != "-":
            known = {n: p for p in (*parameters, *GLOBALS) if isinstance(p.spec, Option) for n in p.spec.names}
            found = known.get(word)
            waiting = found if found and found.kind != "flag" else None
        elif command is None:
            place.path = (*place.path, word)
            command = command_at(place.path)
            parameters = command.parameters if command else ()
        else:
            place.count += 1
    return command, parameters, waiting


def _options(parameters: Sequence[Parameter]) -> Iterator[Candidate]:
    for parameter in parameters:
        if isinstance(parameter.spec, Option) and not parameter.spec.hidden:
            yield parameter.spec.names[0], parameter.spec.help


def _values(complete: Complete, choices: tuple[str, ...], word: str, place: _Place) -> list[Candidate]:
    if choices:
        return [(choice, "") for choice in choices]
    known: dict[str, Callable[[str, _Place], list[Candidate]]] = {
        "member": lambda _, at: _named(at, "member"),
        "stage": lambda _, at: _named(at, "stage"),
        "kind": lambda _, at: _named(at, "activity_kind"),
        "pipeline": lambda _, at: _named(at, "pipeline"),
        "team setting": lambda _, at: _team_settings(),
        "view": lambda _, at: _named(at, "saved_view"),
        "text": lambda _, at: _named(at, _TEXT_TABLES.get(at.path[0], at.path[0])),
        "record": _records,
        "filter": _filter,
        "kpi": lambda typed, _: _kpis(typed),
        "dimension": lambda _, at: _dimensions(at),
        "setting": lambda _, at: _settings(),
        "tab": lambda _, at: _tabs(),
        "command": lambda _, at: [(entry.word, entry.help) for entry in ENTRIES.values()],
        "file": lambda typed, _: _files(typed),
        "folder": lambda typed, _: [c for c in _files(typed) if c[0].endswith(os.sep)],
    }
    return known[complete](word, place) if complete else []


def _filter(word: str, place: _Place) -> list[Candidate]:
    negated = "not:" if word.startswith("not:") else ""
    field, colon, value = word.removeprefix(negated).partition(":")
    if word.startswith("@"):
        return [(f"@{name}", text) for name, text in _named(place, "saved_view")]
    if not colon:
        return [(f"{negated}{name}:", "") for name in FIELDS] + ([] if negated else [("not:", "")])
    earlier, comma, _ = value.rpartition(",")
    start = f"{negated}{field}:{earlier}{comma}"
    if field in _DAY_FIELDS:
        return [(f"{start}{day}", "") for day in _DAYS]
    table = FIELDS.get(field, "")
    names = _named(place, table) if table else []
    if field == "owner":
        names = [("me", ""), ("none", ""), *names]
    return [(f"{start}{name}", text) for name, text in names]


def _named(place: _Place, table: str) -> list[Candidate]:
    rows = _rows(place, f"SELECT DISTINCT name FROM {table} WHERE deleted_op IS NULL ORDER BY name LIMIT {_MOST}")
    return [(clean(str(name), limit=80), "") for (name,) in rows]


def _records(word: str, place: _Place) -> list[Candidate]:
    if len(word) < 2:
        return []
    found = []
    for table in ("lead", "contact", "deal", "account"):
        typed = fold(word)
        rows = _rows(
            place,
            f"SELECT name FROM {table} WHERE name_key >= ? AND name_key < ? AND deleted_op IS NULL LIMIT 20",
            (typed, f"{typed}\U0010ffff"),
        )
        found += [(clean(str(name), limit=80), table) for (name,) in rows]
    return found


def _rows(place: _Place, sql: str, parameters: Sequence[str] = ()) -> list[tuple[object, ...]]:
    try:
        uri = f"{Path(place.workspace).absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=0.2)) as raw:
            return list(raw.execute(sql, parameters).fetchall())
    except (sqlite3.Error, OSError, ValueError):
        return []


def _kpis(word: str) -> list[Candidate]:
    """KPIs, the last of several between commas; none twice."""
    from salesdesk.domain.kpis.declared import KPIS

    earlier, comma, _ = word.rpartition(",")
    return [(f"{earlier}{comma}{kpi.id}", kpi.name) for kpi in KPIS.values() if kpi.id not in earlier.split(",")]


def _dimensions(place: _Place) -> list[Candidate]:
    from salesdesk.store.read.kpis.dimensions import NAMES

    rows = _rows(place, "SELECT DISTINCT key, label FROM custom_field WHERE deleted_op IS NULL ORDER BY position, id")
    return [(name, "") for name in NAMES] + [(str(key), clean(str(label), limit=80)) for key, label in rows]


def _settings() -> list[Candidate]:
    from salesdesk.config import SETTINGS

    return [(setting.name, setting.help) for setting in SETTINGS]


def _team_settings() -> list[Candidate]:
    from salesdesk.services.settings import SETTINGS

    return [(setting.name, setting.help) for setting in SETTINGS]


def _tabs() -> list[Candidate]:
    from salesdesk.actions.tabs import TABS

    return [(tab.id, tab.label) for tab in TABS]


def _files(word: str) -> list[Candidate]:
    from salesdesk.outside import paths_starting

    folder, slash, start = word.rpartition(os.sep)
    # Case is overlooked as everywhere in completion, so all of the folder is asked for.
    return [(path, "") for path in paths_starting(f"{folder}{slash}{'.' if start.startswith('.') else ''}")]
