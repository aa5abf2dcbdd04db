"""The keys: one table of them for bindings, footer, help, palette and hints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from textual.binding import ActiveBinding, Binding
from textual.keys import format_key

from chatbot.messages import message

if TYPE_CHECKING:
    from textual.widget import Widget

    from chatbot.text.language_code import Language

_NAMES = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "backspace": "Backspace",
    "delete": "Delete",
    "enter": "Enter",
    "f15": "Shift+F3",
    "f18": "Shift+F6",
}
"""Names of keys on keyboards; F15 and F18 are what many terminals send for Shift with another."""


class Key(NamedTuple):
    """A key and what it does.

    `id`: stable, so that the settings can bind the key anew.
    `keys`: Textual's names of the keys, separated by commas.
    `help`: the message in the help; keys with the same one share a line.
    `action`: what Textual runs; empty for a key that is only explained.
    `label`: the message in the footer, which shows only keys with a label.
    `display`: what stands for the keys in footer and help, if not their names.
    `has_priority`: whether it goes before what the focus would do with the key, such as type it.
    """

    id: str
    keys: str
    help: str
    action: str = ""
    label: str = ""
    display: str = ""
    has_priority: bool = False

    def binding(self) -> Binding:
        """The key as Textual takes it; its description is the name of a message."""
        return Binding(
            self.keys,
            self.action,
            self.label or self.help,
            show=bool(self.label),
            key_display=self.display or None,
            priority=self.has_priority,
            id=self.id,
        )


CLOSE = "dismiss(None)"  # the action that closes a list, for the key that opened it, too

QUIT = Key("quit", "ctrl+q", "explain quit", "quit", "key quit", has_priority=True)

PALETTE = Key("palette", "f4", "explain palette", "app.command_palette")
"""Textual's own choice, Ctrl+P, goes to the previous citation here."""

ARTICLES = Key("articles", "f2,ctrl+o", "explain articles", "articles", "key articles")

HELP = Key("help", "f1", "explain help", "help", "key help")

NEXT = Key("citation.next", "ctrl+n,f8", "explain next", "step(1)", "key next")

BACK = Key("back", "escape", "explain back", "back", "key back")

NUMBER = Key("citation.number", "1", "explain number", "", "key number", "1-9")
"""The number of a citation opens it, in the prompt with Enter after it."""

TAB = Key("tab", "tab", "explain tab", display="Tab, Shift+Tab")

INTERRUPT = Key("interrupt", "ctrl+c", "explain interrupt")
"""Textual has it copy the text that is selected, or say how to quit if none is."""

PROMPT_KEYS = (
    Key("prompt.enter", "enter", "explain ask", "submit"),
    Key("prompt.earlier", "up", "explain prompt arrows", "walk(-1)"),
    Key("prompt.later", "down", "explain prompt arrows", "walk(1)"),
    Key("prompt.page.up", "pageup", "explain pages", "screen.page(-1)"),
    Key("prompt.page.down", "pagedown", "explain pages", "screen.page(1)"),
    Key("prompt.answer", "tab", "explain prompt tab", "screen.move(1)"),
)

REQUEST_KEYS = (Key("request.ask", "enter", "explain request", "ask"),)
"""Those of a question that is offered or given as an example, and has the focus."""

CITATION_KEYS = (
    Key("citation.open", "enter", "explain enter", "open", "key open"),
    Key("citation.unfold", "space", "explain unfold", "fold", "key unfold", has_priority=True),
    Key("citation.unfold.right", "right", "explain unfold", "fold(False)"),
    Key("citation.fold.left", "left", "explain fold", "fold(True)"),
)
"""Those of the citation that has the focus."""

ARTICLE_KEYS = (
    Key("article.find", "slash", "explain find", "screen.find", has_priority=True),
    Key("article.up", "up", "explain article arrows", "scroll_up"),
    Key("article.down", "down", "explain article arrows", "scroll_down"),
    Key("article.page.up", "pageup", "explain article pages", "page_up"),
    Key("article.page.down", "pagedown", "explain article pages", "page_down"),
    Key("article.top", "home", "explain article ends", "scroll_home"),
    Key("article.end", "end", "explain article ends", "scroll_end"),
)

FIND_LINE_KEYS = (
    Key("find.line.next", "enter,down", "explain hit next", "screen.find_step(1)"),
    Key("find.line.previous", "up,shift+enter", "explain hit previous", "screen.find_step(-1)"),
    Key("find.line.up", "pageup", "explain article pages", "screen.page_source(-1)"),
    Key("find.line.down", "pagedown", "explain article pages", "screen.page_source(1)"),
)

HISTORY = Key("conversation.history", "f9,ctrl+r", "explain history", "app.history")

