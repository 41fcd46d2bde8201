"""What the demo's team has on its hands beside the leads and deals: goals, cadences, mails, calls with scripts, rules."""

import datetime as dt
from collections.abc import Mapping, Sequence
from random import Random
from typing import TYPE_CHECKING, Any

from salesdesk import content
from salesdesk.domain.cadence import parse as read_cadence
from salesdesk.domain.script import Objection, Question
from salesdesk.services import texts
from salesdesk.services.calling.scripts import used
from salesdesk.services.demo_cast import LEAVER, ME, REPS, working
from salesdesk.services.demo_story import Story, mail_of
from salesdesk.services.demo_words import ANSWERS, EXPLICIT, IMPLIED, MAILS
from salesdesk.services.optouts import put
from salesdesk.services.text_kinds import KINDS
from salesdesk.store.unit import operation

if TYPE_CHECKING:
    from salesdesk.store.unit import Unit

_GOALS = (("calls", "day", 20), ("talks", "day", 6), ("meetings", "week", 3))
# cadence -> the places of its steps that are calls, how many people are inside, and how it ended for others.
_CADENCES: tuple[tuple[str, tuple[int, ...], int, tuple[str, ...]], ...] = (
    ("First touch", (0, 2), 14, ("replied", "replied", "opted out", "")),
    ("Quick answer", (0, 2, 3), 9, ("replied", "meeting booked", "")),
)
_RULES = ("New web lead", "Lost on price")
_SCRIPTS = (("lead", "Inbound first call"), ("lead", "Discovery"), ("deal", "Discovery"), ("deal", "Demo follow-up"))
_RESULTS = (("advance", 6), ("continuation", 9), ("no-sale", 4), ("order", 1))
# Every third talk of the last weeks was led by a script.
CALLS, LED, MAILS_SENT = 180, 3, 18


