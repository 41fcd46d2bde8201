"""Steps in the words of each engine: a step `v0003_what.py` has its statements in `v0003_what.sqlite.sql` beside it."""

from pathlib import Path

import sqlalchemy as sa


def run_script_of(step: str, bind: sa.Connection) -> None:
    """Run the statements that stand beside the step whose `__file__` this is, in the words of the engine of `bind`."""
    script = Path(step).with_suffix(f".{bind.dialect.name}.sql")
    for statement in script.read_text("utf-8").split(";\n"):
        if statement.strip():
            bind.exec_driver_sql(statement)
