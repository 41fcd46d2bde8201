"""A rule as a sentence: when something happens to a record that fits a filter, then do something.

    when a lead arrives
    and  source:website not:tag:junk
    then assign to Maya, Omar and Lena in turn
    and  call today "New web lead"

The sentences a rule is made of are declared here once; the parser, the printer and the help are made from them.
"""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from salesdesk.domain.language.printing import quote

What = Literal[
    "arrives", "won", "lost", "qualified", "disqualified", "changes", "logged", "replies", "bounces",
    "untouched", "stepless", "stuck", "before", "after",
]  # fmt: skip
# What happens because days pass; everything else happens because somebody did something.
WAITS = frozenset({"untouched", "stepless", "stuck", "before", "after"})
ALSO_ON_IMPORT = "also on import"


@dataclass(frozen=True, slots=True)
class Event:
    """What sets a rule off. `field` and `values` (in the words of a filter) say what changes, or which day is meant;
    `kind` ("" for any) and `names` (outcomes, reasons) what is logged or why; `days` how long."""

    what: What
    entity: str
    field: str = ""
    values: str = ""
    kind: str = ""
    names: tuple[str, ...] = ()
    days: int = 0
    on_import: bool = False

    @property
    def waits(self) -> bool:
        """Whether it happens because days pass."""
        return self.what in WAITS


@dataclass(frozen=True, slots=True)
class Assign:
    """Give the record an owner: the one named, the next of several in turn, or who has the least open."""

    names: tuple[str, ...] = ()
    how: Literal["one", "turn", "least"] = "one"


@dataclass(frozen=True, slots=True)
class Plan:
    """Plan a step: a kind of activity, when, and what about."""

    verb: str
    when: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """Add tags (`+hot`) and take them off (`-cold`)."""

    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """Set a field."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Move:
    """Move a deal to a stage, a lead to a status."""

    value: str


@dataclass(frozen=True, slots=True)
class Notify:
    """Tell a member, or the owner when nobody is named."""

    words: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Add a line to the notes."""

    words: str


@dataclass(frozen=True, slots=True)
class Enrol:
    """Put the person into a cadence."""

    value: str


@dataclass(frozen=True, slots=True)
class Mail:
    """Put a mail made from a template into the owner's outbox."""

    value: str


Action = Assign | Plan | Tag | Set | Move | Notify | Note | Enrol | Mail


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands in the text: its line and the column its words begin at, from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that was read; all filters must hold. `places` has one for the event, each filter and each action."""

    event: Event
    filters: tuple[str, ...]
    actions: tuple[Action, ...]
    places: tuple[Place, ...] = dataclasses.field(default=(), compare=False)

    def place_of_filter(self, number: int) -> Place:
        """Where that filter stands."""
        return self.places[1 + number]

    def place_of_action(self, number: int) -> Place:
        """Where that action stands."""
        return self.places[1 + len(self.filters) + number]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence with its `{parts}`, and what it makes: a class and what is fixed about it."""

    words: str
    makes: type[Any]
    fixed: Mapping[str, Any]
    example: str = ""

    @property
    def shown(self) -> str:
        """How it may read."""
        return self.example or self.words

    @property
    def parts(self) -> list[str]:
        """The names of its parts."""
        return re.findall(r"\{(\w+)\}", self.words)

    def fits(self, value: "Event | Action") -> bool:
        """Whether this sentence says that value: it has what is fixed here, every part, and nothing else."""
        if type(value) is not self.makes or any(getattr(value, name) != fixed for name, fixed in self.fixed.items()):
            return False
        parts = {"names" if part == "name" else part for part in self.parts}
        said = {f.name for f in dataclasses.fields(value) if getattr(value, f.name) != f.default} - {"on_import"}
        return parts <= said <= {*self.fixed, *parts}


def _event(what: What, words: str, example: str = "", **fixed: Any) -> Phrase:
    return Phrase(words, Event, {"what": what, **fixed}, example)


