"""Venues: one series by all its names, tracks and workshops apart, and no year in any key."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentgraph.resolve import compare
from talentgraph.resolve.venues import acronym_links
from talentgraph.values import senses, venue_index, venue_names, venues

SAME = [
    ("SOSP '17", "Proceedings of the 26th ACM Symposium on Operating Systems Principles (SOSP '17), Shanghai, China"),
    ("OSDI", "15th USENIX Symposium on Operating Systems Design and Implementation"),
    ("NIPS 2015", "Advances in Neural Information Processing Systems 28"),
    ("NeurIPS", "Adv. Neural Inf. Process. Syst."),
    ("SysML", "MLSys 2021"),
    ("TPAMI", "IEEE Trans. Pattern Anal. Mach. Intell., vol. 39, no. 6, pp. 1137-1149"),
    ("CVPR", "Proc. IEEE Conf. Comput. Vis. Pattern Recognit."),
    ("PVLDB 14(3)", "Proceedings of the VLDB Endowment"),
    ("PNAS", "Proc. Natl. Acad. Sci. U.S.A."),
    ("MICRO-52", "IEEE/ACM International Symposium on Microarchitecture"),
    ("SC20", "International Conference for High Performance Computing, Networking, Storage and Analysis"),
    ("HotOS XVII", "Workshop on Hot Topics in Operating Systems"),
    ("CVPRW", "IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops"),
    ("Findings of ACL 2022", "Findings of the Association for Computational Linguistics: ACL 2022"),
    ("ICLR 2024 (Oral)", "International Conference on Learning Representations"),
    ("arXiv:1909.12345", "CoRR abs/1909.12345"),
    ("CHI EA '20", "Extended Abstracts of the 2020 CHI Conference on Human Factors in Computing Systems"),
    ("ICFB 2019", "International Conference on Frobbing Badgers (ICFB 2020)"),
    ("Front. Badger Stud.", "Frontiers in Badger Studies"),
    ("14th Symposium on Sheep Counting", "Symp. on Sheep Counting, London, UK"),
    ("IEEE Micro", "IEEE Micro, vol. 40"),
    ("S&P 2019", "IEEE Symposium on Security and Privacy"),
    ("Proceedings of the 12th Workshop on Hot Topics in Networks, Paris, France", "HotNets"),
    ("Journal of Physics: Conference Series 12(3): 100-110", "J. Phys.: Conf. Ser."),
    ("Nature Gene.", "Nature Genetics"),
]
DIFFERENT = [
    ("VLDB", "The VLDB Journal"),
    ("CVPR", "CVPR Workshops"),
    ("EMNLP", "Findings of EMNLP"),
    ("EMNLP System Demonstrations", "EMNLP Industry Track"),
    ("NeurIPS", "NeurIPS Datasets and Benchmarks Track"),
    ("SIGMOD", "SIGMOD/PODS"),
    ("SIGGRAPH", "SIGGRAPH Asia"),
    ("ICCV", "ECCV"),
    ("MICRO", "IEEE Micro"),
    ("Physical Review A", "Physical Review E"),
    ("COLING", "LREC-COLING"),
    ("USENIX ATC", "Conference on Autonomous and Trusted Badgers (ATC)"),
    ("CHI Workshops", "CHiME"),
    ("NeuroImage", "NeuroImage: Badgers"),
    ("ACM Trans. Badger. Interact.", "IEEE Transactions on Computers"),
    ("Proceedings of Networking", "Proceedings of the ACM on Networking"),
    ("Journal of Badger Studies", "Frontiers in Badger Studies"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_names_of_one_series(left: str, right: str) -> None:
    assert compare("venue", left, right).band == "same"


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_names_of_two_series(left: str, right: str) -> None:
    assert compare("venue", left, right).band == "different"


@pytest.mark.parametrize(
    ("printed", "whole", "key"),
    [
        ("Workshop on Badgers at ICML 2021", "ICML", "icml / workshop badger"),
        ("ICML 2021 Workshop on Badgers", "ICML", "icml / workshop badger"),
        ("Badgers @ ICML", "ICML", "icml / workshop badger"),
        ("Computer Vision – ECCV 2020 Workshops", "ECCV", "eccv / workshop"),
        ("ACL Student Research Workshop", "ACL", "acl / student research workshop"),
        ("Companion Proceedings of the Web Conference 2018", "WWW", "www / companion"),
        ("Adjunct Proceedings of UbiComp 2019", "UbiComp", "ubicomp / adjunct"),
        (
            "Proc. of the Conf. on Empirical Methods in Natural Language Processing (EMNLP): System Demonstrations",
            "EMNLP",
            "emnlp / demo",
        ),
    ],
)
def test_parts_of_conferences(printed: str, whole: str, key: str) -> None:
    found = venue_names.named(printed)
    assert found.whole is not None
    assert (found.whole.name, found.key) == (whole, key)


@pytest.mark.parametrize(
    ("name", "beside", "series"),
    [
        ("SEC", "Offloading at the edge of mobile networks", "SEC"),
        ("SEC", "USENIX attack", "USENIX Security"),
        ("ISWC", "Wearable activity sensing", "International Symposium on Wearable Computers"),
        ("ISWC", "", "ISWC"),
    ],
)
def test_what_stands_beside_an_acronym_tells_its_bearer(name: str, beside: str, series: str) -> None:
    assert venue_names.named(name, beside).name == series


def test_an_acronym_is_joined_with_the_only_full_name_that_it_fits() -> None:
    texts = ["ICFB 2019", "International Conference on Frobbing Badgers", "Badger Letters"]
    assert list(acronym_links(texts)) == [("icfb", "conference frobbing badger")]
    assert list(acronym_links([*texts, "International Conference on Feeding Bats"])) == []


def test_every_sense_and_every_name_is_known() -> None:
    assert [row for row in senses_of("venue") if venue_index.find(row) is None] == []
    assert [entry.name for entry in venues.entries() if venue_index.find(entry.name) is None] == []


def senses_of(kind: str) -> list[str]:
    return [bearer for (of, _), bearers in senses._senses().items() if of == kind for bearer, _ in bearers]


def names() -> st.SearchStrategy[str]:
    known = [name for pair in (*SAME, *DIFFERENT) for name in pair]
    pieces = ["ACM", "Conference", "on", "2019", "'21", "Workshop", "ICML", "(", ")", "@", "Badgers", ",", "Demo"]
    words = st.lists(st.sampled_from(pieces), max_size=9)
    return st.sampled_from(known) | words.map(" ".join) | st.text(max_size=40)


@settings(max_examples=150, deadline=None)
@given(names(), names())
def test_laws(left: str, right: str) -> None:
    key = venue_names.key(left)
    assert not re.search(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)", key) or not re.search(r"[^\W\d_]", left)
    assert compare("venue", left, right).probability == compare("venue", right, left).probability


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([venue.acronym for venue in venues.entries() if venue.acronym]), st.integers(1960, 2029))
def test_years_do_not_count(acronym: str, year: int) -> None:
    assert venue_names.key(f"{acronym} {year}") == venue_names.key(acronym) == venue_names.key(venue_names.key(acronym))
