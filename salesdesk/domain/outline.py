"""Text with sections of items, as scripts and buyers are written: `# Section`, below it `- item`, and indented below an
item what belongs to it, as `key: value`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from salesdesk.domain import front_matter
from salesdesk.domain.front_matter import TextError
from salesdesk.domain.text import clean, fold

# Which keys an item of each section may have.
Sections = Mapping[str, Sequence[str]]
Mistakes = list[tuple[int, str]]
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_ITEM = re.compile(r"[-*]\s+(.*)")
_LABEL = re.compile(r"\[([^\[\],]+)\]\s*(.*)")
_KEY = re.compile(r"([A-Za-z][A-Za-z-]{0,15}):(?:\s+(.*))?$")
MOST_TOLD = 20


@dataclass(slots=True)
class Entry:
    """An item while it is read."""

    section: str
    text: str
    line: int
    label: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def error_of(mistakes: Mistakes) -> TextError:
    """One error for all: the first in front, the others each in a line of its own."""
    (line, first), *more = sorted(dict.fromkeys(mistakes))
    told = [f"Line {number}: {message}" for number, message in more[: MOST_TOLD - 1]]
    if len(more) >= MOST_TOLD:
        told.append(f"And {len(more) - MOST_TOLD + 1} more.")
    return TextError("\n".join([first, *told]), line)


def read(text: str, first: int, sections: Sections, mistakes: Mistakes) -> tuple[str, list[Entry]]:
    """What stands before the first section, and the items of all sections; line `first` is where the body begins."""
    about: list[str] = []
    entries: list[Entry] = []
    section, entry, key, known = "", None, "", True
    for number, row in enumerate(text.replace("\r\n", "\n").split("\n")[first - 1 :], first):
        words = row.strip()
        indented = row[:1] in {" ", "\t"}
        heading = None if indented else _HEADING.match(words)
        item = None if indented else _ITEM.match(words)
        if heading:
            section, entry = _section(heading[1], number, sections, mistakes), None
            known = bool(section)
        elif not words or not known:
            continue
        elif not section:
            about += [clean(words)] if words != front_matter.FENCE else []
        elif item:
            entry, key = _entry(section, item[1], number, mistakes), ""
            if entry:
                entries.append(entry)
        elif entry and indented:
            key = _belonging(entry, key, words, number, sections, mistakes)
        elif not indented:
            mistakes.append(
                (number, f"what stands below '# {section}' begins with '- ', or is indented below an item.")
            )
    return "\n".join(about), entries


def _section(name: str, line: int, sections: Sections, mistakes: Mistakes) -> str:
    by_name = {fold(one).replace("-", " "): one for one in sections}
    asked = fold(clean(name)).replace("-", " ").strip()
    if asked in by_name:
        return by_name[asked]
    near = get_close_matches(asked, by_name, n=1)
    hint = f"Did you mean '# {by_name[near[0]]}'?" if near else f"There are: {', '.join(sections)}."
    mistakes.append((line, f"'{clean(name)[:40]}' is not a section. {hint}"))
    return ""


def _entry(section: str, words: str, line: int, mistakes: Mistakes) -> Entry | None:
    text = clean(words)
    if not text:
        mistakes.append((line, "there are no words here."))
        return None
    return Entry(section, text, line)


def split_label(entry: Entry, mistakes: Mistakes) -> None:
    """Take the label off the words of an item: `[label] words`."""
    labelled = _LABEL.fullmatch(entry.text)
    if labelled:
        entry.label, entry.text = fold(labelled[1].strip()), labelled[2].strip()
        if not entry.text:
            mistakes.append((entry.line, "there are no words behind the label."))


def _belonging(entry: Entry, key: str, words: str, line: int, sections: Sections, mistakes: Mistakes) -> str:
    """A line indented below an item: a key with its value, else more words of what stands above. The key in force."""
    keyed, allowed = _KEY.match(words), sections[entry.section]
    if keyed is None:
        more = clean(words)
        if key:
            entry.keys[key] = f"{entry.keys[key]} {more}".strip()
        else:
            entry.text = f"{entry.text} {more}".strip()
        return key
    name = keyed[1].lower()
    if name not in allowed:
        near = get_close_matches(name, allowed, n=1)
        hint = f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(allowed) or 'none here'}."
        mistakes.append((line, f"'{keyed[1]}' is not known in '# {entry.section}'. {hint}"))
        return key
    if name in entry.keys:
        mistakes.append((line, f"'{name}' is said twice for this item."))
    entry.keys[name], entry.lines[name] = clean(keyed[2] or ""), line
    return name


def listed(text: str) -> tuple[str, ...]:
    """What a value lists, parted by commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def labels(text: str) -> tuple[str, ...]:
    """The labels a value names."""
    return tuple(fold(one).strip("[]") for one in listed(text))
