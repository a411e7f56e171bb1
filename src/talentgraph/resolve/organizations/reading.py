"""Which organisation a printed name stands for, and what that is part of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from talentgraph.resolve.organizations import known, pieces, slips
from talentgraph.resolve.organizations.chains import Chain, Named, chain_of, of_entry, placed, unprinted
from talentgraph.resolve.organizations.surroundings import Surroundings
from talentgraph.resolve.organizations.surroundings import read as surroundings
from talentgraph.values import organizations as names
from talentgraph.values import places, wordings
from talentgraph.values.text import has_words

_TEAM = re.compile(
    r"\b(?:labs?|laborator\w+|departments?|dept|institutes?|facult\w+|school|cent(?:er|re)|lehrstuhl|chair)\b", re.I
)
_INNER = re.compile(r"\s+(?:at|@)\s+(?:the\s+)?|\s+(?:of|de la|de l'|der|della|da)\s+(?:the\s+)?(?=Univ)", re.I)
_FACULTY = re.compile(
    r"(\S.*\buniversi\w+|universi\w+ (?:of|at) (?:[^\W\d_]+ ){0,2}?[^\W\d_]+)\s+"
    r"((?:[^\W\d_]+ ){0,3}?(?:school|faculty|department|college of|cent(?:er|re) for|hospital|laboratory)\b.*)",
    re.I,
)
_ALONE = " @ \0"  # behind the key of what means something inside one document only
_BETWEEN = frozenset({"&", "and", "und", "et", "y", "of"})  # words that do not stand at the end of a name
_STEM = 5  # letters that words of two languages have in common
_RUN = 4  # pieces of one name
_TAIL = 3  # words of a place behind a name
_SHORT = 2  # letters of what may mean too much to be a place


def named(text: str, around: str = "", document: str = "", beside: Sequence[str] = ()) -> Chain:
    """The organisation that a printed name stands for, and the wholes that it is part of, from part to whole.

    `around` is what stands around it, a place or another organisation; `document` tells apart what means something
    inside one document only, as "Freelance"; `beside` are other names there, one of which an acronym may stand for.

    >>> [found.name for found in named("AWS, Annapurna Labs")][:2]
    ['Annapurna Labs', 'Amazon Web Services']
    >>> named("Acme Labs, Inc.") == named("ACME LABS")
    False
    >>> named("Acme Labs, Inc.")[0].key == named("ACME LABS")[0].key
    True
    """
    text = names.clean(text)
    if not has_words(text):
        return ()
    chain = _named(text, around)
    if len(chain) == 1 and not chain[0].name and wordings.is_acronym(text) and (meant := _meant(text, beside)):
        return meant
    if any(_ALONE in each.key for each in chain):
        return tuple(replace(each, key=each.key.replace(_ALONE, f" @ {document}")) for each in chain)
    return chain


@lru_cache(maxsize=65536)
def _named(text: str, around: str) -> Chain:
    if wordings.is_nobody(text):
        return (Named(text, f"{names.key(text)}{_ALONE}", "", vague=True),)
    chain = _read(slips.mended(text), surroundings(around))
    return (replace(chain[0], text=text) if len(chain) == 1 else chain[0], *chain[1:])


def _meant(short: str, beside: Sequence[str]) -> Chain | None:
    """The one name of the same document that an acronym stands for."""
    bearers = {entry.name for entry in known.bearing(short).entries}
    found: dict[str, Chain] = {}
    for other in beside:
        chain = _named(other, "")
        fits = chain[0].name in bearers or names.key(short) in wordings.initials(chain[0].name or other)
        if fits and not chain[0].properties.get("unit"):
            found[chain[0].key] = chain
    if len(found) != 1:
        return None
    first, *rest = next(iter(found.values()))
    return (replace(first, text=short, how="the acronym of a name in the same document"), *rest)


def team_of(employer: str, team: str, around: str = "") -> Chain:
    """The team, where it is an organisation: one that is known to belong to the employer, or a laboratory of it."""
    above = named(employer, around)
    if not above or not names.clean(team):
        return ()
    entry = names.lookup(team)
    belongs = entry is not None and above[0].name in names.ancestors(entry)
    return _unit(above, names.clean(team)) if belongs or _TEAM.search(team) else ()


def department_of(institution: str, department: str, around: str = "") -> Chain:
    """The department as a part of the institution."""
    above = named(institution, around)
    return _unit(above, names.clean(department)) if above and names.clean(department) else ()


def _read(text: str, around: Surroundings) -> Chain:
    if (found := known.exact(text, around)) is not None and not around.cities:
        return chain_of(text, found)
    cut = pieces.cut(text)
    if cut.later and (found := known.find(cut.later, around)) is not None:
        return chain_of(text, found)
    if cut.within:
        return _bracketed(cut, around)
    if len(cut.names) > 1:
        return _several(cut, around)
    chain = _single(cut.names[0], around)
    if not chain[0].name and (found := _by_others(cut, around)):
        chain = chain_of(text, found)
    return (replace(chain[0], others=(*cut.others, *filter(None, [cut.later]))), *chain[1:])


def _bracketed(cut: pieces.Pieces, around: Surroundings) -> Chain:
    """A name with what it is part of in brackets behind it. A unit has its name from that, others have their own."""
    name, whole = ", ".join(cut.names), _named(cut.within[0], "")
    entry = names.lookup(cut.names[0])
    if pieces.is_unit(name) and (entry is None or whole[0].name in names.ancestors(entry)):
        return _unit(whole, name)
    chain = _read(name, around)
    return chain if len(chain) > 1 or chain[0].key == whole[0].key else (*chain, *whole)


def _by_others(cut: pieces.Pieces, around: Surroundings) -> known.Found | None:
    """What an acronym or a former name in brackets stands for, where its letters or the text say it is the same."""
    for other in cut.others:
        found = known.exact(other, around)
        if found and (not wordings.is_acronym(other) or _is_akin(cut.names[0], other, found.entry)):
            return found
    return None


def _is_akin(name: str, short: str, entry: names.Entry) -> bool:
    """Whether an acronym is that of the name, or its usual bearer has a word of the name, be it in another language."""
    if names.key(short) in wordings.initials(name):
        return True
    said = [
        word[:_STEM] for word in wordings.normal(name).split() if len(word) > _STEM and not wordings.is_common(word)
    ]
    words = wordings.normal(" ".join(entry.names)).split()
    return any(word.startswith(tuple(said)) for word in words) if said else False


def _single(name: str, around: Surroundings) -> Chain:
    """A name without separators."""
    if (found := known.find(name, around)) is not None:
        return chain_of(name, found)
    if (whole := _inside(name, around)) is not None:
        return whole
    if pieces.is_generic(name):
        for whole_name in around.wholes:
            return _unit(_named(whole_name, ""), name)
        return (Named(name, f"{wordings.normal(name)}{_ALONE}", "", {"type": names.kind(name)}, vague=True),)
    return (_unknown(name, around),)


def _unknown(name: str, around: Surroundings) -> Named:
    """An organisation that no list knows; one of a name that many bear is told from others by its place."""
    key = slips.reread(name)
    shared = (
        wordings.is_shared(name) or known.is_tie(name) or (wordings.is_acronym(name) and known.bearing(name).entries)
    )
    if shared:
        where = next(iter(sorted(wordings.normal(city) for city in around.cities)), "")
        where = where or next(iter(sorted(around.countries)), "").lower()
        key = f"{key} @ {where}" if where else key
    return Named(name, key, "", {"type": names.kind(name)}, vague=False)


def _inside(name: str, around: Surroundings) -> Chain | None:
    """A unit before or behind the name of its whole, or a name with its place, without separators between."""
    return _unit_of(name) or _with_place(name) or _behind(name, around)


def _unit_of(name: str) -> Chain | None:
    """ "Physics Department at Acme University"."""
    for match in _INNER.finditer(name):
        part, whole = name[: match.start()], name[match.end() :]
        if pieces.is_unit(part) and (known.exact(whole) or pieces.is_institution(whole)):
            return _unit(_named(whole, ""), part)
    if not (inside := _FACULTY.fullmatch(name)):
        return None
    wholes = _named(names.clean(inside[1]), "")
    chain = _unit(wholes, inside[2])
    return chain if chain[-len(wholes) :] == wholes else None


def _with_place(name: str) -> Chain | None:
    """ "KAIST Daejeon", "UM-Dearborn"."""
    cuts = [match.span() for match in re.finditer(r"\s+|(?<=[A-Z])-(?=[A-Z])", name)][-_TAIL:]
    for start, end in reversed(cuts):
        head, tail = name[:start], name[end:]
        if len(tail) <= _SHORT or wordings.is_small(head.split()[-1]):
            continue
        if not places.known(tail) and not any(Surroundings.knows(tail, each) for each in known.bearing(head).entries):
            continue
        if (found := _campus(head, tail) or known.find(head, surroundings(tail))) is not None:
            chain = placed(chain_of(head, found), found.entry, [tail], apart=" ")
            return (replace(chain[0], text=name), *chain[1:])
    return None


def _campus(head: str, tail: str) -> known.Found | None:
    """The known campus in a place of one that the head is a short name of: "UW Bothell"."""
    wholes = [found for entry in known.bearing(head).entries if (found := known.exact(f"{entry.name} {tail}"))]
    return wholes[0] if len({found.entry for found in wholes}) == 1 else None


def _behind(name: str, around: Surroundings) -> Chain | None:
    """ "Stanford Law School", "ETH NLP"."""
    words = name.split()
    for size in range(len(words) - 1, 0, -1):
        head, rest = " ".join(words[:size]), " ".join(words[size:])
        if not pieces.is_unit(rest) and not wordings.is_acronym(rest):
            continue
        if not _BETWEEN.isdisjoint(words[size - 1 : size + 1]):
            continue
        if (found := known.exact(head, around)) is not None and _is_whole(head, found, rest):
            return _unit(chain_of(head, found), rest)
    return None


def _is_whole(head: str, found: known.Found, rest: str) -> bool:
    """Whether a unit behind a known name is one of it: "Stanford Law School", but not "Apple Hill Research Center"."""
    if wordings.is_acronym(rest):
        return found.entry.type != "Company"
    if wordings.is_acronym(head) and found.entry.type == "Company" and head not in found.entry.names:
        return False  # "ACME Lab" is no laboratory of Acme
    if wordings.is_acronym(head) or " " in head:
        return True
    last = pieces.is_unit(rest.split()[-1])
    return last and (found.entry.type == "University" or len(rest.split()) < _TAIL)


def _several(cut: pieces.Pieces, around: Surroundings) -> Chain:
    """A name in pieces: known names as long as possible, then places, then units."""
    said = [piece for at, piece in enumerate(cut.names) if at and pieces.is_place(piece)]
    here = surroundings(", ".join(said)) if said else around
    if not said and (wordings.is_acronym(cut.names[0]) or wordings.is_shared(cut.names[0])):
        here = surroundings(", ".join(cut.names[1:]))  # places that no list has, if a known organisation lies there
    anchors, others = _anchors(cut.names, here)
    units = [piece for piece in others if piece not in said]
    if not anchors:
        return _without_anchor(cut, units, said, around)
    lowest = _lowest(anchors)
    if len(lowest) > 1:
        return _joint(cut.names)
    name, found = lowest[0]
    printed = {other.entry.name: text for text, other in anchors}
    chain = tuple(
        replace(each, text=printed[each.name], printed=True) if each.name in printed else each
        for each in chain_of(name, found)
    )
    said += [unit for unit in units if here.knows(unit, found.entry)]
    units = [unit for unit in units if unit not in said and not _is_initials(unit, found.entry)]
    if found.entry.type != "University" and any(map(pieces.is_institution, units)):
        return _joint(cut.names)
    if units:
        return _unit(chain, ", ".join(units))
    return placed(chain, found.entry, said)


def _anchors(parts: Sequence[str], around: Surroundings) -> tuple[list[tuple[str, known.Found]], list[str]]:
    """The known organisations among the pieces, the longest runs of pieces first, and the pieces that are left."""
    left, found = list(parts), []
    for size in range(min(len(parts), _RUN), 0, -1):
        find, at = (known.find if size == 1 else known.worded), 0
        while at + size <= len(left):
            name = ", ".join(left[at : at + size])
            skip = size == 1 and (pieces.is_place(name) and at > 0 or pieces.is_generic(name) or len(name) < 2)
            if not skip and "\0" not in name and (hit := find(name, around)) is not None:
                found.append((name, hit))
                left[at : at + size] = ["\0"]
            at += 1
    return found, [part for part in left if part != "\0"]


def _lowest(anchors: list[tuple[str, known.Found]]) -> list[tuple[str, known.Found]]:
    """Without those that others among them are part of, and without second names of one."""
    above = {name for _, found in anchors for name in names.ancestors(found.entry)}
    kept = {found.entry: (name, found) for name, found in reversed(anchors) if found.entry.name not in above}
    return list(kept.values())


def _joint(parts: Sequence[str]) -> Chain:
    """Several organisations in one name, in any order."""
    key = " / ".join(sorted(wordings.normal(part) for part in parts))
    return (Named(", ".join(parts), key),)


def _without_anchor(cut: pieces.Pieces, units: list[str], said: list[str], around: Surroundings) -> Chain:
    wholes = [unit for unit in units if pieces.is_institution(unit)] or [
        unit for unit in units if not pieces.is_unit(unit) or names.ends_in_legal_form(unit)
    ]
    here = surroundings(", ".join(said)) if said else around
    if len(units) == 1:
        return tuple(replace(each, others=cut.others) for each in _single(units[0], here)[:1])
    parts = [unit for unit in units if unit not in wholes[:1]]
    if len(wholes) == 1 and all(map(pieces.is_unit, parts)):
        return _unit(_single(wholes[0], here), ", ".join(parts))
    return _joint(units)


def _is_initials(unit: str, entry: names.Entry) -> bool:
    return names.key(unit) in wordings.initials(entry.name)


def _unit(wholes: Chain, part: str) -> Chain:
    """A part before its wholes: a known organisation, else one that its whole tells from others of its name."""
    known_part = known.exact(part)
    if known_part and _is_of_another(known_part.entry, wholes[0]):
        return _named(part, "")
    entry = known_part.entry if known_part else _short_unit(wholes[0], part)
    if entry is not None and (not entry.parent or wholes[0].name in (entry.name, *names.ancestors(entry))):
        above = names.ancestors(entry)
        if wholes[0].name in above:
            between = above[: above.index(wholes[0].name)]
            return (of_entry(part, entry), *map(unprinted, between), *wholes)
        return _named(part, "") if entry.name == wholes[0].name else (of_entry(part, entry), *wholes)
    cut = pieces.cut(part)
    form = " ".join(sorted(" ".join(map(slips.reread, cut.names)).split()))
    scoped = f"{wholes[0].key} / {form or wordings.normal(part)}"
    return (Named(part, scoped, "", {"unit": wholes[0].name or wholes[0].text}, others=cut.others), *wholes)


def _is_of_another(entry: names.Entry, whole: Named) -> bool:
    """Whether a known part says by its name that it is another's: "Acme Institute of Tests", of Acme."""
    if not entry.parent or whole.name in (entry.name, *names.ancestors(entry)):
        return False
    first = names.key(entry.parent).split()[0]
    return names.key(entry.name).split()[0] == first and not wordings.is_common(first)


def _short_unit(whole: Named, part: str) -> names.Entry | None:
    """The known part with these initials: "HLS" of Harvard is its law school."""
    if not whole.name or not wordings.is_acronym(part):
        return None
    found = [entry for entry in known.with_initials(part) if entry.parent == whole.name]
    return found[0] if len(found) == 1 else None
