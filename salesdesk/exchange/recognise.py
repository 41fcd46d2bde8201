"""Which kind of records a file holds and which field each column is, by meaning of words and values."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from salesdesk.domain.text import fold
from salesdesk.errors import InvalidError
from salesdesk.exchange.evidence import Profile, fit
from salesdesk.exchange.fields import Field, Kind, kinds
from salesdesk.exchange.presets import Preset, find_preset, heading_key
from salesdesk.exchange.words import concepts, word_set
from salesdesk.i18n import tr

ACCEPT = 0.5
_CERTAIN = 0.7
# A column about one of these is about somebody or something else than the row itself (import-presets.md).
_TRAPS = word_set(
    "owner assistant parent manager spouse associated referred by last fax yomi alternative weighted is "
    "?bounced "
    "?deleted ?converted ?creator ?first"
)
_NEUTRAL = word_set(
    "work sales full ?usd ?eur ?gbp ?huf ?chf ?pln ?czk ?ft currency ?value ?company ?record unit amount"
)
_IDENTITY = word_set("name given_name family_name email phone mobile website external_id title")
_OTHERS = word_set(
    "account customer contact person lead deal product member user owner manager campaign order activity "
    "call "
    "meeting subscription office team stage pipeline source lost won plan currency"
)
_DAYS = frozenset(("day", "instant", "month"))
_UNIQUE_NAMES = frozenset(("account", "product", "member"))


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What one column is taken for: its field (None: kept as a custom field), why, and how sure (0 to 1)."""

    column: str
    index: int
    field: str | None
    why: str = ""
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a file is taken for; `kind` None when nothing fits, `not_records` when it holds none."""

    kind: str | None
    columns: tuple[ColumnGuess, ...]
    preset: str = "generic"
    sure: float = 0.0
    not_records: str = ""
    rivals: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Attempt:
    kind: Kind
    columns: tuple[ColumnGuess, ...]
    score: float
    whole: bool


def recognise(
    header: Sequence[str],
    profiles: Sequence[Profile],
    *,
    stem: str = "",
    kind: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Recognition:
    """The kind of the records and the field of each column.

    `kind` and `mapping` (column -> field, `-` for none) overrule; InvalidError when they name what is not.
    """
    if kind is not None and kind not in kinds():
        raise InvalidError(
            tr("'{kind}' is not a kind of record.", kind=kind),
            hint=tr("Use one of: {kinds}.", kinds=", ".join(kinds())),
        )
    forced = _forced(header, mapping or {})
    preset = find_preset(header)
    if preset is not None and (kind in (None, preset.kind) or {kind, preset.kind} == {"lead", "contact"}):
        chosen = kinds()[kind or preset.kind]
        told = _preset_columns(preset, chosen, header, forced)
        return Recognition(chosen.name, _attempt(chosen, header, profiles, stem, told).columns, preset.name, 1.0)
    if kind is not None:
        _check_fields(kind, forced.values())
        return Recognition(kind, _attempt(kinds()[kind], header, profiles, stem, forced).columns, sure=1.0)
    return _choose(header, profiles, stem, forced)


def _choose(
    header: Sequence[str], profiles: Sequence[Profile], stem: str, forced: Mapping[int, str | None]
) -> Recognition:
    wanted = {name for name in forced.values() if name}
    able = [k for k in kinds().values() if wanted <= set(k.fields)]
    if not able:
        raise InvalidError(
            tr("No kind of record has all of these fields: {fields}.", fields=", ".join(sorted(wanted))),
            hint=tr("Name the kind with --kind and one of its fields with --map."),
        )
    attempts = sorted((_attempt(k, header, profiles, stem, forced) for k in able), key=lambda a: -a.score)
    fitting = [a for a in attempts if a.whole]
    described = _dictionary(header)
    if described and (not fitting or fitting[0].score < 7):
        nobody = tuple(ColumnGuess(name, i, None) for i, name in enumerate(header))
        return Recognition(None, nobody, not_records=described)
    if not fitting:
        rivals = tuple(a.kind.name for a in attempts[:3] if a.score > 0)
        columns = tuple(ColumnGuess(name, i, None) for i, name in enumerate(header))
        return Recognition(None, columns, rivals=rivals)
    best = fitting[0]
    second = fitting[1].score if len(fitting) > 1 else 0.0
    sure = max(0.3, min(1.0, (best.score - second) / max(best.score, 1.0) + 0.5))
    rivals = tuple(a.kind.name for a in fitting[1:3] if a.score > 0.8 * best.score)
    return Recognition(best.kind.name, best.columns, sure=round(sure, 2), rivals=rivals)


def _attempt(
    kind: Kind,
    header: Sequence[str],
    profiles: Sequence[Profile],
    stem: str,
    forced: Mapping[int, str | None],
) -> _Attempt:
    taken = {name for name in forced.values() if name}
    chosen = {
        i: ColumnGuess(header[i], i, name, tr("as told") if name else tr("kept as it is"), 1.0)
        for i, name in forced.items()
    }
    for score, name, index in sorted(_candidates(kind, header, profiles), key=lambda c: (-c[0], c[2])):
        if index not in chosen and name not in taken:
            chosen[index] = ColumnGuess(header[index], index, name, tr("by its name"), round(score, 2))
            taken.add(name)
    for guess in _by_values(kind, header, profiles, set(chosen), taken):
        chosen[guess.index] = guess
    certain = {g.field for g in chosen.values() if g.field and (g.sure >= _CERTAIN or g.field == "email")}
    own = {g.field for g in chosen.values() if g.field in certain and concepts(g.column) & kind.own}
    total = _total(kind, chosen.values(), profiles, len(header))
    if concepts(stem) & kind.hint:
        total += 2.0
    if kind.name == "lead":
        total += 0.3  # a bare list of people is a list to call
    columns = tuple(chosen.get(i) or ColumnGuess(name, i, None) for i, name in enumerate(header))
    return _Attempt(kind, columns, total, _is_whole(kind, certain, own))


def _total(kind: Kind, guesses: Iterable[ColumnGuess], profiles: Sequence[Profile], width: int) -> float:
    total, mapped = 0.0, 0
    for guess in guesses:
        if guess.field is None or guess.field not in kind.fields:
            continue
        mapped += 1
        full = 1.0 if profiles[guess.index].count else 0.5
        total += kind.fields[guess.field].weight * guess.sure * full
    return total - min(0.12 * (width - mapped), 2.0)


def _is_whole(kind: Kind, taken: Set[str], own: Set[str]) -> bool:
    for option in kind.core:
        if all(
            part in taken if ":" not in part else part.split(":")[0] in taken and part.split(":")[0] in own
            for part in option
        ):
            return True
    return {"given_name", "family_name"} <= taken and any(
        option - {"name"} <= taken and "name" in option for option in kind.core
    )


def _candidates(kind: Kind, header: Sequence[str], profiles: Sequence[Profile]) -> Iterable[tuple[float, str, int]]:
    for index, name in enumerate(header):
        meant = concepts(name)
        if not meant:
            continue
        for possible in kind.fields.values():
            score = _header_score(meant, possible, kind)
            if score >= ACCEPT:
                score *= fit(possible.type, profiles[index]) * _distinct(possible, kind, profiles[index], meant)
                if score >= ACCEPT:
                    yield min(score, 1.0) - 0.001 * index / len(header), possible.name, index


def _distinct(possible: Field, kind: Kind, seen: Profile, meant: frozenset[str]) -> float:
    """A record's own id, and the name of an account, product or member, does not repeat."""
    if possible.name == "external_id" and seen.unique < 0.95 and seen.count > 1:
        return 0.3
    if possible.name == "name" and kind.name in ("lead", "contact") and seen.unique < 0.2 and seen.count > 20:
        return 0.3
    if possible.name == "name" and kind.name == "account" and not meant & kind.own and seen.person > 0.8:
        return 0.8  # a column called just `name` that reads like people
    if possible.name == "name" and kind.name in _UNIQUE_NAMES and seen.unique < 0.8 and seen.count > 3:
        return 0.35
    return 1.0


