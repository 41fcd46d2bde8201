"""A report of several tables as people forward it: what it holds, and as Markdown."""

from collections.abc import Sequence

from salesdesk.domain.text import NOTE_LIMIT, clean
from salesdesk.plain import Plain, field


class Part(Plain):
    """A cell: words and how they look: strong, muted, ok, warn, bad or nothing."""

    text: str
    tone: str = ""


class Block(Plain):
    """A table with a title. The first column and a `loose` last one are text, the others stand right; a loose last
    column is left out where there is no room for it. Without heads the rows are lines of text."""

    title: str
    heads: Sequence[str] = ()
    rows: Sequence[Sequence[Part]] = ()
    loose: bool = False


class Page(Plain):
    """A title, what it is of, and its blocks; `remarks` stand below."""

    title: str
    subtitle: str
    blocks: Sequence[Block] = ()
    remarks: Sequence[str] = field(default_factory=tuple)


def markdown(page: Page) -> str:
    """The page as Markdown; text of records cannot become markup."""
    lines = [f"# {_plain(page.title)}", "", _plain(page.subtitle), ""]
    for block in page.blocks:
        if not block.rows:
            continue
        lines += [f"## {_plain(block.title.capitalize())}", ""]
        if block.heads:
            lines.append(f"| | {' | '.join(map(_plain, block.heads))} |")
            marks = ["---"] + ["---:"] * (len(block.heads) - 1) + ["---" if block.loose else "---:"]
            lines.append(f"|{'|'.join(marks)}|")
            lines += [f"| {' | '.join(_plain(part.text) for part in row)} |" for row in block.rows]
        else:
            lines += [f"- {_plain(row[0].text)}" for row in block.rows]
        lines.append("")
    lines += [f"*{_plain(remark)}*  " for remark in page.remarks]
    return "\n".join(lines).rstrip()


def _clean(text: str) -> str:
    return clean(text, limit=NOTE_LIMIT)


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#" else sign for sign in _clean(text))
