"""What every kind of record can do the same way: list, show, set, tag, assign, delete."""

from collections.abc import Callable, Sequence

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands, Option
from salesdesk.cli.output import Column, Done, Listing
from salesdesk.cli.picking import bulk, done, fitting, picked
from salesdesk.domain.text import clean
from salesdesk.errors import UsageError
from salesdesk.hints import TYPE_CHECKING, Annotated, Any
from salesdesk.i18n import tr
from salesdesk.services.records import find, reference
from salesdesk.store.read.files import FileRow

if TYPE_CHECKING:
    from salesdesk.services.desk import Desk

Read = Callable[["Desk", Sequence[bytes]], Sequence[Any]]
Refs = Annotated[Sequence[str], Argument("REF", "Which ones: references or names.", complete="record")]
Where = Annotated[
    Sequence[str], Option("--where", metavar="FILTER", help="All that fit this filter.", complete="filter")
]
Ids = Annotated[str | None, Option("--ids", metavar="-", help="References from standard input (-), or a,b,c.")]
DryRun = Annotated[bool, Option("--dry-run", help="Only say what would change.")]
Yes = Annotated[bool, Option("--yes", "-y", help="Do not ask.")]


def record_commands(kind: str, columns: Sequence[Column], read: Read) -> Commands:
    """The commands of a noun: `list show set tag assign delete`; its module adds its own."""
    commands = Commands(kind)
    _add_list(commands, kind, columns, read)
    _add_show(commands, kind)
    _add_set(commands, kind)
    _add_tag(commands, kind)
    _add_assign(commands, kind)
    _add_delete(commands, kind)
    return commands


def _add_list(commands: Commands, kind: str, columns: Sequence[Column], read: Read) -> None:
    def list_records(
        call: Call,
        query: Annotated[
            Sequence[str], Argument("FILTER", "Which ones, such as status:open owner:me.", complete="filter")
        ] = (),
    ) -> Listing:
        from salesdesk.domain.language.words import words_text
        from salesdesk.services import views

        desk = call.desk
        words = [clean(word) for word in query]
        found = views.listing(desk, kind, words_text(words), limit=call.limit)
        return Listing(
            columns,
            _pages(desk, found.ids, read),
            ref=lambda row: reference(kind, row.code),
            empty=tr("No {kind} fits.", kind=kind),
        )

    list_records.__doc__ = (
        f"List the {kind}s that fit a filter.\n\nThe filter is the one of the screens; `@name` is a saved view,"
        " `sort:` and `limit:` may stand in it."
    )
    commands.verb("list", listing=True, examples=(f"{kind} list owner:me", f"{kind} list owner:me --csv"))(list_records)


def _pages(desk: "Desk", ids: Sequence[bytes], read: Read) -> Any:
    for start in range(0, len(ids), 500):
        yield from read(desk, ids[start : start + 500])


def _add_show(commands: Commands, kind: str) -> None:
    def show(call: Call, who: Annotated[str, Argument("REF", "A reference or a name.", complete="record")]) -> Listing:
        return record_page(call, who, (kind,))

    show.__doc__ = f"Show a {kind} with its facts, what is planned and what happened."
    commands.verb("show", listing=True)(show)


def record_page(call: Call, who: str, kinds: tuple[str, ...]) -> Listing:
    """Everything about one record: an object in JSON, blocks on a terminal."""
    from salesdesk.services import pages

    desk = call.desk
    ref = find(desk, who, kinds)
    page = pages.page(desk, ref.kind, ref.id, events=200)
    facts = {"ref": ref.ref, "kind": ref.kind, "name": ref.name}
    told = page.facts if page else ()
    facts |= {fact.label.lower(): fact.text for fact in told}
    events = page.events if page else ()
    row = {
        **facts,
        "notes": page.notes if page else "",
        "planned": [e for e in events if e.what == "planned"],
        "timeline": [e for e in events if e.what != "planned"],
        "files": page.files if page else [],
    }
    spoken = {fact.label.lower(): fact.shown for fact in told}
    shown = [_page_column(key, spoken.get(key)) for key in row]
    return Listing(shown, [row], ref=lambda _: ref.ref, single=True)


def _page_column(key: str, spoken: str | None) -> Column:
    return Column(key, key.capitalize(), lambda row: _plain(row[key]), show=lambda row: spoken or _words(row[key]))


def _plain(value: object) -> object:
    return [_event(part) for part in value] if isinstance(value, list) else value


def _event(event: Any) -> dict[str, object]:
    if isinstance(event, FileRow):
        return {"ref": reference("attachment", event.code), "name": event.name, "size": event.size}
    said = {"on": event.on, "what": event.what, "title": event.title, "text": event.text, "who": event.who}
    return {**said, "quote": event.quote, "direction": event.direction, "promised": event.promised}


def _words(value: object) -> str:
    if not isinstance(value, list):
        return str(value)
    return "; ".join(_part_words(part) for part in value)


def _part_words(part: Any) -> str:
    if isinstance(part, FileRow):
        return f"{part.name} ({reference('attachment', part.code)})"
    return f"{part.on} {part.label}{f': {part.words}' if part.words else ''}"


