"""The questions of queries/ as functions on the networkx graph, with the same names, parameters and rows.

    find_people           who has these technologies, worked at these organizations, published at these venues
    intro_paths           who can introduce one person to another
    colleagues            who was at the same place at the same time
    experts               who knows a technology best
    feeder_universities   which universities feed which employers
    evidence              what the documents say about a person, word by word

    lineage, descendants, common_ancestors                                   who advised whom
    coauthors, coauthor_network, venue_people                                who writes papers with whom, and where
    technology_trends, technologies_together, adjacent_technologies          what is used when, and with what

Each takes the graph of `graph.to_networkx` and answers with a list of rows (dataclasses); `as_dicts` makes them
plain, equal to what `queries.ask` answers.
"""

from __future__ import annotations

from talentgraph.analyse.lineage import common_ancestors, descendants, lineage
from talentgraph.analyse.moves import feeder_universities
from talentgraph.analyse.papers import coauthor_network, coauthors, venue_people
from talentgraph.analyse.paths import intro_paths
from talentgraph.analyse.people import colleagues, evidence, experts, find_people
from talentgraph.analyse.rows import (
    Adjacent,
    Ancestor,
    Coauthor,
    Coauthorship,
    Colleague,
    Descent,
    Expert,
    Feeder,
    Found,
    Hop,
    Lineage,
    Match,
    Row,
    Statement,
    Together,
    Trend,
    VenuePerson,
    as_dicts,
)
from talentgraph.analyse.search import find
from talentgraph.analyse.technologies import adjacent_technologies, technologies_together, technology_trends

__all__ = [
    "Adjacent",
    "Ancestor",
    "Coauthor",
    "Coauthorship",
    "Colleague",
    "Descent",
    "Expert",
    "Feeder",
    "Found",
    "Hop",
    "Lineage",
    "Match",
    "Row",
    "Statement",
    "Together",
    "Trend",
    "VenuePerson",
    "adjacent_technologies",
    "as_dicts",
    "coauthor_network",
    "coauthors",
    "colleagues",
    "common_ancestors",
    "descendants",
    "evidence",
    "experts",
    "feeder_universities",
    "find",
    "find_people",
    "intro_paths",
    "lineage",
    "technologies_together",
    "technology_trends",
    "venue_people",
]
