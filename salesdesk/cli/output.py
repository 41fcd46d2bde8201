"""What commands give back, and the formats a script can ask for. User text leaves through `clean` here."""

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from salesdesk import clock
from salesdesk.domain.text import NOTE_LIMIT, clean
from salesdesk.errors import ExitCode, InvalidError, UsageError
from salesdesk.hints import Any
from salesdesk.i18n import tr
from salesdesk.plain import Plain

FORMATS = ("json", "jsonl", "csv", "ids", "plain")
Tone = str  # "", "strong", "muted", "ok", "warn" or "bad"


class Named(Plain):
    """A person or record as an output names it."""

    ref: str
    name: str


class Column(Plain):
    """One column: `key` names it for ever in JSON, TSV, CSV and `--columns`; `label` heads it on a terminal.

    `value` gives str, int, float, bool, None, date, aware datetime, Money, Named or Ref, lists or dicts.
    `show` gives the words for a terminal where those of the value are not the best; `tone` how they look.
    An `extra` column appears in text only when asked for. A narrow terminal drops the highest `rank` first; a last
    column that is `whole` goes on in the next line there instead of being cut.
    """

    key: str
    label: str
    value: Callable[[Any], object]
    show: Callable[[Any], str] | None = None
    tone: Callable[[Any], Tone] | None = None
    right: bool = False
    rank: int = 0
    extra: bool = False
    whole: bool = False


class Listing(Plain, frozen=False):
    """Rows to show. `ref` gives the reference for `--ids`; `single` means one record, an object in JSON.

    `document` replaces the rows in `--json`, `plain` the blocks of `--plain` by lines of its own; `note` is said
    afterwards on a terminal, without rows `empty`. `page` writes something better than a table to a terminal.
    """

    columns: Sequence[Column]
    rows: Iterable[Any]
    ref: Callable[[Any], str] | None = None
    single: bool = False
    document: object = None
    empty: str = ""
    note: str = ""
    exit_code: int = 0
    plain: Iterable[str] | None = None
    page: "Callable[[Screen], None] | None" = None


class Done(Plain, frozen=False):
    """What a command did: a sentence for people, a document for `--json`, references for the next command."""

    sentence: str
    document: Mapping[str, object] | None = None
    refs: Sequence[str] = ()
    exit_code: int = 0


class Screen(Plain):
    """The terminal that standard output is: its width (None: ask it), colours, and ASCII instead of signs."""

    width: int | None = None
    colour: bool = True
    plain_signs: bool = False


class Format(Plain):
    """How a listing was asked for."""

    name: str = ""
    columns: tuple[str, ...] = ()
    limit: int | None = None
    fail_empty: bool = False

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Format":
        """From parsed options; UsageError when two formats are asked for."""
        named = [name for name in FORMATS if values.get(name)]
        if len(named) > 1:
            raise UsageError(tr("--{one} and --{two} cannot go together.", one=named[0], two=named[1]))
        limit = values.get("limit")
        if limit is not None and limit < 0:
            raise UsageError(tr("--limit cannot be negative."))
        columns = tuple(part.strip() for part in (values.get("columns") or "").split(",") if part.strip())
        return cls(named[0] if named else "", columns, limit, bool(values.get("fail_empty")))


