"""Several pasted lines, such as a mail signature, are one person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from salesdesk.domain.language.pieces import Token
from salesdesk.domain.people import company_domain, company_key, is_legal_form, is_title
from salesdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROLE_WORDS_TEXT = """
    manager director head chief officer vp ceo cto cfo coo cmo president founder owner partner sales account
    engineer consultant assistant lead specialist executive buyer procurement representative analyst
    coordinator igazgato vezeto ugyvezeto ertekesito beszerzo munkatars asszisztens menedzser tulajdonos
    mernok tanacsado referens geschaftsfuhrer leiter einkauf vertrieb
"""
_ROLE_WORDS = frozenset(_ROLE_WORDS_TEXT.split())
_GREETING = re.compile(
    r"(?:(?:best|kind|warm|many) )?(?:regards|wishes|thanks)\b.{0,20}|best,?"
    r"|(?:cheers|thank you|yours|sincerely)\b.{0,20}|-+|_+|=+"
    r"|(?:hi|hello|dear|szia|kedves|sent from|viele|mit freundlichen"
    r"|udvozlettel|tisztelettel|koszonettel)\b.*"
)
_BETWEEN = re.compile(r"\s*(?:\||,| at | bei |·|•|@)\s*")


class Line(NamedTuple):
    """One line of the paste, without what was recognised in it already."""

    text: str
    start: int
    words: tuple[Token, ...]


class Signature(NamedTuple):
    """The parts of the person found, as tokens; the lines left over make the title."""

    person: Token | None
    role: Token | None
    company: Token | None
    rest: tuple[Token, ...]


def read_signature(lines: Sequence[Line], mail: str) -> Signature:
    """The name is the first line that looks like one; a legal form, the mail's domain or `Role, Company` tell
    the company; words such as manager or igazgató tell the role."""
    found: dict[str, Token] = {}
    rest: list[Token] = []
    for line in lines:
        if not line.words or _GREETING.fullmatch(fold(line.text.strip())):
            continue
        left = [token for token in _parts(line) if not _take(token, found, mail)]
        rest += left
    return Signature(found.get("person"), found.get("role"), found.get("company"), tuple(rest))


def _parts(line: Line) -> list[Token]:
    """The line in parts at commas, bars, `at`, and where something else was recognised."""
    heads = [at for at, word in enumerate(line.words) if at == 0 or word.apart]
    parts: list[Token] = []
    for head, stop in zip(heads, [*heads[1:], len(line.words)], strict=True):
        start, end = line.words[head].start, line.words[stop - 1].end
        parts += _split(line.text[start - line.start : end - line.start], start)
    return parts


def _split(text: str, start: int) -> list[Token]:
    parts, at = [], 0
    for match in (*_BETWEEN.finditer(text), None):
        stop = match.start() if match else len(text)
        if text[at:stop].strip():
            parts.append(Token(text[at:stop], start + at, start + stop))
        at = match.end() if match else stop
    return parts


def _take(token: Token, found: dict[str, Token], mail: str) -> bool:
    label = _label(token.text, found, mail)
    if label is None or label in found:
        return False
    found[label] = token
    return True


def _label(text: str, found: dict[str, Token], mail: str) -> str | None:
    words = text.split()
    if any(is_legal_form(word) for word in words):
        return "company"
    if any(fold(word).strip(".") in _ROLE_WORDS for word in words) and "person" in found:
        return "role"
    if "person" in found and _fits_domain(text, mail):
        return "company"
    if "person" not in found:
        names = [word for word in words if not is_title(word)]
        looks = 1 < len(names) <= 4 and all(word[:1].isupper() or word.islower() for word in names)
        if looks and names[0][:1].isupper() and not any(c.isdigit() for c in text):
            return "person"
        return None
    plain = not any(c.isdigit() for c in text)
    return "company" if "company" not in found and "role" in found and plain and words[0][:1].isupper() else None


def _fits_domain(text: str, mail: str) -> bool:
    host = company_domain(mail) if mail else None
    key = company_key(text).replace(" ", "")
    return bool(host and key) and (host or "").partition(".")[0].replace("-", "") in (key, key[:20])
