"""Mail templates: every mistake has its place, every gap its name, and values are never read as fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.mail_template import (
    FIELDS,
    Field,
    SnippetCall,
    TemplateError,
    escape,
    fields_of,
    merge,
    merged_text,
    read_snippet,
    read_template,
    snippets_of,
)

LETTER = """\
subject: {company|Your team} and the pricing
attach: prices.pdf
attach: terms, 2026.pdf
language: EN
kind: follow-up

Hi {first_name},

{snippet:Pricing}
Your {product|order} is worth {value}.
"""


def test_a_template_is_read_into_its_parts() -> None:
    template = read_template(LETTER)
    assert template.subject == (Field("company", "Your team"), " and the pricing")
    assert template.attach == ("prices.pdf", "terms, 2026.pdf")
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
        ("", 1, 1, "begins with its subject"),
        ("Hi Anna", 1, 1, "above the empty line"),
        ("kind: x\n\nHi", 1, 1, "begins with its subject"),
        ("subjet: Hi\n\nHi", 1, 1, "Did you mean subject?"),
        ("subject:   \n\nHi", 1, 12, "subject is empty"),
        ("subject: Hi\nsubject: Ho\n\nHi", 2, 1, "a second time"),
        ("subject: Hi\nlanguage: magyar\n\nHi", 2, 11, "not a language code"),
        ("subject: Hi\n\n  \n", 4, 1, "no text under the subject"),
        ("subject: Hi {frist_name}\n\nHi", 1, 13, "Did you mean first_name?"),
        ("subject: Hi\n\nDear\n  {First Name}", 4, 3, "Did you mean first_name?"),
        ("subject: Hi\n\nHi {{first_name}}", 3, 4, "one brace is enough"),
        ("subject: Hi\n\nHi {first_name", 3, 4, "never closed"),
        ("subject: Hi\n\nHi {first\n_name}", 3, 4, "never closed"),
        ("subject: Hi\n\nHi first_name}", 3, 14, "closes nothing"),
        ("subject: Hi\n\nHi {}", 3, 4, "braces are empty"),
        ("subject: Hi\n\nHi {snippet:}", 3, 4, "by its name alone"),
        ("subject: Hi\n\nHi {snippet:a|b}", 3, 4, "by its name alone"),
        ("subject: Hi\n\nHi {custom.}", 3, 4, "no field 'custom.'"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, line: int, column: int, said: str) -> None:
    with pytest.raises(TemplateError) as caught:
        read_template(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert said in str(caught.value)


def test_a_custom_field_is_checked_where_the_fields_are_known() -> None:
    text = "subject: Hi\n\n{custom.contract_end}"
    assert read_template(text).body == (Field("custom.contract_end"),)
    assert read_template(text, custom={"contract_end"})
    with pytest.raises(TemplateError, match=r"Did you mean custom\.contract_ends"):
        read_template(text, custom={"contract_ends"})


def test_a_snippet_holds_no_other() -> None:
    assert read_snippet("Costs {value}.") == ("Costs ", Field("value"), ".")
    with pytest.raises(TemplateError, match="cannot hold another"):
        read_snippet("{snippet:other}")
    gaps = merge(read_template("subject: Hi\n\n{snippet:bad}"), {}, {"bad": "{"}).gaps
    assert "never closed" in gaps[0].sentence


def test_a_subject_that_merges_to_nothing_is_a_gap() -> None:
    assert [g.name for g in merge(read_template("subject: {company|}\n\nHi"), {}, {}).gaps] == ["subject"]


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e"))
lines = words.filter(lambda t: "\n" not in t and t.strip())
names = st.sampled_from(sorted(FIELDS))
defaults = st.none() | st.text(st.characters(exclude_characters="{}\n\r", exclude_categories=["Cs", "Cc"]))
fields = st.builds(Field, names, defaults).map(str)
bodies = st.lists(fields | lines.map(escape), min_size=1).map(" ".join).filter(lambda t: t.strip())
values = st.dictionaries(names, words)


@given(words, words)
def test_an_escaped_text_says_itself(subject: str, body: str) -> None:
    text = f"subject: x{escape(' '.join(subject.split()))}\n\nx{escape(body)}"
    merged = merge(read_template(text), {}, {})
    assert merged.subject == f"x{' '.join(subject.split())}"
    assert merged.body == f"x{body}".rstrip()


@given(bodies, values)
def test_a_value_is_never_read_as_a_field(body: str, known: dict[str, str]) -> None:
    template = read_template(f"subject: S\n\n{body}")
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
    template = read_template(f"subject: About {{company}}\nattach: a.pdf\n\nHi,\n{body}\nBye")
    text = merged_text(template, known, {})
    again = read_template(text)
    assert merge(again, {}, {}) == merge(template, known, {})
    assert again.attach == ("a.pdf",)


@given(st.text())
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        read_template(text)
    except TemplateError as error:
        assert error.line >= 1 and error.column >= 1
