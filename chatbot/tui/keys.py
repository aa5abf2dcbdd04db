"""The keys of the main screen, in one table for the bindings, the footer and the help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding

PALETTE_KEY = "f4"
"""Opens the command palette; Textual's own choice, Ctrl+P, goes to the previous citation here."""

INTERRUPT_KEY = "ctrl+c"
"""Copies the text that is selected, and else says how to quit; Textual has it do both."""


class Key(NamedTuple):
    """A key and what it does; `id` is stable, so that the key can be bound anew.

    `label` names the message in the footer, where only keys with a label are, `short` the one where
    the footer is narrow, and `help` the one in the help, where neighbours with the same one share a
    line. A key without an action belongs to a widget of its own and is only explained here, under
    the names of its keys or as `display`.
    """

    id: str
    keys: str
    help: str
    action: str = ""
    label: str = ""
    short: str = ""
    display: str = ""

    def binding(self, *, priority: bool = False) -> Binding:
        """The key as Textual takes it; its description is the name of a message."""
        return Binding(
            self.keys,
            self.action,
            self.label or self.help,
            show=bool(self.label),
            key_display=self.display or None,
            priority=priority,
            id=self.id,
        )


QUIT = Key("quit", "ctrl+q", "explain quit", "quit", "key quit")

FIND = Key("find", "ctrl+f", "explain find", "find")
"""Has priority: to `Input`, and so to the prompt, the key means something else."""

FIND_IN_ARTICLE = Key("article.find", "slash", "explain find", "screen.find")
"""Has priority: what is typed goes to the prompt else."""

ARTICLES = Key("articles", "f2,ctrl+o", "explain articles", "articles", "key articles")

NEXT = Key("citation.next", "ctrl+n,f8", "explain next", "step(1)", "key next", "key next")

BACK = Key("back", "escape", "explain back", "back", "key back", "key back")

NUMBER = Key("citation.number", "1", "explain number", "", "key number", "key number", "1-9")
"""Only explained: the number of a citation opens it, in the prompt with Enter after it."""

COMMAND_KEYS = (
    Key("help", "f1", "explain help", "help", "key help", "key help"),
    ARTICLES,
    NEXT,
    Key("citation.previous", "ctrl+p,f7", "explain previous", "step(-1)"),
    Key("hold", "f5", "explain hold", "hold"),
    FIND,
    Key("offer", "f6", "explain offer", "take_offer"),
    Key("reading.help", "ctrl+t,f10", "explain reading help", "app.reading_help"),
    Key("citation.copy", "ctrl+y", "explain copy", "app.copy"),
    Key("passage.copy", "ctrl+shift+y", "explain copy passage", "app.copy_passage"),
    Key("conversation.new", "ctrl+l", "explain new", "app.new"),
    Key("conversation.history", "f9,ctrl+r", "explain history", "app.history"),
    Key("conversation.export", "ctrl+s", "explain export", "app.export"),
    BACK,
    Key("find.next", "f3", "explain find step", "find_step(1)"),
    Key("find.previous", "shift+f3", "explain find step", "find_step(-1)"),
    Key("source.up", "shift+pageup,alt+up", "explain source pages", "page_source(-1)"),
    Key("source.down", "shift+pagedown,alt+down", "explain source pages", "page_source(1)"),
    Key("source.wider", "alt+left,ctrl+left", "explain edge", "move_edge(-1)"),
    Key("source.narrower", "alt+right,ctrl+right", "explain edge", "move_edge(1)"),
    Key("source.zoom", "f12", "explain zoom", "zoom"),
)

UNFOLD = Key("citation.unfold", "space", "explain unfold", "fold", "key unfold", "key unfold")
"""Has priority: what is typed goes to the prompt else."""

CITATION_KEYS = (
    Key("citation.open", "enter", "explain enter", "open", "key open", "key open"),
    UNFOLD,
    Key("citation.unfold.right", "right", "explain unfold", "fold(False)"),
    Key("citation.fold.left", "left", "explain fold", "fold(True)"),
)
"""Those of the citation that has the focus."""

ARROW_KEYS = (
    Key("up", "up", "explain arrows", "move(-1)"),
    Key("down", "down", "explain arrows", "move(1)"),
)

PAGE_KEYS = (
    Key("page.up", "pageup", "explain pages", "page(-1)"),
    Key("page.down", "pagedown", "explain pages", "page(1)"),
)

SCREEN_KEYS = (*COMMAND_KEYS, *ARROW_KEYS, *PAGE_KEYS)

FIND_LINE_KEYS = (
    Key("find.line.next", "down", "explain hit next", "step(1)"),
    Key("find.line.previous", "up,shift+enter", "explain hit previous", "step(-1)"),
    Key("find.line.up", "pageup", "explain article pages", "screen.page_source(-1)"),
    Key("find.line.down", "pagedown", "explain article pages", "screen.page_source(1)"),
)

HELP_KEYS: Mapping[str, tuple[Key, ...]] = {
    "prompt": (
        Key("prompt.enter", "enter", "explain ask"),
        Key("prompt.number", "1", "explain number", display="1-9, Enter"),
        Key("prompt.arrows", "up,down", "explain prompt arrows"),
        *PAGE_KEYS,
    ),
    "conversation": (
        *CITATION_KEYS,
        Key("citation.digit", "1", "explain digit", display="1-9"),
        *ARROW_KEYS,
        *PAGE_KEYS,
    ),
    "article": (
        Key("article.arrows", "up,down", "explain article arrows"),
        Key("article.pages", "pageup,pagedown", "explain article pages"),
        Key("article.ends", "home,end", "explain article ends"),
        Key("article.digit", "1", "explain digit", display="1-9"),
        FIND_IN_ARTICLE,
    ),
    "find": (
        Key("find.line.enter", "enter", "explain hit next"),
        *FIND_LINE_KEYS,
        Key("find.line.close", "escape", "explain find close"),
    ),
    "anywhere": (
        *COMMAND_KEYS,
        Key("tab", "tab,shift+tab", "explain tab"),
        Key("palette", PALETTE_KEY, "explain palette"),
        Key("interrupt", INTERRUPT_KEY, "explain interrupt"),
        QUIT,
    ),
}
"""What each key does by where the focus is; each place's name ends that of its heading, `place …`."""

BINDABLE_KEYS = {key.id: key for key in (*CITATION_KEYS, *SCREEN_KEYS, *FIND_LINE_KEYS, FIND_IN_ARTICLE, QUIT)}
"""The keys that the settings may bind anew, by their ids, in the order of the footer."""

FOOTER_KEYS = {key.id: key for key in (NUMBER, *CITATION_KEYS, NEXT, BACK)} | BINDABLE_KEYS
"""The keys that the footer may show, by their ids, in its order."""
