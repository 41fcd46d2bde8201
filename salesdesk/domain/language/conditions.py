"""One value of a pair to one SQL condition, by the kind of its field; the condition is never true for
NULL.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING

from salesdesk.domain.ids import read_reference
from salesdesk.domain.language.fields import Where
from salesdesk.domain.language.refusal import MeaninglessError
from salesdesk.domain.language.temporal import day_condition
from salesdesk.domain.language.tree import Range, Value
from salesdesk.domain.money import CURRENCIES, Money, minor_digits, parse_decimal, parse_money, to_major
from salesdesk.domain.people import phone_key
from salesdesk.domain.text import digits, fold
from salesdesk.errors import AmbiguousError, InvalidError
from salesdesk.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdesk.domain.language.fields import Choice, Context, Field, Param

_FLAGS = {
    **dict.fromkeys(("yes", "y", "true", "1", "on", "igen"), True),
    **dict.fromkeys(("no", "n", "false", "0", "off", "nem"), False),
}
_SCALES = {"k": 3, "m": 6}
_COMPARE = {">": ">", "<": "<", ":": "=", "=": "="}


def like(expression: Where, pattern: str) -> Where:
    """`expression LIKE pattern`; parts of the pattern come from `escape`."""
    return Where(f"{expression.sql} LIKE ? ESCAPE '!'", (*expression.params, pattern))


def escape(text: str) -> str:
    """Text to stand for itself in a LIKE pattern."""
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def joined(word: str, parts: Sequence[Where]) -> Where:
    """The conditions joined by ` AND ` or ` OR `, each in parentheses."""
    if len(parts) == 1:
        return parts[0]
    params = tuple(param for part in parts for param in part.params)
    return Where(word.join(f"({part.sql})" for part in parts), params)


def missing(field: Field, context: Context) -> Where:
    """The condition that the record has no value in this field."""
    if field.within:
        return Where(f"NOT {field.within.replace('{condition}', '1=1')}")
    column = _column(field, context)
    kind = field.custom_kind if field.kind == "custom" else field.kind
    if kind in ("text", "tag") or (field.kind == "custom" and kind in ("choice", "day")):
        return Where(f"({column.sql} IS NULL OR {column.sql} = '')", column.params * 2)
    return Where(f"{column.sql} IS NULL", column.params)


def condition(field: Field, op: str, value: Value | Range, context: Context) -> Where:
    """The condition `field op value`; MeaninglessError when the value does not fit the field."""
    kind = field.custom_kind if field.kind == "custom" else field.kind
    column = _column(field, context)
    if op == "~" and isinstance(value, Value) and kind in ("text", "tag", "ref", "choice"):
        return _contains(field, kind, column, value, context)
    if kind in ("number", "money"):
        return _figure(field, kind, column, op, value, context)
    if kind in ("day", "age"):
        if op == "~":
            raise _not_for(field, op, value)
        return day_condition(field, column, op, value, context)
    if isinstance(value, Range) or op in "<>~":
        raise _not_for(field, op, value)
    if kind == "person":
        return _person(column, value, context)
    if kind == "choice":
        return _choice(field, column, value, context)
    if kind == "flag":
        return _flag(field, column, value)
    if kind == "ref":
        return _reference(field, op, value)
    return _text(field, column, op, value)


def _column(field: Field, context: Context) -> Where:
    if field.kind == "custom":
        if field.custom_kind in ("number", "money"):
            return context.dialect.json_number(field.sql, field.key or field.name)
        text = context.dialect.json_text(field.sql, field.key or field.name)
        folded = field.custom_kind in ("text", "choice", "flag")
        return Where(context.dialect.fold(text.sql), text.params) if folded else text
    if field.kind == "text" and not field.folded_sql and field.match != "digits":
        return Where(context.dialect.fold(field.sql))
    return Where(field.folded_sql if field.folded_sql and field.kind in ("text", "tag") else field.sql)


def _not_for(field: Field, op: str, value: Value | Range) -> MeaninglessError:
    sign = ".." if isinstance(value, Range) else op
    return MeaninglessError(
        tr("{field} cannot be compared with {sign}.", field=field.name, sign=sign),
        value,
        tr("Write {field}:value; put text with dots in quotes.", field=field.name),
    )


def _text(field: Field, column: Where, op: str, value: Value) -> Where:
    """`:` at the start of a word (or as `Field.match` says), `=` the whole text; a tag is always whole."""
    word = fold(value.text)
    if field.match == "digits":
        return _phone(column, op, value)
    if field.kind == "tag" and not field.within and word:
        return like(column, f"% {escape('-'.join(word.split()))} %")
    if op == "=" or field.kind == "tag" or not word:
        return Where(f"{column.sql} = ?", (*column.params, word))
    if field.match == "contains":
        return like(column, f"%{escape(word)}%")
    return like(Where(f"' ' || {column.sql}", column.params), f"% {escape(word)}%")


def _phone(column: Where, op: str, value: Value) -> Where:
    typed = digits(value.text)
    if not typed:
        raise MeaninglessError(tr("'{text}' has no digits.", text=value.text), value)
    # A whole number is known by its last nine digits, whatever its prefix; a part by the digits typed.
    tail = phone_key(value.text) or typed
    return like(column, f"%{tail}" if op == "=" else f"%{tail}%")


def _contains(field: Field, kind: str, column: Where, value: Value, context: Context) -> Where:
    word = fold(value.text)
    if kind == "choice" and field.kind != "custom":
        keys = [choice.key for choice in context.choices(field.name) if word in fold(choice.label)]
        return _one_of(column, keys)
    if field.match == "digits":
        return _phone(column, "~", value)
    return like(Where(field.folded_sql) if kind == "ref" else column, f"%{escape(word)}%")


def _reference(field: Field, op: str, value: Value) -> Where:
    reference = read_reference(value.text)
    if reference and field.code_sql and not value.quoted:
        return like(Where(field.code_sql), f"{escape(reference[1])}%")
    return _text(field, Where(field.folded_sql), op, value)


def _one_of(column: Where, keys: Sequence[Param]) -> Where:
    if not keys:
        return Where("1=0")
    marks = ", ".join("?" * len(keys))
    return Where(f"{column.sql} IN ({marks})", (*column.params, *keys))


def _person(column: Where, value: Value, context: Context) -> Where:
    if value.text.lower() == "me" and not value.quoted:
        if context.me is None:
            raise MeaninglessError(tr("Nobody has said who 'me' is."), value, tr("Choose with --as or member me NAME."))
        return _one_of(column, [context.dialect.key(context.me)])
    try:
        found = context.members(value.text)
    except AmbiguousError as error:
        names = ", ".join(error.candidates)
        raise MeaninglessError(error.message, value, tr("Write more of it: {names}.", names=names)) from None
    if not found:
        raise MeaninglessError(tr("Nobody is called '{text}'.", text=value.text), value, tr("Use a name, me or none."))
    return _one_of(column, [context.dialect.key(key) for key in found])


def _choice(field: Field, column: Where, value: Value, context: Context) -> Where:
    if field.kind == "custom":
        return Where(f"{column.sql} = ?", (*column.params, fold(value.text)))
    choices = context.choices(field.name)
    return _one_of(column, [choice.key for choice in find_choices(field.name, value, choices)])


def find_choices(name: str, value: Value, choices: Sequence[Choice]) -> list[Choice]:
    """The choices a typed value means: the label, else the meaning (`open` is several), else a prefix of one
    label.

    MeaninglessError lists the labels when none or more than one label fits.
    """
    word = fold(value.text)
    exact = [choice for choice in choices if fold(choice.label) == word or choice.key == value.text]
    exact = exact or [choice for choice in choices if choice.meaning and fold(choice.meaning) == word]
    if exact:
        return exact
    starting = [choice for choice in choices if word and fold(choice.label).startswith(word)]
    labels = list(dict.fromkeys(choice.label for choice in starting or choices))
    if len({fold(label) for label in labels}) == 1 and starting:
        return starting
    if starting:
        message = tr("'{text}' fits several: {labels}.", text=value.text, labels=", ".join(labels))
        raise MeaninglessError(message, value, tr("Write more of it."))
    close = get_close_matches(word, [fold(label) for label in labels], n=1)
    near = next((label for label in labels if fold(label) in close), "")
    hint = tr("Did you mean {label}?", label=near) if near else ""
    raise MeaninglessError(
        tr("{field} has no value '{text}'.", field=name, text=value.text),
        value,
        hint or tr("It can be {labels}.", labels=", ".join(labels[:12]) or "none"),
    )


def _flag(field: Field, column: Where, value: Value) -> Where:
    flag = _FLAGS.get(fold(value.text))
    if flag is None:
        raise MeaninglessError(tr("{field} is yes or no.", field=field.name), value)
    if field.kind == "custom":
        # JSON true comes back as 'true' or '1'; a person may have imported 'yes'.
        return _one_of(column, [word for word, meant in _FLAGS.items() if meant is flag])
    return Where(f"{column.sql} = ?", (*column.params, flag))


def _figure(field: Field, kind: str, column: Where, op: str, value: Value | Range, context: Context) -> Where:
    if op == "~":
        raise _not_for(field, op, value)
    if not isinstance(value, Range):
        return _compare(field, kind, column, _COMPARE[op], value, context)
    ends = ((">=", value.low), ("<=", value.high))
    parts = [_compare(field, kind, column, sign, end, context) for sign, end in ends if end is not None]
    return joined(" AND ", parts)


def _compare(field: Field, kind: str, column: Where, sign: str, value: Value, context: Context) -> Where:
    if kind == "money" and field.kind != "custom":
        return _money(field, column, sign, value, context)
    return Where(f"{column.sql} {sign} ?", (*column.params, _number(value)))


def _number(value: Value) -> int | float:
    text = value.text.strip().rstrip("%")
    scale = _SCALES.get(text[-1:].lower(), 0)
    number = parse_decimal(text[:-1] if scale else text, scaled=scale > 0)
    if number is None:
        raise MeaninglessError(tr("'{text}' is not a number.", text=value.text), value, tr("Write it like 60 or 12k."))
    number = number.scaleb(scale)
    if number != number.to_integral_value():
        return float(number)
    if abs(number) >= Decimal(1 << 63):
        raise MeaninglessError(tr("'{text}' is too large.", text=value.text), value)
    return int(number)


def _money(field: Field, column: Where, sign: str, value: Value, context: Context) -> Where:
    """An amount without a currency is compared in each record's own; with one, only records in it can
    match.
    """
    typed = _amount(value, context.currency)
    if not field.currency_sql:
        return Where(f"{column.sql} {sign} ?", (*column.params, typed.minor))
    if _amount(value, "EUR").currency == _amount(value, "HUF").currency:
        condition_sql = f"({column.sql} {sign} ? AND {field.currency_sql} = ?)"
        return Where(condition_sql, (*column.params, typed.minor, typed.currency))
    exact = to_major(typed.minor, context.currency)
    cases, params = "", list(column.params)
    for count in (0, 3, 4):
        codes = ", ".join(f"'{code}'" for code in sorted(CURRENCIES) if minor_digits(code) == count)
        cases += f" WHEN {field.currency_sql} IN ({codes}) THEN ?"
        params.append(_bound(exact.scaleb(count), sign))
    usual = _bound(exact.scaleb(2), sign)
    return Where(f"{column.sql} {sign} CASE{cases} ELSE ? END", (*params, usual))


def _bound(exact: Decimal, sign: str) -> int | None:
    """The whole number of minor units that compares alike: above 12.5 yen is above 12, at least 12.5 is from
    13 on.
    """
    if exact == exact.to_integral_value():
        return int(exact)
    if sign == "=":
        return None
    return int(exact.to_integral_value(ROUND_FLOOR if sign in (">", "<=") else ROUND_CEILING))


def _amount(value: Value, currency: str) -> Money:
    try:
        return parse_money(value.text, currency)
    except InvalidError as error:
        raise MeaninglessError(error.message, value, error.hint) from None
