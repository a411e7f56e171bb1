from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from factory import named
from hypothesis import given, settings
from hypothesis import strategies as st

from talentgraph.model import Education, Identities, Profile, Publication, Work
from talentgraph.resolve import compare, resolve
from talentgraph.resolve.people.blocking import candidates
from talentgraph.resolve.people.crowd import Crowd, Portrait
from talentgraph.resolve.people.weights import bits_of, probability, table


def paper(title: str, *authors: str, venue: str | None = None) -> Publication:
    return Publication(name=title, authors=authors, publisher=venue)


def of(found: Identities, *mentions: str) -> list[str]:
    return [found.mentions[mention] for mention in mentions]


FREQUENT_APART = [
    ("Wei Wang", "compilers; with Tom Quill; Leeds", "Wei Wang", "fisheries; with Hao Lin; Osaka"),
    ("J. Kim", "sports medicine", "J. Kim", "databases"),
    ("Bob Smith", "poet", "Robert Smith", "control theory, Toronto"),
    ("Wei Wang", "", "Wei Wang", ""),
    ("A. Kumar", "hydrogels; with D. Park", "A. B. Kumar", "hydrogels; with D. Park; both on one paper"),
    ("Ravi Gupta", "intern 2024", "Ravi Gupta", "cardiology since 1979"),
]
TOGETHER = [
    ("A. Quillfeather", "Stanford University", "Ada Quillfeather", "Stanford"),
    ("Wei Wang", "with Otto Quillfeather; Zürich", "W. Wang", "compilers; with O. Quillfeather"),
    ("Ada Quillfeather", "storage", "Quillfeather, Ada", "oceans"),
    (
        "Wang Wei",
        "MIT; robotics; with P. Zumthor",
        "Wei Wang",
        "Massachusetts Institute of Technology; with P. Zumthor",
    ),
]


@pytest.mark.parametrize(("left", "mine", "right", "other"), FREQUENT_APART)
def test_frequent_names_with_nothing_in_common_are_two_people(left: str, mine: str, right: str, other: str) -> None:
    found = compare("person", left, right, left_context=mine, right_context=other)
    assert found.probability < 0.5, found


@pytest.mark.parametrize(("left", "mine", "right", "other"), TOGETHER)
def test_rare_names_and_names_with_common_traits_are_one_person(left: str, mine: str, right: str, other: str) -> None:
    found = compare("person", left, right, left_context=mine, right_context=other)
    assert found.probability > 0.5, found
    assert found == compare("person", left, right, left_context=mine, right_context=other)
    turned = compare("person", right, left, left_context=other, right_context=mine)
    assert turned.probability == pytest.approx(found.probability)


def test_reasons_are_the_whole_sum() -> None:
    found = compare("person", "A. Quillfeather", "Ada Quillfeather", left_context="MIT", right_context="Stanford")
    assert bits_of(found.probability) == pytest.approx(-16.0 + sum(reason.weight for reason in found.reasons))


def test_a_rare_full_name_is_one_person_over_documents_and_a_frequent_one_is_not() -> None:
    for name, people in (("Xanthe Quillfeather", 1), ("Wei Wang", 2)):
        one = named("a.txt", "Ada Example", publications=(paper("Storage of Grain", name, "Tom Quill"),))
        other = named("b.txt", "Ben Sample", publications=(paper("Ocean Currents", name, "Liv Zumthor"),))
        found = resolve([one, other])
        assert len(set(of(found, "a.txt#publications.0.authors.0", "b.txt#publications.0.authors.0"))) == people


def test_a_common_co_author_joins_a_frequent_name() -> None:
    one = named("a.txt", "Ada Example", publications=(paper("Grain", "Wei Wang", "Otto Quill", "Liv Zumthor"),))
    other = named("b.txt", "Ben Sample", publications=(paper("Oceans", "Wei Wang", "O. Quill", "L. Zumthor"),))
    found = resolve([one, other])
    assert len(set(of(found, "a.txt#publications.0.authors.0", "b.txt#publications.0.authors.0"))) == 1


