"""Mails from the shell: written, looked at, sent, undone; what scripts rely on."""

import json
import os
import pty
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome, Run
from tests.mail.smtp_server import Inbox, smtp_server

HELLO = ("--subject", "Hi {first_name|there}", "--body", "About {company}.")


@pytest.fixture
def office(desk_file: Path, run: Run) -> Run:
    """Three leads: two with a mail address."""
    for line in ("Anna Berg at Acme anna@acme.example", "Bo Lund at Beta", "Cy Ek at Ceta cy@ceta.example"):
        assert run("lead", "add", *line.split()).code == 0
    assert run("config", "set", "mail.from", "maya@desk.example").code == 0
    return run


@pytest.fixture
def inbox(run: Run) -> Iterator[Inbox]:
    """A server that is set up as the way out."""
    with smtp_server() as server:
        settings = {"route": "smtp", "host": "127.0.0.1", "port": str(server.port), "security": "none"}
        for key, value in settings.items():
            run("config", "set", f"mail.{key}", value)
        yield server


def listed(run: Run, *more: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("outbox", "list", "--json", *more).out)
    return found


def test_a_mail_waits_in_the_outbox_and_leaves_when_it_is_sent(office: Run, inbox: Inbox) -> None:
    done = office("mail", "anna", *HELLO)
    assert done.code == 0 and done.out.startswith("E-")
    assert "Mail to Anna Berg in the outbox." in done.err
    assert [row["state"] for row in listed(office)] == ["queued"]
    sent = office("outbox", "send", "--json")
    assert json.loads(sent.out)["sent"] == 1
    assert inbox.message()["Subject"] == "Hi Anna"
    assert "Maya Kessler" in inbox.message().get_content()
    assert "text: Hi Anna" in office("lead", "show", "anna").out
    # What left is named and not undone.
    undone = office("undo")
    assert undone.code == 4 and "cannot be called back" in undone.err


def test_a_draft_is_edited_and_leaves_only_when_it_is_named(office: Run, inbox: Inbox, tmp_path: Path) -> None:
    assert "Draft to Anna Berg kept" in office("mail", "anna", *HELLO, "--draft").err
    assert json.loads(office("outbox", "send", "--json").out)["sent"] == 0
    (row,) = listed(office, "--state", "draft")
    text = tmp_path / "mail.md"
    text.write_text("---\nsubject: Hello {title}\n---\n\nText.\n", "utf-8")
    edited = office("outbox", "edit", str(row["ref"]), "--file", str(text))
    assert edited.code == 0 and "title is not known" in edited.err
    refused = office("outbox", "send", str(row["ref"]))
    assert refused.code == 4 and "cannot be sent: title is not known" in refused.err
    text.write_text("---\nsubject: Hello\n---\n\nText.\n", "utf-8")
    assert office("outbox", "edit", str(row["ref"]), "--file", str(text)).code == 0
    assert json.loads(office("outbox", "send", str(row["ref"]), "--json").out)["sent"] == 1
    assert inbox.message()["Subject"] == "Hello"
    assert office("mail", "--where", "status:open", "--draft", *HELLO).code == 0
    assert len(listed(office, "--state", "draft")) == 3
    assert office("outbox", "cancel", "cy ek").err.startswith("Mail to Cy Ek discarded")


def test_a_dry_run_shows_every_letter_and_writes_nothing(office: Run) -> None:
    shown = office("mail", "--where", "status:open", "--dry-run", *HELLO)
    assert shown.code == 0
    assert "To: Anna Berg <anna@acme.example>" in shown.out and "About Acme." in shown.out
    assert "Bo Lund: no mail address" in shown.out
    assert shown.out.rstrip().endswith("3 recipients, 1 problem: not written to")
    document = json.loads(office("mail", "--where", "status:open", "--dry-run", "--json", *HELLO).out)
    assert sorted(r["problems"] for r in document["recipients"]) == [[], [], ["no mail address"]]
    assert listed(office) == []


def test_many_at_once_from_a_template_and_now(office: Run, inbox: Inbox) -> None:
    done = office("mail", "thank", "--where", "status:open", "owner:me", "--now", "--json")
    document = json.loads(done.out)
    assert (document["queued"], document["sent"]) == (2, 2)
    assert document["not_written"][0]["why"] == "no mail address"
    assert sorted(str(inbox.message(n)["To"]) for n in range(2)) == [
        "Anna Berg <anna@acme.example>",
        "Cy Ek <cy@ceta.example>",
    ]


