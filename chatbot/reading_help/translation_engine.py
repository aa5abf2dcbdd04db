"""The translation engine: fxtranslate with models of Firefox Translations, as its own command gets them.

It keeps every thread of its process waiting while it works, is bound to one thread, and panics over a damaged model. So
it works in a process of its own, which whatever it raises ends.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from chatbot.text.language_code import LANGUAGES, Language, other_language

if TYPE_CHECKING:
    from fxtranslate import Translator


class Model(msgspec.Struct, frozen=True):
    """The paths of the files that translate in one direction; `changed` has the nanosecond of each one's last change.

    Both languages share the vocabulary; the shortlist has the likely translations of each of its pieces.
    """

    weights: str
    vocabulary: str
    shortlist: str | None
    changed: tuple[int, ...]


Request = tuple[Model, str]  # a sentence after the model to translate it with


def is_installed() -> bool:
    """Whether there is an engine to run the models."""
    return find_spec("fxtranslate") is not None


def find_model(source: Language, folder: Path | None) -> Model | None:
    """The model that translates from `source`, in the folder, which is that of fxtranslate for None.

    None where there is none, or no engine to find and run it.
    """
    if not is_installed():
        return None
    from fxtranslate import Cache  # only here, as not everybody has it

    listed = Cache(str(folder) if folder else None).pair_files(pair_name(source))
    files = {name.partition(".")[0]: path for name, _, path in listed}
    if not {"model", "vocab"} <= files.keys():
        return None
    changed = tuple(Path(path).stat().st_mtime_ns for path in files.values())
    return Model(files["model"], files["vocab"], files.get("lex"), changed)


def pair_name(source: Language) -> str:
    """What fxtranslate calls the direction from `source`: nl-en."""
    return f"{source}-{other_language(source)}"


def answer(request: bytes) -> bytes:
    """In the engine's own process: the translation, as a string in JSON, that a request in JSON asks for."""
    model, sentence = msgspec.json.decode(request, type=Request)
    return msgspec.json.encode(_engine(model).translate(sentence))


@lru_cache(maxsize=len(LANGUAGES))
def _engine(model: Model) -> Translator:
    """The engine with a model; not `Translator.load`, which asks the network for a newer one."""
    from fxtranslate import Translator

    vocabulary = Path(model.vocabulary).read_bytes()
    shortlist = Path(model.shortlist).read_bytes() if model.shortlist else None
    return Translator(Path(model.weights).read_bytes(), vocabulary, vocabulary, shortlist)
