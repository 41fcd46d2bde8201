"""Mail that comes in while the screens are open, and people who asked to be left alone."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from salesdesk import mailroom
from salesdesk.app import DeskApp
from salesdesk.services import optouts
from salesdesk.services.desk import Desk
from tests.imap import PASSWORD, USER, imap_server
from tests.mails import dsn, mail
from tests.screens.sight import HOSTILE, SIZES, opened, press, settle, text_of, type_text
from tests.services.office import lead


@pytest.fixture(autouse=True)
def nothing_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a slow machine the first look of the app could come before the test asks for one."""
    monkeypatch.setattr(mailroom, "_FIRST_SECONDS", 3600.0)


@pytest.fixture
def config(file_desk: Desk, tmp_path: Path) -> dict[str, Any]:
    lead(file_desk, "Anna Lindqvist at Acme Nordic anna@acme.example")
    lead(file_desk, "Bo Berg at Berg AB bo@berg.example +46 8 111 222 33")
    (tmp_path / "Mail" / "new").mkdir(parents=True)
    (tmp_path / "Mail" / "new" / "1").write_bytes(mail("Yes, Friday\n\nAnna"))
    (tmp_path / "Mail" / "new" / "2").write_bytes(dsn("bo@berg.example", "<o@x>"))
    return {"inbox": {"source": "maildir", "path": str(tmp_path / "Mail"), "minutes": 60}}


async def inbox(pilot: Pilot[Any]) -> None:
    """Go to the shelf of mail that came in."""
    app = pilot.app
    assert isinstance(app, DeskApp)
    app.show_outreach("inbox")
    await settle(pilot)


async def look(pilot: Pilot[Any]) -> None:
    """Press R and wait until the mail is in."""
    await press(pilot, "R")
    await _until_calm(pilot)


async def _until_calm(pilot: Pilot[Any]) -> None:
    app = pilot.app
    assert isinstance(app, DeskApp)
    for _ in range(200):
        if not app.mailroom.busy:
            break
        await pilot.pause(0.02)
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_r_takes_mail_in_and_enter_opens_whom_it_is_from(
    file_desk: Desk, config: dict[str, Any], size: tuple[int, int]
) -> None:
    async with opened(file_desk, "today", size, config) as pilot:
        await inbox(pilot)
        assert "No mail came in yet" in text_of(pilot)
        await look(pilot)
        seen = text_of(pilot)
        assert "2 mails taken in: 1 reply, 1 bounce" in seen
        assert "Anna Lindqvist" in seen and "✓ reply" in seen and "▲ bounced" in seen
        await press(pilot, "G")
        await press(pilot, "enter")
        assert "Acme Nordic" in text_of(pilot) and "Yes, Friday" in text_of(pilot)
        await press(pilot, "q", "q")
        assert "NEW FOR YOU 2" in text_of(pilot) and "Yes, Friday" in text_of(pilot)
        assert "Maya: Yes" not in text_of(pilot)
        assert "DONE" not in text_of(pilot)


async def test_mail_that_comes_by_itself_is_told_and_u_passes_it_by(file_desk: Desk, config: dict[str, Any]) -> None:
    async with opened(file_desk, "today", config=config) as pilot:
        app = pilot.app
        assert isinstance(app, DeskApp)
        await app.mailroom.look(background=True)
        await settle(pilot)
        assert "2 mails taken in" in text_of(pilot) and "NEW FOR YOU 2" in text_of(pilot)
        await press(pilot, "u")
        assert "NEW FOR YOU" in text_of(pilot)
        config["inbox"]["path"] = "/no/such/place"
        for _ in range(2):
            await app.mailroom.look(background=True)
        await settle(pilot)
        assert text_of(pilot).count("not a Maildir") == 1


async def test_r_says_what_is_missing(file_desk: Desk) -> None:
    async with opened(file_desk, "today") as pilot:
        await inbox(pilot)
        await look(pilot)
        assert "No mailbox is set up to read from" in text_of(pilot)


async def test_a_password_is_asked_for_and_never_shown(
    file_desk: Desk, config: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with imap_server() as server:
        server.deliver(mail("Yes, Friday"))
        config["inbox"] = {
            "source": "imap", "host": "127.0.0.1", "port": server.port, "security": "none", "user": USER, "minutes": 60,
        }  # fmt: skip
        async with opened(file_desk, "today", config=config) as pilot:
            await inbox(pilot)
            for secret, seen in (("wrong one", "refused the login"), (PASSWORD, "1 mail taken in: 1 reply")):
                if "Password of" not in text_of(pilot):
                    await look(pilot)
                assert "Password of maya at 127.0.0.1" in text_of(pilot)
                await type_text(pilot, secret)
                assert "••••" in text_of(pilot) and secret not in text_of(pilot)
                await press(pilot, "enter")
                await _until_calm(pilot)
                assert seen in text_of(pilot)


async def test_hostile_mail_is_shown_as_text(file_desk: Desk, config: dict[str, Any], tmp_path: Path) -> None:
    raw = mail(f"{HOSTILE}\n\n" * 5, subject="[/x] [bold]hi", id="<h@x>", date="Mon, 23 Nov 2026 09:00:00 +0100")
    (tmp_path / "Mail" / "new" / "3").write_bytes(raw)
    async with opened(file_desk, "today", config=config) as pilot:
        await inbox(pilot)
        await look(pilot)
        seen = text_of(pilot)
        assert "[/x] [bold]hi" in seen and "A [/] [b]x[/b]" in seen and "\x1b" not in seen


async def test_who_opted_out_is_shown_and_takes_one_more_key(file_desk: Desk, config: dict[str, Any]) -> None:
    optouts.add(file_desk, "+46 8 111 222 33", channel="call", reason="asked on the phone")
    async with opened(file_desk, "leads", config=config) as pilot:
        await press(pilot, *["j"] * 5)
        assert "do not call" in text_of(pilot) and "asked on the phone" in text_of(pilot)
        await press(pilot, "y", "p")
        assert "opted out" in text_of(pilot)
        await press(pilot, "enter")
        assert "Copied" not in text_of(pilot)
        await press(pilot, "y", "p", "y")
        assert "Copied" in text_of(pilot)
        await press(pilot, "y", "l")
        assert "opted out" not in text_of(pilot)
