"""The whole way on one page: files become documents, profiles, identities, rows, and a workspace.

    file ──read──▶ Document ──extract──▶ Profile ──resolve──▶ Identities ──graph──▶ nodes, edges ──▶ workspace
                   (text, lines)         (what one           (which mentions       (plain rows)
                                          document says)      are the same)

Nothing is kept between the stages but what the arrows carry, so each can be used, tested and replaced alone.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

from talentgraph import draw, extract, graph, read, resolve, stores, workspace
from talentgraph.errors import ReadError, TalentGraphError
from talentgraph.model import Decision, Document, Edge, Identities, Node, Problem, Profile
from talentgraph.read.files import name_of
from talentgraph.read.limits import DEFAULT, Limits
from talentgraph.resolve import registry
from talentgraph.resolve.explaining import Explanation
from talentgraph.values import lexicon

if TYPE_CHECKING:
    from spacy.language import Language

File = tuple[Path, Path]  # a file, and the folder that its name is relative to
Progress = Callable[[int, int, str], None]  # files done, files in all, the name of the last one


class Reading(TypedDict, total=False):
    """How files are read: the options that `build` and `extract_profiles` share."""

    model: str | Path | None  # a spaCy pipeline: a folder or a package, by default the one that ships
    labels: Path | None  # what its labels mean
    lexicon: Path | None  # a folder of lists and patterns of the user's own, by default `lexicon` in the output
    jobs: int  # processes
    progress: Progress | None
    owner: str | None  # whose publications BibTeX files list, by default the one author that all entries share
    limits: Limits  # how much of each file is read
    registry: Path | None  # the index of organisations that `registry import` made, by default the user's, if any


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build found. `labels` counts nodes by their first label, `notices` tell what was left out and why."""

    folder: Path
    documents: int
    nodes: int
    edges: int
    labels: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()


def build(
    paths: Iterable[Path],
    folder: str | Path,
    *,
    title: str = "talentgraph",
    merge_at: float = 0.95,
    **options: Unpack[Reading],
) -> Report:
    """Read files and folders, and write what they say as the workspace `folder`.

    Two names become one node where they are one with a probability of at least `merge_at`.
    `model` is a spaCy pipeline, a folder or a package, by default the one that ships, and `labels` a file that says
    what its labels mean; `lexicon` is a folder with lists and patterns of the user's own, by default
    `folder / "lexicon"`; `jobs` is a number of processes; `owner` says whose publications BibTeX files list; `limits`
    say how much of a file is read; `progress` is called after each file. A file that cannot be read becomes a problem
    of the report, and so does what is left out of one that can. Profiles that somebody has corrected win over
    extraction for as long as their document stays the same. Raises TalentGraphError when nothing can be read, or a
    line of the lexicon has the wrong form; the workspace is then as it was.

    >>> from tempfile import TemporaryDirectory
    >>> from talentgraph import demo
    >>> with TemporaryDirectory() as folder:
    ...     report = build([demo.cvs() / "hana-kovarova.md"], Path(folder) / "graph")
    >>> report.documents, report.problems
    (1, ())
    """
    folder = Path(folder)
    settings = workspace.Settings(title=title, merge_at=merge_at, lexicon=_absolute(options.get("lexicon")))
    settings = replace(settings, registry=_absolute(options.get("registry")))
    with _with_lexicon(folder, options), registry.used(options.get("registry") or registry.default_path()):
        profiles, problems, doubled = _collect(paths, **options)
        corrected = workspace.corrected_profiles(folder)
        problems += [_outdated(p) for p in profiles if _is_outdated(p, corrected.get(p.source.path))]
        profiles = [_corrected(profile, corrected.get(profile.source.path)) for profile in profiles]
        return _write(folder, profiles, settings, problems, doubled)


def rebuild(folder: str | Path) -> Report:
    """Make the graph of a workspace anew from its profiles and decisions, without reading documents again.

    Title, lexicon and the line from which two are one are those of the last build.
    """
    with _settings(folder) as settings:
        problems = [problem for problem in workspace.read_problems(folder) if problem.path != resolve.DECISIONS]
        return _write(Path(folder), workspace.read_profiles(folder), settings, problems, ())


def explain(folder: str | Path, left: str, right: str = "") -> Explanation:
    """Why two names of a workspace are, or are not, one node; with one name, why its mentions are one.

    The reasons are those of the last build: what it found is found again. Raises QueryError where a name is not clear.
    """
    with _settings(folder) as settings:
        identities = workspace.read_identities(folder)
        decisions = [held.decision for held in identities.held]
        lines = resolve.Lines(same=settings.merge_at)
        profiles = workspace.read_profiles(folder)
        found = resolve.resolution(profiles, decisions, previous=identities, lines=lines)
        return resolve.explain(found, left, right, lines=lines)


