"""Mail comes in, is matched, logged once, and does what it says."""

import datetime as dt
import os
from pathlib import Path

import pytest

from salesdesk.errors import UndoRefusedError
from salesdesk.exchange.mail_sources import FilesSource, MaildirSource, MboxSource
from salesdesk.services import history, negotiating, optouts, outreach, prospecting, texts
from salesdesk.services.cadences import enrolling
from salesdesk.services.desk import Desk
from salesdesk.services.inbox import Fetched, InboxSettings, fetch
from salesdesk.services.records import Ref
from tests.mails import auto_reply, delayed, dsn, exim_bounce, mail
from tests.services.office import cell, colleague, lead, steps
from tests.store.test_operation import live_rows

OUT = "<out-1@desk.example>"
SETTINGS = InboxSettings(mine="maya@desk.example", unsubscribe="leave@desk.example")


@pytest.fixture
def anna(desk: Desk) -> Ref:
    return lead(desk, "Anna Lindqvist at Acme Nordic anna@acme.example")


def sent(desk: Desk, ref: Ref, message_id: str = OUT, to: str = "anna@acme.example", **more: object) -> bytes:
    """A mail that went out, as sending writes it."""
    with desk.operation("Sent") as unit:
        values = {
            "state": "sent",
            "owner_id": desk.actor,
            f"{ref.kind}_id": ref.id,
            "to_address": to,
            "thread": message_id,
        }
        return unit.insert("message", values | {"message_id": message_id} | more)


