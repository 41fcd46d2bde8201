"""What names a thing follows its name: views, goals, rules, cadences, templates, pages; and keeps it from being deleted."""

import pytest

from salesdesk.domain.money import Money
from salesdesk.errors import AmbiguousError, InvalidError, NotFoundError
from salesdesk.services import editing, history, lists, members, negotiating, outreach, products, texts, views
from salesdesk.services.cadences import enrolling
from salesdesk.services.desk import Desk
from salesdesk.services.goals import kept, setting
from salesdesk.services.lists import LISTS
from salesdesk.services.rules import running
from tests.services.office import colleague, deal, lead, outcome, steps
from tests.services.rulebook import tags, use
from tests.store.test_operation import live_rows

ANNA = "Anna Lindqvist at Acme Nordic +46 8 465 004 40 anna@acme.example"
MAIL = "---\nsubject: About {company|you}\n---\n\nHi, {snippet:Price list}\n"


def renamed(desk: Desk, noun: str, old: str, new: str, of: str = "") -> str:
    """An entry of a list gets another name; the sentence."""
    spec = LISTS[noun]
    return lists.change(desk, spec, lists.parent_named(desk, spec, of), old, {}, called=new)


def removed(desk: Desk, noun: str, name: str, to: str = "", of: str = "") -> str:
    """An entry of a list goes; the sentence."""
    spec = LISTS[noun]
    return lists.remove(desk, spec, lists.parent_named(desk, spec, of), name, to)


def text_of(desk: Desk, kind: str, name: str) -> str:
    """What a text says now."""
    return texts.find_text(desk, kind, name).text


def query(desk: Desk, entity: str, name: str) -> str:
    """What a saved view says now."""
    return next(v.query for v in views.views(desk, entity) if v.name == name)


def written(desk: Desk) -> None:
    """A cadence that is made of a template, which calls a snippet."""
    texts.save(desk, "snippet", "Price list", "From 12 euros.\n")
    texts.save(desk, "template", "Hello", MAIL)
    texts.save(desk, "cadence", "Opening", "now auto mail hello\n+2d call Call {company}\n+1d  Mail   Hello\n")


def test_a_view_says_the_new_name_of_a_status_and_one_undo_takes_both_back(desk: Desk) -> None:
    lead(desk, ANNA)
    views.save(desk, "lead", "Fresh", "-status:Working,new owner:me #new new sort:due")
    before = live_rows(desk.connection)
    assert renamed(desk, "status", "New", "To call, soon") == "Status New changed. Changed with it: view Fresh"
    assert query(desk, "lead", "Fresh") == '-status:Working,"To call, soon" owner:me #new new sort:due'
    assert views.count(desk, "lead", 'status:"to call, soon"') == 1
    history.undo(desk)
    assert live_rows(desk.connection) == before


def test_only_the_field_of_that_list_is_meant(desk: Desk) -> None:
    views.save(desk, "lead", "Named", "source:website name:website company:Website")
    views.save(desk, "deal", "Won", "status:won stage:won")
    renamed(desk, "source", "Website", "Web")
    renamed(desk, "stage", "Won", "Signed", of="Sales")
    assert query(desk, "lead", "Named") == "source:Web name:website company:Website"
    # Deals in the state won, in stages of that name in other pipelines, and in the one that is called otherwise now.
    assert query(desk, "deal", "Won") == "status:won stage:Won,Signed"


def test_a_goal_counts_on_when_what_its_filter_names_is_called_otherwise(desk: Desk) -> None:
    setting.add(desk, setting.read(desk, setting.read_line("revenue 600k in 2026-Q4 for team where source:website")))
    assert renamed(desk, "source", "Website", "Web form").endswith("Changed with it: goal revenue")
    (goal,) = kept.goals(desk.connection, everyone=True)
    assert goal.query == 'source:"Web form"'


RULE = """# What to do
when the status of a lead becomes new, working
and  source:website
then move to Nurture
and  set source to Website
and  call today "New web lead"
"""


def test_a_rule_goes_on_working_and_keeps_its_remarks(desk: Desk) -> None:
    row = use(desk, "New lead", RULE)
    told = [
        renamed(desk, "status", "Nurture", "Later"),
        renamed(desk, "status", "New", "Fresh"),
        renamed(desk, "source", "Website", "Web form"),
        renamed(desk, "kind", "Call", "Ring"),
    ]
    assert all(sentence.endswith("rule New lead") for sentence in told)
    assert query(desk, "activity", "Calls") == "kind:Ring"
    expected = RULE.replace("new, working", "Fresh, working").replace("source:website", 'source:"Web form"')
    expected = (
        expected.replace("Nurture", "Later").replace("to Website", "to Web form").replace("call today", "ring today")
    )
    assert text_of(desk, "rule", "New lead") == expected
    assert texts.holds(desk, texts.find_text(desk, "rule", row.name)).startswith("when the status of a lead")