def test_above_twenty_it_asks(office: Run) -> None:
    for number in range(20):
        office("lead", "add", f"Lead{number} Smith at Firm{number} lead{number}@firm.example")
    many = ("mail", "thank", "--where", "status:open")
    refused = office(*many)
    assert refused.code == 5 and "23 recipients, 1 problem" in refused.err
    assert office(*many, "--yes").code == 0
    assert len(listed(office)) == 22


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("mail",), 2, "To whom?"),
        (("mail", "anna"), 2, "What do you write?"),
        (("mail", "anna", "thank", "--body", "x"), 2, "not both"),
        (("mail", "anna", "nonsense"), 3, "No template is called"),
        (("mail", "nobody", "thank"), 3, "Nothing fits"),
        (("mail", "bo", "thank"), 4, "no mail address"),
        (("mail", "anna", "--subject", "x", "--body", "{frist_name}"), 4, "Did you mean first_name?"),
        (("mail", "anna", "--body", "x"), 4, "no subject"),
        (("mail", "anna", *HELLO, "--attach", "none.pdf"), 4, "no file"),
        (("mail", "anna", *HELLO, "--at", "yesterday"), 4, "has passed"),
        (("mail", "anna", *HELLO, "--at", "nonsense"), 4, "not a time"),
        (("mail", "anna", *HELLO, "--now"), 4, "mail.route"),
        (("mail", "a", "b", "--where", "status:open"), 2, "only the template"),
        (("outbox", "send"), 4, "mail.route"),
        (("outbox", "show", "nothing"), 3, "No mail fits"),
        (("show", "E-7K3QF0D"), 4, "is a mail, not a record"),
        (("optout", "add", "nonsense"), 4, "neither a mail address nor a number"),
        (("optout", "remove", "a@b.example"), 3, "is not opted out"),
    ],
)
def test_what_cannot_be_done_says_why_and_writes_nothing(
    office: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    done = office(*words)
    assert (done.code, said in done.err) == (code, True), done.err
    assert listed(office) == []


def test_a_letter_from_standard_input_at_a_time(office: Run, monkeypatch: pytest.MonkeyPatch, inbox: Inbox) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "salesdesk", "mail", "anna", "-", "--at", "tomorrow 9:00"],
        input="---\nsubject: Hi\n---\nBye",
        text=True,
        capture_output=True,
        check=True,
    )
    assert "in the outbox" in done.stderr
    assert [row["when"] for row in listed(office)] == ["2026-11-24T09:00:00Z"]
    assert "Nothing is due" in office("outbox", "send").err
    monkeypatch.setenv("SALESDESK_NOW", "2026-11-24T09:00:01Z")
    assert "1 mail sent" in office("outbox", "send").err


def test_what_did_not_go_through_is_decided_by_a_person(office: Run, inbox: Inbox, tmp_path: Path) -> None:
    office("mail", "anna", *HELLO)
    inbox.rude = {"rcpt": "550 unknown here"}
    failed = office("outbox", "send")
    assert failed.code == 1 and "550 unknown here" in failed.err
    assert "unknown here" in office("outbox", "show", "anna").out
    assert office("outbox", "send", "anna").code == 4
    assert office("outbox", "retry", "anna").code == 0
    inbox.rude = {"verdict": "hang up"}
    assert "to be asked about" in office("outbox", "send").err
    assert listed(office, "--state", "asked")[0]["to"] == "anna@acme.example"
    assert "sent: Hi Anna" in office("outbox", "sent", "anna").err
    office("mail", "cy", *HELLO)
    assert office("outbox", "eml", "cy", str(tmp_path)).code == 0
    assert len(list(tmp_path.glob("*.eml"))) == 1
    assert office("outbox", "cancel", "cy").code == 0
    assert [row["state"] for row in listed(office)] == ["sent", "cancelled"]


def test_opt_outs_keep_and_let_go(office: Run) -> None:
    assert office("optout", "add", "anna@acme.example", "--for", "mail", "--reason", "by phone").code == 0
    assert json.loads(office("optout", "list", "--json").out)[0]["channel"] == "mail"
    refused = office("mail", "anna", *HELLO)
    assert refused.code == 4 and "opted out on 2026-11-23: by phone" in refused.err
    office("optout", "remove", "anna@acme.example")
    assert office("mail", "anna", *HELLO).code == 0


def test_ready_templates_and_fields_are_listed(office: Run) -> None:
    assert "9 templates brought" in office("template", "ready", "hu").err
    assert "{first_name}\tthe given name" in office("template", "fields").out
    assert office("template", "show", "köszönet").code == 0


def test_a_password_is_asked_for_unseen(office: Run) -> None:
    with smtp_server(login=True) as inbox:
        for key, value in {"route": "smtp", "host": "127.0.0.1", "port": str(inbox.port), "security": "none"}.items():
            office("config", "set", f"mail.{key}", value)
        office("config", "set", "mail.user", "maya")
        office("config", "set", "mail.keyring", "false")
        shown = in_terminal(["mail", "anna", *HELLO, "--now"], answers={"Password of maya": "correct horse\n"})
        assert "1 mail sent" in shown.err and "correct horse" not in shown.err
        assert len(inbox.taken) == 1


def in_terminal(arguments: list[str], answers: dict[str, str]) -> Outcome:
    """Run a command in a terminal and answer what it asks."""
    main, other = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "salesdesk", *arguments], stdin=other, stdout=other, stderr=other)
    os.close(other)
    shown, left, deadline = "", dict(answers), time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            shown += os.read(main, 4096).decode(errors="replace")
        except OSError:
            break
        for question in [q for q in left if q in shown]:
            os.write(main, left.pop(question).encode())
    os.close(main)
    return Outcome(process.wait(timeout=10), "", shown)
