"""Plain text and Markdown, line by line.

Plain text is what people paste from PDFs: tabs and runs of blanks are columns, form feeds are pages, and Markdown
marks or tags may have come along with it. So both formats share one reader; only Markdown has headings by marks,
tables and block quotes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from talentgraph.errors import ReadError
from talentgraph.model import Document, Source
from talentgraph.read.laid_out import in_order
from talentgraph.read.limits import MAX_DATA_CHARS, MAX_ROWS, MAX_TEXT_CHARS
from talentgraph.read.marks import resolve_marks
from talentgraph.read.rows import Row, all_bold, assemble, normal, strip, unbullet
from talentgraph.read.running import drop_running

_CELLS = re.compile(r"(?<! )[ ]*\t[ \t]*|(?<=\S)[ ]{3,}(?=\S)")
_SPACED = re.compile(r"^\W*\w(?:[ \t]+[^\W_]|[ \t]+&)+\W*$")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s++(\S.*)$")
_UNDERLINE = re.compile(r"^\s{0,3}(=+|-{3,})\s*$")
_RULE = re.compile(r"^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_DELIMITER = re.compile(r"^\s*+\|?+\s*+:?+-{2,}+:?+\s*+(?:\|\s*+:?+-{2,}+:?+\s*+)*\|?+\s*+$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SOFT = re.compile(r"(?<=\w)\u00ad(?=\s|$)")  # a word goes on in the next line
_LONG_GAP = re.compile(r"[ \t]{160,}")  # no page is as wide; patterns would take for ever on them
LONGEST_GAP = 160
MAX_SPACED = 500  # letters of a line that may be spaced out
_HEAD = 4096  # bytes that tell what a file is
CENTRED = 24  # columns; what is indented more is centred or right-aligned, not nested


def read_text(data: bytes, source: Source) -> Document:
    """A text file. Markdown headings in it count when there are at least two."""
    text = decode(data, source.path)
    return read_string(text, source, markdown=sum(bool(_HEADING.match(row)) for row in text.splitlines()) >= 2)


def read_markdown(data: bytes, source: Source) -> Document:
    """A Markdown file."""
    text = decode(data, source.path)
    end = text.rfind("-->") + 3  # behind it, comments without an end would be searched for one each
    return read_string(_COMMENT.sub("", text[:end]) + text[end:], source, markdown=True)


def read_string(text: str, source: Source, *, markdown: bool) -> Document:
    """A document from its text."""
    text = _LONG_GAP.sub(lambda gap: gap[0][:LONGEST_GAP], text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > MAX_TEXT_CHARS or text.count("\n") > MAX_ROWS:
        raise ReadError(source.path, "has more text than a CV", "give the pages of one person only")
    raws = [raw for number, page in enumerate(text.split("\f"), 1) for raw in _raws(page, number)]
    rows = drop_running(_marked(raws, tables=markdown)) if markdown else in_order(drop_running(raws))
    pages = text.rstrip().count("\f") + 1 if "\f" in text else None
    styled = [_styled(row, markdown=markdown) for row in rows]
    return assemble(_gaps(_levels(styled)), replace(source, pages=pages))


def decode(data: bytes, path: str) -> str:
    """Bytes as text: UTF-8, UTF-16, or else Windows-1252. Raises ReadError for what is no text, or too much of it."""
    text = _decode(data, path)
    if len(text) > MAX_DATA_CHARS:
        raise ReadError(path, f"is too large ({len(data) >> 20} MiB)", "give the data of one person only")
    return text


def _decode(data: bytes, path: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    zeros = (data[0:_HEAD:2].count(0), data[1:_HEAD:2].count(0))
    if max(zeros) > 0.6 * len(data[:_HEAD]) / 2 and min(zeros) == 0:  # every other byte, as in UTF-16 without its mark
        return data.decode("utf-16-be" if zeros[0] else "utf-16-le", errors="replace")
    if b"\0" in data[:_HEAD]:
        raise ReadError(path, "is not a text file", "give a PDF, DOCX, ODT, HTML, LaTeX, Markdown or text file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _raws(page: str, number: int) -> Iterator[Row]:
    """The lines of a page as they stand; `level` is the indent, in columns, until `_levels`."""
    for raw in page.split("\n"):
        line = normal(_SOFT.sub("-", raw)).rstrip()
        body = line.lstrip()
        indent = len(line[: len(line) - len(body)].expandtabs(4))
        yield Row(text=body, page=number, level=indent)


def _marked(rows: Iterable[Row], *, tables: bool) -> Iterator[Row]:
    """Rows with the marks of Markdown blocks taken off."""
    fenced, last = False, None
    for row in rows:
        if _FENCE.match(row.text):
            fenced = not fenced
            continue
        row, last = _block(row, last, fenced=fenced), row
        if row.heading == -1:  # the underline of the row before
            continue
        yield row


def _block(row: Row, last: Row | None, *, fenced: bool) -> Row:
    text = row.text
    if fenced or not text:
        return row
    if match := _HEADING.match(text):
        words = match[2].rstrip().rstrip("#").rstrip() or match[2]
        return replace(row, text=words, heading=len(match[1]), level=0)
    if _DELIMITER.match(text) and "|" in text or _RULE.match(text):
        return replace(row, text="")
    if text.startswith("|") and text.endswith("|") and text.count("|") > 2:
        cells = re.split(r"(?<!\\)\|", text.strip("|"))
        return replace(row, text="\t".join(cell.strip() for cell in cells))
    if text.startswith(">"):
        return replace(row, text=text.lstrip("> "))
    return row


def _styled(row: Row, *, markdown: bool) -> Row:
    """The row with its bullet recorded, its marks as styles and its columns as cells."""
    if len(row.text) < MAX_SPACED and _SPACED.match(row.text) and len(re.findall(r"\w", row.text)) > 3:
        words = re.split(r"\s{2,}|\t", row.text.strip())
        return replace(row, text=" ".join(re.sub(r"\s", "", word) for word in words))
    row = unbullet(row)
    text, styles = resolve_marks(_CELLS.sub("\t", row.text), markdown=markdown)
    row = strip(replace(row, text=text, styles=styles))
    return replace(row, bold=all_bold(row.text, row.styles))


def _levels(rows: list[Row]) -> Iterator[Row]:
    """Rows with the depth of their bullet or indent instead of columns."""
    filled = [row.level for row in rows if row.text]
    margin = min(filled, default=0)
    stack: list[int] = []
    for row in rows:
        indent = row.level - margin
        if not row.text or row.heading or indent >= CENTRED:
            yield replace(row, level=0)
            continue
        while stack and stack[-1] > indent:
            stack.pop()
        if indent > (stack[-1] if stack else 0):
            stack.append(indent)
        yield replace(row, level=len(stack))


def _gaps(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows that stand below a blank line, or start a page and do not go on with a sentence, have a gap."""
    blank, page = False, 1
    for row in rows:
        if not row.text:
            blank = True
            continue
        fresh = row.page != page and not row.bullet and not row.text[0].islower()
        yield replace(row, gap=blank or fresh)
        blank, page = False, row.page
