"""The command that makes extractors: train."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from talentgraph.cli.output import note, print_rows, progress_bar

if TYPE_CHECKING:
    from talentgraph.model import Document
    from talentgraph.train import Tuning


def train(
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder for the pipeline.")],
    documents: Annotated[int, typer.Option(help="How many CVs to invent.", min=1)] = 6000,
    minutes: Annotated[float | None, typer.Option(help="Stop after this time.", show_default=False)] = None,
    seeds: Annotated[
        str, typer.Option("--seeds", "--seed", help="Seeds, parted by commas. The first makes the pipeline.")
    ] = "0",
    profiles: Annotated[
        Path | None,
        typer.Option(help="Learn from the corrected profiles of a workspace or folder.", exists=True, file_okay=False),
    ] = None,
    cvs: Annotated[
        list[Path] | None,
        typer.Option(help="The files behind the profiles, for the looks of their lines.", exists=True),
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="The pipeline that learns from the profiles, by default the one that ships.")
    ] = None,
) -> None:
    """Train the extractor on invented CVs, or let it learn from profiles that you have corrected."""
    if profiles is None:
        _train(output, seeds, documents, minutes)
    else:
        _tune(output, profiles, cvs or [], model, _seeds(seeds)[0])
    note(f"the pipeline and its card are in {output}; use it with --model {quote(str(output))}")


def _train(output: Path, seeds: str, documents: int, minutes: float | None) -> None:
    from talentgraph.train import Step, train_seeds
    from talentgraph.train.card import spread
    from talentgraph.train.rendering import missing

    if lacking := missing():
        remedy = "pip install 'talentgraph[train]', and Chromium"
        note(f"note: CVs are not printed by {', '.join(lacking)}; for that, {remedy}")
    with progress_bar() as progress:

        def tell(seed: int, step: Step) -> None:
            if progress:
                progress(min(step.documents, documents), documents, f"seed {seed}, loss {step.loss:.1f}")

        scores = train_seeds(output, _seeds(seeds), documents=documents, minutes=minutes, progress=tell)
    rows = []
    for name, (mean, deviation) in spread(scores).items():
        row: dict[str, object] = {"score": name}
        row |= {f"seed {seed}": each.get(name) for seed, each in scores.items()}
        if len(scores) > 1:
            row |= {"mean": mean, "sd": deviation}
        rows.append(row)
    print_rows(rows, title="Exact entities on invented CVs that training did not see")


def _tune(output: Path, profiles: Path, cvs: list[Path], model: str | None, seed: int) -> None:
    from talentgraph import workspace
    from talentgraph.train import Effort, tune

    found = workspace.read_profiles(profiles) if workspace.exists(profiles) else workspace.read_profile_files(profiles)
    with progress_bar() as progress:
        result = tune(
            output, found, documents=_documents(cvs), model=model, effort=Effort(seed=seed), progress=progress
        )
    for path, places in result.lost.items():
        note(f"note: {path}: its text does not hold {', '.join(places)}; nothing is learned from these")
    print_rows(_tuned_rows(result), title=f"Exact entities; {result.profiles} profiles of {result.people} people")


def _tuned_rows(result: Tuning) -> list[dict[str, object]]:
    """Each score before and after, on people not learned from; then that on invented CVs."""
    names = dict.fromkeys([*result.before, *result.after])
    rows: list[dict[str, object]] = [
        {"score": name, "before": result.before.get(name), "after": result.after.get(name)} for name in names
    ]
    last = {"score": "f on invented CVs", "before": result.invented_before["f"], "after": result.invented_after["f"]}
    return [*rows, last]


def _documents(cvs: list[Path]) -> Iterator[Document]:
    """The files that can be read and are no profiles themselves."""
    from talentgraph import read
    from talentgraph.errors import ReadError
    from talentgraph.model import Document

    for path, root in read.walk(cvs):
        try:
            found = read.read(path, root=root)
        except ReadError as error:
            note(f"note: {error}")
            continue
        if isinstance(found, Document):
            yield found


def _seeds(text: str) -> list[int]:
    try:
        return [int(seed) for seed in text.split(",")]
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no list of numbers like 0,1,2") from None
