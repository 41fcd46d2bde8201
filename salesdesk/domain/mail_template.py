"""A mail as text with merge fields: read with the place of every mistake, merged with every gap named.

    subject: {company|Your team} and the pricing you asked for
    attach: prices.pdf
    language: en

    Hi {first_name|there},
    {snippet:pricing}

A field without a default that has no value is a problem of that recipient, never a hole in the mail. `\\{` is a brace.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr

# What can be merged, and what each means; custom fields come as `custom.KEY`.
FIELDS: dict[str, str] = {
    "first_name": "the given name",
    "last_name": "the family name",
    "name": "the whole name",
    "title": "the job title",
    "company": "the company",
    "city": "the city",
    "email": "the mail address",
    "phone": "the phone number",
    "owner_name": "who owns the record",
    "owner_first": "the given name of the owner",
    "owner_email": "the mail address of the owner",
    "my_name": "who sends the mail",
    "my_first": "the given name of who sends it",
    "signature": "the signature of who sends it, else the name",
    "value": "what the lead or deal is worth",
    "product": "the products on the deal",
    "deal": "the name of the deal",
    "close_day": "when the deal should close",
    "next_step": "what is planned next",
    "next_day": "the day it is planned for",
    "last_quote": "the buyer's own words, the newest",
    "last_subject": "the subject of the last mail with them",
    "last_day": "the day of the last touch",
    "source": "where the lead came from",
    "today": "the day it is sent",
}
HEADS = ("subject", "attach", "language", "kind")
_CUSTOM = "custom."
_SNIPPET = "snippet:"
_HEAD_LINE = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
# An escaped sign, a field that ends on its own line, or a brace that is neither.
_TOKEN = re.compile(r"\\([\\{}])|\{([^{}\n]*)\}|([{}])")
_ESCAPED = re.compile(r"[\\{}]")


class TemplateError(InvalidError):
    """A template that cannot be understood; `line` and `column` count from 1."""

    title = "Template"

    def __init__(self, reason: str, line: int, column: int, *, hint: str = "") -> None:
        super().__init__(
            tr("Line {line}, column {column}: {reason}", line=line, column=column, reason=reason), hint=hint
        )
        self.reason = reason
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Field:
    """A merge field; without a default (None) a missing value is a problem."""

    name: str
    default: str | None = None

    def __str__(self) -> str:
        return f"{{{self.name}}}" if self.default is None else f"{{{self.name}|{self.default}}}"


@dataclass(frozen=True, slots=True)
class SnippetCall:
    """The place of a snippet."""

    name: str

    def __str__(self) -> str:
        return f"{{{_SNIPPET}{self.name}}}"


Part = str | Field | SnippetCall
Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A mail that was understood: `attach` names files, `language` is a code such as `hu`, `kind` what it is for."""

    subject: Parts
    body: Parts
    attach: tuple[str, ...] = ()
    language: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a mail lacks: the field or snippet by name, and a sentence about it."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A mail for one recipient; a gap shows in the text as the field it is."""

    subject: str
    body: str
    gaps: tuple[Gap, ...] = ()


def read_template(text: str, *, custom: Collection[str] | None = None) -> Template:
    """The template a text means; `custom` are the keys of the custom fields there are (None: any).

    TemplateError tells the line and column of the first mistake, and the nearest right word.
    """
    lines = _lines(text)
    head_end = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    heads = _heads(lines[:head_end])
    if "subject" not in heads:
        raise TemplateError(
            tr("a mail begins with its subject."), 1, 1, hint=tr("Write 'subject: ...', an empty line, then the text.")
        )
    number, column, subject = heads["subject"][0]
    start = next((n for n in range(head_end, len(lines)) if lines[n].strip()), None)
    if start is None:
        raise TemplateError(
            tr("there is no text under the subject."), len(lines), 1, hint=tr("Leave a line empty and write the mail.")
        )
    return Template(
        _parts(subject, number, column, custom),
        _parts("\n".join(lines[start:]).rstrip(), start + 1, 1, custom),
        tuple(value for _, _, value in heads.get("attach", ())),
        heads["language"][0][2].lower() if "language" in heads else "",
        heads["kind"][0][2] if "kind" in heads else "",
    )


