"""Exports of other tools, recognised by their headers and mapped without guessing (import-presets.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from salesdesk.exchange.words import words

ACCEPT = 0.7


@dataclass(frozen=True, slots=True)
class Preset:
    """One file form of one tool: what must be there, and the field of each column (None: kept as custom)."""

    name: str
    kind: str
    signature: tuple[frozenset[str], ...]
    columns: dict[str, str | None]

    def score(self, keys: frozenset[str]) -> float:
        """Signature columns found / wanted; each may have several spellings."""
        return sum(bool(options & keys) for options in self.signature) / len(self.signature)


@lru_cache(maxsize=16384)
def heading_key(column: str) -> str:
    """A column name as presets compare it: `Person - E-mail*` and `person e-mail` are one."""
    return " ".join(words(column))


def preset(name: str, kind: str, signature: str, table: str) -> Preset:
    """A preset from text: signature columns by `;` (spellings by `|`), then lines `field: column; column`."""
    columns: dict[str, str | None] = {}
    for line in table.strip().splitlines():
        target, _, spelled = line.partition(":")
        for column in spelled.split(";"):
            columns[heading_key(column)] = None if target.strip() == "-" else target.strip()
    wanted = tuple(frozenset(heading_key(option) for option in column.split("|")) for column in signature.split(";"))
    return Preset(name, kind, wanted, columns)


@lru_cache(maxsize=1)
def all_presets() -> tuple[Preset, ...]:
    """Every preset, the most specific first."""
    from salesdesk.exchange import (
        presets_address_books,
        presets_hubspot,
        presets_pipedrive,
        presets_salesforce,
    )

    found: list[Preset] = []
    for module in (presets_pipedrive, presets_hubspot, presets_salesforce, presets_address_books):
        found += module.PRESETS
    return tuple(found)


def find_preset(header: Iterable[str]) -> Preset | None:
    """The preset whose signature fits best, at 0.7 or more; at a tie the one with the larger signature."""
    keys = frozenset(map(heading_key, header))
    scored = [(p.score(keys), len(p.signature), sum(column in keys for column in p.columns), p) for p in all_presets()]
    fitting = [entry for entry in scored if entry[0] >= ACCEPT]
    return max(fitting, key=lambda entry: entry[:3])[3] if fitting else None
