"""What is new in a mail, who wants no more, who is away."""

import pytest

from salesdesk.domain.mails import new_part, sounds_automatic, wants_out

ANSWERED = {
    "gmail, wrapped": (
        "Sounds good.\n\nAnna\n\nOn Mon, 23 Nov 2026 at 09:12, Maya Kessler\n<maya@x.example> wrote:\n\n> Dear Anna\n> hi",
        "Sounds good.\n\nAnna",
    ),
    "hungarian gmail": (
        "Jó lesz!\n\nMaya <maya@x.hu> ezt írta (időpont: 2026. nov.\n20., P, 10:12):\n\n> Kedves Anna",
        "Jó lesz!",
    ),
    "thunderbird, no signs": ("Igen.\n2026. 11. 20. 10:12 keltezéssel, Maya írta:\nKedves Anna", "Igen."),
    "german": ("Ja.\n\nAm 20.11.2026 um 10:12 schrieb Maya <m@x.de>:\nHallo Anna", "Ja."),
    "outlook": ("Fine\n\nFrom: Maya <m@x.example>\nSent: Monday\nTo: Anna\nSubject: Offer\n\nDear Anna", "Fine"),
    "outlook in hungarian": ("Rendben\n\nFeladó: Maya\nElküldve: hétfő\nCímzett: Anna\nTárgy: Ajánlat\n\nKedves", "Rendben"),
    "original message": ("Yes\n-----Original Message-----\nFrom: Maya\nold", "Yes"),
    "answers between quotes": ("> one?\nfirst\n> two?\nsecond", "first\nsecond"),
    "answer below": ("On 3 Nov Maya wrote:\n> price?\n> day?\nToo much.\n-- \nAnna, Acme", "Too much."),
    "from a phone": ("Call me\n\nSent from my iPhone", "Call me"),
    "only a forward": ("-----Original Message-----\nFrom: Bob\nSee this", "-----Original Message-----\nFrom: Bob\nSee this"),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERED)
def test_history_is_cut_off_and_answers_stay(name: str) -> None:
    text, new = ANSWERED[name]
    assert new_part(text) == new


@pytest.mark.parametrize(
    "text",
    [
        "From: the very start I liked it",
        "He wrote: yes\nand left",
        "On Friday 3 of us will come:\nAnna, Bob, Eva",
        "prices -- see below\nand more",
    ],
)
def test_plain_words_are_no_history(text: str) -> None:
    assert new_part(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "STOP", "stop.", "Unsubscribe", "Please unsubscribe me from this list", "Leiratkozás", "leiratkozom!",
        "Kérem, töröljenek a listáról", "Hi,  please stop emailing me", "Opt out", "opt-out please", "Abmelden",
        "Please remove me from your mailing list. Thanks", "Don't contact me again", "unsubscribe\n\nAnna",
    ],
)  # fmt: skip
def test_asking_for_no_more_mail_is_understood(text: str) -> None:
    assert wants_out("Re: Offer", text)


@pytest.mark.parametrize(
    "text",
    [
        "Stop by our office on Friday", "Stop, that is a good price", "Unsubscribe rates are up, can you help?",
        "I do not want to stop", "Remove me from the cc and call Bob", "", "How do I unsubscribe my colleague?",
        "Please call me", "The last stop",
    ],
)  # fmt: skip
def test_other_words_are_not(text: str) -> None:
    assert not wants_out("Re: Offer", text)


def test_the_subject_decides_where_there_is_hardly_a_text() -> None:
    assert wants_out("UNSUBSCRIBE", "")
    assert wants_out("Re: unsubscribe", "Thanks, Anna")
    assert not wants_out("Unsubscribe rates", "")
    assert not wants_out("Stop", "We would like to order twenty chairs by Friday")


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Offer",
        "Out of Office Re: Offer",
        "Automatikus válasz: Ajánlat",
        "Abwesenheitsnotiz",
        "AW: Autoreply",
    ],
)
def test_automatic_answers_are_known_by_their_subject(subject: str) -> None:
    assert sounds_automatic(subject)


def test_a_person_who_is_away_is_no_machine() -> None:
    assert not sounds_automatic("Re: automatic doors")
    assert not sounds_automatic("The office is out of paper")
