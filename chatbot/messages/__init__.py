"""Everything that the program says to people, in Dutch and in English, in one catalogue."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from chatbot.messages import (
    answers,
    command_line,
    corpus,
    encoders,
    evaluation,
    history,
    interface,
    keys,
    progress,
    reading_help,
    serve,
    settings,
    talk,
    translation,
)

if TYPE_CHECKING:
    from chatbot.text.language import Language

_SUBJECTS = (
    answers,
    command_line,
    corpus,
    encoders,
    evaluation,
    history,
    interface,
    keys,
    progress,
    reading_help,
    serve,
    settings,
    talk,
    translation,
)

PARTS: tuple[Mapping[str, tuple[str, str]], ...] = tuple(subject.MESSAGES for subject in _SUBJECTS)
"""The messages by subject; each name stands for one message, in Dutch and in English."""

CATALOGUE: Mapping[str, tuple[str, str]] = {name: texts for part in PARTS for name, texts in part.items()}


def message(name: str, language: Language, /, **values: object) -> str:
    """The message of that name in that language, with its values filled in."""
    dutch, english = CATALOGUE[name]
    return (dutch if language == "nl" else english).format(**values)


def interface_language() -> Language:
    """Dutch where the locale is Dutch, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "nl" if value.lower().startswith("nl") else "en"
    return "nl" if (locale.getlocale()[0] or "").lower().startswith(("nl", "dutch")) else "en"
