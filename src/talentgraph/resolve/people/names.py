"""Names of people in documents: which are full, which are equal, and which one to show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from talentgraph.resolve.mentions import Mention
from talentgraph.values import people
from talentgraph.values.text import fold


@lru_cache(maxsize=1 << 18)
def is_full(name: str) -> bool:
    """Whether a name has a given name that is written out.

    >>> is_full("Ada Bee"), is_full("A. Bee"), is_full("Beeson AB"), is_full("Bee"), is_full("王小明")
    (True, False, False, False, True)
    """
    given = re.split(r"[\s.\-]+", people.parse(name).given)[0]
    if not given or given.lower() == given.upper():  # letters without case: every sign is a part of the name
        return bool(given)
    return len(given) > 1 and not (given.isupper() and len(given) < 4 and not name.isupper())


@lru_cache(maxsize=1 << 18)
def full_key(name: str) -> str:
    """The normal form by which full names are equal: "Xiao Ming Bee" and "Xiaoming Bee".

    >>> full_key("Bee, Xiao-Ming") == full_key("Xiaoming Bee")
    True
    """
    parts = people.parse(name)
    return "/".join(re.sub(r"[\W_]", "", fold(part)) for part in (parts.given, parts.family, parts.suffix))


def best_name(mentions: Iterable[Mention]) -> str:
    """The name to show: the owner's own, else the full name that is printed most often, else the longest."""
    mentions = list(mentions)
    own = [mention.text for mention in mentions if mention.role == "owner" and not mention.nameless]
    named = [mention.text for mention in mentions if not mention.nameless] or [m.text for m in mentions]
    names = own or list(filter(is_full, named)) or named
    count = Counter(names)
    return readable(min(count, key=lambda name: (-count[name], -len(name), name)))


def readable(name: str) -> str:
    """The name with the family name last, without titles.

    >>> readable("Bee, Ada"), readable("Prof. Ada Bee"), readable("王小明")
    ('Ada Bee', 'Ada Bee', '王小明')
    """
    name = " ".join(name.split())
    parts = people.parse(name)
    if " " not in name or not parts.family:
        return name
    return " ".join(part for part in (parts.given, parts.family, parts.suffix) if part)