class Outreach:
    """Tells all of it in one operation of the set-up, when everything it is about is there."""

    def __init__(self, story: Story, rng: Random) -> None:
        self.story, self.rng, self.desk = story, rng, story.desk

    def tell(self) -> None:
        """Goals, cadences, mails, news, calls, opt-outs and rules."""
        with operation(
            self.desk.workspace, "Goals, cadences, mails and calls of the team", actor=None, device="demo",
            source="demo", action="setup", at=self.story.now,
        ) as unit:  # fmt: skip
            self._goals(unit)
            for cadence in _CADENCES:
                self._cadence(unit, *cadence)
            self._mails(unit)
            self._news(unit)
            self._calls(unit)
            self._opt_outs(unit)
            ready = content.ready(KINDS["rule"].ready)
            for name in _RULES:
                row = {"name": name, "text": ready[name], "author_id": self.story.member["Ágnes Halmos"]}
                unit.insert("rule", row)

    def _goals(self, unit: "Unit") -> None:
        for rep in REPS:
            if rep.name != LEAVER:
                for metric, period, target in _GOALS:
                    row = {"member_id": self.story.member[rep.name], "metric": metric, "period": period}
                    unit.insert("goal", {**row, "target": target, "starts_on": self.story.season.start})

    def _cadence(self, unit: "Unit", name: str, calls: Sequence[int], inside: int, ended: tuple[str, ...]) -> None:
        """The calls that were planned with new people anyway become steps of a cadence."""
        row = texts.find_text(self.desk, "cadence", name)
        steps = read_cadence(row.text).steps
        free = unit.connection.rows(
            "SELECT a.id, l.id, a.owner_id FROM activity a JOIN lead l ON l.id = a.lead_id"
            " JOIN activity_kind k ON k.id = a.kind_id JOIN source s ON s.id = l.source_id"
            " JOIN lead_status t ON t.id = l.status_id WHERE a.done_on IS NULL AND a.due_on > ? AND a.deleted_op IS NULL"
            " AND k.meaning = 'call' AND a.enrolment_id IS NULL AND t.name <> 'Nurture' AND s.direction = ?"
            " ORDER BY l.name LIMIT ?",
            (self.story.today.isoformat(), "inbound" if name == "Quick answer" else "outbound", inside),
        )
        for number, (activity, lead, owner) in enumerate(free):
            place = calls[number % len(calls)]
            values = {"cadence_id": row.id, "lead_id": lead, "owner_id": owner, "position": place}
            key = unit.insert("enrolment", {**values, "started_on": self.story.today})
            step = {"enrolment_id": key, "cadence_step": place, "subject": steps[place].words}
            unit.update("activity", activity, step)
        gone = unit.connection.rows(
            "SELECT l.id, l.owner_id, l.closed_on FROM lead l WHERE l.closed_on IS NOT NULL AND l.owner_id IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.lead_id = l.id) ORDER BY l.closed_on DESC, l.name LIMIT ?",
            (len(ended) * 4,),
        )
        for (lead, owner, closed), reason in zip(gone, ended * 4, strict=False):
            end = dt.date.fromisoformat(closed)
            values = {
                "cadence_id": row.id,
                "lead_id": lead,
                "owner_id": owner,
                "position": self.rng.randrange(len(steps)),
            }
            days = {"started_on": working(end, -self.rng.randint(3, 8)), "ended_on": end}
            unit.insert("enrolment", {**values, **days, "state": "stopped" if reason else "finished", "reason": reason})

    def _mails(self, unit: "Unit") -> None:
        """What went out in the last days, what came back, and two of Maya's that leave tomorrow."""
        rows = unit.connection.rows(
            "SELECT a.id, a.owner_id, a.done_at, o.name, a.lead_id, a.deal_id, COALESCE(a.contact_id, d.contact_id),"
            " COALESCE(NULLIF(l.email, ''), c.email), COALESCE(NULLIF(l.given_name, ''), c.given_name), m.name, a.note, a.quote"
            " FROM activity a JOIN activity_kind k ON k.id = a.kind_id JOIN outcome o ON o.id = a.outcome_id"
            " JOIN member m ON m.id = a.owner_id LEFT JOIN lead l ON l.id = a.lead_id LEFT JOIN deal d ON d.id = a.deal_id"
            " LEFT JOIN contact c ON c.id = COALESCE(a.contact_id, d.contact_id)"
            " WHERE k.meaning = 'mail' AND a.done_on IS NOT NULL AND COALESCE(NULLIF(l.email, ''), c.email) IS NOT NULL"
            " ORDER BY a.done_at DESC, m.name, l.name, d.name LIMIT ?",
            (MAILS_SENT,),
        )
        for activity, owner, at, outcome, lead, deal, contact, address, given, member, note, quote in rows:
            moment = dt.datetime.fromisoformat(at)
            links = {
                "activity_id": activity,
                "owner_id": owner,
                "lead_id": lead,
                "deal_id": deal,
                "contact_id": contact,
            }
            if outcome == "Replied":
                came = {"direction": "in", "state": "received", "from_address": address, "to_address": mail_of(member)}
                values = {"subject": "Re: our call", "body": note or quote, "sent_at": moment}
                unit.insert("message", {**links, **came, **values})
            else:
                unit.insert(
                    "message", {**links, **self._letter(given, member, address), "state": "sent", "sent_at": moment}
                )
        mine = unit.connection.rows(
            "SELECT l.id, l.email, l.given_name FROM lead l JOIN lead_status s ON s.id = l.status_id WHERE l.owner_id = ?"
            " AND s.name = 'Working' AND l.next_on > ? AND l.touched_on IS NOT NULL ORDER BY l.name LIMIT 2",
            (self.story.member[ME], self.story.today.isoformat()),
        )
        leaves = self.desk.instant(working(self.story.today, 1), dt.time(8, 30))
        for lead, address, given in mine:
            letter = self._letter(given, ME, address)
            unit.insert(
                "message",
                {**letter, "lead_id": lead, "owner_id": self.story.member[ME], "state": "queued", "send_at": leaves},
            )

    def _letter(self, given: str, member: str, address: str) -> dict[str, Any]:
        subject, body = self.rng.choice(MAILS)
        words = f"Hi {given},\n\n{body}\n\nBest regards\n{member}"
        return {"from_address": mail_of(member), "to_address": address, "subject": subject, "body": words}

    def _news(self, unit: "Unit") -> None:
        """Somebody answered Maya, and she has not seen it yet."""
        me = self.story.member[ME]
        lead = unit.connection.value("SELECT id FROM lead WHERE name = 'Samuel Okafor' AND owner_id = ?", (me,))
        at = self.desk.instant(working(self.story.today, -1), dt.time(17, 5))
        values = {"member_id": me, "kind": "reply", "record_kind": "lead", "record_id": lead, "at": at}
        unit.insert("notice", {**values, "text": "Four o'clock is fine, use the mobile."})

    def _calls(self, unit: "Unit") -> None:
        """Talks of the last two months that were led by a script, with what was asked and said."""
        scripts = {name: used(self.desk, texts.find_text(self.desk, "script", name)) for _, name in _SCRIPTS}
        talks = unit.connection.rows(
            "SELECT a.id, a.owner_id, a.done_at, a.duration_minutes, a.lead_id, a.deal_id, COALESCE(a.contact_id, d.contact_id),"
            " COALESCE(a.account_id, d.account_id), COALESCE(NULLIF(l.name, ''), c.name, '')"
            " FROM activity a JOIN activity_kind k ON k.id = a.kind_id JOIN outcome o ON o.id = a.outcome_id"
            " LEFT JOIN lead l ON l.id = a.lead_id LEFT JOIN deal d ON d.id = a.deal_id"
            " LEFT JOIN contact c ON c.id = COALESCE(a.contact_id, d.contact_id)"
            " WHERE k.meaning = 'call' AND o.meaning = 'reached' AND a.duration_minutes >= 4 AND a.done_on < ?"
            " AND (a.lead_id IS NOT NULL OR a.deal_id IS NOT NULL) ORDER BY a.done_at DESC, l.name, d.name LIMIT ?",
            (self.story.today.isoformat(), CALLS),
        )
        for number, (activity, owner, at, minutes, lead, deal, contact, account, person) in enumerate(talks[::LED]):
            kind = "deal" if deal else "lead"
            _, name = [pair for pair in _SCRIPTS if pair[0] == kind][number % 2]
            script = scripts[name]
            began = dt.datetime.fromisoformat(at)
            about = {"lead_id": lead, "deal_id": deal, "contact_id": contact, "account_id": account}
            result = self.rng.choices([r for r, _ in _RESULTS], [w for _, w in _RESULTS])[0]
            advance: dict[str, Any] = {}
            if result == "advance":
                by = working(began.date(), self.rng.randint(2, 6))
                advance = {"advance_who": person, "advance_what": "sends the list of customers", "advance_on": by}
            run = unit.insert("call_run", {
                **about, **advance, "script_id": script.id, "version": script.version, "owner_id": owner,
                "activity_id": activity, "persona": script.script.says("persona"), "goal": script.script.says("goal"),
                "started_at": began, "ended_at": began + dt.timedelta(minutes=minutes), "result": result,
            })  # fmt: skip
            good = result in {"advance", "order"}
            self._notes(unit, run, script.script.questions, script.script.objections, about, began, good=good)

    def _notes(
        self, unit: "Unit", run: bytes, questions: Sequence[Question], objections: Sequence[Objection],
        about: Mapping[str, bytes | None], began: dt.datetime, *, good: bool,
    ) -> None:  # fmt: skip
        """What was asked in order, more of it in a good call, with the needs and the objection that came up."""
        rng, place = self.rng, 0
        share = {"S": 0.6, "P": 0.7, "I": 0.6 if good else 0.2, "N": 0.5 if good else 0.1}
        for question in questions:
            if rng.random() > share.get(question.section, 0.4):
                continue
            kind, text = "note", rng.choice(ANSWERS)
            if question.section == "P" and rng.random() < 0.5:
                kind, text = "implied", rng.choice(IMPLIED)
            elif question.section == "N" and rng.random() < 0.6:
                kind, text = "explicit", rng.choice(EXPLICIT)
            elif rng.random() < 0.3:
                kind, text = "asked", ""
            at = began + dt.timedelta(seconds=40 * place + 20)
            said = {"call_id": run, "position": place, "kind": kind, "text": text, "at": at}
            unit.insert("call_note", {**said, "section": question.section, "question": question.text})
            if kind in {"implied", "explicit"}:
                need = {"call_id": run, "kind": kind, "words": text, "severity": rng.choice((None, 2, 3))}
                unit.insert("need", {**about, **need, "said_on": self.desk.local(began).date()})
            place += 1
        if objections and rng.random() < 0.45:
            met = rng.choice(objections)
            at = began + dt.timedelta(seconds=40 * place + 20)
            said = {"call_id": run, "position": place, "kind": "objection", "text": met.text, "at": at}
            unit.insert("call_note", {**said, "question": met.text, "cause": met.cause, "answered": rng.random() < 0.7})

    def _opt_outs(self, unit: "Unit") -> None:
        """Some of those who were not interested asked to be left alone."""
        rows = unit.connection.rows(
            "SELECT l.email FROM lead l JOIN lost_reason r ON r.id = l.lost_reason_id WHERE r.name = 'Not interested'"
            " AND l.email <> '' ORDER BY l.closed_on DESC, l.name LIMIT 4"
        )
        for (address,) in rows:
            put(unit, self.desk, address, channel="mail", reason="asked by mail")
