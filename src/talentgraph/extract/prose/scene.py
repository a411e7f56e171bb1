"""Scenes: a clause with its mentions, whose it is, and which cues stand before a place in it."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from talentgraph.extract.prose.clauses import Clause
from talentgraph.extract.prose.mentions import Mention
from talentgraph.extract.prose.names import is_capital, tokens
from talentgraph.extract.prose.person import Self
from talentgraph.extract.prose.tables import cues
from talentgraph.model import Span
from talentgraph.values.text import fold

MASK = "\ue000"
STATES = ("work", "lead", "found", "intern", "study", "advisor", "service", "award", "pub", "tech")
_PRONOUN = re.compile(
    r"^(?:\W*(?:and|but|then|so|in addition|also|while|where|when|which|whom|although|though|because|until|before|after|prior to|since|donde|où|wo|onde|que|pero|mais|et|y|e|und|aber)\s+)*"
    r"(?P<who>I|he|she|they|i|we|(?:I|he|she|they|we|i)['’](?:m|ve|d|ll|s|re)|ich|él|ella|elle|il|ele|ela|er|sie)(?!\w)",
    re.I,
)
_POSSESSIVE = re.compile(
    r"^(?:\W*(?:and|but|while|where|also)\s+)*(?:my|his|her|their|our|mi|mis|su|sus|son|sa|ses|mein|meine|seine|ihre|seu|sua)\s",
    re.I,
)
_CONJUNCTION = re.compile(
    r"^\W*(?:(?:and|but|then|so|y|e|et|und|pero|mais|or|also|later|now|puis|luego|danach|depois|ensuite)\s+)+", re.I
)
_PREPOSITION = re.compile(
    r"(?:at|in|on|of|from|for|with|by|to|as|and|or|und|y|et|e|en|de|da|do|na|no|em|bei|an|for|where|who|which|since|until|via|now|then|before|after|via|aka|not)$",
    re.I,
)
_OTHERS = re.compile(
    r"^\W*(?:the|a(?!\s(?:graduate|native|former|fellow|longtime|lifelong|founding))|an(?!\salum)|el|la|le|der|die|das|o)\s+(?:\w+\s){0,3}?(?:committee|department|university|company|prize|award|mineral|lab|software|code|proof|platform)\b",
    re.I,
)


_BEGIN = re.compile(
    r"(?<!\w)(?:join\w*|moved|came|went|return\w*|transferred|switched|appointed|became|becoming|promoted|converted|start\w*|began|co-?found\w*|found\w*|hired|incorporó|entró|rejoint|entre|entra|nommée?|wechselte|ingressou|entrou|rose|since|desde|depuis|seit)(?!\w)",
    re.I,
)


@dataclass(frozen=True)
class Scene:
    """A clause; `owner` is "self", "other", or "" where it goes on with the subject of the clause before."""

    text: str
    clause: Clause
    items: tuple[Mention, ...]
    person: Self

    @cached_property
    def masked(self) -> str:
        """The words of the clause, with a sign in place of each letter of a mention."""
        letters = list(self.text[self.clause.start : self.clause.end])
        for item in self.items:
            for at in range(item.start - self.clause.start, min(item.end - self.clause.start, len(letters))):
                letters[at] = MASK
        return "".join(letters)

    @cached_property
    def spoken(self) -> str:
        """The words of the clause with names, quotes and dates masked only: "her PhD student \ue000\ue000"."""
        letters = list(self.text[self.clause.start : self.clause.end])
        for item in self.items:
            if item.kind in ("NAME", "QUOTE", "DATE"):
                stop = min(item.end - self.clause.start, len(letters))
                letters[item.start - self.clause.start : stop] = MASK * (stop - item.start + self.clause.start)
        return "".join(letters)

    def before(self, at: int) -> str:
        """What stands in the clause before a place, masked."""
        return self.masked[: max(0, at - self.clause.start)]

    def after(self, at: int) -> str:
        """What stands in the clause behind a place, masked."""
        return self.masked[max(0, at - self.clause.start) :]

    def words(self, item: Mention) -> str:
        """The words of a mention."""
        return self.text[item.start : item.end]

    def begins(self, at: int) -> bool:
        """Whether a verb for beginning stands before a place: what is dated then has its start there."""
        return _BEGIN.search(self.before(at)) is not None

    @cached_property
    def opens_with_self(self) -> bool:
        """Whether the clause opens with the name of the person."""
        first = next((i for i in self.items if i.kind == "NAME"), None)
        return (
            first is not None
            and first.start - self.clause.start < 12
            and self._named(self.text[self.clause.start : self.clause.end], 0) == "self"
        )

    @cached_property
    def opens_with_third(self) -> bool:
        """Whether the clause opens with "he" or "she"."""
        match = _PRONOUN.match(self.text[self.clause.start : self.clause.end])
        return match is not None and match["who"].lower() in ("he", "she")

    def gap(self, item: Mention) -> str:
        """The words between a mention and the one before it, or the start of the clause."""
        earlier = [other.end for other in self.items if other.end <= item.start]
        return self.masked[max([0, *(end - self.clause.start for end in earlier)]) : item.start - self.clause.start]

    def states(self, at: int, language: str) -> frozenset[str]:
        """The kinds of the last cue before a place; mentions of titles, degrees and quotes are cues, too."""
        last: dict[str, Span] = {}
        for kind in STATES:
            for span in self.said(kind, language, at):
                last[kind] = span
        shift = self.clause.start
        for item in self.items:
            if item.end <= at and item.kind in ("TITLE", "DEGREE", "QUOTE"):
                kind = {"TITLE": "work", "DEGREE": "study", "QUOTE": "pub"}[item.kind]
                if (item.end - shift) > last.get(kind, (0, 0))[1]:
                    last[kind] = (item.start - shift, item.end - shift)
        if not last:
            return frozenset()
        start, end = max(last.values(), key=lambda span: (span[1], span[0]))
        return frozenset(kind for kind, (a, b) in last.items() if a < end and start < b)

    def said(self, kind: str, language: str, at: int | None = None) -> list[Span]:
        """Where cues of a kind stand in the clause, from its start, before a place if one is given."""
        key = f"{kind} {language}"
        if key not in self._said:
            words = self.spoken if kind == "kin" else self.masked
            self._said[key] = [match.span() for match in cues(kind, language).finditer(words)]
        found = self._said[key]
        return found if at is None else [span for span in found if span[1] <= at - self.clause.start]

    @cached_property
    def _said(self) -> dict[str, list[Span]]:
        return {}

    def has(self, kind: str, language: str, at: int | None = None) -> bool:
        """Whether a cue of a kind stands in the clause, before a place if one is given."""
        whole = kind == "not" and language == "de"  # German says "nicht" at the end
        return bool(self.said(kind, language, None if whole else at))

    def time(self, language: str, at: int) -> str:
        """ "present" or "past", by the last cue before a place; "" where none stands there."""
        ends = {
            kind: max((end for _, end in self.said(kind, language, at)), default=-1) for kind in ("present", "past")
        }
        if max(ends.values()) < 0:
            return ""
        return "past" if ends["past"] >= ends["present"] else "present"

    def present(self, language: str, at: int) -> Span | None:
        """The last words before a place that say that something lasts."""
        found = self.said("present", language, at)
        return (found[-1][0] + self.clause.start, found[-1][1] + self.clause.start) if found else None

    def owner(self, language: str) -> str:
        """Whose clause it is."""
        words = self.text[self.clause.start : self.clause.end]
        bare = _CONJUNCTION.sub("", words)
        kin = cues("kin", language).search(self.spoken)
        if match := _PRONOUN.match(words):
            return "" if match["who"].lower() == "we" else "self"
        if _POSSESSIVE.match(words):
            return "other" if kin and kin.start() < 40 else "self"
        if kin and self._kin_first(kin.start()):
            return "other"
        if _OTHERS.match(bare):
            return "other"
        return self._named(bare, len(words) - len(bare))

    def _kin_first(self, at: int) -> bool:
        """Whether the words for others stand where a subject does: nothing but small words before them."""
        head = self.spoken[:at]
        return MASK not in head and len(head.split()) <= 5 and not re.search(r"(?<!\w)(?:with|by|to)\s", head)

    def _named(self, bare: str, lead: int) -> str:
        """The owner by the name that opens the clause, if one does."""
        start = self.clause.start + lead
        words = tokens(self.text, start, self.clause.end)[:12]
        if not words:
            return ""
        first = 0
        while first < len(words) and fold(words[first][2]) in ("dr", "prof", "professor", "mr", "ms", "mrs"):
            first += 1
        if first < len(words) and fold(words[first][2]) in self.person.words:
            return "self"
        opener = next((i for i in self.items if i.kind in ("NAME", "QUOTE", "TITLE") and i.start - start <= 5), None)
        if opener is None or not is_capital(self.text[opener.start]):
            return "" if not self.clause.first else "self" if self._has_self() else ""
        if opener.kind == "TITLE":
            return ""
        following = next((w for w in words if w[0] >= opener.end), None)
        tail = self.text[opener.end : following[0]] if following else ""
        if following and (
            tail in (" ", "'s ", "’s ") and following[2].islower() and not _PREPOSITION.match(following[2])
        ):
            return "other"
        return ""

    def _has_self(self) -> bool:
        return any(
            fold(w[2]) in self.person.words or w[2] in ("I", "he", "she", "they")
            for w in tokens(self.text, self.clause.start, self.clause.end)
        )


def scenes(text: str, clauses: Sequence[Clause], mentions: Sequence[Mention], person: Self) -> list[Scene]:
    """The clauses with their mentions."""
    found, number = [], 0
    for clause in clauses:
        while number < len(mentions) and mentions[number].start < clause.start:
            number += 1
        inside = [m for m in mentions[number : number + 80] if clause.start <= m.start < clause.end]
        found.append(Scene(text, clause, tuple(inside), person))
    return found
