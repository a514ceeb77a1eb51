"""Text made fit for XML 1.0."""

from __future__ import annotations

import re

# XML 1.0 cannot hold these, not even escaped.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_NEEDS_CARE = re.compile('[&<>"\t\n\r]')


def escaped(text: str) -> str:
    """For an element or an attribute in double quotes; what XML cannot hold becomes U+FFFD."""
    return _NEEDS_CARE.sub(lambda found: _MARKUP[found[0]], _ILLEGAL.sub("\ufffd", text))
