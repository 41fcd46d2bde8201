"""What can be imported: each kind of record, its fields, and how columns that hold them are spoken of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

ValueType = Literal[
    "text", "note", "id", "person", "mail", "phone", "url", "money", "ratio", "number", "whole", "day",
    "instant", "month", "flag", "label", "words", "period", "tags", "link", "country", "year", "currency",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A field a column may hold; `patterns` are sets of concepts (words.py), the likeliest first."""

    name: str
    type: ValueType
    weight: float
    patterns: tuple[frozenset[str], ...]
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: the words for it, its fields, and which fields together make one (`core`)."""

    name: str
    own: frozenset[str]
    fields: dict[str, Field]
    core: tuple[frozenset[str], ...]
    hint: frozenset[str]


# field | type[>kind linked to] | weight as evidence for the kind | patterns, likeliest first
_PERSON = """
given_name | person | 1.2 | given name; given
family_name | person | 1.2 | family name; family
title | text | 1 | job title; job; title
email | mail | 1.5 | email; contact email
phone | phone | 1.2 | phone; contact phone; billing phone; mailing phone; home phone
mobile | phone | 1.2 | mobile; mobile phone
website | url | 0.5 | website; account website; domain
street | text | 0.4 | street; mailing street; billing street; home street; shipping street
city | text | 0.4 | city; mailing city; billing city; home city; location; shipping city
region | text | 0.4 | region; mailing region; billing region; home region; region code
postal_code | id | 0.4 | postal; mailing postal; billing postal; home postal
country | country | 0.4 | country; mailing country; country region; billing country; home country;
  country code
owner | link>member | 0.7 | owner; owner id; owner name; account manager; user; user id; owner user;
  owner user id; assistant owner id
score | whole | 1.2 | score; lead score
tags | tags | 0.4 | tag
notes | note | 0.4 | note
created_on | instant | 0.5 | create date; create; open date
industry | label | 0.5 | industry
do_not_contact | flag | 0.8 | consent
"""
_TABLES: dict[str, tuple[str, str, str]] = {
    "lead": (
        "lead",
        "lead; email; phone; mobile; given_name family_name; name company; name phone; name email; name status",
        """
external_id | id | 3 | id; lead id
name | person | 1 | full name; name; person name; lead name; contact name; contact person; contact;
  person; lead
company | text | 1 | account; account name; lead account; customer account; customer
source | label | 1.2 | source; lead source
campaign | words | 0.8 | campaign; campaign name
status | label | 1.4 | status; lead status
value | money | 0.8 | value; amount; revenue; expect value
currency | currency | 0.5 | currency; currency code
next_step | text | 0.8 | next stage
next_on | day | 0.8 | next date; next stage date; next activity date; due date
lost_reason | label | 0.8 | lost reason; reason
""",
    ),
    "contact": (
        "contact person customer",
        "email; phone; mobile; given_name family_name; name account; name title; name phone; name email",
        """
external_id | id | 3 | id; contact id; person id; customer id
name | person | 1 | full name; name; person name; contact name; contact person; contact; person
account | link>account | 1.1 | account; account name; account id; customer account
source | label | 0.8 | source; lead source
""",
    ),
    "account": (
        "account customer",
        "name employees; name annual_revenue; name sector; name website; name domain; name parent; "
        "name country; name city; external_id name; name phone; name owner; name founded_year",
        """
external_id | id | 3 | id; account id; customer id; account code; customer code
name | text | 2.5 | account; account name; customer name; customer account; customer; full name; name
sector | label | 1.6 | industry; account industry
website | url | 1.2 | website
domain | url | 1.2 | domain; account domain name
phone | phone | 0.8 | phone; billing phone
email | mail | 0.7 | email
city | text | 0.6 | city; billing city; office city; shipping city
region | text | 0.5 | region; billing region; shipping region; region code
country | country | 0.8 | country; billing country; country region; office location; location;
  country code; office country
