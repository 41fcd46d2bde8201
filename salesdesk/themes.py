"""The colours of the interface: one set of roles, three palettes, and what other themes give for them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

if TYPE_CHECKING:
    from textual.app import App

GROUNDS = ("background", "surface", "panel", "cursor")
ROLES = ("text", "strong", "muted", "label", "accent", "ok", "warn", "bad", "violet", "hairline", "track")
_WEIGHTS = ("bold", "italic", "underline", "strike", "reverse")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colour of every role, as `#rrggbb` or the name of a terminal colour."""

    name: str
    dark: bool
    background: str
    surface: str
    panel: str
    cursor: str
    hairline: str
    track: str
    text: str
    strong: str
    muted: str
    label: str
    accent: str
    ok: str
    warn: str
    bad: str
    violet: str
    _styles: dict[tuple[str, str], Style] = field(default_factory=dict, init=False, repr=False, compare=False)

    def style(self, role: str, on: str = "background") -> Style:
        """The Rich style of a role on a ground.

        It may carry weights (`bad bold`, `accent underline`) and a ground of its own (`strong@cursor bold`).
        """
        made = self._styles.get((role, on))
        if made is None:
            made = self._styles[role, on] = _style(self, role, on)
        return made


def _style(tokens: Tokens, role: str, on: str) -> Style:
    colour, *weights = role.split(" ")
    colour, _, own_ground = colour.partition("@")
    return Style(
        color=getattr(tokens, colour),
        bgcolor=getattr(tokens, own_ground or on),
        bold="bold" in weights or None,
        italic="italic" in weights or None,
        underline="underline" in weights or None,
        strike="strike" in weights or None,
        reverse="reverse" in weights or None,
    )


INK = Tokens(
    name="ink",
    dark=True,
    background="#0e1116",
    surface="#141920",
    panel="#1b212a",
    cursor="#1f2c42",
    hairline="#2a323e",
    track="#717d90",
    text="#d9dee7",
    strong="#f3f5f9",
    muted="#8b95a5",
    label="#717d90",
    accent="#7fb4ff",
    ok="#4fd1b0",
    warn="#f5b14c",
    bad="#ff7a66",
    violet="#b79cff",
)
PAPER = Tokens(
    name="paper",
    dark=False,
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e8e5dd",
    cursor="#dfe8f7",
    hairline="#d5d0c5",
    track="#a8a294",
    text="#2b3038",
    strong="#0f1319",
    muted="#5b6472",
    label="#6c7482",
    accent="#1f5fbf",
    ok="#00735c",
    warn="#945800",
    bad="#b8321c",
    violet="#6b45b8",
)
CONTRAST = Tokens(
    name="contrast",
    dark=True,
    background="#000000",
    surface="#10141a",
    panel="#1b212a",
    cursor="#22365a",
    hairline="#566274",
    track="#8b98ad",
    text="#f0f3f8",
    strong="#ffffff",
    muted="#b9c2d0",
    label="#a9b4c4",
    accent="#9cc6ff",
    ok="#6fe6c6",
    warn="#ffc670",
    bad="#ff9a8a",
    violet="#cbb8ff",
)
PALETTES = {tokens.name: tokens for tokens in (INK, PAPER, CONTRAST)}


def _theme(tokens: Tokens) -> Theme:
    return Theme(
        name=tokens.name,
        dark=tokens.dark,
        primary=tokens.accent,
        secondary=tokens.violet,
        accent=tokens.accent,
        warning=tokens.warn,
        error=tokens.bad,
        success=tokens.ok,
        foreground=tokens.text,
        background=tokens.background,
        surface=tokens.surface,
        panel=tokens.panel,
        variables={
            "text-muted": tokens.muted,
            "text-disabled": tokens.label,
            "border": tokens.accent,
            "border-blurred": tokens.hairline,
            "input-cursor-background": tokens.accent,
            "input-cursor-foreground": tokens.background,
            "input-selection-background": tokens.cursor,
            "block-cursor-background": tokens.cursor,
            "block-cursor-foreground": tokens.strong,
            "block-cursor-blurred-background": tokens.cursor,
            "scrollbar": tokens.hairline,
            "scrollbar-hover": tokens.label,
            "scrollbar-active": tokens.accent,
            "scrollbar-background": tokens.background,
            "scrollbar-corner-color": tokens.background,
            "footer-key-foreground": tokens.accent,
            "footer-description-foreground": tokens.label,
        },
    )


THEMES = tuple(_theme(tokens) for tokens in PALETTES.values())


def tokens_of(app: "App[Any]") -> Tokens:
    """The roles in the colours of the theme the app shows now, also for a theme that is not ours."""
    return PALETTES.get(app.theme) or _derived(app.theme, app.current_theme)


_DERIVED: dict[str, Tokens] = {}


def _derived(name: str, theme: Theme) -> Tokens:
    if name not in _DERIVED:
        _DERIVED[name] = _terminal_tokens(name, theme) if theme.ansi else _mixed_tokens(name, theme)
    return _DERIVED[name]


def _terminal_tokens(name: str, theme: Theme) -> Tokens:
    """The terminal's own sixteen colours: the user has chosen them, so they are taken as they are."""
    strong, quiet, row = ("bright_white", "bright_black", "black") if theme.dark else ("black", "bright_black", "white")
    return Tokens(
        name=name,
        dark=theme.dark,
        background="default",
        surface="default",
        panel="default",
        cursor=row,
        hairline=quiet,
        track=quiet,
        text="default",
        strong=strong,
        muted="default",
        label=quiet,
        accent="blue",
        ok="green",
        warn="yellow",
        bad="red",
        violet="magenta",
    )


def _mixed_tokens(name: str, theme: Theme) -> Tokens:
    base = INK if theme.dark else PAPER
    ground = Color.parse(theme.background or base.background)
    text = Color.parse(theme.foreground or base.text)
    accent = Color.parse(theme.accent or theme.primary)
    extreme = Color.parse("#ffffff" if theme.dark else "#000000")

    def towards(colour: Color, share: float) -> str:
        return ground.blend(colour, share).hex6

    return Tokens(
        name=name,
        dark=theme.dark,
        background=ground.hex6,
        surface=Color.parse(theme.surface).hex6 if theme.surface else towards(text, 0.04),
        panel=Color.parse(theme.panel).hex6 if theme.panel else towards(text, 0.08),
        cursor=towards(accent, 0.2),
        hairline=towards(text, 0.15),
        track=towards(text, 0.45),
        text=text.hex6,
        strong=text.blend(extreme, 0.6).hex6,
        muted=towards(text, 0.7),
        label=towards(text, 0.6),
        accent=accent.hex6,
        ok=Color.parse(theme.success or base.ok).hex6,
        warn=Color.parse(theme.warning or base.warn).hex6,
        bad=Color.parse(theme.error or base.bad).hex6,
        violet=Color.parse(theme.secondary or base.violet).hex6,
    )
