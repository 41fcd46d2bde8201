"""Garbage is collected while nobody types: to look through all that is there takes a tenth of a second.

Only where the program began with the collector off, as `salesdesk` does; elsewhere Python decides.
"""

import gc

# So many things more than were there are the young; so often they are looked through until the middle-aged are, and
# those until all are: that is for whom never rests.
_THRESHOLDS = (5_000, 10, 100)
# How often the middle-aged were looked through until a rest is worth being used.
_DUE = 2


def begin() -> bool:
    """Turn the collector on, when it was off until now; what is there stays to the end and is never looked at again.

    Nearly all of it was imported; what little of it is garbage by now stays too.
    """
    if gc.isenabled():
        return False
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()
    return True


def collect() -> None:
    """A rest: look through everything, if enough has come since the last time."""
    if gc.get_count()[2] >= _DUE:
        gc.collect()
