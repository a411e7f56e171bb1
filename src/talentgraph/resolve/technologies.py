"""Technologies: whether two printed names are one."""

from __future__ import annotations

from talentgraph.resolve.comparison import Comparison, by_key
from talentgraph.values import technologies


def compare(left: str, right: str, left_context: str = "", right_context: str = "") -> Comparison:
    """Whether two names are one technology; contexts are what is listed beside them.

    >>> compare("k8s", "Kubernetes").band, compare("R", "Ruby").band
    ('same', 'different')
    """
    return by_key(technologies.key(left), technologies.key(right))
