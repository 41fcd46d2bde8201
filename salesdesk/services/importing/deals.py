"""The rows of deals: their state and dates, the lines, the stages they went through, the orders they made."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import Any

from salesdesk.exchange.stages import stage_meaning
from salesdesk.i18n import tr
from salesdesk.services.importing.book import MemberFacts
from salesdesk.services.importing.making import Making, Row
from salesdesk.services.importing.pipelines import PipelineFacts, Pipelines, StageFacts
from salesdesk.services.importing.plan import Entry
from salesdesk.services.importing.steps import plan_step
from salesdesk.services.prospecting import tag_text


class Deals:
    """Makes deals and what hangs on them."""

    def __init__(self, make: Making) -> None:
        self._make = make
        self._pipelines = Pipelines(make.connection, make.plan)

    def settle(self, entries: Iterable[Entry]) -> None:
        """Decide the pipelines, from all deals of the import at once."""
        self._pipelines.settle(entries)

    def row(self, make: Making, entry: Entry, extra: dict[str, str]) -> Row | None:
        """The deal of a row of a file; a new one with its line, stage changes, order, leads and next step."""
        row = make.plain(entry)
        values = entry.record.values
        make.owner(entry, row, extra)
        row["account_id"], row["contact_id"] = make.links.customer(entry, extra)
        row["value_minor"], row["currency"] = make.money(entry, "value", extra)
        row["opened_on"] = make.day(values.get("opened_on"))
        if "source" in values:
            row["source_id"] = make.lists.source(str(values["source"]))
        probability, tags = values.get("probability"), values.get("tags")
        if isinstance(probability, Decimal):
            row["probability"] = round(probability * 100)
        if isinstance(tags, tuple):
            row["tags"] = tag_text([str(tag) for tag in tags])
        product = make.links.take(entry, "product", extra)
        row["name"] = values.get("name") or self._called(row, product, entry)
        stage, pipeline = self._stand(entry, row, extra)
        if entry.new:
            row["position"] = self._next_place(stage.key)
            self._line(entry, product, row["currency"], extra)
            self._changes(entry.key, row, pipeline)
            self._order(entry, row)
            self._lead(entry, extra)
            links = {"deal_id": entry.key, "account_id": row["account_id"], "contact_id": row["contact_id"]}
            plan_step(make, entry, links, row.get("owner_id"), extra, wanted=row["state"] == "open")
        return row

    def changed(self, key: bytes, before: Row, after: Row) -> None:
        """What follows when an import moves a deal that was here: its stage change, and the order of a win."""
        plan = self._make.plan
        if after["stage_id"] != before["stage_id"]:
            day = after.get("won_on") or after.get("lost_on") or self._make.today
            entered = {"deal_id": key, "from_stage_id": before["stage_id"], "to_stage_id": after["stage_id"]}
            plan.add("stage_change", {**entered, "changed_on": day, "owner_id": after.get("owner_id")})
        if after["state"] == before["state"]:
            return
        won = after["state"] == "won"
        connection = self._make.connection
        orders = connection.rows("SELECT id FROM sales_order WHERE deal_id = ? AND deleted_op IS NULL", (key,))
        for (order,) in orders if not won else ():
            plan.delete("sales_order", order)
        if won and not orders and after.get("value_minor") is not None and after.get("won_on"):
            self._add_order(key, after)

    def frozen(self, row: Row) -> Row:
        """Who a close counts for, for ever: the owner, their manager and team as they are after this import."""
        if row["state"] == "open":
            return {"closed_owner_id": None, "closed_manager_id": None, "closed_team_id": None}
        owner = row.get("owner_id")
        facts = self._make.book.members.get(owner) if owner else None
        facts = facts or MemberFacts()
        return {"closed_owner_id": owner, "closed_manager_id": facts.manager, "closed_team_id": facts.team}

    def _stand(self, entry: Entry, row: Row, extra: dict[str, str]) -> tuple[StageFacts, PipelineFacts]:
        """Stage, state and dates: a status of won or lost beats the stage, dates speak where both are silent."""
        make, values = self._make, entry.record.values
        stage, pipeline = self._pipelines.stage(entry)
        status = stage_meaning(str(values["status"])) if "status" in values else "open"
        state = status if status != "open" else stage.meaning
        won, lost, close = (make.day(values.get(name)) for name in ("won_on", "lost_on", "close_on"))
        if state == "open" and "stage" not in values and "status" not in values:
            state = "won" if won else "lost" if lost else "open"
        if state != stage.meaning:
            stage = pipeline.first(state) or stage
        day = {"won": won or close, "lost": lost or close, "open": None}[state]
        row["state"], row["pipeline_id"], row["stage_id"] = state, stage.pipeline, stage.key
        row["won_on"], row["lost_on"] = (day if state == "won" else None), (day if state == "lost" else None)
        row["close_on"] = close if state == "open" or close != day else None
        row["stage_on"] = day if state != "open" else row["opened_on"]
        row["lost_reason_id"] = None
        self._say(entry, state, day)
        if "lost_reason" in values:
            if state == "lost":
                row["lost_reason_id"] = make.lists.lost_reason(str(values["lost_reason"]), "deal")
            else:
                make.spare(entry, "lost_reason", extra)
        return stage, pipeline

    def _say(self, entry: Entry, state: str, day: dt.date | None) -> None:
        column = entry.source.columns.get("close_on", "")
        if state != "open" and day is None:
            reason = tr("{state} without a date: it counts in no period", state=state)
            entry.result.problem(entry.record.line, column, "", reason)
        elif day is not None and day > self._make.today:
            entry.result.problem(entry.record.line, column, day.isoformat(), tr("closed on a day that is to come"))

    def _called(self, row: Row, product: bytes | None, entry: Entry) -> str:
        """A name for a deal whose file has none: account and product, else what there is."""
        label = self._make.book.label
        account, sold = label(row["account_id"]) or label(row["contact_id"]), label(product)
        external = str(entry.record.values.get("external_id") or "")
        parts = [account, sold] if account else [sold, external]
        line = tr("{file} {line}", file=entry.source.report.path.stem, line=entry.record.line)
        return " – ".join(part for part in parts if part) or external or line

    def _line(self, entry: Entry, product: bytes | None, currency: str, extra: dict[str, str]) -> None:
        quantity = entry.record.values.get("quantity")
        if product is None:
            self._make.spare(entry, "quantity", extra)
            return
        count = int(quantity) if isinstance(quantity, Decimal) and 0 < quantity < 2**31 else 1
        if isinstance(quantity, Decimal) and quantity != count:
            self._make.spare(entry, "quantity", extra)
        row = {"deal_id": entry.key, "product_id": product, "quantity": count, "currency": currency}
        self._make.plan.add("deal_line", row)

    def _changes(self, key: bytes, row: Row, pipeline: PipelineFacts) -> None:
        start = pipeline.first("open") if row["state"] != "open" else None
        into = start.key if start else row["stage_id"]
        owner = row.get("owner_id")
        if row["opened_on"] is not None:
            opened = {"deal_id": key, "to_stage_id": into, "changed_on": row["opened_on"], "owner_id": owner}
            self._make.plan.add("stage_change", opened)
        day = row["won_on"] or row["lost_on"]
        if day is not None:
            closed = {"deal_id": key, "from_stage_id": into, "to_stage_id": row["stage_id"], "changed_on": day}
            self._make.plan.add("stage_change", {**closed, "owner_id": owner})

    def _order(self, entry: Entry, row: Row) -> None:
        if row["state"] != "won" or "order" in self._make.brings or row["value_minor"] is None:
            return
        if row["won_on"] is not None:
            self._add_order(entry.key, row)

    def _add_order(self, key: bytes, row: Row) -> None:
        order: dict[str, Any] = {"deal_id": key, "ordered_on": row["won_on"], "amount_minor": row["value_minor"]}
        customer = {name: row.get(name) for name in ("account_id", "contact_id", "owner_id", "currency")}
        self._make.plan.add("sales_order", {**order, **customer})

    def _lead(self, entry: Entry, extra: dict[str, str]) -> None:
        lead = self._make.links.take(entry, "lead", extra)
        if lead is not None:
            self._make.plan.add("deal_lead", {"deal_id": entry.key, "lead_id": lead})

    def _next_place(self, stage: bytes) -> float:
        place = self._places.get(stage, 0.0) + 1.0
        self._places[stage] = place
        return place

    @cached_property
    def _places(self) -> dict[bytes, float]:
        rows = self._make.connection.rows(
            "SELECT stage_id, max(position) FROM deal WHERE deleted_op IS NULL GROUP BY stage_id"
        )
        return {stage: float(place) for stage, place in rows if stage is not None}
