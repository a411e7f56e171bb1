"""Commands about who is who: merge, split, not-same, explain, review."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from talentgraph.cli.ask import Json
from talentgraph.cli.output import note, plain, print_json, print_line, print_problems, print_rows
from talentgraph.cli.places import Workspace

if TYPE_CHECKING:
    from talentgraph.analyse.card import Quote
    from talentgraph.analyse.reviewing import Question, Quotes, Side
    from talentgraph.identity import Decision, Identities, Reason
    from talentgraph.resolve.deciding import Stamp
    from talentgraph.resolve.explaining import Explanation, Step

One = Annotated[str, typer.Argument(help="A name, an id or a mention.", show_default=False)]
Why = Annotated[str, typer.Option(help="The reason, for those who come later.", show_default=False)]
By = Annotated[str | None, typer.Option(help="Who decides; by default the user of this system.", show_default=False)]
Build = Annotated[bool, typer.Option("--build", help="Make the graph follow at once, without reading documents again.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take the decision back.")]

_MOST_STEPS = 25  # that are printed for people


def merge(
    left: One,
    right: One,
    why: Why = "",
    by: By = None,
    build: Build = False,
    undo: Undo = False,
    workspace: Workspace = Path("graph"),
) -> None:
    """Decide that two nodes are one."""
    _pair(workspace, (left, right), "same", _stamp(by, why), build=build, undo=undo)


def not_same(
    left: One,
    right: One,
    why: Why = "",
    by: By = None,
    build: Build = False,
    undo: Undo = False,
    workspace: Workspace = Path("graph"),
) -> None:
    """Decide that two nodes are two, whatever speaks for one."""
    _pair(workspace, (left, right), "different", _stamp(by, why), build=build, undo=undo)


def split(
    name: One,
    mentions: Annotated[
        list[str] | None,
        typer.Argument(help="Mentions, or documents, that are another's; by default, one node a document."),
    ] = None,
    why: Why = "",
    by: By = None,
    build: Build = False,
    undo: Undo = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    workspace: Workspace = Path("graph"),
) -> None:
    """Part mentions from a node: those named, or those of each document."""
    from talentgraph.resolve import deciding

    stamp, wanted = _stamp(by, why), mentions or []
    if undo:
        _take_back(workspace, (name, *wanted), "split", stamp, build)
        return
    identities = _identities(workspace)
    decisions = deciding.split(identities, name, wanted, stamp)
    _show_parts(workspace, identities, decisions)
    if not yes and not typer.confirm("Part them so?", err=True):
        note("nothing is decided")
        return
    _write(workspace, decisions, build)


def explain(
    left: One,
    right: Annotated[str, typer.Argument(help="Another; without it, why the first is one.", show_default=False)] = "",
    workspace: Workspace = Path("graph"),
    as_json: Json = False,
) -> None:
    """Say why two are, or are not, one."""
    from talentgraph import workspace as folder
    from talentgraph.analyse.reviewing import Quotes
    from talentgraph.pipeline import explain as explain_in

    found = explain_in(workspace, left, right)
    _tell_of_waiting(workspace)
    quotes = Quotes(*folder.read_rows(workspace))
    if as_json:
        print_json(_explained(found, quotes))
    else:
        _print_explanation(found, quotes)


def review(
    limit: Annotated[int, typer.Option(help="How many pairs.", min=1)] = 20,
    by: By = None,
    build: Build = False,
    workspace: Workspace = Path("graph"),
    as_json: Json = False,
) -> None:
    """Go through pairs that may be one; those first whose answer helps most. In a pipe, list them."""
    from talentgraph import workspace as folder
    from talentgraph.analyse.reviewing import questions

    identities = _identities(workspace)
    asked = _open_questions(workspace, questions(identities, *folder.read_rows(workspace)))[:limit]
    if as_json:
        print_json([question.as_json() for question in asked])
    elif asked and _is_terminal():
        _ask(workspace, asked, by, build)
    else:
        print_rows([_row(question) for question in asked], title="Pairs that may be one")


def _identities(workspace: Path) -> Identities:
    from talentgraph import workspace as folder

    return folder.read_identities(workspace)


def _tell_of_waiting(workspace: Path) -> None:
    """Say that decisions were made since the last build."""
    from talentgraph import workspace as folder

    built = {held.decision for held in _identities(workspace).held}
    if waiting := sum(decision not in built for decision in folder.read_decisions(workspace)):
        what = "1 decision waits" if waiting == 1 else f"{waiting} decisions wait"
        note(f"{what} for the next build; what follows is as of the last one.")


def _stamp(by: str | None, why: str) -> Stamp:
    import getpass
    from datetime import UTC, datetime

    from talentgraph.resolve.deciding import Stamp

    if by is None:
        try:
            by = getpass.getuser()
        except (OSError, KeyError):  # a system without users
            by = ""
    return Stamp(by=by, at=datetime.now(UTC).isoformat(timespec="seconds"), why=why)


def _write(workspace: Path, decisions: Sequence[Decision], build: bool) -> None:
    from talentgraph import workspace as folder
    from talentgraph.resolve.decisions import said

    folder.add_decisions(workspace, decisions)
    for decision in decisions:
        print_line(f"decided: {said(decision)}")
    _follow(workspace, build)


def _pair(
    workspace: Path,
    sides: tuple[str, str],
    verdict: Literal["same", "different"],
    stamp: Stamp,
    *,
    build: bool,
    undo: bool,
) -> None:
    """Write what is decided of two nodes, or take it back."""
    from talentgraph.resolve import deciding

    if undo:
        _take_back(workspace, sides, verdict, stamp, build)
        return
    decide = {"same": deciding.merge, "different": deciding.part}[verdict]
    _write(workspace, [decide(_identities(workspace), *sides, stamp)], build)


def _take_back(workspace: Path, wanted: Sequence[str], verdict: str, stamp: Stamp, build: bool) -> None:
    from talentgraph import workspace as folder
    from talentgraph.resolve.deciding import take_back
    from talentgraph.resolve.decisions import said

    decisions = folder.read_decisions(workspace)
    back = take_back(_identities(workspace), decisions, wanted, verdict, stamp)
    folder.add_decisions(workspace, back)
    for decision in back:
        print_line(f"taken back: {said(decision)}")
    _follow(workspace, build)


def _follow(workspace: Path, build: bool) -> None:
    """Build where that is wanted; exit status 1 where a decision cannot be followed."""
    if not build:
        note("The graph follows at the next build, or at once with --build.")
        return
    from talentgraph.pipeline import rebuild
    from talentgraph.resolve import DECISIONS

    report = rebuild(workspace)
    print_line(f"The graph now has {report.nodes} nodes and {report.edges} relationships.")
    problems = [problem for problem in report.problems if problem.path == DECISIONS]
    print_problems(problems)
    if problems:
        raise typer.Exit(1)


def _show_parts(workspace: Path, identities: Identities, decisions: Sequence[Decision]) -> None:
    """What would be parted, before it is."""
    from talentgraph import workspace as folder
    from talentgraph.analyse.reviewing import Quotes

    quotes, node = Quotes(*folder.read_rows(workspace)), str(decisions[0].left)
    leaving = [each.right for each in decisions if not isinstance(each.right, str)]
    gone = {mention for mentions in leaving for mention in mentions}
    staying = tuple(m for m, found in identities.mentions.items() if found == node and m not in gone)
    for number, mentions in enumerate((staying, *leaving)):
        print_line(f"{node} keeps" if not number else f"another {node.partition('/')[0]} gets")
        for mention in mentions:
            _print_mention(identities, quotes, mention, node)


def _print_mention(identities: Identities, quotes: Quotes, mention: str, node: str) -> None:
    printed = identities.printed.get(mention)
    print_line(f"  {mention}" + (f": {printed.text}" if printed else ""))
    _print_quotes(quotes.of_mention(mention, node)[:1])


def _print_quotes(quotes: Iterable[Quote]) -> None:
    for quote in quotes:
        print_line(f"      “{plain(quote.text)}” {plain(quote.document)}, page {quote.page}")


def _print_reasons(reasons: Iterable[Reason]) -> None:
    for reason in reasons:
        print_line(f"  {reason.weight:+6.1f} bits  {reason.what}: {reason.says}")


def _print_explanation(found: Explanation, quotes: Quotes) -> None:
    one, other = found.left, found.right
    if found.verdict == "two":
        print_line(f"{one.id} ({one.name}) and {other.id} ({other.name}) are two.")
        print_line(f"The probability that they are one is {found.probability:.2f}: {found.band}.")
        _print_reasons(found.reasons)
        if found.against:
            print_line(f"They cannot be one: {found.against}.")
    else:
        print_line(f"{one.id} ({one.name}) is one: {one.reason}.")
    _print_decisions(found.decisions)
    for step in found.steps[:_MOST_STEPS]:
        _print_step(step, quotes, one.id)
    if len(found.steps) > _MOST_STEPS:
        note(f"and {len(found.steps) - _MOST_STEPS} more; --json gives all")
    for node in (one, other) if found.verdict == "two" else () if found.steps else (one,):
        print_line(f"{node.id}, as documents print it:")
        _print_quotes(quotes.of_node(node.id))


def _print_step(step: Step, quotes: Quotes, node: str) -> None:
    chance = f" ({step.probability:.2f})" if step.probability is not None else ""
    print_line(f"{step.left} = {step.right}: {step.says}{chance}")
    _print_reasons(step.reasons)
    for mention in (step.left, step.right):
        _print_quotes(quotes.of_mention(mention, node)[:1])


def _print_decisions(decisions: Iterable[Decision]) -> None:
    from talentgraph.resolve.decisions import reason, said

    for decision in decisions:
        day = f" ({decision.at[:10]})" if decision.at else ""
        print_line(f"{reason(decision)}{day}: {said(decision)}.")


def _explained(found: Explanation, quotes: Quotes) -> dict[str, Any]:
    """An explanation as plain data, with quotes."""
    data = asdict(found)
    for side, node in (("left", found.left), ("right", found.right)):
        data[side] = {"id": node.id, "name": node.name, "reason": node.reason}
        data[side]["quotes"] = [asdict(quote) for quote in quotes.of_node(node.id)]
    for row, step in zip(data["steps"], found.steps, strict=True):
        both = (quotes.of_mention(mention, found.left.id) for mention in (step.left, step.right))
        row["quotes"] = [[asdict(quote) for quote in each] for each in both]
    return data


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _open_questions(workspace: Path, asked: Iterable[Question]) -> list[Question]:
    """The questions that nobody has answered since the last build."""
    from talentgraph import workspace as folder

    answered = {frozenset((each.left, each.right)) for each in folder.read_decisions(workspace)}
    return [each for each in asked if frozenset((each.left.id, each.right.id)) not in answered]


def _row(question: Question) -> dict[str, object]:
    return {
        "left": question.left.id,
        "right": question.right.id,
        "probability": round(question.probability, 2),
        "why": "; ".join(reason.says for reason in question.reasons),
    }


_ANSWERS = {"y": "same", "n": "different", "s": "skip", "q": "quit"}


def _ask(workspace: Path, asked: Sequence[Question], by: str | None, build: bool) -> None:
    """Ask one after the other; each answer is written at once, so that leaving loses none."""
    from talentgraph import workspace as folder

    given = 0
    for number, question in enumerate(asked, 1):
        _print_question(question, f"{number}/{len(asked)}")
        answer = _answer()
        if answer == "quit":
            break
        if answer in ("same", "different"):
            verdict: Literal["same", "different"] = "same" if answer == "same" else "different"
            folder.add_decisions(workspace, [_stamp(by, "").on(verdict, question.left.id, question.right.id)])
            given += 1
    print_line(f"{given} {'answer' if given == 1 else 'answers'} written.")
    if given:
        _follow(workspace, build)


def _answer() -> str:
    while True:
        try:
            text = typer.prompt("The same? [y]es, [n]o, [s]kip, [q]uit", prompt_suffix=" ", err=True)
        except typer.Abort:  # the end of the input, or an interrupt
            return "quit"
        if found := _ANSWERS.get(str(text).strip().lower()[:1]):
            return found


def _print_question(question: Question, place: str) -> None:
    print_line("")
    print_line(f"{place}  {question.left.name}  =?  {question.right.name}  ({question.probability:.2f})")
    _print_reasons(question.reasons)
    for side in (question.left, question.right):
        _print_side(side)


def _print_side(side: Side) -> None:
    mentions = "1 mention" if side.mentions == 1 else f"{side.mentions} mentions"
    documents = "1 document" if side.documents == 1 else f"{side.documents} documents"
    print_line(f"  {side.name} ({side.id}), {mentions} in {documents}")
    _print_quotes(side.quotes)
