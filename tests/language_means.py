"""Measure the language means of the strong encoder: `python -m tests.language_means` writes the data file anew."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import chatbot.reader
from chatbot.encoders.e5 import E5
from chatbot.encoders.encoder import TokenStates
from chatbot.reader.language_means import FILE, unit
from chatbot.storage.private_files import cache_folder
from chatbot.text.language_code import LANGUAGES, Language

TEXTS = Path(__file__).parent / "parallel_texts.jsonl"
"""Titles, passages and two questions about 90 subjects, each in both languages."""


def main() -> None:
    """Write the means of questions and passages, in the order of `SIDES`."""
    encoder = E5(cache_folder() / "e5")
    rows = [json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines()]

    def questions(language: Language) -> list[TokenStates]:
        return [encoder.encode_question(row[kind][language]) for row in rows for kind in ("question", "topic_question")]

    def passages(language: Language) -> list[TokenStates]:
        texts = [(f"{row['title'][language]}.", row["passage"][language]) for row in rows]
        return list(encoder.encode_passages(texts))

    means = np.array([[_means(side(language)) for language in LANGUAGES] for side in (questions, passages)])
    np.save(Path(chatbot.reader.__path__[0], FILE), means.astype(np.float32))


def _means(texts: list[TokenStates]) -> NDArray[np.float32]:
    """The mean of the unit vectors of texts, and that of the unit states of all their tokens."""
    vectors = unit(np.array([states.vector for states in texts])).mean(axis=0)
    tokens = unit(np.concatenate([part for states in texts for part in states.parts])).mean(axis=0)
    return np.array([vectors, tokens])


if __name__ == "__main__":
    main()
