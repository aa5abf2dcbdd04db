"""Line breaks that were put into a paragraph by hand: those that end a line, as of a poem or an address."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\s*\n(?!\s*[a-zà-ÿ])")


def broken_lines(text: str) -> list[str]:
    """The lines of a paragraph, with single spaces; what begins with a small letter goes on with the line before.

    Tabs are kept, as they part the cells of a row.
    """
    lines = ("\t".join(" ".join(part.split()) for part in line.strip().split("\t")) for line in _BREAK.split(text))
    return list(filter(None, lines))
