"""The commands of Textual's palette, in the language of the interface, and the colour themes among them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import SystemCommand
from textual.screen import Screen

from chatbot.messages import catalogue
from chatbot.tui.base_app import BaseApp
from chatbot.tui.keys import QUIT, SCREEN_KEYS, explained_keys


def palette_commands(app: BaseApp, screen: Screen[Any]) -> Iterator[SystemCommand]:
    """The commands; the themes show when they are searched for. Titles have the words that people look for.

    Of the keys those are commands that have a title, and the first key for a thing has its action.
    """
    keys = explained_keys(screen)
    actions = {"explain language": "app.switch_language"}
    for key in (*SCREEN_KEYS, QUIT):
        actions.setdefault(key.tooltip, key.action)
    for explanation, action in actions.items():
        title = f"palette {explanation.removeprefix('explain ')}"
        if title in catalogue(app.language):
            help_text = " · ".join(filter(None, (keys.get(explanation), app.text(explanation))))
            yield SystemCommand(app.text(title), help_text, partial(app.run_action, action, screen))
    for theme, colours in app.available_themes.items():
        title = app.text("palette dark" if colours.dark else "palette light", name=theme)
        dress = partial(setattr, app, "theme", theme)
        yield SystemCommand(title, app.text("explain theme"), dress, discover=False)
