"""Other pipelines: their labels, their tokens, and what people add to any of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from talentgraph import extract, pipeline
from talentgraph.errors import TalentGraphError
from talentgraph.extract.faithful import unfounded
from talentgraph.extract.labels import OURS, Relabel, is_foreign, read_labels
from talentgraph.model import Document, Profile
from talentgraph.read import read

CV = """Ada Example
ada@example.org

Experience

Acme Labs\tOslo
Chief Tea Officer\tMar 2019 – Aug 2021

Beta Corp
2015 – 2018

Education

Acme Labs
PhD, 2014
"""


def foreign_pipeline(folder: Path) -> Path:
    """Any pipeline that finds entities: spaCy's own tokens, labels of its own, and nothing of talentgraph."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    patterns: list[dict[str, object]] = [
        {
            "label": "ORG",
            "pattern": [{"TEXT": "Acme"}, {"TEXT": "Labs"}, {"IS_SPACE": True, "OP": "?"}, {"TEXT": "Oslo"}],
        },
        {"label": "ORG", "pattern": "Acme Labs"},
        {"label": "ORG", "pattern": "Beta Corp"},
        {"label": "JOB", "pattern": "Chief Tea Officer"},
        {"label": "DATE", "pattern": "2014"},
    ]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    nlp.to_disk(folder / "pipeline")
    return folder / "pipeline"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return foreign_pipeline(tmp_path)


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    path = tmp_path / "cvs" / "ada.txt"
    path.parent.mkdir()
    path.write_text(CV, encoding="utf-8")
    return path


def profile(cv: Path, nlp: Language) -> Profile:
    document = read(cv)
    assert isinstance(document, Document)
    (found,) = extract.extract([document], nlp)
    assert unfounded(found) == ()
    return found


def test_the_usual_labels_are_understood_by_section(cv: Path, model: Path) -> None:
    found = profile(cv, extract.load(model))
    assert found.basics.name == "Ada Example"
    assert [(w.name, w.position, w.start_date, w.end_date) for w in found.work] == [
        ("Acme Labs", None, "2019-03", "2021-08"),
        ("Beta Corp", None, "2015", "2018"),
    ]
    assert [e.institution for e in found.education] == ["Acme Labs"]


def test_a_file_says_what_other_labels_mean(cv: Path, model: Path, tmp_path: Path) -> None:
    file = tmp_path / "labels.toml"
    file.write_text('[labels]\nJOB = "TITLE"\n\n[labels.ORG]\nwork = "EMPLOYER"\nelse = ""\n', encoding="utf-8")
    found = profile(cv, extract.load(model, labels=file))
    assert [(w.name, w.position) for w in found.work] == [("Acme Labs", "Chief Tea Officer"), ("Beta Corp", None)]
    assert [e.institution for e in found.education] in ([], [None])
    pipeline.extract_profiles([cv.parent], tmp_path / "out", model=str(model), labels=file)
    assert '"Chief Tea Officer"' in (tmp_path / "out" / "ada.json").read_text(encoding="utf-8")


def test_a_pipeline_brings_its_map_in_its_config(cv: Path, model: Path, tmp_path: Path) -> None:
    nlp = spacy.load(model)
    nlp.add_pipe("talentgraph_labels", config={"labels": {"JOB": "TITLE", "ORG": {"work": "EMPLOYER"}}})
    nlp.to_disk(tmp_path / "mapped")
    assert "[components.talentgraph_labels.labels.ORG]" in (tmp_path / "mapped/config.cfg").read_text(encoding="utf-8")
    found = profile(cv, extract.load(tmp_path / "mapped"))
    assert [w.position for w in found.work] == ["Chief Tea Officer", None]


def test_entities_end_with_their_cell_and_with_lines_that_are_not_full() -> None:
    nlp = spacy.blank("en")
    full = "Acme Laboratories of the Northern Kingdom and of all the Southern"
    for text, wanted in (
        ("Acme Labs\tOslo", ["Acme Labs"]),
        ("Acme\nOslo Works\fRome", ["Oslo Works"]),
        ("\t\n", []),
        (f"{full}\nKingdoms", [f"{full}\nKingdoms"]),
    ):
        doc = nlp(text)
        doc.ents = (spacy.tokens.Span(doc, 0, len(doc), label="ORG"),)
        assert [entity.text for entity in Relabel({"ORG": "EMPLOYER"})(doc).ents] == wanted


def test_the_pipeline_that_ships_needs_no_map() -> None:
    nlp = extract.load()
    assert not is_foreign(nlp)
    assert set(nlp.pipe_labels["ner"]) == OURS


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[labels]\nORG = "EMPLOYR"', "labels.ORG: there is no label 'EMPLOYR'; did you mean EMPLOYER?"),
        ('[labels.ORG]\nworks = "EMPLOYER"', "labels.ORG.works: there is no such section"),
        ("[labels]\nORG = EMPLOYER", r"no TOML \(.*line 2"),
        ('ORG = "EMPLOYER"', r"it has no \[labels\]"),
    ],
)
def test_a_map_with_a_fault_is_refused_with_its_place(text: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "labels.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TalentGraphError, match=rf"labels\.toml: .*{complaint}"):
        read_labels(tmp_path / "labels.toml")


def test_a_pipeline_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(TalentGraphError, match="no spaCy pipeline at no_such_pipeline; give a folder or an installed"):
        extract.load("no_such_pipeline")
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 'en'\npipeline = ['nonsense']\n", encoding="utf-8")
    with pytest.raises(TalentGraphError, match=r"no spaCy pipeline at|spaCy cannot load it"):
        extract.load(tmp_path)
