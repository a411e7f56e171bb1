"""The questions of queries/ as functions on the networkx graph, with the same names, parameters and rows.

    find_people           who has these technologies, worked at these organizations, published at these venues
    intro_paths           who can introduce one person to another
    colleagues            who was at the same place at the same time
    experts               who knows a technology best
    ways_into             who of ours is within two degrees of an organization, and through whom
    feeder_universities   which universities feed which employers
    career_flow           where people move from and to
    sector_moves          who goes from academia to industry and back
    who_was_at            who was at an organization in a year
    tenure                how long people stay at an organization
    first_senior_title    how long it takes to the first senior title
    career_gaps           what lies between the stints of a person
    evidence              what the documents say about a person, word by word

    lineage, descendants, common_ancestors                                   who advised whom
    coauthors, coauthor_network, venue_people                                who writes papers with whom, and where
    technology_trends, technologies_together, adjacent_technologies          what is used when, and with what
    similar_people, brokers, count_people, alumni                            people among others
    conflicts                                                                who is too close to judge whom
    weak_facts, conflicting_facts, facts_by_document, duplicates             what the facts rest on

    find                                  what a free text fits
    coauthor_graph, move_graph, work_graph    simple weighted graphs for the algorithms of networkx

Each takes the graph of `graph.to_networkx` and answers with a Table, a list of rows (dataclasses) that a notebook shows
as such; `as_dicts` makes them plain, equal to what `queries.ask` answers.
"""

from __future__ import annotations

from talentgraph.analyse.careers import career_gaps, first_senior_title, tenure, who_was_at
from talentgraph.analyse.cohort import brokers, count_people, similar_people
from talentgraph.analyse.conflicts import conflicts
from talentgraph.analyse.crossings import career_flow, sector_moves
from talentgraph.analyse.lineage import common_ancestors, descendants, lineage
from talentgraph.analyse.moves import alumni, feeder_universities
from talentgraph.analyse.papers import coauthor_network, coauthors, venue_people
from talentgraph.analyse.paths import intro_paths, ways_into
from talentgraph.analyse.people import colleagues, evidence, experts, find_people
from talentgraph.analyse.projections import coauthor_graph, move_graph, work_graph
from talentgraph.analyse.rows import (
    Adjacent,
    Alumnus,
    Ancestor,
    Ascent,
    Broker,
    Coauthor,
    Coauthorship,
    Colleague,
    Conflict,
    Contradiction,
    Count,
    Crossing,
    Descent,
    DocumentFact,
    Duplicate,
    Expert,
    Feeder,
    Flow,
    Found,
    Gap,
    Hop,
    Lineage,
    Match,
    Presence,
    Row,
    Similar,
    Statement,
    Tenure,
    Together,
    Trend,
    VenuePerson,
    Way,
    WeakFact,
    as_dicts,
)
from talentgraph.analyse.search import find
from talentgraph.analyse.technologies import adjacent_technologies, technologies_together, technology_trends
from talentgraph.analyse.trust import conflicting_facts, duplicates, facts_by_document, weak_facts

__all__ = [
    "Adjacent",
    "Alumnus",
    "Ancestor",
    "Ascent",
    "Broker",
    "Coauthor",
    "Coauthorship",
    "Colleague",
    "Conflict",
    "Contradiction",
    "Count",
    "Crossing",
    "Descent",
    "DocumentFact",
    "Duplicate",
    "Expert",
    "Feeder",
    "Flow",
    "Found",
    "Gap",
    "Hop",
    "Lineage",
    "Match",
    "Presence",
    "Row",
    "Similar",
    "Statement",
    "Tenure",
    "Together",
    "Trend",
    "VenuePerson",
    "Way",
    "WeakFact",
    "adjacent_technologies",
    "alumni",
    "as_dicts",
    "brokers",
    "career_flow",
    "career_gaps",
    "coauthor_graph",
    "coauthor_network",
    "coauthors",
    "colleagues",
    "common_ancestors",
    "conflicting_facts",
    "conflicts",
    "count_people",
    "descendants",
    "duplicates",
    "evidence",
    "experts",
    "facts_by_document",
    "feeder_universities",
    "find",
    "find_people",
    "first_senior_title",
    "intro_paths",
    "lineage",
    "move_graph",
    "sector_moves",
    "similar_people",
    "technologies_together",
    "technology_trends",
    "tenure",
    "venue_people",
    "ways_into",
    "weak_facts",
    "who_was_at",
    "work_graph",
]
