"""The last days as the members lived them: real operations, each by its member, at its time, on their own machine."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salesdesk.services import editing, negotiating, outreach, prospecting
from salesdesk.services.demo_cast import LEAVER, ME, working
from salesdesk.services.demo_maya import Maya
from salesdesk.services.demo_open import MOVED_LATELY, WON_YESTERDAY, Open
from salesdesk.services.demo_story import Story
from salesdesk.services.desk import Desk
from salesdesk.services.records import Ref, by_id
from salesdesk.store.unit import operation

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

# What follows: kind, subject, in how many working days, at which hour.
_Next = tuple[str, str, int, int | None]
# How the touches of the morning went: kind, outcome, minutes, note, what follows; the last is the latest.
_MORNING: tuple[tuple[str, str, int | None, str, _Next | None], ...] = (
    ("Mail", "Sent", None, "", None),
    ("Call", "No answer", None, "", None),
    ("Call", "Talked", 4, "Asks for prices, sends the number of seats.", None),
    ("Call", "Voicemail", None, "", None),
    ("Call", "Meeting booked", 8, '"Bring somebody who knows warehouses."', ("Meeting", "With the warehouse", 5, 10)),
    ("Call", "Busy", None, "", None),
    (
        "Call",
        "Talked",
        11,
        '"If my people have to type it twice I do not want it."',
        ("Demo", "Demo with their orders", 3, 11),
    ),
    ("Mail", "Sent", None, "", None),
    ("Call", "No answer", None, "", None),
    (
        "Call",
        "Talked",
        5,
        "Finance decides in January. Wants the calculation now.",
        ("Mail", "Send the calculation", 2, None),
    ),
    (
        "Call",
        "Talked",
        6,
        '"After the season we look at it properly."',
        ("Mail", "Follow-up with dates for January", 4, None),
    ),
    ("Call", "Voicemail", None, "Second voicemail, leaves it until next week.", ("Call", "Third try", 5, None)),
)


class Earlier(Desk):
    """The desk of a member at a moment that is over: what services write there is of that day and time."""

    def __init__(self, desk: Desk, member: bytes, name: str, moment: dt.datetime) -> None:
        super().__init__(desk.workspace, source="tui", actor=member)
        self.device = f"{name.split()[0].lower()}-laptop"
        self.moment = moment

    @property
    def today(self) -> dt.date:
        """The day of that moment."""
        return self.local(self.moment).date()

    @contextmanager
    def operation(
        self, label: str, *, at: dt.datetime | None = None, source: str | None = None, large: bool = False
    ) -> Iterator["Unit"]:
        """Write as one operation of the member at that moment."""
        with super().operation(label, at=at or self.moment, source=source, large=large) as unit:
            yield unit


@dataclass(slots=True)
class Days:
    """Lets the members work on the last two days and this morning."""

    story: Story
    everything: Open
    maya: Maya
    # How deals stand now that stood otherwise before, see `demo_review`.
    closes: dt.date | None = None
    values: dict[str, int] = field(default_factory=dict)

    def hand_over(self) -> None:
        """The leave: she becomes inactive, what she had open goes to others, what she won stays hers."""
        story = self.story
        desk, leave = story.desk, story.season.leave
        heirs = ", ".join(sorted({heir for _, _, heir in story.handed}))
        label = f"Hand-over: {len(story.handed)} records of {LEAVER} to {heirs}"
        manager, moment = story.member["Ágnes Halmos"], desk.instant(leave, dt.time(16, 40))
        with operation(
            desk.workspace, label, actor=manager, device="agnes-laptop", source="tui", action="setup", at=moment
        ) as unit:
            for table, key, heir in story.handed:
                unit.update(table, key, {"owner_id": story.member[heir]})
            unit.update("member", story.member[LEAVER], {"active": False})

    def lately(self) -> None:
        """The two working days before: things moved, won, given away, given up."""
        before, yesterday = (working(self.story.today, -n) for n in (2, 1))
        deals, leads = self.everything.deals, self.everything.leads
        of = {
            name: [lead for lead in leads if lead.owner == name] for name in ("Lena Vogt", "Iker Solano", "Kinga Rédei")
        }

        desk = self.at("Ágnes Halmos", before, 10, 12)
        refs = [self.ref("lead", lead.key) for lead in of["Iker Solano"][-3:]]
        editing.give(desk, refs, "Kinga Rédei")
        desk = self.at("Iker Solano", before, 15, 41)
        moved = self.ref("deal", deals[MOVED_LATELY])
        negotiating.move(desk, moved, negotiating.stage_named(desk, "Proposal"))
        desk = self.at("Lena Vogt", yesterday, 9, 20)
        reasons = prospecting.disqualify_reasons(desk)
        lead = self.ref("lead", of["Lena Vogt"][-1].key)
        prospecting.disqualify(desk, [lead], negotiating.reason_named(reasons, "Unreachable"))
        desk = self.at("Omar Farouk", yesterday, 11, 5)
        negotiating.win(desk, self.ref("deal", deals[WON_YESTERDAY]), on=yesterday)
        desk = self.at(ME, yesterday, 14, 32)
        editing.edit(desk, [self.ref("deal", self.maya.deals["Atlas Papel"])], {"probability": "70"})
        desk = self.at("Kinga Rédei", yesterday, 16, 18)
        company = self.story.directory.company()
        person = self.story.directory.person(company)
        words = f"{person.name}, {company.name}, {person.phone} {person.email} from Event"
        prospecting.save(desk, prospecting.propose(desk, words, as_new=True))
        desk = self.at(ME, yesterday, 16, 47)
        acme = self.ref("deal", self.maya.deals["Acme Nordic"])
        editing.tag(desk, [acme], "hot")
        desk = self.at("Ágnes Halmos", yesterday, 16, 55)
        larkspur = self.ref("deal", self.maya.deals["Larkspur AI"])
        with desk.operation(f"Word to {ME} about {larkspur.name}") as unit:
            words = "@maya take the return on it along, Dan decides with his board."
            news = {"member_id": self.story.member[ME], "kind": "mention", "text": words, "at": desk.moment}
            unit.insert("notice", {**news, "record_kind": "deal", "record_id": larkspur.id})

    def this_morning(self) -> None:
        """What Maya has done today, one touch after the other until shortly before now."""
        busy = self.maya.busy
        for lead, time, (kind, outcome, minutes, note, following) in zip(
            busy, morning(self.story, len(busy)), _MORNING[len(_MORNING) - len(busy) :], strict=True
        ):
            desk = self.at(ME, self.story.today, time.hour, time.minute)
            how = outreach.outcome_named(desk, outcome, outreach.kind_named(desk, kind))
            step = self._step(desk, following) if following else None
            ref = self.ref("lead", lead.key)
            said = outreach.read_touch(desk, note)
            outreach.log(desk, ref, how, note=said.note, quote=said.quote, step=step, at=desk.moment, minutes=minutes)

    def _step(self, desk: Desk, following: _Next) -> outreach.Step:
        kind, subject, days, hour = following
        time = dt.time(hour) if hour else None
        return outreach.Step(outreach.kind_named(desk, kind), working(self.story.today, days), time, subject)

    def at(self, name: str, day: dt.date, hour: int, minute: int) -> Earlier:
        """The desk of a member on a day at a time, or now when that is still to come."""
        desk = self.story.desk
        moment = desk.instant(day, dt.time(hour, minute))
        return Earlier(desk, self.story.member[name], name, min(moment, self.story.now))

    def ref(self, kind: str, key: bytes) -> Ref:
        """A record of the story."""
        return by_id(self.story.desk.connection, kind, key)


def morning(story: Story, count: int) -> list[dt.time]:
    """Times for so many touches from the start of the day until a while before now."""
    first, last = _span(story)
    return [dt.time(m // 60, m % 60) for m in (first + (last - first) * n // max(count - 1, 1) for n in range(count))]


def room(story: Story) -> int:
    """How many touches fit between the start of this day and now: twelve, unless the day has hardly begun."""
    first, last = _span(story)
    return max(0, min(len(_MORNING), (last - first) // 4 + 1)) if last > first else 0


def _span(story: Story) -> tuple[int, int]:
    local = story.desk.local(story.now)
    now = local.hour * 60 + local.minute
    last = min(now - 20 if now > 60 else now - 5, 17 * 60 + 30)
    return max(10, min(8 * 60, last - 80)), last
