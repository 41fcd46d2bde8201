"""What the pane beside a list says about the record under the cursor; pages use the same sections."""

import datetime as dt
from collections.abc import Sequence

from salesdesk import clock
from salesdesk.domain.dates import say_day, short_month
from salesdesk.i18n import tr
from salesdesk.screens.columns import amount, deal_age, due_piece, due_state
from salesdesk.services.cadences import showing
from salesdesk.services.collision import Ban
from salesdesk.services.desk import Desk
from salesdesk.services.pages import DealPage, LeadPage, PlainPage, last_talk, planned
from salesdesk.store.read.enrolments import EnrolmentRow
from salesdesk.store.read.timeline import Event
from salesdesk.widgets.bars import bar, glyphs, sparkline
from salesdesk.widgets.side_pane import PaneRow, Section
from salesdesk.widgets.text import Cell, Line, Piece, words

_SIGNS = {"done": ("done", "ok"), "planned": ("later", "muted"), "stage": ("focus", "accent")}


def subtitle(page: LeadPage) -> str:
    """`VP Revenue, Larkspur AI`."""
    return ", ".join(part for part in (page.row.title, page.row.company) if part)


def lead_sections(page: LeadPage, desk: Desk, cells: int, *, tags: bool = True) -> list[Section]:
    """The sections of a lead; without its tags where they are among the facts beside it."""
    row = page.row
    sections = []
    if row.score is not None:
        role = "ok" if row.score >= 85 else "accent"
        sections.append(
            Section(tr("SCORE"), Piece(str(row.score), f"{role} bold"), [PaneRow(bar(row.score / 100, cells, role))])
        )
    sections.append(Section(tr("NEXT STEP"), rows=next_rows(row, desk, page.events)))
    sections += cadence_sections(page.cadence)
    said = last_talk(page.events)
    if said and said.words:
        sections.append(last_time(said, desk, cells))
    sections.append(Section(tr("TIMELINE"), rows=timeline_rows(page.events, desk)[:6]))
    if any(page.touches):
        sections.append(touches(page.touches))
    sections.append(Section(tr("CONTACT"), rows=contact_rows(row.phone, row.email, page.bans, desk, cells)))
    if tags and row.tags.strip():
        sections.append(
            Section(tr("TAGS"), rows=[PaneRow(Piece(" ".join(f"#{t}" for t in row.tags.split()), "muted"))])
        )
    return sections


def deal_sections(page: DealPage, desk: Desk, cells: int) -> list[Section]:
    """The sections of a deal."""
    row = page.row
    value = amount(row.value_minor, row.currency, short=False) or tr("no value yet")
    age, stale = deal_age(row, desk)
    stage: list[Piece] = [Piece(row.stage, "strong")]
    if age:
        stage.append(
            Piece(
                f"   {glyphs().overdue + ' ' if stale else ''}{tr('in stage {age}', age=age)}",
                "warn" if stale else "muted",
            )
        )
    facts = [
        PaneRow(
            stage, Piece(f"{row.probability} %" if row.probability is not None and row.state == "open" else "", "muted")
        )
    ]
    if row.close_on and row.state == "open":
        late = row.close_on < desk.today
        facts.append(
            PaneRow(Piece(tr("closes {day}", day=say_day(row.close_on, desk.today)), "bad" if late else "muted"))
        )
    if row.lost_reason:
        facts.append(PaneRow(Piece(tr("lost: {reason}", reason=row.lost_reason.lower()), "bad")))
    sections = [Section(tr("VALUE"), Piece(value, "strong bold"), facts)]
    if row.state == "open":
        sections.append(Section(tr("NEXT STEP"), rows=next_rows(row, desk, page.events)))
        sections += cadence_sections(page.cadence)
    if page.lines:
        lines = [
            PaneRow(f"{line.quantity} × {line.product}", amount(_line_price(line), line.currency))
            for line in page.lines[:6]
        ]
        sections.append(Section(tr("PRODUCTS"), rows=lines))
    said = last_talk(page.events)
    if said and said.words:
        sections.append(last_time(said, desk, cells))
    sections.append(Section(tr("TIMELINE"), rows=timeline_rows(page.events, desk)[:6]))
    if any(page.touches):
        sections.append(touches(page.touches))
    sections.append(Section(tr("CONTACT"), row.contact, contact_rows(row.phone, row.email, page.bans, desk, cells)))
    if page.criteria:
        asked = [PaneRow(line) for text in page.criteria for line in hanging(text, cells)]
        sections.append(Section(tr("BEFORE IT MOVES ON"), rows=asked))
    return sections


def hanging(text: str, cells: int) -> list[Line]:
    """A list item behind a quiet sign, its further lines below its words."""
    first, *more = words(text, cells - 2) or [""]
    head: Line = [Piece(f"{glyphs().none} ", "label"), Piece(first, "muted")]
    return [head, *([Piece("  "), Piece(line, "muted")] for line in more)]


def plain_sections(page: PlainPage, desk: Desk, cells: int) -> list[Section]:
    """The sections of an account or contact."""
    related = [PaneRow(f"{glyphs().none} {ref.name}", ref.detail) for ref in page.related[:12]]
    sections = [Section(tr("LINKED"), str(len(page.related)), related)] if related else []
    if page.bans:
        sections.insert(0, Section(tr("CONTACT"), rows=contact_rows("", "", page.bans, desk, cells)))
    return [
        *cadence_sections(page.cadence),
        *sections,
        Section(tr("TIMELINE"), rows=timeline_rows(page.events, desk)[:12]),
    ]


