"""Files become documents: text in reading order, with what each line looks like.

`read` picks the reader from the one table below, by what the file holds and then by its name. Whatever goes wrong
with a file is a ReadError with a reason and a remedy.
"""

from __future__ import annotations

from talentgraph.read.files import READERS, read, walk
from talentgraph.read.limits import Limits

__all__ = ["READERS", "Limits", "read", "walk"]
