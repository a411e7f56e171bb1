"""Files of JSON, one object a line, and what the objects stand for."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from talentgraph.errors import WorkspaceError
from talentgraph.model import Decision, Edge, Identities, Identity, Node, Problem

T = TypeVar("T")


def dump(row: Any) -> str:
    """A JSON line; characters as they are, except where UTF-8 has no form for them."""
    text = json.dumps(row, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(row)
    return text + "\n"


def write_lines(path: Path, rows: Iterable[Any]) -> None:
    """Write one JSON object a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(dump(row) for row in rows)


def read_lines(path: Path, parse: Callable[[Mapping[str, Any]], T]) -> Iterator[T]:
    """The parsed objects of a file; WorkspaceError with file and line where one has the wrong form."""
    with path.open("rb") as file:  # bytes, so that a line that is not UTF-8 has its number
        number = 0
        try:
            for line in file:
                number += 1
                if line.strip():
                    yield parse(json.loads(line.decode()))
        except UnicodeDecodeError as error:
            raise WorkspaceError(
                f"{path}:{number}: not UTF-8; save it as UTF-8, or delete it and build again"
            ) from error
        except json.JSONDecodeError as error:
            raise WorkspaceError(f"{path}:{number}: not JSON ({error.msg}); correct the line or delete it") from error
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise WorkspaceError(f"{path}:{number}: {what}; correct the line or delete it") from error


def node_row(node: Node) -> dict[str, Any]:
    """A node as plain data."""
    return {"id": node.id, "labels": list(node.labels), "properties": dict(node.properties)}


def parse_node(row: Mapping[str, Any]) -> Node:
    """The node of a line."""
    return Node(row["id"], tuple(row["labels"]), row["properties"])


def edge_row(edge: Edge) -> dict[str, Any]:
    """An edge as plain data."""
    ends = {"id": edge.id, "type": edge.type, "source": edge.source, "target": edge.target}
    return ends | {"properties": dict(edge.properties)}


def parse_edge(row: Mapping[str, Any]) -> Edge:
    """The edge of a line."""
    return Edge(row["id"], row["type"], row["source"], row["target"], row["properties"])


def plain(item: Any) -> dict[str, Any]:
    """The set fields of a flat dataclass."""
    return {field.name: value for field in dataclasses.fields(item) if (value := getattr(item, field.name)) != ""}


def parse_decision(row: Mapping[str, Any]) -> Decision:
    """The decision of a line."""
    if row["verdict"] not in ("same", "different"):
        raise ValueError("the verdict is neither 'same' nor 'different'")
    return Decision(**row)


def parse_problem(row: Mapping[str, Any]) -> Problem:
    """The problem of a line."""
    return Problem(**row)


def identity_rows(identities: Identities) -> Iterator[dict[str, Any]]:
    """Identities as lines: the nodes, which part belongs to which whole, and what every mention stands for."""
    for _, node in sorted(identities.nodes.items()):
        row = plain(node) | {"aliases": list(node.aliases), "properties": dict(node.properties)}
        yield {key: value for key, value in row.items() if value}
    for part, whole in identities.part_of:
        yield {"part": part, "whole": whole}
    for mention, node_id in sorted(identities.mentions.items()):
        before = identities.before.get(mention)
        yield {"mention": mention, "id": node_id} | ({"before": before} if before else {})


def join_identities(rows: Iterable[Mapping[str, Any]]) -> Identities:
    """The identities of the lines."""
    nodes: dict[str, Identity] = {}
    mentions: dict[str, str] = {}
    before: dict[str, str] = {}
    parts: list[tuple[str, str]] = []
    for row in rows:
        if "mention" in row:
            mentions[row["mention"]] = row["id"]
            before |= {row["mention"]: row["before"]} if "before" in row else {}
        elif "part" in row:
            parts.append((row["part"], row["whole"]))
        else:
            nodes[row["id"]] = Identity(**(dict(row) | {"aliases": tuple(row.get("aliases", ()))}))
    return Identities(nodes=nodes, mentions=mentions, part_of=tuple(parts), before=before)


def check_identity(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """The row, if it is one that `join_identities` understands; else ValueError."""
    if not isinstance(row, dict):
        raise ValueError("not an object")
    if "mention" in row and "id" in row or "part" in row and "whole" in row or {"id", "kind", "name"} <= row.keys():
        return row
    raise ValueError("neither a node, a part nor a mention")
