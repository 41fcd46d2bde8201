"""Which clock somebody lives by: from what is written down, else from the country, else from the phone number.

Countries with several time zones are left out: a wrong hour is worse than none. Sources: ISO 3166-1 alpha-2, ITU-T
E.164 country codes, the IANA zone table.
"""

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo

from salesdesk.domain.text import fold

# code, calling code, zone, names as people write them
_COUNTRIES = (
    ("AT", "43", "Europe/Vienna", "austria", "osterreich", "ausztria"),
    ("BE", "32", "Europe/Brussels", "belgium", "belgique", "belgie"),
    ("BG", "359", "Europe/Sofia", "bulgaria"),
    ("CH", "41", "Europe/Zurich", "switzerland", "schweiz", "suisse", "svajc"),
    ("CY", "357", "Asia/Nicosia", "cyprus"),
    ("CZ", "420", "Europe/Prague", "czechia", "czech republic", "cesko", "csehorszag"),
    ("DE", "49", "Europe/Berlin", "germany", "deutschland", "nemetorszag"),
    ("DK", "45", "Europe/Copenhagen", "denmark", "danmark"),
    ("EE", "372", "Europe/Tallinn", "estonia"),
    ("FI", "358", "Europe/Helsinki", "finland", "suomi"),
    ("FR", "33", "Europe/Paris", "france", "franciaorszag"),
    ("GB", "44", "Europe/London", "united kingdom", "uk", "great britain", "england", "scotland", "wales"),
    ("GR", "30", "Europe/Athens", "greece"),
    ("HR", "385", "Europe/Zagreb", "croatia", "hrvatska", "horvatorszag"),
    ("HU", "36", "Europe/Budapest", "hungary", "magyarorszag"),
    ("IE", "353", "Europe/Dublin", "ireland"),
    ("IL", "972", "Asia/Jerusalem", "israel"),
    ("IN", "91", "Asia/Kolkata", "india"),
    ("IS", "354", "Atlantic/Reykjavik", "iceland"),
    ("IT", "39", "Europe/Rome", "italy", "italia", "olaszorszag"),
    ("JP", "81", "Asia/Tokyo", "japan"),
    ("KE", "254", "Africa/Nairobi", "kenya"),
    ("KR", "82", "Asia/Seoul", "south korea", "korea"),
    ("LT", "370", "Europe/Vilnius", "lithuania"),
    ("LU", "352", "Europe/Luxembourg", "luxembourg"),
    ("LV", "371", "Europe/Riga", "latvia"),
    ("MA", "212", "Africa/Casablanca", "morocco"),
    ("MT", "356", "Europe/Malta", "malta"),
    ("NG", "234", "Africa/Lagos", "nigeria"),
    ("NL", "31", "Europe/Amsterdam", "netherlands", "nederland", "holland", "hollandia"),
    ("NO", "47", "Europe/Oslo", "norway", "norge"),
    ("PH", "63", "Asia/Manila", "philippines"),
    ("PL", "48", "Europe/Warsaw", "poland", "polska", "lengyelorszag"),
    ("RO", "40", "Europe/Bucharest", "romania"),
    ("RS", "381", "Europe/Belgrade", "serbia", "srbija", "szerbia"),
    ("SE", "46", "Europe/Stockholm", "sweden", "sverige"),
    ("SG", "65", "Asia/Singapore", "singapore"),
    ("SI", "386", "Europe/Ljubljana", "slovenia", "slovenija"),
    ("SK", "421", "Europe/Bratislava", "slovakia", "slovensko", "szlovakia"),
    ("TH", "66", "Asia/Bangkok", "thailand"),
    ("TR", "90", "Europe/Istanbul", "turkey", "turkiye"),
    ("UA", "380", "Europe/Kyiv", "ukraine"),
    ("VN", "84", "Asia/Ho_Chi_Minh", "vietnam"),
    ("ZA", "27", "Africa/Johannesburg", "south africa"),
)
_BY_NAME = {fold(word): zone for code, _, zone, *names in _COUNTRIES for word in (code, *names)}
_BY_CALLING_CODE = {calling: zone for _, calling, zone, *_ in _COUNTRIES}


def zone_of(written: str, country: str, phone: str) -> str:
    """The IANA name of somebody's time zone, '' when nothing tells it."""
    if written and _zone(written) is not None:
        return written
    if country and (zone := _BY_NAME.get(fold(country.strip()))):
        return zone
    number = phone.strip().replace("(", "").replace(" ", "").replace("-", "")
    if number.startswith("00"):
        number = f"+{number[2:]}"
    if number.startswith("+"):
        for size in (3, 2):
            if zone := _BY_CALLING_CODE.get(number[1 : 1 + size]):
                return zone
    return ""


@cache
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def there(instant: dt.datetime, zone: str) -> dt.datetime | None:
    """An instant on the clocks of a zone; None for a zone that is not known."""
    known = _zone(zone) if zone else None
    return instant.astimezone(known) if known else None


def read_hours(text: str) -> tuple[dt.time, dt.time]:
    """`8-18` or `08:30-17:00` as two times; ValueError when it is neither, or ends before it begins."""
    start, _, end = text.partition("-")
    hours = []
    for part in (start, end):
        hour, _, minute = part.strip().partition(":")
        hours.append(dt.time(int(hour), int(minute or 0)))
    if hours[0] >= hours[1]:
        raise ValueError(text)
    return hours[0], hours[1]
