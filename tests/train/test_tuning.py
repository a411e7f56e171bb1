"""Learning from corrected profiles, and cards: on few documents, in one pass."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from talentgraph import extract, workspace
from talentgraph.cli import main
from talentgraph.errors import TalentGraphError
from talentgraph.model import Basics, Document, Profile, Source, Work
from talentgraph.read.text import read_text
from talentgraph.train import Effort, Tuning, train_seeds, training, tune
from talentgraph.train.card import describe, spread, write_card
from talentgraph.train.corrections import corrections

SOURCE = Source(path="ada.txt", sha256="1", media_type="text/plain")
TEXT = "Ada Example\nAcme Labs\tOslo\nHead of Tea\n\nActed as\nHead of Tea at home"
LITTLE = Effort(passes=1, invented=1, held_out=2)


def person(number: int) -> tuple[Document, Profile]:
    """A short CV in a form that the model has hardly seen, and its right profile."""
    employer, title = f"Zyx{number} Qwv", f"Keeper of the {('Red', 'Blue', 'Old')[number % 3]} Fnord"
    text = f"Ada{'abcdefgh'[number]} Example\n\nExperience\n\n{employer}\n{title}\n2019 - 2021\n"
    source = Source(path=f"{number}.txt", sha256=str(number), media_type="text/plain")
    document = read_text(text.encode(), source)
    assert isinstance(document, Document)
    spans = {
        name: ((document.text.index(words), document.text.index(words) + len(words)),)
        for name, words in (("name", employer), ("position", title))
    }
    profile = Profile(
        source=source,
        text=document.text,
        sections=document.sections,
        basics=Basics(name=document.text.split("\n")[0]),
        work=(Work(name=employer, position=title, evidence=spans),),
        corrected=True,
    )
    return document, profile


def test_corrected_values_become_entities_where_they_stand() -> None:
    work = Work(
        name="Acme Labs",
        position="head of tea",
        location="Lima",
        evidence={"name": ((12, 21),), "position": ((27, 38),), "location": ((22, 26),)},
    )
    profile = Profile(source=SOURCE, text=TEXT, basics=Basics(name="Ada Example"), work=(work,), corrected=True)
    (found,) = corrections([profile, replace(profile, corrected=False)])
    assert found.spans == ((0, 11, "PERSON"), (12, 21, "EMPLOYER"), (27, 38, "TITLE"))
    assert found.lost == ("work.0.location",)
    assert [TEXT[line.start : line.end] for line in found.document.lines] == TEXT.split("\n")


def test_a_value_that_was_changed_is_sought_next_to_its_record() -> None:
    work = Work(position="Head of Tea at home", evidence={"position": ((27, 38),), "name": ((12, 21),)})
    (found,) = corrections([Profile(source=SOURCE, text=TEXT, work=(work,), corrected=True)])
    (start, end, label) = found.spans[0]
    assert (TEXT[start:end], label) == ("Head of Tea at home", "TITLE")


def test_the_file_behind_a_profile_lends_its_lines() -> None:
    document, profile = person(1)
    (with_file,) = corrections([profile], [document])
    (without,) = corrections([profile])
    assert with_file.document is document
    assert any(line.gap for line in with_file.document.lines)
    assert not any(line.gap for line in without.document.lines)
    assert with_file.spans == without.spans


@pytest.fixture(scope="module")
def tuned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Tuning]:
    folder = tmp_path_factory.mktemp("tuned")
    documents, profiles = zip(*map(person, range(6)), strict=True)
    effort = Effort(passes=30, invented=0, folds=2, held_out=3)
    return folder, tune(folder, profiles, documents=documents, effort=effort)


def test_tuning_helps_with_people_not_learned_from(tuned: tuple[Path, Tuning]) -> None:
    _, result = tuned
    assert (result.profiles, result.people, result.lost) == (6, 6, {})
    assert result.after["f"] > result.before["f"]
    assert result.after["TITLE.f"] > result.before.get("TITLE.f", 0)
    assert 0.8 < result.invented_before["f"] != result.invented_after["f"]


def test_what_was_tuned_loads_and_says_what_it_is(tuned: tuple[Path, Tuning]) -> None:
    folder, result = tuned
    nlp = extract.load(folder)
    assert nlp.meta["tuning"]["people"] == 6
    assert nlp.meta["performance"] == pytest.approx(result.after)
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert "tuned from talentgraph_cv" in card
    assert f"| people not learned from | {result.before['f']} | {result.after['f']} |" in card


def test_too_few_people_are_refused_with_their_number(tmp_path: Path) -> None:
    profiles = [person(number)[1] for number in range(4)]
    with pytest.raises(
        TalentGraphError, match="corrected profiles of 4 people are too few to learn from: 5 are needed"
    ):
        tune(tmp_path, [*profiles, replace(profiles[0], source=SOURCE)], effort=LITTLE)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(training, "_HELD_OUT", 2)
    monkeypatch.setattr(training, "_SAMPLE", 8)
    monkeypatch.setattr(training, "_PEOPLE", 1, raising=False)
    return None


@pytest.mark.usefixtures("quick")
def test_seeds_are_scored_apart_and_the_card_has_them(tmp_path: Path) -> None:
    scores = train_seeds(tmp_path / "model", (3, 4), documents=2, printed=0)
    assert list(scores) == [3, 4]
    meta = json.loads((tmp_path / "model" / "meta.json").read_text(encoding="utf-8"))
    assert meta["training"]["seeds"] == {str(seed): each for seed, each in scores.items()}
    assert meta["performance"] == scores[3]
    card = (tmp_path / "model" / "README.md").read_text(encoding="utf-8")
    for words in ("## Data and licences", "CC BY 4.0", "Apache-2.0", "## Limits", "| score | seed 3 | seed 4 | mean"):
        assert words in card
    assert "talentgraph train -o DIR --documents 2 --seeds 3,4" in card
    assert extract.load(tmp_path / "model").pipe_names[:2] == ["talentgraph_features", "ner"]


def test_the_spread_over_seeds() -> None:
    assert spread({0: {"f": 0.5, "A.f": 1.0}, 1: {"f": 0.7}}) == {"f": (0.6, 0.1414), "A.f": (1.0, 0.0)}


def test_a_card_needs_no_more_than_the_meta_of_a_pipeline(tmp_path: Path) -> None:
    extract.load().to_disk(tmp_path)
    describe(tmp_path, training={"seed": 0, "documents": 9})
    assert "--documents 9 --seeds 0" in write_card(tmp_path).read_text(encoding="utf-8")


def test_the_command_refuses_what_it_cannot_learn_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace.write_profiles(tmp_path / "profiles", [person(number)[1] for number in islice(range(9), 2)])
    for arguments, words in (
        (["--profiles", str(tmp_path / "profiles")], "corrected profiles of 2 people are too few"),
        (["--seeds", "a,b"], "'a,b' is no list of numbers like 0,1,2"),
    ):
        with pytest.raises(SystemExit) as left:
            main(["train", "-o", str(tmp_path / "model"), *arguments])
        assert left.value.code == 2
        assert words in capsys.readouterr().err
