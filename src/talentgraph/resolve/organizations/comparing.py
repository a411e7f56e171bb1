"""How likely two names are one organisation, and why."""

from __future__ import annotations

from talentgraph.resolve.comparison import Comparison, Reason
from talentgraph.resolve.organizations import known
from talentgraph.resolve.organizations.chains import Chain
from talentgraph.resolve.organizations.linking import bits, links
from talentgraph.resolve.organizations.reading import named

_SAME, _WORDED, _OPEN, _VAGUE, _NONE = 0.99, 0.97, 0.6, 0.35, 0.02


def compare(left: str, right: str, left_context: str = "", right_context: str = "") -> Comparison:
    """Whether two names are one organisation; contexts are places, and what is named beside them.

    >>> compare("MIT", "Massachusetts Institute of Technology").band
    'same'
    >>> compare("Trinity College", "Trinity College", "Hartford, CT", "Dublin, Ireland").band
    'different'
    """
    one, other = named(left, left_context), named(right, right_context)
    if not one or not other:
        return _because(_NONE, "name", "no name")
    if one[0].key == other[0].key:
        return _same_key(one, other)
    found = sorted(links([one[0], other[0]]), key=lambda link: -link.probability)
    if found:
        return found[0].comparison
    if not left_context and not right_context and (_may_be(one, other) or _may_be(other, one)):
        return _because(_OPEN, "list", "one of several that are called so")
    return _because(_NONE, *_apart(one, other))


def _may_be(short: Chain, full: Chain) -> bool:
    """Whether a name that several bear, none of them usually, is one that the other bears too."""
    bearers = known.bearing(short[0].text).entries
    return not short[0].name and bool(full[0].name) and full[0].name in {entry.name for entry in bearers}


def _same_key(one: Chain, other: Chain) -> Comparison:
    if one[0].vague:
        return _because(_VAGUE if len(one) > 1 or one[0].properties else _NONE, "name", "a name of many")
    if one[0].name:
        how = sorted({each.how for each in (one[0], other[0]) if each.how})
        return _because(_WORDED, "list", f"both are {one[0].name}: {'; '.join(how)}")
    return _because(_SAME if one[0].text == other[0].text else _WORDED, "name", "the same name")


def _apart(one: Chain, other: Chain) -> tuple[str, str]:
    for part, whole in ((one, other), (other, one)):
        if whole[0].key in {each.key for each in part[1:]}:
            return "part", f"{part[0].text} is a part of {whole[0].text}"
    if one[0].name and other[0].name:
        return "list", f"{one[0].name} and {other[0].name} are two in the list"
    return "name", "other names"


def _because(probability: float, what: str, says: str) -> Comparison:
    return Comparison(probability, (Reason(what, says, bits(probability)),))
