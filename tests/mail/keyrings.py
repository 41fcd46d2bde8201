"""Keyrings for tests, named by PYTHON_KEYRING_BACKEND."""

from keyring.backend import KeyringBackend

from tests.mail.smtp_server import PASSWORD, USER


class Keyring(KeyringBackend):
    """Knows the password of the test server."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        """See keyring."""
        return PASSWORD if (service, username) == ("salesdesk", USER) else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """See keyring; nothing here keeps one."""
        raise NotImplementedError
