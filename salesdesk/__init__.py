"""salesdesk: a workspace for sales teams that live in the terminal."""

__version__ = "0.1.0"
