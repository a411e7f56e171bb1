"""The folder that `build` writes and everything else opens.

    profiles/…json, …txt    what each document says, and its text; edit and set `"corrected": true` to correct
    decisions.jsonl         who is and who is not the same; kept as it is from build to build
    identities.jsonl        which node every mention stands for
    nodes.jsonl edges.jsonl problems.jsonl
    settings.json           what the build was told that a rebuild repeats
    store/, explorer.html   parts that others write into the folder
    lexicon/                lists and patterns of the user's own; kept as it is, and may be there before all else

A workspace is replaced as a whole (see `swap`), so that it is at every moment the old one or the new one.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from talentgraph.codec import profile_from_json, profile_to_json
from talentgraph.errors import ProfileError, WorkspaceError
from talentgraph.model import Decision, Edge, Identities, Node, Problem, Profile
from talentgraph.workspace import lines, swap
from talentgraph.workspace.names import profile_names

__all__ = [
    "Settings", "add_decisions", "corrected_profiles", "exists", "locate", "profile_names", "read_decisions",
    "read_identities", "read_problems", "read_profile_files", "read_profiles", "read_rows", "read_settings",
    "write", "write_profiles",
]  # fmt: skip

Part = Callable[[Path], object]

_FILES = ("nodes.jsonl", "edges.jsonl", "identities.jsonl", "problems.jsonl")
_OURS = {*_FILES, "decisions.jsonl", "settings.json", "profiles", "store", "explorer.html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a build was told and a rebuild repeats: the title of the page, the probability from which two are one, the
    folder of the user's lists, where it is not the one in the workspace, and a registry of organisations of its own."""

    title: str = "talentgraph"
    merge_at: float = 0.95
    lexicon: str = ""
    registry: str = ""


def write(
    folder: str | os.PathLike[str],
    *,
    profiles: Iterable[Profile],
    identities: Identities,
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    problems: Iterable[Problem] = (),
    parts: Mapping[str, Part] | None = None,
    settings: Settings | None = None,
) -> Path:
    """Write a workspace in place of an older one, or none, and return its path.

    `parts` maps a name in the folder to a function that writes a file or folder at the path it is given. Decisions
    and files of others in the old folder are carried over. Nothing changes unless everything was written.
    Raises WorkspaceError when the folder holds something else, or another process writes it.
    """
    folder = Path(folder)
    _refuse_foreign(folder)
    parts = parts or {}
    with swap.replacing(folder) as staging:
        write_profiles(staging / "profiles", profiles)
        lines.write_lines(staging / "nodes.jsonl", map(lines.node_row, nodes))
        lines.write_lines(staging / "edges.jsonl", map(lines.edge_row, edges))
        lines.write_lines(staging / "identities.jsonl", lines.identity_rows(identities))
        lines.write_lines(staging / "problems.jsonl", map(lines.plain, problems))
        lines.write_lines(staging / "settings.json", [lines.plain(settings or Settings())])
        for name, part in parts.items():
            part(staging / name)
        if folder.is_dir():
            _carry_over(folder, staging)
    return folder


def write_profiles(
    folder: str | os.PathLike[str], profiles: Iterable[Profile], *, documents: Iterable[str] | None = None
) -> list[Path]:
    """Write each profile as JSON with its text beside it, in folders like those of the documents.

    `documents` are the paths of all documents whose profiles may come, so that each is written as it comes and none is
    kept; without it all profiles are awaited. Returns the paths of the JSON files in the order of the profiles. Raises
    WorkspaceError when two documents have one path.
    """
    folder = Path(folder)
    if documents is None:
        profiles = list(profiles)
        documents = [profile.source.path for profile in profiles]
    documents = list(documents)
    names = profile_names(documents)
    if len(names) < len(documents):
        twice, _ = Counter(documents).most_common(1)[0]
        raise WorkspaceError(f"two documents are called {twice!r}; give the folder that holds both, or rename one")
    return [_write_profile(folder / f"{names[profile.source.path]}.json", profile) for profile in profiles]


def _write_profile(path: Path, profile: Profile) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps(profile_to_json(profile), ensure_ascii=False, indent=1)
    for target, text in ((path.with_name(path.name[:-5] + ".txt"), profile.text), (path, f"{data}\n")):
        beside = target.with_name(f"{target.name}.part")
        beside.write_bytes(text.encode("utf-8", "surrogatepass"))
        beside.replace(target)
    return path


def exists(folder: str | os.PathLike[str]) -> bool:
    """Whether there is a workspace, which is put in order where a build was cut in the middle."""
    path = swap.settle(Path(folder))
    return all((path / name).is_file() for name in _FILES[:2])


def locate(folder: str | os.PathLike[str]) -> Path:
    """The path of a workspace, which is put in order where a build was cut in the middle; else WorkspaceError."""
    path = swap.settle(Path(folder))
    if not exists(path):
        what = "is not a talentgraph workspace" if path.exists() else "does not exist"
        raise WorkspaceError(f"{folder}: {what}; make one with: talentgraph build PATH -o {folder}")
    return path


