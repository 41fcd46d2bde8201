"""`python -m salesdesk` and the `salesdesk` command."""

import atexit
import gc
import os
import sys


def main() -> None:
    """Run the command line of this process and end it with its exit code."""
    # What a start imports stays to the end: looking through it for garbage would be a tenth of a quick command.
    # Who may need long or much memory turns the collector on again (`cli.running`, `starting`).
    gc.disable()
    from salesdesk.cli.main import main as run

    code = run()
    gc.freeze()
    if _nothing_waits():
        # Python would take everything apart first, piece by piece: 4 ms of a quick command, for nothing.
        os._exit(code)
    sys.exit(code)


def _nothing_waits() -> bool:
    """Whether the process can end at once: all is written, no thread runs, and nobody asked to be told of the end."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return False
    threading = sys.modules.get("threading")
    return not atexit._ncallbacks() and (threading is None or threading.active_count() == 1)


if __name__ == "__main__":
    main()
