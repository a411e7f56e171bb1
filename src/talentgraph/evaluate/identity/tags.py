"""Elements of a page, made of trees, so that no text can become markup."""

from __future__ import annotations

from xml.etree.ElementTree import Element

Child = Element | str


def tag(name: str, /, *children: Child, **attributes: str) -> Element:
    """An element; `class_` and `aria_label` stand for the attributes `class` and `aria-label`.

    >>> from xml.etree.ElementTree import tostring
    >>> tostring(tag("p", "a < b ", tag("b", "c"), class_="note"), encoding="unicode")
    '<p class="note">a &lt; b <b>c</b></p>'
    """
    made = Element(name, {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()})
    for child in children:
        if isinstance(child, Element):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + child
        else:
            made.text = (made.text or "") + child
    return made
