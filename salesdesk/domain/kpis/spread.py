"""Mean, median and 90th percentile of whole numbers that are given as how often each occurs. All exact."""

from collections import Counter


def total(numbers: Counter[int]) -> int:
    """Their sum."""
    return sum(number * times for number, times in numbers.items())


def mean(numbers: Counter[int]) -> float | None:
    """Their arithmetic mean, None for none."""
    count = numbers.total()
    return total(numbers) / count if count else None


def median(numbers: Counter[int]) -> int | float | None:
    """The middle one, or halfway between the two in the middle; None for none."""
    count = numbers.total()
    if not count:
        return None
    low, high = _at(numbers, (count - 1) // 2), _at(numbers, count // 2)
    return low if low == high else (low + high) // 2 if (low + high) % 2 == 0 else (low + high) / 2


def p90(numbers: Counter[int]) -> int | None:
    """The smallest one that at least nine in ten do not exceed (nearest rank); None for none."""
    count = numbers.total()
    return _at(numbers, -(-count * 9 // 10) - 1) if count else None


def _at(numbers: Counter[int], place: int) -> int:
    """The number at that place, from 0, when all are in order."""
    for number in sorted(numbers):
        place -= numbers[number]
        if place < 0:
            return number
    raise IndexError(place)
