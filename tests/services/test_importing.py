"""Importing: links, identity, edits, duplicates, refusals, a stop; small files written for the purpose."""

import datetime as dt
import json
from contextlib import AbstractContextManager
from typing import Any

import pytest

from salesdesk.errors import InvalidError, SalesdeskError
from salesdesk.services import editing, history, importing, outreach, settings
from salesdesk.services.desk import Desk
from salesdesk.services.goals.kept import read_span
from salesdesk.services.records import by_id, find
from salesdesk.store.unit import Unit
from tests.services.office import lead, outcome

from .importing_files import Write, bring, count, counts, live, write

__all__ = ["write"]

LEADS = "Lead ID,Full name,Company,Email,Phone,Lead Status,Lead Source,Owner,Shoe size\n"


def _leads(*rows: str) -> str:
    return LEADS + "\n".join(rows) + "\n"


ANNA = "7,Anna Kovács,Acme Kft.,anna@acme.hu,+36 30 123 4567,Contacted,Fair,Bea Rep,38"
DAN = "8,Dan Brown,Brown Ltd,dan@brown.com,+44 20 7946 0958,Converted,Web,Bea Rep,44"


def test_a_list_of_leads_with_owner_source_status_and_a_field_of_its_own(desk: Desk, write: Write) -> None:
    path = write("leads.csv", _leads(ANNA, DAN))
    preview = importing.examine(desk, [path])
    assert preview.owners == ("Bea Rep",) and preview.new_fields == (("lead", "Shoe size"), ("lead", "Lead Status"))
    assert preview.report.json()["dry_run"] is True and preview.report.added == 2 and count(desk, "lead") == 0
    report = importing.publish(desk, preview)
    row = desk.connection.one(
        "SELECT l.given_name, l.company, m.name, s.name, t.meaning, l.custom, l.arrived_on FROM lead l"
        " JOIN member m ON m.id = l.owner_id JOIN source s ON s.id = l.source_id JOIN lead_status t ON t.id = l.status_id"
        " WHERE l.name = 'Anna Kovács'"
    )
    assert row is not None and row[:5] == ("Anna", "Acme Kft.", "Bea Rep", "Fair", "open") and row[6] is None
    assert json.loads(row[5])["shoe_size"] == "38"
    assert count(desk, "lead", "status_id IN (SELECT id FROM lead_status WHERE meaning = 'converted')") == 1
    assert [ref.name for ref in importing.without_next_step(desk, report)] == ["Anna Kovács"]
    assert importing.count_without_next_step(desk, report) == 1


def test_only_what_changed_in_the_file_is_applied(desk: Desk, write: Write) -> None:
    bring(desk, write("leads.csv", _leads(ANNA, DAN)))
    anna = find(desk, "anna@acme.hu", ("lead",))
    editing.edit(desk, [anna], {"phone": "+36 1 999 9999"})
    newer = ANNA.replace("4567", "0000").replace("Acme Kft.", "Acme Nyrt.").replace(",38", ",39")
    report = bring(desk, write("leads.csv", _leads(newer, DAN)))
    assert counts(report) == {"leads": (0, 1, 1, 0)}
    row = desk.connection.one("SELECT phone, company, company_key, custom FROM lead WHERE id = ?", (anna.id,))
    assert row is not None and row[:3] == ("+36 1 999 9999", "Acme Nyrt.", "acme")
    assert json.loads(row[3])["shoe_size"] == "39"
    (problem,) = report.files[0].problems
    assert problem.value == "+36 30 123 0000" and "+36 1 999 9999" in problem.reason and problem.line == 2
    assert bring(desk, write("leads.csv", _leads(newer, DAN))).unchanged == 2
    history.undo(desk)
    assert desk.connection.value("SELECT company FROM lead WHERE id = ?", (anna.id,)) == "Acme Kft."


