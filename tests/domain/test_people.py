"""Names, numbers, addresses and companies in their comparable forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.people import (
    Name,
    company_domain,
    company_key,
    domain_key,
    is_legal_form,
    mail_key,
    match_key,
    nominative,
    phone_key,
    split_name,
)


@pytest.mark.parametrize(
    ("full", "given_name", "family"),
    [
        ("Kovács Anna", "Anna", "Kovács"),
        ("Anna Kovács", "Anna", "Kovács"),
        ("Kovács, Anna", "Anna", "Kovács"),
        ("KOVÁCS Béla", "Béla", "KOVÁCS"),
        ("Nagy Kovács Anna Mária", "Anna Mária", "Nagy Kovács"),
        ("Szabó-Kiss Péter", "Péter", "Szabó-Kiss"),
        ("Joost de Vries", "Joost", "de Vries"),
        ("Ludwig van der Berg", "Ludwig", "van der Berg"),
        ("Anna Maria Lindqvist", "Anna Maria", "Lindqvist"),
        ("Mei-Lin Chow", "Mei-Lin", "Chow"),
        ("Anna", "Anna", ""),
    ],
)
def test_given_and_family(full: str, given_name: str, family: str) -> None:
    name = split_name(full)
    assert (name.given, name.family) == (given_name, family)


def test_a_title_is_kept_apart_and_an_order_settles_it() -> None:
    assert split_name("Dr. Nagy Béla") == Name("Béla", "Nagy", "Dr.")
    assert split_name("Chow Mei", "family-first") == Name("Mei", "Chow")
    assert Name("Anna", "Kovács").full("family-first") == "Kovács Anna"


@pytest.mark.parametrize(
    "others",
    [
        ("Kovács Anna", "Anna Kovács", "KOVÁCS, ANNA", "Dr. Kovacs Anna"),
        ("Mei-Lin Chow", "Chow Mei Lin"),
        ("Grace O'Neill", "Grace O’Neill"),
    ],
)
def test_writings_of_one_name_find_each_other(others: tuple[str, ...]) -> None:
    assert len({match_key(name) for name in others}) == 1


@pytest.mark.parametrize(
    "numbers",
    [
        ("06 30 123 4567", "0036301234567", "+36 (30) 123-4567", "30/123-4567"),
        ("06 1 234 5678", "+3612345678", "+36 1 234 5678 ext. 12"),
        ("020 7946 0102", "+44 (0)20 7946 0102", "+44 20 7946 0102"),
    ],
)
def test_variants_of_one_number_are_equal(numbers: tuple[str, ...]) -> None:
    keys = {phone_key(number) for number in numbers}
    assert len(keys) == 1
    assert None not in keys


def test_a_few_digits_are_no_number() -> None:
    assert phone_key("12") is None
    assert phone_key("no") is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ACME Nordic Kft.", "acme nordic"),
        ("Acme-Nordic", "acme nordic"),
        ("Stone & Sons Ltd", "stone and sons"),
        ("Delta s.r.o.", "delta"),
        ("Foo Sp. z o.o.", "foo"),
        ("Müller GmbH & Co. KG", "muller"),
        ("Kft", "kft"),
    ],
)
def test_companies_without_their_legal_form(name: str, key: str) -> None:
    assert company_key(name) == key


def test_legal_forms_in_running_text() -> None:
    assert all(map(is_legal_form, ["Kft", "kft.", "GmbH", "Inc.", "AG", "S.A.", "BV"]))
    assert not any(map(is_legal_form, ["as", "co", "se", "Anna"]))


def test_addresses() -> None:
    assert mail_key("Anna <Anna.K@Acme.HU>") == "anna.k@acme.hu"
    assert mail_key("anna") is None
    assert domain_key("https://www.Acme.hu/en?x=1") == "acme.hu"
    assert domain_key("anna@acme.hu") == "acme.hu"
    assert domain_key("1.2.3.4") is None
    assert domain_key("http://[bad") is None
    assert company_domain("anna@gmail.com") is None


@given(st.text(max_size=40))
def test_no_text_breaks_them(text: str) -> None:
    split_name(text)
    company_key(text)
    phone_key(text)
    domain_key(text)
    assert match_key(text) == match_key(" ".join(reversed(text.split())))


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Annát", "Anna"), ("Kovács Annát", "Kovács Anna"), ("Pétert", "Péter"), ("Annával", "Anna"), ("Péterrel", "Péter"),
     ("Jánossal", "János"), ("Gábornak", "Gábor"), ("Évát", "Éva"), ("Zoltánhoz", "Zoltán"),
     ("Albert", "Albert"), ("Margit", "Margit"), ("Lindqvist", "Lindqvist"), ("", "")],
)  # fmt: skip
def test_a_hungarian_name_loses_its_ending_when_a_known_name_is_left(typed: str, name: str) -> None:
    assert nominative(typed) == name
