"""Rules at work: each cause is acted on once, by whichever desk comes first, in an operation that names the rule.

What a rule did never sets off a rule: operations of source `rule` are no events, and a day a rule wrote starts no wait.
What an import or the demo brought is no event either, unless the rule says `also on import`.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from salesdesk.domain.language.rule_grammar import parse_rule
from salesdesk.errors import DatabaseError, InvalidError, NotFoundError, SalesdeskError
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk
from salesdesk.services.rules import conditions
from salesdesk.services.rules.acting import Acts
from salesdesk.services.rules.conditions import Match
from salesdesk.services.rules.desks import RuleDesk, author_desk
from salesdesk.services.rules.reading import Reading, read
from salesdesk.services.texts import TextRow, find_text
from salesdesk.store.read import happened
from salesdesk.store.read.moments import NEVER
from salesdesk.store.read.values import placeholders

# So many records in one operation: others can write in between.
BATCH = 200
# After so many operations without an act it is written down how far the rules have looked.
LAG = 1000


@dataclass(frozen=True, slots=True)
class Standing:
    """A rule in use: since which day, the last operation it has looked at, the newest there is, and the one that made
    its text what it is (`mended`)."""

    id: bytes
    name: str
    text: str
    author: bytes | None
    since_on: dt.date
    seen: bytes
    newest: bytes
    mended: bytes


@dataclass(slots=True)
class Report:
    """What a run did: a sentence for each operation, how many records were acted on and how many failed, and the
    rules that cannot be used with the reason (`""`: all of them). `should_stop` ends it between two operations."""

    sentences: list[str] = field(default_factory=list)
    acted: int = 0
    failed: int = 0
    problems: dict[str, str] = field(default_factory=dict)
    should_stop: Callable[[], bool] = lambda: False

    @property
    def lines(self) -> list[str]:
        """All there is to tell."""
        unusable = [f"{tr('Rule {name}', name=name)}: {why}" if name else why for name, why in self.problems.items()]
        return [*self.sentences, *unusable]


_IN_USE = """SELECT r.id, r.name, r.text, r.author_id, r.seen_op, o.at,
  (SELECT h.operation_id FROM history h WHERE h.table_name = 'rule' AND h.record_id = r.id AND h.column_name = 'active'
    ORDER BY h.operation_id DESC LIMIT 1),
  (SELECT h.operation_id FROM history h WHERE h.table_name = 'rule' AND h.record_id = r.id AND h.column_name = 'text'
    ORDER BY h.operation_id DESC LIMIT 1), r.created_op, (SELECT n.id FROM operation n ORDER BY n.id DESC LIMIT 1)
  FROM rule r JOIN operation o ON o.id = COALESCE((SELECT h.operation_id FROM history h WHERE h.table_name = 'rule'
    AND h.record_id = r.id AND h.column_name = 'active' ORDER BY h.operation_id DESC LIMIT 1), r.created_op)
  WHERE r.active AND r.deleted_op IS NULL AND r.text <> '' ORDER BY r.created_op, r.id"""


def in_use(desk: Desk) -> list[Standing]:
    """The rules in use, the oldest first."""
    found = []
    for key, name, text, author, seen, at, switched, changed, made, newest in desk.connection.rows(_IN_USE):
        since_on = desk.local(dt.datetime.fromisoformat(at)).date()
        # What happened before it was written as it is, or switched on, is not its business.
        looked = max(made, switched or NEVER, changed or NEVER, seen or NEVER, desk.rule_marks.get(key, NEVER))
        found.append(Standing(key, name, text, author, since_on, looked, newest, changed or made))
    return found


def after_write(desk: Desk, report: Report | None = None) -> Report:
    """What the rules about events do about what was just written; nothing is raised, and it costs next to nothing when
    no rule is concerned."""
    report = report or Report()
    if desk.workspace.read_only:
        return report
    try:
        behind = [rule for rule in in_use(desk) if rule.seen < rule.newest and _is_about_events(rule)]
        if behind:
            first_look = [rule for rule in behind if rule.id not in desk.rule_marks]
            found = happened.facts(desk.connection, min(rule.seen for rule in behind))
            for rule in behind:
                if happened.concerns(parse_rule(rule.text).event, found):
                    _guarded(rule, report, partial(_look, desk, rule, report))
            if not report.should_stop():
                usable = [rule for rule in behind if rule.name not in report.problems]
                desk.rule_marks |= {rule.id: rule.newest for rule in usable}
                _write_down(desk, [rule for rule in usable if rule in first_look])
    except DatabaseError as error:
        # Busy or away: the next write looks again.
        report.problems[""] = str(error)
    return report


def run(desk: Desk, report: Report | None = None, *, named: str = "", backlog: bool = False) -> Report:
    """Everything the rules have to do now, waits included; with `named` one rule, with `backlog` also for the waits
    that were over before it was switched on."""
    report = after_write(desk, report)
    if desk.workspace.read_only:
        return report
    for rule in _chosen(desk, named):
        _guarded(rule, report, partial(_wait_over, desk, rule, report, backlog=backlog))
    return report


def due(desk: Desk, named: str = "", *, backlog: bool = False) -> list[tuple[Standing, str, list[Match]]]:
    """What `run` would do now, without doing it: each rule, its kind of record, and the matches.

    TextError for a rule that cannot be used.
    """
    found = []
    for rule in _chosen(desk, named):
        author = author_desk(desk, rule.author)
        reading = read(author, rule.text)
        if reading.event.waits:
            matches = conditions.waiting_now(author, reading, first=None if backlog else rule.since_on)
        else:
            matches = conditions.happened_since(author, reading, rule.seen, rule.newest)
        found.append((rule, reading.event.entity, _not_run(desk, rule, matches)))
    return found


def left_alone(desk: Desk, row: TextRow) -> int:
    """How many records a rule that is switched on today leaves as they are, because their wait was over before.

    InvalidError for a rule that cannot be used.
    """
    if not row.text:
        raise InvalidError(tr("{name} is a draft.", name=row.name), hint=f"salesdesk rule edit '{row.name}'")
    author = author_desk(desk, row.author_id)
    reading = read(author, row.text)
    if not reading.event.waits:
        return 0
    every, from_today = (conditions.waiting_now(author, reading, first=first) for first in (None, desk.today))
    return len(every) - len(from_today)


def _chosen(desk: Desk, named: str) -> list[Standing]:
    if not named:
        return in_use(desk)
    row = find_text(desk, "rule", named)
    chosen = [rule for rule in in_use(desk) if rule.id == row.id]
    if not chosen:
        raise NotFoundError(
            tr("Rule {name} is not in use.", name=row.name),
            hint=tr("Use it: salesdesk rule on '{name}'.", name=row.name),
        )
    return chosen


def _is_about_events(rule: Standing) -> bool:
    try:
        return not parse_rule(rule.text).event.waits
    except SalesdeskError:
        # An older version understood it; `run` and the list of rules say what is wrong.
        return False


def _guarded(rule: Standing, report: Report, act: Callable[[], None]) -> None:
    """Let one rule act; whatever is wrong with it is its problem alone."""
    try:
        act()
    except DatabaseError:
        raise
    except SalesdeskError as error:
        report.problems[rule.name] = str(error)
    except Exception as error:
        report.problems[rule.name] = f"{type(error).__name__}: {error}"


def _look(desk: Desk, rule: Standing, report: Report) -> None:
    """Act on the events a rule has not looked at, an operation for each that set it off."""
    author = author_desk(desk, rule.author)
    reading = read(author, rule.text)
    todo = _not_run(desk, rule, conditions.happened_since(author, reading, rule.seen, rule.newest))
    for set_off, group in groupby(todo, key=lambda match: match.set_off):
        matches = list(group)
        for start in range(0, len(matches), BATCH):
            part = matches[start : start + BATCH]
            last = start + BATCH >= len(matches)
            if report.should_stop():
                return
            _carry_out(
                desk, rule, reading, report, partial(_still_standing, desk, part), set_off, set_off if last else None
            )


def _wait_over(desk: Desk, rule: Standing, report: Report, *, backlog: bool) -> None:
    """Act on the records whose wait is over; without the backlog, since the rule was switched on."""
    author = author_desk(desk, rule.author)
    reading = read(author, rule.text)
    if not reading.event.waits:
        return
    find = partial(conditions.waiting_now, author, reading, first=None if backlog else rule.since_on)
    todo = _not_run(desk, rule, find())
    for start in range(0, len(todo), BATCH):
        only = [match.record_id for match in todo[start : start + BATCH]]
        if report.should_stop():
            return
        _carry_out(desk, rule, reading, report, partial(find, only=only), None, None)


def _write_down(desk: Desk, rules: Sequence[Standing]) -> None:
    """Remember in the workspace how far the rules looked, when the next start would have much to go through again."""
    counted = "SELECT count(*) FROM (SELECT 1 FROM operation WHERE id > ? LIMIT ?) x"
    if not rules or desk.connection.value(counted, (min(rule.seen for rule in rules), LAG)) < LAG:
        return
    from salesdesk.store.unit import operation

    label = tr("Rules have looked at everything so far")
    with operation(desk.workspace, label, actor=None, device=desk.device, source="rule", action="setup") as unit:
        for rule in rules:
            unit.execute("rule", "UPDATE rule SET seen_op = ? WHERE id = ?", (rule.newest, rule.id))


def _not_run(desk: Desk, rule: Standing, matches: Sequence[Match]) -> list[Match]:
    """Those it has not acted on. What was taken back stays acted on; what failed is tried again once it was mended."""
    left: list[Match] = []
    for start in range(0, len(matches), 500):
        part = matches[start : start + 500]
        keys = list(dict.fromkeys(match.record_id for match in part))
        rows = desk.connection.rows(
            f"SELECT record_id, cause FROM rule_run WHERE rule_id = ? AND record_id IN ({placeholders(keys)})"
            " AND (error = '' OR created_op > ?)",
            (rule.id, *keys, rule.mended),
        )
        ran = set(rows)
        left += [match for match in part if (match.record_id, match.cause) not in ran]
    return left


def _still_standing(desk: Desk, matches: Sequence[Match]) -> list[Match]:
    """None of them when the operation that set the rule off was taken back meanwhile."""
    undone = desk.connection.value("SELECT undone_by FROM operation WHERE id = ?", (matches[0].set_off,))
    return [] if undone is not None else list(matches)


def _carry_out(
    desk: Desk,
    rule: Standing,
    reading: Reading,
    report: Report,
    find: Callable[[], list[Match]],
    set_off: bytes | None,
    seen: bytes | None,
) -> None:
    """Act on records in one operation. Under its lock everything is asked again, so that of several desks one acts."""
    from salesdesk.store.unit import operation

    label = tr("Rule {name}", name=rule.name)
    with operation(desk.workspace, label, actor=None, device=desk.device, source="rule", target=set_off) as unit:
        unchanged = "SELECT 1 FROM rule WHERE id = ? AND active AND deleted_op IS NULL AND text = ?"
        if desk.connection.value(unchanged, (rule.id, rule.text)) is None:
            return
        todo = _not_run(desk, rule, find())
        if not todo:
            return
        acts = Acts(RuleDesk(desk, author_desk(desk, rule.author).actor, unit), rule.id, reading.rule)
        for match in todo:
            acts.on(match)
        if seen is not None:
            unit.execute("rule", "UPDATE rule SET seen_op = ? WHERE id = ?", (seen, rule.id))
        unit.label = f"{label}: {acts.sentence}"
    report.acted += acts.done
    report.failed += len(acts.failed)
    report.sentences.append(unit.label)
