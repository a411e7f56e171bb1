"""The line that is being written, and the rows written so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from talentgraph.model import Style
from talentgraph.read.latex.tokens import LITERAL
from talentgraph.read.rows import Row, all_bold, normal, strip, unbullet


@dataclass(frozen=True, slots=True)
class Look:
    """What groups and declarations say about the text in them. `depth` counts the lists around it."""

    bold: bool = False
    italic: bool = False
    href: str = ""
    size: float = 10.0
    depth: int = 0
    marked: bool = True  # whether the items of the list have bullets
    upper: bool = False
    environment: str = ""


@dataclass(slots=True)
class Page:
    """Rows, and the line that comes next."""

    rows: list[Row] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    styles: list[Style] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    heading: int = 0
    bullet: bool = False
    gap: bool = False

    def put(self, words: str, look: Look) -> None:
        """Write words."""
        words = normal(words)
        words = words.upper() if look.upper else words
        last = self.parts[-1][-1] if self.parts else " "
        if last in " \t":
            words = words.lstrip()
        if not words:
            return
        start, end = self.length, self.length + len(words)
        if words.strip():
            self.styles += [Style(start, end, "bold")] * look.bold + [Style(start, end, "italic")] * look.italic
            self.styles += [Style(start, end, "link", look.href[:2000])] * bool(look.href)
            self.sizes[look.size] += len(words)
        self.parts.append(words)
        self.length = end

    def cell(self) -> None:
        """Go on with the next cell of the line."""
        if self.parts and self.parts[-1][-1] != "\t":
            self.parts.append("\t")
            self.length += 1

    def end(self, look: Look) -> None:
        """End the line."""
        text = "".join(self.parts)
        if text.strip():
            row = Row(text=text, styles=tuple(self.styles), heading=self.heading, level=max(look.depth - 1, 0))
            row = _tight(strip(row))
            row = replace(row, size=self.sizes.most_common(1)[0][0], bold=all_bold(row.text, row.styles))
            bullet = self.bullet and not self.heading
            gap = self.gap and not (bullet and self.rows and self.rows[-1].bullet)
            row = replace(row, bullet=bullet, gap=gap or self.heading > 0)
            self.rows.append(row if bullet else unbullet(row))
            self.bullet = self.gap = False
        self.parts, self.styles, self.length = [], [], 0
        self.sizes = Counter()


def _tight(row: Row) -> Row:
    """A row without blanks around its tabs, and with neighbours of one style as one."""
    text, moved = "", []
    for place, letter in enumerate(row.text):
        moved.append(len(text))
        beside = row.text[place + 1 : place + 2] == "\t" or (place and row.text[place - 1] == "\t")
        text += "" if letter == " " and beside else letter
    moved.append(len(text))
    styles: dict[tuple[str, str], list[Style]] = {}
    for style in row.styles:
        run = styles.setdefault((style.kind, style.href), [])
        new = replace(style, start=moved[style.start], end=moved[style.end])
        if run and not text[run[-1].end : new.start].strip(" "):
            run[-1] = replace(run[-1], end=new.end)
        else:
            run.append(new)
    return replace(row, text=text, styles=tuple(style for run in styles.values() for style in run))


def flatten(tokens: list[str]) -> str:
    """The plain words of tokens, without commands."""
    return "".join(token.removeprefix(LITERAL) for token in tokens if token[0] not in "\\{}$" and token != "\n\n")
