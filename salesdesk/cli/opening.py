"""Opening the screens."""

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands
from salesdesk.domain.text import clean
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.services.records import Ref

commands = Commands()


@commands.verb("open", examples=("open leads @mine", "open deals stuck:14d.."))
def open_tab(
    call: Call,
    tab: Annotated[str, Argument("TAB", "today, leads, deals, calls, kpis or team.", complete="tab")],
    query: Annotated[Sequence[str], Argument("FILTER", "What to show there.", complete="filter")] = (),
) -> int:
    """Open the screens at a tab, with a filter."""
    from salesdesk.actions.tabs import TABS

    known = [one.id for one in TABS]
    if tab not in known:
        from salesdesk.cli.failures import nearest
        from salesdesk.errors import InvalidError

        hint = nearest(tab, known) or tr("There are: {tabs}.", tabs=", ".join(known))
        raise InvalidError(tr("There is no tab '{tab}'.", tab=tab), hint=hint)
    from salesdesk.domain.language.words import words_text

    return open_screens(call, start=tab, query=words_text([clean(word) for word in query]) or None)


def open_screens(
    call: Call, *, start: str | None = None, query: str | None = None, calling: "tuple[Ref, str] | None" = None
) -> int:
    """The screens, at the named workspace or the default one, which the first run makes; `calling` begins in a call."""
    if not call.terminal:
        from salesdesk.errors import UsageError

        raise UsageError(tr("The screens need a terminal."), hint=tr("salesdesk --help lists what works without one."))
    settings = call.config.sections()
    # What a key changes is painted within a half of the usual frame; nothing here moves by itself.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    first = not call.explicit and not Path(call.place).exists()
    # `salesdesk.starting` turns the collector on again when everything is imported.
    gc.disable()
    from salesdesk import app

    if first:
        return app.run_first(call.place, config=settings)
    return app.run(call.place, as_member=call.as_member, start=start, query=query, config=settings, calling=calling)