def box(tmp_path: Path, *raw: bytes) -> MaildirSource:
    folder = tmp_path / "Maildir"
    for name in ("new", "cur"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    start = len(list((folder / "new").iterdir()))
    for number, content in enumerate(raw, start):
        (folder / "new" / f"{number:03}").write_bytes(content)
        os.utime(folder / "new" / f"{number:03}", (1_795_000_000 + number,) * 2)
    return MaildirSource(folder)


def take(desk: Desk, tmp_path: Path, *raw: bytes) -> Fetched:
    """Put mails into the box and look at all of it, also at what was seen before."""
    return fetch(desk, box(tmp_path, *raw), SETTINGS, days=30)


def touches(desk: Desk, ref: Ref) -> list[tuple[object, ...]]:
    return desk.connection.rows(
        "SELECT k.name, COALESCE(o.name, ''), t.direction, t.note, t.done_at FROM activity t"
        " JOIN activity_kind k ON k.id = t.kind_id LEFT JOIN outcome o ON o.id = t.outcome_id"
        f" WHERE t.{ref.kind}_id = ? AND t.done_on IS NOT NULL AND t.deleted_op IS NULL ORDER BY t.id",
        (ref.id,),
    )


def messages(desk: Desk, direction: str = "in") -> list[tuple[object, ...]]:
    return desk.connection.rows(
        "SELECT state, from_address, subject FROM message WHERE direction = ? AND deleted_op IS NULL ORDER BY id",
        (direction,),
    )


def notices(desk: Desk) -> list[tuple[str, str]]:
    return [
        (kind, text)
        for kind, text in desk.connection.rows("SELECT kind, text FROM notice WHERE deleted_op IS NULL ORDER BY id")
    ]


def test_a_reply_is_logged_told_and_ends_the_waiting(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    outreach.plan(
        desk, [anna], outreach.Step(outreach.kind_named(desk, "call"), dt.date(2026, 11, 30), subject="ask again")
    )
    sent(desk, anna)
    done = take(desk, tmp_path, mail("Yes, Friday.\n\n> Friday?", reply_to=OUT, sender="anna@private.example"))
    assert done.sentence == "1 mail taken in: 1 reply"
    assert touches(desk, anna) == [("Mail", "Replied", "in", "Yes, Friday.", "2026-11-23T07:30:00Z")]
    assert messages(desk) == [("received", "anna@private.example", "Re: Offer")]
    assert notices(desk) == [("reply", "Yes, Friday.")]
    assert steps(desk, anna) == [("Call", "2026-11-23", "ask again")]
    assert cell(desk, anna, "touched_on") == "2026-11-23"


def test_fetching_again_changes_nothing_and_undo_gives_all_back(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    before = live_rows(desk.connection)
    take(desk, tmp_path, mail("Yes"), mail("And no", id="<two@acme.example>"))
    after = live_rows(desk.connection)
    assert take(desk, tmp_path).taken == 0
    other = Desk(desk.workspace, actor=colleague(desk))
    settled = live_rows(desk.connection)
    assert fetch(other, MaildirSource(tmp_path / "Maildir"), SETTINGS, days=30).taken == 0
    assert live_rows(desk.connection) == settled != after
    history.undo(desk)
    history.undo(desk)
    assert live_rows(desk.connection) == before
    assert take(desk, tmp_path).taken == 0, "what was taken back does not come again by itself"
    history.redo(desk)
    assert len(messages(desk)) == 2


def test_files_that_were_seen_are_not_opened_again(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    fetch(desk, box(tmp_path, mail("Yes")), SETTINGS)
    with desk.operation("As if it were long ago") as unit:
        unit.execute("mailbox", "UPDATE mailbox SET last_uid = last_uid + 10000000000")
    assert fetch(desk, box(tmp_path), SETTINGS).looked_at == 0
    path = tmp_path / "mbox"
    path.write_bytes(b"From a Mon Nov 23 09:00:00 2026\n" + mail("More", id="<m@x>"))
    os.utime(path, (1_795_000_000, 1_795_000_000))
    assert [fetch(desk, MboxSource(path), SETTINGS).looked_at for _ in range(2)] == [1, 0]
    path.write_bytes(path.read_bytes() + b"\nFrom a Mon Nov 23 09:00:00 2026\n" + mail("And more", id="<n@x>"))
    assert fetch(desk, MboxSource(path), SETTINGS).taken == 1


def test_a_mail_handed_over_comes_also_when_it_was_taken_back(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    saved = tmp_path / "saved.eml"
    saved.write_bytes(mail("Yes"))
    assert fetch(desk, FilesSource([saved]), SETTINGS).taken == 1
    assert fetch(desk, FilesSource([saved]), SETTINGS).taken == 0
    history.undo(desk)
    assert fetch(desk, FilesSource([saved]), SETTINGS).taken == 1


def test_what_concerns_nobody_known_is_not_kept(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    done = take(
        desk,
        tmp_path,
        mail("Buy now", sender="news@shop.example", id="<1@x>"),
        mail("Note to self", sender="Maya <MAYA@desk.example>", to="anna@acme.example", id="<2@x>"),
        mail("Old", date="Mon, 1 Jun 2026 09:00:00 +0200", id="<3@x>"),
        dsn("somebody@else.example", "<not-ours@x>"),
        b"\x00\xff rubbish",
    )
    assert (done.taken, done.looked_at, len(done.unreadable)) == (0, 5, 1)
    assert done.sentence == "No new mail of anybody known"
    assert messages(desk) == [] and touches(desk, anna) == []


def test_whom_a_mail_is_matched_to(desk: Desk, tmp_path: Path) -> None:
    eva = lead(desk, "Eva Kis at Kis Kft eva@kis.example")
    deal = prospecting.convert(desk, eva, prospecting.conversion_defaults(desk, eva))
    with desk.operation("An account") as unit:
        account = unit.insert("account", {"name": "Big AG", "email": "Info <info@big.example>"})
        alone = unit.insert("contact", {"name": "Bob Roe", "email": "bob@roe.example", "account_id": account})
    done = take(
        desk,
        tmp_path,
        mail("I am in", sender="EVA@kis.example", id="<1@x>"),
        mail("From the office", sender="info@big.example", id="<2@x>"),
        mail("Hello", sender="bob@roe.example", id="<3@x>"),
    )
    assert [(ref.kind, ref.id) for ref in done.refs] == [("deal", deal.id), ("account", account), ("contact", alone)]
    assert done.sentence == "3 mails taken in: 3 replies"
    # A deal that waits for nothing gets the step that follows a reply.
    negotiating.win(desk, [deal])
    take(desk, tmp_path, mail("One more thing", sender="eva@kis.example", id="<4@x>"))
    contact = desk.connection.value("SELECT contact_id FROM message WHERE message_id = '<4@x>'")
    assert contact == desk.connection.value("SELECT contact_id FROM deal WHERE id = ?", (deal.id,))


def test_a_lead_without_a_step_gets_one_and_an_appointment_stays(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    take(desk, tmp_path, mail("Yes"))
    assert steps(desk, anna) == [("Call", "2026-11-24", "")]
    bob = lead(desk, "demo Bob Roe bob@roe.example fri 10:00")
    take(desk, tmp_path, mail("See you", sender="bob@roe.example", id="<b@x>"))
    assert steps(desk, bob)[0][:2] == ("Demo", "2026-11-27")


def test_a_bounce_closes_the_address(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    ours = sent(desk, anna)
    done = take(desk, tmp_path, dsn("forwarded@elsewhere.example", OUT))
    assert done.sentence == "1 mail taken in: 1 bounce"
    assert desk.connection.one("SELECT state, error FROM message WHERE id = ?", (ours,)) == (
        "bounced", "550 5.1.1 Recipient address rejected: User unknown",
    )  # fmt: skip
    (row,) = optouts.opt_outs(desk)
    assert (row.address, row.channel, row.reason[:12]) == ("anna@acme.example", "mail", "bounced: 550")
    assert [touch[1:3] for touch in touches(desk, anna)] == [("Bounced", "in")]
    assert [kind for kind, _ in notices(desk)] == ["bounce"]
    history.undo(desk)
    assert not optouts.opted_out(desk.connection, "anna@acme.example", "mail")
    assert desk.connection.value("SELECT state FROM message WHERE id = ?", (ours,)) == "sent"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [(mail("Yes", reply_to=OUT), "replied"), (dsn("anna@acme.example", OUT), "mail bounced")],
    ids=["reply", "bounce"],
)
def test_what_comes_in_ends_the_cadence_and_undo_brings_it_back(
    desk: Desk, anna: Ref, tmp_path: Path, raw: bytes, reason: str
) -> None:
    texts.save(desk, "template", "News", "---\nsubject: News\n---\nHello\n")
    texts.save(desk, "cadence", "Opening", "now task Look them up\n+2d mail News\n")
    enrolling.enrol(desk, texts.find_text(desk, "cadence", "opening"), [anna])
    sent(desk, anna)
    before = live_rows(desk.connection)
    take(desk, tmp_path, raw)
    assert desk.connection.rows("SELECT state, reason FROM enrolment") == [("stopped", reason)]
    assert "Look them up" not in [subject for _, _, subject in steps(desk, anna)]
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_a_bounce_without_our_id_is_known_by_its_recipient(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    assert take(desk, tmp_path, exim_bounce("anna@acme.example", "<lost@x>")).counts["bounced"] == 1
    assert optouts.opted_out(desk.connection, "Anna@Acme.example", "mail")


def test_a_mail_refused_for_what_it_says_leaves_the_address(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    take(desk, tmp_path, dsn("anna@acme.example", OUT, status="5.7.1"))
    assert optouts.opt_outs(desk) == []
    assert notices(desk)[0][0] == "bounce"


def test_a_delay_and_an_automatic_answer_are_only_noted(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    sent(desk, anna)
    outreach.plan(desk, [anna], outreach.Step(outreach.kind_named(desk, "call"), dt.date(2026, 11, 30)))
    done = take(desk, tmp_path, delayed("anna@acme.example", OUT), auto_reply(OUT))
    assert done.sentence == "2 mails taken in: 1 automatic answer, 1 delay"
    assert [touch[0] for touch in touches(desk, anna)] == ["Note", "Note"]
    assert notices(desk) == [] and optouts.opt_outs(desk) == []
    assert steps(desk, anna)[0][1] == "2026-11-30"
    assert desk.connection.value("SELECT state FROM message WHERE direction = 'out'") == "sent"


def test_a_wish_to_be_left_alone_is_respected(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    done = take(
        desk,
        tmp_path,
        mail("STOP\n\n> our offer", reply_to=OUT),
        mail("", sender="stranger@far.example", to="Leave <leave@desk.example>", subject="unsubscribe", id="<2@x>"),
    )
    assert done.sentence == "2 mails taken in: 2 unsubscribed"
    assert {row.address: row.reason for row in optouts.opt_outs(desk)} == {
        "anna@acme.example": "asked by mail: STOP",
        "stranger@far.example": "asked by mail: unsubscribe",
    }
    assert notices(desk) == [("reply", "wants no more mail")]
    # Nothing of the stranger is kept but the address that must not be used.
    assert messages(desk)[1] == ("unsubscribed", "stranger@far.example", "")
    optouts.remove(desk, "stranger@far.example")
    assert take(desk, tmp_path).taken == 0
    assert len(optouts.opt_outs(desk)) == 1


def test_a_wish_from_another_address_holds_for_the_one_we_wrote_to(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    sent(desk, anna)
    take(desk, tmp_path, mail("STOP", sender="anna@home.example", reply_to=OUT))
    assert {row.address for row in optouts.opt_outs(desk)} == {"anna@acme.example", "anna@home.example"}


def test_our_own_address_is_never_closed(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    take(desk, tmp_path, mail("First", id="<first@a>"))
    take(desk, tmp_path, mail("STOP", id="<second@a>", reply_to="<first@a>"))
    take(desk, tmp_path, dsn("anna@acme.example", "<first@a>"))
    assert [row.address for row in optouts.opt_outs(desk)] == ["anna@acme.example"]
    assert [state for state, *_ in messages(desk)] == ["received", "unsubscribed", "bounced"]


def test_a_date_ahead_of_the_clock_is_now(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    take(desk, tmp_path, mail("x", date="Fri, 1 Jan 2100 09:00:00 +0100"), mail("y", date="rubbish", id="<2@x>"))
    assert {touch[4] for touch in touches(desk, anna)} == {"2026-11-23T08:12:00Z"}


def test_the_day_of_a_mail_is_that_of_the_office(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    take(desk, tmp_path, mail("late", date="Sat, 24 Oct 2026 23:30:00 +0000"))
    assert desk.connection.value("SELECT done_on FROM activity WHERE direction = 'in'") == "2026-10-25"


def test_a_stop_keeps_what_was_read_and_a_background_fetch_is_not_undone_by_u(
    desk: Desk, anna: Ref, tmp_path: Path
) -> None:
    source = box(tmp_path, *(mail(f"text {n}", id=f"<{n}@x>") for n in range(5)))
    asked = iter([False, False, True])
    assert fetch(desk, source, SETTINGS, background=True, should_stop=lambda: next(asked)).taken == 2
    assert desk.connection.value("SELECT source FROM operation ORDER BY id DESC LIMIT 1") == "sync"
    with pytest.raises(UndoRefusedError, match="2 mails taken in"):
        history.undo(desk)
    history.undo(desk, desk.connection.value("SELECT id FROM operation ORDER BY id DESC LIMIT 1").hex())
    assert messages(desk) == []


def test_hostile_mail_is_stored_harmless(desk: Desk, anna: Ref, tmp_path: Path) -> None:
    path = tmp_path / "mbox"
    hostile = mail("\x1b]0;x\x07[bold]hi[/x]\x00", subject="[red]\x1b[31m =?utf-8?q?a=0Ab?=", id="<h@x>")
    path.write_bytes(b"From a Mon Nov 23 09:00:00 2026\n" + hostile)
    fetch(desk, MboxSource(path), SETTINGS)
    assert touches(desk, anna)[0][3] == "[bold]hi[/x]"
    assert messages(desk)[0][2] == "[red] a b"
