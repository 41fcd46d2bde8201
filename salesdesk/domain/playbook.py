"""A page of the playbook: where it stands in the tree, what it is about, when it applies, what ends a stage."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesdesk.domain import front_matter
from salesdesk.domain.front_matter import TextError
from salesdesk.domain.text import fold

KINDS = (
    "page",
    "persona",
    "positioning",
    "stage",
    "objection",
    "product",
    "market",
    "competitor",
    "pitch",
    "onboarding",
)
# What a page can be tied to: it then shows beside the records it fits.
TIES = ("stage", "persona", "product", "competitor", "sector")
_KEYS = ("under", "kind", "order", *TIES)
CRITERIA = "exit criteria"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as written. `under` names the page above it; `ties` say to which records it applies, any of the values
    of each; `criteria` are what must be true before a deal leaves the stage."""

    under: str
    kind: str
    order: int
    ties: Mapping[str, tuple[str, ...]]
    body: str
    criteria: tuple[str, ...] = ()

    @property
    def first_line(self) -> str:
        """The first words of it."""
        return next((line.strip("# ").strip() for line in self.body.splitlines() if line.strip("# ").strip()), "")

    def applies(self, facts: Mapping[str, Iterable[str]]) -> bool:
        """Whether it is tied to something these facts hold; words compare without case and accents."""
        for tie, wanted in self.ties.items():
            there = {fold(fact) for fact in facts.get(tie, ())}
            if any(fold(word) in there for word in wanted):
                return True
        return False


def read_page(text: str) -> Page:
    """The page a text holds; TextError, naming the line, when it cannot be understood."""
    found = front_matter.parse(text).only(*_KEYS)
    kind = found.value("kind", "page").lower()
    if kind not in KINDS:
        raise TextError(f"'{kind}' is not a kind of page.", found.lines["kind"], hint=f"There are: {', '.join(KINDS)}.")
    order = found.value("order", "0")
    if not order.lstrip("-").isdigit():
        raise TextError("'order' is a number.", found.lines["order"])
    if not found.body.strip():
        raise TextError("A page needs words.")
    ties = {tie: tuple(w.strip() for w in found.value(tie).split(",") if w.strip()) for tie in TIES}
    return Page(
        found.value("under"),
        kind,
        int(order),
        {tie: words for tie, words in ties.items() if words},
        found.body,
        tuple(_criteria(found.body)),
    )


def _criteria(body: str) -> Iterable[str]:
    inside = False
    for line in body.splitlines():
        if line.startswith("#"):
            inside = fold(line.strip("# ").strip()) == CRITERIA
        elif inside and line.lstrip().startswith(("- ", "* ")):
            yield line.lstrip()[2:].strip()


def tree(pages: Mapping[str, Page]) -> list[tuple[int, str]]:
    """The names of the pages from the top down, each with its depth; siblings by order, then name.

    A page under one that is not there, or in a circle, stands at the top: no page is ever out of sight.
    """
    by_fold = {fold(name): name for name in pages}
    below: dict[str, list[str]] = {}
    for name, page in pages.items():
        parent = by_fold.get(fold(page.under), "") if page.under else ""
        below.setdefault(parent if parent != name else "", []).append(name)

    def key(name: str) -> tuple[int, str]:
        return pages[name].order, fold(name)

    seen: set[str] = set()
    found: list[tuple[int, str]] = []

    def walk(names: Iterable[str], depth: int) -> None:
        for name in sorted(names, key=key):
            if name not in seen:
                seen.add(name)
                found.append((depth, name))
                walk(below.get(name, ()), depth + 1)

    walk(below.get("", ()), 0)
    walk([name for name in pages if name not in seen], 0)
    return found
