"""The command as uv, pipx and today's pip install it; pips of before 2025 wrote one that imports `re` first, for 5 ms."""

import sys

from salesdesk.__main__ import main

if __name__ == "__main__":
    sys.argv[0] = sys.argv[0].removesuffix(".exe")
    main()
