"""The playbook from the shell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.cli.texts import Name, declare_ready, text_commands
from salesdesk.domain.text import clean
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from salesdesk.services.desk import Desk
    from salesdesk.services.playbook import Shown

commands = text_commands("playbook")
declare_ready(commands, "playbook")


def _columns(desk: "Desk") -> tuple[Column, ...]:
    return (
        Column("name", "Page", lambda r: r.row.name, lambda r: f"{'  ' * r.depth}{r.row.name}", lambda r: "strong"),
        Column("kind", "Kind", lambda r: r.page.kind, tone=lambda r: "muted"),
        Column("applies", "Applies to", lambda r: [w for words in r.page.ties.values() for w in words], rank=2),
        Column("checked", "Checked", lambda r: r.checked_on, tone=lambda r: "warn" if r.old(desk.today) else "muted"),
        Column("by", "By", lambda r: r.checked_by, rank=2),
        Column("readers", "Read by", lambda r: list(r.readers), rank=1),
    )


def _listing(desk: "Desk", found: "Sequence[Shown]", empty: str) -> Listing:
    return Listing(_columns(desk), found, ref=lambda r: str(r.row.name), empty=empty)


@commands.verb("tree", listing=True, examples=("playbook tree",))
def tree(call: Call) -> Listing:
    """Show the tree of pages: what each applies to, who last checked it, who has read it as it is now."""
    from salesdesk.services import playbook

    return _listing(call.desk, playbook.pages(call.desk), tr("No pages yet: salesdesk playbook ready brings some."))


@commands.verb("search", listing=True, examples=("playbook search price",))
def search(call: Call, words: Annotated[Sequence[str], Argument("WORDS", "Words of the page.")]) -> Listing:
    """Find the pages that hold every word."""
    from salesdesk.services import playbook

    found = playbook.search(call.desk, clean(" ".join(words)))
    return _listing(call.desk, found, tr("No page holds those words."))


@commands.verb("for", listing=True, examples=("playbook for anna",))
def applying(
    call: Call, who: Annotated[str, Argument("WHO", "A reference or any part of a name.", complete="record")]
) -> Listing:
    """Find the pages that apply to a record: to its stage, products, sector, or the person's role."""
    from salesdesk.services import playbook
    from salesdesk.services.records import find

    found = playbook.applying(call.desk, find(call.desk, clean(who)))
    return _listing(call.desk, found, tr("No page is tied to what this record holds."))


@commands.verb("check", result=True)
def check(call: Call, name: Name) -> Done:
    """Vouch for a page: it is right as it is today."""
    from salesdesk.services import playbook, texts

    desk = call.own_desk
    return Done(playbook.vouch(desk, texts.find_text(desk, playbook.KIND, name)), {"name": name})


@commands.verb("read", result=True)
def read(call: Call, name: Name) -> Done:
    """Say that you have read a page; the mark is gone when the page changes."""
    from salesdesk.services import playbook, texts

    desk = call.own_desk
    return Done(playbook.mark_read(desk, [texts.find_text(desk, playbook.KIND, name)]), {"name": name})
