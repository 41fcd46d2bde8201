"""An import that is stopped with ctrl+c says whether anything of it is there."""

from collections.abc import Iterator
from contextlib import contextmanager

from salesdesk.exchange.reading import ImportStoppedError
from salesdesk.i18n import tr
from salesdesk.services.desk import Desk


@contextmanager
def told_when_interrupted(desk: Desk) -> Iterator[None]:
    """Turn ctrl+c into ImportStoppedError. The database is asked: it may come while the import is being saved, and is
    noticed when that is done."""
    before = _newest(desk)
    try:
        yield
    except KeyboardInterrupt:
        if _newest(desk) == before:
            raise ImportStoppedError(tr("Stopped: nothing was imported.")) from None
        hint = tr("To take it back: salesdesk undo.")
        raise ImportStoppedError(tr("Stopped, but it was imported by then."), hint=hint) from None


def _newest(desk: Desk) -> bytes | None:
    """The newest import."""
    sql = "SELECT id FROM operation WHERE source = 'import' ORDER BY id DESC LIMIT 1"
    key: bytes | None = desk.connection.value(sql)
    return key
