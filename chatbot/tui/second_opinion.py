"""The second opinion beside the interface: the status line tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatbot.failure_log import failure_sentence
from chatbot.messages import message
from chatbot.progress import percent
from chatbot.tui.background import in_background

if TYPE_CHECKING:
    from chatbot.language import Language
    from chatbot.second_opinion import SecondOpinion


async def embed_all(opinion: SecondOpinion, show: Callable[..., None], language: Language) -> None:
    """Embed all passages and `show` how far it is; if that fails, answers do with what there is."""
    show(message("embedding", language, percent=percent(opinion)))
    try:
        while await in_background(opinion.add_next_batch):
            show(message("embedding", language, percent=percent(opinion)))
    except Exception as error:
        show(failure_sentence(error, language, "embedding failed"))
    else:
        show()
