"""The verbs of goals: set in a line, changed, dropped, handed down as a task; quotas have forms of their own."""

from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.goal import GoalDialog
from salesdesk.screens.dialogs.prompt import InvalidText, PromptDialog, TextResult
from salesdesk.screens.goal_rows import GoalRow
from salesdesk.screens.quotas import QuotaVerbs
from salesdesk.services import goals
from salesdesk.services.goals import Goal, closing, setting
from salesdesk.services.goals.kept import QUOTA

MINE, TEAM, ALL, QUOTAS, BOARD = "mine", "team", "all", "quotas", "board"


class GoalVerbs(QuotaVerbs):
    """What can be done with the goal under the cursor; `scope` says whose are shown."""

    scope: str

    @property
    def row(self) -> GoalRow | None:
        """The goal under the cursor."""
        raise NotImplementedError

    @property
    def quota(self) -> Goal | None:
        """The quota under the cursor."""
        row = self.row
        return row.progress.goal if row is not None and row.progress.goal.kind == QUOTA else None

    def action_record_add(self) -> None:
        """Set a goal in a line; among the quotas, a quota."""
        if self.scope == QUOTAS:
            self.add_quota()
            return
        whose = "team" if self.scope == TEAM or self.desk.actor is None else "me"

        def named(text: str) -> str:
            """A goal is of whoever is in sight, unless the line names somebody."""
            return text if "for" in setting.read_line(text) else f"{text} for {whose}"

        def tell(text: str) -> list[str]:
            return setting.say_draft(setting.read(self.desk, setting.read_line(named(text))))

        def save(result: TextResult) -> None:
            fields = setting.read_line(named(result.text))
            self.write(lambda: setting.add(self.desk, setting.read(self.desk, fields)))

        self.open_dialog(GoalDialog(tr("A goal"), "", tell), save)

    def action_record_edit(self) -> None:
        """Change the goal under the cursor."""
        row = self.row
        if row is None:
            return
        goal = row.progress.goal
        if goal.kind == QUOTA:
            self.change_quota(goal)
        else:
            self.after_reading(lambda: setting.line_of(self.desk, goal), lambda line: self._ask_change(goal, line))

    def _ask_change(self, goal: Goal, before: str) -> None:
        def tell(text: str) -> list[str]:
            return setting.say_draft(setting.read(self.desk, setting.changed_fields(before, text), goal))

        def save(result: TextResult) -> None:
            self.write(lambda: setting.edit(self.desk, goal, setting.changed_fields(before, result.text)))

        self.open_dialog(GoalDialog(tr("Change {goal}", goal=goal.label), before, tell), save)

    def action_record_delete(self) -> None:
        """Put the goal under the cursor into the bin."""
        row = self.row
        if row is not None:
            self.write(lambda: goals.delete_goal(self.desk, row.progress.goal))

    def action_goal_task(self) -> None:
        """Hand a task down from the goal."""
        row = self.row
        if row is None:
            return
        goal = row.progress.goal

        def read(text: str) -> "str | InvalidText":
            try:
                who, what, day = closing.read_task(self.desk, text)
            except SalesdeskError as error:
                return InvalidText(error.message)
            return tr("{who}: {what}, {day}", who=who, what=what, day=day or tr("today"))

        def save(result: TextResult) -> None:
            def act() -> str:
                return closing.hand_down(self.desk, goal, *closing.read_task(self.desk, result.text))

            self.write(act)

        self.open_dialog(
            PromptDialog(
                tr("Task from {goal}", goal=goal.label),
                about=tr("who, what, until when: Omar: call ten old customers, fri"),
                read=read,
                away=self.desk_app.read,
                may_be_empty=False,
            ),
            save,
        )