def read_snippet(text: str, *, custom: Collection[str] | None = None) -> Parts:
    """The parts of a snippet: text with fields; TemplateError for a mistake, also for a snippet inside it."""
    parts = _parts("\n".join(_lines(text)).strip(), 1, 1, custom)
    if inner := next((part for part in parts if isinstance(part, SnippetCall)), None):
        raise TemplateError(tr("a snippet cannot hold another, '{name}'.", name=inner.name), 1, 1)
    if not parts:
        raise TemplateError(tr("the snippet is empty."), 1, 1)
    return parts


def merge(template: Template, values: Mapping[str, str], snippets: Mapping[str, str]) -> Merged:
    """The mail for one recipient, whose `values` come by field; `snippets` are texts by name (case does not count)."""
    gaps: dict[str, Gap] = {}
    subject = "".join(str(part) for part in _filled(template.subject, values, snippets, gaps))
    body = "".join(str(part) for part in _filled(template.body, values, snippets, gaps))
    subject = " ".join(subject.split())
    if not subject:
        gaps["subject"] = Gap("subject", tr("the subject is empty"))
    return Merged(subject, body.rstrip(), tuple(gaps.values()))


def merged_text(template: Template, values: Mapping[str, str], snippets: Mapping[str, str]) -> str:
    """The mail for one recipient as a template again, to be changed by hand: gaps are still fields in it."""
    gaps: dict[str, Gap] = {}
    subject = " ".join(_written(_filled(template.subject, values, snippets, gaps)).split())
    body = _written(_filled(template.body, values, snippets, gaps))
    heads = [f"subject: {subject}", *(f"attach: {name}" for name in template.attach)]
    if template.language:
        heads.append(f"language: {template.language}")
    return "\n".join([*heads, "", body.strip("\n").rstrip(), ""])


def escape(text: str) -> str:
    """`text` as a template that says exactly that."""
    return _ESCAPED.sub(r"\\\g<0>", text)


def fields_of(template: Template) -> set[str]:
    """The fields that stand in the template itself."""
    return {part.name for part in (*template.subject, *template.body) if isinstance(part, Field)}


def snippets_of(template: Template) -> set[str]:
    """The snippets it calls."""
    return {part.name for part in (*template.subject, *template.body) if isinstance(part, SnippetCall)}


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")


