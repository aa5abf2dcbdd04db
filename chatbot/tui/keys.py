"""The keys: one table of them for bindings, footer, help, palette and hints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from textual.app import App
from textual.binding import ActiveBinding, Binding
from textual.keys import format_key
from textual.screen import Screen

from chatbot.messages import message
from chatbot.text.language_code import Language

_NAMES = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "backspace": "Backspace",
    "delete": "Delete",
    "enter": "Enter",
    "f15": "Shift+F3",
}
"""Names of keys on keyboards; F15 is what many terminals send for Shift with F3."""

# In all of these the description, which only keys of the footer have, and the tooltip are names of messages. The
# settings can bind a key anew by its id. The help shows keys with the same tooltip on one line.

CLOSE = "dismiss(None)"  # the action that closes a list, for the key that opened it, too

QUIT = Binding("ctrl+q", "quit", "key quit", tooltip="explain quit", id="quit", priority=True)

PALETTE = Binding("f4", "app.command_palette", tooltip="explain palette", id="palette")
"""Textual's own choice, Ctrl+P, goes to the previous citation here."""

ARTICLES = Binding("f2,ctrl+o", "articles", "key articles", tooltip="explain articles", id="articles")

HELP = Binding("f1", "app.help", "key help", tooltip="explain help", id="help")

NEXT = Binding("ctrl+n,f8", "step(1)", "key next", tooltip="explain next", id="citation.next")

BACK = Binding("escape", "back", "key back", tooltip="explain back", id="back")

HISTORY = Binding("f9,ctrl+r", "app.history", tooltip="explain history", id="conversation.history")

NUMBER = Binding("1", "", "key number", tooltip="explain number", key_display="1-9", id="citation.number")
"""The number of a citation opens it, in the prompt with Enter after it; no binding could take it there."""

TEXTUAL_KEYS = (
    Binding("tab", "", tooltip="explain tab", key_display="Tab, Shift+Tab", id="tab"),
    Binding("ctrl+c", "", tooltip="explain interrupt", id="interrupt"),
)
"""Those of Textual's own that the help explains."""

PROMPT_KEYS = (
    Binding("enter", "submit", tooltip="explain ask", id="prompt.enter"),
    Binding("up", "walk(-1)", tooltip="explain prompt arrows", id="prompt.earlier"),
    Binding("down", "walk(1)", tooltip="explain prompt arrows", id="prompt.later"),
    Binding("pageup", "screen.page(-1)", tooltip="explain pages", id="prompt.page.up"),
    Binding("pagedown", "screen.page(1)", tooltip="explain pages", id="prompt.page.down"),
    Binding("tab", "screen.move(1)", id="prompt.answer"),  # to the newest answer, where any Tab goes to what is next
)

REQUEST_KEYS = (Binding("enter", "ask", tooltip="explain request", id="request.ask"),)
"""Those of a question that is offered or given as an example, and has the focus."""

CITATION_KEYS = (
    Binding("enter", "open", "key open", tooltip="explain enter", id="citation.open"),
    Binding("space", "fold", "key unfold", tooltip="explain unfold", id="citation.unfold", priority=True),
    Binding("right", "fold(False)", tooltip="explain unfold", id="citation.unfold.right"),
    Binding("left", "fold(True)", tooltip="explain fold", id="citation.fold.left"),
)
"""Those of the citation that has the focus."""

ARTICLE_KEYS = (
    Binding("slash", "screen.find", tooltip="explain find", id="article.find", priority=True),
    Binding("up", "scroll_up", tooltip="explain article arrows", id="article.up"),
    Binding("down", "scroll_down", tooltip="explain article arrows", id="article.down"),
    Binding("pageup", "page_up", tooltip="explain article pages", id="article.page.up"),
    Binding("pagedown", "page_down", tooltip="explain article pages", id="article.page.down"),
    Binding("home", "scroll_home", tooltip="explain article ends", id="article.top"),
    Binding("end", "scroll_end", tooltip="explain article ends", id="article.end"),
)

FIND_LINE_KEYS = (
    Binding("enter,down", "screen.find_step(1)", tooltip="explain hit next", id="find.line.next"),
    Binding("up,shift+enter", "screen.find_step(-1)", tooltip="explain hit previous", id="find.line.previous"),
    Binding("pageup", "screen.page_source(-1)", tooltip="explain article pages", id="find.line.up"),
    Binding("pagedown", "screen.page_source(1)", tooltip="explain article pages", id="find.line.down"),
)

