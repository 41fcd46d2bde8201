"""The counts and sums KPIs are worked out of, added up in SQL from the records themselves."""
