"""BibTeX: publications with their authors in order, and whose list it is."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Profile, Record
from talentgraph.read import read

LIST = r"""% my papers
@comment{nothing}
@string{tc = "Trans. Caches"}
@Article{oz20, title = {The {Cache} of {\"O}z \& Co}, author = "Example, Ada and
  Bo {van der} Sample", journal = tc # " B", year = 2020, month = mar, doi = {10.1000/OZ},
  url = {https://example.org/~ada\_b}, abstract = {Caches
  again.}}
@inproceedings{b, TITLE={Fast $n$-Caches}, author={{The Cache Group} and A. Example and others},
  booktitle = {Proc. EuroSys}, date={2021-04-05}, note={to appear}}
@misc{c, title={A Preprint}, author={M{\"u}ller, J{\"o}rg and Example, Ada B.}, archivePrefix={arXiv},
  eprint={2101.00001}, year={2021}}
"""


def profile_of(folder: Path, text: str, *, owner: str | None = None) -> Profile:
    (folder / "ada.bib").write_text(text, encoding="utf-8")
    profile = read(folder / "ada.bib", owner=owner)
    assert isinstance(profile, Profile)
    return profile


def quotes(profile: Profile, record: Record, key: str) -> list[str]:
    return [profile.text[start:end] for start, end in record.evidence[key]]


def test_a_list_and_its_owner(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, LIST)
    assert profile.basics.name == "Ada B. Example"
    assert quotes(profile, profile.basics, "name") == ["Example, Ada B."]
    first, second, third = profile.publications
    assert (first.name, first.publisher, first.type) == ("The Cache of Öz & Co", "Trans. Caches B", "article")
    assert (first.release_date, first.doi, first.url) == ("2020-03", "10.1000/OZ", "https://example.org/~ada_b")
    assert first.authors == ("Ada Example", "Bo van der Sample")
    assert quotes(profile, first, "authors.0") == ["Example, Ada"]
    assert quotes(profile, first, "authors.1") == ["Bo {van der} Sample"]
    assert quotes(profile, first, "name") == [r"The {Cache} of {\"O}z \& Co"]
    assert quotes(profile, first, "publisher") == ['tc # " B', "Trans. Caches"]
    assert quotes(profile, first, "release_date") == ["2020", "mar"]
    assert quotes(profile, first, "type") == ["Article"]
    assert (second.name, second.release_date, second.status) == ("Fast n-Caches", "2021-04-05", "accepted")
    assert second.authors == ("The Cache Group", "A. Example")
    assert (third.authors, third.status) == (("Jörg Müller", "Ada B. Example"), "preprint")


def test_the_owner_told(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, LIST, owner="Jörg Müller")
    assert profile.basics.name == "Jörg Müller"
    assert [paper.name for paper in profile.publications] == ["A Preprint"]


@pytest.mark.parametrize(
    ("text", "owner", "reason"),
    [
        (LIST, "Zoe Nobody", "names the owner in no entry"),
        ("@article{a, title={T}, author={Ada Bee and Cy Dee}}", None, "does not say whose"),
        (
            "@article{a, title={T}, author={Ada Bee}}\n@article{b, title={U}, author={Cy Dee}}",
            None,
            "does not say whose",
        ),
        ("@article{a, title={T}}", None, "does not say whose"),
        ("@article{a, title={T", None, "no BibTeX entries"),
        ("@" * 1000, None, "no BibTeX entries"),
    ],
)
def test_lists_of_nobody(tmp_path: Path, text: str, owner: str | None, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        profile_of(tmp_path, text, owner=owner)
    assert caught.value.remedy
    assert "Bee" not in str(caught.value)


def test_broken_entries_cost_only_themselves(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    broken = "@article{x, title = {Secret" + " {" * 50 + "\n" + LIST
    with caplog.at_level(logging.DEBUG):
        profile = profile_of(tmp_path, broken)
    assert [paper.doi for paper in profile.publications] == ["10.1000/OZ", None, None]
    assert "Secret" not in caplog.text


def test_the_suffix_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "papers.txt").write_text(LIST, encoding="utf-8")
    assert isinstance(read(tmp_path / "papers.txt"), Profile)
