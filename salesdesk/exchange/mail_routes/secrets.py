"""Passwords and tokens: from a command, the keyring of the system, or the person; never from a plain file."""

import shlex
import subprocess

from salesdesk.exchange.mail_routes.base import Ask, MailSettings, RouteDownError
from salesdesk.i18n import tr

# The name under which the keyring keeps the password of `mail.user`.
SERVICE = "salesdesk"
_PATIENCE_SECONDS = 60


def password(settings: MailSettings, ask: Ask) -> str:
    """The password of `mail.user`; RouteDownError says where it was looked for."""
    if settings.password_command:
        return _said_by(settings.password_command, tr("password command"))
    found = _of_keyring(settings.user) if settings.keyring else None
    if found is None:
        found = ask(tr("Password of {user} at {host}:", user=settings.user, host=settings.host))
    if not found:
        raise RouteDownError(
            tr("There is no password for {user}.", user=settings.user),
            hint=tr(
                "Set mail.password-command, or keep it in the keyring: keyring set {service} {user}.",
                service=SERVICE,
                user=settings.user,
            ),
        )
    return found


def token(settings: MailSettings) -> str:
    """A fresh OAuth 2 access token, as `mail.token-command` prints it."""
    return _said_by(settings.token_command, tr("token command"))


def _of_keyring(user: str) -> str | None:
    """What the keyring keeps; None where there is no keyring, or none that answers (a session without a desktop)."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password(SERVICE, user)
    except KeyringError:
        return None


def _said_by(command: str, what: str) -> str:
    """The first line a command prints. What it printed is never part of an error."""
    hint = tr("Run it by hand to see why.")
    try:
        done = subprocess.run(
            shlex.split(command),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise RouteDownError(tr("The {what} does not start: {why}.", what=what, why=why), hint=hint) from None
    except subprocess.TimeoutExpired:
        raise RouteDownError(tr("The {what} gave no answer.", what=what), hint=hint) from None
    first = done.stdout.decode("utf-8", "replace").split("\n")[0].rstrip("\r")
    if done.returncode or not first:
        raise RouteDownError(
            tr("The {what} failed with code {code}.", what=what, code=done.returncode)
            if done.returncode
            else tr("The {what} printed nothing.", what=what),
            hint=hint,
        )
    return first
