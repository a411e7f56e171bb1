"""The lines of a paragraph as they are written, run by run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from talentgraph.model import Style
from talentgraph.read.rows import Row, normal


@dataclass(slots=True)
class Ink:
    """Lines that grow; blanks stay as they are until rows are stripped."""

    lines: list[tuple[str, list[Style]]] = field(default_factory=lambda: [("", [])])
    sizes: Counter[float] = field(default_factory=Counter)

    def put(
        self, words: str, *, bold: bool = False, italic: bool = False, href: str = "", size: float | None = None
    ) -> None:
        """Write words, with how they look."""
        words = normal(words).replace("\n", " ")
        text, styles = self.lines[-1]
        start, end = len(text), len(text) + len(words)
        if words.strip():
            styles += [Style(start, end, "bold")] * bold + [Style(start, end, "italic")] * italic
            styles += [Style(start, end, "link", href)] * bool(href)
        if size:
            self.sizes[size] += len(words.strip())
        self.lines[-1] = (text + words, styles)

    def tab(self) -> None:
        """Go on with the next cell; cells are never empty."""
        text, styles = self.lines[-1]
        self.lines[-1] = (text if text.endswith("\t") else text.rstrip() + "\t", styles)

    def line(self) -> None:
        """Go on with the next line."""
        self.lines.append(("", []))

    def size(self) -> float | None:
        """The size of most letters, in points, where it is known."""
        return self.sizes.most_common(1)[0][0] if self.sizes else None

    def rows(self) -> list[Row]:
        """A row for each line."""
        return [Row(text=text, styles=tuple(styles)) for text, styles in self.lines]
