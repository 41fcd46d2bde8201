"""One call of a command: the global options, the desk they lead to, and talking with the person."""

import os
import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from time import monotonic

from salesdesk import paths
from salesdesk.domain.text import clean
from salesdesk.errors import ConfirmationNeededError, SalesdeskError
from salesdesk.hints import TYPE_CHECKING, Any
from salesdesk.i18n import tr
from salesdesk.plain import replace

if TYPE_CHECKING:
    from salesdesk.cli.output import Screen
    from salesdesk.config import Config
    from salesdesk.services.desk import Desk
    from salesdesk.store.workspace import Workspace


class Call:
    """What a command is given: `desk` opens the workspace when it is first asked for."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        named = values.get("db") or os.environ.get("SALESDESK_DB") or ""
        self.explicit = bool(named)
        self.place = named or str(paths.default_workspace())
        self.as_member: str | None = values.get("as_member") or os.environ.get("SALESDESK_AS") or None
        self.quiet = bool(values.get("quiet"))
        self.debug = bool(values.get("debug"))
        self.limit: int | None = values.get("limit")
        self.wants_json = bool(values.get("json"))
        self.fields = tuple(part for part in (values.get("columns") or "").split(",") if part)
        self._no_colour = bool(values.get("no_color"))
        self._no_input = bool(values.get("no_input"))
        self._opened = False
        self._told_to_wait = self._begun_to_count = False
        self._ahead: Callable[[], Workspace] | None = None

    @cached_property
    def config(self) -> "Config":
        """The user's own settings; warnings about them are said once."""
        from salesdesk.config import load

        config = load()
        for warning in config.warnings:
            self.say(warning)
        return config

    def open_ahead(self) -> None:
        """Begin to open the workspace, while what will ask for it is being imported."""
        if os.path.exists(self.place):
            from salesdesk.services.setup import begin_to_open

            self._ahead = begin_to_open(self.place, say=self.say)

    @cached_property
    def desk(self) -> "Desk":
        """The desk in the workspace; the default workspace is made when it is not there yet."""
        from salesdesk.services.desk import FileRules
        from salesdesk.services.setup import open_desk

        if not self.explicit and not os.path.exists(self.place):
            desk = self._first_desk()
        else:
            preferred = self.config.text("me.name") or None
            desk = open_desk(self.place, as_member=self.as_member, preferred=preferred, ahead=self._ahead, say=self.say)
        desk.file_rules = FileRules(self.config.text("files.folder"), self.config.number("files.limit_mb"))
        desk.workspace.waiting = self._waits
        self._opened = True
        return desk

    @cached_property
    def counting(self) -> "Desk":
        """The desk, for what may take long to count: it says so after a second, and hears ctrl+c meanwhile."""
        desk, started = self.desk, monotonic()

        def still() -> None:
            if self._begun_to_count or monotonic() - started < 1 or not sys.stderr.isatty():
                return
            self._begun_to_count = True
            self.say(tr("Counting; ctrl+c gives up."))

        desk.connection.while_asking(still)
        return desk

    def _waits(self, waited: float) -> None:
        """A write has been waiting for another program's, so many seconds."""
        if not self._told_to_wait:
            self._told_to_wait = True
            self.say(tr("Another program is writing, such as an import: waiting until it ends (ctrl+c gives up)."))

    @property
    def terminal(self) -> bool:
        """Whether the output goes to a person."""
        return sys.stdout.isatty()

    @property
    def interactive(self) -> bool:
        """Whether somebody is there to answer a question."""
        return not self._no_input and sys.stdin.isatty() and sys.stderr.isatty()

    @cached_property
    def screen(self) -> "Screen | None":
        """The terminal that standard output is, or None for a pipe."""
        if not self.terminal:
            return None
        from salesdesk.cli.output import Screen

        colour = not self._no_colour and not os.environ.get("NO_COLOR")
        return Screen(colour=colour, plain_signs=self.config.text("ui.glyphs") == "ascii")

    def say(self, words: str) -> None:
        """Words for the person, to standard error; nothing with --quiet."""
        if words and not self.quiet:
            sys.stderr.write(f"{clean(words, multiline=True)}\n")

    def ask(self, question: str, default: str = "") -> str:
        """An answer typed by the person, or the default; only when `interactive`."""
        sys.stderr.write(f"{clean(question)} {f'[{clean(default)}] ' if default else ''}")
        sys.stderr.flush()
        answer = sys.stdin.readline()
        if not answer:
            raise ConfirmationNeededError(tr("There was no answer; nothing was changed."))
        return clean(answer) or default

    def secret(self, question: str) -> str | None:
        """A password typed by the person, unseen; None where nobody can type one."""
        if not self.interactive:
            return None
        from getpass import getpass

        return getpass(f"{clean(question)} ", sys.stderr) or None

    def confirm(self, question: str, *, yes: bool) -> None:
        """Go on after a yes (`--yes` is one); ConfirmationNeededError without one."""
        if yes:
            return
        if not self.interactive:
            raise ConfirmationNeededError(
                tr("Needs a yes first: {question}", question=clean(question)),
                hint=tr("Say --yes to do it; nothing was changed."),
            )
        if self.ask(f"{question} [y/N]").lower() not in {"y", "yes"}:
            raise ConfirmationNeededError(tr("Nothing was changed."))

    @property
    def own_desk(self) -> "Desk":
        """The desk of a known member, for what depends on who one is; nobody in a workspace without members.

        Several members and nobody chosen: asks, or raises InvalidError (naming --as) where nobody can answer.
        """
        desk = self.desk
        if desk.actor is None and (members := desk.members()):
            if self.interactive:
                self.say(tr("Who are you? {names}", names=", ".join(m.name for m in members)))
                desk.actor = desk.member(self.ask(tr("Your name:"))).id
                self.say(tr("To be asked no more: salesdesk member me NAME"))
            desk.require_actor()
        return desk

    @property
    def written(self) -> "Desk | None":
        """The desk, when something was written at it."""
        return self.desk if self._opened and self.desk.wrote else None

    def close(self) -> None:
        """Close the workspace if it was opened; when it was written to, the calendar file follows."""
        if self._opened:
            try:
                if self.desk.workspace.writes:
                    self._keep_calendar()
            finally:
                self.desk.workspace.close()

    def _keep_calendar(self) -> None:
        file = self.config.text("calendar.file")
        if not file:
            return
        from salesdesk.services.agenda import alarm_minutes, keep_current

        try:
            alarm = alarm_minutes(self.config.text("calendar.alarm"))
            keep_current(self.desk, file, alarm, me=self.config.text("me.name"))
        except SalesdeskError as error:
            # What was written is saved; only the copy for other programs is behind.
            self.say(str(error))

    def _first_desk(self) -> "Desk":
        from salesdesk.services.setup import create, guess

        beginning = replace(guess(), me=self.as_member or self.config.text("me.name"))
        desk = create(self.place, beginning)
        self.say(
            tr(
                "Made a workspace at {place}: currency {currency}, time zone {zone}.",
                place=self.place,
                currency=beginning.currency,
                zone=beginning.time_zone,
            )
        )
        return desk
