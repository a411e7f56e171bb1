"""The answer to a question: a list of rows that shows itself as a table in a notebook."""

from __future__ import annotations

import dataclasses
import functools
import html
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_Row = TypeVar("_Row")
_MOST = 60  # rows that a notebook shows


class Table(list[_Row]):
    """Rows of one question. It is a list: a frame of pandas or polars takes it as it is."""

    def _repr_html_(self) -> str:
        if not self:
            return "<p>nothing found</p>"
        names = [field.name for field in dataclasses.fields(self[0])]  # type: ignore[arg-type]  # rows are dataclasses
        head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
        body = "".join(f"<tr>{_cells(row, names)}</tr>" for row in self[:_MOST])
        more = f"<p>{len(self) - _MOST} more rows</p>" if len(self) > _MOST else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def tabled(question: Callable[_Asked, list[_Row]]) -> Callable[_Asked, Table[_Row]]:
    """The question, answering with a Table.

    >>> from talentgraph.analyse.rows import Feeder
    >>> @tabled
    ... def fed() -> list[Feeder]:
    ...     return [Feeder("Uni <X>", "organization/uni", "Acme", "organization/acme", 2, 1)]
    >>> "<td>Uni &lt;X&gt;</td>" in fed()._repr_html_()
    True
    """

    @functools.wraps(question)
    def answer(*given: _Asked.args, **named: _Asked.kwargs) -> Table[_Row]:
        return Table(question(*given, **named))

    return answer


def _cells(row: Any, names: list[str]) -> str:
    return "".join(f"<td>{html.escape(_told(getattr(row, name)))}</td>" for name in names)


def _told(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
