"""The watch over the folder: articles that have changed are read again, and what prevents that is told once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from chatbot.errors import ChatbotError
from chatbot.storage.failure_log import failure_sentence
from chatbot.tui.background import in_background

if TYPE_CHECKING:
    from chatbot.answers.chatbot import Chatbot
    from chatbot.progress import Report
    from chatbot.text.language import Language


class Watch:
    """Has the articles read again; `report` hears how far that is, and `tell` what went wrong."""

    def __init__(self, report: Report, tell: Callable[[str], object]) -> None:
        self._report = report
        self._tell = tell
        self._last_complaint = ""

    async def renewed(self, chatbot: Chatbot, language: Language, *, anew: bool) -> Chatbot | None:
        """The chatbot over the articles as they have become, or None where answers are to do with the old ones.

        What goes wrong again at every look is told, and an error that nobody foresaw logged, the first time.
        Who wants them read `anew`, changed or not, is told every time.
        """
        if anew:
            self._last_complaint = ""
        try:
            renewed = await in_background(partial(chatbot.renewed, language, self._report, anew=anew))
        except Exception as error:
            complaint = repr(error)
            if complaint != self._last_complaint:
                self._last_complaint = complaint
                is_known = isinstance(error, ChatbotError)
                self._tell(str(error) if is_known else failure_sentence(error, language))
            return None
        if renewed:
            self._last_complaint = ""
        return renewed
