"""XML parts of ZIP archives, read with limits: archives are hostile input."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from talentgraph.errors import ReadError

MAX_PART_BYTES = 32 * 1024 * 1024  # of one part, unpacked
MAX_PARTS = 5_000


class Archive:
    """The parts of an archive by name; `parse` gives the root element of one, or None."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise ReadError(path, "is damaged", "save it again") from error
        self.names = self._zip.namelist()
        if len(self.names) > MAX_PARTS:
            raise ReadError(path, "has too many parts", "save it again as DOCX or PDF")

    def parse(self, name: str) -> Any:
        """The root element of a part. Entities and DTDs are refused."""
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring

        if name not in self.names:
            return None
        try:
            return fromstring(self._bytes(name), forbid_dtd=True)
        except DefusedXmlException as error:
            raise ReadError(
                self.path, f"{name} declares XML entities", "save it again with a word processor"
            ) from error
        except ParseError as error:
            raise ReadError(self.path, f"{name} is damaged", "save it again with a word processor") from error

    def _bytes(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as part:
                data = part.read(MAX_PART_BYTES + 1)
        except RuntimeError as error:
            raise ReadError(self.path, "is encrypted", "save a copy without a password") from error
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise ReadError(self.path, f"{name} is damaged", "save it again") from error
        except Exception as error:  # zlib.error and whatever other codecs raise
            raise ReadError(self.path, f"{name} cannot be unpacked", "save it again") from error
        if len(data) > MAX_PART_BYTES:
            raise ReadError(self.path, f"{name} is too large when unpacked", "leave the file out")
        return data
