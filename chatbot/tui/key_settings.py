"""The settings that only the interface knows what to make of: its colours and its keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES

from chatbot.messages import message
from chatbot.tui.keys import BINDABLE_KEYS, key_name

if TYPE_CHECKING:
    from chatbot.settings import Settings

SUGGESTION_LIMIT = 3
"""How many existing names are suggested for one that does not exist."""


def keymap(settings: Settings) -> dict[str, str]:
    """The keys of the settings by their ids, as Textual takes them; a default key that they give away is theirs."""
    return {name: keys.lower().replace(" ", "") for name, keys in settings.keys.items() if keys.strip()}


def interface_problems(settings: Settings) -> list[str]:
    """Sentences that say which of the keys and colours of the settings cannot be had."""
    language = settings.language
    problems = [
        message("unknown key", language, id=name, known=_nearest(name, BINDABLE_KEYS))
        for name in sorted(settings.keys.keys() - BINDABLE_KEYS.keys())
    ]
    bound = keymap(settings)
    for key, count in Counter(",".join(bound.values()).split(",")).items():
        if count > 1:
            ids = sorted(name for name, keys in bound.items() if key in keys.split(","))
            problems.append(message("key bound twice", language, key=key_name(key), ids=", ".join(ids)))
    if settings.theme not in BUILTIN_THEMES:
        known = _nearest(settings.theme, BUILTIN_THEMES)
        problems.append(message("unknown theme", language, name=settings.theme, known=known))
    return problems


def _nearest(name: str, known: Iterable[str]) -> str:
    """The few names that are most like one that does not exist."""
    return ", ".join(get_close_matches(name, sorted(known), SUGGESTION_LIMIT, cutoff=0))
