"""Decisions outlive what happens to documents: laws over small cohorts, and what each verdict does."""

from __future__ import annotations

from dataclasses import replace

from cohorts import decisions_on, profile_sets, some
from factory import named, people
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from talentgraph import graph
from talentgraph.model import Decision, Identities, Profile, Publication, Work
from talentgraph.resolve import problems, resolve

laws = settings(max_examples=60, deadline=None)


def together(found: Identities, *mentions: str) -> bool:
    return len({found.mentions[mention] for mention in mentions}) == 1


def shifted(profile: Profile, works: list[Work], more: list[Publication]) -> Profile:
    """The same document, read again: more records were found before the others."""
    return replace(profile, work=(*works, *profile.work), publications=(*more, *profile.publications))


def now(mention: str, works: int, more: int) -> str:
    """A mention after so many records were put before the others."""
    path, _, place = mention.partition("#")
    field, _, rest = place.partition(".")
    by = {"work": works, "publications": more}.get(field)
    if by is None:
        return mention
    number, _, rest = rest.partition(".")
    return f"{path}#{field}.{int(number) + by}.{rest}"


@laws
@given(profile_sets(), st.data())
def test_a_decision_outlives_reading_again(profiles: list[Profile], data: st.DataObject) -> None:
    before = resolve(profiles)
    people = sorted({node for node in before.mentions.values() if node.startswith("person/")})
    assume(len(people) > 1)
    left, right = data.draw(st.permutations(people))[:2]
    verdict = data.draw(some(["same", "different"]))
    decision = Decision(verdict=verdict, left=left, right=right)
    decided = resolve(profiles, [decision], previous=before)
    works = [Work(name="Nowhere Else")] * data.draw(st.integers(0, 2))
    fresh = Publication(name="What Nobody Had Found Before", authors=("Zoe Quite-New",))
    more = [fresh] * data.draw(st.integers(0, 1))
    again = [shifted(profiles[0], works, more), *profiles[1:]]
    found = resolve(again, [decision], previous=decided)
    first = profiles[0].source.path
    move = lambda m: now(m, len(works), len(more)) if m.startswith(f"{first}#") else m  # noqa: E731
    for mention, node in decided.mentions.items():
        assert found.mentions[move(mention)] == node
    assert not list(problems(found))


@laws
@given(profile_sets(), st.data())
def test_a_new_document_never_splits_a_confirmed_merge(profiles: list[Profile], data: st.DataObject) -> None:
    earlier, later = profiles[:-1], profiles
    assume(earlier)
    before = resolve(earlier)
    ids = sorted(before.nodes)
    left, right = data.draw(some(ids)), data.draw(some(ids))
    assume(left.partition("/")[0] == right.partition("/")[0])
    decision = Decision(verdict="same", left=left, right=right)
    confirmed = [m for m, node in before.mentions.items() if node in (left, right)]
    merged = resolve(earlier, [decision], previous=before)
    assert together(merged, *confirmed)
    assert together(resolve(later, [decision], previous=merged), *confirmed)


@laws
@given(profile_sets(), st.data())
def test_a_new_document_never_joins_what_was_decided_to_be_two(profiles: list[Profile], data: st.DataObject) -> None:
    earlier = profiles[:-1]
    assume(earlier)
    before = resolve(earlier)
    left, right = data.draw(some(sorted(before.nodes))), data.draw(some(sorted(before.nodes)))
    assume(left != right)
    decision = Decision(verdict="different", left=left, right=right)
    first = resolve(earlier, [decision], previous=before)
    found = resolve(profiles, [decision], previous=first)
    again = resolve(profiles, [decision], previous=found)
    for one in (m for m, node in before.mentions.items() if node == left):
        for other in (m for m, node in before.mentions.items() if node == right):
            assert found.mentions[one] != found.mentions[other]
            assert again.mentions[one] != again.mentions[other]


@laws
@given(profile_sets(), st.data())
def test_building_twice_gives_the_same_rows(profiles: list[Profile], data: st.DataObject) -> None:
    decisions = data.draw(decisions_on(sorted(resolve(profiles).nodes)))
    once = resolve(profiles, decisions)
    twice = resolve(profiles, decisions, previous=once)
    assert twice == once
    assert graph.rows(profiles, twice) == graph.rows(profiles, once)


