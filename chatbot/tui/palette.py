"""The commands of Textual's palette, in the language of the interface, and the colour themes among them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import SystemCommand
from textual.screen import Screen

from chatbot.messages import message
from chatbot.tui.base_app import BaseApp
from chatbot.tui.keys import QUIT, SCREEN_KEYS, explained_keys

NAMES = (
    *("articles", "help", "next", "previous", "hold", "offer", "reading help", "copy", "copy passage"),
    *("new", "history", "export", "language", "find", "zoom", "quit"),
)
"""What the commands do, as the messages call it; the first key for it has its action."""


def palette_commands(app: BaseApp, screen: Screen[object]) -> Iterator[SystemCommand]:
    """The commands; the themes show when they are searched for. Titles have the words that people look for."""
    keys = explained_keys(screen.active_bindings, app.language)
    actions = {key.tooltip: key.action for key in reversed((*SCREEN_KEYS, QUIT))}
    actions["explain language"] = "app.switch_language"
    for name in NAMES:
        explanation = f"explain {name}"
        explained = " · ".join(filter(None, (", ".join(keys.get(explanation, ())), message(explanation, app.language))))
        run = partial(app.run_action, actions[explanation], screen)
        yield SystemCommand(message(f"palette {name}", app.language), explained, run)
    for theme, colours in app.available_themes.items():
        title = message("palette dark" if colours.dark else "palette light", app.language, name=theme)
        dress = partial(setattr, app, "theme", theme)
        yield SystemCommand(title, message("explain theme", app.language), dress, discover=False)
