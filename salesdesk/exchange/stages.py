"""What stages, statuses, kinds and outcomes mean, read from their labels in English, German and Hungarian."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from salesdesk.domain.text import fold

Meaning = Literal["open", "won", "lost"]
LeadMeaning = Literal["open", "converted", "closed"]

# The ladder most sales teams climb; a label stands where its highest-ranking word stands.
_LADDER: tuple[tuple[int, str], ...] = (
    (5, "new|lead|suspect|inbox|backlog|uj|neu|incoming|unassigned|untouched|erdeklod|anfrage|open|nyitott"),
    (10, "prospect|research|target|identif|interess"),
    (15, "contact|connect|outreach|attempt|reach|kapcsolat|kontakt|megkeres|working|in progress|folyamat"),
    (20, "appointment|scheduled|termin|idopont|booked"),
    (25, "qualif|bant|mql|sql|minosit|qualifiz"),
    (30, "engag|discover|meeting|talalkoz|bevon|interview|gesprach|beszelget"),
    (40, "need|analys|bedarf|igeny|felmer|requirement|scop|explor|pain"),
    (
        50,
        "value|demo|present|bemutat|prasent|trial|pilot|proof|poc|teszt|evaluat|solution|develop",
    ),
    (55, "decision|champion|entscheid|donte|perception|buy in|bought in|stakeholder"),
    (60, "propos|quot|offer|ajanlat|angebot|bid|pricing|tender"),
    (75, "negotiat|targyal|verhandl|review|legal|procure|redline|objection|alku"),
    (85, "commit|verbal|ready to close|closing|approv|jovahagy|szobeli|zusage|zaras elott"),
    (90, "contract|szerzod|vertrag|sign|alair|order|paperwork|purchase|invoice"),
)
_WON = re.compile(
    r"\b(?:won|win|nyert|megnyert\w*|nyertes|gewonnen|erfolgreich|sikeres|success\w*|gagne\w*|ganad\w*"
    r"|closed deal|sold|eladva|verkauft|signed and paid|renewed|accepted|elfogad\w*)\b|closed ?won"
)
_LOST = re.compile(
    r"\b(?:lost|loss|lose|veszt\w*|elveszt\w*|elveszett|vesztes|verloren|perdu\w*|perdid\w*|dead|abandon\w*|cancel\w*"
    r"|reject\w*|elutasit\w*|abgelehnt|no sale|no decision|churn\w*|meghiusul\w*|sikertelen|unsuccessful"
    r"|declined"
    r"|disqualified|storno\w*|gescheitert|failed)\b|closed ?lost"
)
_NOT_WON = re.compile(r"\b(?:not|no|nem|nicht|un)[ -]?(?:won|nyert|gewonnen|success\w*|sikeres|converted)\b")


@dataclass(frozen=True, slots=True)
class StageGuess:
    """A stage as a file names it: what it means, and its place (1, 2, 3) in the pipeline."""

    label: str
    meaning: Meaning
    place: int


@lru_cache(maxsize=4096)
def _plain(label: str) -> str:
    return " ".join(re.sub(r"[^0-9a-z]+", " ", fold(label)).split())


@lru_cache(maxsize=4096)
def stage_meaning(label: str) -> Meaning:
    """Whether a stage or deal status is won, lost or still open (`closedwon`, `Megnyert`, `Verloren`)."""
    plain = _plain(label)
    if _LOST.search(plain) or _NOT_WON.search(plain):
        return "lost"
    if _WON.search(plain):
        return "won"
    return "open"


def order_stages(labels: Iterable[str]) -> list[StageGuess]:
    """The distinct labels in order: numbered ones by number, then the usual ladder, won, lost last.

    Labels nobody can place keep their order of appearance in the middle.
    """
    distinct: dict[str, str] = {}
    for label in labels:
        distinct.setdefault(_plain(label) or label, label)
    ranked = []
    for appearance, label in enumerate(distinct.values()):
        meaning = stage_meaning(label)
        ranked.append(((("open", "won", "lost").index(meaning), _rank(label), appearance), label, meaning))
    ranked.sort(key=lambda entry: entry[0])
    return [StageGuess(label, meaning, place) for place, (_, label, meaning) in enumerate(ranked, start=1)]


def _rank(label: str) -> float:
    plain = _plain(label).replace("value proposition", "value")
    number = re.match(r"(\d{1,3})\b", plain)
    if number:
        return int(number[1]) - 1000
    ranks = [rank for rank, words in _LADDER if any(_begins(plain, word) for word in words.split("|"))]
    return float(max(ranks)) if ranks else 45.0


def _begins(plain: str, word: str) -> bool:
    return plain.startswith(word) or f" {word}" in plain or (len(word) > 5 and word in plain)


@lru_cache(maxsize=4096)
def lead_status_meaning(label: str) -> LeadMeaning:
    """Whether a lead's status says open, converted (it became a customer or a deal) or closed."""
    plain = _plain(label)
    if plain in ("no", "n", "false", "0", "nein", "nem"):
        return "closed"
    if plain in ("yes", "y", "true", "1", "ja", "igen"):
        return "converted"
    if re.search(
        r"\b(?:un|dis|not |nicht |nem )(?:qualif|convert|interest)\w*|\bnot (?:a )?fit\b|\bbad timing\b",
        plain,
    ):
        return "closed"
    if (
        re.search(
            r"\b(?:junk|spam|dead|lost|closed|invalid|duplicate|rejected|recycled|alkalmatlan|elutasit\w*|lezart|verloren"
            r"|ungultig|disqualifiziert|unqualifiziert|abgelehnt|veszett|elveszett|nem \w+|churned)\b",
            plain,
        )
        and "closed converted" not in plain
    ):
        return "closed"
    if re.search(
        r"\b(?:convert\w*|qualified|customer|won|konvertal\w*|minositett|ugyfel\w*|qualifiziert|kunde|gewonnen"
        r"|open deal|opportunity|success)\b",
        plain,
    ):
        return "converted"
    return "open"


