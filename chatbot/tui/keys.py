"""The keys of the main screen, in one table for the bindings, the footer and the help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding

PALETTE_KEY = "f4"
"""Opens the command palette; Textual's own choice, Ctrl+P, goes to the previous citation here."""


class Key(NamedTuple):
    """A key and what it does; `id` is stable, so that the key can be bound anew.

    `label` names the message in the footer, where only keys with a label are, and `help` the one in
    the help, where a key without a `display` shares the line of another. A key without an action
    belongs to a widget of its own and is only explained here.
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

FIND = Key("find", "ctrl+f", "Ctrl+F", "explain find", "find")
"""Has priority: to `Input`, and so to the prompt, the key means something else."""

FIND_IN_ARTICLE = Key("article.find", "slash", "/", "explain find", "screen.find")
"""Has priority: what is typed goes to the prompt else."""

SCREEN_KEYS = (
    Key("help", "f1", "F1", "explain help", "help", "key help"),
    Key("articles", "f2,ctrl+o", "F2, Ctrl+O", "explain articles", "articles", "key articles"),
    Key("citation.next", "ctrl+n,f8", "Ctrl+N, F8", "explain next", "step(1)", "key next"),
    Key("citation.previous", "ctrl+p,f7", "Ctrl+P, F7", "explain previous", "step(-1)", "key previous"),
    Key("hold", "f5", "F5", "explain hold", "hold"),
    Key("offer", "f6", "F6", "explain offer", "take_offer"),
    Key("citation.copy", "ctrl+y", "Ctrl+Y", "explain copy", "app.copy"),
    Key("conversation.new", "ctrl+l", "Ctrl+L", "explain new", "app.new"),
    Key("conversation.history", "f9,ctrl+r", "F9, Ctrl+R", "explain history", "app.history"),
    Key("conversation.export", "ctrl+s", "Ctrl+S", "explain export", "app.export"),
    Key("back", "escape", "Esc", "explain back", "back", "key back"),
    Key("find.next", "f3", "F3, Shift+F3", "explain find step", "find_step(1)"),
    Key("find.previous", "shift+f3", "", "explain find step", "find_step(-1)"),
    Key("source.up", "shift+pageup,alt+up", "Shift+PgUp/PgDn", "explain source pages", "page_source(-1)"),
    Key("source.down", "shift+pagedown,alt+down", "", "explain source pages", "page_source(1)"),
    Key("source.wider", "alt+left,ctrl+left", "Alt+← →", "explain edge", "move_edge(-1)"),
    Key("source.narrower", "alt+right,ctrl+right", "", "explain edge", "move_edge(1)"),
    Key("source.zoom", "f12", "F12", "explain zoom", "zoom"),
    Key("up", "up", "", "explain arrows", "move(-1)"),
    Key("down", "down", "", "explain arrows", "move(1)"),
    Key("page.up", "pageup", "", "explain pages", "page(-1)"),
    Key("page.down", "pagedown", "", "explain pages", "page(1)"),
)

FIND_LINE_KEYS = (
    Key("find.line.next", "down", "Enter, ↓", "explain hit next", "step(1)"),
    Key("find.line.previous", "up,shift+enter", "↑, Shift+Enter", "explain hit previous", "step(-1)"),
    Key("find.line.up", "pageup", "PgUp PgDn", "explain article pages", "screen.page_source(-1)"),
    Key("find.line.down", "pagedown", "", "explain article pages", "screen.page_source(1)"),
)

HELP_KEYS: Mapping[str, tuple[Key, ...]] = {
    "prompt": (
        Key("prompt.enter", "enter", "Enter", "explain ask"),
        Key("prompt.number", "1", "1-9, Enter", "explain number"),
        Key("prompt.arrows", "up,down", "↑ ↓", "explain prompt arrows"),
        Key("prompt.pages", "pageup,pagedown", "PgUp PgDn", "explain pages"),
    ),
    "conversation": (
        Key("citation.enter", "enter", "Enter", "explain enter"),
        Key("citation.digit", "1", "1-9", "explain digit"),
        Key("citation.arrows", "up,down", "↑ ↓", "explain arrows"),
        Key("citation.pages", "pageup,pagedown", "PgUp PgDn", "explain pages"),
    ),
    "article": (
        Key("article.arrows", "up,down", "↑ ↓", "explain article arrows"),
        Key("article.pages", "pageup,pagedown", "PgUp PgDn", "explain article pages"),
        Key("article.ends", "home,end", "Home, End", "explain article ends"),
        Key("article.digit", "1", "1-9", "explain digit"),
        FIND_IN_ARTICLE,
    ),
    "find": (
        *(key for key in FIND_LINE_KEYS if key.display),
        Key("find.line.close", "escape", "Esc", "explain find close"),
    ),
    "anywhere": (
        *(key for key in (*SCREEN_KEYS[:5], FIND, *SCREEN_KEYS[5:]) if key.display),
        Key("tab", "tab", "Tab, Shift+Tab", "explain tab"),
        Key("palette", PALETTE_KEY, PALETTE_KEY.upper(), "explain palette"),
        QUIT,
    ),
}
"""What each key does by where the focus is; each place's name ends that of its heading, `place …`."""

BINDABLE_KEYS = {key.id: key for key in (FIND, *SCREEN_KEYS, *FIND_LINE_KEYS, FIND_IN_ARTICLE, QUIT)}
"""The keys that the settings may bind anew, by their ids."""
