"""The KPIs: what each is, and how it is worked out of counts and sums. House rules: see `declared`."""
