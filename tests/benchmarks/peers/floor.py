"""A page of leads for every key, with nothing but SELECT and write: `floor.py FILE`."""

import os
import sqlite3
import sys
import termios
import tty

from rows import HEADS, read

PAGE = 36


def main() -> None:
    """Show pages by name until the terminal goes."""
    connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    before = termios.tcgetattr(0)
    tty.setraw(0)
    after = ("", b"")
    try:
        while True:
            lines = ["\x1b[H"]
            for row in read(connection, after, PAGE):
                lines.append("  ".join(f"{value[:12]:<12}" for value in row[: len(HEADS) - 1]))
                after = (row[-2], row[-1])
            os.write(1, "\r\n".join(lines).encode())
            if not os.read(0, 64):
                return
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, before)


if __name__ == "__main__":
    main()
