"""How a call that goes on is drawn: the strip, the questions, the notes, and what helps to say the next thing."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from salesdesk.domain import spin
from salesdesk.domain.script import Question
from salesdesk.domain.spin import Cover, Note, Proposal
from salesdesk.i18n import tr
from salesdesk.services.calling import Run
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.text import EMPTY, Line, Piece, cut, fit, measure, width, words

NAMES = {"S": "SITUATION", "P": "PROBLEM", "I": "IMPLICATION", "N": "NEED-PAYOFF"}
_SIGNS = {
    "next": ">",
    "objection": "!",
    "implied": "*",
    "explicit": "**",
    "quote": "“",
    "tag": "#",
    "amount": "$",
    "shown": "+",
}
_ROLES = {"implied": "warn", "explicit": "ok", "objection": "bad", "next": "accent"}
GAP = 3


@dataclass(frozen=True, slots=True)
class Sight:
    """What the runner shows: the call, the question that is marked, what is typed, what it means, what was asked."""

    run: Run
    marked: Question | None
    said: spin.Said
    proposal: Proposal | None
    meaning: str = ""
    # While practising: what the buyer says, by note, and what one knows of them.
    replies: Mapping[bytes, str] = field(default_factory=dict)
    about: str = ""
    asked: Collection[str] = ()

    @property
    def known(self) -> set[str]:
        """The questions data answers."""
        return set(self.run.plan.answered)

    @property
    def covers(self) -> list[Cover]:
        """The strip."""
        return spin.coverage(self.run.plan.script.script, self.run.notes, self.known)


def clock_words(seconds: int) -> str:
    """`04:37`, from an hour on `1:04:37`."""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60:02}:{rest % 60:02}"


def head_line(name: str, sight: Sight | None, saved: str, cells: int, *, label: str) -> Line:
    """`◆ CALL  Priya Raman, VP Revenue, Larkspur AI    €72k Negotiate 7d     ● 04:37   5 of 14 asked   saved`."""
    left = [Piece(f"{glyphs().brand} ", "accent bold"), Piece(f"{label}  ", "label"), Piece(name, "strong bold")]
    if sight is None:
        return fit(left, cells)
    plan = sight.run.plan
    asked, total = sum(c.asked for c in sight.covers), sum(c.total for c in sight.covers)
    right = [Piece(f"{glyphs().due} {clock_words(sight.run.seconds)}", "accent")]
    if cells >= 60 and total:
        right.append(Piece(tr("   {asked} of {total} asked", asked=asked, total=total), "muted"))
    if cells >= 74:
        right.append(Piece(f"   {saved}", "label"))
    room = cells - measure(right) - 2
    title = f", {plan.title}" if plan.title else ""
    deal = "  ".join(part for part in (plan.value, plan.stage) if part)
    used = measure(left)
    if title and used < room - 8:
        left.append(Piece(cut(title, room - used), "muted"))
    if deal and measure(left) + 4 + width(deal) <= room:
        left.append(Piece(f"    {deal}", "text"))
    return [*fit(left, max(0, cells - measure(right))), *right]


def strip_line(sight: Sight, cells: int) -> Line:
    """`S ●●●·  P ●●··  I ›·····  N ····    goal of this call: size the cost of churn`."""
    line: list[Piece] = []
    here = sight.marked.section if sight.marked else ""
    for cover in sight.covers:
        own = cover.letter == here
        line.append(Piece(f"{cover.letter} ", "accent bold" if own else "label"))
        many = cover.total > 8
        if many:
            line.append(Piece(f"{cover.asked}/{cover.total}", "accent" if cover.asked else "label"))
        else:
            line.append(Piece(glyphs().dot * cover.asked, "accent"))
            line.append(Piece(glyphs().later * cover.known, "muted"))
            line.append(Piece(glyphs().no_dot * (cover.total - cover.asked - cover.known), "label"))
        line.append(Piece("   "))
    goal = sight.run.plan.script.script.says("goal")
    if goal and cells - measure(line) > 24:
        label = tr("goal of this call: ") if cells >= 100 else tr("goal: ")
        line += [Piece(f" {label}", "label"), Piece(goal, "text")]
    return fit(line, cells)


def body_lines(sight: Sight, cells: int, height: int) -> list[Line]:
    """The questions and, beside or below them, notes and help; exactly `height` lines."""
    if height <= 0:
        return []
    if cells >= 96:
        left = min(cells // 2 - 2, 56)
        right = cells - left - GAP
        one = _window(*question_lines(sight, left, all_sections=True, most=height), height)
        other = _notes_and_help(sight, right, height)
        edge = [Piece(f" {glyphs().upright} ", "hairline")]
        rows = zip(_filled(one, height), _filled(other, height), strict=True)
        return [[*fit(a, left), *edge, *fit(b, right)] for a, b in rows]
    questions, at = question_lines(sight, cells, all_sections=False, most=height)
    shown = _window(questions, at, min(len(questions), max(1, height // 2)))
    rest = height - len(shown) - 1
    return _filled([*shown, EMPTY, *_notes_and_help(sight, cells, rest)] if rest > 0 else shown, height)


def _filled(lines: Sequence[Line], height: int) -> list[Line]:
    return [*lines[:height], *([EMPTY] * (height - len(lines)))]


def _window(lines: list[Line], at: int, height: int) -> list[Line]:
    """So many of the lines that the one at `at` is in sight, with what stands around it."""
    if len(lines) <= height:
        return lines
    start = max(0, min(at - height // 2, len(lines) - height))
    return lines[start : start + height]


def _near(questions: Sequence[Question], marked: Question | None, most: int) -> Sequence[Question]:
    """So many questions that the screen is full whichever is marked; nobody waits for thousands to be drawn."""
    at = next((n for n, one in enumerate(questions) if one is marked), 0)
    return questions[max(0, at - most) : at + most]


def question_lines(sight: Sight, cells: int, *, all_sections: bool, most: int) -> tuple[list[Line], int]:
    """The questions by section, at most so many on each side of the marked one, and in which line that is."""
    run, here = sight.run, sight.marked.section if sight.marked else ""
    lines: list[Line] = []
    at = 0
    for cover in sight.covers:
        questions = run.plan.script.script.of(cover.letter)
        if not questions or (not all_sections and cover.letter != here):
            continue
        if lines:
            lines.append(EMPTY)
        count = tr("{asked} of {total}", asked=cover.asked, total=cover.total)
        head = [Piece(NAMES[cover.letter], "accent bold" if cover.letter == here else "label")]
        lines.append([*fit(head, cells - len(count)), Piece(count, "label")])
        for question in _near(questions, sight.marked, most):
            if question is sight.marked:
                at = len(lines)
            lines += _question(sight, question, cells)
    if not lines:
        lines = [[Piece(line, "muted")] for line in words(_no_questions(sight), cells)]
    return lines, at


def _no_questions(sight: Sight) -> str:
    if sight.run.plan.script.name:
        return tr("This script has no questions. Type what is said; enter keeps it.")
    return tr("No script is in use. Type what is said; enter keeps it. Ready ones: salesdesk script ready.")


def _question(sight: Sight, question: Question, cells: int) -> Iterator[Line]:
    """A question with its sign: ✓ asked, ○ answered by data, › marked, · left. The marked one is shown whole."""
    asked = question.text in sight.asked
    known = sight.run.plan.answered.get(question.text)
    marked = question is sight.marked
    sign, role = (glyphs().done, "ok") if asked else (glyphs().later, "muted") if known else (glyphs().none, "label")
    text_role = "strong@cursor bold" if marked else "muted" if asked or known else "text"
    edge = Piece(f"{glyphs().more if marked else ' '}", "accent@cursor bold" if marked else "text")
    ground = "@cursor" if marked else ""
    shown = words(question.text, cells - 5) if marked else [cut(question.text, cells - 4)]
    for number, part in enumerate(shown):
        edge = edge if number == 0 else edge._replace(text=" ")
        first = [edge, Piece(f"{sign} " if number == 0 else "  ", f"{role}{ground}")]
        room = max(0, cells - measure(first))
        yield [*first, *fit(Piece(part, text_role), room)]
    if marked and known:
        yield fit([Piece("    "), Piece(str(known), "muted")], cells)


def _notes_and_help(sight: Sight, cells: int, height: int) -> list[Line]:
    """The newest notes, then a hairline, then what helps now; help takes at most what the notes leave or half."""
    helped = list(_help(sight, cells))
    answers = {one.text: one.answer for one in sight.run.plan.script.script.objections}
    notes = list(note_lines(sight.run.notes, cells, answers, sight.replies))
    if not notes and height > 4:
        notes = [[Piece(tr("nothing noted yet"), "label")]]
    room = max(height // 2, height - len(notes) - 3) if notes else height
    helped = helped[: max(0, min(len(helped), room))]
    left = height - len(helped) - (1 if helped else 0)
    head: list[Line] = [[Piece(tr("NOTES"), "label")]] if left > 2 else []
    shown = notes[-(left - len(head)) :] if left > len(head) else []
    gap = [] if not helped else [[Piece(glyphs().hairline * cells, "hairline")]]
    space: list[Line] = [EMPTY] * max(0, min(1, left - len(head) - len(shown)))
    return [*head, *shown, *space, *gap, *helped]


def note_lines(
    notes: Sequence[Note],
    cells: int,
    answers: Mapping[str, str] | None = None,
    replies: Mapping[bytes, str] | None = None,
) -> Iterator[Line]:
    """`S  Salesforce plus Excel`, with the sign of what it is; below an objection the first of its prepared answer, and
    below what a buyer one practises with replies to its reply."""
    for note in notes:
        role = _ROLES.get(note.kind, "text")
        sign = _SIGNS.get(note.kind, "")
        text = note.text or tr("asked: {question}", question=note.question)
        severity = f" ({note.severity})" if note.severity else ""
        closing = "”" if note.kind == "quote" else ""
        parts = words(f"{text}{closing}{severity}", max(8, cells - 6))
        for number, part in enumerate(parts):
            start = [Piece(f"{note.section or ' '} ", "label"), Piece(f"{sign:<3}", f"{role} bold")]
            lead = start if number == 0 else [Piece(" " * 5)]
            yield fit([*lead, Piece(part, "text" if note.text else "muted")], cells)
        answer = (answers or {}).get(note.question) if note.kind == "objection" else ""
        if answer:
            yield fit([Piece("     "), Piece(tr("try: {answer}", answer=answer), "muted")], cells)
        for line in words(f"“{reply}”", max(8, cells - 6)) if (reply := (replies or {}).get(note.id)) else ():
            yield fit([Piece("     "), Piece(line, "strong")], cells)


def _help(sight: Sight, cells: int) -> Iterator[Line]:
    """What helps with the line that is being typed; for a plain one the next thing to say."""
    kind = sight.said.kind
    if kind == "objection":
        yield from _objections(sight, cells)
    elif kind == "find":
        yield from _found(sight, cells)
    elif kind == "shown":
        yield from _can(sight, cells)
    elif kind in {"next", "amount"}:
        yield [Piece(tr("NEXT STEP") if kind == "next" else tr("AMOUNT"), "label")]
        yield from _told(sight.meaning, cells, "strong")
    else:
        yield from _say(sight, cells)
        yield from _propose(sight, cells)
        yield from _facts(sight, cells)


def _told(text: str, cells: int, role: str = "text") -> Iterator[Line]:
    for line in words(text, cells):
        yield [Piece(line, role)]


def _objections(sight: Sight, cells: int) -> Iterator[Line]:
    found = spin.closest(sight.run.plan.script.script, sight.said.text)
    yield [Piece(tr("WHAT THEY SAY, AND WHAT HELPS"), "label")]
    if not found:
        yield from _told(tr("Nothing prepared. Ask what is behind it, then write it down."), cells, "muted")
    for number, one in enumerate(found[:3]):
        yield [Piece("! ", "bad bold"), Piece(cut(one.text, cells - 2), "strong" if number == 0 else "text")]
        if number == 0:
            yield from _told(one.answer, cells)
            if one.cause:
                yield from _told(tr("why: {cause}", cause=one.cause), cells, "muted")
    step = spin.missing_step(sight.run.notes, len(sight.run.notes))
    if step:
        told = {
            "P": tr("came before a problem was named"),
            "I": tr("came before its consequences were asked for"),
            "N": tr("came before its payoff was asked for"),
        }
        yield [Piece(f"{glyphs().due} ", "warn"), Piece(told[step], "warn")]


def _found(sight: Sight, cells: int) -> Iterator[Line]:
    found = spin.find_questions(sight.run.plan.script.script, sight.said.text)
    yield [Piece(tr("QUESTIONS"), "label")]
    if not sight.said.text:
        yield from _told(tr("Type words of a question; enter goes there. Enter alone shows the keys."), cells, "muted")
    elif not found:
        yield from _told(tr("No question holds that."), cells, "muted")
    for number, question in enumerate(found):
        lead = Piece(f"{glyphs().more if number == 0 else ' '} ", "accent bold")
        text = Piece(cut(question.text, cells - 4), "strong" if number == 0 else "text")
        yield [lead, Piece(f"{question.section} ", "label"), text]


def _can(sight: Sight, cells: int) -> Iterator[Line]:
    """What we can do, and the wish it meets; without one it invites an objection."""
    script = sight.run.plan.script.script
    meets = {match.capability: match.need for match in spin.matching(script, sight.run.notes)}
    yield [Piece(tr("WHAT WE CAN DO"), "label")]
    for one in spin.capabilities(script, sight.said.text):
        need = meets.get(one, "")
        yield [
            Piece(f"{glyphs().done if need else glyphs().due} ", "ok bold" if need else "warn"),
            Piece(cut(one.text, cells - 2), "text"),
        ]
        told = tr("they want: {need}", need=need) if need else tr("no wish for it yet: it invites an objection")
        yield [Piece("  "), Piece(cut(told, cells - 2), "muted" if need else "warn")]


def _say(sight: Sight, cells: int) -> Iterator[Line]:
    if sight.marked and sight.marked.say:
        yield [Piece(tr("SAY IT LIKE THIS"), "label")]
        say = sight.marked.say
        yield from _told(say if '"' in say else f"“{say}”", cells, "strong")
        yield EMPTY


def _propose(sight: Sight, cells: int) -> Iterator[Line]:
    proposal = sight.proposal
    if proposal is None:
        return
    if proposal.question is None:
        yield [Piece(tr("NOW SHOW"), "ok bold"), Piece(f"   {tr(proposal.why)}", "label")]
        for match in proposal.matches:
            yield [Piece(f"{glyphs().done} ", "ok bold"), Piece(cut(match.capability.text, cells - 2), "strong")]
            yield [Piece(cut(tr("  they want: {need}", need=match.need), cells), "muted")]
            if match.capability.proof:
                yield [Piece(cut(tr("  proof: {proof}", proof=match.capability.proof), cells), "text")]
        yield EMPTY
    elif proposal.question is not sight.marked:
        yield [Piece(tr("ASK NEXT"), "label"), Piece(f"   {tr(proposal.why)}", "label")]
        yield from _told(proposal.question.text, cells, "accent")
        yield EMPTY


def _facts(sight: Sight, cells: int) -> Iterator[Line]:
    plan = sight.run.plan
    facts = [*(f"{known.field}: {known.value}" for known in plan.answered.values()), *plan.script.script.facts]
    needs = [f"{'**' if need.kind == 'explicit' else '*'} {need.words}" for need in plan.needs]
    for head, lines in (
        (tr("WHO THEY ARE"), tuple(words(sight.about, cells)) if sight.about else ()),
        (tr("LAST TIME"), plan.last),
        (tr("OPEN NEEDS"), needs),
        (tr("FACTS YOU HAVE"), facts),
    ):
        if lines:
            yield [Piece(head, "label")]
            for line in lines[:4]:
                yield [Piece(cut(line, cells), "text")]
            yield EMPTY


def hint_lines(cells: int) -> list[Line]:
    """The signs that route a line, below it."""
    signs = [
        (">", tr("next step")), ("!", tr("objection")), ("*", tr("problem")), ("**", tr("wish")),
        ("+", tr("we can")), ('"', tr("their words")), ("#", tr("tag")), ("$", tr("amount")), ("?", tr("find a question")),
    ]  # fmt: skip
    line = [Piece("    ")]
    for sign, label in signs:
        line += [Piece(sign, "accent bold"), Piece(f" {label}   ", "label")]
    words = tr("enter saves under the marked question; on an empty line it ticks it, then goes to what to ask next")
    return [[Piece(f"    {words}", "label")], line, EMPTY]
