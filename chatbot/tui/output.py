"""What a reader takes out of the interface: a quotation, and the conversation as a file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from chatbot.answers.answer import Answer
from chatbot.conversations.markdown_export import export_conversation
from chatbot.conversations.quotation import quotation
from chatbot.tui.base_app import BaseApp
from chatbot.tui.citation_card import CitationCard


async def copy(app: BaseApp, card: CitationCard | None, *, passage: bool = False) -> None:
    """Copy the sentences of a citation, or its whole passage, with its reference, by OSC 52 and to the desktop.

    The terminal never says whether it took what it was sent. A browser's page has no desktop but its own.
    """
    if card is None:
        app.say("nothing to copy")
        return
    text = quotation(card.citation if passage else card.excerpt, app.language)
    app.copy_to_clipboard(text)
    is_certain = not app.is_web and await asyncio.to_thread(_copy_to_desktop, text)
    app.say("copied" if is_certain else "copied by terminal", number=card.citation.number)


async def export(app: BaseApp, answers: Sequence[Answer]) -> None:
    """Write the conversation as Markdown into the folder that the program was started in."""
    if not answers:
        app.say("nothing to export")
        return
    folder = Path.cwd()
    try:
        now = datetime.now().astimezone()
        path = await asyncio.to_thread(export_conversation, tuple(answers), folder, now, app.language)
    except OSError as error:
        app.say("not exported", "error", reason=error.strerror, folder=folder)
    else:
        app.say("exported", folder=path.parent, file=path.name)


def _copy_to_desktop(text: str) -> bool:
    """Whether the desktop's clipboard has taken the text."""
    import pyperclip  # only here: looking for a clipboard runs programs

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
