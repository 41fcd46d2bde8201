"""Mails by keyboard on the real app: chosen, read, changed, sent by a real server; what was typed never lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key

from salesdesk.app import DeskApp
from salesdesk.services import editing, optouts, outbox, outreach, texts
from salesdesk.services.desk import Desk
from salesdesk.services.records import find
from tests.mail.post import anna, states, write
from tests.mail.smtp_server import PASSWORD, USER, Inbox, smtp_server
from tests.screens.sight import HOSTILE, opened, press, settle, text_of, type_text
from tests.services import office
from tests.store.test_operation import live_rows

FROM = {"from": "maya@desk.example"}
SHORT = "---\nsubject: About {company}\n---\nHi {first_name|there},\n\nmore soon.\n"


@pytest.fixture
def people(file_desk: Desk) -> Desk:
    """Three leads with an address, one without; one short template."""
    for number in range(3):
        anna(file_desk, number)
    office.lead(file_desk, "Bo Lund, Beta")
    for kind in ("cadence", "template"):
        for row in texts.texts(file_desk, kind):
            texts.delete(file_desk, row)
    texts.save(file_desk, "template", "Short", SHORT)
    return file_desk


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    with smtp_server() as server:
        yield server


def by_smtp(inbox: Inbox, **more: Any) -> dict[str, Any]:
    """A config that sends to the test server."""
    way = {"route": "smtp", "host": "127.0.0.1", "port": inbox.port, "security": "none", "keyring": False}
    return {"mail": {**FROM, **way, **more}}


async def to(pilot: Any, name: str) -> None:
    """The cursor on the lead of that name."""
    await press(pilot, "slash", "ctrl+u")
    await type_text(pilot, name)
    await press(pilot, "enter")


async def sent(pilot: Any, inbox: Inbox, count: int) -> None:
    """Until the server has so many."""
    for _ in range(100):
        await pilot.pause(0.03)
        if len(inbox.taken) >= count:
            break
    await settle(pilot)


async def until(pilot: Any, words: str) -> None:
    """Until the screen says so."""
    for _ in range(100):
        if words in text_of(pilot):
            return
        await pilot.pause(0.03)
    raise AssertionError(text_of(pilot))


async def test_a_mail_is_three_keys_and_leaves_at_once(people: Desk, inbox: Inbox) -> None:
    async with opened(people, "leads", config=by_smtp(inbox)) as pilot:
        await to(pilot, "Anna1")
        await press(pilot, "m", "s")
        assert "Hi Anna1," in text_of(pilot) and "⏎ send" in text_of(pilot)
        await press(pilot, "enter")
        await sent(pilot, inbox, 1)
        assert "1 mail sent." in text_of(pilot)
        assert inbox.message()["Subject"] == "About Acme1"
        assert states(people) == {"anna1@acme.example": "sent"}
        await press(pilot, "u")
        assert "cannot be called back" in text_of(pilot)


async def test_a_mail_goes_at_any_speed(people: Desk, inbox: Inbox) -> None:
    async with opened(people, "leads", config=by_smtp(inbox)) as pilot:
        await to(pilot, "Anna1")
        for key in ("m", "s", "enter"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else "\r"))
        await sent(pilot, inbox, 1)
        assert states(people) == {"anna1@acme.example": "sent"}


async def test_marked_rows_are_written_to_together_but_for_those_who_cannot(people: Desk, inbox: Inbox) -> None:
    optouts.add(people, "anna2@acme.example")
    async with opened(people, "leads", (80, 24), config=by_smtp(inbox)) as pilot:
        await to(pilot, "status:open")
        await press(pilot, "asterisk", "m", "s")
        assert "4 recipients, 1 problem, 1 opted out: not written to" in text_of(pilot)
        assert "⏎ send 2" in text_of(pilot)
        await press(pilot, "p")
        first = text_of(pilot)
        await press(pilot, "p")
        assert {"No mail address" in first, "No mail address" in text_of(pilot)} == {True, False}
        assert "opted out" in first + text_of(pilot)
        await press(pilot, "enter")
        await sent(pilot, inbox, 2)
        assert "2 mails in the outbox; 2 not written to" in "".join(note.text for note in notes(pilot))
        assert sorted(states(people).values()) == ["sent", "sent"]
        assert "selected" not in text_of(pilot)


def notes(pilot: Any) -> list[Any]:
    """All that was said."""
    assert isinstance(pilot.app, DeskApp)
    return list(pilot.app.chrome.messages.notes)


async def test_without_a_way_out_a_mail_waits_and_says_so(people: Desk) -> None:
    async with opened(people, "leads", config={"mail": FROM}) as pilot:
        await to(pilot, "Anna1")
        await press(pilot, "m", "s")
        assert "⏎ outbox" in text_of(pilot)
        await press(pilot, "enter")
        assert "Mail to Anna1 Berg in the outbox" in text_of(pilot)
        await press(pilot, "g", "m")
        assert "WAITING 1" in text_of(pilot)
        await press(pilot, "S")
        assert "until you choose how they leave" in text_of(pilot)
        await press(pilot, "u")
        assert "The outbox is empty" in text_of(pilot)


async def test_a_mail_without_an_address_of_ones_own_is_not_lost(people: Desk) -> None:
    async with opened(people, "leads") as pilot:
        await to(pilot, "Anna1")
        await press(pilot, "m", "s", "enter")
        assert "Which address do you write from?" in text_of(pilot)
        await press(pilot, "m")
        assert "Go on with the mail you began" in text_of(pilot)


async def test_what_is_typed_is_there_again_and_a_mistake_goes_back_to_where_it_is(people: Desk, inbox: Inbox) -> None:
    async with opened(people, "leads", config=by_smtp(inbox)) as pilot:
        await to(pilot, "Anna1")
        await press(pilot, "m", "s", "e")
        await press(pilot, "pagedown", "pagedown", "end")
        await type_text(pilot, "PS {frist_name}")
        await press(pilot, "escape", "enter")
        assert "Line 8, column 4: there is no field 'frist_name'" in text_of(pilot)
        assert "PS {frist_name}" in text_of(pilot)
        # The cursor stands at the mistake.
        await press(pilot, *["delete"] * 12)
        await type_text(pilot, "see you")
        await press(pilot, "escape", "enter")
        assert "PS see you" in text_of(pilot)
        await press(pilot, "escape", "m", "full_stop")
        assert "see you" in text_of(pilot)
        await press(pilot, "enter")
        await sent(pilot, inbox, 1)
        assert "see you" in inbox.message().get_content()
        await press(pilot, "m")
        assert "you began" not in text_of(pilot)


async def test_a_gap_stands_out_and_a_missing_snippet_is_written_on_the_spot(people: Desk, inbox: Inbox) -> None:
    texts.save(people, "template", "Intro", "---\nsubject: Hi\n---\n{snippet:what we do}\n")
    async with opened(people, "leads", config=by_smtp(inbox)) as pilot:
        await to(pilot, "Anna1")
        await press(pilot, "m", "i")
        assert "▲ The snippet 'what we do' is not written yet" in text_of(pilot)
        await press(pilot, "enter")
        assert "Nothing can be sent as it is" in text_of(pilot)
        assert live_rows(people.connection)["message"] == set()
        await press(pilot, "s")
        await type_text(pilot, "We make chairs.")
        await press(pilot, "escape", "enter")
        assert "We make chairs." in text_of(pilot) and "⏎ send" in text_of(pilot)


def as_omar_talked(desk: Desk, name: str) -> None:
    """A colleague was in touch with somebody."""
    omar = next((m.id for m in desk.members() if m.name == "Omar Farouk"), None) or office.colleague(desk)
    maya, desk.actor = desk.actor, omar
    outreach.log(desk, find(desk, name), office.outcome(desk, "Talked"))
    desk.actor = maya


async def test_a_colleague_at_work_is_said_and_a_second_enter_goes_on(people: Desk, inbox: Inbox) -> None:
    as_omar_talked(people, "Anna1")
    async with opened(people, "leads", (80, 24), config=by_smtp(inbox)) as pilot:
        await to(pilot, "Anna1")
        await press(pilot, "m", "s")
        assert "● Omar Farouk was in touch with Anna1 Berg" in text_of(pilot)
        await press(pilot, "enter")
        assert "⏎ send all the same" in text_of(pilot) and not states(people)
        await press(pilot, "enter")
        await sent(pilot, inbox, 1)
        assert len(inbox.taken) == 1


async def test_of_many_the_one_a_colleague_is_at_is_shown_before_they_leave(people: Desk, inbox: Inbox) -> None:
    as_omar_talked(people, "Anna1")
    async with opened(people, "leads", (80, 24), config=by_smtp(inbox)) as pilot:
        await to(pilot, "Anna")
        await press(pilot, "asterisk", "m", "s", "enter")
        assert "was in touch with Anna1 Berg" in text_of(pilot) and not states(people)
        await press(pilot, "enter")
        await sent(pilot, inbox, 3)
        assert len(inbox.taken) == 3


async def test_who_is_quicker_while_a_mail_is_read_is_not_written_to_twice(people: Desk, inbox: Inbox) -> None:
    async with opened(people, "leads", (80, 24), config=by_smtp(inbox)) as pilot:
        await to(pilot, "Anna1")
        await press(pilot, "m", "s")
        assert "Omar Farouk" not in text_of(pilot)
        as_omar_talked(people, "Anna1")
        await press(pilot, "enter")
        await settle(pilot)
        assert "Nothing sent: Omar Farouk is at Anna1 Berg by now" in text_of(pilot) and not states(people)
        await press(pilot, "m", "enter")
        assert "● Omar Farouk was in touch" in text_of(pilot), "the mail is there again, and says it"
        assert not inbox.taken


async def test_later_and_with_a_file(people: Desk, inbox: Inbox, tmp_path: Path) -> None:
    path = tmp_path / "prices.pdf"
    path.write_bytes(b"%PDF")
    async with opened(people, "leads", config=by_smtp(inbox)) as pilot:
        await to(pilot, "Anna1")
        await press(pilot, "m", "s", "a")
        await type_text(pilot, str(path))
        await press(pilot, "enter")
        assert "Attached prices.pdf" in text_of(pilot)
        await press(pilot, "w")
        await type_text(pilot, "tomorrow 9:00")
        assert "Tue 24 Nov 09:00" in text_of(pilot)
        await press(pilot, "enter")
        assert "Leaves   Tue 24 Nov 09:00" in text_of(pilot) and "⏎ outbox" in text_of(pilot)
        await press(pilot, "enter")
        assert states(people) == {"anna1@acme.example": "queued"}
        assert inbox.taken == []


async def test_the_outbox_is_decided_by_letters(people: Desk, inbox: Inbox) -> None:
    rows = write(people, *(find(people, f"Anna{n}") for n in range(3)))
    with people.operation("As a crash leaves it", source="outbox") as unit:
        unit.update("message", rows[0].id, {"state": "sending"})
        unit.update("message", rows[1].id, {"state": "failed", "error": "550 no such user"})
    async with opened(people, "today", (80, 24), config=by_smtp(inbox)) as pilot:
        # What a crash left is found behind the first picture.
        await until(pilot, "Needs care   2 mails did not get through")
        await press(pilot, "enter")
        shown = text_of(pilot)
        assert [head in shown for head in ("MAY HAVE BEEN SENT 1", "FAILED 1", "WAITING 1")] == [True] * 3
        await press(pilot, "enter")
        assert "look in your Sent" in text_of(pilot)
        await press(pilot, "s")
        assert "SENT 1" in text_of(pilot)
        await press(pilot, "home", "r")
        await sent(pilot, inbox, 1)
        await press(pilot, "home", "x")
        assert sorted(states(people).values()) == ["cancelled", "sent", "sent"]
        assert len(inbox.taken) == 1
        await press(pilot, "x")
        assert "is " in text_of(pilot)


async def test_a_password_is_asked_for_once_and_not_shown(people: Desk) -> None:
    with smtp_server(login=True) as inbox:
        async with opened(people, "leads", config=by_smtp(inbox, user=USER)) as pilot:
            await to(pilot, "Anna1")
            await press(pilot, "m", "s", "enter")
            await until(pilot, "Password of maya")
            await type_text(pilot, PASSWORD)
            assert PASSWORD not in text_of(pilot)
            await press(pilot, "enter")
            await sent(pilot, inbox, 1)
            assert states(people) == {"anna1@acme.example": "sent"}
            await to(pilot, "Anna2")
            await press(pilot, "m", "s", "enter")
            await sent(pilot, inbox, 2)
            assert len(inbox.taken) == 2


async def test_a_mail_opened_elsewhere_is_asked_about_with_one_key(
    people: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener = tmp_path / "xdg-open"
    opener.write_text("#!/bin/sh\nexit 0\n")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    async with opened(people, "leads", config={"mail": {**FROM, "route": "mailto"}}) as pilot:
        for name, key, state in (("Anna1", "n", "queued"), ("Anna2", "y", "sent")):
            await to(pilot, name)
            await press(pilot, "m", "s", "enter")
            await until(pilot, "Was it sent?")
            await press(pilot, key)
            assert states(people)[f"{name.lower()}@acme.example"] == state


async def test_the_demo_sends_nothing(people: Desk, inbox: Inbox) -> None:
    app = DeskApp(people, start="leads", config=by_smtp(inbox), demo=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await to(pilot, "Anna1")
        await press(pilot, "m", "s", "enter")
        await press(pilot, "g", "m", "S")
        assert "the demo" in text_of(pilot)
        assert inbox.taken == []


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_hostile_text_is_shown_as_text(people: Desk, size: tuple[int, int]) -> None:
    editing.edit(people, [find(people, "Anna1")], {"company": HOSTILE})
    async with opened(people, "leads", size, config={"mail": FROM}) as pilot:
        await to(pilot, "Anna1")
        await press(pilot, "m", "s")
        assert "About A [/] [b]x[/b]" in text_of(pilot)
        await press(pilot, "enter", "g", "m", "enter")
        assert "[b]x[/b]" in text_of(pilot)
        assert "\x1b" not in text_of(pilot)
    assert "\x1b" not in outbox.rows(people)[0].subject


async def test_a_to_do_has_nobody_to_write_to(people: Desk) -> None:
    office.capture(people, "todo order headsets today 8:00")
    async with opened(people, "today") as pilot:
        await press(pilot, "m")
        assert "nobody to write to" in text_of(pilot)
