"""`python -m salesdesk` and the `salesdesk` command."""

import sys


def main() -> None:
    """Run the command line of this process and end it with its exit code."""
    from salesdesk.cli.main import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
