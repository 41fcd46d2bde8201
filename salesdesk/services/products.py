"""What is sold: the products with their list prices, added and changed."""

from typing import Any

from salesdesk.domain.money import Money
from salesdesk.domain.text import clean, fold
from salesdesk.errors import InvalidError
from salesdesk.i18n import tr
from salesdesk.services import mentions
from salesdesk.services.desk import Desk
from salesdesk.services.lists.entries import named
from salesdesk.services.records import Ref, by_id


def products(desk: Desk) -> list[tuple[Ref, str]]:
    """The products that are sold, by name, each with its list price in words."""
    rows = desk.connection.rows(
        "SELECT id, code, name, family, price_minor, currency FROM product WHERE deleted_op IS NULL AND active"
        " ORDER BY name_key, id"
    )
    return [
        (Ref("product", *row[:4]), str(Money(row[4], row[5] or desk.currency)) if row[4] is not None else "")
        for row in rows
    ]


def find_product(desk: Desk, words: str) -> Ref:
    """The product of that reference, or of that name or alone with that beginning; NotFoundError says what there is."""
    sold = [ref for ref, _ in products(desk)]
    referred = [ref for ref in sold if fold(ref.ref) == fold(clean(words))]
    return referred[0] if referred else named(sold, words, "product")


def add(desk: Desk, name: str, *, price: Money | None = None, family: str = "") -> Ref:
    """A new product; InvalidError for an empty name or one that is taken."""
    name = _free_name(desk, name)
    values = {"name": name, "family": clean(family), "price_minor": price.minor if price else None}
    with desk.operation(f"Product {name} added") as unit:
        key = unit.insert("product", {**values, "currency": price.currency if price else desk.currency})
    return by_id(desk.connection, "product", key)


def change(
    desk: Desk, words: str, *, name: str | None = None, price: Money | None = None, family: str | None = None
) -> str:
    """Change what a product is called (with all that names it by it), its list price or its family; a sentence.

    Deals keep the prices that are on them. InvalidError when there is nothing to change, or the name is taken.
    """
    ref = find_product(desk, words)
    values: dict[str, Any] = {} if name is None else {"name": _free_name(desk, name, ref)}
    values |= {"price_minor": price.minor, "currency": price.currency} if price else {}
    values |= {"family": clean(family)} if family is not None else {}
    if not values:
        raise InvalidError(tr("There is nothing to change."), hint=tr("Say what, for example --name NEW."))
    new = str(values.get("name", ref.name))
    found = mentions.mentions(desk, "product", ref.id, new) if new != ref.name else []
    sentence = f"Product {ref.name} changed"
    with desk.operation(sentence) as unit:
        unit.update("product", ref.id, values)
        done = mentions.carry(unit, found, ref.name, new)
    return f"{sentence}. {done}".rstrip(". ") if done else sentence


def _free_name(desk: Desk, name: str, ref: Ref | None = None) -> str:
    name = clean(name)
    if not name:
        raise InvalidError("A product needs a name.")
    if any(fold(one.name) == fold(name) for one, _ in products(desk) if ref is None or one.id != ref.id):
        raise InvalidError(f"There is a product called '{name}' already.")
    return name
