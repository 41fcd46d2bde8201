"""The shelf of rules: what each does and how it fares; switched with care, tried on the past."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from salesdesk.domain.dates import say_day
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import plural, tr
from salesdesk.screens.dialogs.choose import Choice, ChooseDialog
from salesdesk.screens.shelves import Shown, TextShelf, state_of, text_sections, version_of
from salesdesk.services import texts
from salesdesk.services.desk import Desk
from salesdesk.services.rules import record, running
from salesdesk.services.rules.desks import author_desk
from salesdesk.services.rules.record import RECENT_DAYS, Standing
from salesdesk.services.texts import TextRow
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.columns import Column
from salesdesk.widgets.options import Option
from salesdesk.widgets.paging import Item, Row
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.steady import start_work
from salesdesk.widgets.text import Cell, Piece, cut, words

if TYPE_CHECKING:
    from salesdesk.screens.outreach import OutreachScreen

RUNS_SHOWN = 6
STATUS_CELLS = 44
_INDENT = 5


@dataclass(frozen=True, slots=True)
class Shelved:
    """A rule as the list shows it: in one line, or (`problem`) why it cannot be used."""

    row: TextRow
    sentence: str
    problem: str
    standing: Standing


class RuleShelf(TextShelf):
    """The rules of the team."""

    def __init__(self) -> None:
        empty = tr("No rules yet: when something happens, something is done.")
        super().__init__("rule", tr("Rules"), empty)

    def columns(self, desk: Desk) -> tuple[Column, ...]:
        return (
            Column("name", tr("NAME"), lambda r, _: r.row.name, width=20, narrow=18, wide=26, lead=True),
            Column("holds", tr("WHEN AND WHAT"), _holds, flex=1),
            Column("state", tr("STATE"), lambda r, _: _state(r), width=9),
            Column("acted", tr("ACTED"), lambda r, _: _acted(r), width=5, align="right"),
        )

    def items(self, desk: Desk) -> list[Item]:
        fares = record.standings(desk)
        return [Row(row.id, _shelved(desk, row, fares.get(row.id, Standing()))) for row in texts.texts(desk, "rule")]

    def pane(self, desk: Desk, value: Any, cells: int) -> Shown:
        rule: Shelved = value
        row = rule.row
        problem = rule.problem or rule.standing.error
        sections = []
        if problem:
            head = tr("CANNOT BE USED") if rule.problem else tr("FAILED {times}", times=rule.standing.failed)
            sections.append(Section(head, rows=[PaneRow(Piece(line, "bad")) for line in words(problem, cells)]))
        sections += text_sections(desk, row, cells) if row.draft else [Section(rows=_clauses(row.text, cells))]
        sections.append(_now(desk, rule, cells))
        runs = record.runs(desk, row.id, limit=RUNS_SHOWN)
        if runs:
            lines = [
                PaneRow(
                    Piece(f"{glyphs().overdue if run.error else glyphs().done} {run.ref.name}", _tone(run)),
                    say_day(run.on, desk.today),
                )
                for run in runs
            ]
            sections.append(Section(tr("LATELY"), str(rule.standing.acted or ""), lines))
        return row.name, version_of(row), sections

    def status(self, desk: Desk, value: Any) -> tuple[Cell, Sequence[Cell]]:
        rule: Shelved = value
        return rule.row.name, [
            _state(rule),
            Piece(cut(rule.problem or rule.sentence, STATUS_CELLS), "bad" if rule.problem else "muted"),
        ]

    def opened(self, screen: "OutreachScreen", value: Any) -> None:
        super().opened(screen, (value.row,))

    def in_editor(self, screen: "OutreachScreen", value: Any) -> None:
        super().in_editor(screen, (value.row,))

    def deleted(self, screen: "OutreachScreen", value: Any) -> None:
        super().deleted(screen, (value.row,))

    def add(self, screen: "OutreachScreen") -> None:
        ready = len(texts.not_here(screen.desk, "rule"))
        if not ready:
            super().add(screen)
            return
        options = [
            Option("write", tr("Write a rule"), "w"),
            Option(
                "ready",
                tr("Bring the {many} that come with salesdesk", many=plural(ready, tr("rule"), tr("rules"))),
                "r",
            ),
        ]

        def chosen(choice: Choice) -> None:
            if choice.id == "ready":
                screen.write(lambda: texts.bring_ready(screen.desk, "rule"))
            else:
                screen.call_later(super(RuleShelf, self).add, screen)

        screen.open_dialog(ChooseDialog(tr("Rules"), options), chosen)

    def renamed(self, screen: "OutreachScreen", value: Any) -> None:
        super().renamed(screen, (value.row,))

    def switched(self, screen: "OutreachScreen", value: Any) -> None:
        row: TextRow = value.row
        if row.active:
            super().switched(screen, (row,))
        else:
            start_work(screen, partial(self._switch_on, screen, row), group="write")

    async def _switch_on(self, screen: "OutreachScreen", row: TextRow) -> None:
        """Ask what to do with the records it fits already, when there are any."""
        desk = screen.desk
        try:
            left = await screen.desk_app.read(lambda: running.left_alone(desk, row))
        except SalesdeskError as error:
            screen.say(str(error), "error")
            return
        if not left:
            screen.write(lambda: texts.switch(desk, row, active=True))
            return
        many = plural(left, tr("record"), tr("records"))
        options = [
            Option("new", tr("From today on"), "n", tr("those it fits already stay as they are")),
            Option("all", tr("Also for the {many} it fits already", many=many), "a"),
        ]
        dialog = ChooseDialog(tr("Use {name}", name=row.name), options, about=_about(row))
        screen.open_dialog(dialog, lambda choice: screen.write(partial(_use, desk, row, backlog=choice.id == "all")))

    def tested(self, screen: "OutreachScreen", value: Any) -> None:
        from salesdesk.screens.rule_trial import RuleTrialScreen

        screen.app.push_screen(RuleTrialScreen(screen.desk, screen.chrome, value.row))


def _use(desk: Desk, row: TextRow, *, backlog: bool) -> str:
    sentence = texts.switch(desk, row, active=True)
    if not backlog:
        return sentence
    report = running.run(desk, named=row.name, backlog=True)
    return tr("{sentence}: acted on {many}", sentence=sentence, many=plural(report.acted, tr("record"), tr("records")))


def _about(row: TextRow) -> str:
    return next((line for line in row.text.splitlines() if line.lower().startswith("when")), row.name)


def _clauses(text: str, cells: int) -> list[PaneRow]:
    """The text of a rule, its clauses one below the other behind their first word."""
    rows: list[PaneRow] = []
    for line in text.rstrip().split("\n"):
        word, _, rest = line.strip().partition(" ")
        if word.lower() not in {"when", "and", "then"}:
            rows += [PaneRow(Piece(part, "muted")) for part in words(line, cells) or [""]]
            continue
        for number, part in enumerate(words(rest, cells - _INDENT)):
            head = Piece(f"{'' if number else word.lower():<{_INDENT}}", "label")
            rows.append(PaneRow([head, Piece(part, "text")]))
    return rows


def _shelved(desk: Desk, row: TextRow, standing: Standing) -> Shelved:
    try:
        sentence = texts.check(author_desk(desk, row.author_id), "rule", row.text) if row.text else ""
    except SalesdeskError as error:
        return Shelved(row, "", str(error), standing)
    return Shelved(row, sentence, "", standing)


def _holds(rule: Shelved, _cells: int) -> Cell:
    return Piece(rule.problem, "bad") if rule.problem else Piece(rule.sentence.removeprefix("when "), "muted")


def _state(rule: Shelved) -> Cell:
    if rule.row.state == "in use" and (rule.problem or rule.standing.failed):
        return Piece(f"{glyphs().overdue} {tr('stopped') if rule.problem else tr('failing')}", "bad")
    return state_of(rule.row)


def _acted(rule: Shelved) -> Cell:
    return Piece(f"{rule.standing.acted:,}" if rule.standing.acted else glyphs().none, "muted")


def _tone(run: record.Run) -> str:
    return "bad" if run.error else "muted" if run.undone else "text"


def _now(desk: Desk, rule: Shelved, cells: int) -> Section:
    """What it would do now, and what it would have done lately."""
    from salesdesk.services.rules import trying

    if rule.problem or not rule.row.text:
        return Section()
    first = desk.today - dt.timedelta(days=RECENT_DAYS)
    trial = trying.attempt(author_desk(desk, rule.row.author_id), rule.row.text, first=first)
    times = plural(len(trial.hits), tr("time"), tr("times"))
    last = [PaneRow(hit.ref.name or hit.ref.detail, say_day(hit.day, desk.today)) for hit in trial.hits[-3:]]
    return Section(tr("WOULD HAVE ACTED IN {days} DAYS", days=RECENT_DAYS), times, last[::-1])
