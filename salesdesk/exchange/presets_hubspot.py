"""HubSpot's exports, by the labels of its properties."""

from salesdesk.exchange.presets import preset

_CONTACT = """
external_id: Record ID; Contact ID; Record ID - Contact
given_name: First Name
family_name: Last Name
email: Email; Email address
phone: Phone Number
mobile: Mobile Phone Number
owner: Contact owner
title: Job Title
website: Website URL
street: Street Address
city: City
region: State/Region
postal_code: Postal Code
country: Country/Region
source: Original Source; Original Traffic Source
created_on: Create Date
industry: Industry
do_not_contact: Unsubscribed from all email
-: Lifecycle Stage; Last Activity Date; Marketing contact status; Associated Company IDs
-: Associated Contact; Associated Deal; Associated Deal IDs; Secondary email; Fax Number
"""

PRESETS = [
    preset(
        "hubspot", "contact",
        "Record ID; Contact owner|Lifecycle Stage|Lead Status; First Name|Last Name|Email",
        _CONTACT + "account: Associated Company; Company Name\nstatus: Lead Status\nscore: HubSpot Score",
    ),
    preset(
        "hubspot", "account",
        "Record ID; Company name; Company owner|Company Domain Name|Number of Employees",
        """
external_id: Record ID; Company ID
name: Company name; Name
domain: Company Domain Name
website: Website URL
owner: Company owner
created_on: Create Date
phone: Phone Number
sector: Industry
employees: Number of Employees
annual_revenue: Annual Revenue
city: City
region: State/Region
country: Country/Region
parent: Parent Company
-: Street Address; Postal Code; Type; LinkedIn Company Page; Last Activity Date; Associated Contact
-: Associated Contact IDs; Associated Deal; Associated Deal IDs
""",
    ),
    preset(
        "hubspot", "deal", "Record ID; Deal Name; Deal Stage|Deal owner|Pipeline",
        """
external_id: Record ID; Deal ID
name: Deal Name
stage: Deal Stage
pipeline: Pipeline
value: Amount
currency: Currency
close_on: Close Date
opened_on: Create Date
owner: Deal owner
account: Associated Company
contact: Associated Contact
lost_reason: Closed Lost Reason
next_step: Next step
next_on: Next Activity Date
notes: Deal Description
source: Original Source Type; Original Traffic Source
probability: Deal Probability; Deal probability
-: Deal Type; Associated Company IDs; Associated Contact IDs; Last Activity Date; Closed Won Reason
-: Weighted amount; Weighted amount in company currency; Amount in company currency; Total contract value
-: Annual contract value; Priority; Date entered current stage
""",
    ),
    preset(
        "hubspot", "activity", "Activity Type; Activity Date; Activity assigned to",
        """
external_id: Record ID; Engagement ID; Activity ID
kind: Activity Type
done_on: Activity Date
owner: Activity assigned to
subject: Activity title; Subject; Call Title; Meeting name; Email subject
note: Body; Notes; Call notes; Note body
outcome: Call outcome; Meeting outcome; Outcome
direction: Call direction; Direction
due_on: Due date
account: Associated Company
contact: Associated Contact
deal: Associated Deal
duration_minutes: Duration (minutes)
-: Call duration; Associated Company IDs; Associated Contact IDs; Associated Deal IDs; Create Date
""",
    ),
]  # fmt: skip
