"""Address books: Google Contacts (both forms) and Outlook; their `Title` is a salutation."""

from salesdesk.exchange.presets import preset

_TRAPS = """
-: Phonetic First Name; Phonetic Middle Name; Phonetic Last Name; Nickname; File As; Birthday; Photo; Gender
-: Name Prefix; Name Suffix; Middle Name; Additional Name; Yomi Name; Initials; Anniversary; Spouse; Children
"""

PRESETS = [
    preset(
        "google contacts", "contact",
        "First Name; Last Name; Organization Name; E-mail 1 - Value|Phone 1 - Value; Labels|"
        "Phonetic First Name|File As",
        _TRAPS + """
given_name: First Name
family_name: Last Name
account: Organization Name
title: Organization Title
email: E-mail 1 - Value; E-mail 2 - Value; E-mail 3 - Value
phone: Phone 1 - Value; Phone 2 - Value; Phone 3 - Value
street: Address 1 - Street
city: Address 1 - City
region: Address 1 - Region
postal_code: Address 1 - Postal Code
country: Address 1 - Country
website: Website 1 - Value
notes: Notes
tags: Labels
-: E-mail 1 - Label; E-mail 2 - Label; E-mail 3 - Label; Phone 1 - Label; Phone 2 - Label
-: Organization Department; Address 1 - Formatted; Address 1 - Label
""",
    ),
    preset(
        "google contacts", "contact",
        "Name; Given Name; Family Name; E-mail 1 - Value|Phone 1 - Value; Group Membership|"
        "Yomi Name|Name Prefix",
        _TRAPS + """
name: Name
given_name: Given Name
family_name: Family Name
account: Organization 1 - Name
title: Organization 1 - Title
email: E-mail 1 - Value; E-mail 2 - Value
phone: Phone 1 - Value; Phone 2 - Value
city: Address 1 - City
country: Address 1 - Country
notes: Notes
tags: Group Membership
-: E-mail 1 - Type; Phone 1 - Type; Occupation; Subject; Priority; Location; Short Name; Maiden Name
""",
    ),
    preset(
        "outlook", "contact",
        "E-mail Address; E-mail 2 Address; Business Phone|Home Phone; Company; Job Title; Pager|"
        "Home Fax|Business Fax",
        _TRAPS + """
name: Name
given_name: First Name
family_name: Last Name
account: Company
title: Job Title
email: E-mail Address; E-mail 2 Address; E-mail 3 Address
phone: Business Phone; Primary Phone; Company Main Phone; Home Phone; Other Phone; Business Phone 2
phone: Home Phone 2
mobile: Mobile Phone
street: Business Street; Business Address
city: Business City
region: Business State
postal_code: Business Postal Code
country: Business Country/Region; Business Country
website: Web Page
notes: Notes
tags: Categories
external_id: ID
-: Title; Suffix; Manager's Name; Assistant's Name; Assistant's Phone; Office Location; Department; Action
-: Home Address; Home Street; Home City; Other Address; Pager; Business Fax; Home Fax; Other Fax; Account
-: Organizational ID Number; Profession; Location; Referred By; Car Phone; Radio Phone; Callback; User 1
""",
    ),
]  # fmt: skip
