"""What people are at work: whether some words are a job title, in English, Hungarian or German."""

from collections.abc import Sequence

from salesdesk.domain.people import is_legal_form
from salesdesk.domain.text import fold


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A title begins with one of these (`VP Revenue`, `Head of Sales`, `Chief Data Officer`) ...
_FIRST = _set(
    "ceo cto cfo coo cmo cio cro cpo ciso vp svp evp avp head chief director president founder owner partner"
    " vice managing general deputy senior junior principal"
)
# ... or ends with one (`Sales Manager`, `ügyvezető igazgató`, `Leiter Einkauf` begins with one).
_LAST = _set(
    "manager director officer engineer owner founder co-founder cofounder president buyer purchaser consultant"
    " assistant architect administrator supervisor specialist ceo cto cfo coo cmo cio partner"
)
# These are written small in their languages.
_SMALL = _set(
    "igazgato ugyvezeto vezeto tulajdonos menedzser beszerzo uzletkoto titkar titkarno mernok elnok alapito"
    " asszisztens geschaftsfuhrer geschaftsfuhrerin leiter leiterin inhaber inhaberin einkaufer einkauferin"
)
_SMALL_ENDINGS = ("vezeto", "igazgato", "menedzser", "leiter", "leiterin")
_LINKS = _set("of for and & the und für es és")
_MOST_WORDS = 6


def is_job(words: Sequence[str]) -> bool:
    """Whether the words are a job title as a whole: `VP Revenue`, `Head of Sales`, `kereskedelmi igazgató`.

    English ones must have capitals, as names have: `ask manager` is something to do.
    """
    folded = [fold(word).strip(".") for word in words]
    if not folded or len(folded) > _MOST_WORDS or any(is_legal_form(word) for word in words):
        return False
    if any(sign.isdigit() for word in folded for sign in word):
        return False
    if folded[-1] in _SMALL or folded[0] in _SMALL or folded[-1].endswith(_SMALL_ENDINGS):
        return True
    loud = all(word[:1].isupper() or fold(word) in _LINKS for word in words)
    return loud and (folded[0] in _FIRST or folded[-1] in _LAST)
