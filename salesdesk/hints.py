"""The names of `typing` for what quick commands import, without its cost: 4 ms, a tenth of all they import.

Type checkers see `typing` itself. At run time the names only have to be there, for annotations are looked at by nobody but
`cli.declare` (`Annotated`) and `plain` (`ClassVar`).
"""

from collections.abc import Callable

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Annotated as Annotated
    from typing import Any as Any
    from typing import ClassVar as ClassVar
    from typing import Literal as Literal
    from typing import NoReturn as NoReturn
    from typing import Self as Self
    from typing import TypeVar as TypeVar
    from typing import cast as cast
    from typing import dataclass_transform as dataclass_transform
else:

    class Any:
        """Stands for `typing.Any`."""

    NoReturn = Self = Any

    class ClassVar:
        """Stands for `typing.ClassVar`: what it is of is thrown away."""

        def __class_getitem__(cls, kind: object) -> type:
            return cls

    class Literal:
        """Stands for `typing.Literal`: a class, so that it can be one of a union."""

        def __class_getitem__(cls, values: object) -> type:
            return cls

    class Annotated:
        """Stands for `typing.Annotated`: it keeps what it was given."""

        __slots__ = ("__metadata__", "__origin__")

        def __class_getitem__(cls, given: tuple[object, ...]) -> "Annotated":
            made = cls()
            made.__origin__, *more = given
            made.__metadata__ = tuple(more)
            return made

    def TypeVar(name: str, **_: object) -> type:  # noqa: N802
        """Stands for `typing.TypeVar`: a class, so that it can be one of a union."""
        return type(name, (), {})

    def cast(kind: object, value: object) -> object:
        """Stands for `typing.cast`."""
        return value

    def dataclass_transform(**_: object) -> Callable[[type], type]:
        """Stands for `typing.dataclass_transform`."""
        return lambda made: made
