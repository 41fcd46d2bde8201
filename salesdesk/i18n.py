"""The one door for the words of the interface, so that another language is a catalogue away."""


def tr(text: str, /, **values: object) -> str:
    """`text` in the language of the user (English only yet), with `{name}` filled from `values`."""
    return text.format(**values) if values else text


def plural(count: int, one: str, many: str) -> str:
    """`1 lead`, `1,204 leads`: the count, grouped, with the fitting word."""
    return f"{count:,} {one if count == 1 else many}"
