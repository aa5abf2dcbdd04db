"""The codes of the two languages, for modules that need no more of a language than its name."""

from __future__ import annotations

from typing import Literal

Language = Literal["nl", "en"]  # Dutch or English, as ISO 639-1 codes

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def other_language(language: Language) -> Language:
    """The one of the two that this is not."""
    return "en" if language == "nl" else "nl"