def test_an_initial_that_fits_two_full_names_joins_neither() -> None:
    both = ("Ada Quillfeather", "Amy Quillfeather")
    documents = [
        named(f"{n}.txt", f"Owner{n} Sample", publications=(paper(f"Title {n}{n}", name, "Otto Zumthor"),))
        for n, name in enumerate((*both, "A. Quillfeather"))
    ]
    found = resolve(documents)
    assert len(set(of(found, *(f"{n}.txt#publications.0.authors.0" for n in range(3))))) == 3
    assert found.likely


def test_contradicting_names_do_not_meet_through_an_initial() -> None:
    documents = [
        named(
            f"{n}.txt",
            f"Owner{n} Sample",
            publications=(paper(f"A Long Title {n}", name, "Otto Zumthor", "Liv Pfister"),),
        )
        for n, name in enumerate(("Ada Quillfeather", "A. Quillfeather", "Amy Quillfeather"))
    ]
    found = resolve(documents)
    ada, _, amy = of(found, *(f"{n}.txt#publications.0.authors.0" for n in range(3)))
    assert ada != amy


def test_me_is_the_owner_and_et_al_is_nobody() -> None:
    papers = (paper("The First Title", "Me", "et al."), paper("The Second Title", "Ada Example", "et al."))
    found = resolve([named("a.txt", "Ada Example", publications=papers)])
    line = "a.txt#publications.{}.authors.{}"
    assert of(found, line.format(0, 0)) == of(found, "a.txt#basics")
    assert found.mentions[line.format(0, 1)] != found.mentions[line.format(1, 1)]


NAMES = (
    "Wei Wang",
    "W. Wang",
    "Wen Wang",
    "Ada Quillfeather",
    "A. Quillfeather",
    "Quillfeather, Ada",
    "Li Na",
    "Na Li",
)
DOCUMENT = st.tuples(
    st.sampled_from(NAMES),
    st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True), max_size=2),
    st.sampled_from(("Globex", "Initech")),
)


def profiles(documents: list[tuple[str, list[list[str]], str]]) -> list[Profile]:
    return [
        named(
            f"{number}.txt",
            owner,
            work=(Work(name=employer, start_date="2019"),),
            publications=tuple(paper(f"Title {min(authors)} of {len(authors)}", *authors) for authors in papers),
            education=(Education(institution="University of Example"),),
        )
        for number, (owner, papers, employer) in enumerate(documents)
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(DOCUMENT, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter_and_no_rule_is_broken(
    documents: list[tuple[str, list[list[str]], str]], random: object
) -> None:
    made = profiles(documents)
    found = resolve(made)
    random.shuffle(made)  # type: ignore[attr-defined]
    assert resolve(made) == found
    assert resolve(made, previous=found).mentions == found.mentions
    for profile in made:
        for number, each in enumerate(profile.publications):
            line = [f"{profile.source.path}#publications.{number}.authors.{at}" for at in range(len(each.authors))]
            assert len(set(of(found, *line))) == len(line)


PORTRAIT = st.builds(
    Portrait,
    st.tuples(st.sampled_from(NAMES)),
    st.dictionaries(
        st.sampled_from([weight.kind for weight in table().weights]), st.frozensets(st.sampled_from("abc"), min_size=1)
    ),
    st.none() | st.just((1990, 1995)) | st.just((2020, 2024)),
)


@given(st.lists(PORTRAIT, min_size=2, max_size=5))
def test_all_pairs_at_once_are_scored_as_one_pair_is(portraits: list[Portrait]) -> None:
    crowd = Crowd(portraits)
    pairs = [(a, b) for a, b in product(range(len(portraits)), repeat=2) if a != b]
    bits = crowd.score(np.array([a for a, _ in pairs]), np.array([b for _, b in pairs]))
    for (a, b), each in zip(pairs, bits, strict=True):
        assert crowd.compare(a, b).probability == pytest.approx(probability(float(each)))


def test_large_blocks_are_cut() -> None:
    crowd = Crowd([Portrait(("Wei Wang",), {"coauthor": frozenset({f"zumthor|{n}"})}) for n in range(400)])
    left, right = candidates(crowd)
    assert 0 < len(left) < 400 * 10
    assert (left < right).all()
