"""How large and how deep a file may be, so that no file costs more than seconds and a gigabyte.

CVs lie far below all of these. Limits that concern one format only stand in its reader (`MAX_…`).
"""

MAX_FILE_BYTES = 64 * 1024 * 1024  # of a file; an option of `read`
MAX_TEXT_CHARS = 1_000_000  # of a document; spaCy takes no more, either
MAX_DATA_CHARS = 4_000_000  # of a text file with data: JSON, XML, YAML, BibTeX
MAX_HTML_CHARS = 4_000_000  # of a page without its scripts, styles and inline images
MAX_ROWS = 30_000  # lines of a document
MAX_PARTS = 5_000  # in an archive
MAX_PART_BYTES = 16 * 1024 * 1024  # of one part of an archive, unpacked
MAX_ARCHIVE_BYTES = 48 * 1024 * 1024  # of all parts that are read, unpacked
