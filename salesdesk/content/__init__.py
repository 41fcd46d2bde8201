"""What comes ready: texts a team can use as they are and make their own."""

import unicodedata
from importlib.resources import files

# The languages mails come ready in.
LANGUAGES = ("en", "hu")


def ready(folder: str) -> dict[str, str]:
    """The ready texts of a folder (`playbook`, `templates/hu`), by their names."""
    return {
        # Some file systems give letters and accents apart.
        unicodedata.normalize("NFC", path.name.removesuffix(".md")): path.read_text("utf-8")
        for path in sorted(files(__package__).joinpath(folder).iterdir(), key=lambda p: p.name)
        if path.name.endswith(".md")
    }
