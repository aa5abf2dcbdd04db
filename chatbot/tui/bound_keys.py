"""The keys as they are bound, those of the settings over the defaults, and their names as readers know them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.keys import format_key

from chatbot.tui.keys import BINDABLE_KEYS, Key

_NAMES = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "backspace": "Backspace",
    "delete": "Delete",
    "enter": "Enter",
    "space": "Space",
}


def key_name(key: str) -> str:
    """A key of Textual's, such as `ctrl+n`, in the one notation of help, hints and footer: `Ctrl+N`."""
    *modifiers, last = key.split("+")
    name = _NAMES.get(last) or format_key(last)
    if modifiers or len(name) > 1:
        name = name[:1].upper() + name[1:]
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def split_keys(keys: str) -> list[str]:
    """The keys in a list with commas, as a binding and the settings have it."""
    return [key.strip() for key in keys.split(",") if key.strip()]


class BoundKeys:
    """What is bound to which keys; `rebound` holds those of the settings, by the ids of what they do."""

    def __init__(self, rebound: Mapping[str, str]) -> None:
        self._rebound = rebound

    def name(self, key_id: str) -> str:
        """The name of the first key that does it, for a hint."""
        return self._names(BINDABLE_KEYS[key_id])[0]

    def names(self, keys: Sequence[Key]) -> str:
        """The names of all the keys that share a line of the help."""
        return ", ".join(name for key in keys for name in ([key.display] if key.display else self._names(key)))

    def _names(self, key: Key) -> list[str]:
        return [key_name(one) for one in split_keys(self._rebound.get(key.id, key.keys))]
