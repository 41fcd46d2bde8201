"""What every tab that shows records does the same way: read in a thread, filter, views, write, refresh."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on, work

from salesdesk.domain.language import editing as language
from salesdesk.domain.language.fields import Catalogue, Context
from salesdesk.errors import FilterError, SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.base import Chrome, DeskScreen
from salesdesk.screens.dialogs.choose import Choice, ChooseDialog
from salesdesk.screens.dialogs.prompt import PromptDialog, TextResult
from salesdesk.services import views
from salesdesk.services.desk import Desk
from salesdesk.store.read.catalogues import catalogue
from salesdesk.widgets.filter_line import Completion, FilterLine, Problem
from salesdesk.widgets.input_line import Span
from salesdesk.widgets.options import Option
from salesdesk.widgets.steady import start_work
from salesdesk.widgets.view_line import View, ViewLine

if TYPE_CHECKING:
    from salesdesk.app import DeskApp

T = TypeVar("T")
# What is not looked at first waits so long for what is: a frame or two, or the next key.
REST_SECONDS = 0.1
_ROLE = {"field": "violet", "op": "label", "tag": "accent", "error": "bad"}


class WorkingScreen(DeskScreen):
    """A tab over one entity with a filter and saved views. A subclass sets `ENTITY` and gives `read_rows`."""

    ENTITY = "lead"
    # Opened on top of a tab; leaving it goes back there.
    IN_PLACE: ClassVar[bool] = False

    def __init__(self, desk: Desk, chrome: Chrome, *, query: str | None = None) -> None:
        self.desk = desk
        self.stale = False
        self.was_read = False
        self._fields: Catalogue | None = None
        self._meaning: Context | None = None
        self._views: list[views.View] = []
        self._view_counts: list[int | None] = []
        self._view_id = ""
        self._asked = self._reading = self._count_views = False
        self._first_query = query
        super().__init__(chrome)

    @property
    def desk_app(self) -> "DeskApp":
        """The app, typed."""
        app: Any = self.app
        return app  # type: ignore[no-any-return]

    # Reading

    async def read_rows(self) -> None:
        """Read what is shown in a thread and show it, keeping the place."""
        raise NotImplementedError

    def refresh_rows(self) -> None:
        """Read the rows again: at once, or once more after the reading that is under way."""
        self._asked = True
        if not self._reading:
            self._reading = True
            start_work(self, self._read_while_asked, group="rows")

    async def _read_while_asked(self) -> None:
        try:
            while self._asked:
                self._asked = False
                await self.read_rows()
        finally:
            self._reading = False
        if self._count_views:
            self._count_views = False
            self.show_views()

    @property
    def filter_text(self) -> str:
        """The valid part of the filter that is typed: what the rows are of."""
        fields, meaning = self.language()
        from salesdesk.domain.language.printing import to_text

        return to_text(language.valid_part(self.filter_line.value, fields, meaning))

    async def read_filter(self) -> str:
        """The same, when what can be asked may have to be read: in a thread."""
        if self._fields is None:
            self._fields, self._meaning = await self.desk_app.read(self._read_language)
        return self.filter_text

    def language(self) -> tuple[Catalogue, Context]:
        """The fields that can be asked and what they mean now; read once for each reload."""
        if self._fields is None or self._meaning is None:
            self._fields, self._meaning = self._read_language()
        return self._fields, self._meaning

    def _read_language(self) -> tuple[Catalogue, Context]:
        return catalogue(self.desk.connection, self.ENTITY), views.context(self.desk, self.ENTITY)

    def reload(self) -> None:
        """Everything again: fields, rows, then the views with their counts. One funnel for all reasons to read."""
        self.stale, self.was_read = False, True
        self._fields = self._meaning = None
        self._count_views = True
        self.refresh_rows()

    def on_screen_resume(self) -> None:
        self.desk_app.show_top()
        if self.stale and self.was_read:
            self.reload()

    def after_reading(self, read: Callable[[], T], then: Callable[[T], object]) -> None:
        """Read in a thread, then go on with what was read, or say why not; keys typed meanwhile wait for what opens."""
        self.desk_app.hold_keys()
        self._read_then(read, then)

    @work(exclusive=True, group="verb")
    async def _read_then(self, read: Callable[[], Any], then: Callable[[Any], object]) -> None:
        try:
            then(await self.desk_app.read(read))
        except SalesdeskError as error:
            self.say(str(error), "error")
        finally:
            self.desk_app.release_keys()

    # The filter line

    def make_filter_line(self) -> FilterLine:
        first = self._first_query
        return FilterLine(first or "", spans=self._spans, check=self._check, complete=self._complete)

    def _spans(self, text: str) -> Sequence[Span]:
        fields = self._fields
        return [Span(a, b, _ROLE[role]) for a, b, role in language.spans(text, fields) if role in _ROLE]

    def _check(self, text: str) -> Problem | None:
        found = language.problems(text, *self.language())
        return _problem(found[0]) if found else None

    def _complete(self, text: str, cursor: int) -> Sequence[Completion]:
        fields, meaning = self.language()

        def values(field: str, typed: str) -> list[str]:
            if field in {"owner", "manager"}:
                return [m.name for m in self.desk.members()]
            if field == "view":
                return list(meaning.views)
            if field == "status" and self.ENTITY == "lead":
                return ["open", *(c.label for c in meaning.choices(field))]
            return [c.label for c in meaning.choices(field)]

        part = language.fragment(text, cursor)
        found = language.complete(text, cursor, fields, values)
        return [
            Completion(text[: part.start] + word + text[part.end :], part.start + len(word), word) for word in found
        ]

    def action_filter_edit(self) -> None:
        """Edit the filter."""
        self.filter_line.edit()

    @on(FilterLine.Changed)
    def _filter_changed(self, event: FilterLine.Changed) -> None:
        self.filter_rows()

    @on(FilterLine.Submitted)
    @on(FilterLine.Cancelled)
    def _filter_left(self) -> None:
        self.filter_rows()
        self.focus_body()

    def filter_rows(self) -> None:
        """The rows of the filter as it is typed."""
        self._show_view_line()
        self.refresh_rows()

    def focus_body(self) -> None:
        """Give the keys back to the list."""

    # Views

    @work(exclusive=True, group="views")
    async def show_views(self) -> None:
        """The saved views with their counts, once the rows are painted."""
        await asyncio.sleep(REST_SECONDS)

        def count() -> tuple[list[views.View], list[int | None]]:
            found = views.views(self.desk, self.ENTITY)
            return found, [_count(self.desk, self.ENTITY, v.query) for v in found]

        self._views, self._view_counts = await self.desk_app.read(count)
        self._show_view_line()

    def _show_view_line(self) -> None:
        text = self.filter_line.value.strip()
        active = next((v for v in self._views if v.query == text), None)
        if active is not None:
            self._view_id = active.id.hex()
        shown = [
            View(v.id.hex(), v.name, n, v.id.hex() == self._view_id and active is None)
            for v, n in zip(self._views, self._view_counts, strict=True)
        ]
        self.view_line.show(shown, self._view_id)

    def first_view(self) -> None:
        """Begin with the first saved view, unless a filter was given."""
        if self._first_query is not None:
            return
        found = views.views(self.desk, self.ENTITY)
        mine = [v for v in found if "owner:me" not in v.query or self.desk.actor is not None]
        if mine:
            first = mine[0]
            if "owner:me" in first.query and views.only_leads_others(self.desk, self.ENTITY):
                # Who has none of their own looks at everybody's: the view that asks least.
                others = [view for view in mine if "owner:me" not in view.query]
                first = min(others, key=lambda view: len(view.query), default=first)
            self._view_id = first.id.hex()
            self.filter_line.set_value(first.query)

    def use_view(self, view: views.View) -> None:
        """Show a saved view."""
        self._view_id = view.id.hex()
        self.filter_line.set_value(view.query)
        self.reload()
        self.focus_body()

    @on(ViewLine.Picked)
    def _view_clicked(self, event: ViewLine.Picked) -> None:
        picked = next((v for v in self._views if v.id.hex() == event.view), None)
        if picked:
            self.use_view(picked)

    def action_view_menu(self) -> None:
        """Pick a view by its number; save the filter as one, or drop one."""
        options = [Option(v.id.hex(), v.name, str(n) if n < 10 else "", v.query) for n, v in enumerate(self._views, 1)]
        options += [Option("save", tr("Save this filter as a view"), "s")]
        if self._view_id:
            options += [Option("rename", tr("Give the view in use another name"), "r")]
            options += [Option("drop", tr("Drop the view in use"), "d")]
        self.open_dialog(ChooseDialog(tr("Views"), options), self._view_chosen)

    def _view_chosen(self, choice: Choice) -> None:
        name = next((v.name for v in self._views if v.id.hex() == self._view_id), "")
        if choice.id == "save":
            dialog = PromptDialog(tr("Save view"), name, placeholder=tr("its name"), may_be_empty=False)
            self.open_dialog(dialog, self._save_view)
        elif choice.id == "rename":
            dialog = PromptDialog(tr("Name of the view"), name, placeholder=tr("its name"), may_be_empty=False)
            rename = lambda said: self.write(lambda: views.rename(self.desk, self.ENTITY, name, said.text))  # noqa: E731
            self.open_dialog(dialog, rename)
        elif choice.id == "drop":
            self._view_id = ""
            self.write(lambda: views.drop(self.desk, self.ENTITY, name))
        else:
            self.use_view(next(v for v in self._views if v.id.hex() == choice.id))

    def _save_view(self, result: TextResult) -> None:
        text = self.filter_line.value.strip()
        self.write(lambda: views.save(self.desk, self.ENTITY, result.text, text))

    # Writing

    def write(self, act: Callable[[], str], then: Callable[[], object] | None = None) -> None:
        """Do a write in the writing thread, say what it did, refresh what it may have changed."""
        start_work(self, partial(self._written, self.desk_app.write(act), then), group="write")

    async def _written(self, done: Awaitable[str], then: Callable[[], object] | None) -> None:
        try:
            sentence = await done
        except SalesdeskError as error:
            self.say(str(error), "error")
            return
        if sentence:
            self.say(sentence, undo=True)
        self.desk_app.changed()
        if then is not None:
            then()

    def done_with_marks(self) -> None:
        """A bulk verb has acted; the marks have served."""


class PlacedScreen(WorkingScreen):
    """A screen opened on top of a tab: h, q, `-` and esc go back there."""

    IN_PLACE = True

    def show_views(self) -> Any:
        """It has no saved views."""

    def on_record_list_left(self) -> None:
        """h goes back, and never away."""
        self.desk_app.go_back()

    def clear(self) -> None:
        """Esc goes back, and never away."""
        self.desk_app.go_back()

    def action_app_back(self) -> None:
        """Back to the tab."""
        self.clear()

    def action_go_previous(self) -> None:
        """Back to the tab."""
        self.clear()


def _count(desk: Desk, entity: str, query: str) -> int | None:
    try:
        return views.count(desk, entity, query)
    except SalesdeskError:
        # A view somebody saved can name what is gone since; it shows without a count and says why when used.
        return None


def _problem(error: FilterError) -> Problem:
    return Problem(error.start, error.end, error.message, error.hint)
