"""The preferences: the settings that only the interface knows what to make of, its colours and its keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES

from chatbot.messages import message
from chatbot.tui.keys import (
    BINDABLE_KEYS,
    FIND_IN_ARTICLE,
    FIND_LINE_KEYS,
    INTERRUPT_KEY,
    PALETTE_KEY,
    QUIT,
    SCREEN_KEYS,
    key_name,
    split_keys,
)

if TYPE_CHECKING:
    from chatbot.settings import Settings
    from chatbot.text.language_code import Language
    from chatbot.tui.keys import Key

TOGETHER = ((*SCREEN_KEYS, FIND_IN_ARTICLE, QUIT), FIND_LINE_KEYS)
"""Keys that work at the same time, so that no two of them may be the same."""

FIXED_KEYS = {PALETTE_KEY: "palette", INTERRUPT_KEY: "interrupt", "tab": "tab", "shift+tab": "tab", "enter": "enter"}
"""Keys that cannot be given to another command."""

ALWAYS = ("help", "quit")
"""What keeps its own key beside those of the settings, so that nobody is locked in by a key that is none."""


SUGGESTION_LIMIT = 3
"""How many existing names are suggested for one that does not exist."""


def interface_problems(settings: Settings) -> tuple[str, ...]:
    """Sentences that say which of the keys and colours of the settings cannot be had."""
    _, problems = rebound_keys(settings.keys, settings.language)
    if settings.theme in BUILTIN_THEMES:
        return problems
    known = _nearest(settings.theme, BUILTIN_THEMES)
    return (*problems, message("unknown theme", settings.language, name=settings.theme, known=known))


def rebound_keys(wanted: Mapping[str, str], language: Language) -> tuple[dict[str, str], tuple[str, ...]]:
    """The keys of the settings by their ids, without those that clash, and sentences on what does not count.

    Without one that clashes, its default may clash with another: that one goes too.
    """
    problems = [
        message("unknown key", language, id=name, known=_nearest(name, BINDABLE_KEYS))
        for name in sorted(wanted.keys() - BINDABLE_KEYS.keys())
    ]
    rebound = {name: _normal(name, keys) for name, keys in wanted.items() if name in BINDABLE_KEYS and split_keys(keys)}
    while clashes := [clash for keys in TOGETHER for clash in _clashes(keys, rebound)]:
        for key, names in clashes:
            problems.append(message("key bound twice", language, key=key_name(key), ids=", ".join(names)))
            for name in names:
                rebound.pop(name, None)
    return rebound, tuple(problems)


def _nearest(name: str, known: Iterable[str]) -> str:
    """The few names that are most like one that does not exist."""
    return ", ".join(get_close_matches(name, sorted(known), SUGGESTION_LIMIT, cutoff=0))


def _normal(name: str, keys: str) -> str:
    parts = [key if len(key) == 1 else key.lower() for key in split_keys(keys)]
    if name in ALWAYS:
        parts += [key for key in split_keys(BINDABLE_KEYS[name].keys) if key not in parts]
    return ",".join(parts)


def _clashes(together: Iterable[Key], rebound: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """The keys that stand for more than one command, each with the ids of those."""
    commands: defaultdict[str, list[str]] = defaultdict(list)
    for key in together:
        for one in split_keys(rebound.get(key.id, key.keys)):
            commands[one].append(key.id)
            if one in FIXED_KEYS:
                commands[one].append(FIXED_KEYS[one])
    return [(key, sorted(names)) for key, names in commands.items() if len(names) > 1]
