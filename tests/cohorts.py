"""Small cohorts and decisions on them, for the laws of resolve."""

from __future__ import annotations

from factory import named
from hypothesis import strategies as st

from talentgraph.model import Decision, Education, Profile, Publication, Skill, Work

NAMES = ("Wei Zhang", "W. Zhang", "Zhang, Wei", "Ada Example", "A. Example", "Ann Example", "Zhang", "Bea de Jong")
ORGANIZATIONS = ("Globex", "Globex Inc.", "AWS, Annapurna Labs", "Amazon Web Services", "UWC", "Utopian Widget Council")
TITLES = ("A Very Long Title", "a very long title", "Another Fairly Long Title", "Introduction")

some = st.sampled_from
name = some(NAMES)
organization = some(ORGANIZATIONS)
papers = st.builds(
    lambda title, authors: Publication(name=title, authors=tuple(authors), publisher="EuroSys'25"),
    some(TITLES),
    st.lists(name, max_size=3),
)


@st.composite
def profile_sets(draw: st.DrawFn) -> list[Profile]:
    """One to four documents of few names, so that they meet."""
    return [
        named(
            path,
            draw(name),
            work=tuple(Work(name=place) for place in draw(st.lists(organization, max_size=2))),
            education=tuple(
                Education(institution=place, advisors=(draw(name),))
                for place in draw(st.lists(organization, max_size=1))
            ),
            publications=tuple(draw(st.lists(papers, max_size=2))),
            skills=(Skill(keywords=tuple(draw(st.lists(some(("C++", "k8s", "Kubernetes")), max_size=2)))),),
        )
        for path in ("a.txt", "b/c.txt", "d.txt", "e.txt")[: draw(st.integers(1, 4))]
    ]


def decisions_on(names: list[str]) -> st.SearchStrategy[list[Decision]]:
    """Some decisions between any two of the names."""
    one = st.builds(
        lambda verdict, left, right: Decision(verdict=verdict, left=left, right=right),
        some(["same", "different"]),
        some(names),
        some(names),
    )
    return st.lists(one, max_size=4)
