"""Matrix products by numpy's own BLAS, which is two to three times as fast as thinc's on most machines.

Only training uses it: a product may differ in the last bit from thinc's, and training is where the time goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from thinc.api import NumpyOps, set_current_ops
from thinc.backends import get_current_ops


class BlasOps(NumpyOps):  # type: ignore[misc]
    """thinc's operations with another matrix product."""

    name = "numpy"

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices, either of them transposed, into `out` if given."""
        left, right = x.T if trans1 else x, y.T if trans2 else y
        return np.matmul(left, right) if out is None else np.matmul(left, right, out=out)


@contextmanager
def fast_products() -> Iterator[None]:
    """Models made in this block use BlasOps."""
    before = get_current_ops()
    set_current_ops(BlasOps())
    try:
        yield
    finally:
        set_current_ops(before)
