"""The keys: one table of them for bindings, footer and help, and their names as they are bound."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from textual.binding import ActiveBinding, Binding
from textual.keys import format_key

from chatbot.messages import message
from chatbot.text.language_code import Language

PALETTE_KEY = "f4"
"""Opens the command palette; Textual's own choice, Ctrl+P, goes to the previous citation here."""

INTERRUPT_KEY = "ctrl+c"
"""Copies the text that is selected, or says how to quit if none is; Textual has it do both."""

WIDE_FOOTER = 78
"""The columns from which on the footer has room for all its keys with their whole labels."""

_NAMES = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "backspace": "Backspace",
    "delete": "Delete",
    "enter": "Enter",
    "space": "Space",
}


class Key(NamedTuple):
    """A key and what it does.

    `id`: stable, so that the settings can bind the key anew.
    `keys`: Textual's names of the keys, separated by commas.
    `help`: the message in the help; neighbours with the same one share a line.
    `action`: what Textual runs; empty for a key that a widget handles itself.
    `label`: the message in the footer, which shows only keys with a label.
    `short`: the message in a narrow footer.
    `display`: what stands for the keys in footer and help, if not their names.
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
"""Has priority: otherwise the character would go to the prompt."""

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
"""Has priority: otherwise the character would go to the prompt."""

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
    Key("find.line.next", "down", "explain hit next", "screen.find_step(1)"),
    Key("find.line.previous", "up,shift+enter", "explain hit previous", "screen.find_step(-1)"),
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


def footer_bindings(
    active: Mapping[str, ActiveBinding], hidden: Collection[Key], language: Language, *, is_narrow: bool
) -> dict[str, ActiveBinding]:
    """The bindings that work now, those of the footer first and described; the `hidden` ones are of no use now."""
    places = {key_id: place for place, key_id in enumerate(FOOTER_KEYS)}
    ordered = sorted(active.items(), key=lambda item: places.get(item[1].binding.id or "", len(places)))
    return {key: _described(one, hidden, language, is_narrow=is_narrow) for key, one in ordered}


def _described(active: ActiveBinding, hidden: Collection[Key], language: Language, *, is_narrow: bool) -> ActiveBinding:
    key = FOOTER_KEYS.get(active.binding.id or "")
    if key is None:
        return active
    label = key.short if is_narrow else key.label
    description = message(label or key.help, language)
    return active._replace(
        binding=replace(active.binding, description=description, show=bool(label) and key not in hidden)
    )
