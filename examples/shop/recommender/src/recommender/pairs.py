"""Counts which products are bought together."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations


def count_pairs(orders: Iterable[list[str]]) -> Counter[tuple[str, str]]:
    """How often each pair of products, in alphabetical order, stands in one order."""
    pairs: Counter[tuple[str, str]] = Counter()
    for items in orders:
        pairs.update(combinations(sorted(set(items)), 2))
    return pairs


def recommend(product: str, pairs: Counter[tuple[str, str]]) -> str | None:
    """The product that is bought together with this one most often."""
    others = {(set(pair) - {product}).pop(): n for pair, n in pairs.items() if product in pair}
    return min(others, key=lambda other: (-others[other], other)) if others else None
