"""Every value of a profile judged by itself: correct, wrong, a false alarm, or missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from talentgraph.codec import profile_to_json
from talentgraph.evaluate.comparison import Comparison, compare
from talentgraph.evaluate.entities import Entity, assign
from talentgraph.evaluate.gold import Record, Shown, own_names, records, shown, text, texts
from talentgraph.evaluate.matching import same
from talentgraph.evaluate.records import RECORDS, facts_of
from talentgraph.evaluate.spelling import NO_NAMES, Names
from talentgraph.model import Profile, Span

Verdict = Literal["correct", "wrong", "missed", "false alarm"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One value: what the gold gives, what was found for it, and the verdict.

    `kind` is the section ("work"), `field` the field ("name"); values with the same `group` stand in one record, and
    `place` is where the found one stands in the profile ("work.2.name").
    """

    kind: str
    field: str
    gold: str
    found: str
    verdict: Verdict
    group: str
    place: str = ""
    confidence: float | None = None
    spans: tuple[Span, ...] = ()


class Judged(NamedTuple):
    """A value that was found, how sure the extractor was, and whether it is right."""

    kind: str
    field: str
    value: str
    confidence: float
    correct: bool


def judged(
    gold: Record, predicted: Profile, *, coverage: Record | None = None, names: Names = NO_NAMES
) -> Iterator[Judged]:
    """Every value of a profile that has a confidence and that the gold can judge.

    `gold` is a JSON Resume as plain data, `coverage` what the document does not show of it (an entry of
    `coverage.json`). Values of fields that the gold does not speak of (contacts, summaries, places) are left out, and
    so is what the document does not show.

    >>> from talentgraph.model import Source, Work
    >>> source = Source(path="ada.txt", sha256="0", media_type="text/plain")
    >>> job = Work(name="Acme", position="Clerk", confidence={"name": 0.9, "position": 0.4})
    >>> found = Profile(source=source, work=(job,))
    >>> for value in judged({"work": [{"name": "ACME Inc.", "position": "Engineer"}]}, found):
    ...     print(*value)
    work name Acme 0.9 True
    work position Clerk 0.4 False
    """
    compared = compare(shown(gold, coverage), profile_to_json(predicted), names)
    for outcome in outcomes(compared):
        if outcome.confidence is not None and outcome.found:
            right = outcome.verdict == "correct"
            yield Judged(outcome.kind, outcome.field, outcome.found, outcome.confidence, right)


def outcomes(compared: Comparison) -> list[Outcome]:
    """All values that the gold gives or the profile has, judged, in the order of the gold's records."""
    made = [*_names_of("person", compared)]
    for kind in RECORDS:
        made += _records(kind, compared)
    for kind in ("technologies", "projects", "awards"):
        made += _names_of(kind, compared)
    return made


class _Value(NamedTuple):
    """A value of one side, and where it stands."""

    value: str
    place: str


_NOTHING = _Value("", "")


def _records(kind: str, compared: Comparison) -> Iterator[Outcome]:
    """The values of all records of a kind: of pairs side by side, of the rest alone."""
    form, matched = RECORDS[kind], compared.records[kind]
    found = records(compared.found, form.section)
    nameless = [number for number, record in enumerate(found) if not text(record, form.field)]
    near = _near_pairs(kind, compared, [*matched.wrong, *nameless])
    partner = {pair.gold: pair.found for pair in matched.pairs} | near
    for number, _ in enumerate(records(compared.gold.gold, form.section)):
        if number in partner or number in matched.missed:
            yield from _values(kind, compared, number, partner.get(number))
    for number in sorted({*matched.wrong, *nameless} - set(near.values())):
        yield from _values(kind, compared, None, number)


def _near_pairs(kind: str, compared: Comparison, wrong: Sequence[int]) -> dict[int, int]:
    """Records that are meant for each other though the name is wrong: other facts agree, or the name nearly does."""
    missed = compared.records[kind].missed
    weights = [[_nearness(kind, compared.gold, one, compared.found, other) for other in wrong] for one in missed]
    return {missed[one]: wrong[other] for one, other in assign(weights).items()}


def _nearness(kind: str, gold: Shown, number: int, found: Record, other: int) -> float:
    from rapidfuzz.fuzz import partial_ratio

    section, field, *_ = RECORDS[kind]
    record = records(found, section)[other]
    facts = sum(facts_of(section, gold, number, record).values())
    name, candidate = gold.value(section, number, field).casefold(), text(record, field).casefold()
    likeness = partial_ratio(name, candidate) / 100 if min(len(name), len(candidate)) > 3 else 0.0
    enough = likeness >= 0.8 or (facts >= 2 and (section != "publications" or likeness > 0.6))
    return facts + likeness if enough else 0.0


# Per section: the field, and the fact of `compare` that judges it.
_FIELDS = {
    "work": (("position", "title"), ("startDate", "start"), ("endDate", "end")),
    "education": (
        ("studyType", "degree"), ("area", "field"), ("startDate", "start"), ("endDate", "end"), ("score", "gpa"),
    ),
    "publications": (("publisher", "venue"), ("releaseDate", "year")),
}  # fmt: skip


