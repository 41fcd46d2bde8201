"""Making a workspace, and the members who work in it."""

from collections.abc import Callable

from salesdesk import clock
from salesdesk.domain.text import clean
from salesdesk.plain import Plain
from salesdesk.services.desk import Desk, MemberRow
from salesdesk.store.workspace import Workspace

# ISO 4217 codes of the territories of a locale, for the first guess only; the user sees and changes it.
_CURRENCY_OF = {
    "US": "USD", "GB": "GBP", "HU": "HUF", "CH": "CHF", "SE": "SEK", "NO": "NOK", "DK": "DKK", "PL": "PLN",
    "CZ": "CZK", "RO": "RON", "CA": "CAD", "AU": "AUD", "JP": "JPY", "IN": "INR", "BR": "BRL", "TR": "TRY",
}  # fmt: skip
_SUNDAY_FIRST = {"US", "CA", "JP", "BR", "IN", "IL", "MX"}


class Beginning(Plain):
    """What a new workspace is made with."""

    me: str = ""
    currency: str = "EUR"
    time_zone: str = "UTC"
    week_start: int = 0
    date_order: str = "dmy"
    language: str = "en"


def guess() -> Beginning:
    """A beginning from this machine's locale and time zone; EUR and UTC where they say nothing."""
    import locale

    try:
        name = locale.getlocale()[0] or ""
    except ValueError:
        name = ""
    territory = name.partition("_")[2][:2].upper()
    orders = {"US": "mdy", "HU": "ymd", "JP": "ymd", "CN": "ymd", "SE": "ymd", "LT": "ymd"}
    return Beginning(
        currency=_CURRENCY_OF.get(territory, "EUR"),
        time_zone=_local_zone(),
        week_start=6 if territory in _SUNDAY_FIRST else 0,
        date_order=orders.get(territory, "dmy"),
        language="hu" if name.lower().startswith("hu") else "en",
    )


def _local_zone() -> str:
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name()
        clock.zone(name)
    except Exception:
        return "UTC"
    return name


def create(place: str, beginning: Beginning, *, source: str = "cli") -> Desk:
    """Make a workspace there with its default content and first member; the desk of that member."""
    from salesdesk.domain.money import currency_code
    from salesdesk.store.seeds import seed

    currency = currency_code(beginning.currency)
    clock.zone(beginning.time_zone)
    workspace = Workspace.create(place)
    desk = Desk(workspace, source=source)
    from salesdesk.store.unit import operation

    with operation(workspace, "Workspace made", actor=None, device=desk.device, source=source, action="setup") as unit:
        seed(unit, beginning.language)
        values = {
            "currency": currency,
            "time_zone": beginning.time_zone,
            "week_start": str(beginning.week_start),
            "date_order": beginning.date_order,
            "language": beginning.language,
        }
        for key, value in values.items():
            unit.insert("setting", {"key": key, "value": value})
        if clean(beginning.me):
            desk.actor = unit.insert("member", {"name": clean(beginning.me)})
    return desk


def begin_to_open(place: str, *, say: Callable[[str], object] | None = None) -> Callable[[], Workspace]:
    """Open an existing workspace in a thread of its own, for `open_desk` to wait for."""
    return Workspace.open_ahead(place, say=say)


def open_desk(
    place: str,
    *,
    source: str = "cli",
    as_member: str | None = None,
    preferred: str | None = None,
    ahead: Callable[[], Workspace] | None = None,
    say: Callable[[str], object] | None = None,
) -> Desk:
    """Open an existing workspace as a member: named, preferred, or the only one there is. `ahead` is what
    `begin_to_open` gave; `say` is told when an older workspace has to be brought up to date first."""
    desk = Desk(ahead() if ahead else Workspace.open(place, say=say), source=source)
    try:
        desk.choose_actor(as_member, preferred)
    except BaseException:
        desk.workspace.close()
        raise
    return desk


def add_member(desk: Desk, name: str, *, email: str = "", role: str = "rep") -> MemberRow:
    """A new member; InvalidError for an empty name or one that is taken."""
    from salesdesk.services.members import free_name

    name = free_name(desk, clean(name))
    with desk.operation(f"Member {name} added") as unit:
        unit.insert("member", {"name": name, "email": clean(email), "role": role})
    return desk.member(name)


def be(desk: Desk, name: str) -> MemberRow:
    """Become the member of that name, made when the workspace has no members yet."""
    member = desk.member(name) if desk.members() else add_member(desk, name)
    desk.actor = member.id
    return member
