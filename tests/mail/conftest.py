"""A mail server for each test."""

from collections.abc import Iterator

import pytest

from tests.mail.smtp_server import Inbox, smtp_server


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    """A server that takes what it is given, unless told to be rude."""
    with smtp_server() as server:
        yield server
