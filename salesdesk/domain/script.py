"""Scripts of calls as people write them: a head, then questions by type, objections and what we can do; see `SECTIONS`.

An item begins with `- `; what belongs to it is indented below: `known: FIELD`, `then: label, label`, `say: "..."`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from salesdesk.domain import front_matter
from salesdesk.domain.outline import MOST_TOLD, Entry, Mistakes, error_of, labels, listed, read, split_label
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
        return listed(self.says(key))


def parse(text: str) -> Script:
    """The script a text is; TextError names every line that cannot be understood."""
    found = front_matter.parse(text).only(*HEAD)
    mistakes: Mistakes = []
    about, entries = read(text, found.body_line, _KEYS, mistakes)
    questions = sorted((e for e in entries if e.section in LETTERS), key=lambda e: SECTIONS.index(e.section))
    for entry in questions:
        split_label(entry, mistakes)
    if not questions and not mistakes:
        mistakes.append((0, "A script needs a question: below '# Situation', a line that begins with '- '."))
    _check_labels(questions, mistakes)
    if mistakes:
        raise error_of(mistakes)
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
            Capability(e.text, listed(e.keys.get("meets", "")), e.keys.get("proof", ""))
            for e in entries
            if e.section == "Capability"
        ),
    )
    return _warned(script)


def _check_labels(entries: Sequence[Entry], mistakes: Mistakes) -> None:
    """Labels are there once, follow-ups lead to one, and never in a circle."""
    by_label: dict[str, Entry] = {}
    for entry in entries:
        if entry.label and entry.label in by_label:
            mistakes.append((entry.line, f"the label '{entry.label}' is taken by line {by_label[entry.label].line}."))
        elif entry.label:
            by_label[entry.label] = entry
    follow: dict[int, list[Entry]] = {}
    for entry in entries:
        targets = []
        for label in labels(entry.keys.get("then", "")):
            if label in by_label:
                targets.append(by_label[label])
                continue
            # Looking for the nearest among thousands takes its time, and only so many are told.
            near = get_close_matches(label, by_label, n=1) if len(mistakes) < MOST_TOLD else []
            hint = f"Did you mean '{near[0]}'?" if near else "A label stands before a question: - [label] Text?"
            mistakes.append((entry.lines["then"], f"no question has the label '{label}'. {hint}"))
        follow[id(entry)] = targets
    _check_circles(entries, follow, mistakes)


def _check_circles(entries: Sequence[Entry], follow: dict[int, list[Entry]], mistakes: Mistakes) -> None:
    """Each circle of follow-ups once, at the line that closes it; without recursion, so that depth does no harm."""
    done: set[int] = set()
    for start in entries:
        if id(start) in done:
            continue
        path: list[tuple[Entry, Iterator[Entry]]] = [(start, iter(follow[id(start)]))]
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


def _question(entry: Entry) -> Question:
    say = entry.keys.get("say", "")
    if len(say) > 1 and say[0] == say[-1] == '"':
        say = say[1:-1].strip()
    known = fold(entry.keys.get("known", ""))
    return Question(
        LETTERS[entry.section], entry.text, entry.label, known, labels(entry.keys.get("then", "")), say, entry.line
    )


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
