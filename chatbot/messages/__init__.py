"""Everything that the program says to people: a file of messages in each language, `nl.toml` and `en.toml`."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from chatbot.text.language_code import Language


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """The messages of a language by their names."""
    import tomllib  # only where something is said: it takes 5 ms to load

    return tomllib.loads(Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8"))


def message(name: str, language: Language, /, **values: object) -> str:
    """The message of that name in that language, with its values filled in."""
    return catalogue(language)[name].format(**values)


def interface_language() -> Language:
    """Dutch where the locale is Dutch, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "nl" if value.lower().startswith("nl") else "en"
    return "nl" if (locale.getlocale()[0] or "").lower().startswith(("nl", "dutch")) else "en"
