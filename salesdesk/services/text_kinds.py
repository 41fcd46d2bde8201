"""The kinds of texts a team writes, and what a new one of each starts with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextKind:
    """A kind of text: `name` is its noun on the command line and its table, unless `table` says another; `word` is what
    sentences call one, `ready` the folder of those that come ready (see `salesdesk.content`), which may be one for each
    `{language}`. `check` is `module:function`; the function takes the desk and a text and gives a line that sums it up,
    or raises TextError. `change` is a module that knows what a new text, or its end (None), means for what hangs on it:
    `told(desk, row, text)` and `done(unit, desk, row, text)`, a sentence each, and `switched(unit, row, active)`, what
    to add to one. A new one of a kind that `starts_off` rests until somebody switches it on.
    """

    name: str
    plural: str
    check: str
    starter: str
    table: str = ""
    word: str = ""
    ready: str = ""
    change: str = ""
    starts_off: bool = False

    @property
    def called(self) -> str:
        """What sentences call one."""
        return self.word or self.name

    @property
    def rows(self) -> str:
        """Its table."""
        return self.table or self.name


_MAIL = """---
subject: About {company|your plans}
---

Hi {first_name|there},

...

{signature}
"""
_CADENCE = """---
for: lead
stop: reply, meeting, opt-out, bounce, won, disqualified
hours: 9-17
---
now  call  First call
+2d  call  Second call
+3d  task  Look at their news
"""
_SCRIPT = """---
goal: What this call is to find out
advance: Who does what by when
fallback: What else would be a step
---

# Situation
- What do you use today?

# Problem
- [breaks] Where does it go wrong?

# Implication
- What does that cost you?

# Need-payoff
- If it worked, what would change for you?

# Objections
- Too expensive
  cause: The problem was not reckoned yet
  answer: What does it cost you now?

# Capability
- What we can do
  meets: words they would use, [breaks]
"""
_BUYER = """---
persona: Head of operations
company: A wholesaler of 60 people
---

What one may know before the call.

# Situation
- [today] We do it by hand.
  asked: today, handle, use

# Problem
- [wrong] One in five goes wrong.
  asked: wrong, break, mistake
  after: today
  need: One in five goes wrong

# Implication
- [cost] About a day a week, for two people.
  asked: cost, hour, money
  after: wrong

# Need-payoff
- [better] We would get our Fridays back.
  asked: time, change, worth
  after: cost
  need: Fridays back

# Objections
- We have a tool for that.
  until: cost

# Agrees
- [advance] I send you last month's papers by Friday.
  after: better
- [continuation] Call me again in spring.
"""
_RULE = """# A line for each part; salesdesk rule words shows all that can be said.
when a lead arrives
and  source:website
then assign to me
and  call today "New web lead"
"""
KINDS = {
    kind.name: kind
    for kind in (
        TextKind(
            "template", "templates", "salesdesk.services.merging:sum_up_template", _MAIL, ready="templates/{language}"
        ),
        TextKind("snippet", "snippets", "salesdesk.services.merging:sum_up_snippet", "What we say when ...\n"),
        TextKind(
            "playbook",
            "pages",
            "salesdesk.services.playbook:sum_up",
            "---\nunder: Our playbook\nkind: page\n---\n\nWhat to know ...\n",
            table="playbook_page",
            word="page",
            ready="playbook",
        ),
        TextKind(
            "cadence",
            "cadences",
            "salesdesk.services.cadences.writing:sum_up",
            _CADENCE,
            ready="cadences/{language}",
            change="salesdesk.services.cadences.changing",
        ),
        TextKind("buyer", "buyers", "salesdesk.services.calling.practising:sum_up", _BUYER, ready="buyers"),
        TextKind("script", "scripts", "salesdesk.services.calling.scripts:sum_up", _SCRIPT, ready="scripts"),
        TextKind("rule", "rules", "salesdesk.services.rules.reading:sum_up", _RULE, ready="rules", starts_off=True),
    )
}


def kind_of(name: str) -> TextKind:
    """The kind of that name."""
    return KINDS[name]
