"""The verb that logs a touch, on the cursor row or on all that are marked."""

import datetime as dt
from collections.abc import Sequence

from salesdesk import clock
from salesdesk.domain.dates import say_day
from salesdesk.domain.language.touch import TouchNote
from salesdesk.errors import SalesdeskError
from salesdesk.i18n import tr
from salesdesk.screens.dialogs.log import LogDialog, LogForm, LogKind, LogResult, Proposed
from salesdesk.screens.targets import Targets, who
from salesdesk.services import notices, outreach
from salesdesk.services.outreach import Sheet, Step
from salesdesk.services.records import Ref
from salesdesk.services.steps import following_text, read_following, step_text
from salesdesk.widgets.options import Option
from salesdesk.widgets.text import Cell, Piece

_INBOUND = {"call": "they called", "mail": "they wrote", "message": "they wrote"}


class LogVerb(Targets):
    """A screen that logs touches."""

    def action_record_log(self) -> None:
        """Log a touch: the letter of its outcome, then the next step."""
        self.on_targets(self._ask_log, prepare=lambda refs: outreach.sheet(self.desk, refs[0]))

    def _ask_log(self, refs: Sequence[Ref], sheet: Sheet) -> None:
        # A note that was typed and not saved is there again.
        drafts = self.desk_app.note_drafts
        reading = _Reading(self, refs, sheet)

        def save(result: LogResult) -> None:
            drafts[refs[0].id] = result.note

            def run() -> str:
                sentence = reading.log(result)
                drafts.pop(refs[0].id, None)
                return sentence

            self.act(run)

        form = LogForm(
            _kinds(sheet),
            sheet.start.id.hex(),
            reading.next_for,
            reading.read_next,
            reading.read_note,
            reading.tried,
            reading.ways_out,
            stage=sheet.onward.label if sheet.onward and len(refs) == 1 else "",
            note=drafts.get(refs[0].id, ""),
        )
        dialog = LogDialog(tr("Log: {who}", who=who(refs)), form, aside=self.place_in_queue())
        self.open_dialog(dialog, save, kept=lambda note: drafts.update({refs[0].id: note}))


class _Reading:
    """What is typed into the dialog, read for these records."""

    def __init__(self, screen: Targets, refs: Sequence[Ref], sheet: Sheet) -> None:
        self.desk = screen.desk
        self.refs = refs
        self.sheet = sheet
        self.local = self.desk.local(clock.now())
        self.outcomes = {o.id.hex(): o for o in sheet.outcomes}
        self.proposed: dict[str, Step] = {}

    def next_for(self, outcome: str) -> Proposed:
        """The next step once this outcome is logged."""
        chosen, inside = self.outcomes[outcome], self.sheet.inside
        step = self.sheet.step_after(self.desk, chosen, self.local)
        if step is None:
            return Proposed()
        text = step_text(step, self.desk.today)
        self.proposed[text] = step
        origin = tr("as planned") if self.sheet.is_planned(step) else tr("default")
        if inside and origin == tr("default") and step != outreach.default_step(self.desk, chosen, self.local):
            origin = inside.cadence
        return Proposed(text, origin)

    def read_next(self, text: str) -> Cell:
        """What a typed next step means; one that was proposed means what it is."""
        try:
            following = self.proposed.get(text) or read_following(self.desk, text)
        except SalesdeskError as error:
            return Piece(f"▲ {error.message}", "bad")
        return following.sentence(self.desk.today)

    def read_note(self, text: str, kind: LogKind) -> Cell:
        """What was recognised in the note, before enter."""
        note = outreach.read_touch(self.desk, text, placed=kind.placed)
        told = [tr("tells {name}", name=m.name) for m in notices.mentions(self.desk, text) if m.id != self.desk.actor]
        found = [*_recognised(note, kind.inbound, self.local), *told]
        if note.quote:
            found.append(f"“{note.quote}”")
        return [Piece("   ".join(found), "accent")] if found else ""

    def tried(self, outcome: str) -> Cell:
        """`attempt 4 of 6`; only one record has attempts of its own."""
        attempt = self.sheet.tries(self.outcomes[outcome]) if len(self.refs) == 1 else 0
        if not attempt:
            return ""
        role = "warn" if attempt >= self.sheet.most else "muted"
        return Piece(tr("attempt {number} of {most}", number=attempt, most=self.sheet.most), role)

    def ways_out(self, outcome: str) -> Sequence[Option]:
        """The next steps that end the trying, once there were enough attempts at a lead."""
        chosen = self.outcomes[outcome]
        if len(self.refs) > 1 or self.refs[0].kind != "lead" or self.sheet.tries(chosen) < self.sheet.most:
            return ()
        taken = {o.letter for o in self.sheet.of(chosen.kind_id)}
        ways = []
        for way in self.sheet.ways_out:
            key = next((c for c in way.word.lower() if c.isalpha() and c not in taken), "")
            taken.add(key)
            ways.append(Option(following_text(way.following, self.desk.today), way.label, key))
        return ways

    def log(self, result: LogResult) -> str:
        """Save the touch; runs in the writing thread."""
        desk, outcome = self.desk, self.outcomes[result.outcome]
        note = outreach.read_touch(desk, result.note, placed=outreach.has_place(desk, outcome))
        at = outreach.instant_of(desk, note)
        # What was shown and left as it is stays what is planned already, or the default of each record.
        kept = at is None and result.next_step == self.next_for(result.outcome).text
        onward = self.sheet.onward if result.take_stage else None
        return outreach.log(
            desk,
            self.refs,
            outcome,
            note=note.note,
            quote=note.quote,
            direction=note.direction or result.direction,
            step=read_following(desk, result.next_step) if result.next_step and not kept else None,
            no_step=not result.next_step,
            at=at,
            minutes=note.minutes,
            onward=onward,
            place=note.place,
        ).sentence


def _kinds(sheet: Sheet) -> list[LogKind]:
    return [
        LogKind(
            kind.id.hex(),
            kind.letter.upper(),
            kind.name.lower(),
            [Option(o.id.hex(), o.name.lower(), o.letter) for o in sheet.of(kind.id)],
            tr(_INBOUND.get(kind.meaning, "they came")),
            kind.meaning == "note",
            kind.meaning in outreach.PLACED,
        )
        for kind in sheet.kinds
    ]


def _recognised(note: TouchNote, inbound: str, local: dt.datetime) -> list[str]:
    """`they called`, `12 min`, `yesterday 15:00`, as the note says it."""
    found = [{"in": inbound, "out": tr("from us")}[note.direction]] if note.direction else []
    if note.place:
        found.append(tr(note.place))
    if note.minutes:
        found.append(tr("{minutes} min", minutes=note.minutes))
    if note.on and note.time:
        found.append(_when(note.on, note.time, local))
    return found


def _when(on: dt.date, time: dt.time, local: dt.datetime) -> str:
    if dt.datetime.combine(on, time, local.tzinfo) > local:
        return tr("▲ {time} is to come", time=f"{time:%H:%M}")
    yesterday = on == local.date() - dt.timedelta(days=1)
    day = tr("yesterday") if yesterday else say_day(on, local.date())
    return f"{day} {time:%H:%M}"
