"""LaTeX source of CVs: what it would print, line by line, without running any of it."""

from talentgraph.read.latex.document import read_latex

__all__ = ["read_latex"]
