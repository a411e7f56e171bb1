"""The questions of queries/ as functions on the networkx graph, with the same names, parameters and rows.

    find_people           who has these technologies, worked at these organizations, published at these venues
    intro_paths           who can introduce one person to another
    colleagues            who was at the same place at the same time
    experts               who knows a technology best
    feeder_universities   which universities feed which employers
    evidence              what the documents say about a person, word by word

Each takes the graph of `graph.to_networkx` and answers with a list of rows (dataclasses); `as_dicts` makes them
plain, equal to what `queries.ask` answers.
"""

from __future__ import annotations

from talentgraph.analyse.moves import feeder_universities
from talentgraph.analyse.paths import intro_paths
from talentgraph.analyse.people import colleagues, evidence, experts, find_people
from talentgraph.analyse.rows import Colleague, Expert, Feeder, Found, Hop, Match, Row, Statement, as_dicts
from talentgraph.analyse.search import find

__all__ = [
    "Colleague",
    "Expert",
    "Feeder",
    "Found",
    "Hop",
    "Match",
    "Row",
    "Statement",
    "as_dicts",
    "colleagues",
    "evidence",
    "experts",
    "feeder_universities",
    "find",
    "find_people",
    "intro_paths",
]
