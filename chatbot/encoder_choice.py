"""The choice of encoder: the light one alone, or a strong one beside it, by a flag or the environment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from chatbot.errors import ChatbotError
from chatbot.messages import message

if TYPE_CHECKING:
    from chatbot.encoder import StrongEncoder
    from chatbot.language import Language

ENCODER_VARIABLE = "CHATBOT_ENCODER"
"""The environment variable that names the encoder where no flag does."""

LIGHT, STRONG = "use", "e5"


class EncoderError(ChatbotError):
    """There is no encoder of that name, or it is not installed."""


def strong_encoder(name: str | None, language: Language) -> StrongEncoder | None:
    """The strong encoder if `name`, or else the environment, asks for it; `language` is that of the messages.

    Raises EncoderError where there is no encoder of that name or it is not installed.
    """
    name = name or os.environ.get(ENCODER_VARIABLE) or LIGHT
    if name == LIGHT:
        return None
    if name != STRONG:
        raise EncoderError(message("no such encoder", language, name=name))
    # Only here, so that nobody waits for, or needs, what nobody asked for.
    from chatbot.e5 import E5Encoder

    try:
        return E5Encoder()
    except (ImportError, OSError) as error:  # no package, or one without its library
        raise EncoderError(message("encoder not installed", language)) from error
