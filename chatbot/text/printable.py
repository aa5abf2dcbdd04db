"""Text made safe to draw: nothing in it can move the cursor, change a colour or hide a letter."""

from __future__ import annotations

import unicodedata

INVISIBLE = "·"  # stands for a character that would take no room of its own or turn the direction of writing

BROKEN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a control character without a picture of its own and for half a surrogate pair."""

KEPT_REPLACEMENTS = 20_000  # the most code points whose replacement is kept: more than any one script has in use

_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "\N{SYMBOL FOR DELETE}"


class _Replacements(dict[int, str]):
    """What `str.translate` puts for each code point, worked out when it is first met."""

    def __missing__(self, code_point: int) -> str:
        replacement = _replacement(chr(code_point))
        if len(self) < KEPT_REPLACEMENTS:
            self[code_point] = replacement
        return replacement


def printable(text: str) -> str:
    """`text` as it may be drawn, with one code point for each of its own so that offsets stay right.

    Line ends stay line ends, all the rest that a terminal could obey becomes a visible sign.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_REPLACEMENTS)


def printable_line(text: str) -> str:
    """The same on one line: a line end becomes a space."""
    return printable(text).replace("\n", " ")


def _replacement(character: str) -> str:
    code_point = ord(character)
    if character == "\n":
        return character
    if character == "\t":
        return " "
    if code_point < ord(" "):
        return chr(_CONTROL_PICTURES + code_point)
    if character == "\N{DELETE}":
        return _DELETE_PICTURE
    match unicodedata.category(character):
        case "Cc" | "Cs":
            return BROKEN
        case "Cf":
            return INVISIBLE
        case "Zl" | "Zp":
            return " "
        case _:
            return character


_REPLACEMENTS = _Replacements()