def test_the_file_wins_when_told_to(desk: Desk, write: Write) -> None:
    path = write("leads.csv", _leads(ANNA, DAN))
    bring(desk, path)
    anna = find(desk, "anna@acme.hu", ("lead",))
    editing.edit(desk, [anna], {"phone": "+36 1 999 9999"})
    assert bring(desk, path).unchanged == 2
    assert counts(bring(desk, path, theirs=True)) == {"leads": (0, 1, 1, 0)}
    assert desk.connection.value("SELECT phone FROM lead WHERE id = ?", (anna.id,)) == "+36 30 123 4567"
    assert not bring(desk, path).files[0].problems


def test_an_edit_taken_back_is_no_edit(desk: Desk, write: Write) -> None:
    path = write("leads.csv", _leads(ANNA))
    bring(desk, path)
    anna = find(desk, "anna@acme.hu", ("lead",))
    editing.edit(desk, [anna], {"phone": "+36 1 999 9999"})
    history.undo(desk)
    report = bring(desk, write("leads.csv", _leads(ANNA.replace("4567", "0000"))))
    assert report.updated == 1 and not report.files[0].problems
    assert desk.connection.value("SELECT phone FROM lead WHERE id = ?", (anna.id,)) == "+36 30 123 0000"


def test_a_column_that_is_gone_empties_nothing_and_an_empty_cell_does(desk: Desk, write: Write) -> None:
    bring(desk, write("leads.csv", "Lead ID,Full name,Email,Phone,City\n1,Anna Kis,a@x.hu,+36301234567,Pécs\n"))
    report = bring(desk, write("leads.csv", "Lead ID,Full name,Email,Phone\n1,Anna Kis,a@x.hu,\n"))
    assert report.updated == 1
    assert desk.connection.one("SELECT phone, city, phone_key FROM lead") == ("", "Pécs", "")


def test_rows_without_an_id_are_told_by_what_they_say_and_copies_are_counted(desk: Desk, write: Write) -> None:
    text = "name,email\nAnna Kis,a@x.hu\nAnna Kis,a@x.hu\nBea Nagy,b@x.hu\n"
    report = bring(desk, write("list.csv", text))
    (pair,) = report.files[0].duplicates
    assert report.added == 3 and (pair.line, pair.other_line, pair.reason) == (3, 2, "same mail address")
    assert bring(desk, write("list.csv", text)).unchanged == 3
    assert counts(bring(desk, write("list.csv", text + "Anna Kis,a@x.hu\n"))) == {"list": (1, 0, 3, 0)}


def test_duplicates_are_listed_and_merged_only_when_told(desk: Desk, write: Write) -> None:
    bring(desk, write("old.csv", "name,email,phone\nAnna Kis,a@x.hu,\n"))
    text = "name,email,phone,city\nKis Anna,A@X.HU,+36301234567,Pécs\nCora Vas,c@x.hu,+36709998877,\nC. Vas,,06 70 999 8877,Győr\n"
    path = write("new.csv", text)
    preview = importing.examine(desk, [path])
    assert [(d.line, d.other, d.other_line) for d in preview.files[0].result.duplicates] == [
        (2, "Anna Kis", None),
        (4, "Cora Vas", 3),
    ]
    report = importing.publish(desk, preview, merge="exact")
    assert counts(report) == {"new": (1, 2, 0, 0)} and count(desk, "lead") == 2
    rows = desk.connection.rows("SELECT name, email, phone, city FROM lead ORDER BY name")
    assert rows == [("Anna Kis", "a@x.hu", "+36301234567", "Pécs"), ("Cora Vas", "c@x.hu", "+36709998877", "Győr")]
    assert any("Anna Kis" in p.reason for p in report.files[0].problems)
    assert bring(desk, path).unchanged == 3


