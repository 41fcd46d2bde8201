"""Another program that writes for as long as a test wants it to."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from salesdesk.store.workspace import Workspace


@contextmanager
def written_by_another(place: str) -> Iterator[threading.Event]:
    """Somebody else has the write lock until the event is set."""
    other, begun, free = Workspace.open(place), threading.Event(), threading.Event()

    def write() -> None:
        with other.transaction():
            begun.set()
            free.wait(60)

    thread = threading.Thread(target=write)
    thread.start()
    begun.wait(60)
    try:
        yield free
    finally:
        free.set()
        thread.join()
        other.close()
