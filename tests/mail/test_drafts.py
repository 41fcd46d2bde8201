"""The follow-up mail of a call: kept as a draft with the wrap-up, never sent by itself, one act to take back."""

import pytest

from salesdesk.cli.today_text import day_lines
from salesdesk.errors import InvalidError, UndoRefusedError
from salesdesk.services import calling, composing, drafting, editing, history, optouts, outbox, recap, texts
from salesdesk.services.calling import ending as deciding
from salesdesk.services.desk import Desk
from salesdesk.services.outbox import MessageRow
from salesdesk.services.today import today
from tests.mail.post import SETTINGS, anna, send, states
from tests.mail.smtp_server import Inbox
from tests.services.office import outcome, steps
from tests.services.test_calling import begin, dozen, say


def draft(desk: Desk) -> MessageRow:
    (row,) = outbox.rows(desk, states=("draft",))
    return row


def wrapped(desk: Desk, *lines: str) -> calling.Run:
    """A call with Anna Berg that ended with a follow-up; without lines, a whole one."""
    run = begin(desk, anna(desk))
    for line in lines:
        say(desk, run, line)
    if not lines:
        dozen(desk, run)
    step = deciding.agreed(run).replace("Priya", "Anna")
    calling.end(desk, run, calling.Ending(outcome(desk, "talked"), "advance", step, mail=True))
    return run


def test_the_draft_says_what_was_agreed_and_needed_and_leaves_only_by_hand(desk: Desk, inbox: Inbox) -> None:
    wrapped(desk)
    row = draft(desk)
    assert (row.who, row.subject) == ("Anna Berg", "Acme: what we said")
    assert "- wants one number everyone trusts\n- reports without Fridays lost\n- export is wrong 1 in 5\n" in row.body
    assert (
        "- Anna sends the export by Friday 27 November\n- send the security pack by Tuesday 24 November\n" in row.body
    )
    assert send(desk, inbox).sentence == "Nothing is due in the outbox"
    assert send(desk, inbox, only=(row.id,)).sentence == "Nothing is due in the outbox"
    with pytest.raises(InvalidError, match="is draft, so it cannot be"):
        outbox.retry(desk, [row])
    changed = row.body.replace("Best regards", "Bye {title}")
    letter = drafting.letter_of(desk, row, f"---\nsubject: Notes\n---\n\n{changed}")
    assert letter.problems == ("title is not known",)
    drafting.keep(desk, letter, row)
    with pytest.raises(InvalidError, match="cannot be sent: title is not known"):
        drafting.release(desk, draft(desk), drafting.letter_of(desk, draft(desk)), SETTINGS)
    drafting.keep(desk, drafting.letter_of(desk, row, f"---\nsubject: Notes\n---\n\n{row.body}"), draft(desk))
    row = draft(desk)
    drafting.release(desk, row, drafting.letter_of(desk, row), SETTINGS)
    assert send(desk, inbox).sentence == "1 mail sent"
    assert inbox.message()["Subject"] == "Notes"
    with pytest.raises(InvalidError, match="is sent"):
        drafting.release(desk, row, drafting.letter_of(desk, row), SETTINGS)


def test_today_says_that_a_draft_waits_until_it_leaves(desk: Desk, inbox: Inbox) -> None:
    assert today(desk, owner=desk.actor).care.mail_drafts == 0
    wrapped(desk, "what hurts")
    day = today(desk, owner=desk.actor)
    assert (day.care.mail_drafts, day.care.stuck_mails) == (1, 0)
    assert "1 draft not sent: salesdesk outbox list --state draft" in "\n".join(day_lines(desk, day))
    row = draft(desk)
    drafting.release(desk, row, drafting.letter_of(desk, row), SETTINGS)
    assert today(desk, owner=desk.actor).care.mail_drafts == 0


def test_the_draft_goes_and_comes_with_the_wrap_up(desk: Desk, inbox: Inbox) -> None:
    run = wrapped(desk)
    assert states(desk) == {"anna@acme.example": "draft"}
    assert history.undo(desk).label == "Call with Anna Berg: advance"
    assert (states(desk), steps(desk, run.plan.ref)) == ({}, [])
    history.redo(desk)
    outbox.cancel(desk, [draft(desk)])
    assert states(desk) == {}
    history.undo(desk)
    row = draft(desk)
    drafting.release(desk, row, drafting.letter_of(desk, row), SETTINGS)
    send(desk, inbox)
    wrap_up = next(o for o in history.operations(desk) if o.label == "Call with Anna Berg: advance")
    with pytest.raises(UndoRefusedError, match="cannot be called back"):
        history.undo(desk, wrap_up.id.hex())


def test_what_was_not_said_is_not_announced(desk: Desk) -> None:
    wrapped(desk, "> Anna sends it by fri")
    assert "What matters" not in draft(desk).body and "What we agreed" in draft(desk).body
    assert "{" not in draft(desk).body


def test_a_template_of_the_team_goes_first_and_who_opted_out_gets_none(desk: Desk) -> None:
    ref = anna(desk)
    texts.save(desk, "template", "Ours", "---\nsubject: S\nkind: call\n---\n\n{agreed}\n")
    found = recap.follow_up(desk, ref, "en")
    assert found.name == "After the call", "the one that names the language"
    row = texts.find_text(desk, "template", "After the call")
    texts.switch(desk, row, active=False)
    assert recap.follow_up(desk, ref, "en").name == "Ours"
    assert recap.follow_up(desk, ref, "hu").name == "Ours"
    optouts.add(desk, "anna@acme.example", channel="mail")
    assert "opted out" in recap.follow_up(desk, ref, "en").why_not
    run = begin(desk, ref)
    with pytest.raises(InvalidError, match="There is no follow-up mail"):
        calling.end(desk, run, calling.Ending(outcome(desk, "talked"), "continuation", mail=True))
    editing.edit(desk, [ref], {"email": ""})
    assert recap.follow_up(desk, ref, "en").why_not == "no mail address"


def test_any_mail_can_be_kept_as_a_draft_and_say_what_was_agreed_later(desk: Desk) -> None:
    run = wrapped(desk)
    outbox.cancel(desk, [draft(desk)])
    text = "---\nsubject: {company}\n---\n\n{needs}\n\n{agreed}\n\n{title}\n"
    (letter,) = composing.compose(desk, [run.plan.ref], text)
    assert drafting.keep(desk, letter) == "Draft to Anna Berg kept in the outbox"
    row = draft(desk)
    assert "- Anna sends the export by Friday 27 November" in row.body
    # What is not known yet stays a field, to be filled before it leaves.
    assert row.body.endswith("{title}") and not drafting.letter_of(desk, row).ready
