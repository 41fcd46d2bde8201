"""Plain values: what frozen dataclasses with slots are, without the cost of making their classes.

`@dataclass` writes the source of each class's methods and compiles it, half a millisecond a class, and imports
`inspect` and `ast`: two thirds of the time of a quick command. `Plain` has the methods once for all its classes.
They behave the same, `dataclasses.replace`, `fields` and `asdict` take their values, and type checkers see
dataclasses (PEP 681). What the hot verbs import is `Plain`; elsewhere a dataclass is as good.
"""

from collections.abc import Callable
from operator import attrgetter

from salesdesk.hints import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import Field
    from dataclasses import replace as replace

_T = TypeVar("_T")


class _Made:
    """A default that is made anew for each value."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def field(*, default_factory: Callable[[], _T]) -> _T:
    """A default each value gets one of its own of: `field(default_factory=dict)`."""
    return cast("_T", _Made(default_factory))


class _Fields:
    """`__dataclass_fields__`, made when a function of `dataclasses` asks for it."""

    def __get__(self, value: object, owner: "type[Plain]") -> "dict[str, Field[Any]]":
        import dataclasses

        fields: list[Any] = []
        for name in owner.__match_args__:
            default = owner._defaults.get(name, dataclasses.MISSING)
            made = isinstance(default, _Made)
            kept = dataclasses.field(default_factory=default.make) if made else dataclasses.field(default=default)
            fields.append((name, Any, kept))
        twin: Any = dataclasses.make_dataclass(owner.__name__, fields)
        found: dict[str, Field[Any]] = twin.__dataclass_fields__
        return found


class _PlainType(type):
    """Turns what a class annotates into slots, before it is made."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], inside: dict[str, Any], *, frozen: bool = True
    ) -> "_PlainType":
        above: Any = next((base for base in bases if isinstance(base, cls)), None)
        if above is None:
            return super().__new__(cls, name, bases, inside)
        notes = inside.get("__annotations__", {})
        own = [n for n, note in notes.items() if not _is_of_class(note)]
        defaults = {n: inside.pop(n) for n in own if n in inside}
        shared = next((n for n, default in defaults.items() if type(default).__hash__ is None), "")
        if shared:
            raise ValueError(f"'{shared}' of {name} would be one for all its values: use field(default_factory=...).")
        names = tuple(dict.fromkeys((*above.__match_args__, *own)))
        inside["__match_args__"] = names
        inside["__slots__"] = (*(n for n in own if n not in above.__match_args__), *inside.get("__slots__", ()))
        if not frozen:
            inside |= {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__, "__hash__": None}
        made: Any = super().__new__(cls, name, bases, inside)
        made._defaults = above._defaults | defaults
        made._setters = tuple(getattr(made, n).__set__ for n in names)
        made._values = attrgetter(*names) if len(names) > 1 else staticmethod(_values_of)
        found: _PlainType = made
        return found


def _is_of_class(note: Any) -> bool:
    """Whether an annotation is a `ClassVar`, of `typing` or of `hints`."""
    return getattr(getattr(note, "__origin__", note), "__name__", "") == "ClassVar"


def _values_of(value: "Plain") -> tuple[Any, ...]:
    return tuple(getattr(value, name) for name in value.__match_args__)


def _refuse(value: "Plain", name: str, *_: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"{type(value).__name__} is never changed: '{name}'")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Plain(metaclass=_PlainType):
    """The base of plain values: `class Point(Plain)` with annotations and defaults, as in a dataclass.

    Values cannot be changed, unless the class says `frozen=False`. A class that keeps more than its fields (a
    `cached_property`) has `__slots__ = ("__dict__",)`. There is no `__post_init__`.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    __dataclass_fields__: ClassVar[dict[str, "Field[Any]"]] = cast("Any", _Fields())
    _defaults: ClassVar[dict[str, Any]] = {}
    _setters: ClassVar[tuple[Callable[[Any, Any], None], ...]] = ()
    _values: ClassVar[Any] = staticmethod(_values_of)

    if not TYPE_CHECKING:

        def __init__(self, /, *given: Any, **named: Any) -> None:
            setters = self._setters
            if named or len(given) != len(setters):
                given = self._completed(given, named)
            for put, value in zip(setters, given):  # noqa: B905 - of one length by now
                put(self, value)

        __setattr__ = __delattr__ = _refuse

    @classmethod
    def _completed(cls, given: tuple[Any, ...], named: dict[str, Any]) -> list[Any]:
        """One value for each field; TypeError as a function with these parameters would raise it."""
        values = list(given)
        for name in cls.__match_args__[len(given) :]:
            if name in named:
                values.append(named.pop(name))
            elif name in cls._defaults:
                default = cls._defaults[name]
                values.append(default.make() if isinstance(default, _Made) else default)
            else:
                raise TypeError(f"{cls.__name__} misses '{name}'")
        if named:
            raise TypeError(f"{cls.__name__} takes no '{next(iter(named))}', or has it already")
        if len(values) > len(cls.__match_args__):
            raise TypeError(f"{cls.__name__} takes {len(cls.__match_args__)} values, not {len(values)}")
        return values

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or self._values(self) == self._values(other)

    def __hash__(self) -> int:
        return hash(self._values(self))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({said})"

    def __reduce__(self) -> tuple[Any, ...]:
        # Copies and pickles are made as every value is.
        return type(self), self._values(self)


if not TYPE_CHECKING:

    def replace(value: _T, /, **changes: Any) -> _T:
        """`dataclasses.replace` for a plain value."""
        return type(value)(**{name: getattr(value, name) for name in value.__match_args__} | changes)
