"""The choice of encoder: the light one alone, or a strong one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatbot.errors import ChatbotError
from chatbot.messages import message

if TYPE_CHECKING:
    from chatbot.encoders.encoder import StrongEncoder
    from chatbot.settings import EncoderName
    from chatbot.text.language import Language


class EncoderError(ChatbotError):
    """The encoder is not installed."""


def strong_encoder(name: EncoderName, language: Language) -> StrongEncoder | None:
    """The strong encoder, if that is the one asked for; `language` is that of the messages.

    Raises EncoderError where it is not installed.
    """
    if name == "use":
        return None
    # Only here, so that nobody waits for, or needs, what nobody asked for.
    from chatbot.encoders.e5 import E5Encoder

    try:
        return E5Encoder()
    except (ImportError, OSError) as error:  # no package, or one without its library
        raise EncoderError(message("encoder not installed", language)) from error
