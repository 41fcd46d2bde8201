"""Every route against the real thing: servers on loopback, commands, folders; each bad end told for what it is."""

import datetime as dt
import socket
import ssl
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest
import trustme

from salesdesk import config
from salesdesk.errors import InvalidError
from salesdesk.exchange.mail_out import AttachedFile, Outgoing, build
from salesdesk.exchange.mail_routes import (
    BusyError,
    MailSettings,
    RefusedError,
    Route,
    RouteDownError,
    UnsureError,
    mail_settings,
    route_of,
)
from salesdesk.exchange.mail_routes.local import SendmailRoute
from salesdesk.exchange.mail_routes.smtp import SmtpRoute
from tests.mail.smtp_server import PASSWORD, TOKEN, USER, Inbox, smtp_server

AT = dt.datetime(2026, 11, 23, 9, 12, tzinfo=dt.UTC)
MAIL = Outgoing("<0a@desk.example>", AT, "maya@desk.example", "anna@acme.example", "Prices", "Hi\n.dot\n..\n")
QUIET = MailSettings(route="smtp", host="127.0.0.1", security="none", keyring=False)


def nobody(_question: str) -> str | None:
    return None


def send(route: Route, mail: Outgoing = MAIL) -> str:
    return route.deliver(mail, build(mail))


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """A certificate authority this machine trusts for the time of a test."""
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return made


