"""Mails as they leave: no value makes a header, every byte arrives."""

import datetime as dt
import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError
from salesdesk.exchange.mail_out import (
    LONGEST_MAILTO,
    AttachedFile,
    Outgoing,
    attached,
    build,
    eml_name,
    mail_address,
    mailto,
    message_id,
    wire_bytes,
)

KEY = bytes(range(16))
AT = dt.datetime(2026, 11, 23, 9, 12, tzinfo=dt.timezone(dt.timedelta(hours=1)))
PLAIN = Outgoing(
    message_id(KEY, "maya@desk.example"), AT, "maya@desk.example", "anna@acme.example", "Prices", "Hi Anna,\n\nbye"
)
NAMES = {
    "message-id", "date", "from", "to", "subject", "content-type", "content-transfer-encoding", "mime-version",
}  # fmt: skip


def read(mail: Outgoing) -> EmailMessage:
    """The mail as a mail program understands its bytes."""
    found = email.message_from_bytes(wire_bytes(build(mail)), policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_plain_mail_arrives_as_written() -> None:
    mail = replace(PLAIN, from_name="Kessler, Maya", to_name="Ánna Ő", subject="Árak: 12 €", body="Szia Ánna!\n.\nvége")
    found = read(mail)
    assert found["From"] == '"Kessler, Maya" <maya@desk.example>'
    assert found["To"].addresses[0].display_name == "Ánna Ő"
    assert found["Subject"] == "Árak: 12 €"
    assert found["Date"].datetime == AT
    assert found["Message-ID"] == "<000102030405060708090a0b0c0d0e0f@desk.example>"
    assert found["Content-Transfer-Encoding"] == "quoted-printable"
    assert found.get_content() == "Szia Ánna!\r\n.\r\nvége\r\n"
    raw = wire_bytes(build(mail))
    assert raw.isascii()
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in wire_bytes(build(mail), line_end="\n")


def test_answers_copies_and_a_way_out() -> None:
    found = read(
        replace(
            PLAIN, cc=("omar@desk.example", "lena@desk.example"), in_reply_to="<b@x>", references=("<a@x>", "<b@x>"),
            unsubscribe="stop@desk.example",
        )
    )  # fmt: skip
    assert found["Cc"] == "omar@desk.example, lena@desk.example"
    assert found["In-Reply-To"] == "<b@x>"
    assert found["References"] == "<a@x> <b@x>"
    assert found["List-Unsubscribe"] == "<mailto:stop@desk.example?subject=unsubscribe>"


def test_attachments_keep_every_byte_and_their_name(tmp_path: Path) -> None:
    path = tmp_path / "Árlista 2026.pdf"
    path.write_bytes(bytes(range(256)) * 40)
    strange = AttachedFile("../a\r\nb.txt", path, "text/html\r\nX: y")
    found = list(read(replace(PLAIN, files=(*attached([path]), strange))).iter_attachments())
    assert [one.get_filename() for one in found] == ["Árlista 2026.pdf", ".._a b.txt"]
    assert [one.get_content_type() for one in found] == ["application/pdf", "application/octet-stream"]
    assert all(one.get_payload(decode=True) == path.read_bytes() for one in found)
    with pytest.raises(InvalidError, match="no file"):
        attached([tmp_path / "none.pdf"])
    path.unlink()
    with pytest.raises(InvalidError, match="cannot be attached"):
        build(replace(PLAIN, files=(AttachedFile("x", path),)))


hostile = st.text(st.sampled_from('\r\n\x00\x0b\x0c\x1b\x7f\x85\u2028\u202e:,;<>@"\\ ab=?Áñ日\ud800')) | st.text()


@given(hostile, hostile, hostile, hostile)
def test_no_value_makes_a_header(subject: str, body: str, from_name: str, to_name: str) -> None:
    inject = "\r\nBcc: victim@x.example\r\n\r\n"
    found = read(
        replace(
            PLAIN, subject=subject + inject, body=body + inject, from_name=from_name + inject, to_name=to_name + inject
        )
    )
    assert {name.lower() for name in found} == NAMES
    assert [a.addr_spec for a in found["To"].addresses] == ["anna@acme.example"]
    assert [a.addr_spec for a in found["From"].addresses] == ["maya@desk.example"]
    assert found["Subject"] == clean(subject + inject)
    assert not found.is_multipart()


@pytest.mark.parametrize(
    "text",
    [
        "", "anna", "anna@", "@acme.example", "a@b", "a b@acme.example", "a@acme.example\r\nBcc: x@y.example",
        "a@acme.example\x00", "a@acme.example, b@acme.example", "<a@acme.example>", "a@@acme.example", "a@acme..example",
        "a@-acme.example", ".a@acme.example", "a..b@acme.example", '"a b"@acme.example', "a@[127.0.0.1]",
        f"{'a' * 65}@acme.example", f"a@{'b' * 64}.example", f"a@{'.'.join(['bcd'] * 80)}", "a@acme_example", "ünï@acme.example",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(InvalidError, match="not a mail address"):
        mail_address(text)
    for mail in (replace(PLAIN, to_address=text), replace(PLAIN, from_address=text), replace(PLAIN, cc=(text,))):
        with pytest.raises(InvalidError):
            build(mail)


@pytest.mark.parametrize("text", ["o'neil+x@acme.co.uk", "anna@büro.example", " a@b.hu "])
def test_what_people_use_is_taken(text: str) -> None:
    found = read(replace(PLAIN, to_address=text))
    assert found["To"].addresses[0].domain.isascii()


@pytest.mark.parametrize("text", ["a@b", "<a@b>\r\nBcc: x", "<a b@c>", "<>", "<a@b\x00>"])
def test_a_foreign_message_id_is_checked_too(text: str) -> None:
    with pytest.raises(InvalidError):
        build(replace(PLAIN, in_reply_to=text))


def test_an_eml_file_has_one_name_for_one_mail() -> None:
    assert eml_name(PLAIN) == "2026-11-23-anna-acme-example-0b0c0d0e0f.eml"
    assert "/" not in eml_name(replace(PLAIN, to_address="../../x@y.example"))


@given(hostile, hostile)
def test_a_mailto_link_says_the_mail_or_less(subject: str, body: str) -> None:
    link, whole = mailto(replace(PLAIN, subject=subject, body=body))
    assert link.isascii() and link.isprintable() and len(link) <= LONGEST_MAILTO
    parts = urlsplit(link)
    assert unquote(parts.path) == "anna@acme.example"
    query = parse_qs(parts.query, keep_blank_values=True)
    assert set(query) <= {"subject", "body"}
    assert query.get("subject", [""]) == [clean(subject, limit=120)]
    if whole:
        assert query["body"] == [clean(body, multiline=True).replace("\n", "\r\n")]


def test_a_long_text_has_no_room_in_a_link() -> None:
    link, whole = mailto(replace(PLAIN, body="á" * 1000))
    assert not whole and "body=" not in link and "subject=Prices" in link
    link, whole = mailto(replace(PLAIN, subject="🙂" * 500))
    assert len(link) <= LONGEST_MAILTO
    with pytest.raises(InvalidError, match="too many recipients"):
        mailto(replace(PLAIN, cc=("anna@acme.example",) * 200))
