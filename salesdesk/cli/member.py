"""The people who work here, and which of them you are."""

from collections.abc import Sequence
from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing, Named
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.services.desk import MemberRow
from salesdesk.services.records import reference

commands = Commands("member")


def _columns(me: bytes | None) -> tuple[Column, ...]:
    return (
        Column("ref", "Ref", _ref, tone=lambda row: "muted", rank=2),
        Column("name", "Name", lambda row: row.name, tone=lambda row: "strong" if row.id == me else ""),
        Column("role", "Role", lambda row: row.role),
        Column("me", "You", lambda row: row.id == me, show=lambda row: tr("you") if row.id == me else "", rank=1),
        Column("active", "Active", lambda row: bool(row.active), extra=True),
    )


def _ref(row: MemberRow) -> str:
    return reference("member", row.code)


@commands.verb("list", listing=True)
def list_members(
    call: Call,
    everybody: Annotated[bool, Option("--all", help="Also those who do not work here any more.")] = False,
) -> Listing:
    """List who works here."""
    desk = call.desk
    return Listing(
        _columns(desk.actor),
        desk.members(active_only=not everybody),
        ref=_ref,
        note="" if desk.members() else tr("Nobody yet. Say who you are: salesdesk member add NAME."),
    )


@commands.verb("me", result=True, examples=("member me", "member me 'Maya Kessler'"))
def me(
    call: Call,
    name: Annotated[str | None, Argument("NAME", "Which member you are.", complete="member")] = None,
) -> Done:
    """Show or set which member you are.

    It is kept in your own settings (me.name), not in the workspace.
    """
    from salesdesk import config
    from salesdesk.services.setup import be

    desk = call.desk
    if name:
        found = be(desk, name)
        config.change("me.name", found.name)
        sentence = tr("You are {name} from now on.", name=found.name)
    else:
        key = call.own_desk.require_actor()
        found = next(m for m in desk.members(active_only=False) if m.id == key)
        sentence = tr("You are {name}.", name=found.name)
    return Done(sentence, {"member": Named(_ref(found), found.name)}, refs=[_ref(found)])


@commands.verb("add", result=True, examples=("member add 'Omar Haddad' --role manager",))
def add(
    call: Call,
    name: Annotated[str, Argument("NAME", "The name as the team knows it.")],
    email: Annotated[str | None, Option("--email", metavar="ADDRESS", help="The mail address.")] = None,
    role: Annotated[str, Option("--role", metavar="ROLE", help="What they do.", choices=("rep", "manager"))] = "rep",
) -> Done:
    """Add a member."""
    from salesdesk.services.setup import add_member

    desk = call.desk
    row = add_member(desk, name, email=email or "", role=role)
    sentence = tr("{name} works here now. Undo: salesdesk undo", name=row.name)
    if len(desk.members()) == 2 and not call.as_member and not call.config.text("me.name"):
        sentence += "\n" + tr("Now that there are two of you, say once which one you are: salesdesk member me NAME")
    return Done(
        sentence,
        {"member": Named(_ref(row), row.name), "role": row.role},
        refs=[_ref(row)],
    )


@commands.verb(
    "set", result=True, examples=("member set 'Lena Ivanova' --name 'Lena Weber'", "member set omar --team north")
)
def set_fields(
    call: Call,
    name: Annotated[
        str, Argument("NAME", "Who: a name, a part of it that fits no other, a reference.", complete="member")
    ],
    called: Annotated[str | None, Option("--name", metavar="NEW", help="The name from now on.")] = None,
    email: Annotated[str | None, Option("--email", metavar="ADDRESS", help="The mail address.")] = None,
    role: Annotated[
        str | None, Option("--role", metavar="ROLE", help="What they do.", choices=("rep", "manager"))
    ] = None,
    team: Annotated[str | None, Option("--team", metavar="TEAM", help="The team, or none.")] = None,
) -> Done:
    """Change a member: the name, the mail address, the role, the team.

    Views, goals and rules that name the member follow a new name, as one change with it. Settings (me.name), --as and
    SALESDESK_AS with the name of before still mean the same member.
    """
    from salesdesk import config
    from salesdesk.domain.text import fold
    from salesdesk.services import members

    said = {"name": called, "email": email, "role": role, "team": team}
    found = members.change(call.own_desk, name, {field: text for field, text in said.items() if text is not None})
    own = fold(call.config.text("me.name"))
    if own and own == fold(found.before.name) != fold(found.now.name):
        try:
            config.change("me.name", found.now.name)
        except InvalidError as error:
            # The name of before still means the same member.
            call.say(str(error))
    ref = _ref(found.now)
    document = {"member": Named(ref, found.now.name), "role": found.now.role}
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=found.sentence), document, refs=[ref])


