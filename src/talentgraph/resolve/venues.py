"""Venues: whether two printed names are one series."""

from __future__ import annotations

from talentgraph.resolve.comparison import Comparison, by_key
from talentgraph.values import venues


def compare(left: str, right: str, left_context: str = "", right_context: str = "") -> Comparison:
    """Whether two names are one series of conferences or one journal; contexts are what stands beside them.

    >>> compare("EuroSys '25", "Proc. of EuroSys 2024").band
    'same'
    """
    return by_key(venues.key(left), venues.key(right))
