"""A registry of research organisations, if the user has one: names and places → ids.

dump      the records of the Research Organization Registry, as it is published (https://ror.org, CC0)
index     those records as one SQLite file
linking   the record of a name, or of the best part of an affiliation
"""

from talentgraph.resolve.registry.dump import Record
from talentgraph.resolve.registry.index import Registry, current, default_path, import_ror, use, used
from talentgraph.resolve.registry.linking import link, of_organization, record_of

__all__ = [
    "Record",
    "Registry",
    "current",
    "default_path",
    "import_ror",
    "link",
    "of_organization",
    "record_of",
    "use",
    "used",
]
