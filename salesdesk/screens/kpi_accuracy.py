"""How near forecasts came, in the KPI tab: by rep, and from the first week to the last; a block runs in a thread."""

import datetime as dt
from collections.abc import Sequence

from salesdesk.domain.dates import say_day
from salesdesk.domain.kpis.accuracy import weekly
from salesdesk.domain.kpis.saying import figure, rate
from salesdesk.i18n import tr
from salesdesk.screens.kpi_lines import Opens, asked, number, short
from salesdesk.services import measuring
from salesdesk.services.desk import Desk
from salesdesk.widgets.bars import bar
from salesdesk.widgets.paging import Heading, Item, Remark
from salesdesk.widgets.text import Piece, cut

_KPI = "forecast_accuracy"


def accuracy(desk: Desk, terms: Sequence[str], _cells: int) -> list[Item]:
    """The accuracy of the forecasts of the period, once it is over."""
    found = measuring.show(desk, terms, "owner", only=(_KPI,), compare=False)
    value = found.kpis[_KPI]
    items: list[Item] = [Remark(), Heading(tr("HOW NEAR THE FORECAST CAME"), None, "muted"), number(_KPI, value)]
    if not value.count:
        return items
    items.append(Remark(Piece(f"{'':<22}{tr('submitted'):>10}{tr('won'):>10}{tr('accuracy'):>10}", "label")))
    for row in found.by.rows if found.by else ():
        told = row.kpis[_KPI]
        name = Piece(f"{cut(row.key or tr('nobody'), 21):<22}", "text")
        if told.count:
            amounts = f"{short(told.parts['submitted']):>10}{short(told.parts['won']):>10}"
            line = [name, Piece(amounts, "text"), Piece(f"{figure(told):>10}", "strong")]
        else:
            line = [name, Piece(f"  {tr('did not submit')}" if told.excluded.get("not submitted") else "", "warn")]
        # By reference: two people may have one name.
        owner = f"owner:{row.ref}" if row.ref else asked("owner", row.key)
        items.append(Remark(line, Opens(_KPI, (owner,), ("accuracy", row.ref))))
    for step in weekly(value.parts["by_submission"]):
        day = tr("said by {day}", day=say_day(dt.date.fromisoformat(step["day"]), desk.today))
        line = [
            Piece(f"{cut(day, 21):<22}", "muted"),
            Piece(f"{short(step['submitted']):>10}{short(step['won']):>10}", "text"),
            Piece(f"{rate(step['value']):>10}  ", "strong"),
            *bar(max(0.0, step["value"] or 0.0), 16),
        ]
        items.append(Remark(line, Opens(_KPI, (), ("accuracy", step["day"]))))
    return items