def test_a_rule_on_an_outcome_or_a_reason_acts_after_it_is_called_otherwise(desk: Desk) -> None:
    use(desk, "Gone", "when a call with a lead is logged as no answer or busy\nthen tag +again\n")
    use(desk, "Dear", "when a deal is lost for Price\nthen tag +win-back\n")
    renamed(desk, "outcome", "No answer", "Rang out", of="call")
    renamed(desk, "kind", "Call", "Phone")
    renamed(desk, "reason", "Price", "Too dear", of="deal")
    assert text_of(desk, "rule", "Gone").startswith("when a Phone with a lead is logged as Rang out or busy")
    assert text_of(desk, "rule", "Dear").startswith("when a deal is lost for Too dear")
    anna = lead(desk, ANNA)
    outreach.log(desk, anna, outcome(desk, "n"))
    running.after_write(desk)
    assert "again" in tags(desk, anna)


def test_a_name_that_another_list_has_too_is_said_beside_the_new_one(desk: Desk) -> None:
    use(desk, "Wait", "when a deal is lost for Timing\nthen tag +wait\n")
    renamed(desk, "reason", "Timing", "Too early", of="deal")
    assert text_of(desk, "rule", "Wait").startswith("when a deal is lost for Timing or Too early")


def test_a_template_takes_its_cadences_and_planned_mails_along(desk: Desk) -> None:
    written(desk)
    texts.bring_ready(desk, "rule")
    use(desk, "Thanks", "when a lead is qualified\nthen queue mail Hello\nand  enrol in opening\n")
    anna = lead(desk, ANNA)
    enrolling.enrol(desk, texts.find_text(desk, "cadence", "Opening"), [anna])
    assert steps(desk, anna) == [("Mail", "2026-11-23", "hello")]
    before = live_rows(desk.connection)
    sentence = texts.rename(desk, texts.find_text(desk, "template", "Hello"), "First words")
    assert sentence == "Template Hello is called First words now. Changed with it: rule Thanks, cadence Opening"
    assert text_of(desk, "cadence", "Opening") == (
        "now auto mail First words\n+2d call Call {company}\n+1d  Mail   First words\n"
    )
    assert steps(desk, anna) == [("Mail", "2026-11-23", "First words")]
    assert "queue mail First words" in text_of(desk, "rule", "Thanks")
    history.undo(desk)
    assert live_rows(desk.connection) == before
    texts.rename(desk, texts.find_text(desk, "cadence", "Opening"), "Doors")
    assert "enrol in Doors" in text_of(desk, "rule", "Thanks")


def test_a_snippet_and_a_page_are_found_under_their_new_names(desk: Desk) -> None:
    written(desk)
    texts.save(desk, "playbook", "Prices", "What we charge.\n")
    texts.save(desk, "playbook", "Discounts", "---\nunder: prices\nstage: Proposal, Won\n---\n\nWhen we give one.\n")
    texts.rename(desk, texts.find_text(desk, "snippet", "Price list"), "Rates")
    assert "{snippet:Rates}" in text_of(desk, "template", "Hello")
    texts.rename(desk, texts.find_text(desk, "playbook", "Prices"), "Money")
    renamed(desk, "stage", "Proposal", "Offer made", of="Sales")
    assert text_of(desk, "playbook", "Discounts").startswith("---\nunder: Money\nstage: Offer made, Won\n---\n")


def test_what_is_needed_is_not_deleted_until_it_is_needed_no_more(desk: Desk) -> None:
    written(desk)
    before = live_rows(desk.connection)
    with pytest.raises(InvalidError, match="Hello is named in: cadence Opening"):
        texts.delete(desk, texts.find_text(desk, "template", "hello"))
    with pytest.raises(InvalidError, match="Price list is named in: template Hello"):
        texts.delete(desk, texts.find_text(desk, "snippet", "Price list"))
    assert live_rows(desk.connection) == before
    told = texts.switch(desk, texts.find_text(desk, "template", "hello"), active=False)
    assert told.endswith("rests now. It is named in: cadence Opening")
    texts.switch(desk, texts.find_text(desk, "cadence", "Opening"), active=False)
    texts.delete(desk, texts.find_text(desk, "template", "hello"))
    assert "no template is called 'hello'" in texts.holds(desk, texts.find_text(desk, "cadence", "Opening"))


def test_an_entry_that_something_names_goes_only_with_one_in_its_place(desk: Desk) -> None:
    use(desk, "Web", "when a lead arrives\nand  source:event\nthen tag +met\n")
    with pytest.raises(InvalidError, match="Event is named in: rule Web") as refused:
        removed(desk, "source", "Event")
    assert "--to" in refused.value.hint
    assert removed(desk, "source", "Event", "Partner") == "Source Event deleted. Changed with it: rule Web"
    assert "source:Partner" in text_of(desk, "rule", "Web")


