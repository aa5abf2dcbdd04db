"""The reader of a corpus: the strong encoder's where there is one and it works, else the light encoder's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import numpy as np

from chatbot.encoders.encoder import Encoder, StrongEncoder
from chatbot.passages.passage import Passage
from chatbot.progress import Work
from chatbot.reader.light_reader import LightReader
from chatbot.reader.relevance import Comparison, ReadingReport
from chatbot.reader.strong_reader import StrongReader
from chatbot.storage.store import Store
from chatbot.text.language_code import Language

READ_AHEAD_LIMIT = 4_000
"""A folder of more passages is not read ahead: that would take more than three minutes, and more than 250 MB."""

SPECIFICITY_LOGIT, LIGHT_SPECIFICITY_LOGIT = 3.1, 5.0
"""Weight of what a sentence says beyond its passage (`LightReader.specificity`), beside a strong encoder and alone."""

FAILURES = (RuntimeError, ValueError, OSError, MemoryError)
"""What an encoder raises that cannot go on: for lack of memory, or over an instruction that the processor lacks."""


class Reader:
    """Reads what the first stage picks; a thread loads the strong encoder, and the first question waits for it."""

    def __init__(
        self, light: Encoder, load_strong: Callable[[], StrongEncoder] | None = None, store: Store | None = None
    ) -> None:
        """Begin to load the strong encoder, if there is one; whatever `load_strong` raises becomes `trouble`."""
        self.trouble: Exception | None = None
        """Why the strong encoder does not read, where it should."""
        self._light = LightReader(light)
        self._strong = ThreadPoolExecutor(1, "load strong encoder").submit(self._load, load_strong, store)

    def compare(
        self, question: str, language: Language, passages: Sequence[Passage], report: ReadingReport
    ) -> Comparison:
        """The relevance of each passage to the question, which is in that language."""
        with self._keeping_trouble():
            if strong := self.strong:
                return strong.compare(question, language, passages, report)
        return self._light.compare(question, passages)

    def sentence_logits(
        self, question: str, language: Language, passages: Sequence[Passage]
    ) -> tuple[tuple[float, ...], ...]:
        """For each sentence of passages that were compared, by how much its meaning makes it the one that answers."""
        specificity = self._light.specificity(question, passages)
        with self._keeping_trouble():
            if strong := self.strong:
                pairs = zip(strong.sentence_logits(question, language, passages), specificity, strict=True)
                return tuple(tuple((np.array(own) + SPECIFICITY_LOGIT * light).tolist()) for own, light in pairs)
        return tuple(tuple((LIGHT_SPECIFICITY_LOGIT * light).tolist()) for light in specificity)

    def read_ahead(self, passages: Sequence[Passage]) -> Work:
        """Have the strong encoder read, while nothing is asked, what of the passages it has not read."""
        with self._keeping_trouble():
            if (strong := self.strong) and len(passages) <= READ_AHEAD_LIMIT:
                yield from strong.read_ahead(passages)

    @property
    def strong(self) -> StrongReader | None:
        """The reader with the strong encoder, once that is loaded; None where there is none."""
        return None if self.trouble else self._strong.result()

    @contextmanager
    def _keeping_trouble(self) -> Iterator[None]:
        """Have what follows done with the strong encoder until it fails, as it then does for good."""
        try:
            yield
        except FAILURES as error:
            self.trouble = self.trouble or error

    def _load(self, load_strong: Callable[[], StrongEncoder] | None, store: Store | None) -> StrongReader | None:
        try:
            return StrongReader(load_strong(), store) if load_strong else None
        except Exception as error:  # whatever a library raises over a damaged file or a processor that it does not know
            self.trouble = error
            return None
