"""The head of a text file: `key: value` lines between two `---`, then the body (the front matter of Markdown tools)."""

from dataclasses import dataclass, field

from salesdesk.errors import InvalidError

FENCE = "---"


class TextError(InvalidError):
    """A text that cannot be understood; `line` and `column` count from 1, 0 when it is about the whole."""

    title = "Text"

    def __init__(self, message: str, line: int = 0, column: int = 0, *, hint: str = "") -> None:
        place = f"Line {line}, column {column}: " if column else f"Line {line}: " if line else ""
        super().__init__(f"{place}{message}", hint=hint)
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a text says of itself. `lines` tells where each key stands; the body begins at line `body_line`."""

    values: dict[str, str]
    body: str
    lines: dict[str, int] = field(default_factory=dict)
    body_line: int = 1

    def value(self, key: str, default: str = "") -> str:
        """The value of a key, stripped; the default when it is not there or empty."""
        return self.values.get(key, "") or default

    def only(self, *known: str) -> "FrontMatter":
        """Itself, or TextError for a key that is not one of these, naming the nearest."""
        from difflib import get_close_matches

        for key, line in self.lines.items():
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(known)}."
                raise TextError(f"'{key}' is not known here.", line, hint=hint)
        return self


def parse(text: str) -> FrontMatter:
    """The head and the body of a text; without a fence at its very start it is all body.

    TextError for a line of the head without a colon, a key said twice, or a head that never ends.
    """
    rows = text.replace("\r\n", "\n").split("\n")
    if not rows or rows[0].strip() != FENCE:
        return FrontMatter({}, text)
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    for number, row in enumerate(rows[1:], 2):
        if row.strip() == FENCE:
            return FrontMatter(values, "\n".join(rows[number:]).lstrip("\n"), lines, number + 1)
        if not row.strip() or row.lstrip().startswith("#"):
            continue
        key, colon, value = row.partition(":")
        key = key.strip().lower()
        if not colon or not key:
            raise TextError("a line of the head is written 'key: value'.", number)
        if key in values:
            raise TextError(f"'{key}' is said twice.", number)
        values[key], lines[key] = value.strip(), number
    raise TextError(f"the head that begins with {FENCE} never ends.", 1, hint=f"Close it with a line {FENCE}.")


def value_of(text: str, key: str) -> str:
    """One value of the head of a text, in small letters; empty where there is none, or no head that can be read."""
    try:
        return parse(text).value(key).lower()
    except InvalidError:
        return ""


def with_key(text: str, key: str, value: str) -> str:
    """The text with a key of its head set; a head is made when there is none."""
    line = f"{key}: {value}"
    rows = text.split("\n")
    if rows[0].strip() != FENCE:
        return "\n".join([FENCE, line, FENCE, "", text])
    for number, row in enumerate(rows[1:], 1):
        if row.strip() == FENCE:
            return "\n".join([*rows[:number], line, *rows[number:]])
        if row.partition(":")[0].strip().lower() == key:
            return "\n".join([*rows[:number], line, *rows[number + 1 :]])
    return text


def without_key(text: str, key: str) -> str:
    """The text without a key of its head; a head that is empty then goes as a whole."""
    found = parse(text)
    if key not in found.lines:
        return text
    rows = text.replace("\r\n", "\n").split("\n")
    del rows[found.lines[key] - 1]
    return "\n".join(rows) if len(found.values) > 1 else found.body
