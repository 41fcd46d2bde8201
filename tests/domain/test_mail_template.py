"""Mail templates: every mistake has its place, every gap its name, and values are never read as fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.front_matter import TextError
from salesdesk.domain.mail_template import (
    FIELDS,
    Field,
    SnippetCall,
    escape,
    fields_of,
    merge,
    merged_text,
    read_snippet,
    read_template,
    snippets_of,
)

LETTER = """\
---
subject: {company|Your team} and the pricing
attach: prices.pdf, terms 2026.pdf
language: EN
kind: follow-up
---

Hi {first_name},

{snippet:Pricing}
Your {product|order} is worth {value}.
"""


def mail(body: str, subject: str = "Hi") -> str:
    return f"---\nsubject: {subject}\n---\n{body}"


def test_a_template_is_read_into_its_parts() -> None:
    template = read_template(LETTER)
    assert template.subject == (Field("company", "Your team"), " and the pricing")
    assert template.attach == ("prices.pdf", "terms 2026.pdf")
    assert (template.language, template.kind) == ("en", "follow-up")
    assert SnippetCall("Pricing") in template.body
    assert fields_of(template) == {"company", "first_name", "product", "value"}
    assert snippets_of(template) == {"Pricing"}


def test_a_mail_is_merged_and_every_gap_is_named() -> None:
    template = read_template(LETTER)
    snippets = {"pricing": "From {value}, {custom.terms|net 30}."}
    whole = merge(template, {"first_name": "Anna", "value": "€12,000"}, snippets)
    assert whole.subject == "Your team and the pricing"
    assert whole.body == "Hi Anna,\n\nFrom €12,000, net 30.\nYour order is worth €12,000."
    assert whole.gaps == ()
    bare = merge(template, {"first_name": ""}, {"prices": ""})
    assert [gap.name for gap in bare.gaps] == ["first_name", "Pricing", "value"]
    assert "did you mean prices?" in bare.gaps[1].sentence
    assert bare.body.startswith("Hi {first_name},")


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("", 0, 0, "no subject"),
        ("Hi Anna", 0, 0, "no subject"),
        ("---\nkind: x\n---\nHi", 0, 0, "no subject"),
        ("---\nsubjet: Hi\n---\nHi", 2, 0, "Did you mean 'subject'?"),
        ("---\nsubject: Hi\nlanguage: magyar\n---\nHi", 3, 0, "not a language code"),
        ("---\nsubject: Hi\n---\n\n  \n", 0, 0, "no text under the subject"),
        ("---\nsubject:  Hi {frist_name}\n---\nHi", 2, 14, "Did you mean first_name?"),
        ("---\nsubject: subject {\n---\nHi", 2, 18, "never closed"),
        ("---\nsubject: Hi\n---\n\n\nDear\n  {First Name}", 7, 3, "Did you mean first_name?"),
        ("---\nsubject: Hi\n---\nHi {{first_name}}", 4, 4, "one brace is enough"),
        ("---\nsubject: Hi\n---\nHi {first_name", 4, 4, "never closed"),
        ("---\nsubject: Hi\n---\nHi {first\n_name}", 4, 4, "never closed"),
        ("---\nsubject: Hi\n---\nHi first_name}", 4, 14, "closes nothing"),
        ("---\nsubject: Hi\n---\nHi {}", 4, 4, "braces are empty"),
        ("---\nsubject: Hi\n---\nHi {snippet:}", 4, 4, "by its name alone"),
        ("---\nsubject: Hi\n---\nHi {snippet:a|b}", 4, 4, "by its name alone"),
        ("---\nsubject: Hi\n---\nHi {custom.}", 4, 4, "no field 'custom.'"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, line: int, column: int, said: str) -> None:
    with pytest.raises(TextError) as caught:
        read_template(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert said in str(caught.value)


def test_a_custom_field_is_checked_where_the_fields_are_known() -> None:
    text = mail("{custom.contract_end}")
    assert read_template(text).body == (Field("custom.contract_end"),)
    assert read_template(text, custom={"contract_end"})
    with pytest.raises(TextError, match=r"Did you mean custom\.contract_ends"):
        read_template(text, custom={"contract_ends"})


def test_a_snippet_holds_no_other() -> None:
    assert read_snippet("Costs {value}.") == ("Costs ", Field("value"), ".")
    with pytest.raises(TextError, match="cannot hold another"):
        read_snippet("{snippet:other}")
    gaps = merge(read_template(mail("{snippet:bad}")), {}, {"bad": "{"}).gaps
    assert "never closed" in gaps[0].sentence


def test_a_subject_that_merges_to_nothing_is_a_gap() -> None:
    assert [g.name for g in merge(read_template(mail("Hi", "{company|}")), {}, {}).gaps] == ["subject"]


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e"))
lines = words.filter(lambda t: "\n" not in t and t.strip())
names = st.sampled_from(sorted(FIELDS))
defaults = st.none() | st.text(st.characters(exclude_characters="{}\n\r", exclude_categories=["Cs", "Cc"]))
fields = st.builds(Field, names, defaults).map(str)
bodies = st.lists(fields | lines.map(escape), min_size=1).map(" ".join).filter(lambda t: t.strip())
values = st.dictionaries(names, words)


@given(words, words)
def test_an_escaped_text_says_itself(subject: str, body: str) -> None:
    merged = merge(read_template(mail(f"x{escape(body)}", f"x{escape(' '.join(subject.split()))}")), {}, {})
    assert merged.subject == f"x{' '.join(subject.split())}"
    assert merged.body == f"x{body}".rstrip()


@given(bodies, values)
def test_a_value_is_never_read_as_a_field(body: str, known: dict[str, str]) -> None:
    template = read_template(mail(body))
    merged = merge(template, known, {})
    missing = {f.name for f in template.body if isinstance(f, Field) and f.default is None and not known.get(f.name)}
    assert {gap.name for gap in merged.gaps} == missing
    expected = "".join(
        part if isinstance(part, str) else known.get(getattr(part, "name", "")) or _left(part) for part in template.body
    )
    assert merged.body == expected.rstrip()


def _left(part: object) -> str:
    assert isinstance(part, Field)
    return str(part) if part.default is None else part.default


@given(bodies, values)
def test_a_merged_mail_can_be_written_on_as_a_template(body: str, known: dict[str, str]) -> None:
    template = read_template(f"---\nsubject: About {{company}}\nattach: a.pdf\n---\n\nHi,\n{body}\nBye")
    text = merged_text(template, known, {})
    again = read_template(text)
    assert merge(again, {}, {}) == merge(template, known, {})
    assert again.attach == ("a.pdf",)


@given(st.text() | st.text(alphabet="-\n:subject{}\\|x ").map(lambda t: f"---\n{t}"))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        read_template(text)
    except TextError as error:
        assert error.message
