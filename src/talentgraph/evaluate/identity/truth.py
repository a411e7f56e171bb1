"""What a name in a document stands for."""

from __future__ import annotations

from dataclasses import dataclass

from talentgraph.model import Kind


@dataclass(frozen=True, slots=True)
class Named:
    """A name as printed: what it stands for, what makes it differ from the usual form, and what stands around it."""

    kind: Kind
    entity: str
    text: str
    traits: frozenset[str] = frozenset()
    context: str = ""
