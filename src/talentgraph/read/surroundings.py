"""What surrounds the text of a page saved from the web: navigation, banners about cookies, what stands at its foot."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Any

_ROLES = frozenset(("navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tooltip"))
_CLASSES = frozenset(
    ("breadcrumb", "breadcrumbs", "pagination", "pager", "skip-link", "skip-to-content", "share-buttons")
    + ("social-share", "sharedaddy", "mw-jump-link", "mw-editsection", "noprint", "no-print", "site-navigation")
)
_CONSENT_NAME = re.compile(
    r"(?:^|[-_ ])(?:cookies?|consent|gdpr|ccpa)(?:$|[-_ ])|cookie-?(?:bar|banner|notice|law|consent)|onetrust|didomi"
    r"|usercentrics|cookiebot|qc-cmp|cc-window",
    re.IGNORECASE,
)
_CONSENT_WORDS = re.compile(r"cookie|consent|privacy|datenschutz|einwillig|confidentialit|privacidad", re.IGNORECASE)
_FOOT_WORDS = re.compile(
    r"©|\(c\)\s*\d{4}|copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|powered by|built with"
    r"|theme by|hosted (?:by|on)|privacy policy|impressum|datenschutz|terms of (?:use|service)|back to top|cookie",
    re.IGNORECASE,
)
MAX_CONSENT = 6_000  # letters of a banner; what is longer is a text
MAX_FOOT = 400


def is_surrounding(node: Any, tag: str, classes: Set[str]) -> bool:
    """Whether an element clearly belongs to the site, not to the text."""
    attributes = node.attributes
    if tag == "dialog" or attributes.get("role") in _ROLES or attributes.get("aria-modal") == "true":
        return True
    if classes & _CLASSES:
        return True
    name = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"[:500]
    if _CONSENT_NAME.search(name) and tag not in ("body", "main", "article"):
        return _says(node, _CONSENT_WORDS, MAX_CONSENT)
    foot = tag == "footer" or attributes.get("role") == "contentinfo" or attributes.get("id") == "footer"
    return foot and _says(node, _FOOT_WORDS, MAX_FOOT)


def _says(node: Any, words: re.Pattern[str], most: int) -> bool:
    text = " ".join(str(node.text(deep=True, separator=" ")).split())
    return len(text) <= most and words.search(text) is not None
