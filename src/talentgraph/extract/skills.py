"""Technologies: those a skills section lists, and those a text says were used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from talentgraph.extract.fields import Fields
from talentgraph.extract.marks import RULE, Mark, trimmed
from talentgraph.extract.page import Page
from talentgraph.extract.tongues import lists_languages
from talentgraph.model import Skill, Span
from talentgraph.values.technologies import Entry, find_technologies, lookup
from talentgraph.values.technology_names import key

MAX_ITEM_WORDS = 6
_LABEL = re.compile(r"^[^\t:,;|]{2,50}?(?::\s*|\t+\s*|\s+[–—]\s+)(?=\S)")
_FUNCTION_WORDS = frozenset(
    (
        "the",
        "of",
        "in",
        "on",
        "with",
        "for",
        "to",
        "from",
        "by",
        "using",
        "at",
        "is",
        "are",
        "was",
        "have",
        "has",
        "and",
    )
)
_THINGS = frozenset({"language", "framework", "tool", "hardware", "model"})
_AND = re.compile(r"\s*(?:and|und|y|et|e|&)\s+", re.I)
_EDGES = " \t\n\f,;:|·•–—-."
_HOSTS = frozenset({"GitHub", "GitLab", "Bitbucket", "LinkedIn", "Hugging Face", "Kaggle", "Stack Overflow"})
_TOLD = re.compile(  # the noun that tells what a coined name is
    r"(?<![\w-])([A-Z]\w*[a-z]\w*[A-Z]\w*|[A-Z]{2,}[a-z]{3,}\w*)(?=\s(?:[Ii]nference\s|[Tt]raining\s|[Ss]torage\s|[Ss]earch\s|[Qq]uery\s|[Rr]ules?\s)?"
    r"(?:[Ee]ngine|[Ff]ramework|[Ll]ibrary|[Tt]oolkit|[Rr]untime|[Cc]ompiler|[Dd]atabase|[Ss]imulator|SDK|API)\b)"
)
_ADDRESS = re.compile(r"\S+://\S+|www\.\S+|\S+@\S+|\b[\w.-]+\.(?:com|org|io|net|dev|edu)/\S*")
_PARTS = re.compile(r"\(([^()]*)\)")
_LEVEL = re.compile(
    r"\s*[(:–—-]?\s*\b(?:basic|beginner|intermediate|advanced|expert|proficient|fluent|familiar|novice|master|"
    r"experienced|\d+\+? (?:years?|yrs?))\b[^,;]*\)?\s*$",
    re.I,
)


def skills(page: Page) -> list[Skill]:
    """The groups of the skills sections."""
    return [skill for s in page.sections("skills") for skill in _section(page, _below(s.heading, s.start), s.end)]


def used_technologies(page: Page, start: int, end: int, entry: Sequence[Mark] = ()) -> list[tuple[Span, str]]:
    """The technologies that a stretch of prose names, outside names of employers and places."""
    text = page.text[start:end]
    taken = [m.span for m in entry if m.label in ("EMPLOYER", "PLACE")]
    taken += [(start + m.start(), start + m.end()) for m in _ADDRESS.finditer(text)]
    titles = [m.span for m in entry if m.label == "TITLE"]
    found = []
    for (a, b), known in find_technologies(text):
        span = (start + a, start + b)
        in_title = known.kind == "method" and _meets(span, titles)
        if _is_named(text[a:b], known) and not in_title and not _is_link(page, span, known):
            found.append(span)
    found += [(start + m.start(1), start + m.end(1)) for m in _TOLD.finditer(text) if _is_coined(m.group(1))]
    found += [m.span for m in page.within(start, end, ["SKILL"]) if _is_marked(page, m.span)]
    free = [span for span in found if not _meets(span, taken)]
    named = [(span, " ".join(page.text[span[0] : span[1]].split())) for span in _apart(free)]
    return list({key(words): (span, words) for span, words in reversed(named)}.values())[::-1]


def _is_marked(page: Page, span: Span) -> bool:
    """Whether what the model takes for a technology is a name, and no link."""
    words = page.text[slice(*span)]
    known = lookup(words)
    return not words.islower() and not (known and (_is_link(page, span, known) or not _is_named(words, known)))


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < b and a < span[1] for a, b in others)


def _is_named(printed: str, entry: Entry) -> bool:
    """Whether prose names a technology: no field of study, and no word that only sounds like a short name."""
    if entry.kind == "field" or (entry.kind == "method" and not _is_coined(printed)):
        return False
    return not (printed.islower() and printed.isalpha()) or printed == entry.name.casefold() or printed in entry.aliases


def _is_coined(printed: str) -> bool:
    """Whether a name has capitals inside or digits, as coined names have and plain words have not."""
    return any(any(map(str.isdigit, word)) or word[1:] != word[1:].lower() for word in re.split(r"[\s-]+", printed))


def _is_link(page: Page, span: Span, entry: Entry) -> bool:
    """Whether the name of a code host stands in a head line, where it is a link and nothing that was used."""
    if entry.name not in _HOSTS:
        return False
    line = page.lines[page.line_at(span[0])]
    return not line.bullet and len(page.text[line.start : line.end].split()) < 20


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Longest spans first, without overlaps, in order."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s[0] - s[1], s)):
        if not any(span[0] < b and a < span[1] for a, b in kept):
            kept.append(span)
    return sorted(kept)


def _below(heading: Span | None, start: int) -> int:
    return heading[1] if heading else start


def _section(page: Page, start: int, end: int) -> Iterator[Skill]:
    """One group a labelled line; lines without label go on with the group above."""
    groups: list[tuple[Span | None, list[Span]]] = []
    for line in page.lines:
        a, b = max(line.start, start), min(line.end, end)
        if a >= b:
            continue
        match = _LABEL.match(page.text[a:b])
        if match and not _is_item(match.group(), page.text[a + match.end() : b]):
            groups.append((trimmed(page.text, a, a + match.end()), [(a + match.end(), b)]))
        elif groups and groups[-1][1] and not line.bullet and not line.gap:
            groups[-1][1].append((a, b))
        else:
            groups.append((None, [(a, b)]))
    for label, stretches in groups:
        items = [item for stretch in _joined(page.text, stretches) for item in _items(page, *stretch)]
        if label and _is_told(page, label, stretches):
            items = [label, *items]
        if items and not lists_languages([page.text[slice(*item)] for item in items]):
            yield _skill(page, label, items)


def _is_told(page: Page, label: Span, stretches: Sequence[Span]) -> bool:
    """Whether a label is a technology and prose follows it ("Linux: experience of hacking its block layer")."""
    entry = lookup(page.text[slice(*label)])
    if entry is None or entry.kind not in _THINGS:
        return False
    return _is_prose(page.text[stretches[0][0] : stretches[-1][1]].split(",")[0])


def _joined(text: str, stretches: Sequence[Span]) -> list[Span]:
    """Lines of a list that was wrapped in the middle of an item are read as one."""
    return [(stretches[0][0], stretches[-1][1])] if stretches else []


def _is_item(label: str, rest: str) -> bool:
    """Whether what looks like a label is a technology with a note ("Python: 5 years")."""
    return lookup(label.strip(" :\t–—")) is not None and _LEVEL.fullmatch(rest) is not None


def _items(page: Page, start: int, end: int) -> Iterator[Span]:
    """The single technologies of a list."""
    text = page.text
    position = start
    for piece in _pieces(text[start:end]):
        lead = _AND.match(piece)
        span = trimmed(text, position + (lead.end() if lead else 0), position + len(piece), drop=_EDGES)
        position += len(piece) + 1
        inner = _PARTS.search(text, *span)
        if inner and _is_list(text[span[0] : inner.start()], inner.group(1)):
            if lookup(text[span[0] : inner.start()].strip()):
                yield trimmed(text, span[0], inner.start())
            yield from _items(page, *inner.span(1))
            continue
        if inner and inner.end() >= span[1] - 1 and _is_aside(text[span[0] : inner.start()], inner.group(1)):
            span = trimmed(text, span[0], inner.start())
        if parts := _slashed(text, span):
            yield from parts
            continue
        if match := _LEVEL.search(text, *span):
            span = trimmed(text, span[0], match.start()) if match.start() > span[0] else span
        if _is_prose(text[span[0] : span[1]]):
            named = find_technologies(text[span[0] : span[1]])
            yield from (
                (span[0] + a, span[0] + b)
                for (a, b), known in named
                if _is_named(text[span[0] + a : span[0] + b], known)
            )
        elif span[0] < span[1]:
            yield span


def _is_list(outer: str, inner: str) -> bool:
    """Whether a bracket lists technologies of the kind before it ("Inference (vLLM, SGLang)")."""
    return "," in inner or (lookup(inner.strip()) is not None and lookup(outer.strip()) is None)


def _is_aside(outer: str, inner: str) -> bool:
    """Whether a bracket only remarks on the technology before it; an abbreviation of it is a part of the name."""
    initials = "".join(word[0] for word in re.split(r"[\s-]+", outer.strip()) if word).casefold()
    letters = "".join(filter(str.isalpha, inner)).casefold()
    return (
        len(outer.split()) < MAX_ITEM_WORDS
        and 1 < len(inner.split()) < 5
        and "." not in inner
        and letters not in (initials, initials + "s")
    )


def _slashed(text: str, span: Span) -> list[Span]:
    """The technologies of "C/C++" or "NVIDIA H100/H200", when each is known and the whole is none."""
    words = text[slice(*span)]
    if "/" not in words or lookup(words) or len(words) > 60:
        return []
    parts, start = [], span[0]
    for word in words.split("/"):
        parts.append(trimmed(text, start, start + len(word)))
        start += len(word) + 1
    return parts if all(lookup(text[slice(*part)]) for part in parts) else []


def _is_prose(item: str) -> bool:
    """Whether an item is a part of a sentence rather than a name."""
    words = item.split()
    return len(words) > MAX_ITEM_WORDS or (len(words) > 3 and bool(_FUNCTION_WORDS.intersection(words)))


def _pieces(text: str) -> list[str]:
    """A list cut at separators of one character that stand outside brackets."""
    pieces, depth, last = [], 0, 0
    for number, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]" and depth > 0)
        if letter in ",;|•·\t" and depth == 0:
            pieces.append(text[last:number])
            last = number + 1
    return [*pieces, text[last:]]


def _skill(page: Page, label: Span | None, items: Sequence[Span]) -> Skill:
    fields = Fields(page.text)
    if label:
        fields.put("name", [label], RULE)
    fields.items("keywords", ((span, " ".join(page.text[span[0] : span[1]].split())) for span in items))
    return fields.record(Skill)  # type: ignore[no-any-return]
