"""How large and how deep a file may be, so that no file costs more than seconds and a gigabyte.

CVs lie far below all of these. `Limits` holds those that `read` can be told; limits that concern one format only stand
in its reader (`MAX_…`).
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_FILE_BYTES = 64 * 1024 * 1024  # of a file
MAX_TEXT_CHARS = 1_000_000  # of a document; spaCy takes no more, either
MAX_DATA_CHARS = 4_000_000  # of a text file with data: JSON, XML, YAML, BibTeX
MAX_HTML_CHARS = 4_000_000  # of a page without its scripts, styles and inline images
MAX_ROWS = 30_000  # lines of a document
MAX_PARTS = 5_000  # in an archive
MAX_PART_BYTES = 16 * 1024 * 1024  # of one part of an archive, unpacked
MAX_ARCHIVE_BYTES = 48 * 1024 * 1024  # of all parts that are read, unpacked
MAX_PAGES = 200  # of a PDF; what stands on later pages is left out
MAX_SCANS = 20  # pages of a PDF that are recognised
MAX_SCAN_SECONDS = 30  # for recognising one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits that `read` and `build` can be told.

    `file_bytes` is the size of the largest file that is opened; `pages` of a PDF are read; `scans` of these are
    recognised where they are pictures, each in at most `scan_seconds`.

    >>> Limits(pages=500).file_bytes == MAX_FILE_BYTES
    True
    """

    file_bytes: int = MAX_FILE_BYTES
    pages: int = MAX_PAGES
    scans: int = MAX_SCANS
    scan_seconds: int = MAX_SCAN_SECONDS

    def __post_init__(self) -> None:
        if min(self.file_bytes, self.pages, self.scan_seconds) < 1 or self.scans < 0:
            raise ValueError("limits are positive numbers")


DEFAULT = Limits()