def _add_set(commands: Commands, kind: str) -> None:
    def set_fields(
        call: Call,
        changes: Annotated[
            Sequence[str], Argument("FIELD=VALUE", "What to set, such as owner=omar, after references.")
        ],
        where: Where = (),
        references: Ids = None,
        dry_run: DryRun = False,
        yes: Yes = False,
    ) -> Done:
        from salesdesk.services import editing

        refs = [word for word in changes if "=" not in word]
        values = dict(_pair(word) for word in changes if "=" in word)
        if not values:
            raise UsageError(tr("What should change?"), hint=tr("Write FIELD=VALUE, such as owner=omar."))
        chosen = picked(call, kind, refs, where, references)
        words = ", ".join(f"{name}={value}" for name, value in values.items())
        stop = bulk(call, chosen, tr("set {words}", words=words), dry_run=dry_run, yes=yes)
        if stop is not None:
            return stop
        desk = call.own_desk
        if set(values) == {"owner"}:
            return done(editing.give(desk, chosen, values["owner"]), chosen)
        return done(editing.edit(desk, chosen, values), chosen)

    set_fields.__doc__ = f"Set fields of {kind}s, one or all that fit a filter, as one change.\n\n`tags=+hot` adds a tag, `FIELD=none` empties a field."
    example = f"{kind} set owner=omar --where owner:me --dry-run"
    commands.verb("set", result=True, examples=(example,))(set_fields)


def _add_tag(commands: Commands, kind: str) -> None:
    def tag(
        call: Call,
        words: Annotated[
            Sequence[str], Argument("REF/+TAG", "References, and tags with + to add or not: to take off.")
        ],
        where: Where = (),
        dry_run: DryRun = False,
        yes: Yes = False,
    ) -> Done:
        from salesdesk.services import editing

        tags = [w for w in words if w.startswith(("+", "#", "not:"))]
        if not tags:
            raise UsageError(tr("Which tag?"), hint=tr("+hot adds it, not:hot takes it off."))
        chosen = picked(call, kind, [w for w in words if w not in tags], where)
        signed = " ".join(f"-{w[4:].lstrip('+#')}" if w.startswith("not:") else w for w in tags)
        stop = bulk(call, chosen, tr("tag {words}", words=signed), dry_run=dry_run, yes=yes)
        return stop if stop is not None else done(editing.tag(call.own_desk, chosen, signed), chosen)

    tag.__doc__ = f"Add tags to {kind}s or take them off."
    commands.verb("tag", result=True, examples=(f"{kind} tag +q4 --where owner:me",))(tag)


def _add_assign(commands: Commands, kind: str) -> None:
    def assign(
        call: Call,
        owner: Annotated[str, Argument("MEMBER", "The new owner.", complete="member")],
        refs: Refs = (),
        where: Where = (),
        dry_run: DryRun = False,
        yes: Yes = False,
    ) -> Done:
        from salesdesk.services import editing

        chosen = picked(call, kind, refs, where)
        stop = bulk(call, chosen, tr("give to {owner}", owner=owner), dry_run=dry_run, yes=yes)
        return stop if stop is not None else done(editing.give(call.own_desk, chosen, owner), chosen)

    assign.__doc__ = f"Give {kind}s, with their planned steps, to another owner."
    commands.verb("assign", result=True)(assign)


def _add_delete(commands: Commands, kind: str) -> None:
    def delete(call: Call, refs: Refs = (), where: Where = (), dry_run: DryRun = False, yes: Yes = False) -> Done:
        from salesdesk.services import editing

        chosen = picked(call, kind, refs, where)
        stop = bulk(call, chosen, tr("delete"), dry_run=dry_run, yes=yes)
        return stop if stop is not None else done(editing.delete(call.own_desk, chosen), chosen)

    delete.__doc__ = f"Move {kind}s to the bin; undo brings them back."
    commands.verb("delete", result=True)(delete)


def add_plan(commands: Commands, kind: str) -> None:
    """The verb that spreads records over working days."""

    def plan(
        call: Call,
        where: Where = (),
        per_day: Annotated[int, Option("--per-day", metavar="N", help="How many a day.")] = 40,
        step: Annotated[str, Option("--kind", metavar="KIND", help="What to plan, such as call or mail.")] = "call",
        dry_run: DryRun = False,
        yes: Yes = False,
    ) -> Done:
        from salesdesk.services import outreach

        refs = fitting(call, kind, where or ("status:open", "next:none"))
        stop = bulk(call, refs, tr("plan {count} a day", count=per_day), dry_run=dry_run, yes=yes)
        return stop if stop is not None else done(outreach.spread(call.own_desk, refs, per_day, kind=step), refs)

    plan.__doc__ = f"Spread {kind}s over working days, in the order of the filter, so many a day.\n\nWithout --where: the open ones that have no next step."
    commands.verb("plan", result=True, examples=(f"{kind} plan --where next:none --per-day 40 --dry-run",))(plan)


def _pair(word: str) -> tuple[str, str]:
    name, _, value = word.partition("=")
    return clean(name).lower(), clean(value)
