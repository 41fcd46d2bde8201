"""Plain values behave as frozen dataclasses with slots do."""

import copy
import dataclasses
import pickle
from collections import Counter
from functools import cached_property
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.plain import Plain, field, replace


@dataclasses.dataclass(frozen=True, slots=True)
class Model:
    name: str
    count: int = 1
    parts: list[int] = dataclasses.field(default_factory=list)
    note: str | None = None


class Twin(Plain):
    name: str
    count: int = 1
    parts: list[int] = field(default_factory=list)
    note: str | None = None


class Longer(Twin):
    kind: ClassVar[str] = "longer"
    note: str | None = "said"
    last: int = 0

    @property
    def double(self) -> int:
        return self.last * 2


class Single(Plain):
    only: tuple[int, ...]


class Nothing(Plain):
    pass


class Tally(Plain, frozen=False):
    won: int = 0
    days: Counter[int] = field(default_factory=Counter)


class Keeping(Plain):
    __slots__ = ("__dict__",)

    name: str

    @cached_property
    def loud(self) -> str:
        return self.name.upper()


NAMES = [f.name for f in dataclasses.fields(Model)]
VALUES = st.one_of(st.integers(), st.text(max_size=3), st.none(), st.lists(st.integers(), max_size=2))
CALLS = st.tuples(st.lists(VALUES, max_size=6), st.dictionaries(st.sampled_from([*NAMES, "other"]), VALUES))


def made(kind: Any, call: Any) -> Any:
    """The value a call makes, or None where the call is refused."""
    given, named = call
    try:
        return kind(*given, **named)
    except TypeError:
        return None


@given(CALLS, CALLS)
def test_every_call_makes_or_refuses_what_a_dataclass_does(one: Any, other: Any) -> None:
    models = [made(Model, one), made(Model, other)]
    twins = [made(Twin, one), made(Twin, other)]
    for model, twin in zip(models, twins, strict=True):
        assert (model is None) == (twin is None)
        if model is not None:
            assert repr(twin) == repr(model).replace("Model(", "Twin(")
            assert dataclasses.asdict(twin) == dataclasses.asdict(model)
            assert [getattr(twin, name) for name in NAMES] == [getattr(model, name) for name in NAMES]
    assert (twins[0] == twins[1]) == (models[0] == models[1])


@given(st.text(max_size=3), st.integers(), VALUES, VALUES)
def test_hashes_go_with_equality_and_need_parts_that_have_one(name: str, count: int, parts: Any, note: Any) -> None:
    model, twin = Model(name, count, parts, note), Twin(name, count, parts, note)
    try:
        assert hash(twin) == hash(model) == hash(Twin(name, count, parts, note))
    except TypeError:
        with pytest.raises(TypeError):
            hash(model)
        with pytest.raises(TypeError):
            hash(twin)


@given(CALLS, st.dictionaries(st.sampled_from([*NAMES, "other"]), VALUES))
def test_replace_copies_and_pickles(call: Any, changes: dict[str, Any]) -> None:
    twin, model = made(Twin, call), made(Model, call)
    if twin is None:
        return
    assert copy.copy(twin) == copy.deepcopy(twin) == pickle.loads(pickle.dumps(twin)) == twin
    if "other" in changes:
        with pytest.raises(TypeError):
            replace(twin, **changes)
        return
    changed: Any = dataclasses.replace(model, **changes)
    for way in (replace, dataclasses.replace):
        there: Any = way(twin, **changes)
        assert dataclasses.asdict(there) == dataclasses.asdict(changed)


def test_nothing_can_be_set_or_added_or_taken_away() -> None:
    twin: Any = Twin("Ada")
    for name in ("name", "other"):
        with pytest.raises(dataclasses.FrozenInstanceError, match=name):
            setattr(twin, name, "Bob")
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(twin, name)
    assert twin == Twin("Ada")
    assert not hasattr(twin, "__dict__")


def test_values_of_different_classes_are_never_equal() -> None:
    assert Twin("Ada") != Model("Ada")
    assert Twin("Ada") != Longer("Ada")
    assert Nothing() == Nothing()
    assert Nothing() != Single(())


def test_a_default_is_made_for_each_value() -> None:
    one, other = Twin("Ada"), Twin("Ada")
    one.parts.append(3)
    assert other.parts == []


def test_a_default_that_all_values_would_share_is_refused() -> None:
    make: Any = type(Plain)
    with pytest.raises(ValueError, match="'parts' of Shared"):
        make("Shared", (Plain,), {"__annotations__": {"parts": list}, "parts": []})


def test_a_class_can_build_on_another_and_change_a_default() -> None:
    one = Longer("Ada", last=4)
    assert [f.name for f in dataclasses.fields(one)] == [*NAMES, "last"]
    assert (one.note, one.double, one.kind) == ("said", 8, "longer")
    assert repr(one) == "Longer(name='Ada', count=1, parts=[], note='said', last=4)"
    assert not hasattr(one, "__dict__")


def test_one_field_and_none() -> None:
    assert Single((1,)) == Single(only=(1,))
    assert {Single((1,)): "found"}[Single((1,))] == "found"
    assert hash(Nothing()) == hash(Nothing())
    assert repr(Nothing()) == "Nothing()"
    with pytest.raises(TypeError):
        made_of: Any = Nothing
        made_of(1)


def test_one_that_is_not_frozen_counts_and_has_no_hash() -> None:
    one, other = Tally(), Tally()
    one.won += 2
    one.days[3] += 1
    assert (one.won, one.days, other) == (2, Counter({3: 1}), Tally())
    with pytest.raises(TypeError):
        hash(one)


def test_what_is_kept_beside_the_fields_is_no_field() -> None:
    one = Keeping("ada")
    assert one.loud == "ADA"
    assert one.__dict__ == {"loud": "ADA"}
    assert one == Keeping("ada")


def test_a_match_statement_takes_it_apart() -> None:
    match Twin("Ada", 3):
        case Twin(name, count, []):
            assert (name, count) == ("Ada", 3)
        case _:
            raise AssertionError
