"""Command line words to a filter: the shell has eaten the quotes, so they are put back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from salesdesk.domain.language.grammar import parse
from salesdesk.domain.language.printing import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdesk.domain.language.tree import Query

_PAIR = re.compile(r"((?:-|not:)?[^\W\d](?:[\w.-]*\w)?(?::?(?:!=|>=|<=|>|<|~)|[:=]))(.*)", re.DOTALL)
_LATER_TERM = re.compile(r"\s(?:-|not:)?(?:[^\W\d](?:[\w.-]*\w)?(?:!=|>=|<=|[:=<>~])[^\s/]|[#+@][^\W\d])")


def parse_words(words: Sequence[str]) -> Query:
    """The query of separate argv words. A word with spaces after `field:` is one quoted value for each comma;
    a word that plainly holds several terms (`'status:new +hot'`) is read as they stand.
    """
    return parse(words_text(words))


def words_text(words: Sequence[str]) -> str:
    """The filter text those argv words stand for."""
    return " ".join(_restored(word.strip()) for word in words if word.strip())


def _restored(word: str) -> str:
    if not re.search(r"\s", word) or '"' in word or _LATER_TERM.search(word):
        return word
    if pair := _PAIR.fullmatch(word):
        return pair[1] + ",".join(_quoted_value(part.strip()) for part in pair[2].split(","))
    if word[0] in "@#+" and len(word) > 1 and not word[1].isdigit() and not word[1].isspace():
        return word[0] + quote(word[1:])
    negation = re.match(r"-(?=\S)|not:(?=\S)", word)
    rest = word[negation.end() :] if negation else word
    return (negation[0] if negation else "") + quote(rest)


def _quoted_value(part: str) -> str:
    if not re.search(r"\s", part):
        return part
    if part.count("..") == 1 and "..." not in part:
        return "..".join(_quoted_value(bound.strip()) for bound in part.split(".."))
    return quote(part)
