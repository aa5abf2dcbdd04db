"""The preferences: the settings that only the interface knows what to make of, its colours and its keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES

from chatbot.messages import message
from chatbot.tui.keys import BINDABLE_KEYS, FIND, QUIT, SCREEN_KEYS

if TYPE_CHECKING:
    from textual.app import App

    from chatbot.settings import Settings


def apply_settings(app: App[None], settings: Settings) -> tuple[str, ...]:
    """Give the app its theme and the keys that are bound anew; the sentences say what could not be done."""
    app.set_keymap({name: key for name, key in settings.keys.items() if name in BINDABLE_KEYS})
    if settings.theme in app.available_themes:
        app.theme = settings.theme
    return tuple(preference_problems(settings))


def preference_problems(settings: Settings) -> Iterator[str]:
    """Sentences that say which of the keys and colours of the settings cannot be had."""
    for name in sorted(settings.keys.keys() - BINDABLE_KEYS.keys()):
        yield message("unknown key", settings.language, id=name, known=", ".join(sorted(BINDABLE_KEYS)))
    yield from _clashes(settings)
    if settings.theme not in BUILTIN_THEMES:
        known = ", ".join(sorted(BUILTIN_THEMES))
        yield message("unknown theme", settings.language, name=settings.theme, known=known)


def _clashes(settings: Settings) -> Iterator[str]:
    """Keys that are bound anew and now stand for more than one command."""
    commands: defaultdict[str, list[str]] = defaultdict(list)
    for key in (FIND, *SCREEN_KEYS, QUIT):
        for one in settings.keys.get(key.id, key.keys).split(","):
            commands[one.strip()].append(key.id)
    for key_name, names in commands.items():
        if len(names) > 1 and settings.keys.keys() & set(names):
            yield message("key bound twice", settings.language, key=key_name, ids=", ".join(sorted(names)))
