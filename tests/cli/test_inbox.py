"""`salesdesk inbox`: what it takes in, lists, and says when it cannot."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, process
from tests.imap import USER, imap_server
from tests.mails import dsn, mail


@pytest.fixture
def anna(desk_file: Path, run: Run) -> str:
    made = run("lead", "add", "Anna Lindqvist at Acme Nordic anna@acme.example")
    return made.out.strip()


def test_a_maildir_is_taken_in_and_listed(anna: str, run: Run, tmp_path: Path) -> None:
    box = tmp_path / "Mail"
    (box / "cur").mkdir(parents=True)
    (box / "cur" / "1:2,S").write_bytes(mail("Yes, Friday"))
    (box / "cur" / "2:2,S").write_bytes(b"rubbish")
    done = run("inbox", "fetch", "--maildir", str(box))
    assert (done.code, done.out.strip()) == (0, anna)
    assert "1 mail taken in: 1 reply. Undo: salesdesk undo" in done.err
    assert "2:2,S: it has no sender" in done.err
    again = json.loads(run("inbox", "fetch", "--maildir", str(box), "--json").out)
    assert (again["taken"], again["looked_at"], again["kinds"]) == (0, 2, {})
    (row,) = json.loads(run("inbox", "list", "--json").out)
    assert (row["at"], row["kind"], row["from"], row["text"]) == (
        "2026-11-23T07:30:00Z", "reply", "anna@acme.example", "Yes, Friday",
    )  # fmt: skip
    assert row["record"] == {"ref": anna, "name": "Anna Lindqvist"}
    assert run("inbox", "list", "--ids").out.strip() == anna


def test_saved_mails_are_handed_over(anna: str, run: Run, tmp_path: Path) -> None:
    for name, raw in (
        ("a.eml", mail("Yes")),
        ("b.eml", dsn("anna@acme.example", "<o@x>")),
        ("c.eml", mail("Hi", sender="bob@x.example", id="<9@x>")),
        ("d.eml", b""),
    ):
        (tmp_path / name).write_bytes(raw)
    done = run("inbox", "read", *(str(tmp_path / f"{letter}.eml") for letter in "abcd"), str(tmp_path / "absent.eml"))
    assert done.code == 4
    assert "2 mails taken in: 1 reply, 1 bounce" in done.err
    for words in ("c.eml: nobody here has the address bob@x.example", "d.eml: it is empty", "absent.eml: no such file"):
        assert words in done.err
    again = run("inbox", "read", str(tmp_path / "a.eml"))
    assert again.code == 0 and "a.eml: it is here already" in again.err
    assert "anna@acme.example" in run("lead", "list", "dnc:yes").out


def test_imap_with_a_password_from_a_command(anna: str, run: Run, tmp_path: Path) -> None:
    with imap_server() as server:
        server.deliver(mail("Yes, Friday"))
        settings = {"source": "imap", "host": "127.0.0.1", "port": str(server.port), "security": "none", "user": USER}
        secret = tmp_path / "secret"
        secret.write_text("wrong\nsecond line\n")
        for name, value in (settings | {"password-command": f"cat {secret}"}).items():
            assert run("config", "set", f"inbox.{name}", value).code == 0
        refused = run("inbox", "fetch")
        assert refused.code == 1 and "refused the login of maya" in refused.err and "wrong" not in refused.err
        from tests.imap import PASSWORD

        secret.write_text(PASSWORD + "\n", encoding="utf-8")
        assert "1 mail taken in: 1 reply" in run("inbox", "fetch").err
        assert "No new mail of anybody known" in run("inbox", "fetch").err


def test_what_is_not_set_up_is_said(desk_file: Path, run: Run, tmp_path: Path) -> None:
    nothing = run("inbox", "fetch")
    assert nothing.code == 4 and "No mailbox is set up" in nothing.err and "--maildir" in nothing.err
    assert run("inbox", "fetch", "--maildir", "a", "--mbox", "b").code == 2
    assert run("inbox", "fetch", "--since", "0", "--mbox", "b").code == 2
    missing = run("inbox", "fetch", "--mbox", str(tmp_path / "absent"))
    assert missing.code == 4 and "There is no" in missing.err
    assert run("inbox", "list").out.count("\n") == 1
    assert json.loads(run("inbox", "list", "--json").out) == []
    run("config", "set", "inbox.source", "imap")
    assert "IMAP needs inbox.host" in run("inbox", "fetch").err


def test_a_password_nobody_can_give_is_one_sentence(desk_file: Path, run: Run) -> None:
    with imap_server() as server:
        for name, value in (("source", "imap"), ("host", "127.0.0.1"), ("port", str(server.port)), ("user", USER)):
            run("config", "set", f"inbox.{name}", value)
        run("config", "set", "inbox.security", "none")
        done = process("inbox", "fetch")
    assert done.returncode == 1
    assert b"There is no password for maya." in done.stderr and b"inbox.password-command" in done.stderr
