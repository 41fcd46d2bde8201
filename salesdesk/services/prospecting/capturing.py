"""The capture line: what it would do with the people known here, shown before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from salesdesk import clock
from salesdesk.domain.language.capture import LINE_END
from salesdesk.domain.language.pieces import Capture, Label
from salesdesk.domain.language.recognisers import VERBS
from salesdesk.domain.people import company_key, domain_key, mail_key, match_key, nominative, phone_key
from salesdesk.domain.text import NOTE_LIMIT, clean, fold
from salesdesk.services.desk import Desk
from salesdesk.services.outreach import Step, default_step, kind_of_verb, outcomes_of, planned
from salesdesk.services.prospecting.rows import rows
from salesdesk.services.records import Ref, matches
from salesdesk.services.steps import PRIORITIES, read_line, step_of
from salesdesk.store.read.lookups import OutcomeRow, choices

MOST_CANDIDATES = 3
# Longer names of people and companies are told from each other by their first words.
MOST_WORDS = 5
_KINDS = ("lead", "deal", "contact", "account")
# What a line can tell about somebody known: the column it fills, and which kinds have it.
_COLUMNS: dict[Label, str] = {
    "phone": "phone",
    "mail": "email",
    "web": "website",
    "role": "title",
    "source": "(SELECT s.name FROM source s WHERE s.id = source_id)",
}
_KNOWN_BY: dict[str, tuple[Label, ...]] = {
    "lead": ("phone", "mail", "web", "role", "source"),
    "contact": ("phone", "mail", "web", "role"),
    "account": ("phone", "mail", "web"),
    "deal": ("source",),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the capture line would do: the record it is about (`target`) of those it may be about (`candidates`), the
    columns it fills there (`fills`), and whom a new lead looks like.

    `source` is the name of where it came from, `happened` the outcome of what happened just now, `step` what is to be done, `then` what follows by default;
    `title` holds every word that says nothing else.
    """

    capture: Capture
    candidates: tuple[Ref, ...] = ()
    alike: tuple[Ref, ...] = ()
    title: str = ""
    step: Step | None = None
    happened: OutcomeRow | None = None
    then: Step | None = None
    rows: tuple[tuple[str, str, str], ...] = ()
    target: Ref | None = None
    fills: Mapping[str, str] = field(default_factory=dict)
    source: str = ""

    @property
    def creates(self) -> str:
        """What saving makes: a lead, a step on a known record, or a note."""
        if self.target:
            return "step"
        said = self.capture
        return "lead" if said.person or said.company or said.mail or said.phone else "note"


def propose(desk: Desk, text: str, *, as_new: bool = False, candidate: int = 0) -> Proposal:
    """What `text` means here; nothing is written.

    Of several known records the one at place `candidate` is meant; one place further, or `as_new`, is a new lead.
    """
    text = clean(text.replace(LINE_END, "\n"), multiline=True, limit=NOTE_LIMIT)
    said = read_line(desk, text)
    candidates, title = ((), said.title) if as_new else _known(desk, said)
    target = candidates[candidate] if candidate < len(candidates) else None
    if target is None:
        title = said.title
    proposal = Proposal(said, candidates, title=title, target=target)
    if not target:
        proposal = replace(proposal, alike=tuple(looks_like(desk, said)))
    proposal = _placed(desk, proposal)
    return replace(proposal, rows=tuple(rows(desk, proposal)))


def looks_like(desk: Desk, said: Capture) -> list[Ref]:
    """Live leads and contacts with the same mail, phone, or name (in either order) as what was typed."""
    tests, params = [], []
    for column, value in (("email_key", mail_key(said.mail)), ("phone_key", phone_key(said.phone))):
        if value:
            tests.append(f"{column} = ?")
            params.append(value)
    found: dict[bytes, Ref] = {}
    for kind in ("lead", "contact"):
        if tests:
            sql = f"SELECT id, code, name, {'company' if kind == 'lead' else 'title'} FROM {kind}"
            rows = desk.connection.rows(f"{sql} WHERE deleted_op IS NULL AND ({' OR '.join(tests)}) LIMIT 3", params)
            found |= {row[0]: Ref(kind, *row) for row in rows}
        if said.person:
            same = [
                r
                for r in matches(desk.connection, kind, said.person, by_name=True)
                if match_key(r.name) == match_key(said.person)
            ]
            found |= {r.id: r for r in same}
    return list(found.values())[:MOST_CANDIDATES]


