"""Rules: when something happens to a record that fits a filter, something is done.

`reading` understands the text, `conditions` finds the records, `doing` is what can be done, `acting` does it to one after
the other, `running` once for each cause, `trying` says what would have been done, `record` what was. Who wants one of
them imports it: a write that no rule is concerned with must not pay for all.
"""
