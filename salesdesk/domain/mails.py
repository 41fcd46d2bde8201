"""What people write in mails: where the new part ends and history begins, who wants no more mail, who is away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from salesdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

# All patterns are for folded text and look at one line, so that no mail, however long, takes more than linear time.
_LONGEST_LINE = 500
_WROTE = re.compile(
    r"\b(?:wrote|schrieb|a ecrit|escribio|ha scritto|schreef|geschreven|skrev|escreveu|napsala?(?:\(a\))?"
    r"|napisala?(?:\(a\))?|irta|kirjoitti|a scris|написала?)\b"
)
# How such a line begins where it goes on in the next one.
_WROTE_BEGINS = re.compile(r"\s*(?:on|am|le|el|il|op|den|em|dne|dnia|w dniu|na|[12]\d{3}[-./])\b.*\d|.*\birta\b")
_SEPARATOR = re.compile(
    r"\s*[-_*]{2,}\s*(?:original (?:message|appointment)|forwarded message|reply message|eredeti uzenet"
    r"|tovabbitott uzenet|ursprungliche nachricht|weitergeleitete nachricht|message (?:d'origine|transfere)"
    r"|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|oorspronkelijk bericht|wiadomosc oryginalna"
    r"|puvodni zprava|ursprungligt meddelande)\s*[-_*]{2,}\s*"
    r"|\s*_{20,}\s*"
    r"|\s*(?:begin forwarded message|anfang der weitergeleiteten nachricht|tovabbitott uzenet kezdete):\s*"
)
_FROM = re.compile(r"\s*\*?(?:from|von|felado|de|da|van|fran|fra|od|lahettaja)\*?\s*:\s*\*?\s*\S")
_SENT = re.compile(
    r"\s*\*?(?:sent|date|gesendet|datum|elkuldve|kuldve|datuma?|envoye|enviado(?: el)?|fecha|inviato|data"
    r"|verzonden|skickat|sendt|wyslano|odeslano|to|an|cimzett|a|para|aan|till|til|komu|do)\*?\s*:"
)
_SENT_FROM = re.compile(
    r"\s*(?:sent from (?:my|mail|outlook|yahoo|proton)|get outlook for|von mein\w* .{1,30} gesendet|gesendet von"
    r"|envoye (?:de|depuis) mon|enviado desde mi|inviato da|verzonden vanaf|skickat fran min|elkuldve .{1,40}-rol"
    r"|.{1,30}-rol kuldve)\b.*"
)


def new_part(text: str) -> str:
    """What a mail says itself: without quoted history, signature and `Sent from my phone`.

    Answers written between quoted lines stay. A mail that only quotes or forwards is given whole.
    """
    lines = text.split("\n")
    kept: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.lstrip().startswith(">"):
            at += 1
            continue
        folded = fold(line[:_LONGEST_LINE])
        wrapped = _wrote(lines, at)
        if _begins_history(folded, lines, at) or (wrapped and not _quoted_by_signs(lines, at + wrapped)):
            break
        if wrapped:
            at += wrapped
            continue
        if line.rstrip() == "--" or line == "-- ":
            break
        if not _SENT_FROM.fullmatch(folded):
            kept.append(line)
        at += 1
    found = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    return found or text.strip()


def _begins_history(folded: str, lines: Sequence[str], at: int) -> bool:
    """A line that parts the mail from what it answers: a separator, or the headers of the other mail."""
    if _SEPARATOR.fullmatch(folded):
        return True
    if not _FROM.match(folded):
        return False
    following = [fold(line[:_LONGEST_LINE]) for line in lines[at + 1 : at + 5] if line.strip()]
    return sum(1 for line in following[:3] if _SENT.match(line)) >= 2


def _wrote(lines: Sequence[str], at: int) -> int:
    """How many lines from here, up to 3, say `On Friday at 10:12 Anna wrote:`; 0 when they do not."""
    joined = ""
    for count, line in enumerate(lines[at : at + 3], 1):
        if not line.strip() or line.lstrip().startswith(">"):
            return 0
        joined = f"{joined} {line.strip()}"[-2 * _LONGEST_LINE :]
        if joined.endswith(":"):
            folded = fold(joined)
            dated = "@" in folded or any(c.isdigit() for c in folded)
            return count if dated and _WROTE.search(folded) else 0
        if count == 1 and not _WROTE_BEGINS.match(fold(joined[:_LONGEST_LINE])):
            return 0
    return 0


def _quoted_by_signs(lines: Sequence[str], at: int) -> bool:
    """Whether the history that begins here is marked by `>`, so that what is not marked is new."""
    following = next((line for line in lines[at : at + 4] if line.strip()), "")
    return following.lstrip().startswith(">")


_END = r"(?:[\s.,;:!?]*$|[.!]\s)"
_OUT = re.compile(
    r"(?:(?:please|pls|kindly|kerem|kerjuk|bitte|hi|hello|hey|dear \w+|szia|kedves \w+),?\s+)*"
    r"(?:"
    rf"stop{_END}|(?:stop|quit) (?:e-?mail|mail|contact|writ|send|spam|messag)\w*"
    rf"|unsubscribe(?:{_END}| me| us| from| please| this| now| immediately)"
    rf"|opt(?: |-)?(?:me )?out(?:{_END}| of| from| please)"
    r"|(?:remove|delete|take) (?:me|us|my (?:e-?mail|address|name|data))\b[^\n]{0,40}\b(?:list|database|mailing)"
    r"|do not (?:e-?mail|contact|write|mail) (?:me|us)|don'?t (?:e-?mail|contact|write|mail) (?:me|us)"
    r"|leiratkoz\w*|iratkoz\w+ le|toroljenek|toroljon a list|ne (?:irjanak|irjon|kuldjenek|kuldjon|keressenek)\b"
    rf"|abmelden|abmeldung|abbestellen|austragen|desinscription|desabonne\w*|baja{_END}|darme de baja"
    rf"|cancelar suscripcion|disiscriv\w*|cancellami|afmelden|uitschrijven|avregistrera|wypisz|odhlasit"
    r")"
)
_NOT_WORDS = re.compile(r"[^\w\s.,;:!?'\n-]+")


def wants_out(subject: str, text: str) -> bool:
    """Whether the first words of a mail ask not to be written to: STOP, unsubscribe, leiratkozás and the like.

    `text` is its new part. Without one the subject decides; "Stop by on Friday" does not count.
    """
    first = next((line for line in text.split("\n") if line.strip()), "")
    return bool(_OUT.match(_plain(first))) or (len(text.split()) <= 5 and bool(_OUT.fullmatch(_plain(subject))))


def _plain(line: str) -> str:
    folded = _NOT_WORDS.sub(" ", fold(line[:_LONGEST_LINE]))
    return re.sub(r"^(?:(?:re|aw|fwd?|sv|vs|valasz)\s*:\s*)+", "", folded.strip())


_AWAY = re.compile(
    r"(?:auto(?:matic|mated)?[ -]?(?:reply|response|answer)|auto:|autoreply|out of (?:the )?office|away from"
    r"|on (?:vacation|leave|holiday)|i am away|abwesen|automatische antwort|automatikus valasz|hazon kivul"
    r"|szabadsagon|nem vagyok elerheto|reponse automatique|absence|respuesta automatica|fuera de la oficina"
    r"|risposta automatica|fuori (?:sede|ufficio)|automatisch antwoord|afwezig|autosvar|automatiskt svar|franvaro"
    r"|automaticka odpoved|mimo kancelar|autoodpowiedz|nieobecn)"
)


def sounds_automatic(subject: str) -> bool:
    """Whether a subject begins as those of out-of-office answers do, in the languages around us."""
    return bool(_AWAY.match(_plain(subject)))
