"""PDF files with a text layer: letters (PDFium) → pieces → cells → rows in reading order."""

from __future__ import annotations

from talentgraph.read.pdf.document import read_pdf

__all__ = ["read_pdf"]
