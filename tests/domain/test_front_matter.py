"""The head of a text file: read back as written, mistakes told by their line."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.domain.front_matter import TextError, parse, with_key, without_key

WORD = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8).map(str.lower)


def test_a_text_without_a_head_is_all_body() -> None:
    assert parse("Hello\n--- not a head\n").body == "Hello\n--- not a head\n"


def test_the_body_begins_where_it_says() -> None:
    text = "---\nsubject: Your order: 3 boxes\n# a remark\n---\n\nDear {first_name},\n"
    found = parse(text)
    assert found.value("subject") == "Your order: 3 boxes"
    assert found.body == "Dear {first_name},\n"
    assert text.split("\n")[found.body_line] == "Dear {first_name},"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\nsubject\n---\n", 2, "key: value"),
        ("---\na: 1\na: 2\n---\n", 3, "twice"),
        ("---\na: 1\n", 1, "never ends"),
    ],
)
def test_a_mistake_is_told_by_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(TextError, match=words) as told:
        parse(text)
    assert told.value.line == line


def test_an_unknown_key_names_the_nearest() -> None:
    with pytest.raises(TextError, match="Did you mean 'subject'"):
        try:
            parse("---\nsubjekt: x\n---\n").only("subject", "attach")
        except TextError as error:
            raise TextError(str(error)) from None


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(WORD.filter(lambda w: w != "name"), WORD, max_size=4), st.lists(WORD), WORD)
def test_a_key_put_in_and_taken_out_leaves_the_text(head: dict[str, str], body: list[str], name: str) -> None:
    lines = ["---", *(f"{k}: {v}" for k, v in head.items()), "---"] if head else []
    text = "\n".join([*lines, "", *body]) if lines else "\n".join(body)
    named = with_key(text, "name", name)
    assert parse(named).value("name") == name
    assert parse(named).body.strip() == parse(text).body.strip()
    assert parse(without_key(named, "name")).values == parse(text).values