def test_links_by_id_by_name_and_by_closeness_and_what_is_missing_is_made(desk: Desk, write: Write) -> None:
    accounts = write("accounts.csv", "Account ID,Account name,Employees\nA1,Acme Kft.,20\nA2,Borostyán Bt.,3\n")
    deals = write(
        "deals.csv",
        "Deal ID,Deal name,Account,Stage,Amount,Close date,Owner\n"
        "D1,First,A1,Proposal,100,2026-12-01,Bea Rep\nD2,Second,borostyan bt,Proposal,100,2026-12-01,Bea Rep\n"
        "D3,Third,Borostian Bt.,Proposal,100,2026-12-01,\nD4,Fourth,Zenit Zrt.,Proposal,100,2026-12-01,\n"
        "D5,Fifth,,Proposal,,2026-12-01,\n",
    )
    report = bring(desk, deals, accounts)
    rows = desk.connection.rows(
        "SELECT d.name, a.name, p.name FROM deal d LEFT JOIN account a ON a.id = d.account_id"
        " JOIN pipeline p ON p.id = d.pipeline_id ORDER BY d.name"
    )
    assert [row[:2] for row in rows] == [
        ("Fifth", None), ("First", "Acme Kft."), ("Fourth", "Zenit Zrt."), ("Second", "Borostyán Bt."),
        ("Third", "Borostyán Bt."),
    ]  # fmt: skip
    assert {row[2] for row in rows} == {"Sales"}
    problems = {p.value: (p.severity, p.reason) for p in report.files[0].problems}
    assert problems["Borostian Bt."] == ("warning", "no such account; close to 'Borostyán Bt.'")
    assert problems["Zenit Zrt."][0] == "note" and len(problems) == 2
    later = write("later.csv", "Account ID,Account name,Employees\nA9,Zenit Zrt.,50\n")
    assert counts(bring(desk, later)) == {"later": (0, 1, 0, 0)} and count(desk, "account") == 3


def test_a_deal_that_the_file_has_won_meanwhile(desk: Desk, write: Write) -> None:
    head = "Deal ID,Deal name,Stage,Amount,Created,Close date,Owner\n"
    bring(desk, write("deals.csv", head + "D1,Roof,Verhandlung,100,2026-10-01,2026-12-01,Bea Rep\n"))
    assert [
        ref.name
        for ref in importing.without_next_step(
            desk, bring(desk, write("x.csv", head + "D2,Wall,Neu,5,2026-10-01,2026-12-24,\n"))
        )
    ] == ["Wall"]
    bring(desk, write("deals.csv", head + "D1,Roof,Gewonnen,120,2026-10-01,2026-11-20,Bea Rep\n"))
    row = desk.connection.one(
        "SELECT state, won_on, close_on, value_minor, closed_owner_id = owner_id FROM deal WHERE name = 'Roof'"
    )
    assert row is not None and (*row[:4], bool(row[4])) == ("won", "2026-11-20", None, 12000, True)
    assert desk.connection.rows("SELECT ordered_on, amount_minor FROM sales_order") == [("2026-11-20", 12000)]
    assert count(desk, "stage_change", "deal_id = (SELECT id FROM deal WHERE name = 'Roof')") == 2
    history.undo(desk)
    assert desk.connection.one("SELECT state, won_on, value_minor FROM deal WHERE name = 'Roof'") == (
        "open",
        None,
        10000,
    )
    assert count(desk, "sales_order") == 0