EVENTS = (
    _event("arrives", "a lead arrives", entity="lead"),
    _event("arrives", "a deal is opened", entity="deal"),
    _event("changes", "the {field} of a {entity} becomes {values}", "the stage of a deal becomes Proposal"),
    _event("changes", "the {field} of a {entity} changes", "the owner of a lead changes"),
    _event("won", "a deal is won", entity="deal"),
    _event("lost", "a deal is lost for {names}", "a deal is lost for Price or Budget", entity="deal"),
    _event("lost", "a deal is lost", entity="deal"),
    _event("qualified", "a lead is qualified", entity="lead"),
    _event("disqualified", "a lead is disqualified for {names}", "a lead is disqualified for Timing", entity="lead"),
    _event("disqualified", "a lead is disqualified", entity="lead"),
    _event("logged", "an activity with a {entity} is logged", "an activity with a deal is logged", kind=""),
    _event(
        "logged", "a {kind} with a {entity} is logged as {names}", "a call with a lead is logged as no answer or busy"
    ),
    _event("logged", "a {kind} with a {entity} is logged", "a demo with a deal is logged"),
    _event("replies", "a reply from a {entity} arrives", "a reply from a lead arrives"),
    _event("bounces", "a mail to a {entity} bounces", "a mail to a lead bounces"),
    _event("untouched", "a {entity} is not touched for {days}", "a lead is not touched for 14 days"),
    _event("stepless", "a {entity} has no next step for {days}", "a deal has no next step for 3 days"),
    _event("stuck", "a deal is stuck for {days}", "a deal is stuck for 2 weeks", entity="deal"),
    _event("before", "it is {days} before the {field} of a {entity}", "it is 7 days before the close of a deal"),
    _event("after", "it is {days} after a deal is won", "it is 330 days after a deal is won", entity="deal", field="won"),
    _event("after", "it is {days} after a deal is lost", "it is 90 days after a deal is lost", entity="deal", field="lost-on"),
    _event("after", "it is {days} after a lead arrives", "it is 30 days after a lead arrives", entity="lead", field="created"),
    _event("after", "it is {days} after the {field} of a {entity}", "it is 3 days after the close of a deal"),
)  # fmt: skip
ACTIONS = (
    Phrase("assign to the least loaded of {names}", Assign, {"how": "least"}, "assign to the least loaded of Omar, Lena"),
    Phrase("assign to the least loaded", Assign, {"how": "least"}),
    Phrase("assign to the reps in turn", Assign, {"how": "turn", "names": ()}),
    Phrase("assign to {names} in turn", Assign, {"how": "turn"}, "assign to Maya, Omar and Lena in turn"),
    Phrase("assign to {name}", Assign, {"how": "one"}, "assign to Omar"),
    Phrase("assign to {names}", Assign, {"how": "turn"}, "assign to Maya, Omar"),
    Phrase("tag {tags}", Tag, {}, "tag +hot -cold"),
    Phrase("set {field} to {value}", Set, {}, "set score to 80"),
    Phrase("move to {value}", Move, {}, "move to Nurture"),
    Phrase("enrol in {value}", Enrol, {}, "enrol in Inbound quick answer"),
    Phrase("queue mail {value}", Mail, {}, "queue mail Thank you"),
    Phrase("notify the owner {words}", Notify, {"who": ""}, 'notify the owner "Has answered"'),
    Phrase("notify {who} {words}", Notify, {}, 'notify Maya "Lost on price again"'),
    Phrase("note {words}", Note, {}, 'note "Came in by the web form"'),
    Phrase("{verb} {when} {words}", Plan, {}, 'task +90d "Try again: are the prices still in the way?"'),
    Phrase("{verb} {when}", Plan, {}, "call tomorrow 10:00"),
)  # fmt: skip


def clause(value: Event | Action) -> str:
    """An event or an action as its sentence."""
    phrase = next(p for p in (EVENTS if isinstance(value, Event) else ACTIONS) if p.fits(value))
    parts = {name: _said(value, name) for name in phrase.parts}
    text = phrase.words.format(**parts)
    if isinstance(value, Event) and value.kind:
        text = re.sub(r"\ba(?= [aeiou])", "an", text, count=1, flags=re.IGNORECASE)
    return f"{text}, {ALSO_ON_IMPORT}" if isinstance(value, Event) and value.on_import else text


def _said(value: object, part: str) -> str:
    if part == "days":
        days = getattr(value, part)
        return f"{days} day{'' if days == 1 else 's'}"
    if part == "names":
        words = " or " if isinstance(value, Event) else " and "
        names = [_name(name) for name in getattr(value, part)]
        return f"{', '.join(names[:-1])}{words}{names[-1]}" if len(names) > 1 else names[0]
    if part == "name":
        return _name(getattr(value, "names")[0])  # noqa: B009
    if part == "tags":
        return " ".join(getattr(value, part))
    said = str(getattr(value, part))
    if part == "words":
        return quote(said)
    return {"who": _name, "value": _rest}.get(part, str)(said)


def _name(text: str) -> str:
    plain = re.fullmatch(r"[^\W\d](?:[\w.' -]*[\w.'])?", text)
    joins = re.search(r"\s(?:and|or|in\s+turn)\b", text, re.IGNORECASE) or re.match(r"the\s", text, re.IGNORECASE)
    return text if plain and not joins and "  " not in text else quote(text)


def _rest(text: str) -> str:
    return quote(text) if text != text.strip() or text.startswith('"') or not text else text


def to_text(rule: Rule) -> str:
    """The rule as it is written down; reading it again gives an equal rule."""
    lines = [f"when {clause(rule.event)}", *(f"and  {text}" for text in rule.filters)]
    lines += [f"{'and ' if number else 'then'} {clause(action)}" for number, action in enumerate(rule.actions)]
    return "\n".join(lines) + "\n"


def sentence(rule: Rule) -> str:
    """The rule in one line, for lists."""
    conditions = " and ".join([clause(rule.event), *rule.filters])
    return f"when {conditions}, {' and '.join(clause(action) for action in rule.actions)}"
