"""XML parts of ZIP archives, read with limits: archives are hostile input."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from talentgraph.errors import ReadError
from talentgraph.read.limits import MAX_ARCHIVE_BYTES, MAX_PART_BYTES, MAX_PARTS

_ENTRY = b"PK\x01\x02"  # begins each entry of an archive's directory


class Archive:
    """The parts of an archive by name, in memory: `read` gives the bytes of one, `parse` its root element."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        if data.count(_ENTRY) > MAX_PARTS:  # before a directory is built of them
            raise ReadError(path, "has too many parts", "save it again as DOCX or PDF")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = self._zip.namelist()
        except Exception as error:  # BadZipFile, and what broken fields of a directory make of struct and codecs
            raise ReadError(path, "is damaged", "save it again") from error
        self._left = MAX_ARCHIVE_BYTES

    def parse(self, name: str) -> Any:
        """The root element of a part, None where there is no such part. Entities and DTDs are refused."""
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring

        if name not in self.names:
            return None
        try:
            return fromstring(self.read(name), forbid_dtd=True)
        except DefusedXmlException as error:
            raise ReadError(
                self.path, f"{name} declares XML entities", "save it again with a word processor"
            ) from error
        except (ParseError, ValueError, LookupError) as error:  # the last two: encodings that nobody knows
            raise ReadError(self.path, f"{name} is damaged", "save it again with a word processor") from error

    def read(self, name: str) -> bytes:
        """The bytes of a part, none where there is no such part."""
        if name not in self.names:
            return b""
        most = min(MAX_PART_BYTES, self._left)
        try:
            with self._zip.open(name) as part:
                data = part.read(most + 1)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise ReadError(self.path, f"{name} is damaged", "save it again") from error
        except RuntimeError as error:  # what zipfile raises where a password is missing
            raise ReadError(self.path, "is encrypted", "save a copy without a password") from error
        except Exception as error:  # zlib.error and whatever other codecs raise
            raise ReadError(self.path, f"{name} cannot be unpacked", "save it again") from error
        if len(data) > most:
            raise ReadError(self.path, f"{name} is too large when unpacked", "leave the file out")
        self._left -= len(data)
        return data
