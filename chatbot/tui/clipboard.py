"""The clipboard: of the terminal, by OSC 52, and of the desktop, where there is one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from chatbot.tui.background import in_background

if TYPE_CHECKING:
    from textual.app import App


async def copy(app: App[None], text: str) -> bool:
    """Copy the text in both ways; tells whether the desktop's clipboard has it for certain.

    The terminal never says whether it took what it was sent. A browser's page has no desktop but its own.
    """
    app.copy_to_clipboard(text)
    return not app.is_web and await in_background(partial(_copy_to_desktop, text))


def _copy_to_desktop(text: str) -> bool:
    # Only here: looking for a clipboard runs programs.
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
