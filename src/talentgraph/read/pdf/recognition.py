"""Pages without text, read by Tesseract (the extra `ocr`): words with their boxes become pieces like all others."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import Any

from talentgraph.read.pdf.glyphs import Look, Piece
from talentgraph.read.rows import normal

REMEDY = (
    "install text recognition: pip install 'talentgraph[ocr]', and Tesseract itself "
    "(Debian: apt install tesseract-ocr, macOS: brew install tesseract)"
)
MAX_PIXELS = 16_000_000  # of a rendered page
MIN_CONFIDENCE = 40  # percent: below this Tesseract guesses at stains
_SCALE = 300 / 72  # pixels of a point
_LANGUAGES = ("eng", "deu", "fra", "spa", "ita", "por", "nld")  # those of them that are installed
_LETTERS = 0.9  # of a line's height: the size of its letters


def is_ready() -> bool:
    """Whether the extra `ocr` and Tesseract are installed."""
    return bool(find_spec("pytesseract") and find_spec("PIL") and shutil.which("tesseract"))


def recognise(page: Any, seconds: float) -> list[Piece]:
    """The words on the picture of a page, in points from its top left corner; none when that takes too long."""
    import pytesseract

    width, height = page.get_size()
    scale = min(_SCALE, (MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
    image = page.render(scale=scale, grayscale=True).to_pil()
    languages = [name for name in _LANGUAGES if name in set(pytesseract.get_languages())]
    try:
        found = pytesseract.image_to_data(
            image, lang="+".join(languages) or None, output_type=pytesseract.Output.DICT, timeout=seconds
        )
    except RuntimeError:  # too slow, or a picture that it cannot take
        return []
    return list(_pieces(found, scale))


def _pieces(found: Mapping[str, list[Any]], scale: float) -> Iterator[Piece]:
    """A piece for each word; size and baseline are those of its line."""
    columns = ("level", "left", "top", "width", "height", "conf", "text")
    y, look = 0.0, Look(1.0, False, False)
    for level, left, top, width, height, confidence, text in zip(*(found[name] for name in columns), strict=True):
        if level == 4:  # a line, then its words
            size = _LETTERS * height / scale
            y, look = (top + 0.8 * height) / scale, Look(round(size, 1) or 1.0, False, False)
        words = normal(str(text)).strip()
        if level == 5 and words and float(confidence) >= MIN_CONFIDENCE:
            yield Piece(look, y, left / scale, (left + width) / scale, words)
