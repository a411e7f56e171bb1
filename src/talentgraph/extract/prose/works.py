"""Works, honours and tools: what a clause says that the person wrote, received and uses."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from talentgraph.extract.prose.mentions import Mention
from talentgraph.extract.prose.names import is_person, is_place, is_surely_person
from talentgraph.extract.prose.scene import Scene
from talentgraph.extract.prose.story import Story, Work
from talentgraph.extract.prose.tables import cues
from talentgraph.model import Span
from talentgraph.values import organizations, technologies, venues
from talentgraph.values.technologies import Entry, find_technologies

_HONOUR = re.compile(
    r"(?:awards?|prizes?|medal|medalist|fellowship|grant|scholarship|studentship|scholar|laureate|premio|prêmio|prix|médaille|preis|beca|bolsa|stipendium|fellow|honou?r|breakthrough|star|ambassador)",
    re.I,
)


def tell_works(scene: Scene, language: str, story: Story, *, owner: str) -> None:
    """Add the works, venues, honours and tools of a clause that is not another's."""
    if owner != "other":
        _tell_publications(scene, language, story)
        _tell_honours(scene, language, story)
    if owner != "other" or not _is_someones(scene):
        tell_tools(scene, language, story)


def _is_someones(scene: Scene) -> bool:
    """Whether the clause of another is a person's: what their own products are made of is the person's tool, too."""
    first = next((i for i in scene.items if i.kind == "NAME"), None)
    words = scene.text[first.start : first.end] if first else ""
    return first is None or " " in words or organizations.lookup(words) is not None


def _barred(scene: Scene, language: str, at: int) -> bool:
    return any(scene.has(kind, language, at) for kind in ("not", "future")) or scene.has("kin", language, at)


# -- publications ---------------------------------------------------------------------------------------


def _tell_publications(scene: Scene, language: str, story: Story) -> None:
    quotes = [i for i in scene.items if i.kind == "QUOTE"]
    names = [i for i in scene.items if i.kind == "NAME"]
    for quote in quotes:
        if re.search(
            r"(?<!\w)(?:talk|keynote|tutorial|panel|podcast|song|film|role)s?\W*$", scene.before(quote.start), re.I
        ):
            continue
        if (venue := _venue_of(scene, quote, names)) is not None or _is_work(scene, language, quote):
            date = next((i.date for i in scene.items if i.kind == "DATE" and i.start >= quote.end), None)
            date = date or next((i.date for i in scene.items if i.kind == "DATE"), None)
            story.works.append(Work(quote.span, venue.span if venue else None, date))
    if quotes:
        return
    for item in names:
        if (
            "pub" in scene.states(item.start, language)
            and not _barred(scene, language, item.start)
            and _is_venue(scene, item)
        ):
            story.works.append(Work(None, item.span, None))


def _is_work(scene: Scene, language: str, quote: Mention) -> bool:
    """Whether words in quotation marks are a title of the person's: words for writing stand before them."""
    head = scene.before(quote.start)
    return cues("pub", language).search(head) is not None and not re.search(
        r"talk|keynote|tutorial|thesis|panel", head, re.I
    )


def _venue_of(scene: Scene, quote: Mention, names: list[Mention]) -> Mention | None:
    """The venue of a title: in brackets behind it, or behind "in" or "published by" in the clause."""
    for item in names:
        gap = scene.gap(item)
        words = scene.text[item.start : item.end]
        known = venues.lookup(words) is not None or _printed_venue(words)
        if (
            item.start >= quote.end
            and (
                re.fullmatch(r"[\s.,\"”»]*\(\s?|.*(?:in|at|by|with)\s(?:the\s)?", gap)
                or (known and re.fullmatch(r"[\s.,\"”»]*", gap))
            )
            and (not is_person(words) or known)
            and (known or not is_place(words) or "(" in gap)
        ):
            return item
        if item.end <= quote.start and known and "award" not in gap:
            return item
    return None


def _printed_venue(words: str) -> bool:
    return (
        re.search(
            r"\b(?:Journal|Transactions|Proceedings|Conference|Symposium|Letters|Review|Reviews|Annals|Quarterly|Magazine|Press|Springer|Elsevier|Wiley|Nature|Science|Cell|IEEE|ACM)\b",
            words,
        )
        is not None
    )


def _is_venue(scene: Scene, item: Mention) -> bool:
    words = scene.text[item.start : item.end]
    if venues.lookup(words) or _printed_venue(words):
        return True
    gap = scene.gap(item)
    if organizations.lookup(words) or is_person(words) and len(words.split()) > 1 and not re.search(r"in\s$", gap):
        return False
    return re.search(
        r"(?:appear\w*|publish\w*|published|publicado|publié\w*|erschienen)\s(?:\w+\s)?(?:in|at|en|à|dans|em)\s(?:the\s|la\s)?$",
        gap,
    ) is not None and not is_place(words)


# -- honours --------------------------------------------------------------------------------------------


