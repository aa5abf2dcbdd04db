"""Translation models: the files of Firefox Translations for one direction, as fxtranslate's own command gets them."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import msgspec

from chatbot.text.language_code import Language, other_language


class Model(msgspec.Struct, frozen=True):
    """The paths of the files that translate in one direction; `changed` has the nanosecond of each one's last change.

    Both languages share the vocabulary; the shortlist has the likely translations of each of its pieces.
    """

    weights: str
    vocabulary: str
    shortlist: str | None
    changed: tuple[int, ...]


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
