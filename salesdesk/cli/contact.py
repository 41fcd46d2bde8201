"""Contacts from the shell."""

from salesdesk.cli.nouns import record_commands
from salesdesk.cli.output import Column
from salesdesk.services.records import reference
from salesdesk.store.read.accounts import contact_rows

COLUMNS = (
    Column("ref", "Ref", lambda r: reference("contact", r.code), tone=lambda r: "muted"),
    Column("name", "Name", lambda r: r.name, tone=lambda r: "strong"),
    Column("title", "Title", lambda r: r.title, rank=2),
    Column("account", "Account", lambda r: r.account),
    Column("phone", "Phone", lambda r: r.phone, rank=1),
    Column("email", "Mail", lambda r: r.email, rank=2),
    Column("owner", "Owner", lambda r: r.owner, rank=3),
    Column("city", "City", lambda r: r.city, rank=4),
    Column("touched", "Touched", lambda r: r.touched_on, rank=3),
    Column("tags", "Tags", lambda r: r.tags.split(), extra=True),
)
commands = record_commands("contact", COLUMNS, lambda desk, ids: contact_rows(desk.connection, ids))
