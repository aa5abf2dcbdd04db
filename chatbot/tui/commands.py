"""The commands of the palette: what the keys do, and what has no key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from chatbot.messages import message
from chatbot.tui.keys import BINDABLE_KEYS

if TYPE_CHECKING:
    from chatbot.tui.app import ChatbotApp
    from chatbot.tui.bound_keys import BoundKeys


def palette_commands(app: ChatbotApp, keys: BoundKeys) -> Iterator[SystemCommand]:
    """The commands by their names, each with its keys and what it does."""
    main = app.main
    commands: dict[str, Callable[[], object]] = {
        "articles": main.action_articles,
        "help": main.action_help,
        "next": lambda: main.action_step(1),
        "previous": lambda: main.action_step(-1),
        "hold": main.action_hold,
        "offer": main.action_take_offer,
        "copy": app.action_copy,
        "copy passage": app.action_copy_passage,
        "new": app.action_new,
        "history": app.action_history,
        "export": app.action_export,
        "reload": app.action_reload,
        "language": app.action_switch_language,
        "settings": app.action_tell_settings,
        "find": main.action_find,
        "zoom": main.action_zoom,
        "theme": app.action_change_theme,
        "screenshot": app.action_save_picture,
        "quit": app.exit,
    }
    for name, command in commands.items():
        title, meaning = (message(f"{part} {name}", app.language) for part in ("palette", "explain"))
        names = keys.names([key for key in BINDABLE_KEYS.values() if key.help == f"explain {name}"])
        yield SystemCommand(title, f"{names} · {meaning}" if names else meaning, command)