employees | whole | 2.5 | size; member; member quantity; member size
annual_revenue | money | 2.2 | annual revenue; revenue
parent | link>account | 2.5 | parent; parent account; parent id; parent account id; parent name
owner | link>member | 0.8 | owner; owner id; owner name; account manager; user id; owner user; owner user id
founded_year | year | 2.5 | founded; founded year; founded date
notes | note | 0.4 | note
tags | tags | 0.4 | tag; category
created_on | instant | 0.5 | create date; create; open date
""",
    ),
    "deal": (
        "deal",
        "stage; external_id:own; name:own; value close_on; product close_on; pipeline; value status; "
        "value probability; won_on; lost_on; status close_on; value account",
        """
external_id | id | 4 | id; deal id; deal code
name | text | 1.2 | deal name; deal title; deal; title; name; deal subject
account | link>account | 1 | account; account name; account id; customer; customer name; customer id;
  associated account
contact | link>contact | 0.8 | contact; contact name; contact id; person; person id; person name;
  contact person; associated contact
lead | link>lead | 0.8 | lead; lead id; lead name
owner | link>member | 0.9 | owner; owner name; owner id; account manager; user; user id; owner user;
  owner user id
product | link>product | 1 | product; product name; product id; product code
quantity | number | 0.5 | quantity; product quantity
stage | label | 3.5 | stage; deal stage; stage name; deal pipeline stage; pipeline stage; stage id;
  pipeline stage id; lead pipeline stage id
pipeline | label | 2 | pipeline; pipeline name; pipeline id; deal pipeline; lead pipeline; lead pipeline id
status | label | 0.9 | status; deal status; outcome
value | money | 1.6 | value; amount; close value; deal value; lead value; expect value; deal amount;
  price; amount value; revenue; open value; expect revenue
currency | currency | 0.5 | currency; currency code; value currency; amount currency
opened_on | instant | 1.3 | open date; create date; open; create; deal create
close_on | day | 2.2 | close date; expect close date; expect close; close; expect date
won_on | day | 2.5 | won date; won
lost_on | day | 2.5 | lost date; lost
lost_reason | label | 2 | lost reason; close lost reason; reason lost
probability | ratio | 2 | probability; probability per
source | label | 0.6 | source; lead source
next_step | text | 1 | next stage
next_on | day | 0.8 | next date; next stage date; next activity date
notes | note | 0.3 | note
tags | tags | 0.3 | tag
""",
    ),
    "product": (
        "product",
        "name price; name family; external_id price; name unit",
        """
external_id | id | 3 | id; product id; product code; code
name | text | 2.5 | product; product name; name; product title; full name
family | label | 2 | series; family; product series; product family; product category; category
price | money | 2.2 | price; product price; price unit; price amount
currency | currency | 0.5 | currency; currency code
unit | label | 0.8 | unit; quantity unit
""",
    ),
    "member": (
        "owner member user login",
        "name manager; name team; name role; name:own active; external_id:own; name active; name email:own",
        """
external_id | id | 2.5 | id; member id; user id; owner id; account member id
name | person | 2 | owner; owner name; member name; member; user name; full name; name; user
given_name | person | 1.1 | given name; given
family_name | person | 1.1 | family name; family
email | mail | 0.8 | email
manager | link>member | 2.4 | manager; manager name; manager id
team | label | 1.8 | team; team name; region office; office; office name; office region; team id;
  sales region
role | label | 1.1 | job title; job; title
active | flag | 1.2 | active
phone | phone | 0.5 | phone
""",
    ),
    "activity": (
        "activity call meeting",
        "kind subject; kind done_on; kind outcome; subject due_on; subject done_on; outcome done_on; "
        "kind due_on; duration_minutes outcome; direction outcome; kind note",
        """
external_id | id | 2.5 | id; activity id; call id; meeting id
kind | label | 2 | activity category; activity; call category; category
subject | text | 2 | subject; activity subject; activity name; title
note | note | 0.6 | note; activity note; call note
done_on | instant | 1.8 | activity date; done date; call date; meeting date; date; open date; create date
due_on | instant | 1.8 | due date; due; activity due date
owner | link>member | 0.8 | owner; owner name; owner id; user; user id; activity owner; owner user
lead | link>lead | 1 | lead; lead id; lead name
contact | link>contact | 0.9 | contact; contact id; contact name; person; person name; person id;
  contact person; who id