@contextmanager
def _settings(folder: str | Path) -> Iterator[workspace.Settings]:
    """The settings of a workspace, with its lexicon in force inside the block."""
    path, settings = workspace.locate(folder), workspace.read_settings(folder)
    options: Reading = {"lexicon": Path(settings.lexicon)} if settings.lexicon else {}
    index = Path(settings.registry) if settings.registry else registry.default_path()
    with _with_lexicon(path, options), registry.used(index):
        yield settings


def _write(
    folder: Path,
    profiles: list[Profile],
    settings: workspace.Settings,
    problems: list[Problem],
    notices: tuple[str, ...],
) -> Report:
    """Resolve the profiles and write the workspace."""
    decisions, previous = _earlier(folder)
    lines = resolve.Lines(same=settings.merge_at)
    identities = resolve.resolve(profiles, decisions, previous=previous, lines=lines)
    problems += resolve.problems(identities)
    nodes, edges = graph.rows(profiles, identities)
    parts, more = _parts(nodes, edges, settings.title)
    workspace.write(
        folder,
        profiles=profiles,
        identities=identities,
        nodes=nodes,
        edges=edges,
        problems=problems,
        parts=parts,
        settings=settings,
    )
    return Report(
        folder=folder,
        documents=len(profiles),
        nodes=len(nodes),
        edges=len(edges),
        labels=Counter(node.labels[0] for node in nodes),
        problems=tuple(problems),
        notices=(*notices, *more),
    )


def extract_profiles(paths: Iterable[Path], output: Path, **options: Unpack[Reading]) -> Report:
    """Write one profile a document below `output`, in folders as they are below each of `paths`.

    `cvs/001/plain.txt` becomes `output/001/plain.json` for the path `cvs`, with the text that its evidence points into
    beside it. Options and errors are those of `build`.
    """
    paths = [Path(path) for path in paths]
    if any(output.resolve() == path.resolve() for path in paths):
        raise TalentGraphError(f"{output}: the profiles would overwrite the documents; choose another --output")
    with _with_lexicon(output, options):
        files, doubled = _files(paths, options)
        problems: list[Problem] = []
        written = workspace.write_profiles(
            output, _sorted_out(files, problems, options), documents=map(_relative, files)
        )
    if not written:
        raise TalentGraphError(_nothing(problems))
    return Report(folder=output, documents=len(written), nodes=0, edges=0, problems=tuple(problems), notices=doubled)


def read_profiles(files: Iterable[File], **options: Unpack[Reading]) -> Iterator[Profile | Problem]:
    """The profile of each file in order, or why there is none.

    The lists of a lexicon hold where a block `with lexicon.added(…)` says so, in all processes; `build` has one.
    """
    one = partial(_read_profile, extractor=_extractor(options), options=options | {"progress": None})
    jobs = options.get("jobs", 1)
    if jobs <= 1:
        yield from map(one, files)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    spawn = get_context("spawn")  # a forked copy of spaCy may hang
    with ProcessPoolExecutor(jobs, mp_context=spawn, initializer=lexicon.use, initargs=(lexicon.current(),)) as pool:
        yield from pool.map(one, files, chunksize=4)


class _Extractor(NamedTuple):
    """What `extract.load` is told, and the contents of the files among it."""

    model: str | Path | None
    labels: Path | None
    patterns: Path | None
    content: bytes


def _extractor(options: Reading) -> _Extractor:
    folder, labels = options.get("lexicon"), options.get("labels")
    patterns = folder / "patterns.jsonl" if folder and (folder / "patterns.jsonl").is_file() else None
    content = b"\0".join(path.read_bytes() for path in (labels, patterns) if path)
    return _Extractor(options.get("model"), labels, patterns, content)


@contextmanager
def _with_lexicon(output: Path, options: Reading) -> Iterator[None]:
    """The user's own lists hold inside this block; those beside the output unless the options name others."""
    folder = options.get("lexicon") or Path(output) / "lexicon"
    options["lexicon"] = folder
    with lexicon.added(lexicon.read_lists(folder)):
        yield


def _read_profile(file: File, *, extractor: _Extractor, options: Reading) -> Profile | Problem:
    path, root = file
    try:
        found = read.read(path, root=root, owner=options.get("owner"), limits=options.get("limits", DEFAULT))
        return next(extract.extract([found], _model(extractor))) if isinstance(found, Document) else found
    except ReadError as error:
        return Problem(path=error.path, reason=error.reason, remedy=error.remedy)
    except TalentGraphError:
        raise
    except Exception as error:  # one strange file must not cost the others; the text of the error may quote it
        reason = f"talentgraph failed on this file ({type(error).__name__})"
        return Problem(path=_relative(file), reason=reason, remedy="report it with the file, if you may share it")


@lru_cache(maxsize=1)
def _model(extractor: _Extractor) -> Language:
    return extract.load(extractor.model, labels=extractor.labels, patterns=extractor.patterns)