def test_a_won_deal_freezes_the_manager_of_the_same_import(desk: Desk, write: Write) -> None:
    deals = write(
        "deals.csv",
        "Deal ID,Deal name,Stage,Amount,Close date,Owner\nD1,Roof,Won,0,2026-11-01,Bea Rep\nD2,Wall,Lost,,2026-11-01,Bea Rep\n",
    )
    team = write(
        "team.csv", "Sales agent,Manager,Regional office\nBea Rep,Cara Chief,North\nMaya Kessler,Cara Chief,North\n"
    )
    report = bring(desk, deals, team)
    assert counts(report) == {"deals": (2, 0, 0, 0), "team": (1, 1, 0, 0)}
    rows = desk.connection.rows(
        "SELECT d.name, m.name, t.name, d.value_minor FROM deal d JOIN member m ON m.id = d.closed_manager_id"
        " JOIN team t ON t.id = d.closed_team_id ORDER BY d.name"
    )
    assert rows == [("Roof", "Cara Chief", "North", 0), ("Wall", "Cara Chief", "North", None)]
    assert count(desk, "sales_order", "amount_minor = 0") == 1
    maya = desk.connection.one(
        "SELECT b.name FROM member m JOIN member b ON b.id = m.manager_id WHERE m.id = ?", (desk.actor,)
    )
    assert maya == ("Cara Chief",)
    history.undo(desk)
    assert (
        count(desk, "member") == 1
        and desk.connection.value("SELECT manager_id FROM member WHERE id = ?", (desk.actor,)) is None
    )


def test_an_agent_listed_twice_is_one_member_and_a_ring_of_managers_is_cut(desk: Desk, write: Write) -> None:
    text = "Sales agent,Manager,Regional office\nBea Rep,Cara Chief,North\nBea Rep,Cara Chief,South\nCara Chief,Bea Rep,North\n"
    path = write("team.csv", text)
    report = bring(desk, path)
    assert counts(report) == {"team": (2, 1, 0, 0)} and count(desk, "member") == 3
    assert any("South" in problem.value for problem in report.files[0].problems)
    assert bring(desk, path).unchanged == 3


def test_a_contact_is_looked_for_at_the_account_of_the_row(desk: Desk, write: Write) -> None:
    people = write(
        "people.csv", "Contact ID,Full name,Account,Email\nC1,Anna Kis,Acme,a@acme.hu\nC2,Anna Kis,Beta,a@beta.hu\n"
    )
    deals = write(
        "deals.csv",
        "Deal ID,Deal name,Account,Contact name,Stage\nD1,One,Beta,Kis Anna,Proposal\nD2,Two,Acme,Anna Kis,Proposal\n"
        "D3,Three,Gamma,Anna Kis,Proposal\nD4,Four,Gamma,Anna Kis,Proposal\n",
    )
    bring(desk, deals, people)
    rows = desk.connection.rows(
        "SELECT d.name, c.email, a.name FROM deal d JOIN contact c ON c.id = d.contact_id JOIN account a ON a.id = c.account_id"
        " ORDER BY d.name"
    )
    assert rows == [
        ("Four", "", "Gamma"),
        ("One", "a@beta.hu", "Beta"),
        ("Three", "", "Gamma"),
        ("Two", "a@acme.hu", "Acme"),
    ]
    assert count(desk, "contact") == 3


def test_next_steps_of_the_file_are_planned(desk: Desk, write: Write) -> None:
    head = "Deal ID,Deal name,Stage,Amount,Close date,Next step,Next activity date\n"
    bring(
        desk,
        write(
            "deals.csv",
            head
            + "D1,Roof,Proposal,10,2026-12-01,Call the architect,2026-11-25\nD2,Wall,Proposal,10,2026-12-01,Think,\n",
        ),
    )
    assert desk.connection.one("SELECT next_on, next_text FROM deal WHERE name = 'Roof'") == (
        "2026-11-25",
        "Call the architect",
    )
    assert json.loads(desk.connection.value("SELECT custom FROM deal WHERE name = 'Wall'")) == {
        "next_step_text": "Think"
    }


def test_refused_rows_are_counted_with_line_and_reason(desk: Desk, write: Write) -> None:
    text = "Order ID,Order date,Amount,Customer\nO1,2026-01-05,10.00,Acme\nO2,,5.00,Acme\nO3,2026-01-06,1.00,Acme,spilt,over\n"
    report = bring(desk, write("orders.csv", text))
    assert counts(report) == {"orders": (1, 0, 0, 2)}
    assert [(p.line, p.severity) for p in report.files[0].problems][:2] == [(3, "refused"), (4, "refused")]


