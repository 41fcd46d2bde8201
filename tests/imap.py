"""A real IMAP server on loopback, and what can go wrong between it and us."""

import imaplib
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import trustme

USER, PASSWORD = "maya", 'se"cret ő'
# The server would hash a password for a quarter of a second at each login; how well it guards one is not asked here.
_SERVE = """
from pymap.main import main
from pysasl.hashing import BuiltinHash
BuiltinHash.__init__.__kwdefaults__["rounds"] = 1
main()
"""


class ImapServer:
    """A server of its own process with one empty mailbox."""

    def __init__(self, port: int, *, tls: bool) -> None:
        self.port = port
        self._tls = tls

    def client(self) -> imaplib.IMAP4:
        """A logged-in client that may change the mailbox."""
        client = imaplib.IMAP4("127.0.0.1", self.port, timeout=5)
        if self._tls:
            client.starttls(ssl._create_unverified_context())
        client.authenticate("PLAIN", lambda _: f"\0{USER}\0{PASSWORD}".encode())
        return client

    def deliver(self, *mails: bytes, folder: str = "INBOX") -> None:
        """Put mails into a folder."""
        with self.client() as client:
            for mail in mails:
                kind, said = client.append(folder, "", "", mail)
                assert kind == "OK", said

    def flags(self) -> list[str]:
        """The flags of all mails of INBOX."""
        with self.client() as client:
            client.select("INBOX", readonly=True)
            return [str(line) for line in client.fetch("1:*", "(FLAGS)")[1]]


@contextmanager
def imap_server(certificate: Path | None = None) -> Iterator[ImapServer]:
    """A running server; with a certificate (a PEM file with its key) it wants STARTTLS."""
    port = free_port()
    secure = ["--cert", str(certificate)] if certificate else ["--no-tls"]
    command = [sys.executable, "-c", _SERVE, "--host", "127.0.0.1", "--port", str(port)]
    command += [*secure, "dict", "--demo-user", USER, "--demo-password", PASSWORD]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            assert process.poll() is None, "the IMAP server did not start"
            time.sleep(0.05)
        yield ImapServer(port, tls=certificate is not None)
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def certificates(folder: Path, host: str = "localhost") -> tuple[Path, Path]:
    """The certificate of `host` with its key, and that of the authority behind it."""
    authority = trustme.CA()
    mine, trusted = folder / "server.pem", folder / "authority.pem"
    authority.issue_cert(host).private_key_and_cert_chain_pem.write_to_path(str(mine))
    authority.cert_pem.write_to_path(str(trusted))
    return mine, trusted


@contextmanager
def in_between(port: int, *, cut_after: int | None = None, certificate: Path | None = None) -> Iterator[int]:
    """A port that passes on to another, from the start in TLS when it has a certificate; it hangs up once the
    server has said `cut_after` bytes."""
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)

    def serve(client: socket.socket) -> None:
        with suppress(OSError):
            if context is not None:
                client = context.wrap_socket(client, server_side=True)
            server = socket.create_connection(("127.0.0.1", port))
            threading.Thread(target=_pass_on, args=(client, server, None), daemon=True).start()
            _pass_on(server, client, cut_after)

    with listening(serve) as ours:
        yield ours


def _pass_on(source: socket.socket, target: socket.socket, most: int | None) -> None:
    with suppress(OSError):
        while data := source.recv(4096):
            target.sendall(data[:most])
            if most is not None:
                most -= len(data)
                if most <= 0:
                    break
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
            end.close()


@contextmanager
def scripted(answers: Sequence[Callable[[bytes], bytes]]) -> Iterator[int]:
    """A server that greets, then answers each line by the next of `answers`, and then says nothing more."""

    def serve(client: socket.socket) -> None:
        with suppress(OSError), client.makefile("rb") as lines:
            client.sendall(b"* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] ready\r\n")
            for answer in answers:
                client.sendall(answer(lines.readline()))
            lines.readline()

    with listening(serve) as port:
        yield port


@contextmanager
def listening(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    """A loopback port whose connections are given to `serve`, each in a thread."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        done = threading.Event()

        def accept() -> None:
            while not done.is_set():
                with suppress(OSError):
                    client, _ = server.accept()
                    threading.Thread(target=serve, args=(client,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield int(server.getsockname()[1])
        done.set()
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
