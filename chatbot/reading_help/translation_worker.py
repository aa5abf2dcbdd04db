"""The process that translates: a model and a sentence come in, the translation goes out.

The engine keeps every thread of its process waiting while it works, is bound to one thread, and panics over a damaged
model. Whatever it raises ends this process, as does whoever started it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from chatbot.reading_help.translation_models import Model
from chatbot.text.language_code import LANGUAGES

if TYPE_CHECKING:
    from fxtranslate import Translator


class Request(msgspec.Struct, frozen=True):
    """A sentence, and the model to translate it with."""

    model: Model
    sentence: str


def answer(request: bytes) -> bytes:
    """The translation, as a string in JSON, that a request in JSON asks for."""
    wanted = msgspec.json.decode(request, type=Request)
    return msgspec.json.encode(_engine(wanted.model).translate(wanted.sentence))


@lru_cache(maxsize=len(LANGUAGES))
def _engine(model: Model) -> Translator:
    """The engine with a model; not `Translator.load`, which asks the network for a newer one."""
    from fxtranslate import Translator  # only here: whoever makes requests loads no engine

    vocabulary = Path(model.vocabulary).read_bytes()
    shortlist = Path(model.shortlist).read_bytes() if model.shortlist else None
    return Translator(Path(model.weights).read_bytes(), vocabulary, vocabulary, shortlist)
