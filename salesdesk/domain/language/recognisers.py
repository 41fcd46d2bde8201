"""The words of a capture line that mean something by themselves: verb, day, time, amount, phone, tag and so
on.

Each recogniser looks at the words from one place on and says how many it understands, and what they mean.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from salesdesk.domain.dates import WEEKDAYS, Calendar, parse_day
from salesdesk.domain.money import CURRENCIES, Money, read_money
from salesdesk.domain.people import domain_key, find_mail
from salesdesk.domain.text import digits, fold
from salesdesk.domain.times import parse_duration, parse_time, parse_wait
from salesdesk.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, time

    from salesdesk.domain.language.pieces import Label, Token


class Rules(NamedTuple):
    """What the reading depends on; `sources` are the known source names, which may have several words; `now` is the
    time that "in an hour" is counted from; `verbs` are the kinds of activity of the workspace, by folded name."""

    today: date
    calendar: Calendar
    currency: str
    sources: tuple[str, ...] = ()
    now: time | None = None
    verbs: Mapping[str, str] = {}


class Found(NamedTuple):
    """`size` words from the start of the slice mean `value`."""

    label: Label
    size: int
    value: object


# What is done, in the words people begin a line with; two words are one verb.
_ENGLISH = {
    "call": "call, ring, phone, call back, callback, follow up, follow-up, followup",
    "mail": "mail, email, e-mail, write, write to, email to, mail to",
    "message": "message, msg, sms, text, whatsapp, linkedin",
    "meet": "meet, meet with, meeting, meeting with",
    "demo": "demo",
    "send": "send",
    "visit": "visit",
    "todo": "todo, to-do, task",
    "note": "note",
    "walk-in": "walk-in, walkin, walk in",
}
_HUNGARIAN = {
    "call": "hivas, hiv, hivd, hivjam, hivni, hivd fel, hivd vissza, hivjuk, hivjad, felhivni, felhiv, felhivom, telefon,"
    " telefonalj, telefonalni, visszahivas, visszahivni, csorogj ra",
    "mail": "level, levelet, emailt, irni, irj, irj neki, irok, levelet irni, emailt irni, emailt kuldeni",
    "message": "uzenet, uzenetet, uzenj, uzenni",
    "meet": "talalkozo, talalkozas, talalkozni, talalkozz, talalkozunk, megbeszeles, targyalas",
    "demo": "bemutato, bemutatot",
    "send": "kuldes, kuldeni, kuld, kuldd, kuldj, kuldd el, elkuldeni",
    "visit": "latogatas, latogat, meglatogatni, latogasd meg",
    "todo": "teendo, feladat, tennivalo",
    "note": "jegyzet, megjegyzes, feljegyzes",
    "walk-in": "betero, beeso",
}


def _words_of(kinds: dict[str, str]) -> dict[str, str]:
    return {word.strip(): kind for kind, words in kinds.items() for word in words.split(",")}


HUNGARIAN_VERBS = _words_of(_HUNGARIAN)
VERBS = _words_of(_ENGLISH) | HUNGARIAN_VERBS
# Nouns and everyday words that mean a verb only where a line begins.
_ONLY_FIRST = frozenset({"text", "phone", "write", "ring", "linkedin", "hiv", "level", "telefon", "follow up"})
_PRIORITIES = {
    "!": "high", "!!": "high", "!!!": "high", "!high": "high", "!1": "high", "!h": "high",
    "!medium": "medium", "!2": "medium", "!m": "medium", "!low": "low", "!3": "low", "!l": "low",
    "priority:high": "high",
    "priority:medium": "medium", "priority:low": "low", "prio:high": "high", "prio:medium": "medium",
    "prio:low": "low",
}  # fmt: skip
# In lower case these codes are what people type; the others are too like words and names (all, top, bob).
_USUAL_CODES = frozenset(("eur", "usd", "gbp", "chf", "huf", "pln", "czk", "sek", "nok", "dkk", "jpy", "cad", "aud"))
_MONEY_SIGN = re.compile(r"[$€£¥₹₪₩₺₴]|(?<![^\W\d_])[kme]?(?:ft|zł|kč|forint|euro|euros)\b\.?\Z", re.IGNORECASE)
_MONEY_START = re.compile(r"[-−]?\d|[^\W\d_]{0,3}[$€£¥₹₪₩₺₴]")
_THOUSANDS = re.compile(r"[-−]?\d[\d.,]*(?:k|mio|mrd|bn)|[-−]?\d+[.,]\d+m", re.IGNORECASE)
_TAG = re.compile(r"[#+][^\W\d_][\w./&-]*")
_OWNER = re.compile(r"@[^\W\d_][\w.-]*")
_WEB = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|[a-z\d][a-z\d-]+(?:\.[a-z\d-]+)*\.(?:[a-z]{2}|com|net|org|info|biz|dev|app|tech|example)(?:/\S*)?"
)
_PHONE_START = re.compile(r"\+\d|0\d|\(\+?\d")
_PHONE_PART = re.compile(r"[+(]?[\d()/.-]+")
_PHONE_LABEL = re.compile(r"(?:tel|phone|mobile?|mob|cell|t|m|p|telefon)[.:]+", re.IGNORECASE)
# Words that can be a name or something else: as a day only in lower case.
_DOUBTFUL_DAYS = frozenset({"ma", "sun", "sat", "mon", "wed", "fri", "tom", "tod", "thu", "thur", "tue"})
_NUMERIC_DAY = re.compile(r"\d{1,2}[/.]\d{1,2}")
_DAY_PREPOSITIONS = frozenset({"on", "by", "until", "due"})


def verb(words: Sequence[Token], rules: Rules, first: bool) -> Found | None:
    """A verb: any case as the first word, later only in lower case (`Demo Kft` is a company)."""
    if words[0].quoted or not (first or words[0].text.islower()):
        return None
    for count in (2, 1):
        group = words[:count]
        if len(group) < count or any(word.quoted or word.is_mark for word in group):
            continue
        typed = fold(" ".join(word.text for word in group)).rstrip(":")
        kind = VERBS.get(typed) or rules.verbs.get(typed)
        if kind and (first or typed not in _ONLY_FIRST):
            return Found("kind", count, kind)
    return None


def mail(words: Sequence[Token], rules: Rules, first: bool) -> Found | None:
    """A mail address."""
    del rules, first
    found = find_mail(words[0].text)
    return Found("mail", 1, found) if found else None


def web(words: Sequence[Token], rules: Rules, first: bool) -> Found | None:
    """A web address or a bare domain in lower case."""
    del rules, first
    host = domain_key(words[0].text) if _WEB.fullmatch(words[0].text.rstrip(".")) else None
    return Found("web", 1, host) if host else None


def phone(words: Sequence[Token], rules: Rules, first: bool) -> Found | None:
    """A phone number in one or several words, beginning with + or 0, or named (`tel: 30 123 4567`)."""
    del first
    named = 1 if _PHONE_LABEL.fullmatch(words[0].text) else 0
    if len(words) <= named or not (named or _PHONE_START.match(words[0].text)):
        return None
    if not named and parse_day(words[0].text, rules.today, rules.calendar):
        return None
    count, known = named, ""
    for word in words[named : named + 8]:
        part = digits(word.text)
        longest = len(known) >= 11 or len(known + part) > 15 or (len(known) >= 10 and len(part) <= 2)
        if not _PHONE_PART.fullmatch(word.text) or longest or (known and word.text[0] == "+"):
            break
        count, known = count + 1, known + part
    if len(known) < (6 if named else 8):
        return None
    return Found("phone", count, " ".join(word.text for word in words[named:count]))


def mark(words: Sequence[Token], rules: Rules, first: bool) -> Found | None:
    """`#tag` or `+tag`, `@owner`, `!` priority."""
    del rules, first
    text = words[0].text
    if words[0].quoted:
        return None
    if _TAG.fullmatch(text):
        return Found("tag", 1, text[1:])
    if _OWNER.fullmatch(text):
        return Found("owner", 1, text[1:])
    priority = _PRIORITIES.get(text.lower())
    return Found("priority", 1, priority) if priority else None


def source(words: Sequence[Token], rules: Rules, first: bool) -> Found | None:
    """`from SOURCE`: a known source of several words, else one word or a phrase in quotes."""
    del first
    if fold(words[0].text) != "from" or words[0].quoted or len(words) < 2 or words[1].is_mark:
        return None
    if words[1].text[0].isdigit() or parse_day(words[1].text, rules.today, rules.calendar):
        return None
    for known in sorted(rules.sources, key=len, reverse=True):
        count = len(known.split())
        typed = " ".join(word.text for word in words[1 : 1 + count])
        if fold(typed).replace("-", " ") == fold(known).replace("-", " "):
            return Found("source", 1 + count, known)
    return Found("source", 2, words[1].text)


def amount(words: Sequence[Token], rules: Rules, first: bool) -> Found | None:
    """An amount: with a currency (`€12,000`, `12 000 Ft`, `12k eur`) or with k or a broken m (`12k`,
    `1.5m`).
    """
    del first
    if words[0].quoted or not (_MONEY_START.match(words[0].text) or words[0].text in CURRENCIES):
        return None
    for count in range(min(4, len(words)), 0, -1):
        group = words[:count]
        if any(word.quoted or word.is_mark for word in group):
            continue
        text = " ".join(word.text for word in group)
        if not (_names_currency(text) or (count == 1 and _THOUSANDS.fullmatch(text))):
            continue
        try:
            money: Money | None = read_money(text, rules.currency)
        except InvalidError:
            continue
        if money is not None:
            return Found("amount", count, money)
    return None


def _names_currency(text: str) -> bool:
    if _MONEY_SIGN.search(text):
        return True
    codes = re.findall(r"(?<![^\W\d_])[^\W\d_]{3}\b|(?<=\d)[km][^\W\d_]{3}\b", text)
    return any(code[-3:].lower() in _USUAL_CODES or code[-3:] in CURRENCIES for code in codes)


# From seven on nobody means a duration: `9h`, `10 óra`.
_LIKE_A_TIME = re.compile(r"([7-9]|\d\d)(h(\d\d)?| ?óra| ?ora)( \d+ ?m.*)?", re.IGNORECASE)


def wait(words: Sequence[Token], rules: Rules, first: bool) -> Found | None:
    """`in 20 min`, `in an hour`, `fél óra múlva`: a time of today, as long as the day lasts."""
    del first
    if rules.now is None:
        return None
    for count in (4, 3):
        group = words[:count]
        if len(group) < count or any(word.quoted or word.is_mark for word in group):
            continue
        minutes = parse_wait(" ".join(word.text for word in group))
        then = rules.now.hour * 60 + rules.now.minute + minutes if minutes else 24 * 60
        if then < 24 * 60:
            return Found("time", count, rules.now.replace(hour=then // 60, minute=then % 60, second=0, microsecond=0))
    return None


def duration(words: Sequence[Token], rules: Rules, first: bool) -> Found | None:
    """`30m`, `45 min`, `1h30`, `for 2 hours`; from 7 hours on a bare `9h` is a time of day."""
    del rules, first
    after = 1 if fold(words[0].text) == "for" and len(words) > 1 else 0
    for count in (3, 2, 1):
        group = words[after : after + count]
        if len(group) < count or any(word.quoted or word.is_mark for word in group):
            continue
        text = " ".join(word.text for word in group)
        minutes = parse_duration(text)
        if minutes is not None and (after or not _LIKE_A_TIME.fullmatch(text)) and minutes <= 24 * 60:
            return Found("duration", after + count, minutes)
    return None


def time_of_day(words: Sequence[Token], rules: Rules, first: bool) -> Found | None:
    """`9am`, `9:30`, `at 9`, `14h`, `du 3`, `at 9 in the morning`; a bare number is none."""
    del rules, first
    for count in (5, 4, 3, 2, 1):
        group = words[:count]
        if len(group) < count or any(word.quoted or word.is_mark for word in group):
            continue
        found = parse_time(" ".join(word.text for word in group))
        if found is not None:
            return Found("time", count, found)
    return None


def day(words: Sequence[Token], rules: Rules, first: bool) -> Found | None:
    """A day in up to four words, with `on`, `by` or `until` before it, and its weekday (`Wed 25 Nov`)."""
    del first
    after = 1 if fold(words[0].text) in _DAY_PREPOSITIONS and len(words) > 1 else 0
    after += _weekday_before_date(words[after:], rules)
    for count in (4, 3, 2, 1):
        group = words[after : after + count]
        if len(group) < count or any(word.quoted or word.is_mark for word in group[:-1]) or group[-1].quoted:
            continue
        text = " ".join(word.text for word in group)
        found = None if _not_a_day(text, after) else parse_day(text, rules.today, rules.calendar)
        if found is not None and not group[-1].is_mark:
            return Found("day", after + count, found)
    return None


def _weekday_before_date(words: Sequence[Token], rules: Rules) -> int:
    """How many words say the weekday of the date that follows: it is told twice, and the date counts."""
    if fold(words[0].text).rstrip(".") not in WEEKDAYS or words[0].quoted:
        return 0
    size = 2 if len(words) > 1 and words[1].is_mark else 1
    for count in (3, 2, 1):
        text = " ".join(word.text for word in words[size : size + count])
        if any(c.isdigit() for c in text) and parse_day(text, rules.today, rules.calendar):
            return size
    return 0


def _not_a_day(text: str, after: int) -> bool:
    if _NUMERIC_DAY.fullmatch(text):
        # 12.5 is a number and 24/7 a habit.
        return "." in text or text == "24/7"
    return not after and fold(text) in _DOUBTFUL_DAYS and not text.islower()


# In this order: `30m` is a duration before it is anything else, a phone number is what no date or amount
# took.
RECOGNISERS: tuple[Callable[[Sequence[Token], Rules, bool], Found | None], ...] = (
    verb,
    mail,
    web,
    mark,
    source,
    amount,
    wait,
    duration,
    day,
    time_of_day,
    phone,
)
