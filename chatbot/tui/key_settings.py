"""The settings that only the interface knows what to make of: its colours and its keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from textual.theme import BUILTIN_THEMES

from chatbot.messages import message
from chatbot.settings import Settings, shown
from chatbot.tui.keys import BINDABLE_KEYS, PARTS, key_name

SUGGESTION_LIMIT = 3  # how many existing names are suggested for one that does not exist


def keymap(settings: Settings) -> dict[str, str]:
    """The keys of the settings by their ids, as Textual takes them; a default key that they give away is theirs."""
    return {name: keys.lower().replace(" ", "") for name, keys in settings.keys.items() if keys.strip()}


def interface_problems(settings: Settings) -> list[str]:
    """Sentences that say which of the keys and colours of the settings cannot be had."""
    language = settings.language
    problems = [
        message("unknown key", language, id=shown(name), known=_nearest(name, BINDABLE_KEYS))
        for name in sorted(settings.keys.keys() - BINDABLE_KEYS.keys())
    ]
    bound = keymap(settings)
    for part in PARTS:
        owners: defaultdict[str, list[str]] = defaultdict(list)
        for binding in part:
            for key in filter(None, bound.get(binding.id or "", "").split(",")):
                owners[key].append(binding.id or "")
        problems += [
            message("key bound twice", language, key=key_name(key, language), ids=", ".join(ids))
            for key, ids in owners.items()
            if len(ids) > 1
        ]
    if settings.theme not in BUILTIN_THEMES:
        known = _nearest(settings.theme, BUILTIN_THEMES)
        problems.append(message("unknown theme", language, name=shown(settings.theme), known=known))
    return problems


def _nearest(name: str, known: Iterable[str]) -> str:
    """The few names that are most like one that does not exist."""
    return ", ".join(get_close_matches(name, sorted(known), SUGGESTION_LIMIT, cutoff=0))
