"""The vocabulary of the graph as one table: what may stand in it, and how it looks.

Everything that names a label, a relationship or a property takes it from here: the statements for the
databases, the exports, the pages and the documentation.
"""

from __future__ import annotations

from dataclasses import dataclass

from talentgraph.values.cypher import quote


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of node. `colour` is for light and for dark pages; `drawn` says whether pages show it as a node."""

    name: str
    properties: tuple[str, ...] = ()
    parent: str = ""
    colour: tuple[str, str] = ("#6b7280", "#9ca3af")
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Relationship:
    """A kind of edge from any of `sources` to any of `targets`. Derived ones can be rebuilt from the others."""

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: tuple[str, ...] = ()
    derived: bool = False


COMMON = ("id", "name", "aliases")  # every node has these
# What talentgraph wrote into a database that holds other things too: a label of its nodes, a property of its
# relationships. With the underscore it sorts behind all labels, so that Neo4j Browser colours by the others.
MARK, EDGE_MARK = "_TalentGraph", "_talentgraph"
_DATES = ("startDate", "endDate", "startYear", "endYear", "datePrecision", "isCurrent", "currentAsOf")
_NAMED = ("Person", "Organization", "Venue", "Technology")  # what mentions stand for
_ORGANIZATION = ("#0f766e", "#2dd4bf")

LABELS = {
    label.name: label
    for label in (
        Label("Person", ("givenName", "familyName", "orcid", "headline", "hasProfile"), "", ("#1d4ed8", "#7aa2ff")),
        Label("Contact", ("kind", "value"), drawn=False),
        Label("Organization", ("rorId", "wikidataId", "type", "countryCode"), "", _ORGANIZATION),
        Label("University", (), "Organization", _ORGANIZATION),
        Label("Company", (), "Organization", _ORGANIZATION),
        Label("ResearchInstitute", (), "Organization", _ORGANIZATION),
        Label("GovernmentAgency", (), "Organization", _ORGANIZATION),
        Label("Hospital", (), "Organization", _ORGANIZATION),
        Label("Nonprofit", (), "Organization", _ORGANIZATION),
        Label("Position", ("title", "level", "employmentType", "team", *_DATES), drawn=False),
        Label("Education", ("degree", "degreeLevel", "field", "gpa", "gpaScale", "honours", *_DATES), drawn=False),
        Label("Publication", ("title", "year", "status", "type", "doi"), "", ("#a16207", "#fbbf24")),
        Label("Venue", ("acronym", "type"), "", ("#b91c5c", "#f472b6")),
        Label("Technology", ("kind",), "", ("#6d28d9", "#c4a5fd")),
        Label("Project", ("description", "startDate", "endDate"), "", ("#4d7c0f", "#a3e635")),
        Label("Award", ("awarder", "date"), drawn=False),
        Label("Certificate", ("issuer", "date"), drawn=False),
        Label("Location", ("city", "countryCode"), drawn=False),
        Label("Document", ("sha256", "path", "mediaType", "pages", "language", "readAt"), drawn=False),
        Label(
            "Evidence",
            ("quote", "marks", "page", "charStart", "charEnd", "section", "confidence", "extractor"),
            drawn=False,
        ),
    )
}

RELATIONSHIPS = {
    relationship.name: relationship
    for relationship in (
        Relationship("HELD", ("Person",), ("Position",)),
        Relationship("STUDIED", ("Person",), ("Education",)),
        Relationship("AT", ("Position", "Education"), ("Organization",)),
        Relationship("USED", ("Position", "Project", "Publication"), ("Technology",)),
        Relationship("ADVISED", ("Person",), ("Person",), ("startYear", "endYear")),
        Relationship("AUTHORED", ("Person",), ("Publication",), ("position",)),
        Relationship("PUBLISHED_IN", ("Publication",), ("Venue",)),
        Relationship("WORKED_ON", ("Person",), ("Project",)),
        Relationship("RECEIVED", ("Person",), ("Award", "Certificate")),
        Relationship("LISTS", ("Person",), ("Technology",)),
        Relationship("PART_OF", ("Organization", "Venue"), ("Organization", "Venue")),
        Relationship("LOCATED_IN", ("Position", "Education", "Organization"), ("Location",)),
        Relationship("SUPPORTS", ("Evidence",), tuple(n for n in LABELS if n not in ("Evidence", "Document"))),
        Relationship("FROM_DOCUMENT", ("Evidence",), ("Document",)),
        Relationship("REACHED_AT", ("Person",), ("Contact",)),
        Relationship("WORKED_AT", ("Person",), ("Organization",), ("firstYear", "lastYear"), derived=True),
        Relationship("STUDIED_AT", ("Person",), ("Organization",), ("firstYear", "lastYear"), derived=True),
        Relationship("SKILLED_IN", ("Person",), ("Technology",), ("months", "lastUsed", "stated"), derived=True),
        Relationship("FOLLOWED_BY", ("Position", "Education"), ("Position",), derived=True),
        Relationship("WORKED_WITH", ("Person",), ("Person",), ("organization", "overlapMonths"), derived=True),
        Relationship("STUDIED_WITH", ("Person",), ("Person",), ("organization", "overlapMonths"), derived=True),
        Relationship("COAUTHORED_WITH", ("Person",), ("Person",), ("count", "firstYear", "lastYear"), derived=True),
        Relationship("SAME_AS", _NAMED, _NAMED, ("probability", "reason"), derived=True),
    )
}  # fmt: skip


def first_labels() -> list[str]:
    """The labels that stand first at a node; the others make one of them narrower."""
    return [label.name for label in LABELS.values() if not label.parent]


def neo4j_schema() -> list[str]:
    """What a Neo4j has to hold before rows come: ids are unique among what is ours, and found by label.

    Labels may be those of other data too, so nothing is demanded of them. Nothing else is indexed: Neo4j refuses long
    text in an index.
    """
    unique = f"CREATE CONSTRAINT talentgraph_id IF NOT EXISTS FOR (n:{quote(MARK)}) REQUIRE n.id IS UNIQUE"
    return [unique, *(f"CREATE INDEX IF NOT EXISTS FOR (n:{quote(name)}) ON (n.id)" for name in first_labels())]