def test_a_deal_stage_moves_along_in_a_rule_about_deals(desk: Desk) -> None:
    use(desk, "Offer", "when the stage of a deal becomes Proposal\nthen tag +offered\n")
    renamed(desk, "stage", "Proposal", "Offer out", of="Sales")
    one = deal(desk, "Acme")
    negotiating.move(desk, one, negotiating.stage_named(desk, "Offer out"))
    running.after_write(desk)
    assert "offered" in tags(desk, one)


def test_a_name_may_hold_a_comma_or_be_the_word_for_nothing(desk: Desk) -> None:
    anna = lead(desk, ANNA)
    use(desk, "Fresh", "when the status of a lead becomes working, Nurture\nthen tag +seen\n")
    views.save(desk, "lead", "Early", "status:New")
    renamed(desk, "status", "Working", "At it, today")
    renamed(desk, "status", "New", "None")
    assert text_of(desk, "rule", "Fresh").startswith('when the status of a lead becomes "At it, today",Nurture')
    assert query(desk, "lead", "Early") == 'status:"None"' and views.count(desk, "lead", 'status:"None"') == 1
    editing.set_status(desk, [anna], "At it, today")
    running.after_write(desk)
    assert "seen" in tags(desk, anna)


def called(desk: Desk, who: str, new: str) -> str:
    """A member gets another name; the sentence."""
    return members.change(desk, who, {"name": new}).sentence


ASSIGN = """when the owner of a lead becomes "Anna Holm"
and  owner:anna source:website
then assign to Anna Holm, Omar and anna in turn
and  notify anna "Yours now"
and  set owner to Anna
and  tag +holm
"""


def test_a_member_is_called_otherwise_wherever_a_text_names_them(desk: Desk) -> None:
    colleague(desk, "Anna Holm"), colleague(desk)
    views.save(desk, "lead", "Hers", 'owner:"anna holm",me manager:holm name:holm -owner:ann')
    views.save(desk, "account", "Accounts", 'owner:"Anna Holm"')
    views.save(desk, "deal", "Mine", "owner:me owner:omar")
    setting.add(desk, setting.read(desk, setting.read_line("revenue 600k in 2026-Q4 for team where owner:holm")))
    use(desk, "Hand over", ASSIGN)
    before = live_rows(desk.connection)
    assert called(desk, "holm", "Anna Weber-Kiss") == (
        "Anna Holm is called Anna Weber-Kiss now. Changed with it: view Hers, view Accounts, goal revenue, rule Hand over"
    )
    # What still means her stays as it was written.
    assert query(desk, "lead", "Hers") == 'owner:"Anna Weber-Kiss",me manager:"Anna Weber-Kiss" name:holm -owner:ann'
    assert query(desk, "account", "Accounts") == 'owner:"Anna Weber-Kiss"'
    assert query(desk, "deal", "Mine") == "owner:me owner:omar"
    assert kept.goals(desk.connection, everyone=True)[0].query == 'owner:"Anna Weber-Kiss"'
    rule = texts.find_text(desk, "rule", "Hand over")
    assert rule.text == ASSIGN.replace("Anna Holm", "Anna Weber-Kiss")
    assert texts.holds(desk, rule).startswith("when the owner of a lead")
    assert history.undo(desk) and live_rows(desk.connection) == before


def test_a_part_of_a_name_that_fits_two_then_says_the_whole_one(desk: Desk) -> None:
    colleague(desk, "Anna Holm"), colleague(desk)
    views.save(desk, "lead", "Hers", "owner:anna")
    assert called(desk, "omar", "Anna Farouk").endswith("Changed with it: view Hers")
    assert query(desk, "lead", "Hers") == 'owner:"Anna Holm"'


def test_a_name_of_a_member_is_free_and_is_not_the_word_for_oneself(desk: Desk) -> None:
    colleague(desk)
    for name in ("", "maya KESSLER", "Me"):
        with pytest.raises(InvalidError):
            called(desk, "omar", name)
    assert called(desk, "omar", "OMAR Farouk") == "Omar Farouk is called OMAR Farouk now"


def test_two_members_of_one_name_are_told_apart_by_their_references(desk: Desk) -> None:
    with desk.operation("Brought") as unit:
        for _ in range(2):
            unit.insert("member", {"name": "Anna Holm"})
    with pytest.raises(AmbiguousError) as refused:
        desk.member("Anna Holm")
    first = refused.value.candidates[0].partition("(")[2].rstrip(")")
    called(desk, first, "Anna Weber")
    assert {m.name for m in desk.members()} == {"Maya Kessler", "Anna Holm", "Anna Weber"}


