"""Days and instants as files write them; the order of day and month is the column's, not the value's."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Literal

from salesdesk.domain.text import fold

Order = Literal["ymd", "dmy", "mdy"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio jan. januar styczen stycznia janner",
            "feb february februar februar fevrier febrero febbraio febr luty lutego",
            "mar march marz marcius marc mars marzo maerz mrz marzec marca",
            "apr april aprilis avril abril aprile apr kwiecien kwietnia",
            "may mai majus maj mayo maggio maja",
            "jun june juni junius juin junio giugno czerwiec czerwca",
            "jul july juli julius juillet julio luglio lipiec lipca",
            "aug august augusztus aout agosto aug sierpien sierpnia",
            "sep sept september szeptember septembre septiembre settembre szept wrzesien wrzesnia",
            "oct october oktober oktober octobre octubre ottobre okt pazdziernik pazdziernika",
            "nov november novembre noviembre listopad listopada",
            "dec december dezember decembre diciembre dicembre dez grudzien grudnia",
        ),
        start=1,
    )
    for name in names.replace(".", "").split()
}
_TIME = (
    r"(?:(?:\s+|\s*T\s*|,\s*)(?P<h>\d{1,2}):(?P<mi>\d\d)(?::(?P<s>\d\d)(?:[.,](?P<f>\d{1,9}))?)?"
    r"\s*(?P<ap>[AaPp]\.?[Mm]\.?)?\s*(?P<z>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?"
)
_YMD = re.compile(r"(?P<y>\d{4})(?P<sep>[-/.]\s?|\s)(?P<a>\d{1,2})(?:[-/.]\s?|\s)(?P<b>\d{1,2})\.?" + _TIME)
_TWO = re.compile(r"(?P<a>\d{1,2})(?P<sep>[-/.])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<y>\d{4}|\d{2})\.?" + _TIME)
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<a>0[1-9]|1[0-2])(?P<b>0[1-9]|[12]\d|3[01])" + _TIME)
_WORDY = r"(?P<m>[^\W\d_]{3,12})\.?"
_DAY_WORD = re.compile(
    rf"(?P<b>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s\-/]*(?:of\s+|de\s+)?{_WORDY},?[\s\-/]*(?:de\s+)?(?P<y>\d{{4}}|\d{{2}}){_TIME}"
)
_WORD_DAY = re.compile(rf"{_WORDY}[\s\-/]*(?P<b>\d{{1,2}})(?:st|nd|rd|th)?,?[\s\-/]+(?P<y>\d{{4}}){_TIME}")
_YEAR_WORD = re.compile(rf"(?P<y>\d{{4}})\.?[\s\-/]*{_WORDY}[\s\-/]*(?P<b>\d{{1,2}})\.?(?:-?[^\W\d_]{{1,3}})?{_TIME}")
_MONTH_ONLY = re.compile(r"(?P<y>\d{4})[-/.](?P<a>\d{1,2})\.?|(?P<a2>\d{1,2})[-/.](?P<y2>\d{4})")
_MONTH_WORD = re.compile(rf"{_WORDY}[\s\-/,]*(?P<y>\d{{4}})|(?P<y2>\d{{4}})\.?[\s\-/]*(?P<m2>[^\W\d_]{{3,12}})\.?")
_WEEKDAY = re.compile(r"^(?!\d)[^\W\d_]{2,10}\.?,\s*(?=\d|\w+ \d)")
_LONGEST = 60
_SERIAL = re.compile(r"(?P<n>[1-7]\d{4})(?:[.,](?P<f>\d+))?")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_EXCEL_START = datetime(1899, 12, 30)


def day_evidence(text: str) -> str:
    """What a date says of its column's order: `ymd`, `dmy`, `mdy`, `?` (could be two of them) or ``."""
    text = text.strip()
    if len(text) > _LONGEST:
        return ""
    if _YMD.fullmatch(text) or _COMPACT.fullmatch(text):
        return "ymd"
    found = _TWO.fullmatch(text)
    if not found:
        return "ymd" if _wordy(text) else ""
    a, b = int(found["a"]), int(found["b"])
    if a > 31:
        return "ymd"
    if found["sep"] == "." and b <= 12:
        return "dmy"  # nobody writes the month first with points
    if a > 12 and b <= 12:
        return "dmy"
    if b > 12 and a <= 12:
        return "mdy"
    return "" if a == b else "?"


