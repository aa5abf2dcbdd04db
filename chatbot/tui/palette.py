"""The command palette, in the language of the interface: its commands, and the colour themes among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from textual.command import CommandInput, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from chatbot.messages import message
from chatbot.text.language_code import LANGUAGES
from chatbot.tui.base_app import BaseApp
from chatbot.tui.find import folded
from chatbot.tui.keys import explained_keys
from chatbot.tui.prompt import PrintableHighlighter

ACTIONS = {
    "articles": "screen.articles",
    "help": "screen.help",
    "next": "screen.step(1)",
    "previous": "screen.step(-1)",
    "hold": "screen.hold",
    "offer": "screen.take_offer(0)",
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


class Command(NamedTuple):
    """A command: its title, its keys and what it does in a sentence, how to run it, and words to find it by."""

    title: str
    help: str
    run: Callable[[], object]
    words: str
    is_theme: bool = False

    def matches(self, query: str) -> bool:
        """Whether each word of the query is the beginning of one of the command, in whatever language."""
        words = folded(f"{self.title} {self.words}").replace(":", " ").split()
        return all(any(word.startswith(typed) for word in words) for typed in folded(query).split())


def palette_commands(app: BaseApp, screen: Screen[object]) -> Iterator[Command]:
    """The commands by their names; the themes come last."""
    keys = explained_keys(screen.active_bindings, app.language)
    for name, action in ACTIONS.items():
        title, meaning = (message(f"{part} {name}", app.language) for part in ("palette", "explain"))
        explained = " · ".join(filter(None, (", ".join(keys.get(f"explain {name}", ())), meaning)))
        yield Command(title, explained, partial(app.run_action, action), _words(name))
    for theme, colours in app.available_themes.items():
        title, meaning = (message(f"{part} theme", app.language, name=theme) for part in ("palette", "explain"))
        words = f"{_words('theme')} {_words('dark' if colours.dark else 'light')}"
        yield Command(title, meaning, partial(setattr, app, "theme", theme), words, is_theme=True)


def _words(name: str) -> str:
    """What people look for when they want a command, in either language."""
    return " ".join(message(f"words {name}", language) for language in LANGUAGES)


class Palette(CommandPalette):
    """Textual's own, with a prompt that draws safely what is pasted into it."""

    def __init__(self, placeholder: str) -> None:
        super().__init__([Commands], placeholder=placeholder)

    def on_mount(self) -> None:
        """Put visible signs in the place of what a terminal could obey, and let the cursor rest."""
        prompt = self.query_one(CommandInput)
        prompt.highlighter = PrintableHighlighter()
        prompt.cursor_blink = False


class Commands(Provider):
    """The commands of the app; the themes show when they are searched for."""

    async def discover(self) -> Hits:
        for command in self._commands():
            if not command.is_theme:
                yield DiscoveryHit(command.title, command.run, help=command.help)

    async def search(self, query: str) -> Hits:
        """The commands that match, in their order, or a line that says that none does; Textual's is in English."""
        found = [command for command in self._commands() if command.matches(query)]
        for place, command in enumerate(found):
            yield Hit(1 - place / len(found), command.title, command.run, help=command.help)
        if not found and isinstance(self.app, BaseApp):
            yield Hit(1, message("palette nothing", self.app.language), lambda: None)

    def _commands(self) -> Iterator[Command]:
        return palette_commands(self.app, self.screen) if isinstance(self.app, BaseApp) else iter(())
