"""A page written into a file, as Markdown: asked where, written in a thread, said when it is there or why not."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.prompt import PromptDialog
from salesdesk.screens.working import WorkingScreen
from salesdesk.widgets.steady import start_work


def ask_and_write(screen: WorkingScreen, what: str, name: str, text: Callable[[], str]) -> None:
    """Ask for the file of a page called `what`, offered as `name` with the day in it; `text()` runs in a thread."""

    async def write(path: Path) -> None:
        try:
            await screen.desk_app.read(lambda: path.write_text(text(), "utf-8"))
        except (OSError, SalesdeskError) as error:
            why = getattr(error, "strerror", None) or error
            screen.say(tr("'{path}' cannot be written: {why}.", path=path, why=why), "error")
            return
        screen.say(tr("{what} written: {path}", what=what, path=path))

    first = f"~/{name.replace(' ', '-').lower()}-{screen.desk.today.isoformat()}.md"
    screen.open_dialog(
        PromptDialog(tr("{what} into", what=what), first, may_be_empty=False),
        lambda result: start_work(screen, partial(write, Path(result.text).expanduser()), group="page"),
    )
