"""Pipedrive's exports: `Entity - Field`, in the forms of several years."""

from salesdesk.exchange.presets import preset

PRESETS = [
    preset(
        "pipedrive", "contact",
        "Person - Name|Person - First name|Person - ID; "
        "Person - Email|Person - Email - Work|Person - Email (Work)|Person - Phone|Person - Phone - Work|"
        "Person - Organization|Person - Owner",
        """
external_id: Person - ID; Person - Pipedrive System ID
name: Person - Name
given_name: Person - First name
family_name: Person - Last name
email: Person - Email - Work; Person - Email; Person - Email (Work); Person - Email - Home
email: Person - Email (Home); Person - Email - Other; Person - Email (Other)
phone: Person - Phone - Work; Person - Phone; Person - Phone (Work); Person - Phone - Home
phone: Person - Phone (Home); Person - Phone - Other; Person - Phone (Other)
mobile: Person - Phone - Mobile; Person - Phone (Mobile)
account: Person - Organization; Organization
owner: Person - Owner
title: Person - Job title
tags: Person - Labels; Person - Label; Person - Labels/Label
notes: Person - Notes; Note content
created_on: Person - Person created; Person - Created
street: Person - Postal address; Person - Full/combined address of Postal address
-: Person - Open deals; Person - Closed deals; Person - Last activity date; Person - Next activity date
-: Person - Marketing status; Person - Double opt-in; Person - Visible to; Person - Organization ID
-: Person - Won deals; Person - Lost deals; Person - Update time; Person - Total activities
""",
    ),
    preset(
        "pipedrive", "account",
        "Organization - Name; Organization - Owner|Organization - ID|Organization - Address|"
        "Organization - People",
        """
external_id: Organization - ID; Organization - Pipedrive System ID
name: Organization - Name
owner: Organization - Owner
tags: Organization - Labels; Organization - Label; Organization - Labels/Label
parent: Organization - Parent; Organization - Parent organization
created_on: Organization - Organization created; Organization - Created
website: Organization - Website
sector: Organization - Industry
employees: Organization - Number of employees; Organization - Employee count
annual_revenue: Organization - Annual revenue
city: Organization - Address - City/town/village/locality of Address
city: Organization - City/town/village/locality of Company Address
city: Organization - City/town/village/locality of Address
region: Organization - Address - State/county of Address; Organization - State/county of Company Address
region: Organization - State/county of Address; Organization - Address - Region of Address
country: Organization - Address - Country of Address; Organization - Country of Company Address
country: Organization - Country of Address
-: Organization - Address; Organization - People; Organization - Open deals; Organization - Closed deals
-: Organization - Won deals; Organization - Lost deals; Organization - Last activity date
-: Organization - Next activity date; Organization - Done activities; Organization - Total activities
-: Organization - Email messages count; Organization - Visible to
""",
    ),
    preset(
        "pipedrive", "deal",
        "Deal - Title; Deal - Stage|Deal - Stage (pipeline)|Deal - Value|Deal - Owner|Deal - Status",
        """
external_id: Deal - ID; Deal - Pipedrive System ID
name: Deal - Title
owner: Deal - Owner
value: Deal - Value
currency: Deal - Currency of Value; Deal - Currency
probability: Deal - Probability
account: Deal - Organization; Organization; Organization - Name
contact: Deal - Contact person; Contact person; Person - Name
pipeline: Deal - Pipeline
stage: Deal - Stage; Deal - Stage (pipeline)
status: Deal - Status
tags: Deal - Label; Deal - Labels
opened_on: Deal - Deal created; Deal - Created
next_on: Deal - Next activity date
won_on: Deal - Won time
lost_on: Deal - Lost time
lost_reason: Deal - Lost reason
close_on: Deal - Expected close date
product: Deal - Product name
quantity: Deal - Product quantity
source: Deal - Source channel
-: Deal - Creator; Deal - Weighted value; Deal - Currency of Weighted value; Deal - Organization ID
-: Deal - Contact person ID; Deal - Update time; Deal - Last stage change; Deal - Last activity date
-: Deal - Last email received; Deal - Last email sent; Deal - Deal closed on; Deal - Visible to
-: Deal - Total activities; Deal - Done activities; Deal - Activities to do; Deal - Email messages count
-: Deal - Product amount; Deal - Source origin; Deal - Source origin ID; Deal - Source channel ID
-: Deal - Archive status; Deal - Archive time; Deal - Sequence enrollment
""",
    ),
    preset(
        "pipedrive", "lead",
        "Lead - Title; Lead - Owner|Lead - Labels|Lead - Pipedrive System ID|Lead - Source channel",
        """
external_id: Lead - Pipedrive System ID; Lead - ID
name: Contact person; Lead - Contact person; Person - Name
company: Organization; Lead - Organization; Organization - Name
notes: Lead - Title
owner: Lead - Owner
tags: Lead - Labels; Lead - Label
source: Lead - Source channel
value: Lead - Value
currency: Lead - Currency of Value
created_on: Lead - Lead created; Lead - Created
email: Person - Email; Person - Email - Work
phone: Person - Phone; Person - Phone - Work
-: Lead - Source channel ID; Lead - Expected close date
""",
    ),
    preset(
        "pipedrive", "activity",
        "Activity - Subject|Activity - Type; Activity - Due date|Activity - Done|Activity - Type",
        """
external_id: Activity - ID; Activity - Pipedrive System ID
subject: Activity - Subject
kind: Activity - Type
due_on: Activity - Due date
owner: Activity - Assigned to user; Activity - Owner
note: Activity - Note; Activity - Notes
done_on: Activity - Marked as done time
deal: Deal; Activity - Deal; Deal - Title
lead: Lead; Activity - Lead; Lead - Title
account: Organization; Activity - Organization
contact: Contact person; Activity - Contact person
-: Activity - Due time; Activity - Duration; Activity - Done; Activity - Creation date; Activity - Creator
""",
    ),
    preset(
        "pipedrive notes", "activity",
        "Content; Add time; User; Contact person|Organization|Deal title; Deal ID|"
        "Note is pinned to deal",
        """
external_id: ID
note: Content
account: Organization
contact: Contact person
deal: Deal title
done_on: Add time
owner: User
lead: Lead
-: Organization ID; Contact person ID; Deal ID; Lead ID; Update time; Note is pinned to deal
-: Note is pinned to organization; Note is pinned to person; Note is pinned to lead; Project
-: Note is pinned to project; Project ID
""",
    ),
]  # fmt: skip
