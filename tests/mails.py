"""Raw mails that tests need: replies, bounces, automatic answers."""


def mail(
    text: str = "Hello",
    *,
    sender: str = "Anna Lindqvist <anna@acme.example>",
    to: str = "maya@desk.example",
    subject: str = "Re: Offer",
    id: str = "<reply-1@acme.example>",  # noqa: A002
    reply_to: str = "",
    date: str = "Mon, 23 Nov 2026 08:30:00 +0100",
    more: str = "",
) -> bytes:
    """A plain mail, by default of Anna's; `reply_to` is the id of what it answers, `more` further headers."""
    answered = f"In-Reply-To: {reply_to}\nReferences: {reply_to}\n" if reply_to else ""
    head = f"From: {sender}\nTo: {to}\nSubject: {subject}\nDate: {date}\nMessage-ID: {id}\n{answered}{more}"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode()


def dsn(
    recipient: str,
    returned: str,
    *,
    action: str = "failed",
    status: str = "5.1.1",
    id: str = "<dsn-1@mx.example>",  # noqa: A002
) -> bytes:
    """A delivery status (RFC 3464) for a mail whose id was `returned`."""
    return f"""Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: maya@desk.example
Subject: Undelivered Mail Returned to Sender
Date: Mon, 23 Nov 2026 08:40:00 +0100 (CET)
Message-ID: {id}
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

I could not deliver your message.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {recipient}
Original-Recipient: rfc822;{recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} <{recipient}>: Recipient
    address rejected: User unknown

--B
Content-Type: message/rfc822

From: maya@desk.example
To: {recipient}
Message-ID: {returned}
Subject: Offer

Dear Anna
--B--
""".encode()


def delayed(recipient: str, returned: str = "<out-1@desk.example>") -> bytes:
    """A warning that a mail could not be delivered yet."""
    return dsn(recipient, returned, action="delayed", status="4.4.1", id="<delay-1@mx.example>")


def exim_bounce(recipient: str, returned: str) -> bytes:
    """A bounce in words, as servers without delivery status write them."""
    return f"""Return-Path: <>
From: Mail Delivery System <Mailer-Daemon@old.example>
To: maya@desk.example
Subject: Mail delivery failed: returning message to sender
Date: Mon, 23 Nov 2026 08:41:00 +0100
Message-ID: <exim-1@old.example>
X-Failed-Recipients: {recipient}

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  {recipient}
    Unrouteable address

------ This is a copy of the message, including all the headers. ------

Message-ID: {returned}
From: maya@desk.example
To: {recipient}
Subject: Offer

Dear Anna
""".encode()


def auto_reply(reply_to: str = "<out-1@desk.example>") -> bytes:
    """An out-of-office answer."""
    return mail(
        "I am away until Monday.",
        subject="Automatic reply: Offer",
        id="<away-1@acme.example>",
        reply_to=reply_to,
        more="Auto-Submitted: auto-replied\n",
    )
