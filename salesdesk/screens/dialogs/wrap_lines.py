"""What the wrap-up of a call says, as lines: for a box with room, and for one that is almost too small."""

from collections.abc import Sequence

from salesdesk.i18n import tr
from salesdesk.widgets.bars import glyphs
from salesdesk.widgets.options import Option
from salesdesk.widgets.text import Line, Piece, cut, measure, words

LABEL_CELLS = 11
RESULTS = (
    Option("order", "order", "o"),
    Option("advance", "advance", "a"),
    Option("continuation", "continuation", "c"),
    Option("no-sale", "no sale", "x"),
)


def outcome_lines(outcomes: Sequence[Option], chosen: str, cells: int, *, tight: bool) -> list[Line]:
    """How it went: every letter; in a tight box only the one that was chosen."""
    if tight:
        return flowing([one for one in outcomes if not chosen or one.id == chosen], chosen, cells)
    return [[Piece(tr("How did it go?"), "label")], *flowing(outcomes, chosen, cells), []]


def result_lines(result: str, *, asks: bool, decided: bool, why: str, cells: int, tight: bool) -> list[Line]:
    """What came of it; without a conversation that there is nothing to decide. `why` it is stored as less."""
    if not asks:
        told = tr("counts as an attempt") if decided else tr("after a talk: order, advance, continuation, no sale")
        return [] if tight else [_labelled(tr("Result"), Piece(told, "muted")), []]
    indent = 0 if tight else LABEL_CELLS
    lines: list[Line] = [
        [Piece((tr("Result") if number == 0 else "").ljust(LABEL_CELLS)[:indent], "label"), *line]
        for number, line in enumerate(flowing(RESULTS, result, cells - indent))
    ]
    if why:
        told = tr("kept as a continuation: {why}", why=why)
        shown = [cut(told, cells)] if tight else words(told, cells - indent)
        lines += [[Piece(" " * indent), Piece(line, "warn")] for line in shown]
    return lines if tight else [*lines, []]


def meaning_lines(meaning: str, source: str, cells: int, *, tight: bool) -> list[Line]:
    """What the next step means, and where it comes from."""
    lead = Piece(" " * (0 if tight else LABEL_CELLS + 2))
    if not meaning:
        return [] if tight else [[lead, Piece(tr("none"), "muted")]]
    if tight:
        return [[Piece(cut(meaning, cells), "muted")]]
    lines: list[Line] = [[lead, Piece(part, "muted")] for part in words(meaning, cells - LABEL_CELLS - 2)]
    if source and measure(lines[-1]) + len(source) + 3 <= cells:
        lines[-1] = [*lines[-1], Piece(f"   {source}", "label")]
    elif source:
        lines.append([lead, Piece(source, "label")])
    return lines


def offer_line(label: str, what: str, told: str, *, taken: bool, possible: bool, focused: bool) -> Line:
    """`Deal stage ✓ Qualified   S moves it there`: something more that can be saved with it."""
    return [
        Piece(label.ljust(LABEL_CELLS), "label"),
        Piece(f"{glyphs().done if taken and possible else glyphs().none} ", "accent bold" if taken else "label"),
        Piece(what, "strong bold" if focused else "text" if possible else "muted"),
        Piece(f"   {told}", "label"),
    ]


def fact_lines(coverage: str, also: Sequence[str]) -> list[Line]:
    """What was asked, and what is saved beside."""
    lines = [_labelled(tr("Asked"), Piece(coverage, "muted"))]
    return [*lines, _labelled(tr("Also"), Piece(", ".join(also), "muted"))] if also else lines


def hint_lines(*, tight: bool) -> list[Line]:
    """The keys."""
    if tight:
        return [[Piece(tr("enter saves  tab  esc  D no call"), "label")]]
    return [
        [],
        [Piece(tr("enter saves all of it   tab next field   esc back to the call"), "label")],
        [Piece(tr("D if there was no call: nothing is kept"), "label")],
    ]


def _labelled(label: str, *what: Piece) -> Line:
    return [Piece(label.ljust(LABEL_CELLS), "label"), *what]


def flowing(options: Sequence[Option], chosen: str, cells: int) -> list[Line]:
    """`t talked   v voicemail   …`, one behind the other; the chosen one on the cursor ground with ▌."""
    lines: list[list[Piece]] = [[]]
    for option in options:
        mine = option.id == chosen
        ground = "@cursor" if mine else ""
        entry = [
            Piece(glyphs().edge if mine else " ", f"accent{ground}"),
            Piece(option.key, f"accent{ground} bold"),
            Piece(f" {option.label} ", f"strong{ground} bold" if mine else "text"),
            Piece(" "),
        ]
        if lines[-1] and measure([*lines[-1], *entry]) > cells + 1:
            lines.append([])
        lines[-1] += entry
    return [tuple(line) for line in lines]
