"""Salesforce's API names (`LastName`, or `last_name` in warehouses) and the labels of its reports."""

from salesdesk.exchange.presets import preset

_NOT_OURS = """
-: CreatedById; LastModifiedById; LastModifiedDate; SystemModstamp; LastActivityDate; LastViewedDate; Type
-: LastReferencedDate; IsDeleted; MasterRecordId; Fax; RecordTypeId; PhotoUrl; Salutation; Rating; Jigsaw
"""
_PERSON = (
    _NOT_OURS
    + """
external_id: Id
family_name: LastName
given_name: FirstName
name: Name
title: Title
phone: Phone
mobile: MobilePhone
email: Email
notes: Description
source: LeadSource
owner: OwnerId
do_not_contact: DoNotCall; HasOptedOutOfEmail
created_on: CreatedDate
"""
)

PRESETS = [
    preset(
        "salesforce", "lead",
        "Id; LastName; OwnerId; IsConverted|ConvertedDate; SystemModstamp|CreatedById|LeadSource",
        _PERSON + """
company: Company
website: Website
street: Street
city: City
region: State
postal_code: PostalCode
country: Country
status: Status
industry: Industry
-: AnnualRevenue; NumberOfEmployees; IsConverted; ConvertedDate; ConvertedAccountId; ConvertedContactId
-: ConvertedOpportunityId
""",
    ),
    preset(
        "salesforce", "contact",
        "Id; LastName; AccountId; OwnerId; MailingCity|MailingStreet|ReportsToId|AssistantName",
        _PERSON + """
account: AccountId
street: MailingStreet
city: MailingCity
region: MailingState
postal_code: MailingPostalCode
country: MailingCountry
-: OtherStreet; OtherCity; HomePhone; OtherPhone; AssistantPhone; AssistantName; ReportsToId; Birthdate
-: Department
""",
    ),
    preset(
        "salesforce", "account",
        "Id; Name; ParentId; OwnerId; BillingCity|BillingStreet; AccountNumber|AccountSource|"
        "Industry",
        _NOT_OURS + """
external_id: Id
name: Name
parent: ParentId
phone: Phone
website: Website
sector: Industry
annual_revenue: AnnualRevenue
employees: NumberOfEmployees
city: BillingCity
region: BillingState
country: BillingCountry
owner: OwnerId
notes: Description
created_on: CreatedDate
-: AccountNumber; Site; Sic; Ownership; TickerSymbol; AccountSource; BillingStreet; BillingPostalCode
-: ShippingStreet; ShippingCity; ShippingState; ShippingPostalCode; ShippingCountry
""",
    ),
    preset(
        "salesforce", "deal", "Id; AccountId; StageName; CloseDate; OwnerId; IsWon|Amount|IsClosed",
        _NOT_OURS + """
external_id: Id
name: Name
account: AccountId
contact: ContactId
stage: StageName
value: Amount
probability: Probability
close_on: CloseDate
opened_on: CreatedDate
next_step: NextStep
source: LeadSource
owner: OwnerId
notes: Description
-: ExpectedRevenue; IsClosed; IsWon; ForecastCategory; ForecastCategoryName; CampaignId; FiscalQuarter
-: FiscalYear; Fiscal; Pricebook2Id; TotalOpportunityQuantity
""",
    ),
    preset(
        "salesforce", "activity",
        "Id; Subject; OwnerId; ActivityDate; WhoId|WhatId|AccountId; IsClosed|Status|"
        "ActivityDateTime",
        _NOT_OURS + """
external_id: Id
subject: Subject
note: Description
owner: OwnerId
due_on: ActivityDate
done_on: CompletedDateTime; ActivityDateTime
kind: TaskSubtype; EventSubtype
outcome: CallDisposition
direction: CallType
contact: WhoId
deal: WhatId
account: AccountId
duration_minutes: DurationInMinutes
-: Status; Priority; CallDurationInSeconds; CreatedDate
""",
    ),
    preset(
        "salesforce", "product",
        "Id; ProductCode; IsActive|Family; SystemModstamp|CreatedById; IsDeleted|LastModifiedById",
        _NOT_OURS + """
external_id: Id
name: Name
family: Family
unit: QuantityUnitOfMeasure
-: ProductCode; Description; IsActive; CreatedDate
""",
    ),
    preset(
        "salesforce", "member",
        "Id; IsActive; ManagerId; ProfileId|UserRoleId|Alias; Username|SystemModstamp|LocaleSidKey",
        _NOT_OURS + """
external_id: Id
name: Name
given_name: FirstName
family_name: LastName
email: Email
manager: ManagerId
role: Title
team: Division
active: IsActive
phone: Phone
-: Username; Alias; ProfileId; UserRoleId; Department; State; MobilePhone
""",
    ),
    preset(
        "salesforce report", "deal",
        "Opportunity Name; Opportunity Owner; Stage; Close Date; Account Name|Amount",
        """
name: Opportunity Name
owner: Opportunity Owner
account: Account Name
stage: Stage
value: Amount
close_on: Close Date
opened_on: Created Date
next_step: Next Step
source: Lead Source
probability: Probability (%)
external_id: Opportunity ID
-: Fiscal Period; Expected Revenue; Age; Type; Owner Role
""",
    ),
    preset(
        "salesforce report", "account",
        "Account Name; Account Owner; Account Site|Parent Account|Billing Street|Account Number|"
        "Rating",
        """
name: Account Name
external_id: Account ID
owner: Account Owner
parent: Parent Account
annual_revenue: Annual Revenue
created_on: Created Date
-: Account Site; Account Number; Type; Rating; Billing Street; Last Modified Date
""",
    ),
    preset(
        "salesforce report", "lead",
        "Lead Owner; Lead Status|Lead ID; Company / Account",
        """
external_id: Lead ID
owner: Lead Owner
status: Lead Status
company: Company / Account
given_name: First Name
family_name: Last Name
name: Full Name
source: Lead Source
""",
    ),
]  # fmt: skip