account | link>account | 0.7 | account; account name; account id; customer; customer id; customer name
deal | link>deal | 0.9 | deal; deal id; deal name; deal title
outcome | label | 2 | outcome; call outcome; activity outcome
direction | label | 2 | direction; call direction
duration_minutes | number | 1.5 | duration; call duration; duration ?minutes; call duration ?minutes;
  duration ?min
""",
    ),
    "subscription": (
        "subscription",
        "mrr; arr; plan started_on; seats started_on; external_id:own; account started_on ended_on",
        """
external_id | id | 4 | id; subscription id
account | link>account | 1 | account; account id; account name; customer; customer id; customer name
plan | label | 2 | plan; plan name; subscription plan; subscription
seats | whole | 2 | seats; quantity
mrr | money | 3 | mrr; mrr amount; monthly revenue; monthly amount; monthly price; monthly value
arr | money | 3 | arr; arr amount; annual amount; annual value
started_on | day | 1.6 | open date; open; subscription open; create date
ended_on | day | 1.6 | close date; close
currency | currency | 0.4 | currency; currency code
""",
    ),
    "cost": (
        "cost",
        "month amount; amount:own; amount channel month; amount campaign month; amount category month",
        """
month | month | 2 | month; month date; date; year month; cost date; month year
category | label | 1.2 | category; cost category; account
channel | label | 1.5 | source; source name
campaign | words | 1.5 | campaign; campaign name
amount | money | 2 | cost; amount; cost amount; cost value; value; price
currency | currency | 0.4 | currency; currency code
note | note | 0.5 | note; title; cost name
""",
    ),
    "order": (
        "order",
        "external_id:own amount; amount ordered_on:own; amount ordered_on account; amount ordered_on contact",
        """
external_id | id | 4 | id; order id; order
account | link>account | 1 | account; account id; account name; customer; customer id; customer name
contact | link>contact | 0.8 | contact; contact id; contact name; person; person id
owner | link>member | 0.7 | owner; owner name; owner id; user id; user
ordered_on | day | 1.8 | order date; date; create date; order create
amount | money | 1.6 | amount; order amount; value; order value; revenue; price; amount price
currency | currency | 0.4 | currency; currency code
""",
    ),
    "quota": (
        "goal",
        "amount:own; amount starts_on owner; amount period owner; amount starts_on team; amount period team",
        """
external_id | id | 2 | id; goal id
owner | link>member | 1.2 | owner; owner name; owner id; member; member id; user; user id; name;
  full name; account member id
team | label | 1 | team; region; office; region office; team name
starts_on | month | 2 | open date; goal date; date; month; open; year month
ends_on | day | 1.2 | close date; close
period | period | 1.6 | period; goal period; fiscal period; quarter; goal quarter; date; month; year
amount | money | 2 | goal; goal amount; goal value; amount; value; revenue goal; sales goal
currency | currency | 0.4 | currency; currency code
notes | note | 0.3 | note
""",
    ),
}
_HINTS = {
    "account": "account customer", "deal": "deal pipeline", "member": "member owner user team",
    "activity": "activity call meeting", "contact": "contact person", "order": "order", "quota": "goal",
}  # fmt: skip


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every kind of record that can be imported, by name."""
    made = {}
    for name, (own, core, table) in _TABLES.items():
        text = table + (_PERSON if name in ("lead", "contact") else "")
        made[name] = Kind(
            name,
            frozenset(own.split()),
            {field.name: field for field in _fields(text)},
            tuple(frozenset(option.split()) for option in core.split(";")),
            frozenset(_HINTS.get(name, name).split()),
        )
    return made


def _fields(table: str) -> Iterator[Field]:
    for line in filter(None, table.replace("\n  ", " ").splitlines()):
        name, kind, weight, patterns = (part.strip() for part in line.split("|"))
        value_type, _, link = kind.partition(">")
        yield Field(
            name,
            value_type,  # type: ignore[arg-type]
            float(weight),
            tuple(frozenset(pattern.split()) for pattern in patterns.split(";")),
            (link,) if link else (),
        )
