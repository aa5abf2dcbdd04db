"""Note marks: the numbers and signs in a text that point to its notes, and are no words of it."""

from __future__ import annotations

import re

_PAGE = r":\d{1,4}(?:[-–]\d{1,4})?(?!\w)"
_BRACKETED = (  # [1], [^1], \[1\], [[1]](#note-1), [12]:45
    rf"\[?\\?\[\^?(?:[0-9]{{1,3}}|[a-z])\\?\]\]?(?:\([^()\s]{{0,200}}\)|{_PAGE})?"
)
_RAISED = r"<sup>[^<>A-Za-z\n]{1,12}</sup>"

NOTE_MARK = re.compile(
    rf"(?:{_BRACKETED}|{_RAISED}|[⁰¹²³⁴-⁹]{{1,3}}"
    r"|(?<=[.!?…\])])\[[^\[\]\n]{2,30}\]"  # what encyclopedias write to a sentence: "[citation needed]", "[note 3]"
    r"|(?<=[a-zà-ÿ]{2}[.!?])\d{1,2}(?=\s+[A-ZÀ-Ý]|\s*$)"  # a raised figure that was copied: "the gate.3 Since"
    r")"
)
"""A mark that is written to the end of a word or a sentence."""

_IN_TEXT = re.compile(
    rf"(?<=[\w.,;:!?\"'”’)\]>*])(?:{_BRACKETED}|(?<!\bm)(?<![kcdm]m){_RAISED})|^ {{0,3}}\[\^\w+\]:", re.MULTILINE
)


def blank_note_marks(text: str) -> str:
    """`text` with spaces for the marks of its notes, so that they are no words and offsets hold."""
    return _IN_TEXT.sub(lambda found: " " * len(found[0]), text)
