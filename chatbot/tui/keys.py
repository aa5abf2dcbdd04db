"""The keys of the main screen, in one table for the bindings, the footer and the help."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

PALETTE_KEY = "f4"
"""Opens the command palette; Textual's own choice, Ctrl+P, goes to the previous citation here."""


class Key(NamedTuple):
    """A key and what it does; `id` is stable, so that the key can be bound anew.

    `label` names the message in the footer, where only keys with a label are, and `help` the one in
    the help, where a key without a `display` shares the line of the one before it. A key without an
    action belongs to a widget of its own and is only explained here.
    """

    id: str
    keys: str
    display: str
    help: str
    action: str = ""
    label: str = ""

    def binding(self, *, priority: bool = False) -> Binding:
        """The key as Textual takes it; its description is the name of a message."""
        description = self.label or self.help
        return Binding(self.keys, self.action, description, show=bool(self.label), priority=priority, id=self.id)


QUIT = Key("quit", "ctrl+q", "Ctrl+Q", "explain quit", "quit", "key quit")

SCREEN_KEYS = (
    Key("help", "f1", "F1", "explain help", "help", "key help"),
    Key("articles", "f2,ctrl+o", "F2, Ctrl+O", "explain articles", "articles", "key articles"),
    Key("citation.next", "ctrl+n,f8", "Ctrl+N, F8", "explain next", "step(1)", "key next"),
    Key("citation.previous", "ctrl+p,f7", "Ctrl+P, F7", "explain previous", "step(-1)", "key previous"),
    Key("hold", "f5", "F5", "explain hold", "hold"),
    Key("offer", "f6", "F6", "explain offer", "take_offer"),
    Key("back", "escape", "Esc", "explain back", "back", "key back"),
    Key("up", "up", "↑ ↓", "explain arrows", "move(-1)"),
    Key("down", "down", "", "explain arrows", "move(1)"),
    Key("page.up", "pageup", "PgUp PgDn", "explain pages", "page(-1)"),
    Key("page.down", "pagedown", "", "explain pages", "page(1)"),
    Key("source.up", "shift+pageup,alt+up", "Shift+PgUp/PgDn", "explain source pages", "page_source(-1)"),
    Key("source.down", "shift+pagedown,alt+down", "", "explain source pages", "page_source(1)"),
)

HELP_KEYS = (
    Key("enter", "enter", "Enter", "explain enter"),
    Key("digit", "1", "1-9", "explain digit"),
    *SCREEN_KEYS,
    Key("tab", "tab", "Tab, Shift+Tab", "explain tab"),
    Key("palette", PALETTE_KEY, PALETTE_KEY.upper(), "explain palette"),
    QUIT,
)

BINDABLE_KEYS = {key.id: key for key in (*SCREEN_KEYS, QUIT)}
"""The keys that the settings may bind anew, by their ids."""
