"""Files to read: made up here in any encoding, or real ones kept beside the project."""

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]
_DATA = Path(__file__).parents[2] / "../shared/data"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes text or bytes to a new file and returns its path."""

    def made(content: str | bytes, name: str = "file.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return made


@pytest.fixture
def data() -> Path:
    """The folder of real data; skips where it is absent."""
    if not _DATA.is_dir():
        pytest.skip("the real data (../shared/data) is not here")
    return _DATA.resolve()
