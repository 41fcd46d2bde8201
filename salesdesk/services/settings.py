"""The settings a team shares: what each means, how it is read, and which of them stay."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from salesdesk import clock
from salesdesk.content import LANGUAGES
from salesdesk.domain import zones
from salesdesk.domain.kpis.retention import DEFINITIONS
from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError, NotFoundError
from salesdesk.services.desk import DEFAULTS, Desk

_WEEK_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDERS = ("ymd", "dmy", "mdy")
# Days are stored as these two mean them.
_STAY_WITH_DEALS = frozenset({"time_zone", "fiscal_start"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: `read` turns what is typed into what is kept, `show` that into what people read."""

    name: str
    help: str
    read: Callable[[str], str]
    show: Callable[[str], str] = str


def week_day(text: str) -> int:
    """0 to 6 of a day name or its beginning (monday is 0)."""
    asked = fold(text.strip())
    for number, name in enumerate(_WEEK_DAYS):
        if len(asked) >= 2 and name.startswith(asked):
            return number
    raise InvalidError(f"'{text}' is not a day a week can start with.", hint="Write monday or sunday.")


def _week_start(text: str) -> str:
    return text if text in {"0", "1", "2", "3", "4", "5", "6"} else str(week_day(text))


def _currency(_: str) -> str:
    raise InvalidError("The currency of a workspace stays.", hint="Amounts in other currencies can be written as such.")


def _zone(text: str) -> str:
    clock.zone(text)
    return text


def _one_of(words: tuple[str, ...], what: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if fold(text) not in words:
            raise InvalidError(f"'{text}' is not {what}.", hint=f"Write one of: {', '.join(words)}.")
        return fold(text)

    return read


def _country(text: str) -> str:
    from salesdesk.services.calendar import country_code

    return country_code(text)


def _hours(text: str) -> str:
    try:
        start, end = zones.read_hours(text)
    except ValueError:
        raise InvalidError(f"'{text}' are not hours of a day.", hint="Write 8-18 or 08:30-17:00.") from None
    return f"{_hour(start)}-{_hour(end)}"


def _hour(time: dt.time) -> str:
    return f"{time:%H:%M}" if time.minute else str(time.hour)


def _number(least: int, most: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not text.isdigit() or not least <= int(text) <= most:
            raise InvalidError(f"'{text}' does not fit.", hint=f"Write a number from {least} to {most}.")
        return str(int(text))

    return read


SETTINGS = (
    Setting("currency", "The base currency; it stays.", _currency),
    Setting("time_zone", "The clock of business days; it stays once there are deals.", _zone),
    Setting("week_start", "The day a week starts with.", _week_start, lambda number: _WEEK_DAYS[int(number)]),
    Setting("date_order", "How 03/04/2026 is read: ymd, dmy or mdy.", _one_of(_ORDERS, "an order of dates")),
    Setting("fiscal_start", "The first month of the fiscal year; it stays once there are deals.", _number(1, 12)),
    Setting("holidays", "Whose public holidays are days off: HU, DE-BY, none.", _country, lambda code: code or "none"),
    Setting("language", "What ready texts are written in.", _one_of(LANGUAGES, "a language of ready texts")),
    Setting("calling_hours", "When people may be called, on their own clocks: 8-18.", _hours),
    Setting("attempts", "After how many attempts without a conversation the trying ends.", _number(1, 50)),
    Setting(
        "leaderboard", "Whether members are ranked by their quota: on or off.", _one_of(("on", "off"), "on or off")
    ),
    Setting("collision_days", "How long the touch of a colleague is warned of, in days.", _number(0, 365)),
    Setting(
        "churn_by",
        "What counts as a lost customer: customers, subscriptions, any (one or more ended) or orders.",
        _one_of(tuple(DEFINITIONS), "a way to count churn"),
    ),
    Setting(
        "churn_days", "After how many days without an order a customer is gone, for churn_by orders.", _number(1, 3650)
    ),
    Setting("gross_margin", "What is left of recurring revenue after serving it, in percent.", _number(0, 100)),
)


def setting_named(name: str) -> Setting:
    """The setting of that name; NotFoundError with all there are."""
    asked = fold(name.strip()).replace("-", "_")
    found = next((s for s in SETTINGS if s.name == asked), None)
    if found is None:
        raise NotFoundError(f"There is no setting '{name}'.", hint=f"There are: {', '.join(s.name for s in SETTINGS)}.")
    return found


def shown(desk: Desk, setting: Setting) -> str:
    """What a setting says now, as people write it."""
    return setting.show(desk.settings.get(setting.name, DEFAULTS.get(setting.name, "")))


def change_setting(desk: Desk, name: str, text: str) -> str:
    """Change a setting; a sentence. Raises InvalidError when the text does not fit, or when the setting stays."""
    setting = setting_named(name)
    value = setting.read(clean(text))
    if setting.name in _STAY_WITH_DEALS and desk.connection.value("SELECT 1 FROM deal LIMIT 1"):
        raise InvalidError(
            f"The {setting.name.replace('_', ' ')} cannot change once there are deals: their days would mean something else."
        )
    row = desk.connection.one("SELECT id FROM setting WHERE key = ? AND deleted_op IS NULL", (setting.name,))
    sentence = f"Setting {setting.name} changed to {setting.show(value)}"
    with desk.operation(sentence) as unit:
        if row:
            unit.update("setting", row[0], {"value": value})
        else:
            unit.insert("setting", {"key": setting.name, "value": value})
    return sentence
