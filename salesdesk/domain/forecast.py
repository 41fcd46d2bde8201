"""The categories of a forecast: what a rep says of an open deal, else what its chance says (kpis.md 3.2)."""

from collections.abc import Mapping

# Strongest first.
CATEGORIES: Mapping[str, str] = {"commit": "Commit", "best": "Best case", "pipeline": "Pipeline", "omitted": "Omitted"}
# Where nobody said anything the chance of the stage does, in percent.
COMMIT_FROM, BEST_FROM = 75, 50


def category(said: str, chance: int | None) -> str:
    """The category of an open deal: what its rep said, else by its chance in percent."""
    if said:
        return said
    return "commit" if (chance or 0) >= COMMIT_FROM else "best" if (chance or 0) >= BEST_FROM else "pipeline"
