"""What each dimension is for each kind of record, and what its groups are called."""

from collections.abc import Iterable, Mapping

from salesdesk.domain.ids import reference_code
from salesdesk.domain.language.where import Where
from salesdesk.hints import Any
from salesdesk.plain import Plain
from salesdesk.store.connection import Connection
from salesdesk.store.dialect import Dialect
from salesdesk.store.read.kpis.relations import Relations
from salesdesk.store.read.kpis.scope import Dimension, compose, sql

NAMES = (
    "owner", "team", "manager", "source", "campaign", "product", "stage", "pipeline", "competitor", "sector", "region", "month", "quarter",
)  # fmt: skip
_TABLE = {
    "owner": "member",
    "manager": "member",
    "team": "team",
    "source": "source",
    "product": "product",
    "stage": "stage",
    "pipeline": "pipeline",
}
_OWNER_OF = {
    "deal": ("d.rep_id", "d.rep_manager_id", "d.rep_team_id"),
    "lead": ("l.owner_id", "m.manager_id", "m.team_id"),
    "activity": ("t.owner_id", "m.manager_id", "m.team_id"),
    # An order nobody is named on counts for whom its customer belongs to.
    "order": ("COALESCE(o.owner_id, oc.owner_id, oa.owner_id)", "m.manager_id", "m.team_id"),
    "account": ("a.owner_id", "m.manager_id", "m.team_id"),
}
_ALIAS = {"deal": "d", "lead": "l", "activity": "t", "order": "o", "account": "a"}


_NOTHING = Where("")


class Split(Plain):
    """The expression a read groups by, and the joins it needs after its table."""

    key: Where
    joins: Where = _NOTHING


WHOLE = Split(sql("NULL"))


def split(
    entity: str, dimension: Dimension | None, day: str, relations: Relations, *, whole: Split = WHOLE
) -> Split | None:
    """How records of `entity` are split; `day` is the day expression months are made of. None: they cannot be."""
    if dimension is None:
        return whole
    if dimension.of_time:
        return Split(sql(relations.dialect.month(day))) if day else None
    if dimension.custom:
        return _custom(entity, dimension, relations)
    name = dimension.name
    if name in {"owner", "manager", "team"}:
        column = _OWNER_OF[entity][("owner", "manager", "team").index(name)]
        customer = _NOTHING
        if entity == "order":
            customer = compose(
                " LEFT JOIN {contact} oc ON oc.id = o.contact_id LEFT JOIN {account} oa ON oa.id = o.account_id",
                contact=relations.contact(),
                account=relations.account(),
            )
        if column.startswith("m."):
            member, owner = relations.member(), sql(_OWNER_OF[entity][0])
            return Split(
                sql(column),
                compose("{of} LEFT JOIN {member} m ON m.id = {owner}", of=customer, member=member, owner=owner),
            )
        return Split(sql(column), customer)
    if name in {"sector", "region"}:
        return _place(entity, name, relations)
    return _of_deal(entity, name, relations)


def _place(entity: str, name: str, relations: Relations) -> Split:
    if entity == "lead":
        return Split(sql("NULLIF(l.industry, '')" if name == "sector" else _region("l")))
    key = sql("NULLIF(y.sector, '')" if name == "sector" else _region("y"))
    if entity == "account":
        return Split(sql(key.sql.replace("y.", "a.")))
    return _of_account(entity, key, relations)


def _of_account(entity: str, key: Where, relations: Relations) -> Split:
    """What its account (`y`) says of a record. Of a past day accounts are looked up: a copy of all of them would take longer."""
    link = sql(f"{_ALIAS[entity]}.account_id")
    if relations.past:
        looked_up = "(SELECT {key} FROM {account} y WHERE y.id = {link})"
        return Split(compose(looked_up, key=key, account=relations.looked_up("account"), link=link))
    return Split(key, compose(" LEFT JOIN {account} y ON y.id = {link}", account=relations.account(), link=link))


def _region(alias: str) -> str:
    return f"COALESCE(NULLIF({alias}.region, ''), NULLIF({alias}.country, ''))"