def _collect(paths: Iterable[Path], **options: Unpack[Reading]) -> tuple[list[Profile], list[Problem], tuple[str, ...]]:
    """All profiles and all problems, in the order of the files, and notices; at least one profile."""
    files, notices = _files(paths, options)
    problems: list[Problem] = []
    profiles = list(_sorted_out(files, problems, options))
    if not profiles:
        raise TalentGraphError(_nothing(problems))
    return profiles, problems, notices


def _files(paths: Iterable[Path], options: Reading) -> tuple[list[File], tuple[str, ...]]:
    """The files that are read, and notices of those that are not."""
    return _distinct(_named(list(read.walk(paths))), options.get("limits", DEFAULT).file_bytes)


def _sorted_out(files: list[File], problems: list[Problem], options: Reading) -> Iterator[Profile]:
    """The profiles of files, one at a time; problems are added to the list."""
    progress = options.get("progress")
    for number, (file, result) in enumerate(zip(files, read_profiles(files, **options), strict=True), 1):
        problems += _problems(result)
        if progress:
            progress(number, len(files), _relative(file))
        if isinstance(result, Profile):
            yield result


def _problems(result: Profile | Problem) -> tuple[Problem, ...]:
    return (result,) if isinstance(result, Problem) else result.notes


def _named(files: list[File]) -> list[File]:
    """The files, each once, with names of their own: two folders that hold one name are told apart by theirs."""
    once = list({path.resolve(): (path, root) for path, root in reversed(files)}.values())[::-1]
    times = Counter(map(_relative, once))
    named = [_with_folder(file) if times[_relative(file)] > 1 else file for file in once]
    times = Counter(map(_relative, named))
    if doubled := next((file for file in named if times[_relative(file)] > 1), None):
        raise TalentGraphError(f"{_relative(doubled)}: two files have this name; give the folder that holds both")
    return named


def _with_folder(file: File) -> File:
    path, root = file
    return root.resolve() / path.relative_to(root), root.resolve().parent


def _nothing(problems: list[Problem]) -> str:
    if not problems:
        return f"nothing to read; give files or folders of {', '.join(sorted(read.READERS))}"
    first = problems[0]
    return f"none of {len(problems)} files could be read; the first: {first.path}: {first.reason}"


def _relative(file: File) -> str:
    return name_of(*file)


def _distinct(files: list[File], most: int) -> tuple[list[File], tuple[str, ...]]:
    """The files without those whose content an earlier one has, and a notice for each of these."""
    sizes = Counter(map(_bytes_of, files))
    first: dict[str, File] = {}
    kept, notices = [], []
    for file in files:
        content = _digest(file, most) if sizes[_bytes_of(file)] > 1 else ""
        same = first.setdefault(content, file) if content else file
        if same is file:
            kept.append(file)
        else:
            notices.append(f"{_relative(file)}: has the same content as {_relative(same)}, which is read in its place")
    return kept, tuple(notices)


def _bytes_of(file: File) -> int | None:
    try:
        return file[0].stat().st_size
    except OSError:  # reading it will say why
        return None


def _digest(file: File, most: int) -> str:
    """A name for the content of a file; none where it cannot be read or has more than `most` bytes."""
    size = _bytes_of(file)
    if not size or size > most:
        return ""
    try:
        return hashlib.sha256(file[0].read_bytes()).hexdigest()
    except OSError:
        return ""


def _corrected(profile: Profile, other: Profile | None) -> Profile:
    return other if other and other.source.sha256 == profile.source.sha256 else profile


def _is_outdated(profile: Profile, other: Profile | None) -> bool:
    return other is not None and other.source.sha256 != profile.source.sha256


def _absolute(folder: Path | None) -> str:
    return str(Path(folder).absolute()) if folder else ""


def _outdated(profile: Profile) -> Problem:
    return Problem(
        path=profile.source.path,
        reason="the document has changed since its profile was corrected, so the correction no longer holds",
        remedy="correct the new profile",
    )


def _earlier(folder: Path) -> tuple[list[Decision], Identities | None]:
    """What people decided, and the ids given, in the workspace that this build replaces."""
    if not workspace.exists(folder):
        return [], None
    return workspace.read_decisions(folder), workspace.read_identities(folder)


_NO_STORE = (
    "the embedded database has no build for this platform, so there is no store/; ask Neo4j with --neo4j instead"
)
Part = Callable[[Path], None]


def _parts(nodes: list[Node], edges: list[Edge], title: str) -> tuple[dict[str, Part], tuple[str, ...]]:
    """What the workspace holds beside the rows: the page and, where there is an engine for it, the database."""

    def page(path: Path) -> None:
        path.write_text(draw.explorer(*graph.without_contacts(nodes, edges), title=title), encoding="utf-8")

    def store(path: Path) -> None:
        with stores.open_embedded(path) as database:
            database.write(nodes, edges)

    if stores.embedded_is_installed():
        return {"store": store, "explorer.html": page}, ()
    return {"explorer.html": page}, (_NO_STORE,)
