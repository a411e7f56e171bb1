"""Pages inside other pages, as notebooks show them."""

from __future__ import annotations

import html


def framed(page: str, *, title: str, height: int = 640) -> str:
    """A page as a frame that can stand in another page: it runs its own script, and reaches nothing around it."""
    return (
        f'<iframe sandbox="allow-scripts allow-downloads" title="{html.escape(title)}" srcdoc="{html.escape(page)}" '
        f'style="width:100%;height:{height}px;border:1px solid #d5d8de;border-radius:8px"></iframe>'
    )
