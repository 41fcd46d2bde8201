"""What can be asked of each entity: the fields of the filter language and the columns behind them."""

from salesdesk.domain.language.fields import Catalogue, Field
from salesdesk.store.connection import Connection

# The alias of each entity's table in every read.
ALIAS = {"lead": "l", "deal": "d", "account": "a", "contact": "c", "activity": "t", "quota": "g"}


def _tag(alias: str) -> Field:
    # Tags are kept as ' hot pricing ', so that one of them is found between spaces.
    return Field("tag", "tag", f"{alias}.tags", aliases=("tags",), help="a tag")


def _owner(alias: str) -> tuple[Field, ...]:
    of_owner = f"(SELECT m.{{column}} FROM member m WHERE m.id = {alias}.owner_id)"
    return (
        Field("owner", "person", f"{alias}.owner_id", help="whose it is; me, none or a name"),
        Field("team", "choice", of_owner.format(column="team_id"), help="the owner's team"),
        Field("manager", "person", of_owner.format(column="manager_id"), help="the owner's manager"),
    )


def _described(alias: str) -> tuple[Field, ...]:
    return (_tag(alias), Field("notes", "text", f"{alias}.notes", match="contains", help="words in the notes"))


def _next(alias: str) -> tuple[Field, ...]:
    return (
        Field("due", "day", f"{alias}.next_on", lean="near", help="the day of the next step"),
        # A step without words of its own is known by its kind, so that `next:none` means no step at all.
        Field(
            "next",
            "text",
            f"CASE WHEN {alias}.next_on IS NOT NULL THEN COALESCE(NULLIF({alias}.next_text, ''),"
            f" (SELECT k.name FROM activity_kind k WHERE k.id = {alias}.next_kind_id), '-') END",
            match="contains",
            help="words of the next step; none",
        ),
        Field(
            "touch", "age", f"{alias}.touched_on", aliases=("touched",), lean="past", help="days since the last touch"
        ),
    )


def _not_to_be_contacted(alias: str) -> str:
    """Marked so, or the address, its domain or the number has opted out."""
    known = "(SELECT o.address_key FROM opt_out o WHERE o.deleted_op IS NULL)"
    # Whole domains are kept as `@acme.example`; 'A' is the sign behind '@'.
    domain = (
        "EXISTS (SELECT 1 FROM opt_out o WHERE o.deleted_op IS NULL AND o.address_key >= '@' AND o.address_key < 'A'"
        f" AND {alias}.email_key LIKE '%' || o.address_key)"
    )
    return f"({alias}.do_not_contact OR {alias}.email_key IN {known} OR {alias}.phone_key IN {known} OR {domain})"


def _dnc(sql: str) -> Field:
    return Field("dnc", "flag", sql, aliases=("do-not-contact",), help="must not be contacted: marked, or opted out")


def _cadence(entity: str) -> Field:
    inside = f"e.{entity}_id = {ALIAS[entity]}.id AND e.state IN ('active', 'paused') AND e.deleted_op IS NULL"
    of_record = f"(SELECT e.cadence_id FROM enrolment e WHERE {inside} LIMIT 1)"
    return Field("cadence", "choice", of_record, help="the cadence it is in now; none")


_LEAD = (
    Field("status", "choice", "l.status_id", aliases=("stage",), help="open, or a status"),
    *_owner("l"),
    Field("name", "text", "l.name", folded_sql="l.name_key", help="the person's name"),
    Field("company", "text", "l.company", folded_sql="l.company_key", aliases=("account",), help="the company"),
    Field("title", "text", "l.title", help="the person's job"),
    Field("score", "number", "l.score", help="0 to 100"),
    Field("value", "money", "l.value_minor", currency_sql="l.currency", help="what it may be worth"),
    *_next("l"),
    Field("created", "day", "l.arrived_on", aliases=("arrived",), lean="past", help="the day it arrived"),
    Field("closed", "day", "l.closed_on", lean="past", help="the day it was qualified or disqualified"),
    Field("source", "choice", "l.source_id", help="where it came from"),
    Field("campaign", "text", "l.campaign", help="the campaign that brought it"),
    Field("lost", "choice", "l.lost_reason_id", aliases=("reason",), help="why it was disqualified"),
    Field("city", "text", "l.city"),
    Field("region", "text", "l.region"),
    Field("country", "text", "l.country"),
    Field("industry", "text", "l.industry", aliases=("sector",)),
    Field("phone", "text", "l.phone_key", folded_sql="l.phone_key", match="digits"),
    Field("email", "text", "l.email_key", folded_sql="l.email_key", match="contains", aliases=("mail",)),
    _cadence("lead"),
    _dnc(_not_to_be_contacted("l")),
    *_described("l"),
)

