"""The settings that only the interface knows what to make of: its colours and its keys."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES

from chatbot.messages import message
from chatbot.settings import shown
from chatbot.tui.keys import BINDABLE_KEYS, HELP, PALETTE, QUIT, key_name

if TYPE_CHECKING:
    from chatbot.settings import Settings

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
    owners = {
        key: [name for name in BINDABLE_KEYS if key in bound.get(name, "").split(",")]
        for key in ",".join(bound.values()).split(",")
        if key
    }
    for key, ids in owners.items():
        if len(ids) > 1 and not _share_a_default(ids):
            problems.append(message("key bound twice", language, key=key_name(key, language), ids=", ".join(ids)))
    for lost, problem in ((PALETTE, "last key bound"), (HELP, "last key bound"), (QUIT, "quit key bound")):
        if lost.id not in bound and (takers := owners.get(lost.keys)):
            told = {"key": key_name(lost.keys, language), "ids": ", ".join(takers), "lost": lost.id}
            problems.append(message(problem, language, **told))
    if settings.theme not in BUILTIN_THEMES:
        known = _nearest(settings.theme, BUILTIN_THEMES)
        problems.append(message("unknown theme", language, name=shown(settings.theme), known=known))
    return problems


def _share_a_default(ids: Iterable[str]) -> bool:
    """Whether these commands have a key in common by default, so that they may share another."""
    return bool(set.intersection(*(set(BINDABLE_KEYS[name].keys.split(",")) for name in ids)))


def _nearest(name: str, known: Iterable[str]) -> str:
    """The few names that are most like one that does not exist."""
    return ", ".join(get_close_matches(name, sorted(known), SUGGESTION_LIMIT, cutoff=0))
