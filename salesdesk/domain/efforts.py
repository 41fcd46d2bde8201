"""Which activities a goal of activities counts: told once, for the SQL that counts them and the words that list them."""

from salesdesk.plain import Plain

# What is held with somebody, on a day of its own.
HELD = ("meeting", "demo", "visit")
SAID, UNLESS_SAID = "said", "unless said"


class Effort(Plain):
    """What one metric counts of the done activities.

    `kinds` are meanings of kinds: those counted, or with `others` those that are not. `reached`: whether the other side
    must have been reached: `SAID` by the outcome, or `UNLESS_SAID` otherwise. `sent`: of mails only those that went out.
    """

    kinds: tuple[str, ...]
    others: bool = False
    reached: str = ""
    sent: bool = False


EFFORTS = {
    "calls": Effort(("call",)),
    "talks": Effort(("call",), reached=SAID),
    "mails": Effort(("mail",), sent=True),
    "meetings": Effort(HELD, reached=UNLESS_SAID),
    "demos": Effort(("demo",), reached=UNLESS_SAID),
    "touches": Effort(("task", "note"), others=True, sent=True),
}
