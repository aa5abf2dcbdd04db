"""The kinds of reply; in a file of their own, so that `answer` need not import `talk`."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "answer",
    "greeting",
    "thanks",
    "goodbye",
    "help",
    "articles",
    "outline",
    "about-subject",
    "metadata",
    "open",
    "scope",
    "more",
    "translation",
    "unsupported",
    "sources",
    "repeat",
    "shorter",
    "complaint",
    "navigation",
    "remark",
]
"""A question about the contents gets an "answer"."""
