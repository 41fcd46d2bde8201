"""Scripts of calls as people write them: a head, then questions by type, objections and what we can do; see `SECTIONS`.

An item begins with `- `; what belongs to it is indented below: `known: FIELD`, `then: label, label`, `say: "..."`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from salesdesk.domain import front_matter
from salesdesk.domain.front_matter import TextError
from salesdesk.domain.text import clean, fold

HEAD = ("persona", "product", "stage", "goal", "advance", "fallback", "language")
# The letter a section of questions has in the strip of a call, and in what is stored of it.
LETTERS = {"Situation": "S", "Problem": "P", "Implication": "I", "Need-payoff": "N"}
SECTIONS = (*LETTERS, "Facts", "Objections", "Capability")
_KEYS = {
    **dict.fromkeys(LETTERS, ("known", "then", "say")),
    "Facts": (),
    "Objections": ("cause", "answer", "kind"),
    "Capability": ("meets", "proof"),
}
_BY_NAME = {fold(name).replace("-", " "): name for name in SECTIONS}
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_ITEM = re.compile(r"[-*]\s+(.*)")
_LABEL = re.compile(r"\[([^\[\],]+)\]\s*(.*)")
_KEY = re.compile(r"([A-Za-z][A-Za-z-]{0,15}):(?:\s+(.*))?$")
_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Question:
    """A question: `known` names the record field that answers it already, `then` the labels of its follow-ups."""

    section: str
    text: str
    label: str = ""
    known: str = ""
    then: tuple[str, ...] = ()
    say: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Objection:
    """What buyers say against it, why they do, and what we answer; `kind` is such as price or authority."""

    text: str
    cause: str = ""
    answer: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Capability:
    """What we can do, and the needs it meets: words of the buyer, or labels of questions."""

    text: str
    meets: tuple[str, ...] = ()
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """A script that was understood; `warnings` say what is missing though a call can run without it."""

    head: dict[str, str] = field(default_factory=dict)
    about: str = ""
    questions: tuple[Question, ...] = ()
    facts: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()
    capabilities: tuple[Capability, ...] = ()
    warnings: tuple[str, ...] = field(default=(), compare=False)

    def of(self, letter: str) -> list[Question]:
        """The questions of a section, by its letter."""
        return [question for question in self.questions if question.section == letter]

    def says(self, key: str) -> str:
        """What the head says; empty when it does not."""
        return self.head.get(key, "")

    def names(self, key: str) -> tuple[str, ...]:
        """What the head lists, parted by commas."""
        return _listed(self.says(key))


@dataclass(slots=True)
class _Entry:
    """An item while it is read."""

    section: str
    text: str
    line: int
    label: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def parse(text: str) -> Script:
    """The script a text is; TextError names every line that cannot be understood."""
    found = front_matter.parse(text).only(*HEAD)
    mistakes: list[tuple[int, str]] = []
    about, entries = _read(text, found.body_line, mistakes)
    questions = sorted((e for e in entries if e.section in LETTERS), key=lambda e: SECTIONS.index(e.section))
    for entry in questions:
        _split_label(entry, mistakes)
    if not questions and not mistakes:
        mistakes.append((0, "A script needs a question: below '# Situation', a line that begins with '- '."))
    _check_labels(questions, mistakes)
    if mistakes:
        raise _error(mistakes)
    script = Script(
        {key: clean(found.value(key)) for key in HEAD if clean(found.value(key))},
        about,
        tuple(_question(entry) for entry in questions),
        tuple(e.text for e in entries if e.section == "Facts"),
        tuple(
            Objection(e.text, *(e.keys.get(key, "") for key in ("cause", "answer", "kind")))
            for e in entries
            if e.section == "Objections"
        ),
        tuple(
            Capability(e.text, _listed(e.keys.get("meets", "")), e.keys.get("proof", ""))
            for e in entries
            if e.section == "Capability"
        ),
    )
    return _warned(script)


def _error(mistakes: list[tuple[int, str]]) -> TextError:
    """One error for all: the first in front, the others each in a line of its own."""
    (line, first), *more = sorted(dict.fromkeys(mistakes))
    told = [f"Line {number}: {message}" for number, message in more[: _MOST_TOLD - 1]]
    if len(more) >= _MOST_TOLD:
        told.append(f"And {len(more) - _MOST_TOLD + 1} more.")
    return TextError("\n".join([first, *told]), line)


def _read(text: str, first: int, mistakes: list[tuple[int, str]]) -> tuple[str, list[_Entry]]:
    """What stands before the first section, and the items of all sections; line `first` is where the body begins."""
    about: list[str] = []
    entries: list[_Entry] = []
    section, entry, key, known = "", None, "", True
    for number, row in enumerate(text.replace("\r\n", "\n").split("\n")[first - 1 :], first):
        words = row.strip()
        indented = row[:1] in {" ", "\t"}
        heading = None if indented else _HEADING.match(words)
        item = None if indented else _ITEM.match(words)
        if heading:
            section, entry = _section(heading[1], number, mistakes), None
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
            key = _belonging(entry, key, words, number, mistakes)
        elif not indented:
            mistakes.append(
                (number, f"what stands below '# {section}' begins with '- ', or is indented below an item.")
            )
    return "\n".join(about), entries


def _section(name: str, line: int, mistakes: list[tuple[int, str]]) -> str:
    asked = fold(clean(name)).replace("-", " ").strip()
    if asked in _BY_NAME:
        return _BY_NAME[asked]
    near = get_close_matches(asked, _BY_NAME, n=1)
    hint = f"Did you mean '# {_BY_NAME[near[0]]}'?" if near else f"There are: {', '.join(SECTIONS)}."
    mistakes.append((line, f"'{clean(name)[:40]}' is not a section. {hint}"))
    return ""


def _entry(section: str, words: str, line: int, mistakes: list[tuple[int, str]]) -> _Entry | None:
    text = clean(words)
    if not text:
        mistakes.append((line, "there are no words here."))
        return None
    return _Entry(section, text, line)


def _split_label(entry: _Entry, mistakes: list[tuple[int, str]]) -> None:
    labelled = _LABEL.fullmatch(entry.text)
    if labelled:
        entry.label, entry.text = fold(labelled[1].strip()), labelled[2].strip()
        if not entry.text:
            mistakes.append((entry.line, "there are no words behind the label."))


def _belonging(entry: _Entry, key: str, words: str, line: int, mistakes: list[tuple[int, str]]) -> str:
    """A line indented below an item: a key with its value, else more words of what stands above. The key in force."""
    keyed, allowed = _KEY.match(words), _KEYS[entry.section]
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


def _check_labels(entries: Sequence[_Entry], mistakes: list[tuple[int, str]]) -> None:
    """Labels are there once, follow-ups lead to one, and never in a circle."""
    by_label: dict[str, _Entry] = {}
    for entry in entries:
        if entry.label and entry.label in by_label:
            mistakes.append((entry.line, f"the label '{entry.label}' is taken by line {by_label[entry.label].line}."))
        elif entry.label:
            by_label[entry.label] = entry
    follow: dict[int, list[_Entry]] = {}
    for entry in entries:
        targets = []
        for label in _labels(entry):
            if label in by_label:
                targets.append(by_label[label])
                continue
            near = get_close_matches(label, by_label, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else "A label stands before a question: - [label] Text?"
            mistakes.append((entry.lines["then"], f"no question has the label '{label}'. {hint}"))
        follow[id(entry)] = targets
    _check_circles(entries, follow, mistakes)


def _check_circles(entries: Sequence[_Entry], follow: dict[int, list[_Entry]], mistakes: list[tuple[int, str]]) -> None:
    """Each circle of follow-ups once, at the line that closes it; without recursion, so that depth does no harm."""
    done: set[int] = set()
    for start in entries:
        if id(start) in done:
            continue
        path: list[tuple[_Entry, Iterator[_Entry]]] = [(start, iter(follow[id(start)]))]
        on_path = {id(start)}
        while path:
            entry, targets = path[-1]
            target = next(targets, None)
            if target is None:
                path.pop()
                on_path.discard(id(entry))
                done.add(id(entry))
            elif id(target) in on_path:
                circle = " > ".join([*(e.label or "..." for e, _ in path[-4:]), target.label])
                mistakes.append((entry.lines["then"], f"the follow-ups go in a circle: {circle}."))
            elif id(target) not in done:
                path.append((target, iter(follow[id(target)])))
                on_path.add(id(target))


def _labels(entry: _Entry) -> tuple[str, ...]:
    return tuple(fold(label) for label in _listed(entry.keys.get("then", "")))


def _question(entry: _Entry) -> Question:
    say = entry.keys.get("say", "")
    if len(say) > 1 and say[0] == say[-1] == '"':
        say = say[1:-1].strip()
    known = fold(entry.keys.get("known", ""))
    return Question(LETTERS[entry.section], entry.text, entry.label, known, _labels(entry), say, entry.line)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _warned(script: Script) -> Script:
    missing = [name for name, letter in LETTERS.items() if not script.of(letter)]
    missing += [
        name for name, there in (("Objections", script.objections), ("Capability", script.capabilities)) if not there
    ]
    warnings = [f"nothing in {', '.join(missing)}"] if missing else []
    warnings += [f"no {key}" for key in ("goal", "advance") if not script.says(key)]
    unmet = sum(not capability.meets for capability in script.capabilities)
    if unmet:
        warnings.append(f"{unmet} without 'meets', so never proposed")
    return replace(script, warnings=tuple(warnings))


def write(script: Script) -> str:
    """The script as a text that `parse` reads back."""
    lines = []
    if script.head:
        lines += [
            front_matter.FENCE,
            *(f"{key}: {value}" for key, value in script.head.items()),
            front_matter.FENCE,
            "",
        ]
    if script.about:
        lines += [script.about, ""]
    names = {letter: name for name, letter in LETTERS.items()}
    section = ""
    for question in script.questions:
        if question.section != section:
            section = question.section
            lines += ["", f"# {names[section]}"]
        lines.append(f"- [{question.label}] {question.text}" if question.label else f"- {question.text}")
        say = f'"{question.say}"' if question.say else ""
        lines += _written(known=question.known, then=", ".join(question.then), say=say)
    if script.facts:
        lines += ["", "# Facts", *(f"- {fact}" for fact in script.facts)]
    if script.objections:
        lines += ["", "# Objections"]
    for one in script.objections:
        lines += [f"- {one.text}", *_written(cause=one.cause, answer=one.answer, kind=one.kind)]
    if script.capabilities:
        lines += ["", "# Capability"]
    for capability in script.capabilities:
        meets = ", ".join(capability.meets)
        lines += [f"- {capability.text}", *_written(meets=meets, proof=capability.proof)]
    return "\n".join(lines).strip("\n") + "\n"


def _written(**keys: str) -> list[str]:
    return [f"  {key}: {value}" for key, value in keys.items() if value]
