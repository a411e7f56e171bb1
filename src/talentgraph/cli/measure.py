"""Commands that measure: evaluate, and its kinds."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from talentgraph.cli.ask import Json
from talentgraph.cli.groups import WithDefault
from talentgraph.cli.make import Jobs, Labels, Lexicon, Model
from talentgraph.cli.output import note, print_json, print_line, print_problems, print_rows, progress_bar
from talentgraph.cli.places import Contacts

if TYPE_CHECKING:
    from talentgraph.evaluate import Evaluation

_WORST = 10  # documents named on the screen; the page has all
_SHORT = {"institutions": "schools", "technologies": "tech", "publication": "papers whole", "employment": "jobs whole"}


evaluate = typer.Typer(
    cls=WithDefault,
    help="Measure: `evaluate GOLD DOCS` what is found in documents, `evaluate identity` who is told from whom.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@evaluate.callback()
def _kinds() -> None:
    """Measure: `evaluate GOLD DOCS` what is found in documents, `evaluate identity` who is told from whom."""


@evaluate.command()
def profiles(
    gold: Annotated[Path, typer.Argument(help="A folder with one JSON Resume a person: PERSON.json.")],
    documents: Annotated[Path, typer.Argument(help="A folder with PERSON/VARIANT.SUFFIX or PERSON.SUFFIX.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder for the page and the figures.")] = Path(
        "evaluation"
    ),
    variants: Annotated[
        str | None, typer.Option(help="Only these variants, with commas between.", show_default=False)
    ] = None,
    model: Model = None,
    labels: Labels = None,
    lexicon: Lexicon = None,
    jobs: Jobs = 1,
    contacts: Contacts = False,
    as_json: Json = False,
) -> None:
    """Compare extracted profiles with gold: figures, and a page with text, gold and prediction side by side."""
    from talentgraph.evaluate import evaluate as compare
    from talentgraph.evaluate import figures, write
    from talentgraph.pipeline import read_profiles
    from talentgraph.values.lexicon import added, read_lists

    wanted = [name.strip() for name in (variants or "").split(",") if name.strip()]
    read = partial(read_profiles, model=model, labels=labels, lexicon=lexicon, jobs=jobs)
    with progress_bar() as progress, added(read_lists(lexicon) if lexicon else {}):
        found = compare(gold, documents, read=read, variants=wanted, progress=progress)
    page = write(found, output, include_contacts=contacts)
    if as_json:
        print_json(figures(found))
    else:
        _print_figures(figures(found))
        print_line(f"The page: {page.resolve()}")
    _finish(found)


@evaluate.command()
def identity(
    items: Annotated[
        Path | None, typer.Option(help="Names to resolve: a table with class, string, context.", show_default=False)
    ] = None,
    pairs: Annotated[
        Path | None,
        typer.Option(help="Pairs to judge: a table with id, class, left, left_context, right, …", show_default=False),
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder for what is found.")] = Path("identity"),
    people: Annotated[int, typer.Option(help="About so many invented people have documents.", min=1)] = 300,
    seed: Annotated[int, typer.Option(help="Another seed, another cohort.")] = 1,
    line: Annotated[float, typer.Option(help="The probability from which a pair is the same.", min=0, max=1)] = 0.5,
    as_json: Json = False,
) -> None:
    """Measure who is told from whom: on an invented cohort whose truth is known.

    Writes figures and a page of what was put together or kept apart wrongly. With --items and --pairs, names and pairs
    that files list are resolved and judged instead, for a scorer: pred.tsv and pairs.tsv.
    """
    from talentgraph.evaluate.identity import figures, measure, write, write_predictions

    if items or pairs:
        for path in write_predictions(output, items=items, pairs=pairs, line=line):
            print_line(f"written: {path.resolve()}")
        return
    found = measure(people, seed=seed)
    page = write(found, output)
    if as_json:
        print_json(figures(found))
    else:
        _print_identity(figures(found))
        print_line(f"The page: {page.resolve()}")


def _print_identity(data: dict[str, Any]) -> None:
    keys = ("precision", "recall", "f1")
    for name, title in (("pairs", "Pairs of names"), ("differ", "Pairs whose texts differ"), ("b_cubed", "B-cubed")):
        rows = [{"class": kind, **_percents(each[name], keys), "names": each["names"], "things": each["things"],
                 "nodes": each["nodes"]} for kind, each in data["classes"].items()]  # fmt: skip
        print_rows([*rows, {"class": "mean", "f1": _percent(data["all"][f"{name}_f1"])}], title=title)
    rows = [{"class": each["class"], "difficulty": each["name"], "should be": "one" if each["same"] else "apart",
             **_percents(each, ("share",)), "pairs": each["pairs"]} for each in data["difficulties"]]  # fmt: skip
    print_rows(rows, title="By difficulty: pairs decided rightly")
    error = f"{100 * (data['calibration']['all']['error'] or 0):.1f}"
    print_rows(_bands(data["bands"]), title=f"Candidate pairs of names: expected calibration error {error} points")
    print_rows(_bands(data["doubted"]), title="Nodes that may be one and stay two")


def _bands(bands: list[dict[str, Any]]) -> list[dict[str, Any]]:
    shown = [each for each in bands if each["pairs"]]
    return [{**each, "percent same": _percent(each["same"] / each["pairs"])} for each in shown]


def _finish(found: Evaluation) -> None:
    for person in found.alone:
        note(f"note: {person}: has gold but no document")
    problems = [result.problem for result in found.results if result.problem]
    print_problems(problems)
    if problems:
        raise typer.Exit(1)


def _print_figures(data: dict[str, Any]) -> None:
    """Tables for people, in percent."""
    layouts = {**data["variants"], "all": data["all"]}
    print_rows([{"layout": name, **_row(each)} for name, each in layouts.items()], title="F1 by layout")
    classes = {**data["all"]["entities"], **{f"{kind} whole": each for kind, each in data["all"]["records"].items()}}
    keys = ("precision", "recall", "f1")
    rows = [{"class": name, **_percents(each, keys), **_numbers(each)} for name, each in classes.items()]
    print_rows(rows, title="By class")
    facts = [{"fact": name, **_percents(each, ("accuracy",)), "of": each["of"]} for name, each in _facts(data)]
    print_rows(facts, title="Facts of the records that were found")
    bands = [{"band": each["name"], **_percents(each, ("confidence", "correct")), "values": each["size"]}
             for each in data["calibration"]["bands"]]  # fmt: skip
    if bands:
        error = f"{100 * data['calibration']['error']:.1f}"
        print_rows(bands, title=f"Confidence: expected calibration error {error} points")
    worst = [{"document": each["name"], **_percents(each, ("ENTITY_F1", "RECORD_F1"))} for each in data["documents"]]
    print_rows(worst[:_WORST], title="Worst documents")


def _facts(data: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(name, each) for name, each in data["all"]["facts"].items() if each["of"]]


def _row(each: dict[str, Any]) -> dict[str, Any]:
    from talentgraph.evaluate.scores import HEADLINE

    shown = {_SHORT.get(kind, kind): each["entities"][kind]["f1"] for kind in HEADLINE}
    whole = {_SHORT.get(kind, f"{kind} whole"): score["f1"] for kind, score in each["records"].items()}
    return {
        "documents": each["documents"],
        **_with_interval("names", each, "ENTITY_F1"),
        **_with_interval("records", each, "RECORD_F1"),
        **{name: _percent(value) for name, value in (shown | whole).items()},
    }


def _with_interval(name: str, each: dict[str, Any], key: str) -> dict[str, Any]:
    low, high = each.get(f"{key}_90") or (None, None)
    span = f"{100 * low:.1f} to {100 * high:.1f}" if low is not None and high is not None else ""
    return {name: _percent(each[key]), f"90 % of {name}": span}


def _numbers(each: dict[str, Any]) -> dict[str, int]:
    return {key: each[key] for key in ("right", "found", "asked")}


def _percents(each: dict[str, Any], keys: tuple[str, ...]) -> dict[str, float | None]:
    return {key: _percent(each[key]) for key in keys}


def _percent(value: float | None) -> float | None:
    return None if value is None else round(100 * value, 1)
