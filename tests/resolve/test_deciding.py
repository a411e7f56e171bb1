"""Names become decisions; what is not clear is an error that helps; what is decided is taken back by name."""

from __future__ import annotations

import pytest
from factory import named, people

from talentgraph.errors import QueryError
from talentgraph.identity import Decision, Identities
from talentgraph.model import Profile, Skill, Work
from talentgraph.resolve import resolve
from talentgraph.resolve.deciding import Stamp, merge, part, split, take_back
from talentgraph.resolve.finding import find, find_two

STAMP = Stamp(by="tester", at="2026-01-01T00:00:00+00:00", why="for a test")


@pytest.fixture(scope="module")
def found() -> Identities:
    return resolve(people())


def cohort() -> list[Profile]:
    """Two documents about one person, two people of one name, and a name that two kinds have."""
    place = (Work(name="Globex"),)
    return [
        named("in/a.txt", "Ada Example", work=place),
        named("in/b.txt", "Ada Example", work=place),
        named("c.txt", "Wei Zhang"),
        named("d.txt", "Wei Zhang", skills=(Skill(keywords=("Globex",)),)),
    ]


@pytest.mark.parametrize("term", ["person/ben-sample", "cvs/ben.txt#basics", "BEN SAMPLE", "B. Sample", "sample"])
def test_a_node_is_found_by_id_mention_name_alias_or_words(found: Identities, term: str) -> None:
    assert find(found, term).id == "person/ben-sample"


def test_an_unknown_name_has_suggestions(found: Identities) -> None:
    with pytest.raises(QueryError, match=r"'Ben Smaple'; did you mean .*person/ben-sample \(Ben Sample\)"):
        find(found, "Ben Smaple")
    with pytest.raises(QueryError, match=r"nothing named 'Smaple'; did you mean .*person/ben-sample"):
        find(found, "Smaple")


def test_an_ambiguous_name_lists_the_candidates() -> None:
    with pytest.raises(QueryError, match=r"may be person/wei-zhang \(Wei Zhang\), person/wei-zhang-2 \(Wei Zhang\)"):
        find(resolve(cohort()), "wei zhang")


def test_the_other_name_tells_which_kind_is_meant() -> None:
    identities = resolve(cohort())
    one, other = find_two(identities, "Globex", "organization/globex")
    assert one.id == other.id == "organization/globex"
    with pytest.raises(QueryError, match="two kinds are never one"):
        find_two(identities, "c.txt#basics", "organization/globex")


def test_a_merge_names_ids(found: Identities) -> None:
    decision = merge(found, "Cho Third", "ben sample", STAMP)
    assert decision == STAMP.on("same", "person/cho-third", "person/ben-sample")
    with pytest.raises(QueryError, match="one already: person/ada-example"):
        merge(found, "Ada Example", "A. Example", STAMP)


def test_one_node_is_parted_by_mentions_only(found: Identities) -> None:
    assert part(found, "Cho Third", "Ben Sample", STAMP).verdict == "different"
    with pytest.raises(QueryError, match="part it with split"):
        part(found, "Ada Example", "A. Example", STAMP)
    mentions = ("ada.txt#basics", "ada.txt#publications.1.authors.0")
    decision = part(found, *mentions, STAMP)
    assert (decision.left, decision.right) == mentions
    parted = resolve(people(), [decision], previous=found)
    assert parted.mentions[mentions[0]] != parted.mentions[mentions[1]]


def test_a_split_gives_each_document_its_own() -> None:
    identities = resolve(cohort())
    (decision,) = split(identities, "Ada Example", [], STAMP)
    assert (decision.left, decision.right) == ("person/ada-example", ("in/b.txt#basics",))
    assert split(identities, "Ada Example", ["b.txt"], STAMP) == [decision]
    assert split(identities, "Ada Example", ["in/b.txt#basics"], STAMP) == [decision]
    parted = resolve(cohort(), [decision], previous=identities)
    assert parted.mentions["in/a.txt#basics"] == "person/ada-example" != parted.mentions["in/b.txt#basics"]


@pytest.mark.parametrize(
    ("name", "wanted", "problem"),
    [
        ("Ada Example", ["in/a.txt", "in/b.txt"], "all mentions of person/ada-example"),
        ("Ada Example", ["c.txt"], "'c.txt': is no mention of it; person/ada-example has in/a.txt#basics"),
        ("c.txt#basics", [], "in one document only; name the mentions that are another's, of c.txt#basics"),
    ],
)
def test_a_split_that_is_none_says_why(name: str, wanted: list[str], problem: str) -> None:
    with pytest.raises(QueryError, match=problem):
        split(resolve(cohort()), name, wanted, STAMP)


def after(profiles: list[Profile], decisions: list[Decision]) -> Identities:
    return resolve(profiles, decisions, previous=resolve(profiles))


@pytest.mark.parametrize("built", [True, False])
@pytest.mark.parametrize("names", [("Cho Third", "Ben Sample"), ("person/ben-sample", "person/cho-third")])
def test_a_merge_is_taken_back_by_the_names_of_before(built: bool, names: tuple[str, str]) -> None:
    decisions = [merge(resolve(people()), "Cho Third", "Ben Sample", STAMP)]
    now = after(people(), decisions) if built else resolve(people())
    (back,) = take_back(now, decisions, names, "same", Stamp())
    assert back == Decision(verdict="open", left="person/cho-third", right="person/ben-sample")
    restored = resolve(people(), [*decisions, back], previous=now)
    assert restored.mentions == resolve(people()).mentions
    with pytest.raises(QueryError, match="there is no such decision"):
        take_back(restored, [*decisions, back], names, "same", Stamp())


def test_a_split_is_taken_back_as_a_whole() -> None:
    profiles = [named(f"{each}.txt", "Ada Example", work=(Work(name="Globex"),)) for each in "abc"]
    before = resolve(profiles)
    decisions = split(before, "Ada Example", [], STAMP)
    assert len(decisions) == 2
    now = after(profiles, decisions)
    assert len({now.mentions[f"{each}.txt#basics"] for each in "abc"}) == 3
    back = take_back(now, decisions, ["person/ada-example"], "split", Stamp())
    assert resolve(profiles, [*decisions, *back], previous=now).mentions == before.mentions


def test_what_to_take_back_must_be_clear() -> None:
    decisions = [
        STAMP.on("same", "person/ada-example", "person/ben-sample"),
        STAMP.on("same", "person/ada-example", "person/cho-third"),
    ]
    now = after(people(), decisions)
    with pytest.raises(QueryError, match="several decisions are meant; give the ids of one: .* are one; .* are one"):
        take_back(now, decisions, ("person/ada-example", "person/ada-example"), "same", Stamp())
    (back,) = take_back(now, decisions, ("person/ada-example", "cho third"), "same", Stamp())
    assert back.right == "person/cho-third"