def server_context(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(name).configure_cert(context)
    return context


@pytest.fixture
def route(inbox: Inbox) -> Iterator[SmtpRoute]:
    made = SmtpRoute(replace(QUIET, port=inbox.port), nobody, timeout=3, verdict=0.5)
    yield made
    made.close()


def test_the_settings_of_the_route_are_those_of_the_config() -> None:
    assert mail_settings({}) == MailSettings()
    found = mail_settings({"from": "m@x.example", "password-command": "pass", "keyring": False})
    assert (found.from_address, found.password_command, found.keyring) == ("m@x.example", "pass", False)
    declared = {s.name for s in config.SETTINGS if s.name.startswith("mail.")}
    assert {f"mail.{n.replace('_', '-')}" for n in MailSettings.__slots__} - declared == {"mail.from-address"}
    with pytest.raises(InvalidError, match="No way to send"):
        route_of(MailSettings())


def test_mails_go_one_after_another_over_one_connection(inbox: Inbox, route: SmtpRoute) -> None:
    send(route)
    send(route, replace(MAIL, cc=("omar@desk.example",), message_id="<0b@desk.example>"))
    assert inbox.ids() == ["<0a@desk.example>", "<0b@desk.example>"]
    assert inbox.message(0).get_content() == "Hi\r\n.dot\r\n..\r\n"
    assert inbox.taken[0].mail_from == "maya@desk.example"
    assert inbox.taken[1].rcpt_tos == ["anna@acme.example", "omar@desk.example"]


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("login", ["password", "token"])
def test_a_mail_goes_by_tls_with_a_login(authority: trustme.CA, security: str, login: str) -> None:
    with smtp_server(security=security, login=True, context=server_context(authority, "localhost")) as inbox:
        settings = MailSettings(
            route="smtp", host="localhost", port=inbox.port, security=security, user=USER, keyring=False,
            token_command=f"echo {TOKEN}" if login == "token" else "",
        )  # fmt: skip
        route = route_of(settings, ask=lambda _: PASSWORD)
        send(route)
        route.close()
        assert len(inbox.taken) == 1


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_is_not_valid_stops_everything(authority: trustme.CA, security: str) -> None:
    with smtp_server(security=security, context=server_context(authority, "other.example")) as inbox:
        route = SmtpRoute(replace(QUIET, host="localhost", port=inbox.port, security=security), nobody)
        with pytest.raises(RouteDownError, match="certificate is not valid"):
            route.open()
        assert inbox.taken == []


def test_a_server_without_tls_is_not_written_to_in_clear(inbox: Inbox) -> None:
    route = SmtpRoute(replace(QUIET, port=inbox.port, security="starttls"), nobody)
    with pytest.raises(RouteDownError, match="STARTTLS"):
        route.open()
    with pytest.raises(InvalidError, match="Without TLS"):
        SmtpRoute(replace(QUIET, host="mail.example"), nobody)
    assert SmtpRoute(replace(QUIET, host="::1"), nobody)


@pytest.mark.parametrize(
    ("change", "answer", "said"),
    [
        ({}, "wrong", "does not let maya in: 5.7.8"),
        ({}, "jelszó", "does not let maya in"),
        ({}, None, "no password for maya"),
        ({"token_command": "echo stale"}, None, "does not let maya in"),
        ({"password_command": "false"}, None, "failed with code 1"),
        ({"password_command": "true"}, None, "printed nothing"),
        ({"password_command": "no-such-program-here"}, None, "does not start"),
    ],
)
def test_without_a_right_secret_nothing_is_sent(change: dict[str, str], answer: str | None, said: str) -> None:
    with smtp_server(login=True) as inbox:
        settings = replace(QUIET, port=inbox.port, user=USER, **change)  # type: ignore[arg-type]
        with pytest.raises(RouteDownError, match=said) as caught:
            SmtpRoute(settings, lambda _: answer).open()
        assert not answer or answer not in str(caught.value)
        assert inbox.stages == []


def test_the_password_comes_from_a_command_or_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring

    with smtp_server(login=True) as inbox:
        settings = replace(QUIET, port=inbox.port, user=USER)
        send(SmtpRoute(replace(settings, password_command=f"echo '{PASSWORD}'"), nobody))
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.mail.keyrings.Keyring")
        keyring.core.init_backend()
        send(SmtpRoute(replace(settings, keyring=True), nobody))
        assert len(inbox.taken) == 2
        # A session without a desktop has a keyring that only fails.
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        keyring.core.init_backend()
        with pytest.raises(RouteDownError, match="no password"):
            SmtpRoute(replace(settings, keyring=True), nobody).open()


@pytest.mark.parametrize(
    ("rude", "error", "said"),
    [
        ({"mail": "451 come back later"}, BusyError, "451 come back later"),
        ({"mail": "552 too big"}, RefusedError, "552 too big"),
        ({"mail": "553 not yours"}, RouteDownError, "takes no mail from maya@desk.example: not yours"),
        ({"mail": "hang up"}, BusyError, "broke before|421"),
        ({"rcpt": "550 no such user\x1b[2J"}, RefusedError, "anna@acme.example: 550 no such user$"),
        ({"rcpt": "450 greylisted"}, BusyError, "450 greylisted"),
        ({"rcpt": "hang up"}, BusyError, "broke before|421"),
        ({"body": "hang up"}, BusyError, "broke before"),
        ({"data": "554 looks like spam"}, RefusedError, "554 looks like spam"),
        ({"data": "452 disk full"}, BusyError, "452 disk full"),
        ({"verdict": "hang up"}, UnsureError, "gave no answer"),
        ({"verdict": "silent"}, UnsureError, "gave no answer"),
        ({"verdict": "what?"}, UnsureError, "no answer"),
    ],
)
def test_each_bad_end_is_told_for_what_it_is(
    inbox: Inbox,
    route: SmtpRoute,
    rude: dict[str, str | Callable[[], object]],
    error: type[Exception],
    said: str,
    tmp_path: Path,
) -> None:
    # What fits into the buffers of the system is out at once; a mail that is cut off half way is a big one.
    (tmp_path / "big.bin").write_bytes(bytes(12_000_000))
    big = replace(MAIL, files=(AttachedFile("big.bin", tmp_path / "big.bin"),))
    inbox.rude = rude
    with pytest.raises(error, match=said):
        send(route, big if "body" in rude else MAIL)
    assert bool(inbox.taken) == ("verdict" in rude)
    inbox.rude = {}
    inbox.taken.clear()
    send(route)
    assert len(inbox.taken) == 1


def test_a_connection_that_was_closed_meanwhile_is_opened_again(inbox: Inbox, route: SmtpRoute) -> None:
    send(route)
    assert route._smtp is not None and route._smtp.sock is not None
    route._smtp.sock.shutdown(socket.SHUT_RDWR)
    send(route)
    assert len(inbox.taken) == 2


def test_nobody_at_home_is_no_loss() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for host in ("127.0.0.1", "no-such-host.invalid"):
        with pytest.raises(RouteDownError, match="cannot be used"):
            SmtpRoute(replace(QUIET, host=host, port=port, security="starttls"), nobody, timeout=2).open()


# A command, a folder, the desktop


def script(path: Path, body: str) -> str:
    path.write_text(f"#!{sys.executable}\nimport sys, os, time, pathlib\n{body}\n")
    path.chmod(0o755)
    return str(path)


def test_a_sendmail_command_gets_the_mail_and_its_addresses(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = script(
        tmp_path / "msmtp",
        f"pathlib.Path({str(out)!r}).write_bytes(' '.join(sys.argv[1:]).encode() + b'\\n' + sys.stdin.buffer.read())",
    )
    send(route_of(MailSettings(route="sendmail", sendmail=f"{command} -a work")))
    arguments, _, content = out.read_bytes().partition(b"\n")
    assert arguments == b"-a work -i -f maya@desk.example -- anna@acme.example"
    assert b"\r" not in content
    assert message_from_bytes(content, policy=policy.default)["Subject"] == "Prices"


@pytest.mark.parametrize(
    ("body", "error", "said"),
    [
        ("sys.exit('no such user')", RefusedError, "no such user"),
        ("sys.exit(75)", BusyError, "75"),
        ("sys.exit(78)", RouteDownError, "78"),
        ("os.kill(os.getpid(), 9)", UnsureError, "-9"),
        ("time.sleep(9)", UnsureError, "did not end"),
    ],
)
def test_a_command_that_fails_says_how(tmp_path: Path, body: str, error: type[Exception], said: str) -> None:
    settings = MailSettings(route="sendmail", sendmail=script(tmp_path / "sendmail", body))
    with pytest.raises(error, match=said):
        send(SendmailRoute(settings, patience=1))
    with pytest.raises(RouteDownError, match="no command"):
        SendmailRoute(MailSettings(sendmail=str(tmp_path / "none"))).open()


def test_eml_files_are_private_and_one_for_each_mail(tmp_path: Path) -> None:
    route = route_of(MailSettings(route="eml", folder=str(tmp_path / "out")))
    assert send(route) == send(route)
    (path,) = (tmp_path / "out").iterdir()
    assert path.stat().st_mode & 0o077 == 0
    assert message_from_bytes(path.read_bytes(), policy=policy.default)["To"] == "anna@acme.example"
    (tmp_path / "file").touch()
    with pytest.raises(RouteDownError, match="cannot be written"):
        route_of(MailSettings(route="eml", folder=str(tmp_path / "file" / "x"))).open()
    with pytest.raises(InvalidError, match="no folder"):
        route_of(MailSettings(route="eml"))


def test_a_mailto_link_opens_and_a_long_text_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = tmp_path / "opened"
    copied: list[str] = []
    script(tmp_path / "xdg-open", f"pathlib.Path({str(opened)!r}).write_text(sys.argv[1])")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    route = route_of(MailSettings(route="mailto"), copy=copied.append)
    with pytest.raises(RouteDownError, match="no desktop"):
        route.open()
    monkeypatch.setenv("DISPLAY", ":0")
    assert send(route) == ""
    assert opened.read_text().startswith("mailto:anna@acme.example?subject=Prices&body=Hi%0D%0A")
    assert "clipboard" in send(route, replace(MAIL, body="long " * 900))
    assert copied == ["long " * 900]
    with pytest.raises(RefusedError, match="attachments"):
        send(route, replace(MAIL, files=(AttachedFile("x", Path(__file__)),)))
    script(tmp_path / "xdg-open", "sys.exit(3)")
    with pytest.raises(RouteDownError, match="no mail program"):
        send(route)
