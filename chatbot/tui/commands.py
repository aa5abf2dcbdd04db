"""The commands of the palette: what the keys do, and what has no key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from chatbot.messages import message
from chatbot.tui.keys import BINDABLE_KEYS

if TYPE_CHECKING:
    from chatbot.tui.bound_keys import BoundKeys
    from chatbot.tui.ending import EndingApp

ACTIONS = {
    "articles": "screen.articles",
    "help": "screen.help",
    "next": "screen.step(1)",
    "previous": "screen.step(-1)",
    "hold": "screen.hold",
    "offer": "screen.take_offer",
    "reading help": "app.reading_help",
    "copy": "app.copy",
    "copy passage": "app.copy_passage",
    "new": "app.new",
    "history": "app.history",
    "export": "app.export",
    "reload": "app.reload",
    "language": "app.switch_language",
    "settings": "app.tell_settings",
    "find": "screen.find",
    "zoom": "screen.zoom",
    "theme": "app.change_theme",
    "screenshot": "app.save_picture",
    "quit": "app.quit",
}
"""What each command does, by its name in the messages."""


def palette_commands(app: EndingApp, keys: BoundKeys) -> Iterator[SystemCommand]:
    """The commands by their names, each with its keys and what it does."""
    for name, action in ACTIONS.items():
        title, meaning = (message(f"{part} {name}", app.language) for part in ("palette", "explain"))
        names = keys.names([key for key in BINDABLE_KEYS.values() if key.help == f"explain {name}"])
        yield SystemCommand(title, f"{names} · {meaning}" if names else meaning, partial(app.run_action, action))
