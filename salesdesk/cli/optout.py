"""Opt-outs from the shell: addresses, domains and numbers that are not to be used."""

from typing import Annotated, Any

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.i18n import tr

commands = Commands("optout")
Address = Annotated[str, Argument("ADDRESS", "anna@acme.example, @acme.example for all of it, or a phone number.")]


@commands.verb("list", listing=True)
def list_opt_outs(call: Call) -> Listing:
    """List who is not to be written to or called, and since when."""
    from salesdesk.services import optouts

    return Listing(
        (
            Column("address", "Address", lambda r: r.address, tone=lambda r: "strong"),
            Column("channel", "For", lambda r: r.channel),
            Column("since", "Since", lambda r: r.since),
            Column("reason", "Reason", lambda r: r.reason, rank=1),
        ),
        optouts.opt_outs(call.desk),
        ref=lambda r: str(r.address),
        empty=tr("Nobody opted out."),
    )


@commands.verb("add", result=True, examples=("optout add anna@acme.example --reason 'asked by phone'",))
def add(
    call: Call,
    address: Address,
    channel: Annotated[
        str, Option("--for", metavar="CHANNEL", help="What it is not used for.", choices=("mail", "call", "all"))
    ] = "all",
    reason: Annotated[str | None, Option("--reason", metavar="TEXT", help="Why.")] = None,
) -> Done:
    """Never use an address or number again, also on records that are added or imported later.

    Mails that wait in the outbox are looked at again when they are to leave.
    """
    from salesdesk.services import optouts

    chosen: Any = channel
    sentence = optouts.add(call.own_desk, address, channel=chosen, reason=reason or "")
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb("remove", result=True)
def remove(call: Call, address: Address) -> Done:
    """Let an address be used again."""
    from salesdesk.services import optouts

    sentence = optouts.remove(call.own_desk, address)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})
