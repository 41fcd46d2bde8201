"""Which records a command is about: references, `--where` a filter, or references from standard input."""

import sys
from collections.abc import Sequence

from salesdesk.cli.call import Call
from salesdesk.cli.output import Done
from salesdesk.domain.text import clean
from salesdesk.errors import InvalidError, UsageError
from salesdesk.i18n import plural, tr
from salesdesk.services.records import Ref, by_ids, find

MANY = 20
SHOWN = 10


def picked(call: Call, kind: str, refs: Sequence[str], where: Sequence[str], ids: str | None = None) -> list[Ref]:
    """The records meant, each once; UsageError when nothing says which."""
    named = list(refs)
    if ids == "-":
        named += [line.strip() for line in sys.stdin if line.strip()]
    elif ids:
        named += ids.split(",")
    if where and all(":" in word or word[:1] in {"@", "+"} for word in named):
        # `--where owner:me due:..today` without quotes: the shell gives the second term as a word of its own.
        where, named = [*where, *named], []
    if named and where:
        raise UsageError(tr("Give references or --where, not both."))
    if where:
        return fitting(call, kind, where)
    if not named:
        raise UsageError(tr("Which ones? Give references, or a filter with --where."))
    found = {ref.id: ref for ref in (find(call.desk, clean(who), (kind,)) for who in named)}
    other = next((ref for ref in found.values() if ref.kind != kind), None)
    if other is not None:
        raise InvalidError(tr("{ref} is a {found}, not a {kind}.", ref=other.ref, found=other.kind, kind=kind))
    return list(found.values())


def fitting(call: Call, kind: str, where: Sequence[str]) -> list[Ref]:
    """The records a filter gives, in its order."""
    from salesdesk.domain.language.words import words_text
    from salesdesk.services import views

    desk = call.desk
    keys = views.listing(desk, kind, words_text([clean(word) for word in where])).ids
    return by_ids(desk.connection, kind, keys)


def bulk(call: Call, refs: Sequence[Ref], what: str, *, dry_run: bool, yes: bool) -> Done | None:
    """For many records: what a dry run says, a question above 20; None to go on."""
    if not refs:
        return Done(tr("Nothing fits, so nothing was changed."), {"changed": 0})
    if dry_run:
        shown = [str(ref) for ref in refs[:SHOWN]]
        more = [tr("and {count} more", count=len(refs) - SHOWN)] if len(refs) > SHOWN else []
        sentence = "\n".join([tr("Would {what}:", what=what), *shown, *more])
        return Done(sentence, {"dry_run": True, "would_change": len(refs)}, refs=[ref.ref for ref in refs])
    if len(refs) > MANY:
        word = plural(len(refs), refs[0].kind, f"{refs[0].kind}s")
        call.confirm(tr("{what} of {count}?", what=what[:1].upper() + what[1:], count=word), yes=yes)
    return None


def done(sentence: str, refs: Sequence[Ref]) -> Done:
    """What a bulk command says and gives."""
    return Done(
        tr("{sentence}. Undo: salesdesk undo", sentence=sentence),
        {"changed": len(refs), "message": sentence},
        refs=[ref.ref for ref in refs],
    )
