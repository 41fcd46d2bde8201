"""The KPIs worked out by hand: from a dump of the tables, in plain Python, by the definitions of the design (kpis.md).

Nothing here asks the program what a KPI is: no SQL but `SELECT *`, no derived column, none of its formulas.
"""

from tests.kpis.byhand import customers, deals, flow, leads, quotas
from tests.kpis.byhand.facts import ALL, BOOK, Answer, Book, Days, Facts, Row, dump
from tests.kpis.byhand.groups import TOLD, Groups

__all__ = [
    "ALL",
    "BOOK",
    "TOLD",
    "Answer",
    "Book",
    "Days",
    "Facts",
    "Groups",
    "Row",
    "customers",
    "deals",
    "dump",
    "flow",
    "leads",
    "quotas",
]
