"""Work beside the interface, such as embedding: the status line says how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatbot.messages import message
from chatbot.progress import Progress
from chatbot.storage.failure_log import failure_sentence
from chatbot.tui.background import in_background

if TYPE_CHECKING:
    from chatbot.progress import Stage, Work
    from chatbot.text.language import Language


async def complete(work: Work, stage: Stage, show: Callable[..., None], language: Language) -> bool:
    """Do all of the work and `show` how far it is; False where it failed, as answers do without."""
    progress = Progress(language)
    show(message(f"progress {stage}", language, percent=100 * (work.total - work.left) // max(work.total, 1)))
    try:
        while await in_background(work.add_next_batch):
            if line := progress.line(stage, work.total - work.left, work.total):
                show(line)
    except Exception as error:
        show(failure_sentence(error, language, f"failed {stage}"))
        return False
    show()
    return True
