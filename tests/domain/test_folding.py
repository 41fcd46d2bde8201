"""Folding for comparing and sorting: without case and accents, whatever the alphabet."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.text import fold

_AS_TYPED = {"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}


@given(st.text())
def test_a_folded_text_is_lower_case_without_marks(text: str) -> None:
    """Sign by sign, from the definition: compatibility decomposition, marks gone, letters as people type them."""
    signs = [sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign)]
    assert fold(text) == "".join(_AS_TYPED.get(sign, sign) for sign in signs)


def test_letters_of_many_alphabets() -> None:
    assert fold("Tomás ŁÓDŹ Őrség Straße Æsir") == "tomas lodz orseg strasse aesir"
    assert fold("ΑΘΉΝΑ Київ 東京") == "αθηνα киів 東京"