def _header_score(meant: frozenset[str], possible: Field, kind: Kind) -> float:
    best = 0.0
    for rank, pattern in enumerate(possible.patterns):
        if pattern <= meant:
            best = max(best, 1.0 - 0.012 * rank - _cost(meant, meant - pattern, possible, kind))
    return best


def _cost(meant: frozenset[str], extra: frozenset[str], possible: Field, kind: Kind) -> float:
    cost = 0.0
    for concept in extra:
        if "id" in meant and possible.links and concept not in ("id", *kind.own) and concept[0] != "?":
            return 1.0  # lead_type_id is the id of a type, not of a lead
        if concept in _TRAPS and concept not in kind.own:
            return 1.0
        if concept in kind.own:
            cost += 0.03
        elif (possible.name in _IDENTITY or possible.links) and concept in _OTHERS:
            return 1.0
        elif concept in _NEUTRAL or (concept == "date" and possible.type in _DAYS):
            cost += 0.04
        elif concept == "id":
            cost += 0.04 if possible.links else 0.6
        else:
            cost += 0.38
    return cost


_BY_VALUES = (
    ("email", "mail", 0.8),
    ("website", "url", 0.9),
    ("phone", "phone", 0.9),
    ("country", "country", 0.8),
)


def _by_values(
    kind: Kind, header: Sequence[str], profiles: Sequence[Profile], done: set[int], taken: set[str]
) -> Iterable[ColumnGuess]:
    """Columns whose names say nothing, but whose values do: mails, addresses, phones, people."""
    for index, name in enumerate(header):
        if index in done or any(not c.startswith("?") and c != "id" for c in concepts(name)):
            continue
        seen = profiles[index]
        found = None
        if "id" in concepts(name):
            if "external_id" in kind.fields.keys() - taken and seen.unique == 1.0 and seen.count > 1:
                taken.add("external_id")
                yield ColumnGuess(name, index, "external_id", tr("by its values"), 0.6)
            continue
        for wanted, share, least in _BY_VALUES:
            if wanted in kind.fields and wanted not in taken and getattr(seen, share) >= least and seen.count:
                found = wanted
                break
        if found == "phone" and seen.number > 0.5:
            found = None
        named = taken & {"name", "given_name", "family_name"}
        if found is None and kind.name in ("lead", "contact") and not named and seen.person > 0.8:
            found = "name"
        if found is not None:
            taken.add(found)
            yield ColumnGuess(name, index, found, tr("by its values"), 0.6)


