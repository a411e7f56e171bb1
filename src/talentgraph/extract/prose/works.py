"""Works, honours and tools: what a clause says that the person wrote, received and uses."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from talentgraph.extract.prose.mentions import Mention
from talentgraph.extract.prose.names import is_person, is_place
from talentgraph.extract.prose.scene import Scene
from talentgraph.extract.prose.story import Story, Work
from talentgraph.extract.prose.tables import cues
from talentgraph.model import Span
from talentgraph.values import organizations, technologies, venues
from talentgraph.values.dates import DateRange
from talentgraph.values.technologies import Entry, find_technologies

_HONOUR = re.compile(
    r"(?:awards?|prizes?|medal|medalist|fellowship|grant|scholarship|studentship|scholar|laureate|premio|prêmio|prix|médaille|preis|beca|bolsa|stipendium|fellow|honou?r|breakthrough|star|ambassador)",
    re.I,
)


def tell_works(scene: Scene, language: str, story: Story, *, owner: str) -> None:
    """Add the works, venues, honours and tools of a clause that is not another's."""
    if owner == "other" and not _own_quote(scene):
        return
    _tell_publications(scene, language, story)
    if owner != "other":
        _tell_honours(scene, language, story)
        story.tools += _tools(scene, language, story)


def _own_quote(scene: Scene) -> bool:
    return False


def _barred(scene: Scene, language: str, at: int) -> bool:
    return any(scene.has(kind, language, at) for kind in ("not", "future")) or scene.has("kin", language, at)


# -- publications ---------------------------------------------------------------------------------------


def _tell_publications(scene: Scene, language: str, story: Story) -> None:
    quotes = [i for i in scene.items if i.kind == "QUOTE"]
    names = [i for i in scene.items if i.kind == "NAME"]
    for quote in quotes:
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


def _tools(scene: Scene, language: str, story: Story) -> Iterator[Span]:
    text, start, end = scene.text, scene.clause.start, scene.clause.end
    used = [m.span for p in story.posts for m in (p.org,) if m is not None]
    used += [i.span for i in scene.items if i.kind in ("QUOTE", "DATE", "TITLE", "DEGREE")]
    known = [
        ((start + a, start + b), entry)
        for (a, b), entry in find_technologies(text[start:end])
        if _is_tool(text[start + a : start + b], entry)
    ]
    spans = [span for span, _ in known]
    spans += [i.span for i in scene.items if i.kind == "NAME" and _new_tool(scene, language, i, spans)]
    for span in sorted(set(spans)):
        if any(a < span[1] and span[0] < b for a, b in used) or _barred(scene, language, span[0]):
            continue
        if any(
            i.kind == "NAME"
            and i.start <= span[0]
            and span[1] <= i.end
            and i.span != span
            and not _tool_name(text[i.start : i.end])
            for i in scene.items
        ):
            continue
        if scene.states(span[0], language) == frozenset({"service"}):
            continue
        yield span


def _tool_name(words: str) -> bool:
    return technologies.lookup(words) is not None


def _is_tool(printed: str, entry: Entry) -> bool:
    if entry.kind == "field" or (entry.kind == "method" and printed.isalpha()):
        return False
    return not (printed.islower() and printed.isalpha()) or printed == entry.name.casefold() or printed in entry.aliases


def _new_tool(scene: Scene, language: str, item: Mention, known: list[Span]) -> bool:
    """Whether a name that no list knows is that of a tool: it stands behind words for using, or in a list of tools."""
    words = scene.text[item.start : item.end]
    if organizations.lookup(words) or is_place(words) or (is_person(words) and " " in words) or venues.lookup(words):
        return False
    if "tech" not in scene.states(item.start, language) or scene.states(item.start, language) & {
        "work",
        "study",
        "award",
    }:
        return False
    head = scene.before(item.start)
    match = max(cues("tech", language).finditer(head), key=lambda m: m.end(), default=None)
    return (
        match is not None
        and re.fullmatch(
            r"[\s:]*(?:(?:and|with|the|a|an|in|like|,|of|my|own|their|code|codes)[\s,]*|[\ue000]+[\s,()]*)*",
            head[match.end() :],
        )
        is not None
    )


def dated(date: DateRange | None) -> str:
    """The start of a date, or ""."""
    return (date.start or "") if date else ""