SCREEN_KEYS = (
    NEXT,
    BACK,
    HELP,
    ARTICLES,
    Binding("ctrl+p,f7", "step(-1)", tooltip="explain previous", id="citation.previous"),
    Binding("f5", "hold", tooltip="explain hold", id="hold"),
    Binding("ctrl+f", "find", tooltip="explain find", id="find", priority=True),  # in the prompt it is a step right
    Binding("f6", "take_offer", tooltip="explain offer", id="offer"),
    Binding("ctrl+t,f10", "app.reading_help", tooltip="explain reading help", id="reading.help"),
    Binding("ctrl+y", "app.copy", tooltip="explain copy", id="citation.copy"),
    Binding("ctrl+shift+y", "app.copy(True)", tooltip="explain copy passage", id="passage.copy"),
    Binding("ctrl+l", "app.new", tooltip="explain new", id="conversation.new"),
    HISTORY,
    Binding("ctrl+s", "app.export", tooltip="explain export", id="conversation.export"),
    Binding("f3", "find_step(1)", tooltip="explain find step", id="find.next"),
    Binding("shift+f3,f15", "find_step(-1)", tooltip="explain find step", id="find.previous"),
    Binding("shift+pageup,alt+up", "page_source(-1)", tooltip="explain source pages", id="source.up"),
    Binding("shift+pagedown,alt+down", "page_source(1)", tooltip="explain source pages", id="source.down"),
    Binding("f12", "zoom", tooltip="explain zoom", id="source.zoom"),
    Binding("up", "move(-1)", tooltip="explain arrows", id="up"),
    Binding("down", "move(1)", tooltip="explain arrows", id="down"),
    Binding("pageup", "page(-1)", tooltip="explain pages", id="page.up"),
    Binding("pagedown", "page(1)", tooltip="explain pages", id="page.down"),
    PALETTE,
)

LIST_KEYS = (Binding("escape", CLOSE, tooltip="explain list close", id="list.close"),)

ARTICLE_LIST_KEYS = (
    Binding("space", "tick", tooltip="explain tick", id="articles.tick", priority=True),
    Binding("backspace", "filter", tooltip="explain filter", id="articles.filter.shorter"),
)

HISTORY_KEYS = (Binding("delete,backspace", "delete", tooltip="explain delete", id="history.delete"),)

PARTS = (
    PROMPT_KEYS,
    REQUEST_KEYS,
    CITATION_KEYS,
    ARTICLE_KEYS,
    FIND_LINE_KEYS,
    (*SCREEN_KEYS, QUIT),
    ARTICLE_LIST_KEYS,
    HISTORY_KEYS,
    LIST_KEYS,
)
"""The keys that the settings may bind anew, those together that each need a key of their own."""

BINDABLE_KEYS = {key.id or "": key for part in PARTS for key in part}


def key_name(key: str, language: Language) -> str:
    """A key of Textual's, such as `ctrl+n`, in the one notation of help, hints and footer: `Ctrl+N`."""
    *modifiers, last = key.split("+")
    name = message("key space", language) if last == "space" else _NAMES.get(last) or format_key(last)
    if modifiers or len(name) > 1:
        name = name[:1].upper() + name[1:]
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def worded_bindings(
    active: Mapping[str, ActiveBinding], hidden: Collection[Binding], language: Language
) -> dict[str, ActiveBinding]:
    """The bindings of this table that work now, in words; the footer leaves out the `hidden` ones."""
    hidden_ids = {key.id for key in hidden}
    worded: dict[str, ActiveBinding] = {}
    for name, one in active.items():
        if _is_of_this_table(one):
            label = one.binding.description and message(one.binding.description, language)
            binding = replace(one.binding, description=label, show=bool(label) and one.binding.id not in hidden_ids)
            worded[name] = one._replace(binding=binding, tooltip=message(binding.tooltip, language))
    return worded


def explained_keys(screen: Screen[Any]) -> dict[str, str]:
    """The names of the keys that work now on a screen, by the message that explains what they do."""
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in screen.active_bindings.values():
        if _is_of_this_table(one):
            names[one.binding.tooltip][screen.app.get_key_display(one.binding)] = None
    return {explanation: ", ".join(of_explanation) for explanation, of_explanation in names.items()}


class KeyNames:
    """The names of keys by the ids of what they do, for messages that have them as `{keys[ID]}`."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app

    def __getitem__(self, key_id: str) -> str:
        """A key that does it on the screen in front or behind it, or else one that shows the palette.

        Where the settings have taken both, the id by which a key can be bound.
        """
        screens = (reversed(screen.active_bindings.values()) for screen in self._app.screen_stack)
        keys = {one.binding.id: self._app.get_key_display(one.binding) for screen in screens for one in screen}
        return keys.get(key_id) or keys.get(PALETTE.id) or key_id


def _is_of_this_table(binding: ActiveBinding) -> bool:
    return binding.binding.tooltip.startswith("explain ")
