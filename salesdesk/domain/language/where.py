"""A condition of a query; apart from the rest of the language, so that reading a list need not import all of it."""

from salesdesk.plain import Plain

Param = str | int | float | bool | bytes | object


class Where(Plain):
    """A condition with `?` placeholders and the values for them, in order."""

    sql: str
    params: tuple[Param, ...] = ()


EVERYTHING = Where("1=1")
