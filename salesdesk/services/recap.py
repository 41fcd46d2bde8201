"""What came of a call, as a mail says it: the needs in the buyer's words, who does what by when; and the mail itself."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesdesk import content
from salesdesk.domain import front_matter
from salesdesk.domain.mail_words import known_language, long_day
from salesdesk.i18n import tr
from salesdesk.services import optouts, texts
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref
from salesdesk.store.read import call_log

# What the head of a template says (`kind: call`) that is for after a call.
KIND = "call"
FIELDS = ("needs", "agreed")
_BY = {"en": "{what} by {day}", "hu": "{what}, határidő: {day}"}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The template of the mail after a call; `why_not` says why this person gets none."""

    name: str = ""
    text: str = ""
    template_id: bytes | None = None
    language: str = ""
    why_not: str = ""


def follow_up(desk: Desk, ref: Ref, language: str) -> FollowUp:
    """The mail to offer after a call: the team's own template of that kind, in the language if there is one, else the
    one that comes ready."""
    from salesdesk.services.merging import person_of

    person = person_of(desk.connection, ref)
    if person is None or not person.email:
        return FollowUp(why_not=tr("no mail address"))
    if blocked := optouts.why_not(desk.connection, person.email):
        return FollowUp(why_not=blocked)
    found = [(row.name, row.text, row.id) for row in texts.texts(desk, "template") if row.active and row.text]
    ready = content.ready(f"templates/{known_language(language)}")
    every: list[tuple[str, str, bytes | None]] = [*found, *((name, text, None) for name, text in ready.items())]
    fits = [one for one in every if front_matter.value_of(one[1], "kind") == KIND]
    fits.sort(key=lambda one: (front_matter.value_of(one[1], "language") not in {"", language}, one[2] is None))
    return (
        FollowUp(*fits[0], front_matter.value_of(fits[0][1], "language"))
        if fits
        else FollowUp(why_not=tr("no template of kind call"))
    )


def needs_text(words: Iterable[str]) -> str:
    """A line for each need."""
    return "\n".join(f"- {one}" for one in words)


def agreed_text(deeds: Iterable[tuple[str, dt.date | None]], today: dt.date, language: str) -> str:
    """A line for each thing to do, with its day: `- Priya sends the export by Friday 27 November`."""
    form = _BY[known_language(language)]
    return "\n".join(
        f"- {form.format(what=what, day=long_day(on, today, language)) if on else what}" for what, on in deeds if what
    )


def stored(desk: Desk, ref: Ref, language: str) -> dict[str, str]:
    """The same from what is kept of a record: its open needs, and what was agreed in the last call that moved on."""
    if ref.kind not in {"lead", "deal", "contact", "account"}:
        return {}
    needs = call_log.needs_of(desk.connection, ref.kind, ref.id)
    last = next((one for one in call_log.calls_of(desk.connection, ref.kind, ref.id) if one.result == "advance"), None)
    agreed = [(last.advance_what, last.advance_on)] if last else []
    return {
        "needs": needs_text(need.words for need in needs),
        "agreed": agreed_text(agreed, desk.today, language),
    }


def without_empty(text: str, facts: Mapping[str, str]) -> str:
    """A template without the paragraphs that only hold a field of the call nothing is known for, nor the paragraphs
    that announce them (they end in a colon): a mail says nothing rather than an empty list."""
    kept: list[str] = []
    for block in text.split("\n\n"):
        bare = block.strip()
        if bare in {f"{{{name}}}" for name in FIELDS} and not facts.get(bare.strip("{}")):
            if kept and kept[-1].rstrip().endswith(":"):
                kept.pop()
            continue
        kept.append(block)
    return "\n\n".join(kept)
