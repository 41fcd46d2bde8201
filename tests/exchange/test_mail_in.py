"""Mails as they come in: well written, odd, and hostile."""

import datetime as dt
import time
from email.message import EmailMessage

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from salesdesk.domain.text import clean
from salesdesk.exchange.mail_head import read_head
from salesdesk.exchange.mail_in import MOST_BYTES, Mail, Unreadable, read_mail
from tests.mails import auto_reply, delayed, dsn, exim_bounce, mail


def read(raw: bytes | str) -> Mail:
    found = read_mail(raw if isinstance(raw, bytes) else raw.encode(), "a.eml")
    assert isinstance(found, Mail), found
    return found


def reason(raw: bytes) -> str:
    found = read_mail(raw, "junk.eml")
    assert isinstance(found, Unreadable)
    assert found.name == "junk.eml"
    return found.reason


def test_a_reply_is_read_whole() -> None:
    found = read(mail("Yes, Friday suits me.\n\nOn 3 Nov 2026 Maya wrote:\n> Friday?", reply_to="<one@x.example>"))
    assert found.head.sender.name == "Anna Lindqvist"
    assert found.head.sender.mail == "anna@acme.example"
    assert found.head.in_reply_to == "<one@x.example>"
    assert found.head.message_id == "<reply-1@acme.example>"
    assert found.new_text == "Yes, Friday suits me."
    assert "> Friday?" in found.text
    assert not found.head.automatic and not found.failures and not found.wants_out


def test_the_new_part_of_html() -> None:
    message = EmailMessage()
    message["From"] = "anna@acme.example"
    message.set_content("Please use a viewer", subtype="plain")
    message.clear_content()
    message.set_content(
        "<style>p{}</style><p>Yes, <b>12 &amp; 3</b></p><ul><li>chairs<li>tables</ul>"
        '<div class="gmail_quote">On Mon, 23 Nov 2026, Maya wrote:<blockquote>Dear Anna</blockquote></div>',
        subtype="html",
    )
    assert read(bytes(message)).new_text == "Yes, 12 & 3\n\n- chairs\n- tables"


def test_plain_text_is_preferred_and_attachments_are_not_text() -> None:
    message = EmailMessage()
    message["From"] = "anna@acme.example"
    message.set_content("plain words")
    message.add_alternative("<p>html words</p>", subtype="html")
    message.add_attachment("a secret list", filename="list.txt")
    assert read(bytes(message)).text == "plain words"


def test_flowed_paragraphs_become_lines_again() -> None:
    raw = "From: a@b.hu\nContent-Type: text/plain; format=flowed\n\nOne long \nparagraph.\nTwo.\n-- \nAnna"
    assert read(raw).new_text == "One long paragraph.\nTwo."


@pytest.mark.parametrize(
    ("date", "utc"),
    [
        ("Mon, 23 Nov 2026 09:30:00 +0100 (CET)", "2026-11-23T08:30"),
        ("Sun, 29 Mar 2026 02:30:00 +0100", "2026-03-29T01:30"),  # an hour that clocks in Europe skip
        ("Sun, 25 Oct 2026 02:30:00 +0200", "2026-10-25T00:30"),  # an hour they have twice
        ("Sun, 25 Oct 2026 02:30:00 +0100", "2026-10-25T01:30"),
        ("23 Nov 2026 09:30 CEST", "2026-11-23T07:30"),
        ("Mon, 23 Nov 2026 09:30:00 EST", "2026-11-23T14:30"),
        ("Mon, 23 Nov 2026 09:30:00 -0000", "2026-11-23T09:30"),
        ("Mon, 23 Nov 2026 09:30:00 +1345", "2026-11-22T19:45"),
    ],
)
def test_dates_of_all_zones(date: str, utc: str) -> None:
    sent = read(f"From: a@b.hu\nDate: {date}\n\nx").head.sent_at
    assert sent == dt.datetime.fromisoformat(utc).replace(tzinfo=dt.UTC)


@pytest.mark.parametrize("date", ["", "yesterday", "99 Foo 20261 99:99", "Mon, 23 Nov 0000 09:30:00 +9999", "\x00"])
def test_a_date_that_cannot_be_read_is_none(date: str) -> None:
    assert read(f"From: a@b.hu\nDate: {date}\n\nx").head.sent_at is None


