"""Invented gold and profiles of it: with evidence, with errors that are counted by hand, with hostile texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from talentgraph.codec import profile_from_json
from talentgraph.evaluate import NO_NAMES, Evaluation, shown
from talentgraph.evaluate.cases import Case
from talentgraph.evaluate.run import judge
from talentgraph.model import Problem, Profile

TEXT = (
    "Ada Example\nada@example.org, +49 30 1234567\n\nExperience\nEngineer, Acme Robotics\tMarch 2020 – present\n"
    "Clerk, Bee Labs\t2015 – 2019\nBaker, Corner Shop\t2014\f"
    "Education\nPhD in Physics, Northlake University\t2019\nPublications\n"
    "On Slow Things. Ada Example, Bo Sample. SysConf, 2018.\nSkills\nC++, Rust, Go"
)
GOLD: dict[str, Any] = {
    "basics": {"name": "Ada Example", "aliases": ["A. Example"]},
    "work": [
        {"name": "Acme Robotics Inc.", "position": "Engineer", "startDate": "2020-03", "current": True},
        {"name": "Bee Labs", "position": "Clerk", "startDate": "2015", "endDate": "2019"},
    ],
    "education": [
        {"institution": "Northlake University", "studyType": "Ph.D.", "area": "Physics", "endDate": "2019"},
    ],
    "publications": [
        {
            "name": "On Slow Things",
            "publisher": "SysConf",
            "releaseDate": "2018",
            "authors": ["A. Example", "Bo Sample"],
        }
    ],
    "skills": [{"name": "Languages", "keywords": ["C++", "Rust"]}],
}

# Right but for: the title of Bee Labs, a job that is none, a missed venue and a missed technology, and "Go".
FOUND: dict[str, Any] = {
    "basics": {"name": "Ada Example"},
    "work": [
        {"name": "Acme Robotics", "position": "Engineer", "startDate": "2020-03", "current": True},
        {"name": "Bee Labs", "position": "Engineer", "startDate": "2015", "endDate": "2019"},
        {"name": "Corner Shop", "position": "Baker", "startDate": "2014"},
    ],
    "education": [{"institution": "Northlake University", "studyType": "PhD", "area": "Physics", "endDate": "2019"}],
    "publications": [{"name": "On Slow Things", "releaseDate": "2018", "authors": ["Ada Example", "Bo Sample"]}],
    "skills": [{"keywords": ["C++", "Go"]}],
}


def profile(data: dict[str, Any] = FOUND, text: str = TEXT, *, confidence: float = 0.8) -> Profile:
    """A profile of plain data in which each value has its first place in the text as evidence."""
    backed = {key: _backed(value, text, confidence) for key, value in data.items()}
    source = {"path": "ada.txt", "sha256": "0", "mediaType": "text/plain"}
    return profile_from_json(backed | {"meta": {"document": source}}, text)


def _backed(value: Any, text: str, confidence: float) -> Any:
    if isinstance(value, list):
        return [_backed(each, text, confidence) for each in value]
    places = dict(_places(value))
    evidence = {place: [[at, at + len(word)]] for place, word in places.items() if (at := text.find(word)) >= 0}
    return value | {"evidence": evidence, "confidence": dict.fromkeys(places, confidence)}


def _places(record: dict[str, Any]) -> list[tuple[str, str]]:
    found = [
        (key, value if value is not True else "present") for key, value in record.items() if not isinstance(value, list)
    ]
    lists = [(key, value) for key, value in record.items() if isinstance(value, list)]
    return found + [(f"{key}.{number}", word) for key, words in lists for number, word in enumerate(words)]


def make(found: Iterable[Profile | Problem], gold: dict[str, Any] = GOLD) -> Evaluation:
    """The evaluation of profiles, each of a person of its own, in two layouts in turn."""

    def cases() -> Iterator[tuple[Case, Profile | Problem]]:
        for number, each in enumerate(found):
            yield Case(f"{number:03}", ("plain", "classic")[number % 2], Path("x"), shown(gold)), each

    return Evaluation(tuple(judge(case, each, NO_NAMES) for case, each in cases()), alone=("bo",))
