"""`python -m salesdesk` and the `salesdesk` command."""

import gc
import sys


def main() -> None:
    """Run the command line of this process and end it with its exit code."""
    # What a start imports stays to the end: looking through it for garbage would be a tenth of a quick command.
    # Who may need long or much memory turns the collector on again (`cli.running`, `starting`).
    gc.disable()
    from salesdesk.cli.main import main as run

    code = run()
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