def json_value(value: object) -> object:
    """A value as JSON keeps it (contract.md, "Values in JSON")."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return clean(value, multiline=True, limit=NOTE_LIMIT) or None
    if isinstance(value, dt.datetime):
        return clock.iso(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): json_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [json_value(item) for item in value]
    if hasattr(value, "minor"):
        return {"minor": value.minor, "currency": getattr(value, "currency", None)}
    return {"ref": getattr(value, "ref", None), "name": json_value(getattr(value, "name", str(value)))}


def text_value(value: object) -> str:
    """A value as TSV, CSV and plain blocks write it: whole, ISO dates, one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(text_value(item) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {text_value(item)}" for key, item in value.items())
    if isinstance(value, dt.datetime):
        return clock.iso(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if hasattr(value, "minor"):
        from salesdesk.domain.money import major_text

        return f"{major_text(value.minor, getattr(value, 'currency', ''))} {getattr(value, 'currency', '')}"
    return clean(str(getattr(value, "name", value)), limit=NOTE_LIMIT)


def shown_value(column: Column, row: object) -> str:
    """A cell as a terminal shows it."""
    text = column.show(row) if column.show else text_value(column.value(row))
    return clean(text, limit=NOTE_LIMIT)


def present(listing: Listing, form: Format, screen: "Screen | None") -> tuple[int, str]:
    """Write a listing to standard output in the format asked for, TSV without a screen.

    The exit code, and what to say to a person.
    """
    columns = _chosen(listing.columns, form)
    rows = _Counted(listing.rows if form.limit is None else islice(listing.rows, form.limit))
    if form.name == "json" and listing.document is not None:
        _line(_json(json_value(listing.document)))
        count = 1
    elif form.name == "plain" and listing.plain is not None and not form.columns:
        _lines(listing.plain)
        count = sum(1 for _ in rows)
    elif listing.page is not None and screen and not form.name and not form.columns:
        listing.page(screen)
        return listing.exit_code, ""
    else:
        _write(listing, columns, rows, form, screen)
        count = rows.count
    code = ExitCode.NOT_FOUND if form.fail_empty and not count else listing.exit_code
    return code, listing.note if count else listing.empty or listing.note


def _write(
    listing: Listing, columns: Sequence[Column], rows: "_Counted", form: Format, screen: "Screen | None"
) -> None:
    if form.name == "json":
        _write_json(columns, rows, single=listing.single)
    elif form.name == "jsonl":
        _lines(_json(_object(columns, row)) for row in rows)
    elif form.name == "csv":
        from salesdesk.exchange.csv_out import write_csv

        cells = ([_csv_cell(c.value(row)) for c in columns] for row in rows)
        write_csv(sys.stdout, [c.key for c in columns], cells)
    elif form.name == "ids":
        if listing.ref is None:
            raise UsageError(tr("There are no references here to list."))
        _lines(map(clean, map(listing.ref, rows)))
    elif form.name == "plain" or (screen and listing.single):
        _write_blocks(columns, rows, shown=form.name != "plain")
    else:
        _write_table(columns, rows, screen)


def _write_table(columns: Sequence[Column], rows: "_Counted", screen: "Screen | None") -> None:
    if screen:
        from salesdesk.cli.terminal import write_table

        write_table(columns, rows, screen)
        return
    _line("\t".join(c.key for c in columns))
    _lines("\t".join(text_value(c.value(row)) for c in columns) for row in rows)


def print_json(document: object) -> None:
    """Write one JSON document to standard output."""
    _line(_json(json_value(document)))


class _Counted:
    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Any]:
        for row in self._rows:
            self.count += 1
            yield row


def _chosen(columns: Sequence[Column], form: Format) -> list[Column]:
    if not form.columns:
        whole = form.name in {"json", "jsonl"}
        return [column for column in columns if whole or not column.extra]
    known = {column.key: column for column in columns}
    chosen = []
    for key in form.columns:
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(key, known, n=1)
            hint = tr("Did you mean {near}? ", near=near[0]) if near else ""
            raise InvalidError(
                tr("There is no column '{key}'.", key=key),
                hint=hint + tr("Columns: {all}.", all=", ".join(known)),
            )
        chosen.append(known[key])
    return chosen


def _write_json(columns: Sequence[Column], rows: "_Counted", *, single: bool) -> None:
    if single:
        for row in rows:
            _line(_json(_object(columns, row)))
        return
    before = "["
    for row in rows:
        sys.stdout.write(f"{before}\n{_json(_object(columns, row))}")
        before = ","
    _line("\n]" if rows.count else "[]")


def _write_blocks(columns: Sequence[Column], rows: "_Counted", *, shown: bool) -> None:
    for row in rows:
        if rows.count > 1:
            _line("")
        for column in columns:
            text = shown_value(column, row) if shown else text_value(column.value(row))
            if text:
                _line(f"{column.label or column.key}: {text}")


def _object(columns: Sequence[Column], row: object) -> dict[str, object]:
    return {column.key: json_value(column.value(row)) for column in columns}


def _csv_cell(value: object) -> object:
    if isinstance(value, str):
        return clean(value, multiline=True, limit=NOTE_LIMIT)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else text_value(value)


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _line(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _lines(texts: Iterable[str]) -> None:
    for text in texts:
        sys.stdout.write(f"{text}\n")
