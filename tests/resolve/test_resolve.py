"""The laws of resolve: order, repetition, decisions and growth change nothing that they should not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from cohorts import decisions_on, profile_sets, some
from factory import named, people
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from talentgraph.model import Decision, Identities, Profile, Work
from talentgraph.resolve import problems, resolve


def opposite(decision: Decision) -> Decision:
    verdict = "different" if decision.verdict == "same" else "same"
    return Decision(verdict=verdict, left=decision.left, right=decision.right)


def members(found: Identities) -> dict[str, set[str]]:
    of = defaultdict(set)
    for mention, node in found.mentions.items():
        of[node].add(mention)
    return of


def graph_of(found: Identities) -> Identities:
    """What the graph shows of identities: all but the record of decisions."""
    return replace(found, held=())


laws = settings(max_examples=60, deadline=None)


@laws
@given(profile_sets(), st.randoms(use_true_random=False))
def test_the_order_of_the_documents_makes_no_difference(profiles, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(profiles)
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(profiles)


@laws
@given(profile_sets(), st.data())
def test_resolving_again_changes_nothing(profiles: list[Profile], data: st.DataObject) -> None:
    decisions = data.draw(decisions_on(sorted(resolve(profiles).nodes)))
    once = resolve(profiles, decisions)
    assert resolve(profiles, decisions, previous=once) == once


@laws
@given(profile_sets(), st.data())
def test_an_opposite_decision_undoes_the_first(profiles: list[Profile], data: st.DataObject) -> None:
    before = resolve(profiles)
    pair = data.draw(st.lists(some(sorted(before.nodes)), min_size=2, max_size=2))
    same = Decision(verdict="same", left=pair[0], right=pair[1])
    merged = resolve(profiles, [same])
    undone = [same, opposite(same)]
    assert graph_of(resolve(profiles, undone)) == before
    assert graph_of(resolve(profiles, undone, previous=merged)) == before
    assert graph_of(resolve(profiles, previous=merged)) == before


@laws
@given(profile_sets(), st.data())
def test_a_split_is_undone_too(profiles: list[Profile], data: st.DataObject) -> None:
    before = resolve(profiles)
    together = sorted(max(members(before).values(), key=len))
    assume(len(together) > 1)
    pair = data.draw(st.permutations(together))[:2]
    apart = Decision(verdict="different", left=pair[0], right=pair[1])
    split = resolve(profiles, [apart])
    assert split.mentions[pair[0]] != split.mentions[pair[1]]
    assert graph_of(resolve(profiles, [apart, opposite(apart)], previous=split)) == before


@laws
@given(profile_sets(), st.data())
def test_what_is_decided_to_be_different_never_meets(profiles: list[Profile], data: st.DataObject) -> None:
    before = resolve(profiles)
    decisions = data.draw(decisions_on(sorted(before.nodes)))
    after = resolve(profiles, decisions)
    of = members(before)
    last = {frozenset((d.left, d.right)): d.verdict for d in decisions}
    for pair, verdict in last.items():
        if verdict == "different" and len(pair) == 2:
            left, right = pair
            assert not {after.mentions[m] for m in of[left]} & {after.mentions[m] for m in of[right]}


@laws
@given(profile_sets())
def test_a_new_document_renames_nothing(profiles: list[Profile]) -> None:
    before = resolve(profiles[:-1])
    after = resolve(profiles, previous=before)
    owners = members(after)
    for node, mentions in members(before).items():
        now = {after.mentions[mention] for mention in mentions}
        if len(now) == 1:
            (kept,) = now
            joined = {before.mentions[m] for m in owners[kept] if m in before.mentions}
            assert kept in joined, (node, kept)
            assert joined != {node} or kept == node


@laws
@given(profile_sets())
def test_ids_fit_the_kinds_and_all_mentions_have_nodes(profiles: list[Profile]) -> None:
    found = resolve(profiles)
    assert set(found.mentions.values()) == found.nodes.keys()
    assert all(node.id == key and key.startswith(f"{node.kind}/") for key, node in found.nodes.items())
    assert all(node.reason and node.name for node in found.nodes.values())
    assert all(part in found.nodes and whole in found.nodes for part, whole in found.part_of)


def test_a_decision_joins_and_says_so() -> None:
    decision = Decision(
        verdict="same", left="person/ben-sample", right="person/cho-third", by="ada", why="married name"
    )
    found = resolve(people(), [decision])
    assert found.mentions["cvs/cho.txt#basics"] == found.mentions["cvs/ben.txt#basics"]
    assert "decided by ada: married name" in found.nodes[found.mentions["cvs/ben.txt#basics"]].reason


def test_a_decision_between_different_people_holds_against_a_chain() -> None:
    same = [Decision(verdict="same", left="person/ben-sample", right="person/cho-third")]
    chain = [
        Decision(verdict="different", left="person/ada-example", right="person/cho-third"),
        *same,
        Decision(verdict="same", left="person/ada-example", right="person/ben-sample"),
    ]
    found = resolve(people(), chain)
    ada, ben, cho = (found.mentions[f"{path}#basics"] for path in ("ada.txt", "cvs/ben.txt", "cvs/cho.txt"))
    assert ada != cho
    assert ada == ben  # the later of the two decisions that cannot both hold


def test_a_decision_holds_when_a_document_comes_later() -> None:
    decision = Decision(verdict="same", left="person/ben-sample", right="person/cho-third")
    first = resolve(people(), [decision])
    found = resolve([*people(), named("0.txt", "Ben Sample", work=(Work(name="Initech"),))], [decision], previous=first)
    assert found.mentions["cvs/cho.txt#basics"] == found.mentions["cvs/ben.txt#basics"]
    assert found.mentions["0.txt#basics"] == "person/ben-sample-2"


def test_a_decision_on_what_is_gone_is_a_problem_and_no_more() -> None:
    decision = Decision(verdict="same", left="person/nobody", right="person/cho-third")
    found = resolve(people(), [decision])
    assert graph_of(found) == resolve(people())
    (problem,) = problems(found)
    assert "person/nobody is not there" in problem.reason