def _tell_honours(scene: Scene, language: str, story: Story) -> None:
    for item in scene.items:
        if item.kind != "NAME" or _barred(scene, language, item.start):
            continue
        words = scene.text[item.start : item.end]
        if not _HONOUR.search(words.split()[-1]) and not re.match(
            r"(?:Premio|Prêmio|Prix|Médaille|Medalla|Best|Outstanding|Fellow)\b", words
        ):
            continue
        if (
            scene.has("award", language, item.start)
            or re.match(r"^\W*(?:\d{4}\W*)?$", scene.before(item.start))
            or "award" in scene.states(item.start, language)
        ):
            date = next((i.date for i in scene.items if i.kind == "DATE" and i.start >= item.end), None)
            story.honours.append((item.span, date))


# -- tools ----------------------------------------------------------------------------------------------

_LIST = re.compile(
    r"\s?(?:,|/|·|\||&|\+|,?\s(?:and|or|with|und|y|et|e)(?:\s(?:a bit of|a little|some|then|the))?)\s?", re.I
)

_LIGHT = re.compile(  # what may stand between words for using and a name; each letter can be read in one way only
    r"(?:[\s,:()\ue000]|\b(?:and|with|the|a|an|in|like|of|my|own|their|code|codes|mostly|mainly|sobre todo|con)\b)*"
)


def tell_tools(scene: Scene, language: str, story: Story) -> None:
    """Add the tools of a clause: known ones, and names in a list of them or behind words for using."""
    if scene.has("kin", language):
        return
    used = [i.span for i in scene.items if i.kind in ("QUOTE", "DATE", "TITLE", "DEGREE")]
    used += [p.org.span for p in story.posts if p.org is not None]
    known = [span for span in _known_tools(scene, language) if _is_free(span, used)]
    names = [i.span for i in scene.items if i.kind == "NAME" and _may_be_tool(scene, i)]
    spans = set(known) | {
        i.span for i in scene.items if i.kind == "NAME" and _may_be_tool(scene, i) and _is_used(scene, language, i)
    }
    spans |= {span for span in names if any(_listed(scene.text, span, other) for other in known)}
    for span in sorted(spans):
        inside = any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in spans)
        if inside or not _is_free(span, used) or _barred(scene, language, span[0]) or _part_of_name(scene, span):
            continue
        if scene.states(span[0], language) != frozenset({"service"}):
            story.tools.append(span)


def _is_free(span: Span, used: list[Span]) -> bool:
    return not any(a < span[1] and span[0] < b for a, b in used)


def _known_tools(scene: Scene, language: str) -> Iterator[Span]:
    """The tools that the lexicon knows; words of prose among them count where the clause speaks of tools."""
    start, end = scene.clause.start, scene.clause.end
    words = scene.text[start:end]
    sure = {(a, b) for (a, b), _ in find_technologies(words)}
    for (a, b), entry in find_technologies(words, strict=False):
        printed = words[a:b]
        if not _is_tool(printed, entry):
            continue
        if (a, b) in sure or (printed[:1].isupper() and a > 0 and _calls(scene, language, start + a)):
            more = (
                re.match(r"\s?\d\d(?![\w%])(?!\s(?:years?|months?))", scene.text[start + b : end])
                if entry.kind == "language"
                else None
            )
            yield start + a, start + b + (more.end() if more else 0)


def _calls(scene: Scene, language: str, at: int) -> bool:
    """Whether words for using stand right before a place."""
    head = scene.before(at)
    match = max(cues("tech", language).finditer(head), key=lambda m: m.end(), default=None)
    return match is not None and len(head[match.end() :].split()) <= 5


def _may_be_tool(scene: Scene, item: Mention) -> bool:
    words = scene.text[item.start : item.end]
    if technologies.lookup(words) is not None:
        return True
    if organizations.lookup(words) is not None or is_place(words) or venues.lookup(words) is not None:
        return False
    return (
        organizations.kind(words) != "University"
        and not is_surely_person(words)
        and (" " not in words or len(words.split()) < 4)
    )


def _is_used(scene: Scene, language: str, item: Mention) -> bool:
    """Whether a name stands right behind words for using."""
    words = scene.text[item.start : item.end]
    if is_person(words) and " " in words and technologies.lookup(words) is None:
        return False
    states = scene.states(item.start, language)
    if "tech" not in states or states & {"work", "study", "award", "found"}:
        return False
    head = scene.before(item.start)
    match = max(cues("tech", language).finditer(head), key=lambda m: m.end(), default=None)
    return match is not None and _LIGHT.fullmatch(head, match.end()) is not None


def _listed(text: str, span: Span, other: Span) -> bool:
    """Whether two stretches are neighbours in a list."""
    first, second = sorted((span, other))
    return first[1] <= second[0] and _LIST.fullmatch(text, first[1], second[0]) is not None


def _part_of_name(scene: Scene, span: Span) -> bool:
    """Whether a tool's name is only a part of another name."""
    whole = [i for i in scene.items if i.kind == "NAME" and i.start <= span[0] and span[1] <= i.end and i.span != span]
    return any(technologies.lookup(scene.text[i.start : i.end]) is None for i in whole)


def _is_tool(printed: str, entry: Entry) -> bool:
    if entry.kind == "field" or (entry.kind == "method" and (printed.isalpha() or printed.islower())):
        return False
    return not (printed.islower() and printed.isalpha()) or printed == entry.name.casefold() or printed in entry.aliases
