"""What the lines of the KPI tab are made of: what enter opens, a number in a line, a filter word."""

from collections.abc import Hashable
from dataclasses import dataclass

from salesdesk.domain.kpis.declared import KPIS
from salesdesk.domain.kpis.saying import figure, origin
from salesdesk.domain.kpis.value import KpiValue
from salesdesk.domain.language.printing import quote
from salesdesk.domain.money import Money, format_money
from salesdesk.i18n import tr
from salesdesk.widgets.paging import Remark
from salesdesk.widgets.text import Piece, cut


@dataclass(frozen=True, slots=True)
class Opens:
    """What enter on a line opens: the records behind a KPI, with more filter words. `mark` keeps lines apart."""

    kpi: str
    terms: tuple[str, ...] = ()
    mark: Hashable = None


def asked(field: str, value: str | None) -> str:
    """A filter word for exactly that value."""
    return f"{field}:{quote(value)}" if value else f"{field}:none"


def number(name: str, value: KpiValue) -> Remark:
    """A KPI in a line."""
    line = [
        Piece(f"{cut(tr(KPIS[name].name), 26):<27}", "text"),
        Piece(f"{figure(value):>12}  ", "strong" if value.value is not None else "muted"),
        Piece(origin(value), "muted"),
    ]
    return Remark(line, Opens(name, (), "number"))


def short(amount: Money) -> str:
    """`€412k`."""
    return format_money(amount.minor, amount.currency, short=True)
