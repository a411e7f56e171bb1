"""Commands that ask the graph: show, find, stats, query, cypher."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentgraph.cli.output import Form, form_of, note, plain, print_json, print_line, print_rows
from talentgraph.cli.places import Database, Neo4j, User, Workspace, open_store
from talentgraph.errors import QueryError

if TYPE_CHECKING:
    from talentgraph.analyse.card import Card
    from talentgraph.queries import Parameter, Query

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV, safe to open as a spreadsheet.")]
Parameters = Annotated[
    list[str] | None, typer.Option("--parameter", "-p", help="A parameter as key=value.", show_default=False)
]


def show(
    name: Annotated[str, typer.Argument(help="A person's name, or enough of it.")],
    workspace: Workspace = Path("graph"),
    as_json: Json = False,
) -> None:
    """Show one person: every fact with its quotes."""
    from talentgraph import workspace as folder
    from talentgraph.analyse.card import card, find_person

    nodes, edges = folder.read_rows(workspace)
    found = card(find_person(nodes, name), nodes, edges)
    if as_json:
        print_json(found.as_json())
    else:
        _print_card(found)


def find(
    text: Annotated[str, typer.Argument(help="Words, in any order and spelling.")],
    workspace: Workspace = Path("graph"),
    kind: Annotated[
        list[str] | None,
        typer.Option(help="Only this kind: Person, Technology, Evidence, …", show_default=False),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most rows.")] = 20,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Search names and sentences, whatever their spelling."""
    from talentgraph import graph
    from talentgraph import workspace as folder
    from talentgraph.analyse import as_dicts
    from talentgraph.analyse.search import find as search
    from talentgraph.analyse.search import kinds_of

    form = form_of(as_json, as_csv)
    web = graph.to_networkx(*folder.read_rows(workspace))
    rows = as_dicts(search(web, text, kinds=kinds_of(kind or ()), limit=limit))
    columns = ("kind", "name", "matched", "score", "document", "page")
    print_rows(rows, () if form == "json" else columns, form=form, title=text)


def stats(workspace: Workspace = Path("graph"), as_json: Json = False, as_csv: Csv = False) -> None:
    """Count nodes by label and relationships by type."""
    from talentgraph import workspace as folder
    from talentgraph.analyse.card import count

    print_rows(count(*folder.read_rows(workspace)), form=form_of(as_json, as_csv))


def query(
    name: Annotated[str | None, typer.Argument(help="A question; without one, the list.", show_default=False)] = None,
    parameter: Parameters = None,
    about: Annotated[bool, typer.Option("--about", help="Say what the question takes and answers.")] = False,
    workspace: Workspace = Path("graph"),
    as_json: Json = False,
    as_csv: Csv = False,
    neo4j: Neo4j = None,
    user: User = "neo4j",
    database: Database = None,
) -> None:
    """Ask a named question, or list the questions."""
    from talentgraph import queries

    form = form_of(as_json, as_csv)
    if name is None:
        known = [queries.get(each) for each in queries.names()]
        rows = [{"name": q.name, "title": q.title, "parameters": [p.name for p in q.parameters]} for q in known]
        print_rows(rows, form=form)
        return
    question = queries.get(name)
    if about:
        _print_question(question, form)
        return
    values = dict(_pair(text) for text in parameter or ())
    with open_store(workspace, neo4j=neo4j, user=user, database=database) as store:
        rows = queries.ask(store, name, **values)
        print_rows(rows, question.columns, form=form, title=question.title)
        for line in [] if rows else queries.strangers(store, name, **values):
            note(line)


def cypher(
    statement: Annotated[str, typer.Argument(help="A Cypher statement.")],
    parameter: Parameters = None,
    workspace: Workspace = Path("graph"),
    as_json: Json = False,
    as_csv: Csv = False,
    neo4j: Neo4j = None,
    user: User = "neo4j",
    database: Database = None,
) -> None:
    """Run a Cypher statement and print its rows."""
    values = {key: _typed(value) for key, value in map(_pair, parameter or ())}
    with open_store(workspace, neo4j=neo4j, user=user, database=database) as store:
        print_rows(store.run(statement, values), form=form_of(as_json, as_csv))


def _print_question(question: Query, form: Form) -> None:
    """What a question takes and answers, as its header says."""
    rows = [_told(parameter) for parameter in question.parameters]
    if form == "json":
        said = {"name": question.name, "title": question.title, "description": question.description}
        print_json({**said, "parameters": rows, "columns": question.columns, "statement": question.text})
        return
    if form == "table":
        print_line(f"{question.title}. {question.description}")
    print_rows(rows, form=form)
    if form == "table":
        print_line(f"columns: {', '.join(question.columns)}")


def _told(parameter: Parameter) -> dict[str, object]:
    many = ", more than one" if parameter.kind == "list" and parameter.labels else ""
    return {
        "parameter": parameter.name,
        "takes": (" or ".join(parameter.labels) or parameter.kind) + many,
        "default": "must be given" if parameter.default is None else parameter.default,
        "example": parameter.example,
        "meaning": parameter.meaning,
    }


def _pair(text: str) -> tuple[str, str]:
    """A parameter from `key=value`."""
    key, equals, value = text.partition("=")
    if not equals or not key.isidentifier():
        raise QueryError(f"parameter {text!r} is not of the form key=value")
    return key, value


def _typed(value: str) -> str | int | bool:
    """A value for a statement that does not say what it wants: whole numbers, true and false are taken as such."""
    if value in ("true", "false"):
        return value == "true"
    return int(value) if value.removeprefix("-").isdecimal() and value.isascii() else value


def _print_card(found: Card) -> None:
    print_line(found.name + (f", {found.headline}" if found.headline else ""))
    for heading, facts in found.groups:
        print_line("")
        print_line(heading)
        for fact in facts:
            print_line(f"  {fact.text}")
            for quote in fact.quotes:
                typer.echo(f"      “{plain(quote.text)}” {plain(quote.document)}, page {quote.page}")
