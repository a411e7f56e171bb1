"""Technologies that sections list and that jobs and projects use."""

from __future__ import annotations

from pathlib import Path

import pytest
from extract.labels import labelled

from talentgraph.extract.records import profile
from talentgraph.model import Profile

TEXT = (
    "Ada Example\nada@example.org\n\nEDUCATION\n\nAcme University\tOslo\nMSc\t2012\n\n{}\n\n{}\n\nINTERESTS\n\nChess\n"
)


def read(folder: Path, heading: str, body: str) -> Profile:
    return profile(*labelled(folder, TEXT.format(heading, body)), "test")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Hardware: NVIDIA H100/H200, C/C++, CI/CD", ["NVIDIA H100", "H200", "C", "C++", "CI/CD"]),
        ("Training: PyTorch (FSDP, DDP), JAX", ["PyTorch", "FSDP", "DDP", "JAX"]),
        ("Cloud: Amazon Web Services (AWS), Tidal Boards (own design)", ["Amazon Web Services (AWS)", "Tidal Boards"]),
        ("Python - expert; Go (basic); Rust, 3 years", ["Python", "Go", "Rust"]),
        ("Areas: planning the schedules of trains for a city in the north with Python", ["Python"]),
    ],
)
def test_listed(tmp_path: Path, body: str, wanted: list[str]) -> None:
    found = [word for skill in read(tmp_path, "SKILLS", body).skills for word in skill.keywords]
    assert [word for word in found if "year" not in word] == wanted


@pytest.mark.parametrize(
    ("bullet", "wanted"),
    [
        ("Tuned policies (e.g. LRU, S3FIFO) and prefetching with PyTorch", ("S3FIFO", "PyTorch")),
        ("Profiled TTFT and TPOT under load", ()),
        ("Wrote the SlowMail inference engine and its R scripts", ("SlowMail", "R")),
        ("Moved the code of machine learning to Kubernetes, see https://github.com/example/python", ("Kubernetes",)),
        ("Spoke to Ada, then went to the Swift house", ()),
    ],
)
def test_used(tmp_path: Path, bullet: str, wanted: tuple[str, ...]) -> None:
    body = f"{{EMPLOYER:Acme Labs}}\tGitHub\n{{TITLE:Machine Learning Engineer}}\t2019 – 2020\n- {bullet}"
    (work,) = read(tmp_path, "EXPERIENCE", body).work
    assert set(wanted) <= set(work.keywords)
    assert not {"GitHub", "TPOT", "Machine Learning", "machine learning", "prefetching", "Ada", "Swift"} & set(
        work.keywords
    )
    for number in range(len(work.keywords)):
        assert work.evidence[f"keywords.{number}"]