def _heads(lines: list[str]) -> dict[str, list[tuple[int, int, str]]]:
    """By word of the head: the line, column and text of each value."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for number, line in enumerate(lines, 1):
        match = _HEAD_LINE.fullmatch(line)
        if match is None:
            reason = tr("above the empty line stand only {heads}.", heads=", ".join(HEADS))
            hint = tr("Write 'subject: ...' first, then an empty line.")
            raise TemplateError(reason, number, 1, hint=hint)
        word = match[1].lower()
        if word not in HEADS:
            raise TemplateError(tr("'{word}' is not known here.", word=match[1]), number, 1, hint=_near(word, HEADS))
        value, column = match[2].strip(), match.start(2) + 1
        if not value:
            raise TemplateError(tr("{word} is empty.", word=word), number, column)
        if word in found and word != "attach":
            raise TemplateError(tr("{word} stands here a second time.", word=word), number, 1)
        if word == "language" and not _LANGUAGE.fullmatch(value.lower()):
            raise TemplateError(tr("'{value}' is not a language code.", value=value), number, column, hint="en, hu")
        found.setdefault(word, []).append((number, column, value))
    return found


def _parts(text: str, line: int, column: int, custom: Collection[str] | None) -> Parts:
    """The parts of a text whose first sign stands at that line and column."""
    parts: list[Part] = []
    words: list[str] = []
    end = 0

    def place(offset: int) -> tuple[int, int]:
        before = text[:offset]
        down = before.count("\n")
        return line + down, (offset - before.rindex("\n") if down else offset + column)

    for token in _TOKEN.finditer(text):
        words.append(text[end : token.start()])
        end = token.end()
        escaped, name, brace = token.groups()
        if escaped:
            words.append(escaped)
            continue
        if brace:
            raise _stray(text, token.start(), brace, *place(token.start()))
        if whole := "".join(words):
            parts.append(whole)
        words = []
        parts.append(_field(name, place(token.start()), custom))
    if whole := "".join([*words, text[end:]]):
        parts.append(whole)
    return tuple(parts)


def _stray(text: str, at: int, brace: str, line: int, column: int) -> TemplateError:
    if text[at : at + 2] == "{{":
        return TemplateError(tr("one brace is enough."), line, column, hint=tr("Write {first_name}."))
    reason = tr("this brace is never closed on its line.") if brace == "{" else tr("this brace closes nothing.")
    return TemplateError(reason, line, column, hint=tr("For the sign itself write {sign}.", sign=f"\\{brace}"))


def _field(content: str, place: tuple[int, int], custom: Collection[str] | None) -> Field | SnippetCall:
    name, bar, default = content.partition("|")
    name = name.strip()
    if name.startswith(_SNIPPET):
        snippet = name.removeprefix(_SNIPPET).strip()
        if not snippet or bar:
            raise TemplateError(tr("a snippet is put in by its name alone."), *place, hint="{snippet:pricing}")
        return SnippetCall(snippet)
    known = name in FIELDS
    if name.startswith(_CUSTOM):
        known = name.removeprefix(_CUSTOM) in custom if custom is not None else len(name) > len(_CUSTOM)
    if not known:
        every = [*FIELDS, *(f"{_CUSTOM}{key}" for key in custom or ())]
        reason = tr("there is no field '{name}'.", name=name) if name else tr("these braces are empty.")
        raise TemplateError(reason, *place, hint=_near(fold(name).replace(" ", "_").replace("-", "_"), every))
    return Field(name, default if bar else None)


def _near(word: str, known: Collection[str]) -> str:
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return tr("Did you mean {near}?", near=near[0]) if near else tr("There are: {all}.", all=", ".join(known))


def _filled(
    parts: Parts, values: Mapping[str, str], snippets: Mapping[str, str], gaps: dict[str, Gap]
) -> Iterator[Part]:
    """The parts with what is known put in; what is left as a field is among the gaps."""
    for part in parts:
        if isinstance(part, SnippetCall):
            yield from _snippet(part, values, snippets, gaps)
        elif isinstance(part, Field):
            value = values.get(part.name) or part.default
            if value is None:
                gaps.setdefault(part.name, Gap(part.name, tr("{name} is not known", name=part.name)))
                yield part
            else:
                yield value
        else:
            yield part


def _snippet(
    call: SnippetCall, values: Mapping[str, str], snippets: Mapping[str, str], gaps: dict[str, Gap]
) -> Iterator[Part]:
    folded = {fold(name): name for name in snippets}
    known = folded.get(fold(call.name))
    if known is None:
        near = get_close_matches(fold(call.name), folded, n=1, cutoff=0.5)
        hint = tr(", did you mean {near}?", near=folded[near[0]]) if near else ""
        gaps.setdefault(str(call), Gap(call.name, tr("there is no snippet '{name}'", name=call.name) + hint))
        yield call
        return
    try:
        parts = _snippet_parts(snippets[known])
    except TemplateError as error:
        gaps.setdefault(str(call), Gap(call.name, tr("snippet '{name}': {why}", name=call.name, why=error.message)))
        yield call
        return
    yield from _filled(parts, values, snippets, gaps)


@lru_cache(maxsize=64)
def _snippet_parts(text: str) -> Parts:
    return read_snippet(text)


def _written(parts: Iterator[Part]) -> str:
    return "".join(escape(part) if isinstance(part, str) else str(part) for part in parts)
