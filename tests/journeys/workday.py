"""The day of a rep, to be worked through by keyboard: forty items in Maya's queue, and Omar in the same workspace."""

from salesdesk.services import texts
from salesdesk.services.desk import Desk
from tests.services.office import colleague, lead

MAIL = "---\nsubject: About {company}\n---\nHi {first_name|there},\n\nmore soon.\n"
CADENCE = "---\nfor: lead\nstop: reply, meeting, opt-out\n---\nnow  call  First try\n+2d  call  Second try\n"
_GIVEN = ("Ada", "Bela", "Cleo", "Dora", "Emil", "Fanni", "Gyula", "Hanna", "Imre", "Judit")
_FAMILY = ("Kiss", "Lind", "Molnar", "Novak")
ITEMS = len(_GIVEN) * len(_FAMILY)
MAILS, LATE, TIMED = 6, 5, 2


def fill(desk: Desk) -> None:
    """Omar, one mail, one cadence, and forty leads with a step: six mails, two at a time, five overdue by a day."""
    colleague(desk, "Omar Farouk")
    for kind in ("cadence", "template"):
        for row in texts.texts(desk, kind):
            texts.delete(desk, row)
    for kind, name, text in (("template", "Short", MAIL), ("cadence", "Two tries", CADENCE)):
        texts.save(desk, kind, name, text)
    for number in range(ITEMS):
        name = f"{_GIVEN[number % 10]} {_FAMILY[number // 10]}"
        what = "mail" if number < MAILS else "call"
        when = " 15:00" if MAILS <= number < MAILS + TIMED else ""
        address = f"{name.lower().replace(' ', '.')}@firm{number}.example"
        ref = lead(desk, f"{what} {name} at Firm{number} today{when} +36 1 200 {1000 + number} {address}")
        if number >= ITEMS - LATE:
            with desk.operation("Left over from Friday") as unit:
                unit.execute("activity", "UPDATE activity SET due_on = '2026-11-20' WHERE lead_id = ?", (ref.id,))
