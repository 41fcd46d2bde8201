"""Files nobody mapped by hand: which records they hold and which field each column is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from salesdesk.errors import InvalidError
from salesdesk.exchange.linking import link
from salesdesk.exchange.reading import FileReport, Options, examine, records

Write = Callable[..., Path]

# header and rows; the kind; fields by column ("-": kept as a custom field)
UNSEEN = [
    (
        "Firmenname;Branche;Mitarbeiterzahl;Jahresumsatz;Webseite;Ort;Land\n"
        "Müller GmbH;Chemie;120;1.200.000,50;www.mueller.de;Köln;Deutschland\n"
        "Weiß AG;Handel;80;900.000,00;weiss.at;Wien;Österreich\n",
        "account",
        "name sector employees annual_revenue website city country",
    ),
    (
        "Cégnév\tÁgazat\tLétszám\tÁrbevétel\tTelefon\tVáros\n"
        "Kovács Kft.\tipar\t12\t12 500 000 Ft\t+36 1 234 5678\tPécs\n"
        "Őrség Zrt.\tkereskedelem\t44\t9 000 000 Ft\t+36 30 111 2233\tGyőr\n",
        "account",
        "name sector employees annual_revenue phone city",
    ),
    (
        "Üzlet neve,Ügyfél,Szakasz,Érték,Várható lezárás,Felelős,Valószínűség\n"
        "Raktár,Kovács Kft.,Ajánlat,1200000,2026-03-01,Nagy Anna,40%\n"
        "Bolt,Őrség Zrt.,Tárgyalás,800000,2026-04-02,Kis Béla,60%\n",
        "deal",
        "name account stage value close_on owner probability",
    ),
    (
        "Vorname;Nachname;E-Mail-Adresse;Telefonnummer;Firma;Position;PLZ;Ort\n"
        "Anna;Schmidt;anna@firma.de;+49 30 123456;Firma AG;Leiterin;10115;Berlin\n",
        None,
        "given_name family_name email phone - title postal_code city",
    ),
    (
        "OpportunityName|AccountName|SalesRep|CurrentStage|ExpectedCloseDate|DealAmount\n"
        "Pumps|Acme|Ann Lee|Proposal|2026-05-01|100\nValves|Beta|Bo Ray|Closed Won|2026-06-01|300\n",
        "deal",
        "name account owner stage close_on value",
    ),
    (
        "Item,Product Line,List Price\nBolt,Metal,12.50\nNut,Metal,3.10\n",
        "product",
        "name family price",
    ),
    (
        "Rep Name,Supervisor,Team,Email\nAnn Lee,Bo Ray,North,ann@x.example\nCy Dan,Bo Ray,South,cy@x.example\n",
        "member",
        "name manager team email",
    ),
    (
        "Month,Channel,Spend (EUR)\n2026-01,Ads,1200\n2026-02,Fairs,800\n",
        "cost",
        "month channel amount",
    ),
    (
        "Rechnungsnummer;Kunde;Rechnungsdatum;Gesamtbetrag\nR-1;Acme;01.02.2026;12,50\nR-2;Beta;13.02.2026;99,00\n",
        "order",
        "external_id account ordered_on amount",
    ),
    (
        "Activity Type,Subject,Due Date,Assigned To,Outcome\ncall,Intro,2026-02-01,Ann Lee,no answer\n",
        "activity",
        "kind subject due_on owner outcome",
    ),
    (
        "subscriptionId,customer,plan,seats,MRR,start\nS1,Acme,Pro,5,100,2026-01-01\nS2,Acme,Lite,1,9,2026-02-01\n",
        "subscription",
        "external_id account plan seats mrr started_on",
    ),
    (
        "Sales Rep,Quarter Start Date,Quota\nAnn Lee,2026-01-01,50000\nAnn Lee,2026-04-01,60000\n",
        "quota",
        "owner starts_on amount",
    ),
    (
        "Prospect,Firm,Mail,Handy,Lead Source,Lead Status\nAnn Lee,Acme,ann@acme.example,+44 7700 900123,Web,New\n",
        "lead",
        "name company email mobile source status",
    ),
]


def only(path: Path, **said: object) -> FileReport:
    return examine([path], Options(**said))[0]  # type: ignore[arg-type]


def fields(report: FileReport) -> list[str]:
    return [c.field or "-" for c in report.columns]


@pytest.mark.parametrize(("text", "kind", "expected"), UNSEEN, ids=[t[0].split("\n")[0][:30] for t in UNSEEN])
def test_headers_never_seen_are_understood(write: Write, text: str, kind: str | None, expected: str) -> None:
    report = only(write(text))
    if kind is not None:
        assert report.kind == kind
        assert fields(report) == expected.split()
    else:
        assert report.kind in ("lead", "contact")
        assert [f for f, e in zip(fields(report), expected.split(), strict=True) if e != "-"] == [
            e for e in expected.split() if e != "-"
        ]
    assert not report.undecided
    assert not [p for r in records(report) for p in r.problems]


def test_somebody_elses_name_mail_and_phone_are_never_the_rows_own(write: Write) -> None:
    traps = (
        "Owner Name,Owner Email,Assistant's Phone,Parent Account,Reports To,Associated Company,"
        "Account Manager,Deal Name,Manager Email,Last Modified By,Created By"
    )
    values = "Bo Ray,bo@x.example,+1 555 010 9999,Acme,Cy Dan,Beta,Di Eve,Pumps,cy@x.example,Sys,Sys"
    text = f"Name,Email,Phone,{traps}\nAnn Lee,ann@x.example,+1 555 010 2030,{values}\n"
    for kind in ("lead", "contact"):
        record = next(records(only(write(text), kind=kind)))
        assert record.values["name"] == "Ann Lee"
        assert record.values["email"] == "ann@x.example"
        assert record.values["phone"] == "+1 555 010 2030"
        assert "Acme" not in record.values.values()
        for lost in ("bo@x.example", "+1 555 010 9999", "Cy Dan", "Pumps", "cy@x.example"):
            assert lost in record.custom.values()


def test_traps_alone_do_not_make_a_mail_or_phone(write: Write) -> None:
    report = only(
        write("Full Name,Company,Assistant Phone,Manager Email\nAnn Lee,Acme,+1 555 010 2030,bo@x.example\n"),
        kind="lead",
    )
    assert fields(report) == ["name", "company", "-", "-"]


def test_mail_phone_and_people_are_found_by_their_values_alone(write: Write) -> None:
    report = only(write("Ann Lee,ann@x.example,+36 30 123 4567\nBo Ray,bo@x.example,+36 1 222 3333\n"))
    assert report.no_header
    assert report.header == ("1", "2", "3")
    assert report.kind == "lead"
    assert fields(report) == ["name", "email", "phone"]


def test_what_the_user_says_goes_first(write: Write) -> None:
    path = write("a,b,c\nAnn,x,2026-01-01\n")
    report = only(path, kind="lead", mapping={"a": "name", "c": "created_on", "b": "-"})
    assert fields(report) == ["name", "-", "created_on"]
    with pytest.raises(InvalidError, match="no field 'wing'"):
        only(path, kind="lead", mapping={"a": "wing"})
    with pytest.raises(InvalidError, match="no column 'z'"):
        only(path, kind="lead", mapping={"z": "name"})
    with pytest.raises(InvalidError, match="not a kind"):
        only(path, kind="spaceship")


def test_what_nobody_can_tell_is_asked_and_never_read(write: Write) -> None:
    report = only(write("a,b,c\n1,2,3\n"))
    assert report.kind is None
    assert report.undecided[0].option == "--kind"
    with pytest.raises(InvalidError, match="--kind"):
        next(records(report))


def test_a_description_of_columns_is_not_taken_for_records(write: Write) -> None:
    report = only(write("Column,Type,Description\nname,text,Company name\nage,number,Years\n"))
    assert report.kind is None
    assert "data dictionary" in report.not_records
    with pytest.raises(InvalidError, match="data dictionary"):
        next(records(report))


MAVEN = {
    "accounts": (85, "account", "name sector founded_year annual_revenue employees country parent"),
    "products": (7, "product", "name family price"),
    "sales_teams": (35, "member", "name manager team"),
    "sales_pipeline": (8800, "deal", "external_id owner product account stage opened_on close_on value"),
}


def test_the_maven_files_come_out_whole_and_linked(data: Path) -> None:
    reports = examine(sorted((data / "maven-crm").glob("*.csv"), reverse=True))
    found = {r.path.stem: r for r in reports}
    assert "data dictionary" in found.pop("data_dictionary").not_records
    for name, (count, kind, expected) in MAVEN.items():
        report = found[name]
        assert (report.rows, report.kind, " ".join(fields(report))) == (count, kind, expected)
        assert not report.unmapped
        assert not report.undecided
        read = list(records(report))
        assert len(read) == count
        assert not any(r.problems for r in read)
    links = {(x.path.stem, x.field): x for x in link(reports)}
    product = links["sales_pipeline", "product"]
    assert product.close == (("GTXPro", "GTX Pro"),)
    assert not product.unknown
    assert links["sales_pipeline", "owner"].missing == 0
    assert links["sales_pipeline", "account"].missing == 0
    assert links["accounts", "parent"].missing == 0


@pytest.mark.parametrize(
    ("file", "kind", "some"),
    [
        (
            "chinook/Customer.csv",
            "contact",
            {"CustomerId": "external_id", "SupportRepId": "owner", "Company": "account"},
        ),
        (
            "chinook/Employee.csv",
            "member",
            {"EmployeeId": "external_id", "ReportsTo": "manager", "Title": "role"},
        ),
        (
            "chinook/Invoice.csv",
            "order",
            {"InvoiceId": "external_id", "CustomerId": "account", "Total": "amount"},
        ),
        (
            "ravenstack/ravenstack_accounts.csv",
            "account",
            {"account_id": "external_id", "account_name": "name"},
        ),
        (
            "ravenstack/ravenstack_subscriptions.csv",
            "subscription",
            {"mrr_amount": "mrr", "end_date": "ended_on"},
        ),
        ("krayin/leads.csv", "deal", {"lead_value": "value", "title": "name"}),
        ("krayin/persons.csv", "contact", {"emails": "email", "contact_numbers": "phone"}),
        ("contacts-csv/outlook.csv", "contact", {"Company": "account", "Job Title": "title"}),
        ("adventureworks-quota/SalesPersonNames.csv", "member", {"JobTitle": "role"}),
        ("salesforce-seeds/sf_lead_data.csv", "lead", {"last_name": "family_name", "lead_source": "source"}),
        ("salesforce-seeds/sf_opportunity_data.csv", "deal", {"stage_name": "stage", "owner_id": "owner"}),
        ("salesforce-seeds/sf_account_data.csv", "account", {"parent_id": "parent"}),
        ("salesforce-seeds/sf_task_data.csv", "activity", {"call_disposition": "outcome"}),
    ],
)
def test_other_real_files_are_recognised(data: Path, file: str, kind: str, some: dict[str, str]) -> None:
    report = only(data / file)
    assert report.kind == kind
    mapped = {c.column: c.field for c in report.columns}
    assert {column: mapped[column] for column in some} == some
    assert sum(1 for _ in records(report)) == report.rows


def test_a_headerless_file_is_read_once_its_columns_are_named(data: Path) -> None:
    path = data / "adventureworks-quota/SalesPersonQuotaHistory.csv"
    report = only(path, kind="quota", mapping={"2": "owner", "3": "starts_on", "4": "amount"})
    assert report.no_header
    assert sum(r.values["amount"] for r in records(report)) == 95_714_000  # type: ignore[misc]


def test_a_campaign_file_is_read_once_its_outcome_is_named(data: Path) -> None:
    report = only(data / "bank-marketing/bank-additional.csv", kind="lead", mapping={"y": "status"})
    read = list(records(report))
    assert len(read) == 4119
    assert sum(r.values["status"] == "yes" for r in read) == 451
    assert not any("name" in r.values for r in read)
