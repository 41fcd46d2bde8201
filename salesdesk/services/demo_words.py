"""What the people of the demo say: notes in the buyers' words, subjects, reasons, competitors. All invented."""

COMPETITORS = ("Kartotex", "Gridmoss", "Tabulon", "a spreadsheet", "an in-house tool", "Brightfold")
TAGS = ("pricing", "warehouse", "renewals", "reports", "webinar", "fair", "pilot", "security", "q1")

# What is said on the way of a deal, by the stage it is in.
STAGE_NOTES: dict[str, tuple[str, ...]] = {
    "New": (
        "Heard of us at the fair, wants to see the warehouse part first.",
        '"Two of us type the same orders twice, every Friday."',
        "Asked how long the move takes. Said: six weeks for a team like theirs.",
        "Knows the product from her last company.",
        "Short call. He decides together with finance.",
    ),
    "Qualified": (
        "Budget is there from the first quarter, not before.",
        '"If it saves one person a day a week, I can explain it upstairs."',
        "Team of 14, three sites. Decides with the CFO.",
        '"We find out about a renewal when the invoice comes back."',
        "Must run beside the old system for a month.",
        "Nobody owns the numbers today: each site has its own file.",
    ),
    "Needs agreed": (
        '"The export is wrong about one time in five, and nobody sees it."',
        "Three needs written down: one list of renewals, alerts, a report for the board.",
        '"Last August we lost two customers because nobody called them."',
        "Wants the warehouse on board before anything is signed.",
        "Ops and finance agree on the list. IT asks for single sign-on.",
        "Counted together: about 11 hours a week go into copying.",
    ),
    "Proposal": (
        "Went through the proposal line by line. Training is the open point.",
        '"The price is fine, the start date is not."',
        "Legal has the contract, asked for a second data centre.",
        "Sent the calculation: pays back in seven months with their own numbers.",
        "Board meets on the 12th, wants one page until then.",
        "Asked for the customer story of a company their size.",
    ),
    "Negotiation": (
        "Asked for 12 % off. Offered two training days instead.",
        '"Make it 60 days to pay and we sign this week."',
        "Agreed on 45 days to pay and a start after the stocktaking.",
        "Procurement compares us with one other offer.",
        "Price for a third year is what they care about.",
        '"We want it, I only have to sell it to the owner."',
    ),
    "Due": ("Use has grown, two more sites since last year.", "Asked for the list of seats nobody uses."),
    "Reviewed": ("Happy with the reports, less with the start-up time.",),
    "Offer": ("Offer sent with 20 more seats.", "Wants the same price for two years."),
    "Agreed": ("Agreed by phone, paper follows.",),
    "Contacted": ("Would take us into their catalogue, asks for the margin.",),
    "Samples sent": ("Has the demo licence, shows it to two customers.",),
    "Terms": ("20 % on the first year, none after that. They think about it.",),
    "First order agreed": ("First customer found, order next week.",),
}  # fmt: skip

WON_NOTES = (
    "Signed. Kick-off in two weeks.",
    "Signed copy came by mail. She wants the training in the first week.",
    '"You were the only ones who asked what it costs us today."',
    "Order came in. Next: introduce them to customer success.",
    "They sign. The trial with their own data settled it.",
)
LOST_NOTES: dict[str, tuple[str, ...]] = {
    "Price": ('"It is worth it, but not to us this year."', "A third above what they had planned."),
    "Competitor": ("They go with {competitor}: it was there first.", "{competitor} gave them a free first year."),
    "Budget": ("Budget frozen until the summer.", '"The money went into the new lorries."'),
    "Missing features": ("Needs production planning, which we do not do.",),
    "Payment terms": ("90 days to pay or nothing. We stopped at 45.",),
    "Delivery date": ("Had to be live before the stocktaking. Too late for that.",),
    "No decision": (
        "Nobody dares to decide. Asked to call again in spring.",
        "The project is stopped, no reason given.",
    ),
    "No reply": ("Five calls, two mails, no answer since the proposal.",),
    "Timing": ("They merge with their sister company first.", "New boss starts in two months."),
    "Other": ("The owner sells the company.",),
}
LOST_REASONS = (
    ("Price", 22), ("No reply", 17), ("Competitor", 15), ("Timing", 13), ("No decision", 10), ("Budget", 8),
    ("Missing features", 6), ("Payment terms", 4), ("Delivery date", 3), ("Other", 2),
)  # fmt: skip
DISQUALIFIED = (
    ("Unreachable", 30), ("Not interested", 24), ("Poor fit", 16), ("No budget", 12), ("Timing", 9), ("Junk", 5),
    ("Duplicate", 3), ("Other", 1),
)  # fmt: skip

FIRST_NOTES = (
    "Asked what we do, had four minutes.",
    '"Call me when the season is over."',
    "Interested, wants a page to show around.",
    "The one to ask is the head of operations.",
    '"We do that by hand and it hurts."',
    "Uses a spreadsheet, knows it will not do for long.",
    "Wants to see it with the colleague from the warehouse.",
    "Has seen the webinar, asks for prices.",
)
REPLIES = (
    "Answered: send me two dates.",
    '"Interesting, but not before the stocktaking."',
    "Wrote back: which customers of our size do you have?",
    "Thanks for the page, passes it on to finance.",
)
NOT_INTERESTED = ('"We have just bought something."', "Does not want to be called again this year.", '"No, thank you."')
LEAD_STEPS = (
    ("Call", "First call"), ("Call", "Ask about the season"), ("Call", "Call back, asked for it"), ("Mail", "Send the one-pager"),
    ("Call", "Qualify budget"), ("Call", "Who decides?"), ("Mail", "Send customer story"), ("Demo", "Short demo, 20 min"),
    ("Meeting", "Meet at their office"), ("Call", "After the webinar"),
)  # fmt: skip
DEAL_STEPS: dict[str, tuple[tuple[str, str], ...]] = {
    "New": (("Call", "Discovery call"), ("Mail", "Send agenda for the demo")),
    "Qualified": (("Meeting", "Needs with operations"), ("Call", "Check the budget with finance")),
    "Needs agreed": (("Demo", "Demo with their data"), ("Mail", "Send case study")),
    "Proposal": (("Call", "Proposal review"), ("Mail", "Draft to legal")),
    "Negotiation": (("Call", "Payment terms"), ("Meeting", "Last open points")),
    "Due": (("Call", "Renewal review"),),
    "Offer": (("Call", "Renewal offer: questions?"),),
    "Terms": (("Call", "Margin for the second year"),),
}  # fmt: skip

# What is said in calls that are led by a script, and written in mails.
ANSWERS = (
    "A list in a spreadsheet, two people keep it.",
    "Every Friday, about two hours.",
    "Sales asks, operations answers, finance waits.",
    "Mostly the customers in the north.",
    "Nobody has counted it.",
    "They tried a report last year, it was given up.",
    "She and the warehouse manager decide together.",
)
IMPLIED = (
    "We see a lost customer when the invoice comes back.",
    "One order in five is typed in twice.",
    "In August nobody calls the customers back.",
    "Each site has its own numbers.",
)
EXPLICIT = (
    "I want one list everybody trusts.",
    "I need to know a month earlier.",
    "It has to save my people the Friday.",
)
MAILS = (
    (
        "The calculation you asked for",
        "attached is what it would come to with your own numbers. Shall we go through it on Thursday?",
    ),
    ("A short question", "how do you see today that a customer orders less? Two lines are enough."),
    ("As promised", "here is how a company of your size does it. May I show it to you for twenty minutes?"),
    ("After our call", "thank you for your time. I wrote down three points; tell me if one is missing."),
)
