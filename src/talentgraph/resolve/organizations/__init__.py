"""Organisations: which one a printed name stands for, what it is part of, and when two names are one.

surroundings   what stands around a name: places, other organisations
known          the known organisation of a name
pieces         names, units and places in one text
slips          letters that stand for others
chains         an organisation before its wholes, and its branches in other places
reading        the organisation of a name and its wholes
linking        other names that are the same after all
comparing      two names: how likely they are one, and why
"""

from talentgraph.resolve.organizations.chains import Chain, Named
from talentgraph.resolve.organizations.comparing import compare
from talentgraph.resolve.organizations.linking import Link, links
from talentgraph.resolve.organizations.reading import department_of, named, team_of

__all__ = ["Chain", "Link", "Named", "compare", "department_of", "links", "named", "team_of"]
