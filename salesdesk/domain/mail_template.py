"""A mail as text with merge fields: read with the place of every mistake, merged with every gap named.

    ---
    subject: {company|Your team} and the prices you asked for
    attach: prices.pdf
    language: en
    ---

    Hi {first_name|there},
    {snippet:pricing}

A field without a default that has no value is a problem of that recipient, never a hole in the mail. `\\{` is a brace.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from salesdesk.domain import front_matter
from salesdesk.domain.front_matter import FENCE, TextError
from salesdesk.domain.text import fold
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
    "reply_subject": "Re: and the subject of the last mail with them, which it then answers",
    "last_day": "the day of the last touch",
    "needs": "what they need, in their words, a line each",
    "agreed": "what was agreed in the last call that moved on",
    "source": "where the lead came from",
    "today": "the day it is sent",
}
HEADS = ("subject", "attach", "language", "kind")
_CUSTOM = "custom."
_SNIPPET = "snippet:"
_LANGUAGE = re.compile(r"[a-z]{2,3}")
# An escaped sign, a field that ends on its own line, or a brace that is neither.
_TOKEN = re.compile(r"\\([\\{}])|\{([^{}\n]*)\}|([{}])")
_ESCAPED = re.compile(r"[\\{}]")


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
    """Something a mail lacks: the field, or `snippet` that is not written yet, by name, and a sentence about it."""

    name: str
    sentence: str
    snippet: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """A mail for one recipient; a gap shows in the text as the field it is."""

    subject: str
    body: str
    gaps: tuple[Gap, ...] = ()


def read_template(text: str, *, custom: Collection[str] | None = None) -> Template:
    """The template a text means; `custom` are the keys of the custom fields there are (None: any).

    TextError tells the line and column of the first mistake, and the nearest right word.
    """
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    head = front_matter.parse(text).only(*HEADS)
    subject, language = head.value("subject"), head.value("language").lower()
    if not subject:
        hint = tr("Begin with the lines {fence}, subject: ..., {fence}, then the text.", fence=FENCE)
        raise TextError(tr("The mail has no subject."), hint=hint)
    if language and not _LANGUAGE.fullmatch(language):
        raise TextError(tr("'{word}' is not a language code.", word=language), head.lines["language"], hint="en, hu")
    body = head.body.rstrip()
    if not body.strip():
        raise TextError(tr("There is no text under the subject."), hint=tr("Write the mail under the second ---."))
    line = head.lines["subject"]
    row = text.split("\n")[line - 1]
    return Template(
        _parts(subject, line, row.index(subject, row.index(":")) + 1, custom),
        _parts(body, text.count("\n") - head.body.count("\n") + 1, 1, custom),
        tuple(name.strip() for name in head.value("attach").split(",") if name.strip()),
        language,
        head.value("kind"),
    )


def read_snippet(text: str, *, custom: Collection[str] | None = None) -> Parts:
    """The parts of a snippet: text with fields; TextError for a mistake, also for a snippet inside it."""
    text = text.replace("\r\n", "\n")
    body = front_matter.parse(text).body.rstrip()
    if not body.strip():
        raise TextError(tr("A snippet needs words."))
    parts = _parts(body, text.count("\n") - body.count("\n") + 1, 1, custom)
    if inner := next((part for part in parts if isinstance(part, SnippetCall)), None):
        raise TextError(tr("A snippet cannot hold another, such as {inner}.", inner=inner))
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
    return template_text(subject, body, template.attach, template.language)


def template_text(subject: str, body: str, attach: Collection[str] = (), language: str = "") -> str:
    """The text of a template of these parts."""
    heads = {"subject": subject, "attach": ", ".join(attach), "language": language}
    lines = [f"{key}: {value}" for key, value in heads.items() if value]
    return "\n".join([FENCE, *lines, FENCE, "", body.strip("\n").rstrip(), ""])


def escape(text: str) -> str:
    """`text` as a template that says exactly that."""
    return _ESCAPED.sub(r"\\\g<0>", text)


def fields_of(template: Template) -> set[str]:
    """The fields that stand in the template itself."""
    return {part.name for part in (*template.subject, *template.body) if isinstance(part, Field)}


def snippets_of(template: Template) -> set[str]:
    """The snippets it calls."""
    return {part.name for part in (*template.subject, *template.body) if isinstance(part, SnippetCall)}


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


def _stray(text: str, at: int, brace: str, line: int, column: int) -> TextError:
    if text[at : at + 2] == "{{":
        return TextError(tr("one brace is enough."), line, column, hint=tr("Write {first_name}."))
    reason = tr("this brace is never closed on its line.") if brace == "{" else tr("this brace closes nothing.")
    return TextError(reason, line, column, hint=tr("For the sign itself write {sign}.", sign=f"\\{brace}"))


def _field(content: str, place: tuple[int, int], custom: Collection[str] | None) -> Field | SnippetCall:
    name, bar, default = content.partition("|")
    name = name.strip()
    if name.startswith(_SNIPPET):
        snippet = name.removeprefix(_SNIPPET).strip()
        if not snippet or bar:
            raise TextError(tr("a snippet is put in by its name alone."), *place, hint="{snippet:pricing}")
        return SnippetCall(snippet)
    known = name in FIELDS
    if name.startswith(_CUSTOM):
        known = name.removeprefix(_CUSTOM) in custom if custom is not None else len(name) > len(_CUSTOM)
    if not known:
        every = [*FIELDS, *(f"{_CUSTOM}{key}" for key in custom or ())]
        reason = tr("there is no field '{name}'.", name=name) if name else tr("these braces are empty.")
        raise TextError(reason, *place, hint=_near(fold(name).replace(" ", "_").replace("-", "_"), every))
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
        sentence = tr("the snippet '{name}' is not written yet", name=call.name) + hint
        gaps.setdefault(str(call), Gap(call.name, sentence, snippet=True))
        yield call
        return
    try:
        parts = _snippet_parts(snippets[known])
    except TextError as error:
        gaps.setdefault(str(call), Gap(call.name, tr("snippet '{name}': {why}", name=call.name, why=error.message)))
        yield call
        return
    yield from _filled(parts, values, snippets, gaps)


@lru_cache(maxsize=64)
def _snippet_parts(text: str) -> Parts:
    return read_snippet(text)


def _written(parts: Iterator[Part]) -> str:
    return "".join(escape(part) if isinstance(part, str) else str(part) for part in parts)