def test_what_cannot_be_decided_names_the_option_and_the_option_decides(desk: Desk, write: Write) -> None:
    path = write("deals.csv", "Deal ID,Deal name,Stage,Amount,Close date\nD1,Roof,Won,10,03/04/2026\n")
    preview = importing.examine(desk, [path])
    assert [question.option for _, question in preview.undecided] == ["--dates"]
    with pytest.raises(InvalidError, match="--dates"):
        importing.publish(desk, preview)
    bring(desk, path, dates="dmy", currency="HUF")
    assert desk.connection.one("SELECT won_on, value_minor, currency FROM deal") == ("2026-04-03", 1000, "HUF")


def test_a_bad_file_refuses_the_whole_import(desk: Desk, write: Write) -> None:
    before = live(desk)
    bad = write("bad.csv", 'name,email\n"Anna,a@x.hu\nBea,b@x.hu\n')
    with pytest.raises(InvalidError, match=r"bad\.csv"):
        bring(desk, write("leads.csv", _leads(ANNA)), bad)
    assert live(desk) == before


def test_a_stop_leaves_nothing_behind(desk: Desk, write: Write) -> None:
    rows = "".join(f"Person {n},p{n}@x.hu\n" for n in range(3000))
    path = write("many.csv", "name,email\n" + rows)
    before, told = live(desk), list[tuple[str, int, int]]()
    preview = importing.examine(desk, [path], progress=lambda *said: told.append(said))
    assert told[-1][1:] == (3000, 3000)
    writing: list[int] = []
    with pytest.raises(SalesdeskError, match="nothing was imported"):
        importing.publish(
            desk, preview, progress=lambda what, done, total: writing.append(done), should_stop=lambda: len(writing) > 1
        )
    assert writing and live(desk) == before
    assert importing.publish(desk, preview).added == 3000


