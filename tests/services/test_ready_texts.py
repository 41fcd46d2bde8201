"""The ready templates: they parse, they say something to anybody, they are brought in once."""

import pytest

from salesdesk import content
from salesdesk.content import LANGUAGES
from salesdesk.domain.mail_template import read_template
from salesdesk.services import composing, history, merging, texts
from salesdesk.services.desk import Desk
from salesdesk.services.settings import change_setting
from salesdesk.services.setup import Beginning, create
from tests.services import office

KINDS = {"call",
    "first touch", "follow-up", "demo", "abandoned order", "promotion", "renewal", "win-back", "thank you",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_ready_template_is_right_and_needs_little(file_desk: Desk, language: str) -> None:
    found = content.ready(f"templates/{language}").items()
    assert {read_template(text).kind for _, text in found} == KINDS
    lead = office.lead(file_desk, "anna@acme.example")
    gaps = set()
    for name, text in found:
        assert read_template(text).language == language
        assert merging.sum_up_template(file_desk, text)
        letter = composing.compose(file_desk, [lead], text)[0]
        gaps |= {(name, problem) for problem in letter.problems}
        assert len(letter.body) < 900
    # What only the team can say is asked for once, by name; a renewal needs its day, what follows a call what was said.
    assert len(gaps) == 5


def test_a_new_workspace_has_them_in_its_language(place: str) -> None:
    desk = create(place, Beginning(me="Kovács Anna", language="hu"))
    names = {row.name for row in texts.texts(desk, "template")}
    assert "Köszönet" in names and len(names) == 9
    texts.delete(desk, texts.find_text(desk, "template", "Félbehagyott rendelés"))
    row = texts.find_text(desk, "template", "Akció")
    texts.save(desk, "template", row.name, "---\nsubject: Ma\n---\nMa.", row=row)
    assert texts.bring_ready(desk, "template", "hu") == "1 template brought"
    assert texts.find_text(desk, "template", "Akció").text.endswith("Ma.\n")
    assert texts.bring_ready(desk, "template", "en") == "9 templates brought"
    history.undo(desk)
    assert len(texts.texts(desk, "template")) == 9
    desk.workspace.close()


def test_texts_in_the_language_of_the_team_come_first(desk: Desk) -> None:
    texts.bring_ready(desk, "template", "hu")
    texts.save(desk, "template", "Zebra", "---\nsubject: Now\n---\nNow.")
    names = [row.name for row in texts.texts(desk, "template")]
    assert names.index("Akció") > names.index("Zebra") > names.index("Thank you")
    change_setting(desk, "language", "hu")
    names = [row.name for row in texts.texts(desk, "template")]
    assert names.index("Akció") < names.index("Zebra") < names.index("Thank you")
