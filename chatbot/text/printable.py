"""Text made safe to draw: nothing in it can move the cursor, change a colour or hide a letter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

INVISIBLE = "·"  # stands for a character that would take no room of its own or turn the direction of writing

BROKEN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a control character without a picture of its own and for half a surrogate pair."""

_SIGNS_BY_CATEGORY = {"Cc": BROKEN, "Cs": BROKEN, "Cf": INVISIBLE, "Zl": " ", "Zp": " "}
_SIGNS = {chr(code): chr(0x2400 + code) for code in range(32)} | {"\t": " ", "\N{DELETE}": "\N{SYMBOL FOR DELETE}"}
_DOUBTFUL = re.compile(r"[^\w\n -~]")  # no letter, digit, line end or ASCII sign


def printable(text: str) -> str:
    """`text` as it may be drawn, with one code point for each of its own so that offsets stay right.

    Line ends stay line ends, all the rest that a terminal could obey becomes a visible sign.
    """
    return _DOUBTFUL.sub(lambda found: _sign(found[0]), text)


def printable_line(text: str) -> str:
    """The same on one line: a line end becomes a space."""
    return printable(text).replace("\n", " ")


@lru_cache(2_000)
def _sign(character: str) -> str:
    """What is drawn in the place of a character."""
    return _SIGNS.get(character) or _SIGNS_BY_CATEGORY.get(unicodedata.category(character), character)