def cadence_sections(row: EnrolmentRow | None) -> list[Section]:
    """The cadence a record is in, and how far."""
    if row is None:
        return []
    place = showing.place(row)
    aside = tr("paused, {place}", place=place) if row.state == "paused" else place
    return [Section(tr("CADENCE"), Piece(aside, "strong"), [PaneRow(row.cadence, keys("C", tr("steer")))])]


def _line_price(line: object) -> int | None:
    price = getattr(line, "price_minor", None)
    listed = getattr(line, "list_minor", None)
    unit = price if price is not None else listed
    return unit * getattr(line, "quantity", 1) if unit is not None else None


def next_rows(row: object, desk: Desk, events: Sequence[Event] = ()) -> list[PaneRow]:
    """The next step, whether it was promised, and how soon it is."""
    if due_state(row, desk) == "none":
        return [
            PaneRow(
                [Piece(f"{glyphs().none} ", "muted"), Piece(tr("no next step"), "bad italic")], keys("n", tr("set"))
            )
        ]
    text = getattr(row, "next_text", "") or getattr(row, "next_kind", "")
    at = getattr(row, "due_at", None)
    time = desk.local(at).strftime(" %H:%M") if at and due_state(row, desk) == "later" else ""
    rows = [PaneRow([due_piece(row, desk), Piece(time, "muted"), Piece(f" {text}", "strong")])]
    soon = _soon(at)
    if any(event.promised for event in planned(events)[:1]):
        rows.append(PaneRow(Piece(f"  {tr('promised: they asked for it')}", "warn")))
    if soon:
        rows.append(PaneRow(Piece(f"  {soon}", "muted")))
    return rows


def _soon(at: dt.datetime | None) -> str:
    if at is None:
        return ""
    minutes = round((at - clock.now()).total_seconds() / 60)
    if 0 <= minutes < 120:
        return tr("in {minutes} min", minutes=minutes)
    return tr("{minutes} min ago", minutes=-minutes) if -120 < minutes < 0 else ""


def last_time(said: Event, desk: Desk, cells: int) -> Section:
    """The newest words of theirs, else ours about them."""
    lines = words(f"“{said.quote}”" if said.quote else said.text, cells)[:3]
    return Section(
        tr("LAST TIME"),
        Piece(f"{_day(said.on, desk)}, {said.title.lower()}" if len(said.title) < 12 else _day(said.on, desk), "muted"),
        [PaneRow(Piece(line)) for line in lines],
    )


def said(text: str, cells: int) -> list[Section]:
    """What a task without a record says."""
    return [Section(tr("WHAT"), rows=[PaneRow(Piece(line)) for line in words(text, cells)])] if text else []


def timeline_rows(events: Sequence[Event], desk: Desk) -> list[PaneRow]:
    """What happened, the newest first; what is only planned stands with the next step."""
    return [PaneRow(timeline_line(event, desk)) for event in events if event.what != "planned"]


def timeline_line(event: Event, desk: Desk) -> Line:
    """`18 Nov ✓ Talked 12 min: churn Q3`."""
    name, role = _SIGNS.get(event.what, ("later", "label"))
    sign = {"made": "+", "changed": glyphs().none}.get(event.what) or _glyph(name)
    # The lines below the first stand on the page of the record.
    first = event.words.partition("\n")[0]
    text = f"{event.label}: {first}" if first else event.label
    text_role = "text" if event.what == "done" else "muted"
    at = desk.local(event.at).strftime("%H:%M ") if event.what == "planned" and event.at else ""
    return [Piece(f"{_day(event.on, desk):>6} {at}", "label"), Piece(f"{sign} ", role), Piece(text, text_role)]


def _glyph(name: str) -> str:
    signs = glyphs()
    return {"done": signs.done, "later": signs.later}.get(name, "›")


def _day(day: dt.date, desk: Desk) -> str:
    if day == desk.today:
        return tr("today")
    return f"{day.day} {short_month(day)}" if day.year == desk.today.year else f"{short_month(day)} {day:%y}"


def touches(counts: Sequence[int]) -> Section:
    """The touches of the last weeks as a sparkline."""
    line = PaneRow(Piece(sparkline(list(counts)), "accent"))
    return Section(tr("TOUCHES {weeks} weeks", weeks=len(counts)), Piece(str(sum(counts)), "strong"), [line])


def contact_rows(phone: str, mail: str, bans: Sequence[Ban], desk: Desk, cells: int) -> list[PaneRow]:
    """Phone and mail, with the key that copies them; what must not be used comes first, with the reason."""
    rows: list[PaneRow] = []
    for ban in bans:
        words_of = {"mail": tr("do not mail"), "call": tr("do not call")}.get(ban.channel, tr("do not contact"))
        since = Piece(_day(ban.since, desk), "muted") if ban.since else ""
        rows.append(PaneRow(Piece(f"{glyphs().overdue} {words_of}", "bad bold"), since))
        rows += [PaneRow(Piece(f"  {line}", "muted")) for line in words(ban.reason, cells - 2)[:2]]
    if phone:
        rows.append(PaneRow(phone, keys("y", tr("copy"))))
    if mail:
        rows.append(PaneRow(mail))
    return rows or [PaneRow(Piece(tr("no phone, no mail"), "label"), keys("e", tr("edit")))]


def keys(key: str, label: str) -> Cell:
    """A key with its label, for the right end of a row."""
    return [Piece(key, "accent bold"), Piece(f" {label}", "muted")]
