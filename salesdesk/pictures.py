"""The pictures of the README, exported from the demo by the program itself."""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from salesdesk.app import DeskApp
from salesdesk.services.demo import build_demo

NOW = "2026-11-23T08:12:00Z"
SIZE = (120, 36)
_PICTURES: dict[str, tuple[str, tuple[str, ...]]] = {
    "today": ("today", ("down", "down", "down", "down")),
    "leads": ("leads", ()),
    "deals": ("deals", ("right", "right", "right", "right")),
    "goals": ("goals", ("down",) * 5),
    "kpis": ("kpis", ()),
}
# The exported picture asks a server for its font; ours use what the reader has.
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_RANDOM_ID = re.compile(r"terminal-\d+")


def export(folder: Path) -> list[Path]:
    """Write the pictures as SVG files and return their paths."""
    os.environ["SALESDESK_NOW"] = NOW
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="salesdesk-") as home:
        desk = build_demo(str(Path(home) / "demo.db"))
        desk.choose_actor("Maya Kessler")
        try:
            return [asyncio.run(_export(desk, folder, name)) for name in _PICTURES]
        finally:
            desk.workspace.close()


async def _export(desk: object, folder: Path, name: str) -> Path:
    start, keys = _PICTURES[name]
    app = DeskApp(desk, start=start, demo=True)  # type: ignore[arg-type]
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1.0)
        await pilot.press(*keys)
        await pilot.pause(1.0)
        picture = app.export_screenshot(title="salesdesk")
    picture = _RANDOM_ID.sub(f"terminal-{name}", _FONT_FACE.sub("", picture))
    path = folder / f"{name}.svg"
    path.write_text(picture.replace("Fira Code", "monospace"), encoding="utf-8")
    return path