def looks_like_day(text: str) -> bool:
    """Whether a value reads as a date, in whatever order."""
    return any(read_instant(text, order, UTC) is not None for order in ("ymd", "dmy", "mdy"))


def read_day(text: str, order: str = "ymd", zone: tzinfo = UTC, *, serials: bool = False) -> date | None:
    """The day a value names: of an instant with an offset, the day in `zone`. None when it is no date."""
    if len(text) == 10 and text[4] == "-" and text[7] == "-":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    found = _parts(text.strip(), order, serials=serials)
    if found is None:
        return None
    return (found.astimezone(zone) if found.tzinfo else found).date()


def read_instant(text: str, order: str = "ymd", zone: tzinfo = UTC, *, serials: bool = False) -> datetime | None:
    """The instant a value names, in UTC; without an offset it is of `zone`, without a time at 0:00."""
    found = _parts(text.strip(), order, serials=serials)
    if found is None:
        return None
    try:
        return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
    except OverflowError:
        return None


def read_month(text: str, order: str = "ymd") -> date | None:
    """The first day of the month a value names (`2026-03`, `March 2026`), or the day itself."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    found = _MONTH_ONLY.fullmatch(text)
    if found:
        year, month = int(found["y"] or found["y2"]), int(found["a"] or found["a2"])
        return date(year, month, 1) if 1 <= month <= 12 and year else None
    found = _MONTH_WORD.fullmatch(text)
    if found:
        number = _MONTHS.get(fold(found["m"] or found["m2"]))
        return date(int(found["y"] or found["y2"]), number, 1) if number else None
    return read_day(text, order)


def _parts(text: str, order: str, *, serials: bool) -> datetime | None:
    if len(text) > _LONGEST:
        return None
    try:
        found = _YMD.fullmatch(text) or _COMPACT.fullmatch(text)
        if found:
            return _with_time(found, int(found["y"]), int(found["a"]), int(found["b"]))
        found = _TWO.fullmatch(text)
        if found:
            return _two(found, order)
        if serials:
            serial = _numeric(text)
            if serial is not None:
                return serial
        wordy = _wordy(text)
        return _with_time(wordy[0], *wordy[1:]) if wordy else None
    except (ValueError, OverflowError):
        return None


def _two(found: re.Match[str], order: str) -> datetime | None:
    a, b, last = int(found["a"]), int(found["b"]), found["y"]
    if order == "ymd" and len(last) == 2:
        return _with_time(found, 2000 + a, b, int(last))
    year = int(last) if len(last) == 4 else _century(int(last))
    if order == "mdy":
        return _with_time(found, year, a, b)
    if order == "dmy" or found["sep"] == "." or a == b:
        return _with_time(found, year, b, a)
    return None


def _century(short: int) -> int:
    return 2000 + short if short < 70 else 1900 + short


def _wordy(text: str) -> tuple[re.Match[str], int, int, int] | None:
    text = _WEEKDAY.sub("", text, count=1) if text[:1].isalpha() else text
    for pattern in (_DAY_WORD, _WORD_DAY, _YEAR_WORD):
        found = pattern.fullmatch(text)
        month = _MONTHS.get(fold(found["m"])) if found else None
        if found and month:
            year = int(found["y"])
            return found, year if year > 99 else _century(year), month, int(found["b"])
    return None


def _with_time(found: re.Match[str], year: int, month: int, day: int) -> datetime:
    if not found["h"]:
        return datetime(year, month, day)
    hour = int(found["h"])
    if found["ap"]:
        if not 1 <= hour <= 12:
            raise ValueError
        hour = hour % 12 + (12 if found["ap"][0] in "pP" else 0)
    micro = int((found["f"] or "0").ljust(6, "0")[:6])
    return datetime(year, month, day, hour, int(found["mi"]), int(found["s"] or 0), micro, tzinfo=_offset(found["z"]))


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text in ("Z", "UTC", "GMT"):
        return UTC
    minutes = int(text[1:3]) * 60 + (int(text[-2:]) if len(text) > 3 else 0)
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes))


def _numeric(text: str) -> datetime | None:
    """Excel's day number, or seconds or milliseconds since 1970: only where a date is expected."""
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    found = _SERIAL.fullmatch(text)
    if not found:
        return None
    seconds = round(float(f"0.{found['f'] or 0}") * 86400)
    return _EXCEL_START + timedelta(days=int(found["n"]), seconds=seconds)
