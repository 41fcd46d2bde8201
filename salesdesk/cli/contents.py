"""The table of contents of the command line: every first word, and the module its commands are in."""

import sys

from salesdesk.cli.declare import Command, Commands
from salesdesk.plain import Plain


class Entry(Plain):
    """A word that can follow `salesdesk`; a `noun` has verbs of its own, `bare` the one meant when none is said,
    `alone` the one meant when nothing is."""

    word: str
    module: str
    help: str
    noun: bool = False
    bare: str = ""
    alone: str = ""


SECTIONS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "Every day",
        (
            Entry("add", "daily", "Add a lead, a step or a note in one line."),
            Entry("today", "today", "What to do now."),
            Entry("log", "logging", "Log a touch with its next step."),
            Entry("next", "daily", "Set the next step of somebody, or say the first of the queue."),
            Entry("find", "daily", "Find records by any words."),
            Entry("show", "daily", "Show any record."),
            Entry("undo", "history", "Take back your last change, or any other."),
            Entry("redo", "history", "Bring again what undo took back."),
        ),
    ),
    (
        "Things",
        (
            Entry("lead", "lead", "People worth talking to.", noun=True),
            Entry("deal", "deal", "Chances to sell something.", noun=True),
            Entry("account", "account", "Companies.", noun=True),
            Entry("contact", "contact", "The people at companies.", noun=True),
            Entry("activity", "activity", "What was done and what is planned.", noun=True),
            Entry("product", "product", "What is sold.", noun=True),
            Entry("calendar", "calendar", "Meetings and next steps for your calendar, and back.", noun=True),
            Entry("file", "file", "Files and links on records and templates.", noun=True),
            Entry("view", "view", "Filters with a name.", noun=True),
            Entry("kpi", "kpi", "Numbers that prove themselves.", noun=True),
            Entry("cost", "cost", "What selling costs, by month, channel and campaign.", noun=True),
            Entry("goal", "goal", "Targets with a baseline, a pace and an end.", noun=True),
            Entry("quota", "quota", "What everybody is to sell in a period.", noun=True),
            Entry("absence", "absence", "Who is away when, and how a newcomer's quota grows.", noun=True),
            Entry("review", "review", "The weekly pipeline review, and its minutes.", noun=True, alone="open"),
            Entry("member", "member", "The people who work here, and which of them you are.", noun=True),
        ),
    ),
    (
        "Calls",
        (
            Entry(
                "call", "calling", "Plan a call, run it with a script, look up what was said.", noun=True, bare="run"
            ),
            Entry("script", "script", "Questions for calls, with objections and what we can do.", noun=True),
            Entry("buyer", "buyer", "Prepared buyers, to practise calls with.", noun=True),
        ),
    ),
    (
        "Outreach",
        (
            Entry("mail", "mail", "Write a mail to somebody, or to all that fit a filter."),
            Entry("outbox", "outbox", "Mails that wait, left or failed.", noun=True),
            Entry("inbox", "inbox", "Replies, bounces and wishes that come in by mail.", noun=True),
            Entry("optout", "optout", "Addresses and numbers that are not to be used.", noun=True),
            Entry("template", "template", "Mails with merge fields.", noun=True),
            Entry(
                "cadence", "cadence", "Steps of calls, mails and tasks with waits, for whoever is enrolled.", noun=True
            ),
            Entry("snippet", "snippet", "Talking points the team shares.", noun=True),
            Entry("playbook", "playbook", "How we sell: pages, who checked them, where they apply.", noun=True),
            Entry("rule", "rule", "When something happens, something is done.", noun=True),
        ),
    ),
    (
        "Lists of the team",
        (
            Entry("kind", "kind", "Channels of contact: call, mail, meeting.", noun=True),
            Entry("outcome", "outcome", "How a contact can end, and what follows by default.", noun=True),
            Entry("source", "source", "Where leads come from.", noun=True),
            Entry("reason", "reason", "Why deals are lost and leads disqualified.", noun=True),
            Entry("status", "status", "Where leads stand.", noun=True),
            Entry("pipeline", "pipeline", "The ways deals go.", noun=True),
            Entry("stage", "stage", "The milestones of deals.", noun=True),
            Entry("team", "team", "The teams members belong to.", noun=True),
            Entry("holiday", "holiday", "The days on which nobody works.", noun=True),
        ),
    ),
    (
        "The workspace",
        (
            Entry("init", "begin", "Make a workspace."),
            Entry("setting", "team_settings", "What the team shares: calendar, holidays, attempts.", noun=True),
            Entry("demo", "demo", "Look around in a year of an invented team."),
            Entry("import", "importing", "Bring CSV files in."),
            Entry("open", "opening", "Open the screens at a tab, with a filter."),
            Entry("backup", "keeping", "Copy the workspace to a safe place, or list the copies."),
            Entry("restore", "keeping", "Put a backup in the place of the workspace."),
            Entry("doctor", "keeping", "Check the workspace and say what to mend."),
            Entry("config", "settings", "Your own settings on this machine.", noun=True),
            Entry("completion", "completion", "Print the completion script of a shell."),
            Entry("man", "manual", "Print the manual."),
            Entry("help", "manual", "Explain a command."),
        ),
    ),
)
ENTRIES = {entry.word: entry for _, entries in SECTIONS for entry in entries}
# Answered before Typer is imported (performance.md P2).
HOT = frozenset({("today",), ("kpi", "show"), ("find",), ("open",)})


def commands_of(entry: Entry) -> list[Command]:
    """The commands behind an entry; this imports its module."""
    name = f"salesdesk.cli.{entry.module}"
    # `importlib` itself is one import more.
    __import__(name)
    commands: Commands = sys.modules[name].commands
    if entry.noun:
        return list(commands)
    command = commands.get(entry.word)
    return [command] if command else []


def command_at(path: tuple[str, ...]) -> Command | None:
    """The command of a whole path such as `("member", "list")`, or None."""
    entry = ENTRIES.get(path[0]) if path else None
    if entry is None:
        return None
    return next((c for c in commands_of(entry) if c.path == path), None)


def all_commands() -> list[Command]:
    """Every command there is, in the order of the help."""
    return [command for entry in ENTRIES.values() for command in commands_of(entry)]
