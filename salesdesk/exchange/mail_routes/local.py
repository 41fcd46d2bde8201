"""Mail without a server of ours: a sendmail-like command, a folder of .eml files, the mail program of the desktop."""

import os
import shlex
import shutil
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError
from salesdesk.exchange.mail_out import Outgoing, eml_name, mailto, wire_address, wire_bytes
from salesdesk.exchange.mail_routes.base import (
    BusyError,
    Copy,
    MailSettings,
    RefusedError,
    RouteDownError,
    UnsureError,
)
from salesdesk.i18n import tr

# sysexits.h, which sendmail, postfix, exim, msmtp and nullmailer keep to.
_TRY_LATER = {75, 71, 74}
_WRONGLY_SET_UP = {64, 72, 73, 77, 78, 126, 127}
_PATIENCE_SECONDS = 120


class SendmailRoute:
    """Hands the mail to a command as `COMMAND -i -f SENDER -- RECIPIENT...`."""

    name = "sendmail"
    asks = False

    def __init__(self, settings: MailSettings, *, patience: float = _PATIENCE_SECONDS) -> None:
        self._command = shlex.split(settings.sendmail) or ["sendmail"]
        self._patience = patience

    def open(self) -> None:
        """The command must be there; /usr/sbin is often not on the path."""
        program = self._command[0]
        found = shutil.which(program) or shutil.which(program, path="/usr/sbin:/usr/lib")
        if found is None:
            raise RouteDownError(
                tr("There is no command '{program}'.", program=program), hint=tr("Name one in mail.sendmail.")
            )
        self._command[0] = found

    def deliver(self, mail: Outgoing, message: EmailMessage) -> str:
        """Run the command with the mail; its exit code says how that went."""
        self.open()
        arguments = ["-i", "-f", wire_address(mail.from_address), "--", *mail.recipients]
        try:
            done = subprocess.run(
                [*self._command, *arguments],
                input=wire_bytes(message, line_end="\n"),
                capture_output=True,
                timeout=self._patience,
                check=False,
            )
        except OSError as error:
            raise RouteDownError(tr("{command} does not start: {why}.", command=self._command[0], why=error)) from None
        except subprocess.TimeoutExpired:
            raise UnsureError(tr("{command} did not end.", command=self._command[0])) from None
        if done.returncode == 0:
            return ""
        words = clean(done.stderr.decode("utf-8", "replace"), limit=300) or tr("it says nothing")
        said = tr("{command} failed with {code}: {words}", command=Path(self._command[0]).name, code=done.returncode, words=words)  # fmt: skip
        if done.returncode in _TRY_LATER:
            raise BusyError(said)
        if done.returncode in _WRONGLY_SET_UP:
            raise RouteDownError(said, hint=tr("Check mail.sendmail and its own settings."))
        raise UnsureError(said) if done.returncode < 0 else RefusedError(said)

    def close(self) -> None:
        """Nothing is open."""


class EmlRoute:
    """Writes each mail as a file; the same mail written again is the same file."""

    name = "eml"
    asks = False

    def __init__(self, settings: MailSettings) -> None:
        if not settings.folder:
            raise InvalidError(
                tr("There is no folder for .eml files."), hint="salesdesk config set mail.folder ~/mails"
            )
        self._folder = Path(settings.folder).expanduser()

    def open(self) -> None:
        """The folder is made."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise RouteDownError(
                tr("'{folder}' cannot be written: {why}.", folder=self._folder, why=error.strerror),
                hint=tr("Change mail.folder."),
            ) from None

    def deliver(self, mail: Outgoing, message: EmailMessage) -> str:
        """Write the file."""
        self.open()
        try:
            return str(write_eml(self._folder, mail, message))
        except OSError as error:
            raise BusyError(
                tr("'{folder}' cannot be written: {why}.", folder=self._folder, why=error.strerror)
            ) from None

    def close(self) -> None:
        """Nothing is open."""


def write_eml(folder: Path, mail: Outgoing, message: EmailMessage) -> Path:
    """Write a mail as an .eml file that only its owner can read, in one step; its path. OSError as it comes."""
    path = folder / eml_name(mail)
    beside = path.with_suffix(".part")
    with os.fdopen(os.open(beside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(wire_bytes(message))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    return path


class MailtoRoute:
    """Opens the mail in the mail program of the desktop, where the person sends it."""

    name = "mailto"
    asks = True

    def __init__(self, copy: Copy) -> None:
        self._copy = copy

    def open(self) -> None:
        """There must be somebody's desktop."""
        if _opener() is None:
            raise RouteDownError(
                tr("There is no desktop here that could open a mail program."),
                hint=tr("Set another mail.route: smtp, sendmail or eml."),
            )

    def deliver(self, mail: Outgoing, message: EmailMessage) -> str:
        """Open the link; a text that has no room in it goes to the clipboard."""
        if mail.files:
            raise RefusedError(
                tr("A mail program cannot be handed attachments this way."), hint=tr("Use smtp, sendmail or eml.")
            )
        try:
            link, whole = mailto(mail)
        except InvalidError as error:
            raise RefusedError(error.message, hint=error.hint) from None
        self._start(link)
        if whole:
            return ""
        self._copy(mail.body)
        return tr("The text is too long for a link; it is in the clipboard: paste it there.")

    def _start(self, link: str) -> None:
        opener = _opener()
        if opener is None:
            self.open()
            return
        try:
            if opener == "start":
                os.startfile(link)  # type: ignore[attr-defined,unused-ignore]
                return
            done = subprocess.run(
                [opener, link], stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=False
            )
        except subprocess.TimeoutExpired:
            # It runs as long as the mail program does.
            return
        except OSError as error:
            raise RouteDownError(tr("{opener} does not start: {why}.", opener=opener, why=error)) from None
        if done.returncode:
            raise RouteDownError(
                tr("{opener} found no mail program.", opener=opener),
                hint=tr("Choose one in the settings of the desktop."),
            )

    def close(self) -> None:
        """Nothing is open."""


def _opener() -> str | None:
    """What opens a link here: a program, or `start` on Windows; None without a desktop."""
    if sys.platform == "win32":
        return "start"
    if sys.platform == "darwin":
        return "open"
    if shutil.which("wslview"):
        return "wslview"
    desktop = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return "xdg-open" if desktop and shutil.which("xdg-open") else None
