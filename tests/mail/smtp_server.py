"""A real SMTP server on loopback that can also be rude: refuse, be busy, hang up, keep silent."""
# ruff: noqa: N802

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD, TOKEN = "maya", "correct horse", "ya29.token"


@dataclass
class Inbox:
    """What a server took and how it behaves; `rude` maps a stage (mail, rcpt, body, data, verdict) to what it does there:
    an answer such as `550 No`, or `hang up`, `silent`, or a function to call."""

    port: int = 0
    rude: dict[str, str | Callable[[], object]] = field(default_factory=dict)
    taken: list[Envelope] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)
    connections: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def message(self, number: int = -1) -> EmailMessage:
        """A mail that was taken, as a mail program reads it."""
        content = self.taken[number].content
        assert isinstance(content, bytes)
        found = message_from_bytes(content, policy=policy.default)
        assert isinstance(found, EmailMessage)
        return found

    def ids(self) -> list[str]:
        """The Message-IDs of all that was taken, in order."""
        return [str(self.message(n)["Message-ID"]) for n in range(len(self.taken))]


class _Handler:
    """The hooks of aiosmtpd."""

    def __init__(self, inbox: Inbox) -> None:
        self.inbox = inbox

    async def _stage(self, name: str, server: SMTP) -> str:
        """What to answer at a stage; '' to go on as always."""
        self.inbox.stages.append(name)
        act = self.inbox.rude.get(name, "")
        if callable(act):
            act()
            return ""
        if act == "hang up":
            assert server.transport is not None
            server.transport.close()
            return "421 bye"
        if act == "silent":
            import asyncio

            await asyncio.sleep(30)
        return act

    async def handle_MAIL(
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        answer = await self._stage("mail", server)
        if not answer:
            envelope.mail_from = address
        return answer or "250 OK"

    async def handle_RCPT(
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        answer = await self._stage("rcpt", server)
        if not answer:
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        answer = await self._stage("data", server)
        if answer:
            return answer
        with self.inbox.lock:
            self.inbox.taken.append(envelope)
        return await self._stage("verdict", server) or "250 taken"


def _authenticate(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    fine = isinstance(data, LoginPassword) and data.login.decode() == USER and data.password.decode() == PASSWORD
    return AuthResult(success=fine, handled=False)


class _Server(SMTP):
    """With XOAUTH2, which the library leaves to us."""

    async def auth_XOAUTH2(self, _server: SMTP, args: list[str]) -> AuthResult:
        import base64

        said = base64.b64decode(args[1]).decode()
        if said == f"user={USER}\x01auth=Bearer {TOKEN}\x01\x01":
            return AuthResult(success=True)
        await self.push("334 " + base64.b64encode(b'{"status":"401"}').decode())
        await self._reader.readline()
        return AuthResult(success=False, handled=False)

    def connection_made(self, transport: Any) -> None:
        """Count who is here."""
        self.event_handler.inbox.connections += 1
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """And who left."""
        self.event_handler.inbox.connections -= 1
        super().connection_lost(error)

    async def smtp_DATA(self, arg: str) -> None:
        """Rude in the middle of a mail: it reads a little and hangs up."""
        inbox = self.event_handler.inbox
        if inbox.rude.get("body") != "hang up":
            await super().smtp_DATA(arg)
            return
        await self.push("354 go on")
        await self._reader.readline()
        self._writer.transport.abort()


class _Controller(Controller):
    def __init__(self, inbox: Inbox, **kwargs: Any) -> None:
        super().__init__(_Handler(inbox), hostname="127.0.0.1", port=_free_port(), **kwargs)

    def factory(self) -> SMTP:
        return _Server(self.handler, **self.SMTP_kwargs)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def smtp_server(
    *, security: str = "none", login: bool = False, context: ssl.SSLContext | None = None
) -> Iterator[Inbox]:
    """A server with that security (starttls, tls, none), asking for a login or not."""
    inbox = Inbox()
    more: dict[str, Any] = {}
    if security == "starttls":
        more = {"tls_context": context, "require_starttls": True}
    if security == "tls":
        more = {"ssl_context": context}
    if login:
        more |= {"authenticator": _authenticate, "auth_required": True, "auth_require_tls": False}
    controller = _Controller(inbox, **more)
    controller.start()
    inbox.port = controller.port
    try:
        yield inbox
    finally:
        controller.stop()