_KINDS: tuple[tuple[str, str], ...] = (
    ("mail", "mail|email|e mail|level|newsletter|linkedin|message|sms|uzenet|nachricht"),
    ("demo", "demo|bemutat|presentation|vorfuhr|prasent"),
    ("lunch", "lunch|ebed|mittag|dinner|coffee|kave"),
    ("call", "call|phone|hivas|telefon|anruf|voicemail|dial"),
    ("thank-you", "thank|koszon|dank"),
    ("follow-up", "follow|utan|nachfass|check in"),
    ("meeting", "meet|event|talalkoz|termin|besprech|appointment|visit|latogat|besuch"),
    ("ship", "ship|deliver|szallit|liefer|sample"),
    ("deadline", "deadline|hatarid|frist|due"),
    ("note", "note|megjegyz|jegyzet|notiz|comment"),
    ("task", "task|to do|todo|feladat|teend|aufgabe"),
)
_OUTCOMES: tuple[tuple[str, str], ...] = (
    ("voicemail", "voicemail|voice mail|left message|left a message|hangposta|mailbox|anrufbeantworter|lvm"),
    ("wrong number", "wrong|rossz szam|falsche|invalid number|bad number"),
    ("not interested", "not interested|nem erdek|kein interesse|declin|refus|elutasit"),
    ("meeting booked", "meeting|booked|scheduled|appointment|idopont|termin"),
    ("callback asked", "callback|call back|call me|visszahiv|ruckruf|later"),
    ("gatekeeper", "gatekeep|reception|assistant|titkar|sekretar|vorzimmer"),
    ("busy", "busy|foglalt|besetzt|engaged"),
    (
        "no answer",
        "no answer|no reply|unanswer|not reach|no response|nem vette|nicht erreicht|keine antwort"
        "|no show|not held|missed|noanswer|did not",
    ),
    ("connected", "connect|answered|reached|spoke|talked|held|elert|beszel|erreicht|gesprochen|completed"),
)


@lru_cache(maxsize=4096)
def activity_kind(label: str) -> str:
    """The kind of activity a label names: call, mail, meeting, demo, lunch, follow-up, ..., else task."""
    return _first(_KINDS, label) or "task"


@lru_cache(maxsize=4096)
def activity_outcome(label: str) -> str | None:
    """The outcome a label names: connected, voicemail, no answer, ...; None when it names none of these."""
    return _first(_OUTCOMES, label)


@lru_cache(maxsize=4096)
def call_direction(label: str) -> str | None:
    """`inbound` or `outbound`; None when the label says neither."""
    plain = _plain(label)
    if re.search(r"\b(?:in|inbound|incoming|bejovo|eingehend\w*|received)\b", plain):
        return "inbound"
    return "outbound" if re.search(r"\b(?:out|outbound|outgoing|kimeno|ausgehend\w*|dialed)\b", plain) else None


def _first(table: tuple[tuple[str, str], ...], label: str) -> str | None:
    plain = _plain(label)
    return next((name for name, words in table if any(_begins(plain, w) for w in words.split("|"))), None)