_OF_ACCOUNT = "(SELECT x.{column} FROM account x WHERE x.id = d.account_id)"
_DEAL = (
    Field("status", "choice", "d.state", aliases=("state",), help="open, won or lost"),
    Field("stage", "choice", "d.stage_id", help="a stage"),
    Field("pipeline", "choice", "d.pipeline_id", help="a pipeline"),
    *_owner("d"),
    Field("name", "text", "d.name", folded_sql="d.name_key"),
    Field(
        "account",
        "ref",
        "d.account_id",
        folded_sql=_OF_ACCOUNT.format(column="name_key"),
        code_sql=_OF_ACCOUNT.format(column="code"),
        aliases=("company",),
    ),
    Field("sector", "text", _OF_ACCOUNT.format(column="sector"), aliases=("industry",)),
    Field("region", "text", _OF_ACCOUNT.format(column="region")),
    Field("country", "text", _OF_ACCOUNT.format(column="country")),
    Field("value", "money", "d.value_minor", currency_sql="d.currency"),
    *_next("d"),
    Field("close", "day", "d.close_on", help="the day it should close"),
    Field("created", "day", "d.opened_on", aliases=("opened",), lean="past"),
    Field("won", "day", "d.won_on", lean="past"),
    Field("lost-on", "day", "d.lost_on", lean="past"),
    Field("closed", "day", "COALESCE(d.won_on, d.lost_on)", lean="past"),
    Field("stuck", "age", "d.stage_on", help="days in its stage"),
    Field("source", "choice", "d.source_id"),
    Field(
        "forecast", "text", "NULLIF(d.forecast, '')", help="commit, best, pipeline or omitted, as its rep said; none"
    ),
    Field(
        "campaign",
        "text",
        "x.campaign",
        within="EXISTS (SELECT 1 FROM deal_lead j JOIN lead x ON x.id = j.lead_id"
        " WHERE j.deal_id = d.id AND j.deleted_op IS NULL AND {condition})",
        help="the campaign that brought a lead of it",
    ),
    Field("lost", "choice", "d.lost_reason_id", aliases=("reason",), help="why it was lost"),
    Field("competitor", "text", "d.competitor", help="who else they look at"),
    _cadence("deal"),
    Field(
        "product",
        "ref",
        "i.product_id",
        folded_sql="p.name_key",
        code_sql="p.code",
        within="EXISTS (SELECT 1 FROM deal_line i JOIN product p ON p.id = i.product_id"
        " WHERE i.deal_id = d.id AND i.deleted_op IS NULL AND {condition})",
    ),
    _dnc(
        "EXISTS (SELECT 1 FROM contact x WHERE x.id = d.contact_id AND x.deleted_op IS NULL"
        f" AND {_not_to_be_contacted('x')})"
    ),
    *_described("d"),
)

_ACCOUNT = (
    *_owner("a"),
    Field("name", "text", "a.name", folded_sql="a.name_key", aliases=("account", "company")),
    Field("sector", "text", "a.sector", aliases=("industry",)),
    Field("city", "text", "a.city"),
    Field("region", "text", "a.region"),
    Field("country", "text", "a.country"),
    Field("employees", "number", "a.employees"),
    Field("founded", "number", "a.founded_year"),
    Field("domain", "text", "a.domain", match="contains"),
    Field("touch", "age", "a.touched_on", aliases=("touched",), lean="past"),
    *_described("a"),
)

_CONTACT = (
    *_owner("c"),
    Field("name", "text", "c.name", folded_sql="c.name_key"),
    Field(
        "account",
        "ref",
        "c.account_id",
        folded_sql="(SELECT x.name_key FROM account x WHERE x.id = c.account_id)",
        code_sql="(SELECT x.code FROM account x WHERE x.id = c.account_id)",
        aliases=("company",),
    ),
    Field("title", "text", "c.title"),
    Field("city", "text", "c.city"),
    Field("phone", "text", "c.phone_key", folded_sql="c.phone_key", match="digits"),
    Field("email", "text", "c.email_key", folded_sql="c.email_key", match="contains", aliases=("mail",)),
    _cadence("contact"),
    _dnc(_not_to_be_contacted("c")),
    Field("touch", "age", "c.touched_on", aliases=("touched",), lean="past"),
    *_described("c"),
)