def _known(desk: Desk, said: Capture) -> tuple[tuple[Ref, ...], str]:
    """The known records the line may be about, and the words that are not their name."""
    for identity in (said.mail, said.phone):
        if identity:
            found = [r for kind in ("lead", "contact") for r in matches(desk.connection, kind, identity)]
            if found:
                return tuple(found[:MOST_CANDIDATES]), _told(said, found[0])
    words = said.rest.split()
    if said.kind is None and said.day is None and said.person:
        # A bare name is a new lead; somebody known of that name shows as "looks like".
        return (), said.title
    # Whose whole name is typed is met by it alone: Anna Kis is not the Anna we know.
    least = len(said.person.split())
    known: tuple[tuple[Ref, ...], int] = ((), 0)
    for size in range(max(least, 1), min(len(words), MOST_WORDS) + 1):
        text = " ".join(word.strip(",:") for word in words[:size])
        if len(text) < 3:
            continue
        met = _named(desk, nominative(text) if said.hungarian else text)
        if not met:
            # Who has no such name has none that is longer.
            break
        known = met, size
    if known[0]:
        return known[0], " ".join(words[known[1] :])
    # `send the offer to Anna`: the name stands further on.
    met = _named(desk, said.person) if said.person else ()
    return met, _told(said, met[0]) if met else said.title


def _told(said: Capture, ref: Ref) -> str:
    """The words about somebody who was not met at the head of the line: names that are not theirs are words too."""
    person = said.person if match_key(said.person) != match_key(ref.name) else ""
    theirs = {company_key(ref.name), company_key(ref.detail)}
    company = said.company if company_key(said.company) not in theirs else ""
    return " ".join(part for part in (person, company, said.title) if part)


def _named(desk: Desk, text: str) -> tuple[Ref, ...]:
    found = [r for kind in _KINDS for r in matches(desk.connection, kind, text, limit=4, by_name=True)]
    return tuple(found[:MOST_CANDIDATES])


def _placed(desk: Desk, proposal: Proposal) -> Proposal:
    """The proposal with everything that was recognised in its place; what has none there stays a word."""
    said, target = proposal.capture, proposal.target
    step, happened = _step(desk, said, proposal.title), _happened(desk, said)
    then = _follow_up(desk, proposal, happened) if happened else None
    homeless: set[Label] = set()
    if not step and not happened:
        homeless = {"priority", "duration"}
    elif happened and not then:
        homeless = {"priority"}
    fills: dict[str, str] = {}
    source = said.source
    if target is not None:
        fills, differing = _fills(desk, said, target)
        homeless |= differing
        source = "" if "source" in differing else source
        if target.kind not in {"lead", "deal"}:
            homeless.add("amount")
    elif proposal.creates == "note":
        # A note keeps the line as it is.
        homeless = set()
    elif happened and not source:
        source = _walk_in_source(desk)
    words = [piece.text for piece in said.pieces if piece.label in homeless]
    title = " ".join(part for part in (proposal.title, *words) if part)
    if step:
        step = replace(step, subject=" ".join(part for part in (step.subject, *words) if part))
    if then:
        then = replace(then, priority=PRIORITIES.get(said.priority, 0))
    placed = replace(proposal, title=title, step=step, happened=happened, then=then, fills=fills)
    return replace(placed, source=source)


def _walk_in_source(desk: Desk) -> str:
    named = [c.name for c in choices(desk.connection, "source") if VERBS.get(fold(c.name)) == "walk-in"]
    return next(iter(named), "")


def _happened(desk: Desk, said: Capture) -> OutcomeRow | None:
    """How it went with somebody who walked in, unless the line says when they will; any other verb is to be done."""
    if said.kind != "walk-in" or (said.day or desk.today) > desk.today:
        return None
    every = outcomes_of(desk, kind_of_verb(desk, said.kind))
    return next((o for o in every if o.meaning == "reached"), None) or next(iter(every), None)


def _step(desk: Desk, said: Capture, title: str) -> Step | None:
    if _happened(desk, said) or (said.kind in {None, "note"} and not said.day and not said.time):
        return None
    return step_of(said, kind_of_verb(desk, said.kind or "call"), said.day or desk.today, title)


def _follow_up(desk: Desk, proposal: Proposal, outcome: OutcomeRow) -> Step | None:
    """The step after somebody walked in when the line names none and nothing is planned: the outcome's default."""
    busy = proposal.target is not None and planned(desk.connection, proposal.target) is not None
    return None if proposal.capture.next or busy else default_step(desk, outcome, desk.local(clock.now()))


def _fills(desk: Desk, said: Capture, target: Ref) -> tuple[dict[str, str], set[Label]]:
    """The empty columns of a known record the line fills, and what it says there that differs from the record."""
    labels = {piece.label for piece in said.pieces}
    fills: dict[str, str] = {}
    differing: set[Label] = set()
    for label, column in _COLUMNS.items():
        if label not in labels:
            continue
        value = getattr(said, "domain" if label == "web" else label)
        known = label in _KNOWN_BY[target.kind]
        present = (
            desk.connection.value(f"SELECT {column} FROM {target.kind} WHERE id = ?", (target.id,)) if known else ""
        )
        if known and not present:
            fills |= {column: value} if label != "source" else {}
        elif not known or _key(label, str(present)) != _key(label, value):
            differing.add(label)
    return fills, differing


def _key(label: Label, value: str) -> str | None:
    keys = {"phone": phone_key, "mail": mail_key, "web": domain_key}
    return keys.get(label, fold)(value)
