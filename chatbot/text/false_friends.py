"""False friends: words that both languages spell alike and that mean something else in each (brand, room)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from chatbot.text.language_code import Language

READING_SEPARATOR = " / "


@cache
def false_friends() -> Mapping[Language, Mapping[str, str]]:
    """The false friends of each language in lower case, each with its readings in the other."""
    content = (files("chatbot.text") / "false_friends.toml").read_bytes()
    return msgspec.toml.decode(content, type=dict[Language, dict[str, str]])


def is_false_friend(form: str) -> bool:
    """Whether a word never means in the one language what it means in the other."""
    lower = form.lower()
    readings = [of_language[lower] for of_language in false_friends().values() if lower in of_language]
    return bool(readings) and not any(lower in found.split(READING_SEPARATOR) for found in readings)