def _of_record(lead: str, deal: str, contact: str = "", account: str = "") -> str:
    """A column of the record an activity is about: of its lead, deal, contact or account, whichever it has."""
    parts = [(lead, "lead"), (deal, "deal"), (contact, "contact"), (account, "account")]
    found = [f"(SELECT r.{column} FROM {table} r WHERE r.id = t.{table}_id)" for column, table in parts if column]
    return f"COALESCE({', '.join(found)})" if len(found) > 1 else found[0]


_NAME = _of_record("name_key", "name_key", "name_key", "name_key")
_COMPANY = "COALESCE((SELECT r.company_key FROM lead r WHERE r.id = t.lead_id), (SELECT r.name_key FROM account r WHERE r.id = t.account_id))"
_ACTIVITY = (
    Field("kind", "choice", "t.kind_id", aliases=("type",)),
    Field("outcome", "choice", "t.outcome_id"),
    *_owner("t"),
    Field("due", "day", "t.due_on"),
    Field("done", "day", "t.done_on", lean="past"),
    Field("subject", "text", "t.subject", match="contains"),
    Field("notes", "text", "t.note", aliases=("note",), match="contains"),
    Field("place", "text", "NULLIF(t.place, '')", help="where a demo or meeting is held: online, in person; none"),
    Field("direction", "text", "NULLIF(t.direction, '')", help="in when they came to us, else out"),
    Field("promised", "flag", "t.promised", help="they asked to be called back"),
    Field("name", "text", _NAME, folded_sql=_NAME, help="the name of the record it is about"),
    Field("company", "text", _COMPANY, folded_sql=_COMPANY, aliases=("account",), help="its company"),
    Field("score", "number", _of_record("score", ""), help="the score of its lead"),
    Field(
        "value",
        "money",
        _of_record("value_minor", "value_minor"),
        currency_sql=_of_record("currency", "currency"),
        help="what its lead or deal is worth",
    ),
    Field("source", "choice", _of_record("source_id", "source_id"), help="where its lead or deal came from"),
    Field("stage", "choice", "(SELECT r.stage_id FROM deal r WHERE r.id = t.deal_id)", help="the stage of its deal"),
    Field("city", "text", _of_record("city", "", "city", "city"), help="where they are"),
    Field("country", "text", _of_record("country", "", "country", "country")),
    Field("tag", "tag", _of_record("tags", "tags", "tags", "tags"), aliases=("tags",), help="a tag of its record"),
)


_QUOTA = (
    Field("owner", "person", "g.member_id", help="whose it is"),
    Field("team", "choice", "COALESCE(g.team_id, m.team_id)", help="whose team's it is"),
    Field("manager", "person", "m.manager_id", help="whose manager's"),
)


_FIXED = {
    "quota": _QUOTA,
    "lead": _LEAD,
    "deal": _DEAL,
    "account": _ACCOUNT,
    "contact": _CONTACT,
    "activity": _ACTIVITY,
}
_SEARCHED = {
    "quota": "''",
    "lead": "l.search_text",
    "account": "a.search_text",
    "contact": "c.search_text",
    "activity": "salesdesk_fold(t.subject || ' ' || t.note)",
    "deal": "(d.search_text || ' ' || COALESCE((SELECT x.name_key FROM account x WHERE x.id = d.account_id), ''))",
}
# Fields that came later than some workspaces made one of that name for themselves, which stays in use there.
LATER_FIELDS = frozenset({"competitor", "direction"})
_CUSTOM_KINDS = {"text", "number", "money", "day", "choice", "flag"}


def catalogue(connection: Connection, entity: str) -> Catalogue:
    """The fields of an entity, the team's custom ones included."""
    rows = connection.rows(
        "SELECT key, kind, label FROM custom_field WHERE entity = ? AND deleted_op IS NULL ORDER BY position, id",
        (entity,),
    )
    theirs = LATER_FIELDS.intersection(row[0] for row in rows)
    fields = [field for field in _FIXED[entity] if field.name not in theirs]
    known = {name for field in fields for name in (field.name, *field.aliases)}
    custom = tuple(
        Field(
            key,
            "custom",
            f"{ALIAS[entity]}.custom",
            key=key,
            label=label,
            custom_kind=kind if kind in _CUSTOM_KINDS else "text",
        )
        for key, kind, label in rows
        if key not in known
    )
    return Catalogue(entity, (*fields, *custom), _SEARCHED[entity])
