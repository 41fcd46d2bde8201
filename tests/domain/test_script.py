"""Scripts of calls: read, printed back, every mistake with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.front_matter import TextError
from salesdesk.domain.script import SECTIONS, Capability, Objection, Question, Script, parse, write

TEXT = """---
persona: Operations, finance
goal: size the problem
advance: a demo with the team
---

Before the call: read the last notes.

# Situation
- [tools] Which tools do you use
  for it today?
  known: industry
  then: Breaks
- Who owns the report?

# Problem
- [breaks] What breaks most often?
  say: "When it breaks, who notices first?"

# implication
- What does that cost you?

# Need payoff
- What would change?

# Facts
- Churn is 7 percent

# Objections
- Too expensive
  cause: value not seen
  answer: Against what does it cost too much?
  kind: price

# Capability
- One number everyone trusts
  meets: export, breaks
  proof: Two weeks at Acme
"""


def test_a_script_is_read_whole() -> None:
    script = parse(TEXT)
    assert script.names("persona") == ("Operations", "finance")
    assert script.about == "Before the call: read the last notes."
    assert [q.section for q in script.questions] == ["S", "S", "P", "I", "N"]
    tools = script.of("S")[0]
    assert tools == Question("S", "Which tools do you use for it today?", "tools", "industry", ("breaks",))
    assert TEXT.split("\n")[tools.line - 1].startswith("- [tools]")
    assert script.of("P")[0].say == "When it breaks, who notices first?"
    assert script.facts == ("Churn is 7 percent",)
    price = "Against what does it cost too much?"
    assert script.objections == (Objection("Too expensive", "value not seen", price, "price"),)
    assert script.capabilities == (Capability("One number everyone trusts", ("export", "breaks"), "Two weeks at Acme"),)
    assert script.warnings == ()


def test_what_is_missing_is_a_warning_while_a_call_can_run() -> None:
    script = parse("# Situation\n- Who owns it?\n# Capability\n- We sort it")
    assert script.warnings == (
        "nothing in Problem, Implication, Need-payoff, Objections",
        "no goal",
        "no advance",
        "1 without 'meets', so never proposed",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Situation\n\nno item\n", "Line 3: what stands below"),
        ("# Situaton\n- Who?\n", "Line 1: 'Situaton' is not a section. Did you mean '# Situation'?"),
        ("---\npersonna: x\n---\n# Problem\n- a?", "Line 2: 'personna' is not known here. Did you mean 'persona'?"),
        ("# Problem\n- a?\n  thn: x\n", "Line 3: 'thn' is not known in '# Problem'. Did you mean 'then'?"),
        ("# Problem\n- a?\n  answer: x\n", "Line 3: 'answer' is not known in '# Problem'."),
        ("# Problem\n- [a] a?\n  then: bb\n- [b] b?\n", "Line 3: no question has the label 'bb'. Did you mean 'b'?"),
        ("# Problem\n- [a] a?\n- [A] b?\n", "Line 3: the label 'a' is taken by line 2."),
        ("# Problem\n- [a] a?\n  then: b\n- [b] b?\n  then: a\n", "Line 5: the follow-ups go in a circle: a > b > a."),
        ("# Problem\n- [a] a?\n  then: a\n", "Line 3: the follow-ups go in a circle: a > a."),
        ("# Problem\n- a?\n  say: x\n  say: y\n", "Line 4: 'say' is said twice"),
        ("# Problem\n- \x1b[31m\n", "Line 2: there are no words here."),
        ("---\ngoal: x\n---\n\n\n# Facts\n- a\n", "A script needs a question"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(TextError) as error:
        parse(text)
    assert said in str(error.value)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(TextError) as error:
        parse("# Nothing\n- x\n# Problem\n- [a] a?\n  then: q\nwords\n")
    assert [line.partition(":")[0] for line in str(error.value).split("\n")] == ["Line 1", "Line 5", "Line 6"]


def test_five_thousand_questions_are_read() -> None:
    rows = [f"- [q{n}] Question number {n}?\n  then: q{n + 1}\n  known: city" for n in range(5000)]
    text = "# Problem\n" + "\n".join(rows) + "\n- [q5000] The last?\n"
    script = parse(text)
    assert len(script.questions) == 5001
    assert parse(write(script)) == script


LINE = st.text(st.characters(exclude_categories=["Cs"]), max_size=24)
PIECE = st.sampled_from(
    [*(f"# {name}" for name in SECTIONS), "- a?", "- [l] b?", "  then: l", '  say: "x"', "  known: y"]
)


@given(st.lists(st.one_of(LINE, PIECE, LINE.map(lambda text: f"- {text}"), LINE.map(lambda text: f"  {text}"))))
def test_any_text_is_read_or_refused_and_what_is_read_is_printed_back(lines: list[str]) -> None:
    try:
        script = parse("\n".join(["# Problem", "- first?", *lines]))
    except TextError:
        return
    assert parse(write(script)) == script
    assert not any(sign in write(script) for sign in ("\x1b", "\x07", "\u202e"))
    assert isinstance(script, Script)