@pytest.mark.parametrize(
    ("charset", "raw"),
    [
        ("utf-8", "árvíztűrő".encode()),
        ("iso-8859-2", "árvíztűrő".encode("iso-8859-2")),
        ("windows-1250", "árvíztűrő".encode("cp1250")),
        ("no-such-charset", "árvíztűrő".encode()),
        ("utf-16", "árvíztűrő".encode("utf-16")),
    ],
)
def test_texts_of_any_charset(charset: str, raw: bytes) -> None:
    head = f"From: a@b.hu\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert read(head.encode() + raw).text == "árvíztűrő"


def test_names_and_subjects_in_encoded_words_and_in_raw_bytes() -> None:
    raw = (
        b"From: =?utf-8?q?Kov=C3=A1cs=2C_Anna?= <A@B.hu>, x@y.hu\nSubject: =?iso-8859-2?Q?=E1r?= =?utf-8?b?YmFu?=\n\nx"
    )
    head = read(raw).head
    assert (head.sender.name, head.sender.mail, head.subject) == ("Kovács, Anna", "a@b.hu", "árban")
    assert read("From: Kovács Anna <a@b.hu>\nSubject: árak\n\nx").head.subject == "árak"


def test_hostile_headers_lose_their_teeth() -> None:
    raw = (
        b"From: \"=?utf-8?q?Evil=0D=0ABcc:_all@x.example=1B]0;t=07?=\" <a@b.hu>\n"
        b"Subject: =?utf-8?b?" + b"G10wO2dvdGNoYQdbYm9sZF3igK4=" + b"?=\n"
        b"Message-ID: <a\x1b[31m@b>\nIn-Reply-To: <x> <y>\n\nhello\x1b]52;c;AAAA\x07 there\x00"
    )  # fmt: skip
    found = read(raw)
    texts = [found.head.sender.name, found.head.subject, found.head.message_id, found.text]
    assert all(text == clean(text, multiline=True) for text in texts)
    assert "\n" not in found.head.sender.name
    assert found.text == "hello there"
    assert found.head.subject == "[bold]"


def test_a_bounce_says_whom_it_did_not_reach_and_why() -> None:
    found = read(dsn("anna@acme.example", "<out-1@x.example>"))
    (failure,) = found.failures
    assert (failure.recipient, failure.permanent, failure.dead) == ("anna@acme.example", True, True)
    assert "User unknown" in failure.reason
    assert found.returned_ids == ("<out-1@x.example>",)


@pytest.mark.parametrize(
    ("status", "permanent", "dead"),
    [("5.1.1", True, True), ("5.2.2", True, False), ("5.7.1", True, False), ("4.4.1", False, False)],
)
def test_only_an_address_that_is_of_no_use_is_dead(status: str, permanent: bool, dead: bool) -> None:
    (failure,) = read(dsn("anna@acme.example", "<o@x>", status=status)).failures
    assert (failure.permanent, failure.dead) == (permanent, dead)


def test_a_delay_is_no_failure_for_good() -> None:
    (failure,) = read(delayed("anna@acme.example")).failures
    assert not failure.permanent


def test_a_delivery_report_of_success_is_no_failure() -> None:
    assert read(dsn("anna@acme.example", "<o@x>", action="delivered", status="2.0.0")).failures == ()


def test_a_bounce_in_words_of_an_old_server() -> None:
    found = read(exim_bounce("anna@acme.example", "<out-1@x.example>"))
    assert [f.recipient for f in found.failures] == ["anna@acme.example"]
    assert found.returned_ids == ("<out-1@x.example>",)


def test_a_person_quoting_a_bounce_is_no_bounce() -> None:
    quoted = dsn("anna@acme.example", "<o@x>").decode()
    found = read(mail(f"Look what I got:\n\n{quoted}"))
    assert found.failures == () and found.returned_ids == ()


def test_an_automatic_answer_is_known() -> None:
    assert read(auto_reply()).head.automatic
    for line in ("Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <news.acme>", "X-Autoreply: yes"):
        assert read(f"From: a@b.hu\n{line}\n\nx").head.automatic
    assert not read("From: a@b.hu\nAuto-Submitted: no\n\nx").head.automatic