def test_ctrl_c_says_whether_anything_was_imported(desk: Desk, write: Write) -> None:
    path = write("many.csv", "name,email\n" + "".join(f"Person {n},p{n}@x.hu\n" for n in range(3000)))
    before, preview = live(desk), importing.examine(desk, [path])

    def interrupted(what: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(SalesdeskError, match="nothing was imported"), importing.told_when_interrupted(desk):
        importing.publish(desk, preview, progress=interrupted)
    assert live(desk) == before
    with pytest.raises(SalesdeskError, match="imported by then") as told, importing.told_when_interrupted(desk):
        importing.publish(desk, preview)
        raise KeyboardInterrupt
    assert told.value.exit_code == 130 and count(desk, "lead") == 3000


def test_a_preview_made_before_somebody_wrote_is_made_again(desk: Desk, write: Write) -> None:
    path = write("leads.csv", _leads(ANNA, DAN))
    preview = importing.examine(desk, [path])
    bring(desk, path)
    assert importing.publish(desk, preview).unchanged == 2 and count(desk, "lead") == 2


def test_somebody_who_writes_at_the_last_moment_is_seen(
    desk: Desk, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("leads.csv", _leads(ANNA, DAN))
    preview = importing.examine(desk, [path])
    wait = desk.operation

    def first_somebody_else(label: str, **how: Any) -> AbstractContextManager[Unit]:
        monkeypatch.setattr(desk, "operation", wait)
        bring(desk, path)
        return wait(label, **how)

    monkeypatch.setattr(desk, "operation", first_somebody_else)
    assert importing.publish(desk, preview).unchanged == 2 and count(desk, "lead") == 2


@pytest.mark.parametrize(("act", "again"), [("touch", False), ("lead", False), ("rename", True), ("undo", True)])
def test_only_what_an_import_looks_at_makes_it_work_all_out_again(
    desk: Desk, write: Write, act: str, again: bool
) -> None:
    """A large list takes minutes, and others go on calling meanwhile."""
    omar = lead(desk, "Omar Farouk at Fjord")
    anna = lead(desk, "Anna Holm at Acme")
    path = write("many.csv", "name,email\n" + "".join(f"Person {n},p{n}@x.hu\n" for n in range(1000)))
    preview = importing.examine(desk, [path])
    if act == "touch":
        outreach.log(desk, omar, outcome(desk, "No answer"))
    elif act == "lead":
        lead(desk, "Person 7 p7@x.hu")
    elif act == "rename":
        editing.edit(desk, [anna], {"name": "Person 7"})
    else:
        history.undo(desk)
    told: list[str] = []
    report = importing.publish(desk, preview, progress=lambda what, done, total: told.append(what))
    assert (
        report.added == 1000 and count(desk, "lead") == {"touch": 1002, "lead": 1003, "rename": 1002, "undo": 1001}[act]
    )
    assert ("Matching" in told) == again


def test_an_import_comes_to_an_end_while_others_keep_writing(
    desk: Desk, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("leads.csv", _leads(ANNA, DAN))
    preview = importing.examine(desk, [path])
    wait, others = desk.operation, list[str]()

    def after_somebody_else(label: str, **how: Any) -> AbstractContextManager[Unit]:
        others.append(label)
        with wait("Somebody else") as unit:
            unit.insert("source", {"name": f"Source {len(others)}"})
        return wait(label, **how)

    monkeypatch.setattr(desk, "operation", after_somebody_else)
    report = importing.publish(desk, preview, me="Bea Rep")
    assert report.added == 2 and count(desk, "lead") == 2 and len(others) > 2
    made = desk.connection.one(
        "SELECT o.label, m.name FROM operation o JOIN member m ON m.id = o.actor_id WHERE o.id = ?", (report.operation,)
    )
    assert made == ("Imported 2 leads from 1 file", "Bea Rep")
    history.undo(desk)
    assert count(desk, "lead") == 0


def test_indexes_made_after_a_long_list_are_the_same(desk: Desk, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than there are: they come without indexes, which are made again; a stop leaves them as they were."""
    monkeypatch.setattr("salesdesk.store.bulk._SORTED_FROM", 100)

    def indexes() -> list[tuple[str, str]]:
        if desk.workspace.path is None:
            return desk.connection.rows("SELECT indexname, indexdef FROM pg_indexes ORDER BY 1")
        return desk.connection.rows("SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY 1")

    before = indexes()
    path = write("many.csv", "name,email\n" + "".join(f"Person {n},p{n}@x.hu\n" for n in range(3000)))
    preview = importing.examine(desk, [path])
    writing: list[int] = []
    with pytest.raises(SalesdeskError, match="nothing was imported"):
        importing.publish(
            desk, preview, progress=lambda what, done, total: writing.append(done), should_stop=lambda: len(writing) > 1
        )
    assert indexes() == before
    assert importing.publish(desk, preview).added == 3000 and indexes() == before
    assert find(desk, "p2999@x.hu", ("lead",)).name == "Person 2999"
    if desk.workspace.path is not None:
        assert desk.connection.value("PRAGMA integrity_check") == "ok"
        # Without statistics the planner would take the wrong ones.
        told = desk.connection.value(
            "SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'lead' AND idx = 'ix_lead_email_key'"
        )
        assert told == 1


def test_activities_and_costs_and_yearly_prices(desk: Desk, write: Write) -> None:
    people = write("people.csv", "Lead ID,Full name,Email,Create date\nL1,Anna Kis,a@x.hu,2026-11-01 09:15\n")
    calls = write(
        "calls.csv",
        "Call ID,Lead ID,Subject,Call date,Outcome,Duration (minutes),Owner\nC1,L1,First call,2026-11-02 10:30,Left voicemail,3,Bea Rep\n",
    )
    costs = write("costs.csv", "Month,Cost category,Amount\n2026-10,Marketing,1500\n")
    plans = write("subscriptions.csv", "Subscription ID,Account,Start date,ARR\nS1,Acme,2026-01-01,1200\n")
    report = bring(desk, calls, people, costs, plans)
    assert {file.kind: file.added for file in report.files} == {"activity": 1, "lead": 1, "cost": 1, "subscription": 1}
    row = desk.connection.one(
        "SELECT l.name, k.name, o.name, a.done_on, a.done_at, a.duration_minutes FROM activity a JOIN lead l ON l.id = a.lead_id"
        " JOIN activity_kind k ON k.id = a.kind_id JOIN outcome o ON o.id = a.outcome_id"
    )
    assert row == ("Anna Kis", "Call", "Voicemail", "2026-11-02", "2026-11-02T09:30:00Z", 3)
    came = desk.connection.one("SELECT arrived_on, arrived_at, touched_on FROM lead")
    assert came == ("2026-11-01", "2026-11-01T08:15:00Z", "2026-11-02")
    assert desk.connection.one("SELECT month_on, category, amount_minor FROM cost") == (
        "2026-10-01",
        "marketing",
        150000,
    )
    assert desk.connection.value("SELECT mrr_minor FROM subscription") == 10000


def test_the_report_is_as_promised(desk: Desk, write: Write) -> None:
    report = bring(desk, write("leads.csv", _leads(ANNA)))
    told = json.loads(json.dumps(report.json()))
    assert set(told) == {"operation", "dry_run", "files"} and told["dry_run"] is False
    (file,) = told["files"]
    for key in [
        "path",
        "kind",
        "preset",
        "encoding",
        "delimiter",
        "dates",
        "decimal",
        "rows",
        "added",
        "updated",
        "unchanged",
        "refused",
        "columns",
        "unmapped",
        "problems",
    ]:
        assert key in file
    assert {"column": "Email", "field": "email"} in file["columns"] and file["unmapped"] == ["Shoe size"]
    made = desk.connection.one("SELECT source, label FROM operation ORDER BY id DESC LIMIT 1")
    assert made == ("import", "Imported 1 lead from 1 file")
    assert by_id(desk.connection, "lead", desk.connection.value("SELECT id FROM lead")).name == "Anna Kovács"
    assert dt.date.fromisoformat(str(desk.today))


@pytest.mark.parametrize("heading", ["Period", "Fiscal quarter", "Goal period"])
def test_quota_periods_are_those_of_quota_add(desk: Desk, write: Write, heading: str) -> None:
    settings.change_setting(desk, "fiscal_start", "4")
    said = ("2026-Q1", "FY2026", "FY 2026-Q4", "2027-H1", "q2 2027", "2026-05", "2026-05-31..2026-08-30")
    rows = "".join(f"Rep {n},{period},1000\n" for n, period in enumerate(said))
    report = bring(desk, write("quotas.csv", f"Owner,{heading},Quota\n{rows}Rep 8,2026-07..,1000\nRep 9,soon,1000\n"))
    assert counts(report) == {"quotas": (len(said), 0, 0, 2)}
    problems = {problem.value: problem.reason for problem in report.files[0].problems if problem.value}
    assert problems["2026-07.."].startswith("A quota needs an end.")
    assert problems["soon"].startswith("'soon' is not a period.")
    kept = desk.connection.rows(
        "SELECT g.starts_on, g.ends_on FROM goal g JOIN member m ON m.id = g.member_id ORDER BY m.name"
    )
    assert kept == [
        ("2026-04-01", "2026-06-30"),
        ("2026-04-01", "2027-03-31"),
        ("2027-01-01", "2027-03-31"),
        ("2027-04-01", "2027-09-30"),
        ("2027-07-01", "2027-09-30"),
        ("2026-05-01", "2026-05-31"),
        ("2026-05-31", "2026-08-30"),
    ]
    for text, days in zip(said, kept, strict=True):
        first, last = read_span(desk, text, "")
        assert (first.isoformat(), last.isoformat()) == days