SCREEN_KEYS = (
    NEXT,
    BACK,
    HELP,
    ARTICLES,
    Key("citation.previous", "ctrl+p,f7", "explain previous", "step(-1)"),
    Key("hold", "f5", "explain hold", "hold"),
    Key("find", "ctrl+f", "explain find", "find", has_priority=True),  # which the prompt would take for a step right
    Key("offer", "f6", "explain offer", "take_offer(0)"),
    Key("offer.second", "shift+f6,f18", "explain offer", "take_offer(1)"),
    Key("reading.help", "ctrl+t,f10", "explain reading help", "app.reading_help"),
    Key("citation.copy", "ctrl+y", "explain copy", "app.copy"),
    Key("passage.copy", "ctrl+shift+y", "explain copy passage", "app.copy_passage"),
    Key("conversation.new", "ctrl+l", "explain new", "app.new"),
    HISTORY,
    Key("conversation.export", "ctrl+s", "explain export", "app.export"),
    Key("find.next", "f3", "explain find step", "find_step(1)"),
    Key("find.previous", "shift+f3,f15", "explain find step", "find_step(-1)"),
    Key("source.up", "shift+pageup,alt+up", "explain source pages", "page_source(-1)"),
    Key("source.down", "shift+pagedown,alt+down", "explain source pages", "page_source(1)"),
    Key("source.zoom", "f12", "explain zoom", "zoom"),
    Key("up", "up", "explain arrows", "move(-1)"),
    Key("down", "down", "explain arrows", "move(1)"),
    Key("page.up", "pageup", "explain pages", "page(-1)"),
    Key("page.down", "pagedown", "explain pages", "page(1)"),
    PALETTE,
)

LIST_KEYS = (Key("list.close", "escape", "explain list close", CLOSE),)

ARTICLE_LIST_KEYS = (
    Key("articles.tick", "space", "explain tick", "tick", has_priority=True),
    Key("articles.filter.shorter", "backspace", "explain filter", "filter"),
)

HISTORY_KEYS = (Key("history.delete", "delete,backspace", "explain delete", "delete"),)

KEYS = {
    key.id: key
    for key in (
        NUMBER,
        *PROMPT_KEYS,
        *REQUEST_KEYS,
        *CITATION_KEYS,
        *ARTICLE_KEYS,
        *FIND_LINE_KEYS,
        *SCREEN_KEYS,
        TAB,
        INTERRUPT,
        QUIT,
        *ARTICLE_LIST_KEYS,
        *HISTORY_KEYS,
        *LIST_KEYS,
    )
}
"""All keys by their ids, in the order of the footer and the help."""

BINDABLE_KEYS = {name: key for name, key in KEYS.items() if key.action}
"""The keys that the settings may bind anew, by their ids."""


def key_name(key: str, language: Language) -> str:
    """A key of Textual's, such as `ctrl+n`, in the one notation of help, hints and footer: `Ctrl+N`."""
    *modifiers, last = key.split("+")
    name = message("key space", language) if last == "space" else _NAMES.get(last) or format_key(last)
    if modifiers or len(name) > 1:
        name = name[:1].upper() + name[1:]
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def ordered_bindings(
    active: Mapping[str, ActiveBinding], hidden: Collection[Key], language: Language
) -> dict[str, ActiveBinding]:
    """The bindings of this table that work now, in its order and described; the footer leaves out the `hidden` ones."""
    places = {key_id: place for place, key_id in enumerate(KEYS)}
    known = [(KEYS[one.binding.id], name, one) for name, one in active.items() if one.binding.id in KEYS]
    ordered: dict[str, ActiveBinding] = {}
    for key, name, one in sorted(known, key=lambda item: places[item[0].id]):
        description, show = message(key.label or key.help, language), bool(key.label) and key not in hidden
        ordered[name] = one._replace(binding=replace(one.binding, description=description, show=show))
    return ordered


def explained_keys(active: Mapping[str, ActiveBinding], language: Language) -> dict[str, list[str]]:
    """The names of the keys that work now on a screen, by the message that explains what they do."""
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in active.values():
        if key := KEYS.get(one.binding.id or ""):
            names[key.help][key.display or key_name(one.binding.key, language)] = None
    return {explanation: list(of_explanation) for explanation, of_explanation in names.items()}


def key_hint(widget: Widget, key_id: str, language: Language) -> str:
    """The name of a key that does it, for a hint on the widget's screen, or else of one that shows the palette.

    Where the settings have taken both, the id by which a key can be bound.
    """
    keys = (one.binding for one in widget.screen.active_bindings.values())
    ids = {binding.id: key_name(binding.key, language) for binding in reversed(list(keys))}
    return ids.get(key_id) or ids.get(PALETTE.id) or key_id
