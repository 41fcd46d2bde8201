"""Writing mails in tests: a desk that can send, people to write to, a template."""

from salesdesk.exchange.mail_routes import MailSettings
from salesdesk.exchange.mail_routes.smtp import SmtpRoute
from salesdesk.services import composing, mailing, outbox
from salesdesk.services.desk import Desk
from salesdesk.services.mailing import Report
from salesdesk.services.outbox import MessageRow
from salesdesk.services.records import Ref
from tests.mail.smtp_server import Inbox
from tests.services import office

TEXT = "---\nsubject: Prices for {company}\n---\n\nHi {first_name},\n\nhere they are.\n\n{signature}\n"
SETTINGS = MailSettings(
    route="smtp", from_address="maya@desk.example", host="127.0.0.1", security="none", keyring=False
)


def anna(desk: Desk, number: int | str = "") -> Ref:
    """A lead with a mail address."""
    return office.lead(desk, f"Anna{number} Berg, Acme{number}, anna{number}@acme.example")


def write(desk: Desk, *refs: Ref, text: str = TEXT) -> list[MessageRow]:
    """Mails to these, in the outbox."""
    made = composing.queue(desk, composing.compose(desk, refs, text), SETTINGS)
    return [outbox.row_of(desk.connection, key) for key in made.ids]


def send(desk: Desk, inbox: Inbox, *, only: tuple[bytes, ...] = ()) -> Report:
    """Send what is due to a test server."""
    from dataclasses import replace

    settings = replace(SETTINGS, port=inbox.port)
    route = SmtpRoute(settings, lambda _: None, timeout=3, verdict=0.5)
    return mailing.send_due(desk, settings, route, only=only)


def states(desk: Desk) -> dict[str, str]:
    """The state of every mail, by recipient."""
    return dict(desk.connection.rows("SELECT to_address, state FROM message WHERE deleted_op IS NULL ORDER BY id"))
