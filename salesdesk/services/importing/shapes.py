"""Where the fields of each kind of file go: the table, and which columns change together with which fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Shape:
    """A kind of record that can be imported; `groups` are fields and the columns they decide together."""

    kind: str
    table: str
    custom: bool
    groups: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    @cached_property
    def columns(self) -> dict[str, tuple[str, ...]]:
        """The columns of each field."""
        return {name: columns for fields, columns in self.groups for name in fields}

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The fields that are columns of their own name, as they stand."""
        return tuple(fields[0] for fields, columns in self.groups if fields == columns and fields[0] not in _READ)

    @cached_property
    def all_columns(self) -> tuple[str, ...]:
        """Every column an import may set."""
        return tuple(dict.fromkeys(c for _, columns in self.groups for c in columns))


# Columns of the same name as their field whose values still have to be understood.
_READ = frozenset({"tags", "role", "active", "direction", "duration_minutes", "probability", "category", "domain"})
_NAME = "name given_name family_name > name given_name family_name"
_PERSON = f"""
{_NAME}; title; email; phone; mobile; website; street; city; region; postal_code; country; notes; tags;
do_not_contact; owner > owner_id
"""
_STAGE = """stage status pipeline close_on won_on lost_on lost_reason > pipeline_id stage_id state close_on won_on
lost_on stage_on lost_reason_id"""
_TEXTS: Mapping[str, tuple[str, bool, str]] = {
    "member": ("member", False, f"{_NAME.split('>')[0]}> name; email; manager > manager_id; team > team_id; role; active"),
    "product": ("product", False, "name; family; price currency > price_minor currency; unit"),
    "account": (
        "account",
        True,
        """name; sector; website; domain; phone; email; city; region; country; employees; founded_year; notes; tags;
        annual_revenue currency > annual_revenue_minor currency; parent > parent_id; owner > owner_id""",
    ),
    "contact": ("contact", True, f"{_PERSON}; account > account_id"),
    "lead": (
        "lead",
        True,
        f"""{_PERSON}; company; industry; score; campaign; source > source_id; status lost_reason > status_id lost_reason_id;
        value currency > value_minor currency; created_on > arrived_on arrived_at; next_step next_on >""",
    ),
    "deal": (
        "deal",
        True,
        f"""name; account > account_id; contact > contact_id; owner > owner_id; source > source_id; {_STAGE};
        value currency > value_minor currency; probability; opened_on; notes; tags; product quantity >; lead >;
        next_step next_on >""",
    ),
    "activity": (
        "activity",
        False,
        """kind > kind_id; subject; note; done_on due_on > done_on done_at due_on due_at; owner > owner_id;
        lead contact account deal > lead_id contact_id account_id deal_id; outcome > outcome_id; direction;
        duration_minutes""",
    ),
    "subscription": (
        "subscription",
        True,
        "account > account_id; plan; seats; mrr arr currency > mrr_minor currency; started_on; ended_on",
    ),
    "order": (
        "sales_order",
        False,
        """account contact > account_id contact_id; owner > owner_id; ordered_on;
        amount currency > amount_minor currency""",
    ),
    "quota": (
        "goal",
        False,
        """owner team > member_id team_id; starts_on ends_on period > starts_on ends_on;
        amount currency > target currency""",
    ),
    "cost": ("cost", False, "month > month_on; category; channel; campaign; amount currency > amount_minor currency; note"),
}  # fmt: skip


def _groups(text: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    made = []
    for part in filter(str.strip, text.split(";")):
        fields, arrow, columns = part.partition(">")
        names = tuple(fields.split())
        made.append((names, tuple(columns.split()) if arrow else names))
    return tuple(made)


SHAPES = {kind: Shape(kind, table, custom, _groups(text)) for kind, (table, custom, text) in _TEXTS.items()}
