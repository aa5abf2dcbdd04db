"""Note marks: the numbers and signs in a text that point to its notes, and are no words of it."""

from __future__ import annotations

import re

NOTE_MARK = re.compile(
    r"(?:"
    r"\[?\\?\[\^?(?:[0-9]{1,3}|[a-z])\\?\]\]?(?:\([^()\s]{0,200}\))?"  # [1], [^1], \[1\] and, as a link, [[1]](#note)
    r"|<sup>[^<>\n]{1,12}</sup>"
    r"|[⁰¹²³⁴-⁹]{1,3}"
    r"|(?<=[a-zà-ÿ]{2}[.!?])\d{1,2}(?=\s+[A-ZÀ-Ý]|\s*$)"  # a raised figure that was copied: "the gate.3 Since"
    r")"
)
"""A mark that is written to the end of a word or a sentence."""