def _of_deal(entity: str, name: str, relations: Relations) -> Split | None:
    """Source, campaign, product, competitor, stage and pipeline: of a deal, or of the deal an order came from; leads have
    a source and a campaign."""
    if name in {"source", "campaign"} and entity == "lead":
        return Split(sql("l.source_id" if name == "source" else "NULLIF(l.campaign, '')"))
    if entity == "order":
        join = compose(" LEFT JOIN {deal} d ON d.id = o.deal_id", deal=relations.deal())
        inner = _of_deal("deal", name, relations)
        assert inner is not None
        return Split(inner.key, compose("{deal}{inner}", deal=join, inner=inner.joins))
    if entity != "deal":
        return None
    if name == "product":
        # A deal with two products is in both groups, once in each however many lines it has.
        lines = compose("(SELECT DISTINCT i.deal_id, i.product_id FROM {line} i)", line=relations.link("deal_line"))
        return Split(sql("i.product_id"), compose(" LEFT JOIN {lines} i ON i.deal_id = d.id", lines=lines))
    if name == "competitor":
        return Split(sql("NULLIF(d.competitor, '')"))
    if name == "campaign":
        # That of the first lead it grew from.
        first = (
            "(SELECT NULLIF(x.campaign, '') FROM {link} j JOIN {lead} x ON x.id = j.lead_id WHERE j.deal_id = d.id"
            " ORDER BY j.id LIMIT 1)"
        )
        return Split(compose(first, link=relations.link("deal_lead"), lead=relations.lead()))
    return Split(sql(f"d.{name}_id"))


def _custom(entity: str, dimension: Dimension, relations: Relations) -> Split | None:
    dialect, alias = relations.dialect, _ALIAS[entity]
    if entity in dimension.custom and entity not in {"activity", "order"}:
        return Split(_text(dialect, f"{alias}.custom", dimension.custom[entity]))
    if "account" in dimension.custom and entity in {"deal", "activity", "order"}:
        return _of_account(entity, _text(dialect, "y.custom", dimension.custom["account"]), relations)
    if "deal" in dimension.custom and entity == "order":
        join = compose(" LEFT JOIN {deal} d ON d.id = o.deal_id", deal=relations.deal())
        return Split(_text(dialect, "d.custom", dimension.custom["deal"]), join)
    return None


def _text(dialect: Dialect, column: str, key: str) -> Where:
    return compose("NULLIF({text}, '')", text=dialect.json_text(column, key))


def quarter_of(month: str, fiscal_start: int) -> str:
    """`2017-Q2` of `2017-04`; a fiscal quarter carries the year its fiscal year starts in."""
    year, number = int(month[:4]), int(month[5:7])
    year -= number < fiscal_start
    return f"{year:04}-Q{(number - fiscal_start) % 12 // 3 + 1}"


class Group(Plain):
    """One group of a dimension: the key records have, what it is called, its reference, where it stands in a list."""

    key: Any
    label: str | None
    ref: str | None = None
    place: tuple[Any, ...] = ()


_LETTER = {"member": "M", "product": "P"}


def groups(connection: Connection, dimension: Dimension, keys: Iterable[Any]) -> list[Group]:
    """What these keys are called, in order: stages by their place in the pipeline, all else by name, none last."""
    wanted = list(keys)
    table = _TABLE.get(dimension.name) if not dimension.custom else None
    named = _named(connection, table) if table else {}
    found = []
    for key in wanted:
        label, place = named.get(key, (None if isinstance(key, bytes) else key, ()))
        if isinstance(key, bytes) and label is None:
            label = reference_code(key)
        ref = f"{_LETTER[table]}-{reference_code(key)}" if table in _LETTER and isinstance(key, bytes) else None
        order = (label is None, *place, str(label or "").lower(), str(key))
        found.append(Group(key, label, ref, order))
    return sorted(found, key=lambda group: group.place)


def _named(connection: Connection, table: str) -> Mapping[Any, tuple[str, tuple[int, ...]]]:
    if table == "stage":
        rows = connection.rows(
            "SELECT s.id, s.name, p.position, s.position FROM stage s LEFT JOIN pipeline p ON p.id = s.pipeline_id"
        )
        return {key: (name, (int(pipeline or 0), int(place))) for key, name, pipeline, place in rows}
    if table == "pipeline":
        rows = connection.rows("SELECT id, name, position FROM pipeline")
        return {key: (name, (int(place),)) for key, name, place in rows}
    return {key: (name, ()) for key, name in connection.rows(f"SELECT id, name FROM {table}")}
