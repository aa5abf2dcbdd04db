"""The command palette, in the language of the interface: its commands, and the colour themes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import SystemCommand
from textual.command import CommandInput, CommandPalette, Hit, Hits, Provider
from textual.system_commands import SystemCommandsProvider
from textual.theme import ThemeProvider

from chatbot.messages import message
from chatbot.tui.base_app import BaseApp
from chatbot.tui.keys import BINDABLE_KEYS, BoundKeys
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


def palette_commands(app: BaseApp, keys: BoundKeys) -> Iterator[SystemCommand]:
    """The commands by their names, each with its keys and what it does."""
    for name, action in ACTIONS.items():
        title, meaning = (message(f"{part} {name}", app.language) for part in ("palette", "explain"))
        names = keys.names([key for key in BINDABLE_KEYS.values() if key.help == f"explain {name}"])
        yield SystemCommand(title, f"{names} · {meaning}" if names else meaning, partial(app.run_action, action))


class Palette(CommandPalette):
    """Textual's own over one provider of commands, with a prompt that draws safely what is pasted into it."""

    def __init__(self, provider: type[Provider], placeholder: str) -> None:
        super().__init__([provider], placeholder=placeholder)

    def on_mount(self) -> None:
        """Put visible signs in the place of what a terminal could obey, and let the cursor rest."""
        prompt = self.query_one(CommandInput)
        prompt.highlighter = PrintableHighlighter()
        prompt.cursor_blink = False


class Commands(SystemCommandsProvider):
    """The commands of the app."""

    async def search(self, query: str) -> Hits:
        """The commands that match, or a line that says that none does."""
        async for hit in _or_nothing(self, super().search(query), "palette nothing"):
            yield hit


class Themes(ThemeProvider):
    """The colour themes."""

    async def search(self, query: str) -> Hits:
        """The themes that match, or a line that says that none does."""
        async for hit in _or_nothing(self, super().search(query), "themes nothing"):
            yield hit


async def _or_nothing(provider: Provider, hits: Hits, name: str) -> Hits:
    """The hits, or where there are none the message of that name; without one Textual says it in English."""
    count = 0
    async for hit in hits:
        count += 1
        yield hit
    if not count and isinstance(provider.app, BaseApp):
        yield Hit(1, message(name, provider.app.language), lambda: None)
