"""The command palette, in the language of the interface: its commands, and the colour themes among them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import SystemCommand
from textual.command import CommandInput, CommandPalette, Hit, Hits
from textual.screen import Screen
from textual.system_commands import SystemCommandsProvider

from chatbot.messages import message
from chatbot.tui.base_app import BaseApp
from chatbot.tui.keys import explained_keys
from chatbot.tui.printable_highlighter import PrintableHighlighter

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
    "language": "app.switch_language",
    "find": "screen.find",
    "zoom": "screen.zoom",
    "quit": "app.quit",
}
"""What each command does, by its name in the messages."""


def palette_commands(app: BaseApp, screen: Screen[object]) -> Iterator[SystemCommand]:
    """The commands by their names, each with its keys and what it does; the themes show when they are searched for."""
    keys = explained_keys(screen.active_bindings)
    for name, action in ACTIONS.items():
        title, meaning = (message(f"{part} {name}", app.language) for part in ("palette", "explain"))
        parts = (", ".join(keys.get(f"explain {name}", ())), meaning)
        yield SystemCommand(title, " · ".join(filter(None, parts)), partial(app.run_action, action))
    for theme in app.available_themes:
        title, meaning = (message(f"{part} theme", app.language, name=theme) for part in ("palette", "explain"))
        yield SystemCommand(title, meaning, partial(setattr, app, "theme", theme), discover=False)


class Palette(CommandPalette):
    """Textual's own, with a prompt that draws safely what is pasted into it."""

    def __init__(self, placeholder: str) -> None:
        super().__init__([Commands], placeholder=placeholder)

    def on_mount(self) -> None:
        """Put visible signs in the place of what a terminal could obey, and let the cursor rest."""
        prompt = self.query_one(CommandInput)
        prompt.highlighter = PrintableHighlighter()
        prompt.cursor_blink = False


class Commands(SystemCommandsProvider):
    """The commands of the app."""

    async def search(self, query: str) -> Hits:
        """The commands that match, or a line that says that none does; without one Textual says it in English."""
        hits = [hit async for hit in super().search(query)]
        for hit in hits:
            yield hit
        if not hits and isinstance(self.app, BaseApp):
            yield Hit(1, message("palette nothing", self.app.language), lambda: None)