@commands.verb(
    "leave", result=True, examples=("member leave lena --to maya --dry-run", "member leave 'Lena Vogt' --to maya")
)
def leave(
    call: Call,
    name: Annotated[str, Argument("NAME", "Who leaves.", complete="member")],
    to: Annotated[str, Option("--to", metavar="MEMBER", help="Who takes over, or none.", complete="member")],
    dry_run: Annotated[bool, Option("--dry-run", help="Show what would be handed over, change nothing.")] = False,
) -> Done:
    """Hand over what is open of somebody who leaves: leads, deals, accounts, contacts, steps, cadences, waiting mails.

    What was won, lost and done stays theirs, so past figures stay as they were. One change, which undo takes back.
    """
    from salesdesk.services import leaving

    going = leaving.plan(call.desk, name, to)
    document: dict[str, object] = {
        "member": Named(_ref(going.member), going.member.name),
        "to": Named(_ref(going.successor), going.successor.name) if going.successor else None,
        "handed_over": going.counts,
        "dry_run": dry_run,
    }
    if dry_run:
        whose = going.successor.name if going.successor else tr("nobody")
        words = tr("Nothing was changed. {what} would go to {whose}.", what=going.words(), whose=whose)
        return Done(words, document)
    sentence = leaving.leave(call.own_desk, name, to)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), document, refs=[_ref(going.member)])


@commands.verb("return", result=True, examples=("member return lena",))
def come_back(call: Call, name: Annotated[str, Argument("NAME", "Who works here again.", complete="member")]) -> Done:
    """Let somebody who left work here again; what was handed over stays where it is."""
    from salesdesk.services import leaving

    sentence = leaving.come_back(call.own_desk, name)
    return Done(tr("{sentence}. Undo: salesdesk undo", sentence=sentence), {"message": sentence})


@commands.verb(
    "checkup",
    listing=True,
    examples=("member checkup lena", "member checkup omar period:2026-Q3 --json", "member checkup maya --out maya.md"),
)
def checkup(
    call: Call,
    name: Annotated[str, Argument("NAME", "Whose.", complete="member")],
    terms: Annotated[Sequence[str], Argument("TERM", "period:2026-Q3; else the last 90 days.", complete="filter")] = (),
    rows: Annotated[
        str | None,
        Option("--rows", metavar="RATE", help="The records behind one number: its id, such as win_rate or calls."),
    ] = None,
    out: Annotated[
        str | None, Option("--out", metavar="FILE", help="Write it there, as Markdown.", complete="file")
    ] = None,
) -> Listing | str:
    """Check up on a member: goals, activities, rates by stage beside the team's median, one thing to practise.

    A strength, or what to practise, is a rate over at least 10 records that chance does not explain. Each number
    is traced to its records with --rows.
    """
    from salesdesk.cli.checkup import behind_listing, checkup_listing
    from salesdesk.cli.review import written
    from salesdesk.services import checkup as service
    from salesdesk.services import checkup_page

    found = service.checkup(call.desk, name, list(terms))
    if out:
        return written(call, checkup_page.markdown(call.desk, found), out)
    return behind_listing(call, found, rows) if rows else checkup_listing(call, found)