def read_rows(folder: str | os.PathLike[str]) -> tuple[list[Node], list[Edge]]:
    """The nodes and the edges of a workspace."""
    nodes, edges = stream_rows(folder)
    return list(nodes), list(edges)


def stream_rows(folder: str | os.PathLike[str]) -> tuple[lines.Lines[Node], lines.Lines[Edge]]:
    """The nodes and the edges of a workspace, read anew each time they are gone through, and never all in memory."""
    path = locate(folder)
    nodes = lines.Lines(path / "nodes.jsonl", lines.parse_node)
    return nodes, lines.Lines(path / "edges.jsonl", lines.parse_edge)


def read_profiles(folder: str | os.PathLike[str]) -> list[Profile]:
    """The profiles of a workspace, in the order of their documents' paths."""
    return read_profile_files(locate(folder) / "profiles")


def read_profile_files(folder: str | os.PathLike[str]) -> list[Profile]:
    """The profiles in a folder that `write_profiles` wrote, in the order of their documents' paths."""
    found = sorted(Path(folder).rglob("*.json"))
    return sorted(map(_read_profile, found), key=lambda profile: profile.source.path)


def corrected_profiles(folder: str | os.PathLike[str]) -> dict[str, Profile]:
    """The profiles that a person corrected, by the path of their document; empty where there is no workspace.

    They hold as long as the document's sha256 is the one in `source`.
    """
    path = swap.settle(Path(folder))
    profiles = read_profiles(path) if exists(path) else []
    return {profile.source.path: profile for profile in profiles if profile.corrected}


def read_identities(folder: str | os.PathLike[str]) -> Identities:
    """Which node every mention of a workspace stands for."""
    return lines.join_identities(_optional(locate(folder) / "identities.jsonl", lines.check_identity))


def read_decisions(folder: str | os.PathLike[str]) -> list[Decision]:
    """What people decided about nodes, the oldest first."""
    return list(_optional(locate(folder) / "decisions.jsonl", lines.parse_decision))


def read_problems(folder: str | os.PathLike[str]) -> list[Problem]:
    """What the last build could not read."""
    return list(_optional(locate(folder) / "problems.jsonl", lines.parse_problem))


def read_settings(folder: str | os.PathLike[str]) -> Settings:
    """What the last build was told."""
    found = list(_optional(locate(folder) / "settings.json", lambda row: Settings(**row)))  # type: ignore[arg-type]
    return found[0] if found else Settings()


def add_decisions(folder: str | os.PathLike[str], decisions: Iterable[Decision]) -> None:
    """Append decisions, all or none; they take effect with the next build."""
    path = locate(folder)
    with swap.locked(path):
        target, fresh = path / "decisions.jsonl", path / ".decisions.new"
        old = target.read_bytes() if target.exists() else b""
        if old and not old.endswith(b"\n"):
            old += b"\n"
        fresh.write_bytes(old + "".join(lines.dump(lines.plain(each)) for each in decisions).encode())
        fresh.replace(target)  # whole or not at all


def _optional(path: Path, parse: Callable[[Mapping[str, object]], lines.T]) -> Iterable[lines.T]:
    return lines.read_lines(path, parse) if path.exists() else ()


def _read_profile(path: Path) -> Profile:
    try:
        data = json.loads(path.read_bytes().decode("utf-8-sig", "surrogatepass"))
    except json.JSONDecodeError as error:
        raise ProfileError(
            f"{path}:{error.lineno}: not JSON ({error.msg}); correct it or delete it and build again"
        ) from error
    except UnicodeDecodeError as error:
        raise ProfileError(f"{path}: not UTF-8; save it as UTF-8, or delete it and build again") from error
    text = path.with_name(path.name[:-5] + ".txt")
    said = text.read_bytes().decode("utf-8", "surrogatepass") if text.exists() else ""
    if not isinstance(data, dict):
        raise ProfileError(f"{path}: not an object; correct it or delete it and build again")
    return profile_from_json(data, said, path=str(path))


def _refuse_foreign(folder: Path) -> None:
    """Raise WorkspaceError unless the place is free, empty or a workspace."""
    path = swap.settle(folder)
    if path.exists() and not path.is_dir():
        raise WorkspaceError(f"{folder}: is a file; choose another folder with -o")
    if path.is_dir() and any(entry.name != "lexicon" for entry in path.iterdir()) and not exists(path):
        raise WorkspaceError(f"{folder}: holds files but no talentgraph workspace; choose an empty or a new folder")


def _carry_over(old: Path, new: Path) -> None:
    """Copy the decisions and what others put into the old folder."""
    for entry in sorted(old.iterdir()):
        if entry.name == "decisions.jsonl" or entry.name not in _OURS and entry.name != ".decisions.new":
            _copy(entry, new / entry.name)
    for entry in sorted((old / "profiles").rglob("*")):
        if not entry.is_dir() and entry.suffix not in (".json", ".txt"):
            _copy(entry, new / "profiles" / entry.relative_to(old / "profiles"))


def _copy(source: Path, target: Path) -> None:
    if os.path.lexists(target):
        return  # a part of this build has the name
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copy2(source, target, follow_symlinks=False)