def test_a_wish_of_a_machine_is_none() -> None:
    assert read(mail("STOP")).wants_out
    assert not read("From: a@b.hu\nAuto-Submitted: auto-replied\n\nUnsubscribe").wants_out


def test_what_is_no_mail_says_why() -> None:
    assert "empty" in reason(b"")
    assert "no sender" in reason(bytes(range(256)) * 40)
    assert "no sender" in reason(b"name,email\nAnna,anna@acme.example\n")
    deep = b"From: a@b.hu\n" + b"Content-Type: message/rfc822\n\n" * 3000
    assert "nested" in reason(deep)
    many = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(100))
    assert "nested" in reason(b"From: a@b.hu\n" + many)


def test_a_mail_without_an_id_has_the_same_one_everywhere() -> None:
    raw = b"From: a@b.hu\nTo: me@x.example\nDate: Mon, 23 Nov 2026 09:30:00 +0100\nSubject: x\n\nbody"
    head = read_head(b"Received: by somewhere else\n" + raw)
    assert not isinstance(head, Unreadable)
    assert head.message_id == read(raw).head.message_id
    assert head.message_id != read(raw.replace(b"x\n\n", b"y\n\n")).head.message_id


HOSTILE = {
    "parentheses": b"From: " + b"(" * 200_000 + b"\n\nx",
    "addresses": b"From: a@b.hu\nTo: " + b"a@b.hu, " * 50_000 + b"\n\nx",
    "encoded words": b"From: a@b.hu\nSubject: " + b"=?x?q?" * 40_000 + b"\n\nx",
    "parameters": b"From: a@b.hu\nContent-Type: text/plain" + b"; a=b" * 40_000 + b"\n\nx",
    "comments": b"From: a@b.hu\nContent-Type: text/html\n\n" + b"<!--" * 200_000,
    "an enormous part": b"From: a@b.hu\n\n" + b"a" * (3 * MOST_BYTES),
    "quotes": b"From: a@b.hu\n\n" + b"> x\n" * 250_000,
    "words of history": b"From: a@b.hu\n\n" + b"On 3 wrote\n" * 80_000,
    "words of a bounce": b"From: mailer-daemon@b.hu\n\n" + b"failed a@b.hu " * 60_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_mail_takes_long(name: str) -> None:
    start = time.process_time()
    found = read_mail(HOSTILE[name])
    assert time.process_time() - start < 3
    assert isinstance(found, Unreadable) or len(found.text) <= 100_000


LINES = st.sampled_from(
    [b"From: a@b.hu", b"From: MAILER-DAEMON", b"Subject: =?utf-8?b?////?=", b"Date: Mon, 32 Foo 2026 25:61 +9999",
     b"Content-Type: multipart/report; report-type=delivery-status; boundary=b", b"Content-Type: text/html; charset=x",
     b"Content-Type: message/delivery-status", b"Content-Type: message/rfc822", b"Content-Transfer-Encoding: base64",
     b"Content-Transfer-Encoding: x-uuencode", b"begin 644 x", b"--b", b"--b--", b"", b"Final-Recipient: rfc822;",
     b"Action: failed", b"Status: 5", b"To: \"a\\", b"<blockquote><p>&#xfffffff;", b"Message-ID: <<>>", b"Return-Path: <>",
     b"Content-Type: text/plain; charset*0*=utf-8''%FF; format=flowed", b"References: <a <b> c>"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.one_of(st.binary(max_size=400), st.lists(st.one_of(LINES, st.binary(max_size=30))).map(b"\n".join)))
@example(b"\x1c: a\n\nb")
@example(b"From: a@b.hu\nContent-Type: text/plain; charset=punycode\n\nabc")
def test_any_bytes_are_read_or_refused_and_never_crash(raw: bytes) -> None:
    found = read_mail(raw, "x")
    read_head(raw, "x")
    if isinstance(found, Mail):
        head = found.head
        names = [a.name for a in (head.sender, *head.to, *head.cc)]
        for text in (head.subject, head.message_id, head.in_reply_to, *names, *(f.reason for f in found.failures)):
            assert text == clean(text)
        for text in (found.text, found.new_text):
            assert text == clean(text, multiline=True, limit=100_000)
