"""Names and pairs from files: what is written, and that documents decide as they do in a build."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from talentgraph.cli import app
from talentgraph.errors import TalentGraphError
from talentgraph.evaluate.identity.listed import predict_items, predict_pairs, read_rows


def _item(kind: str, string: str, context: str = "-") -> dict[str, str]:
    return {"class": kind, "string": string, "context": context}


def _clusters(*items: dict[str, str]) -> list[str]:
    return [row["cluster"] for row in predict_items(items)]


def test_names_of_one_thing_share_a_cluster() -> None:
    acme, same, other = _clusters(
        _item("organization", "Acme Labs, Inc."), _item("organization", "ACME Labs"), _item("organization", "Bolt AG")
    )
    assert acme == same != other


def test_a_part_names_its_whole() -> None:
    part, whole = predict_items([_item("venue", "ICML Workshop on Bees 2020", "a"), _item("venue", "ICML", "b")])
    assert part["parent"] == whole["cluster"] != part["cluster"]


def test_two_authors_of_a_paper_are_two_people_and_papers_join_documents() -> None:
    title = "On the many ways of counting bees"
    first, second, again = _clusters(
        _item("person", "Ada Bee", f"a|{title}"), _item("person", "A. Bee", f"a|{title}"),
        _item("person", "Ada Bee", f"b|{title}"),
    )  # fmt: skip
    assert first == again != second


def test_places_of_venues_and_papers_do_not_mix() -> None:
    rows = predict_items([
        _item("person", "Ada Bee", "a|One"), _item("venue", "ICML", "a"), _item("person", "Bo Cee", "a|Two"),
        _item("person", "Di Dee", "a|One"),
    ])  # fmt: skip
    assert [row["cluster"] for row in rows] == ["person/ada-bee", "venue/icml", "person/bo-cee", "person/di-dee"]


def test_an_affiliation_without_a_registry_has_no_answer() -> None:
    assert predict_items([_item("affiliation", "Acme Labs, Springfield", "")]) == []


def test_pairs_are_labelled_by_the_line() -> None:
    pair = {"id": "1", "class": "technology", "left": "k8s", "right": "Kubernetes"}
    assert [predict_pairs([pair], line=line)[0]["label"] for line in (0.5, 1.0)] == ["same", "different"]


def test_an_unknown_class_is_told() -> None:
    with pytest.raises(TalentGraphError, match="unknown class 'star'"):
        predict_items([_item("star", "Vega")])


def test_the_command_writes_both_files(tmp_path: Path) -> None:
    (tmp_path / "items.tsv").write_text('class\tstring\tcontext\tcluster\ntechnology\t"k8s\t-\t\n', encoding="utf-8")
    (tmp_path / "pairs.tsv").write_text("id\tclass\tleft\tright\n7\tvenue\tICML\tICML '20\n", encoding="utf-8")
    call = ["evaluate", "identity", "--items", str(tmp_path / "items.tsv"), "--pairs", str(tmp_path / "pairs.tsv")]
    result = CliRunner().invoke(app, [*call, "-o", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    pred = read_rows(tmp_path / "out" / "pred.tsv", ["class", "string", "context", "cluster", "parent"])
    assert [(row["string"], row["context"]) for row in pred] == [('"k8s', "-")]
    assert [row["label"] for row in read_rows(tmp_path / "out" / "pairs.tsv", ["id", "label"])] == ["same"]


def test_a_file_without_a_column_is_told(tmp_path: Path) -> None:
    (tmp_path / "items.tsv").write_text("class\tname\nvenue\tICML\n", encoding="utf-8")
    with pytest.raises(TalentGraphError, match="no column context, string"):
        read_rows(tmp_path / "items.tsv", ["class", "string", "context"])
