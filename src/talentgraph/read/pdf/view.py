"""What a page shows: pages rendered with and without some of their objects."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from talentgraph.read.pdf.engine import Handle, switch

MAX_SECONDS = 3.0  # that the pages of one document are rendered for
_SCALE = 1.5  # pixels of a point
_MAX_PIXELS = 4_000_000.0
_MIN_SCALE = 0.4  # below this, letters are no longer seen
_SEEN = 16  # of 255: what differs less is not told apart
_DONE = 2  # a rendering that has come to its end, as PDFium says it

Image = NDArray[np.uint8]


@dataclass(slots=True)
class Eye:
    """Looks at pages until its time is over."""

    seconds: float = MAX_SECONDS

    def sees(self, page: Any, objects: Sequence[Handle], boxes: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Whether each of these objects leaves a trace in its box (in points from the top left corner of the page).

        What it had no time for, it has not seen.
        """
        width, height = page.get_size()
        scale = min(_SCALE, (_MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
        seen = np.zeros(len(objects), bool)
        if scale < _MIN_SCALE:
            return seen
        shown = self._render(page, scale)
        switch(objects, on=False)
        bare = self._render(page, scale) if shown is not None else None
        switch(objects, on=True)
        if shown is None or bare is None:
            return seen
        trace = np.abs(shown.astype(np.int16) - bare) > _SEEN
        for number, (left, top, right, bottom) in enumerate((boxes * scale).clip(0, 1e5).tolist()):
            seen[number] = trace[int(top) : int(bottom) + 1, int(left) : int(right) + 1].any()
        return seen

    def _render(self, page: Any, scale: float) -> Image | None:
        """A page in grey, None when that takes longer than there is time."""
        import pypdfium2
        import pypdfium2.raw as pdfium

        start, end = time.monotonic(), time.monotonic() + self.seconds
        width, height = (max(1, int(edge * scale)) for edge in page.get_size())
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_Gray)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        pause = pdfium.IFSDK_PAUSE(version=1)
        pause.NeedToPauseNow = type(pause.NeedToPauseNow)(lambda _: time.monotonic() > end)
        state = pdfium.FPDF_RenderPageBitmap_Start(bitmap.raw, page.raw, 0, 0, width, height, 0, 0, ctypes.byref(pause))
        pdfium.FPDF_RenderPage_Close(page.raw)
        self.seconds = max(0.0, self.seconds - (time.monotonic() - start))
        image: Image | None = bitmap.to_numpy().copy().reshape(height, -1) if state == _DONE else None
        bitmap.close()
        return image
