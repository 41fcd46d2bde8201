"""Rules: when something happens to a record that fits a filter, something is done.

`reading` understands the text, `conditions` finds the records, `acting` does what it says, `running` does it once for
each cause, `trying` says what it would have done. Who wants one of them imports it: a write that no rule is concerned
with must not pay for all of them.
"""
