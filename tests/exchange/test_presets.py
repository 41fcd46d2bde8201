"""Exports of other tools: recognised by their headers, their identity traps avoided."""

from collections.abc import Callable
from pathlib import Path

import pytest

from salesdesk.exchange.reading import Options, examine, records

Write = Callable[..., Path]


def made(
    write: Write, columns: dict[str, str], **said: object
) -> tuple[str, str | None, dict[str, object], dict[str, str]]:
    quoted = [",".join(f'"{cell}"' for cell in line) for line in (columns.keys(), columns.values())]
    report = examine([write("\n".join(quoted) + "\n")], Options(**said))[0]  # type: ignore[arg-type]
    (record,) = records(report)
    return report.preset, report.kind, record.values, record.custom


def test_hubspot_contacts_and_their_owner(write: Write) -> None:
    columns = {
        "Record ID": "51",
        "First Name": "Ann",
        "Last Name": "Lee",
        "Email": "ann@acme.example",
        "Phone Number": "+1 555 0100",
        "Contact owner": "Bo Ray",
        "Lead Status": "NEW",
        "Create Date": "2026-01-05 10:30",
        "Associated Company": "Acme",
        "Associated Company IDs": "7;8",
        "Lifecycle Stage": "customer",
        "Job Title": "Buyer",
    }
    preset, kind, values, custom = made(write, columns)
    assert (preset, kind) == ("hubspot", "contact")
    assert values["external_id"] == "51"
    assert values["name"] == "Ann Lee"
    assert values["owner"] == "Bo Ray"
    assert values["account"] == "Acme"
    assert custom["Lead Status"] == "NEW"
    assert custom["Associated Company IDs"] == "7;8"
    preset, kind, values, _ = made(write, columns, kind="lead")
    assert (preset, kind, values["status"], values["company"]) == ("hubspot", "lead", "NEW", "Acme")


def test_hubspot_companies_deals_and_engagements(write: Write) -> None:
    preset, kind, values, _ = made(
        write,
        {
            "Record ID": "7",
            "Company name": "Acme",
            "Company Domain Name": "acme.example",
            "Company owner": "Bo Ray",
            "Parent Company": "Big",
            "Number of Employees": "12",
        },
    )
    assert (preset, kind, values["name"], values["parent"]) == ("hubspot", "account", "Acme", "Big")
    preset, kind, values, custom = made(
        write,
        {
            "Record ID": "9",
            "Deal Name": "Pumps",
            "Deal Stage": "closedwon",
            "Pipeline": "Sales",
            "Amount": "100",
            "Close Date": "2026-03-01 00:00",
            "Deal owner": "Bo Ray",
            "Associated Company": "Acme",
            "Weighted amount": "50",
        },
    )
    assert (preset, kind, values["name"], values["account"]) == ("hubspot", "deal", "Pumps", "Acme")
    assert custom == {"Weighted amount": "50"}
    preset, kind, values, _ = made(
        write,
        {"Activity Type": "Call", "Activity Date": "2026-03-01 09:00", "Activity assigned to": "Bo Ray"},
    )
    assert (preset, kind, values["owner"]) == ("hubspot", "activity", "Bo Ray")


def test_pipedrive_people_with_several_mails(write: Write) -> None:
    preset, kind, values, custom = made(
        write,
        {
            "Person - Name": "Ann Lee",
            "Person - Email - Work": "",
            "Person - Email - Home": "ann@home.example",
            "Person - Email - Other": "x@y.example",
            "Person - Phone - Work": "+1 555 0100",
            "Person - Phone - Mobile": "+1 555 0101",
            "Person - Organization": "Acme",
            "Person - Owner": "Bo Ray",
            "Person - ID": "4",
            "Person - Open deals": "2",
        },
    )
    assert (preset, kind, values["email"], values["mobile"]) == (
        "pipedrive",
        "contact",
        "ann@home.example",
        "+1 555 0101",
    )
    assert values["owner"] == "Bo Ray"
    assert custom == {"Person - Email - Other": "x@y.example", "Person - Open deals": "2"}


@pytest.mark.parametrize(
    ("columns", "kind", "expected"),
    [
        (
            {"Organization - Name": "Acme", "Organization - Owner": "Bo", "Organization - ID": "3"},
            "account",
            {"name": "Acme"},
        ),
        (
            {
                "Deal - ID": "1",
                "Deal - Title": "Pumps",
                "Deal - Owner": "Bo",
                "Deal - Value": "5",
                "Deal - Currency of Value": "EUR",
                "Deal - Organization": "Acme",
                "Deal - Contact person": "Ann Lee",
                "Deal - Stage": "Demo",
                "Deal - Status": "Won",
                "Deal - Creator": "Cy",
            },
            "deal",
            {"account": "Acme", "contact": "Ann Lee", "status": "Won", "currency": "EUR", "owner": "Bo"},
        ),
        (
            {
                "Lead - Title": "Pumps lead",
                "Lead - Owner": "Bo",
                "Contact person": "Ann Lee",
                "Organization": "Acme",
            },
            "lead",
            {"name": "Ann Lee", "company": "Acme", "owner": "Bo"},
        ),
        (
            {
                "Activity - Subject": "Ring",
                "Activity - Type": "call",
                "Activity - Due date": "2026-01-02",
                "Deal": "Pumps",
            },
            "activity",
            {"kind": "call", "deal": "Pumps"},
        ),
        (
            {
                "ID": "1",
                "Content": "Nice talk",
                "Organization": "Acme",
                "Contact person": "Ann Lee",
                "Deal title": "Pumps",
                "Deal ID": "9",
                "Add time": "2026-01-02 10:00:00",
                "User": "Bo",
            },
            "activity",
            {"note": "Nice talk", "owner": "Bo"},
        ),
    ],
)
def test_other_pipedrive_files(write: Write, columns: dict[str, str], kind: str, expected: dict[str, str]) -> None:
    preset, found, values, _ = made(write, columns)
    assert preset.startswith("pipedrive")
    assert found == kind
    assert {name: values[name] for name in expected} == expected


def test_outlook_titles_are_salutations(write: Write) -> None:
    columns = {
        "First Name": "Ann",
        "Last Name": "Lee",
        "Title": "Ms.",
        "E-mail Address": "ann@x.example",
        "E-mail 2 Address": "",
        "Business Phone": "+1 555 0100",
        "Company": "Acme",
        "Job Title": "Buyer",
        "Manager's Name": "Bo Ray",
        "Assistant's Phone": "+1 555 0199",
        "Home Fax": "",
        "Pager": "",
    }
    preset, kind, values, custom = made(write, columns)
    assert (preset, kind, values["title"], values["phone"]) == ("outlook", "contact", "Buyer", "+1 555 0100")
    assert custom == {"Title": "Ms.", "Manager's Name": "Bo Ray", "Assistant's Phone": "+1 555 0199"}


def test_generic_columns_alone_make_no_preset(write: Write) -> None:
    for header in (
        "ID,Name,Content",
        "First Name,Last Name,Email,Phone,Company,City,Lead Source,Status,Created",
        "id,name,product_code,description,is_active",
        "id,name,email,is_active,manager_id",
        "First Name,Lead Status,Email",
    ):
        report = examine([write(header + "\n" + "1," * header.count(",") + "1\n")], Options(no_header=False))[0]
        assert report.preset == "generic", header