@laws
@given(profile_sets(), st.data())
def test_the_order_of_unrelated_decisions_makes_no_difference(profiles: list[Profile], data: st.DataObject) -> None:
    before = resolve(profiles)
    nodes = data.draw(st.permutations(sorted(before.nodes)))
    pairs = list(zip(nodes[::2], nodes[1::2], strict=False))
    verdicts = data.draw(st.lists(some(["same", "different"]), min_size=len(pairs), max_size=len(pairs)))
    decisions = [Decision(verdict=v, left=a, right=b) for v, (a, b) in zip(verdicts, pairs, strict=True)]
    shuffled = data.draw(st.permutations(decisions))
    one, other = resolve(profiles, decisions, previous=before), resolve(profiles, shuffled, previous=before)
    assert graph.rows(profiles, one) == graph.rows(profiles, other)


@laws
@given(profile_sets(), st.data())
def test_taking_back_restores_the_former_graph_exactly(profiles: list[Profile], data: st.DataObject) -> None:
    before = resolve(profiles)
    standing = data.draw(decisions_on(sorted(before.nodes)))
    former = resolve(profiles, standing, previous=before)
    left, right = data.draw(some(sorted(former.nodes))), data.draw(some(sorted(former.nodes)))
    assume({left, right} not in [{each.left, each.right} for each in standing])
    decision = Decision(verdict=data.draw(some(["same", "different"])), left=left, right=right)
    decided = [*standing, decision]
    changed = resolve(profiles, decided, previous=former)
    undone = [*decided, replace(decision, verdict="open")]
    assert graph.rows(profiles, resolve(profiles, undone, previous=changed)) == graph.rows(profiles, former)


@laws
@given(profile_sets())
def test_a_document_that_is_renamed_keeps_its_nodes(profiles: list[Profile]) -> None:
    before = resolve(profiles)
    other = replace(profiles[0], source=replace(profiles[0].source, path="z/renamed.txt"))
    after = resolve([*profiles[1:], other], previous=before)
    old = profiles[0].source.path
    for mention, node in before.mentions.items():
        path, _, place = mention.partition("#")
        assert after.mentions[f"{'z/renamed.txt' if path == old else path}#{place}"] == node


def test_several_mentions_on_a_side_are_one() -> None:
    """Also where nothing but what they leave had joined them."""
    profiles = [named("a.txt", "Ada Example"), named("b.txt", "Ben Sample"), named("c.txt", "Cho Third")]
    owners = tuple(f"{each}.txt#basics" for each in "abc")
    same = [Decision(verdict="same", left=owners[0], right=other) for other in owners[1:]]
    before = resolve(profiles, same)
    assert together(before, *owners)
    split = Decision(verdict="different", left=before.mentions[owners[0]], right=owners[1:])
    found = resolve(profiles, [same[0], split], previous=before)
    assert together(found, *owners[1:])
    assert not together(found, *owners[:2])


def test_several_mentions_on_a_side_leave_together() -> None:
    profiles = [named(f"{each}.txt", "Ada Example", work=(Work(name="Globex"),)) for each in "abcd"]
    before = resolve(profiles)
    off = ("c.txt#basics", "d.txt#basics")
    (node,) = {before.mentions[mention] for mention in off}
    decision = Decision(verdict="different", left=node, right=off)
    found = resolve(profiles, [decision], previous=before)
    assert together(found, *off)
    assert together(found, "a.txt#basics", "b.txt#basics")
    assert found.mentions["a.txt#basics"] == node != found.mentions["c.txt#basics"]


def test_a_decision_of_two_kinds_is_a_problem() -> None:
    ids = resolve(people()).nodes
    organization = next(node for node in ids if node.startswith("organization/"))
    decision = Decision(verdict="same", left="person/ada-example", right=organization)
    (problem,) = problems(resolve(people(), [decision]))
    assert "two kinds" in problem.reason


def test_a_decision_that_was_taken_back_is_no_problem() -> None:
    decision = Decision(verdict="same", left="person/nobody", right="person/cho-third")
    assert not list(problems(resolve(people(), [decision, replace(decision, verdict="open")])))


def test_namesakes_on_papers_are_told_apart_after_the_places_shift() -> None:
    """Two papers of one short name by two people: each decision follows its paper."""

    def profile(*titles: str) -> Profile:
        return named(
            "a.txt", "Wei Zhang", publications=tuple(Publication(name=t, authors=("A. Example",)) for t in titles)
        )

    one, two = "Counting Sheep in Parallel", "On Slow Teaching Machines"
    before = resolve([profile(one, two)])
    first, second, third = (f"a.txt#publications.{number}.authors.0" for number in range(3))
    decision = Decision(verdict="different", left=first, right=second)
    parted = resolve([profile(one, two)], [decision], previous=before)
    assert not together(parted, first, second)
    found = resolve([profile("A New One Comes First", two, one)], [decision], previous=parted)
    assert found.mentions[third] == parted.mentions[first]
    assert found.mentions[second] == parted.mentions[second]