def _values(kind: str, compared: Comparison, one: int | None, other: int | None) -> Iterator[Outcome]:
    """The values of record `one` of the gold and of record `other` that was found for it; one may be missing."""
    (section, key, name_kind, _), gold, found = RECORDS[kind], compared.gold, compared.found
    record: Record = records(found, section)[other] if other is not None else {}
    facts = facts_of(section, gold, one, record, compared.names) if one is not None else {}
    judge = _Judge(section, f"{section}.{one}" if one is not None else f"{section}.+{other}", found)
    further = tuple(filter(None, texts(records(gold.gold, section)[one], "aka"))) if one is not None else ()
    name, candidate = _given(gold, section, one, key), _got(section, other, record, key)
    yield from judge(key, name, candidate, same(name_kind, name.value, candidate.value, further, compared.names))
    for field, fact in _FIELDS[section]:
        value, candidate = _given(gold, section, one, field), _got(section, other, record, field)
        if fact == "end" and facts.get("end") and not candidate.value:
            candidate = _got(section, other, record, "startDate")  # a single date may stand in either slot
        if one is None or value.value or not _is_unknown(gold, section, one, field):
            yield from judge(field, value, candidate, facts.get(fact, False))
    if section == "publications":
        yield from _authors(judge, gold, one, record, other)


def _is_unknown(gold: Shown, section: str, number: int, field: str) -> bool:
    """Whether the gold cannot judge a field that it leaves empty: hidden in the document, or one of a single date."""
    hidden = f"{section}.{number}.{field}" in gold.hidden
    return (
        hidden
        or (section == "education" and field == "startDate")
        or (field == "endDate" and f"{section}.{number}.current" in gold.hidden)
    )


def _given(gold: Shown, section: str, number: int | None, field: str) -> _Value:
    if number is None:
        return _NOTHING
    value = gold.value(section, number, field)
    if field == "endDate" and not value and gold.is_current(section, number):
        value = "present"
    return _Value(value, f"{section}.{number}.{field}")


def _got(section: str, number: int | None, record: Record, field: str) -> _Value:
    value = text(record, field)
    if field == "endDate" and not value and record.get("current") is True:
        return _Value("present", f"{section}.{number}.current")
    return _Value(value, f"{section}.{number}.{field}") if value else _NOTHING


class _Judge:
    """Makes the outcomes of one record; nothing where both sides are empty."""

    def __init__(self, kind: str, group: str, found: Record) -> None:
        self.kind, self.group, self.found = kind, group, found

    def __call__(self, field: str, gold: _Value, found: _Value, right: bool) -> Iterator[Outcome]:
        if not gold.value and not found.value:
            return
        verdict: Verdict = "missed" if not found.value else "false alarm" if not gold.value else "wrong"
        confidence, spans = _backing(self.found, found.place)
        yield Outcome(
            kind=self.kind,
            field=field,
            gold=gold.value,
            found=found.value,
            verdict="correct" if gold.value and found.value and right else verdict,
            group=self.group,
            place=found.place,
            confidence=confidence,
            spans=spans,
        )


def _backing(found: Record, place: str) -> tuple[float | None, tuple[Span, ...]]:
    """The confidence of a value in the profile, and the places of the text that say it."""
    section, _, rest = place.partition(".")
    if not rest:
        return None, ()
    number, _, field = rest.partition(".") if section != "basics" else ("", "", rest)
    record = records(found, section)[int(number)] if number else found[section]
    spans = (record.get("evidence") or {}).get(field) or ()
    return (record.get("confidence") or {}).get(field), tuple((start, end) for start, end in spans)


def _authors(judge: _Judge, gold: Shown, one: int | None, record: Record, other: int | None) -> Iterator[Outcome]:
    """The authors of a paper, those of the gold first."""
    given = (
        _listed(texts(records(gold.gold, "publications")[one], "authors"), f"publications.{one}")
        if one is not None
        else []
    )
    given = [value for value in given if value.place not in gold.hidden]
    found = _listed(texts(record, "authors"), f"publications.{other}")
    own = own_names(gold.gold)
    pairs = assign([[_same_author(a.value, b.value, own) for b in found] for a in given])
    for number, value in enumerate(given):
        yield from judge("authors", value, found[pairs[number]] if number in pairs else _NOTHING, True)
    for number, value in enumerate(found):
        if number not in pairs.values():
            yield from judge("authors", _NOTHING, value, False)


def _same_author(gold: str, found: str, own: tuple[str, ...]) -> float:
    if gold.casefold() == found.casefold():
        return 1.001
    return float(
        same("coauthors", gold, found) or (gold in own and any(same("coauthors", name, found) for name in own))
    )


def _listed(values: Iterable[str], place: str) -> list[_Value]:
    found = [_Value(value, f"{place}.authors.{number}") for number, value in enumerate(values)]
    return [value for value in found if value.value and value.value.casefold().strip(" .") != "et al"]


_GROUPS = {"person": ("basics", "name"), "technologies": ("skills", "keywords")}


def _names_of(kind: str, compared: Comparison) -> Iterator[Outcome]:
    """The names of a class that are no records; what is nearly what was missed stands beside it as wrong."""
    matched = compared.entities[kind]
    near = assign([[_likeness(a.name, b.name) for b in matched.wrong] for a in matched.missed])
    section, field = _GROUPS.get(kind) or (kind, "title" if kind == "awards" else "name")
    judge = _Judge(section, section, compared.found)
    for entity, other in matched.correct:
        yield from _places(judge, field, entity, other, right=True)
    for number, entity in enumerate(matched.missed):
        other = matched.wrong[near[number]] if number in near else Entity("", places=("",))
        yield from _places(judge, field, entity, other, right=False)
    for number, other in enumerate(matched.wrong):
        if number not in near.values():
            yield from _places(judge, field, Entity(""), other, right=False)


def _places(judge: _Judge, field: str, gold: Entity, found: Entity, *, right: bool) -> Iterator[Outcome]:
    for place in found.places:
        yield from judge(field, _Value(gold.name, ""), _Value(found.name, place), right)


def _likeness(gold: str, found: str) -> float:
    from rapidfuzz.fuzz import partial_ratio

    likeness = partial_ratio(gold.casefold(), found.casefold()) / 100 if min(len(gold), len(found)) > 3 else 0.0
    return likeness if likeness >= 0.8 else 0.0
