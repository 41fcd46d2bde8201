"""What can be done on the goals and the KPIs."""

from salesdesk.actions.action import Action
from salesdesk.actions.words import CHANGE, GOALS, KPIS, PLACE, SHOW

ACTIONS: tuple[Action, ...] = (
    SHOW(
        "period.previous",
        "[ ,",
        "period",
        "The period before.",
        (*KPIS, *GOALS),
        cli="kpi show",
        rank=2,
        footer_keys="[ ]",
    ),
    SHOW("period.next", "] .", "next period", "The period after.", (*KPIS, *GOALS), cli="kpi show"),
    CHANGE("goal.set", "", "goal", "Set a goal of your own: calls 40 a day.", ("today",), cli="goal set", acts="verb"),
    CHANGE(
        "goal.task",
        "t",
        "hand down",
        "Give somebody a task that serves the goal.",
        GOALS,
        cli="goal task",
        rank=4,
        acts="verb",
    ),
    SHOW("quota.list", "", "quotas", "The quotas, with what was won of each.", GOALS, cli="quota list"),
    CHANGE("quota.set", "", "quota", "Set a quota: whose, which days, how much.", GOALS, cli="quota set", acts="verb"),
    CHANGE(
        "quota.copy",
        "F",
        "copy forward",
        "Copy the quotas of a period to another one, times a factor.",
        GOALS,
        cli="quota copy",
        rank=3,
        acts="verb",
    ),
    SHOW(
        "kpi.page_next",
        "tab",
        "page",
        "The page to the right.",
        (*KPIS, *GOALS),
        no_cli=PLACE,
        rank=3,
        footer_keys="tab",
    ),
    SHOW("kpi.page_previous", "shift+tab", "page before", "The page to the left.", (*KPIS, *GOALS), no_cli=PLACE),
    SHOW("kpi.page", "O", "write", "Write the page into a file, as Markdown.", KPIS, cli="kpi show", rank=5),
    SHOW("kpi.scope", "T", "me/team", "Your figures or the team's.", (*KPIS, *GOALS), cli="kpi show", rank=2),
)

FOOTERS: dict[str, tuple[str, ...]] = {
    "goals": (
        "record.edit",
        "record.add",
        "kpi.page_next",
        "period.previous",
        "record.open",
        "goal.task",
        "record.copy",
        "record.delete",
        "history.undo",
    ),
    "kpis": (
        "record.open",
        "kpi.page_next",
        "period.previous",
        "kpi.scope",
        "record.copy",
        "kpi.page",
        "filter.edit",
        "view.menu",
    ),
}
# The key bar of the leaderboard.
BOARD_KEYS = (
    ("record.open", "what counts"),
    ("period.previous", "quarter"),
    ("kpi.page_next", "goals"),
    ("record.copy", ""),
)
# The key bar while quotas are shown: actions, and what they are called there.
QUOTA_KEYS = (
    ("record.add", "new quota"),
    ("record.edit", "change"),
    ("quota.copy", ""),
    ("record.open", "what counts"),
    ("period.previous", "year"),
    ("history.undo", ""),
    ("kpi.page_next", "goals"),
    ("record.delete", ""),
    ("goal.task", ""),
    ("record.copy", ""),
)