def test_a_team_a_pipeline_and_the_beginning_of_a_name_follow(desk: Desk) -> None:
    lists.add(desk, LISTS["team"], None, "North", {})
    lists.add(desk, LISTS["team"], None, "South", {})
    views.save(desk, "lead", "Theirs", "team:nor,south status:work")
    views.save(desk, "deal", "Flow", "pipeline:Sales status:open")
    members.change(desk, "maya", {"team": "north"})
    assert renamed(desk, "team", "North", "Up north") == "Team North changed. Changed with it: view Theirs"
    renamed(desk, "status", "Working", "At it")
    assert query(desk, "lead", "Theirs") == 'team:"Up north",south status:"At it"'
    assert renamed(desk, "pipeline", "Sales", "New business").endswith("view Flow")
    assert query(desk, "deal", "Flow") == 'pipeline:"New business" status:open'
    assert views.count(desk, "deal", query(desk, "deal", "Flow")) == 0
    assert [entry.name for entry in lists.entries(desk.connection, LISTS["team"])] == ["South", "Up north"]


def test_a_goal_on_a_stage_follows_it_though_leads_call_their_status_so_too(desk: Desk) -> None:
    setting.add(desk, setting.read(desk, setting.read_line("revenue 600k in 2026-Q4 for team where stage:won")))
    renamed(desk, "stage", "Won", "Signed", of="Sales")
    assert "Signed" in kept.goals(desk.connection, everyone=True)[0].query


def test_the_name_of_before_still_says_who_somebody_is(desk: Desk) -> None:
    colleague(desk)
    called(desk, "omar", "Omar Haddad")
    for named, preferred in (("Omar Farouk", None), (None, "omar farouk"), (None, "Omar Haddad")):
        desk.actor = None
        desk.choose_actor(named, preferred)
        assert desk.actor == desk.member("haddad").id
    with pytest.raises(NotFoundError) as refused:
        desk.member("Omar Farouk")
    assert refused.value.hint == "Omar Farouk is called Omar Haddad now."
    # Who has the name now is meant, not who had it.
    newcomer = colleague(desk, "Omar Farouk")
    desk.choose_actor(None, "Omar Farouk")
    assert desk.actor == newcomer


def test_a_product_is_called_otherwise_in_filters_and_on_pages(desk: Desk) -> None:
    seat = products.add(desk, "Platform seat", price=Money(50_000, "EUR"))
    views.save(desk, "deal", "Seats", 'product:"platform seat",seat')
    texts.save(desk, "playbook", "Selling seats", "---\nproduct: platform seat, Support\n---\n\nHow we do.\n")
    told = products.change(desk, "platform", name="Workplace", price=Money(60_000, "EUR"))
    assert told == "Product Platform seat changed. Changed with it: view Seats, page Selling seats"
    assert query(desk, "deal", "Seats") == "product:Workplace,seat"
    assert text_of(desk, "playbook", "Selling seats").startswith("---\nproduct: Workplace, Support\n---\n")
    assert [(ref.name, price) for ref, price in products.products(desk)] == [("Workplace", "€600")]
    products.add(desk, "Workplace plus")
    # A word of a filter fits both; it goes on fitting the other one.
    assert products.change(desk, seat.ref, name="Desk").startswith("Product Workplace changed")
    assert query(desk, "deal", "Seats") == "product:Workplace,Desk,seat"


def test_a_view_is_called_otherwise_where_filters_and_rules_name_it(desk: Desk) -> None:
    views.save(desk, "lead", "No step", "next:none status:open")
    views.save(desk, "lead", "Mine too", "-@no-step owner:me +a @No-Step")
    views.save(desk, "deal", "No step", "next:none")
    views.save(desk, "deal", "Deals", "@no-step")
    use(desk, "Stepless", "when a lead arrives\nand  @no-step\nthen tag +lost\n")
    before = live_rows(desk.connection)
    with pytest.raises(InvalidError, match="No step is named in: view Mine too, rule Stepless"):
        views.drop(desk, "lead", "no step")
    told = views.rename(desk, "lead", "no-step", "Adrift, now")
    assert told == "View No step is called Adrift, now now. Changed with it: view Mine too, rule Stepless"
    assert query(desk, "lead", "Mine too") == 'not:@"adrift,-now" owner:me +a @"adrift,-now"'
    assert query(desk, "deal", "Deals") == "@no-step"
    assert '@"adrift,-now"' in text_of(desk, "rule", "Stepless")
    assert views.count(desk, "lead", "@mine-too") == 0
    with pytest.raises(InvalidError, match="already"):
        views.rename(desk, "lead", "mine too", "ADRIFT, now")
    history.undo(desk)
    assert live_rows(desk.connection) == before