def _dictionary(header: Sequence[str]) -> str:
    """What is said of a file that describes columns instead of holding records; '' for other files."""
    meant = [concepts(name) for name in header]
    fields = any("field" in m for m in meant)
    described = any(m & {"note", "definition"} for m in meant)
    words = sum(bool(m & {"field", "table", "note", "definition", "example", "category", "name"}) for m in meant)
    if fields and described and len(header) <= 8 and words >= len(header) - 1:
        return tr("it describes columns (a data dictionary) and holds no records")
    return ""


def _forced(header: Sequence[str], mapping: Mapping[str, str]) -> dict[int, str | None]:
    places = {fold(name): index for index, name in enumerate(header)}
    keys = {heading_key(name): index for index, name in enumerate(header)}
    forced: dict[int, str | None] = {}
    for column, name in mapping.items():
        index = places.get(fold(column.strip()), keys.get(heading_key(column)))
        if index is not None:
            forced[index] = None if name in ("-", "") else name
    return forced


def _check_fields(kind: str, names: Iterable[str | None]) -> None:
    possible = kinds()[kind].fields
    for name in names:
        if name is not None and name not in possible:
            raise InvalidError(
                tr("A {kind} has no field '{name}'.", kind=kind, name=name),
                hint=tr("Use one of: {fields}.", fields=", ".join(possible)),
            )


_TWINS = {"account": "company", "company": "account"}  # what a lead and a contact call their employer


def _preset_columns(
    preset: Preset, kind: Kind, header: Sequence[str], forced: Mapping[int, str | None]
) -> dict[int, str | None]:
    """The preset's field of each of its columns, for its own kind or the twin of it (leads and contacts)."""
    _check_fields(kind.name, forced.values())
    told: dict[int, str | None] = {}
    for index, key in enumerate(map(heading_key, header)):
        if key in preset.columns:
            name = preset.columns[key]
            if name not in kind.fields and _TWINS.get(name or "") in kind.fields:
                name = _TWINS[name or ""]
            told[index] = name if name in kind.fields else None
    return {**told, **forced}
