"""Holds the promise that both engines are tested alike: `python -m tests.engines JUNIT_REPORT`.

Every test that ran on SQLite must have run, and not been skipped, on PostgreSQL.
"""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

# Tests that may be skipped on PostgreSQL, each with its reason.
MAY_SKIP: dict[str, str] = {}


def main(report: str) -> int:
    """0 when both engines ran the same tests; else what is missing, and 1."""
    ran: dict[str, str] = {}
    for case in ET.parse(Path(report)).iter("testcase"):
        state = "skipped" if case.find("skipped") is not None else "ran"
        ran[f"{case.get('classname')}.{case.get('name')}"] = state
    on_sqlite = [name for name in ran if "[sqlite" in name]
    missing = []
    for name in on_sqlite:
        twin = name.replace("[sqlite", "[postgresql", 1)
        if ran.get(twin) != "ran" and ran[name] == "ran" and twin not in MAY_SKIP:
            missing.append(f"{twin}: {ran.get(twin, 'not collected')}")
    for line in missing:
        sys.stderr.write(f"not on PostgreSQL: {line}\n")
    if not on_sqlite:
        sys.stderr.write("no test ran on both engines\n")
        return 1
    sys.stdout.write(f"{len(on_sqlite)} tests ran on SQLite, {len(on_sqlite) - len(missing)} of them on PostgreSQL\n")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
