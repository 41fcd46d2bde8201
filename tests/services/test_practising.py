"""Practice calls: kept, marked, counted nowhere; on both engines."""

import pytest

from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.services import calling, history, learning, texts
from salesdesk.services.calling import practising
from salesdesk.services.desk import Desk
from salesdesk.store.read import call_log

TALK = (
    "How do you handle this today?",
    "Where does it go wrong most often?",
    "+ Everything in one place",
    "*one in fifteen wrong",
    "What does that cost you in a quarter?",
    "> they look at it thu",
)


def test_a_practice_call_has_a_debrief_and_counts_nowhere(desk: Desk) -> None:
    row = practising.buyer_for(desk, "Discovery")
    told = practising.talk_lines(desk, row, TALK)
    assert told[0].startswith("Marta Quist, wholesale: Marta here")
    assert (
        "- “That sounds expensive for a company of our size.” The cost of the problem was not worked out yet; no "
        in ("\n".join(told))
    )
    assert "# Needs found: 2 of 6" in told and told[-1].startswith("- ")
    assert desk.connection.one("SELECT practice, result, persona, lead_id FROM call_run") == (
        True, "continuation", "Marta Quist, wholesale", None,
    )  # fmt: skip
    assert call_log.calls(desk.connection) == [] and calling.unfinished(desk) == []
    assert learning.results(desk, "script") == {} and learning.objections(desk) == [] and learning.questions(desk) == []
    assert desk.connection.value("SELECT count(*) FROM activity WHERE done_on IS NOT NULL") == 0
    assert desk.connection.value("SELECT count(*) FROM need") == 0


def test_practice_is_not_what_undo_takes_back_and_needs_a_buyer(desk: Desk) -> None:
    row = practising.buyer_for(desk, "no script of this name")
    practising.talk_lines(desk, row, TALK[:1], "bulk")
    assert "Practice" not in next(o for o in history.operations(desk) if o.source != "call").label
    with pytest.raises(InvalidError):
        texts.save(desk, "buyer", row.name, "# Problem\nx\n", row=row)
    assert practising.buyer_of(texts.find_text(desk, "buyer", row.name)).answers, "what was in use stays in use"
    for one in texts.texts(desk, "buyer"):
        texts.delete(desk, one)
    with pytest.raises(NotFoundError, match="no buyer"):
        practising.buyer_for(desk, "Discovery")
    assert texts.bring_ready(desk, "buyer") == "4 buyers brought"
