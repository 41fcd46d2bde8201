"""The palettes: enough contrast for everything that is read, and a set of roles for any theme."""

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from salesdesk.themes import CONTRAST, INK, PALETTES, PAPER, ROLES, THEMES, Tokens, tokens_of


def ratio(one: str, other: str) -> float:
    """The contrast of WCAG 2."""

    def luminance(colour: str) -> float:
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in Color.parse(colour).normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", PALETTES.values(), ids=lambda t: t.name)
@pytest.mark.parametrize("role", ["text", "strong", "muted", "accent", "ok", "warn", "bad"])
@pytest.mark.parametrize("ground", ["background", "surface", "cursor"])
def test_what_is_read_has_contrast(tokens: Tokens, role: str, ground: str) -> None:
    assert ratio(getattr(tokens, role), getattr(tokens, ground)) >= 4.45


@pytest.mark.parametrize("tokens", [INK, PAPER], ids=lambda t: t.name)
def test_labels_have_contrast_on_the_background(tokens: Tokens) -> None:
    assert ratio(tokens.label, tokens.background) >= 4.4
    assert ratio(CONTRAST.label, CONTRAST.cursor) >= 4.5


@pytest.mark.parametrize("name", [*BUILTIN_THEMES, *PALETTES])
def test_every_theme_gives_every_role(name: str) -> None:
    app: App[None] = App()
    for theme in THEMES:
        app.register_theme(theme)
    app.theme = name
    tokens = tokens_of(app)
    assert tokens.name == name
    assert all(tokens.style(f"{role} bold").color for role in ROLES)


def test_a_role_carries_weights_and_a_ground() -> None:
    style = INK.style("strong@cursor bold underline")
    assert style.bold
    assert style.underline
    assert style.bgcolor is not None
    assert style.bgcolor.name == INK.cursor
    assert INK.style("text", "surface") is INK.style("text", "surface")
