"""What a statement must not look like, since the embedded engine loses rows then.

Two rules keep off its fault (the minimal case stands in stores/test_embedded.py): a node of a pattern has a label
unless it was met before, and the WHERE of a MATCH speaks of one at most of the variables that this MATCH brings.
`WITH … WHERE` takes whatever else must be asked.
"""

from __future__ import annotations

import re

_NOISE = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", re.S)
_CLAUSE = re.compile(
    r"\b(OPTIONAL\s+MATCH|MATCH|WHERE|WITH|UNWIND|RETURN|ORDER\s+BY|UNION|CALL|FOREACH|LIMIT|SKIP)\b|[{}]"
)
_NODE = re.compile(r"\((\s*\w*)\s*(:?)[^()]*\)")
_VARIABLE = re.compile(r"(?<![\w.$:|])([A-Za-z_]\w*)\b(?!\s*\()")
_BOUND = re.compile(r"[(\[]\s*(\w+)|(\w+)\s*=")


def faults(statement: str) -> list[str]:
    """What is wrong with a statement.

    >>> faults("MATCH (a:Person)-[:HELD]->(b) WHERE a.x = 1 OR b.y[0] = 2 RETURN a.id AS id")
    ['(b) has no label', 'WHERE a.x = 1 OR b.y[0] = 2 mixes a and b']
    >>> faults("MATCH (a:Person)-[:HELD]->(b:Position) WITH a, b WHERE a.x = 1 OR b.y[0] = 2 RETURN a.id AS id")
    []
    """
    found: list[str] = []
    known: set[str] = set()
    new: set[str] = set()
    for clause, text in _clauses(_NOISE.sub("''", statement)):
        if clause.endswith("MATCH"):
            names = {one or other for one, other in _BOUND.findall(text)}
            found += _unlabelled(text, known)
            new, known = names - known, known | names
        elif clause == "WHERE":
            mixed = sorted(new.intersection(_VARIABLE.findall(text)))
            found += [f"WHERE {text} mixes {' and '.join(mixed)}"] if len(mixed) > 1 else []
        else:
            new = set()
    return found


def _clauses(text: str) -> list[tuple[str, str]]:
    """The clauses of a statement, each with what follows its word; a map in braces is left in its clause."""
    text = re.sub(r"\{\s*\w+\s*:[^{}]*\}", "", text)
    marks = [mark for mark in _CLAUSE.finditer(text) if not _depth(text[: mark.start()])]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [
        (" ".join((mark[1] or "").split()), " ".join(text[mark.end() : end].split()))
        for mark, end in zip(marks, ends, strict=True)
    ]


def _depth(text: str) -> int:
    """How many brackets are open: a WHERE in brackets belongs to a list."""
    return sum(text.count(sign) for sign in "([") - sum(text.count(sign) for sign in ")]")


def _unlabelled(pattern: str, known: set[str]) -> list[str]:
    nodes = [(name.strip(), colon) for name, colon in _NODE.findall(pattern)]
    return [f"({name}) has no label" for name, colon in nodes if not colon and name not in known]
