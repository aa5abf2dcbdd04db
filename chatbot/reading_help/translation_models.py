"""Translation models: the files of Firefox Translations for one direction, as fxtranslate's own command lays them out.

A folder has a folder for each direction, such as `nl-en`, with the weights, the vocabulary that both languages share,
and a list of the likely translations of each of its pieces.
"""

from __future__ import annotations

import os
from functools import lru_cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from stat import S_ISREG

import msgspec
from platformdirs import PlatformDirs

from chatbot.text.language_code import LANGUAGES, Language, other_language


class ModelFile(msgspec.Struct, frozen=True):
    """A file, its size in bytes and the nanosecond of its last change; `path` is encoded for the file system."""

    path: bytes
    size: int
    changed: int

    def content(self) -> bytes:
        """What is in it; raises OSError."""
        return Path(os.fsdecode(self.path)).read_bytes()


class Model(msgspec.Struct, frozen=True):
    """The files that translate in one direction."""

    weights: ModelFile
    vocabulary: ModelFile
    shortlist: ModelFile | None


def is_installed() -> bool:
    """Whether there is an engine to run the models."""
    return find_spec("fxtranslate") is not None


def models_folder() -> Path:
    """The folder of fxtranslate's own, which need not exist; raises RuntimeError where the user has no home."""
    return PlatformDirs("fxtranslate", appauthor=False, opinion=False).user_cache_path / "models"


def find_model(source: Language, folder: Path | None) -> Model | None:
    """The model that translates from `source`, in the folder, which is that of fxtranslate for None."""
    try:
        pair = (folder or models_folder()) / pair_name(source)
        weights, vocabulary, shortlist = (_find(pair, name) for name in ("model.*.bin", "vocab.*.spm", "lex.*.bin"))
    except (OSError, RuntimeError):  # a folder that may not be entered, or no home
        return None
    return Model(weights, vocabulary, shortlist) if weights and vocabulary else None


def pair_name(source: Language) -> str:
    """What fxtranslate calls the direction from `source`: nl-en."""
    return f"{source}-{other_language(source)}"


def _find(pair: Path, pattern: str) -> ModelFile | None:
    for path in sorted(pair.glob(pattern)):
        status = path.stat()
        if S_ISREG(status.st_mode):
            return ModelFile(os.fsencode(path), status.st_size, status.st_mtime_ns)
    return None


@lru_cache(maxsize=len(LANGUAGES))
def digest(model: Model) -> bytes:
    """A hash of what is in the files, of which a model of 40 MB takes 0.05 s; raises OSError."""
    whole = blake2b(digest_size=16)
    for file in (model.weights, model.vocabulary, model.shortlist):
        whole.update(blake2b(file.content() if file else b"").digest())
    return whole.digest()
