"""Kinds of what people say, by what they get for it; apart, as answers name them and need nothing else of it."""

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
