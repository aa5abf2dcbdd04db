"""The keeper: what a reader takes out of a conversation, and the file in which it is kept."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.conversations.conversation_store import ConversationRecord, history_folder, kept_conversations
from chatbot.conversations.markdown_export import export_conversation
from chatbot.conversations.quotation import quotation
from chatbot.messages import message
from chatbot.text.printable import printable
from chatbot.tui.background import in_background
from chatbot.tui.clipboard import copy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.notifications import SeverityLevel

    from chatbot.answers.answer import Answer
    from chatbot.conversations.conversation_store import KeptConversation
    from chatbot.tui.citation import CitationCard
    from chatbot.tui.ending import EndingApp


class Keeper:
    """Keeps one conversation at a time, unless it is to keep nothing; says by notifications what came of it."""

    def __init__(self, app: EndingApp, *, keeps: bool) -> None:
        self._app = app
        self._keeps = keeps
        self._record: ConversationRecord | None = None

    def begin(self, folder: Path, path: Path | None = None) -> None:
        """Begin to keep a conversation over the articles of that folder, or go on with the one at `path`."""
        self._record = ConversationRecord(folder, path) if self._keeps else None

    async def add(self, answer: Answer) -> None:
        """Keep one more turn; where that cannot be done, say so once and keep no more of this conversation."""
        if self._record is None:
            return
        try:
            await in_background(partial(self._record.add, answer))
        except OSError as error:
            self._record = None
            self._tell("not kept", "error", reason=error.strerror, folder=history_folder())

    async def kept(self) -> list[KeptConversation]:
        """The conversations that were kept; where there are none or keeping is off, say so and give none."""
        if not self._keeps:
            self._tell("history off")
            return []
        unreadable: list[Path] = []
        kept = await in_background(lambda: list(kept_conversations(unreadable.append)))
        if unreadable:
            self._tell("conversations unreadable", "warning", folder=history_folder(), count=len(unreadable))
        if not kept:
            self._tell("no conversations")
        return kept

    async def copy(self, card: CitationCard | None, *, passage: bool = False) -> None:
        """Copy the sentence of a citation, or its whole passage, with its reference to the clipboard."""
        if card is None:
            self._tell("nothing to copy")
            return
        quoted = card.citation if passage else card.sentence
        is_certain = await copy(self._app, quotation(quoted, card.citation, self._app.language))
        self._tell("copied" if is_certain else "copied by terminal", number=card.citation.number)

    async def export(self, answers: Sequence[Answer]) -> None:
        """Write the conversation as Markdown into the folder that the program was started in."""
        if not answers:
            self._tell("nothing to export")
            return
        folder = Path.cwd()
        write = partial(export_conversation, tuple(answers), folder, datetime.now().astimezone(), self._app.language)
        try:
            path = await in_background(write)
        except OSError as error:
            self._tell("not exported", "error", reason=error.strerror, folder=folder)
        else:
            self._tell("exported", folder=path.parent, file=path.name)

    def save_picture(self) -> None:
        """Write the screen as SVG into the folder that the program was started in, or give it to the browser."""
        picture = StringIO(self._app.export_screenshot())
        name = f"chatbot-{datetime.now():%Y%m%d-%H%M%S}.svg"
        self._app.deliver_text(picture, save_directory=Path.cwd(), save_filename=name, mime_type="image/svg+xml")

    def tell_delivered(self, path: Path | None) -> None:
        """Say that a picture was written to `path`, or that the browser has it."""
        if path:
            self._tell("picture saved", folder=path.parent, file=path.name)
        else:
            self._tell("picture given")

    def tell_undelivered(self, error: BaseException) -> None:
        """Say that a picture could not be written."""
        self._tell("picture not saved", "error", reason=getattr(error, "strerror", None) or error)

    def _tell(self, name: str, severity: SeverityLevel = "information", **values: object) -> None:
        self._app.notify(printable(message(name, self._app.language, **values)), severity=severity, markup=False)
