"""Files of JSON, one object a line, and what the objects stand for."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from talentgraph.errors import WorkspaceError
from talentgraph.identity import Decision, Held, Identities, Identity, Likely, Printed, Reason
from talentgraph.model import Edge, Node, Problem

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


@dataclasses.dataclass(frozen=True, slots=True)
class Lines(Generic[T]):
    """The parsed objects of a file, read anew each time they are gone through."""

    path: Path
    parse: Callable[[Mapping[str, Any]], T]

    def __iter__(self) -> Iterator[T]:
        return read_lines(self.path, self.parse)


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
    if row["verdict"] not in ("same", "different", "open"):
        raise ValueError("the verdict is not 'same', 'different' or 'open'")
    return Decision(**(dict(row) | {side: _names(row[side]) for side in ("left", "right")}))


def _names(side: Any) -> str | tuple[str, ...]:
    """What a side of a decision names: a node or a mention, or several mentions."""
    if isinstance(side, list) and side and all(isinstance(name, str) for name in side):
        return tuple(side)
    if isinstance(side, str) and side:
        return side
    raise ValueError("a side is not a name or a list of names")


def parse_problem(row: Mapping[str, Any]) -> Problem:
    """The problem of a line."""
    return Problem(**row)


def identity_rows(identities: Identities) -> Iterator[dict[str, Any]]:
    """Identities as lines: the nodes, which part belongs to which whole, which two may be one, what every mention
    stands for, and what decisions are about."""
    for _, node in sorted(identities.nodes.items()):
        row = plain(node) | {"aliases": list(node.aliases), "properties": dict(node.properties)}
        yield {key: value for key, value in row.items() if value}
    for part, whole in identities.part_of:
        yield {"part": part, "whole": whole}
    for pair in identities.likely:
        yield plain(pair) | {"reasons": [dataclasses.astuple(reason) for reason in pair.reasons]}
    for mention, node_id in sorted(identities.mentions.items()):
        printed, before = identities.printed.get(mention), identities.before.get(mention)
        yield {"mention": mention, "id": node_id, **(plain(printed) if printed else {}), **_known(before=before)}
    for held in identities.held:
        yield {"decision": plain(held.decision), "left": list(held.left), "right": list(held.right)}


def join_identities(rows: Iterable[Mapping[str, Any]]) -> Identities:
    """The identities of the lines."""
    nodes: dict[str, Identity] = {}
    mentions: dict[str, Mapping[str, Any]] = {}
    parts: list[tuple[str, str]] = []
    held: list[Held] = []
    likely: list[Likely] = []
    for row in rows:
        if "mention" in row:
            mentions[row["mention"]] = row
        elif "part" in row:
            parts.append((row["part"], row["whole"]))
        elif "decision" in row:
            held.append(Held(parse_decision(row["decision"]), tuple(row["left"]), tuple(row["right"])))
        elif "probability" in row:
            reasons = tuple(Reason(*reason) for reason in row["reasons"])
            likely.append(Likely(row["left"], row["right"], row["probability"], reasons))
        else:
            nodes[row["id"]] = Identity(**(dict(row) | {"aliases": tuple(row.get("aliases", ()))}))
    return Identities(
        nodes=nodes,
        mentions={mention: row["id"] for mention, row in mentions.items()},
        part_of=tuple(parts),
        before={mention: row["before"] for mention, row in mentions.items() if "before" in row},
        printed={m: Printed(row["text"], row.get("beside", "")) for m, row in mentions.items() if "text" in row},
        held=tuple(held),
        likely=tuple(likely),
    )


_FORMS = (
    {"mention", "id"},
    {"part", "whole"},
    {"id", "kind", "name"},
    {"left", "right", "decision"},
    {"left", "right", "probability", "reasons"},
)


def check_identity(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """The row, if it is one that `join_identities` understands; else ValueError."""
    if not isinstance(row, dict):
        raise ValueError("not an object")
    if any(form <= row.keys() for form in _FORMS):
        join_identities([row])
        return row
    raise ValueError("neither a node, a part, a pair, a mention nor a decision")


def _known(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}
