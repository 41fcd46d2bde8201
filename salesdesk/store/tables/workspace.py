"""The workspace itself: members, teams, settings, and the lists a manager can edit."""

from datetime import date

from sqlmodel import Field

from salesdesk.store.tables.columns import FOLDED, TEXT, Record, day_field, derived, key_field, money_field, text_field


class Setting(Record, table=True):
    """One setting that the team shares, as text."""

    key: str = Field(sa_type=TEXT, index=True)
    value: str = text_field()


class Team(Record, table=True):
    """A team or regional office."""

    name: str
    name_key: str = derived(FOLDED, "", index=True)


class Member(Record, table=True):
    """Somebody who works here; deactivated when they leave, never deleted."""

    name: str
    email: str = text_field()
    role: str = text_field("rep")
    team_id: bytes | None = key_field("team.id")
    manager_id: bytes | None = key_field("member.id")
    active: bool = True
    signature: str = text_field()
    # From when on quota counts, and how much of it in each month from then: `0 25 50 75` percent, all of it afterwards.
    joined_on: date | None = day_field()
    ramp: str = text_field()
    name_key: str = derived(FOLDED, "", index=True)


class Pipeline(Record, table=True):
    """An ordered set of stages."""

    name: str
    position: int = 0
    name_key: str = derived(FOLDED, "")


class Stage(Record, table=True):
    """A milestone of a deal; the code knows it by `meaning` (open, won, lost), never by name."""

    pipeline_id: bytes | None = key_field("pipeline.id", index=True)
    name: str
    position: int = 0
    meaning: str = text_field("open")
    probability: int = 0
    rotting_days: int | None = None
    name_key: str = derived(FOLDED, "")


class LeadStatus(Record, table=True):
    """Where a lead stands; `meaning` is open, converted or closed."""

    __tablename__ = "lead_status"
    name: str
    position: int = 0
    meaning: str = text_field("open")
    name_key: str = derived(FOLDED, "")


class Source(Record, table=True):
    """Where leads come from; `direction` is inbound or outbound."""

    name: str
    position: int = 0
    direction: str = text_field("inbound")
    name_key: str = derived(FOLDED, "")


class LostReason(Record, table=True):
    """Why a deal was lost (`applies_to` deal) or a lead disqualified (lead)."""

    __tablename__ = "lost_reason"
    name: str
    position: int = 0
    letter: str = text_field()
    applies_to: str = text_field("deal")
    name_key: str = derived(FOLDED, "")


class ActivityKind(Record, table=True):
    """A channel of contact; `meaning` is call, mail, meeting, demo, message, visit, task or note."""

    __tablename__ = "activity_kind"
    name: str
    position: int = 0
    letter: str = text_field()
    meaning: str = text_field("task")
    name_key: str = derived(FOLDED, "")


class Outcome(Record, table=True):
    """How a contact of one kind ended; `meaning` says what it counts as, `next_step` what follows by default."""

    kind_id: bytes | None = key_field("activity_kind.id", index=True)
    name: str
    position: int = 0
    letter: str = text_field()
    meaning: str = text_field("reached")
    next_step: str = text_field()
    name_key: str = derived(FOLDED, "")


class Product(Record, table=True):
    """Something that is sold, at a list price."""

    name: str
    family: str = text_field()
    price_minor: int | None = money_field()
    currency: str = text_field()
    unit: str = text_field()
    active: bool = True
    name_key: str = derived(FOLDED, "", index=True)


class CustomField(Record, table=True):
    """A field the team added to an entity; its values live in the `custom` column under `key`."""

    __tablename__ = "custom_field"
    entity: str
    key: str
    label: str
    kind: str = text_field("text")
    position: int = 0


class SavedView(Record, table=True):
    """A filter with a name, shared by the team."""

    __tablename__ = "saved_view"
    entity: str
    name: str
    query: str
    position: int = 0
