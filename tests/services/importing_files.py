"""Files to import: written here, or the real ones kept beside the project."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from salesdesk.services import importing
from salesdesk.services.desk import Desk
from salesdesk.store.tables import metadata
from salesdesk.store.triggers import record_tables

DATA = (Path(__file__).parents[2] / "../shared/data").resolve()
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the real data (../shared/data) is not here")
MAVEN = ("accounts", "products", "sales_teams", "sales_pipeline", "data_dictionary")
Write = Callable[[str, str], Path]


def maven(*names: str) -> list[Path]:
    """The files of the sales pipeline, all of them or those named."""
    return [DATA / "maven-crm" / f"{name}.csv" for name in names or MAVEN]


def bring(desk: Desk, *paths: Path, **said: object) -> importing.ImportReport:
    """Import files as `import --yes` does; counts of every file must add up."""
    options = {key: said.pop(key) for key in list(said) if key in importing.ImportOptions.__dataclass_fields__}
    preview = importing.examine(desk, paths, importing.ImportOptions(**options))  # type: ignore[arg-type]
    report = importing.publish(desk, preview, **said)  # type: ignore[arg-type]
    for file in report.files:
        assert file.rows == file.added + file.updated + file.unchanged + file.refused, file.path
    return report


def counts(report: importing.ImportReport) -> dict[str, tuple[int, int, int, int]]:
    """Added, updated, unchanged and refused rows by file."""
    return {Path(f.path).stem: (f.added, f.updated, f.unchanged, f.refused) for f in report.files}


def count(desk: Desk, table: str, where: str = "1 = 1") -> int:
    """Live rows of a table."""
    return int(desk.connection.value(f"SELECT count(*) FROM {table} WHERE deleted_op IS NULL AND {where}"))


def live(desk: Desk) -> str:
    """A hash of all live rows of all tables, whatever order they are stored in."""
    held = hashlib.sha256()
    for table in record_tables():
        columns = [c.name for c in metadata.tables[table.name].columns if c.name not in ("deleted_op",)]
        rows = desk.connection.rows(f"SELECT {', '.join(columns)} FROM {table.name} WHERE deleted_op IS NULL")
        held.update(repr((table.name, sorted(map(repr, rows)))).encode())
    return held.hexdigest()


def contents(desk: Desk) -> Iterator[object]:
    """What the records of an import say, without the keys it gave them."""
    for sql in (
        "SELECT m.name, m.role, t.name, b.name FROM member m LEFT JOIN team t ON t.id = m.team_id"
        " LEFT JOIN member b ON b.id = m.manager_id WHERE m.deleted_op IS NULL",
        "SELECT a.name, a.sector, a.annual_revenue_minor, a.founded_year, p.name FROM account a"
        " LEFT JOIN account p ON p.id = a.parent_id WHERE a.deleted_op IS NULL",
        "SELECT name, family, price_minor, currency FROM product WHERE deleted_op IS NULL",
        "SELECT p.name, s.name, s.position, s.meaning, s.probability FROM stage s JOIN pipeline p ON p.id = s.pipeline_id"
        " WHERE s.deleted_op IS NULL",
        "SELECT d.name, d.state, d.value_minor, d.opened_on, d.close_on, d.won_on, d.lost_on, d.stage_on, s.name, a.name,"
        " o.name, m.name, t.name, p.name, d.list_minor FROM deal d LEFT JOIN stage s ON s.id = d.stage_id"
        " LEFT JOIN account a ON a.id = d.account_id LEFT JOIN member o ON o.id = d.owner_id"
        " LEFT JOIN member m ON m.id = d.closed_manager_id LEFT JOIN team t ON t.id = d.closed_team_id"
        " LEFT JOIN deal_line l ON l.deal_id = d.id LEFT JOIN product p ON p.id = l.product_id"
        " WHERE d.deleted_op IS NULL",
    ):
        yield sorted(map(repr, desk.connection.rows(sql)))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes text to a new file and returns its path."""

    def made(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return made
