"""Names and links that came from outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.files import file_link_path, file_name, is_program, link_name, link_scheme, say_size, why_not_link
from salesdesk.domain.text import clean


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Offer 2026.pdf", "Offer 2026.pdf"),
        ("../../etc/passwd", "etc_passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("-rf", "rf"),
        (".bashrc", "bashrc"),
        ("con.txt", "my con.txt"),
        ("a\x1b]0;t\x07b\u202efdp.exe", "abfdp.exe"),
        ("", "file"),
        ("///", "file"),
        ("Árajánlat 日本.docx", "Árajánlat 日本.docx"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_names_are_safe_everywhere(given: str, kept: str) -> None:
    assert file_name(given) == kept


@given(st.text(max_size=400))
def test_any_text_makes_one_part_of_a_path_and_stays_as_it_is_then(text: str) -> None:
    name = file_name(text)
    assert name and name not in {".", ".."} and len(name) <= 120
    assert not set(name) & set('/\\:*?"<>|') and clean(name) == name and name[0] not in ".-"
    assert file_name(name) == name


@pytest.mark.parametrize(
    "link",
    ["https://acme.example/offer.pdf", "http://localhost:8080/x", "mailto:anna@acme.example", "file:///srv/offer.pdf"],
)
def test_links_that_are_kept(link: str) -> None:
    assert link_scheme(link)
    assert why_not_link(link) == ""


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://acme.example/x",
        "ssh://host/x",
        "https://",
        "https://a b/",
        "https://[::1",
        "https://acme.example:port/",
        "file://other-host/share/x",
        "mailto:nobody",
        "mailto:a@b.example?attach=/etc/passwd",
    ],
)
def test_links_that_are_not(link: str) -> None:
    assert link_scheme(link)
    assert why_not_link(link)


@pytest.mark.parametrize("path", ["C:\\Users\\x.pdf", "offer: final.pdf", "notes", "/srv/x", "~/x", "a:b"])
def test_paths_are_not_links(path: str) -> None:
    assert link_scheme(path) == ""


def test_what_a_link_is_called() -> None:
    assert link_name("https://acme.example/a/Offer%202026.pdf?x=1") == "Offer 2026.pdf"
    assert link_name("https://docs.example/d/1x9") == "docs.example 1x9"
    assert link_name("https://acme.example") == "acme.example"
    assert link_name("mailto:anna@acme.example") == "anna@acme.example"
    assert file_link_path("file:///srv/a%20b.pdf") == "/srv/a b.pdf"
    assert file_link_path("file:///C:/x.pdf") == "C:/x.pdf"


def test_programs_and_sizes() -> None:
    assert is_program("invoice.pdf.EXE") and is_program("x.desktop")
    assert not is_program("offer.pdf")
    assert [say_size(n) for n in (None, 0, 340, 12_000, 999_600, 25_000_000)] == [
        "", "0 B", "340 B", "12 KB", "1.0 MB", "25.0 MB",
    ]  # fmt: skip
