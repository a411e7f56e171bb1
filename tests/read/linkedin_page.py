"""Draws invented profiles as LinkedIn's "save to PDF" does: a side bar, a main column, sizes of letters that tell.

US Letter; side bar from x = 21.6, main column from x = 223.6; letters of 26 (name), 15.75 (headings), 13 (headings of
the side bar), 12 (headline, summary, employers, schools), 11.5 (titles), 11 (links) and 10.5 points.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612, 792
SIDE, MAIN = 21.6, 223.6
ROOM = {SIDE: 158.0, MAIN: 368.0}
TOP, BOTTOM = 66.0, 730.0
FONT = "Helvetica"
_BREAK = re.compile(r"\S+?(?:[-/](?=\S)|(?=\s)|$)|\s+")


@dataclass(frozen=True, kw_only=True)
class Role:
    """One title at an employer; `text` holds paragraphs, an empty one for a blank line."""

    title: str
    dates: str
    place: str = ""
    text: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Employer:
    """An employer with its roles; `total` stands below the name of one with several."""

    name: str
    roles: tuple[Role, ...]
    total: str = ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """What a profile shows. `contact` and `side` are of the side bar; links carry their label in brackets."""

    name: str
    headline: str
    place: str
    contact: tuple[str, ...]
    side: tuple[tuple[str, tuple[str, ...]], ...] = ()
    summary: tuple[str, ...] = ()
    work: tuple[Employer, ...] = ()
    education: tuple[tuple[str, str], ...] = ()
    words: tuple[str, str, str, str] = ("Contact", "Summary", "Experience", "Education")
    foot: str = "Page {} of {}"


Placed = tuple[int, float, float, float, str]  # page, x, y of the baseline, size, words


def drawn(page: Page, *, compressed: bool = True) -> bytes:
    """The PDF file."""
    placed = [*_side(page), *_main(page)]
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), pageCompression=int(compressed), invariant=True)
    pages = max(number for number, *_ in placed)
    for number in range(1, pages + 1):
        if number == 1:
            canvas.setFillColorRGB(0.16, 0.24, 0.29)
            canvas.rect(0, 0, 204, HEIGHT, fill=1, stroke=0)
        for _, x, y, size, words in (each for each in placed if each[0] == number):
            canvas.setFillColorRGB(*((0.9, 0.9, 0.9) if x < MAIN - 1 else (0.1, 0.1, 0.1)))
            canvas.setFont(FONT, size)
            canvas.drawString(x, HEIGHT - y, words)
        canvas.setFont(FONT, 9)
        canvas.drawString(388, 30, page.foot.format(number, pages))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def wrapped(words: str, x: float, size: float) -> list[str]:
    """Lines of words: broken at blanks, behind "-" and "/", and inside of what is longer than a line."""
    lines = [""]
    for piece in _BREAK.findall(words):
        if lines[-1] and stringWidth((lines[-1] + piece).rstrip(), FONT, size) > ROOM[x]:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
        while stringWidth(lines[-1].rstrip(), FONT, size) > ROOM[x]:
            cut = next(n for n in range(len(lines[-1])) if stringWidth(lines[-1][: n + 1], FONT, size) > ROOM[x])
            lines[-1:] = [lines[-1][:cut], lines[-1][cut:]]
    return [line.strip() for line in lines if line.strip()]


def _side(page: Page) -> list[Placed]:
    placed: list[Placed] = [(1, SIDE, 54.4, 13, page.words[0])]
    y, last = 54.4, 13.0
    for entry in page.contact:
        size = 11.0 if entry.endswith(")") and "." in entry else 10.5
        y += 24.4 if size == 11 else 19.5 if last == 13 else 17.6
        y, last = _entry(placed, entry, y, size), size
    for heading, entries in page.side:
        y += 35.0
        placed.append((1, SIDE, y, 13, heading))
        y += 1.9
        for entry in entries:
            y = _entry(placed, entry, y + 17.6, 10.5)
    return placed


def _entry(placed: list[Placed], entry: str, y: float, size: float) -> float:
    for number, line in enumerate(wrapped(entry, SIDE, size)):
        y += 1.309 * size if number else 0
        placed.append((1, SIDE, y, size, line))
    return y


class _Column:
    """The main column: lines one below the other, over pages."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self.page, self.y = 1, TOP

    def add(self, words: str, size: float, space: float, pitch: float = 18.0) -> None:
        """A paragraph: `space` above its first line, `pitch` between its lines."""
        for number, line in enumerate(wrapped(words, MAIN, size)):
            self.y += pitch if number else space
            if self.y > BOTTOM:
                self.page, self.y = self.page + 1, TOP
            self.placed.append((self.page, MAIN, self.y, size, line))

    def text(self, paragraphs: Sequence[str], size: float, space: float) -> None:
        """Paragraphs as the person wrote them; an empty one is a blank line."""
        for words in paragraphs:
            if not words:
                space += 18
                continue
            self.add(words, size, space)
            space = 18


def _main(page: Page) -> list[Placed]:
    column = _Column()
    column.add(page.name, 26, 0, 30)
    column.add(page.headline, 12, 21.2, 15.4)
    column.add(page.place, 12, 15.4, 15.4)
    _, summary, experience, education = page.words
    if page.summary:
        column.add(summary, 15.75, 37.6)
        column.text(page.summary, 12, 25.5)
    if page.work:
        column.add(experience, 15.75, 45)
        for number, employer in enumerate(page.work):
            _employer(column, employer, 38.4 if number else 30.5)
    if page.education:
        column.add(education, 15.75, 45)
        for number, (school, degree) in enumerate(page.education):
            column.add(school, 12, 30.5 if not number else 35)
            column.add(degree, 10.5, 17.6, 14.5)
    return column.placed


def _employer(column: _Column, employer: Employer, space: float) -> None:
    column.add(employer.name, 12, space)
    if employer.total:
        column.add(employer.total, 10.5, 15.5)
    for number, role in enumerate(employer.roles):
        column.add(role.title, 11.5, 16 if not number else 30)
        column.add(role.dates, 10.5, 14.5)
        if role.place:
            column.add(role.place, 10.5, 14.7, 14.7)
        column.text(role.text, 10.5, 21.4 if role.place else 20.3)
