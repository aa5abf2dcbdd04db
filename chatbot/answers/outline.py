"""Outlines: the sentences at the heart of an article, with which its own words tell what it says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from chatbot.answers.introduction import FULL_SENTENCE_WORDS
from chatbot.encoders.encoder import Encoder
from chatbot.passages.passage import Passage
from chatbot.passages.quoted import quoted_span
from chatbot.text.spans import Span, overlaps

_CLOSING = " \n\"'”’»)]"
"""What may stand after the stop of a sentence."""


def central_sentences(passages: Sequence[Passage], encoder: Encoder) -> list[tuple[Passage, Span]]:
    """The introducing sentence of the article of these passages, and of each section the one nearest to all others.

    Where there are no sections, of each passage.
    """
    chosen = [(passages[0], first_sentence(passages[0]))]
    has_sections = any(passage.section for passage in passages)
    for _, group in groupby(passages, key=lambda passage: passage.section if has_sections else passage.start):
        candidates = [
            (passage, quoted_span(passage, number))
            for passage in group
            for number in range(len(passage.sentences))
            if len(passage.sentence_text(number).split()) >= FULL_SENTENCE_WORDS and not passage.row(number)
        ]
        fresh = [pair for pair in candidates if not overlaps(pair[1], chosen[0][1])]
        if fresh:
            vectors = encoder.encode([passage.article.plain[slice(*span)] for passage, span in fresh])
            chosen.append(fresh[int(np.argmax(vectors @ vectors.mean(axis=0)))])
    return chosen


def first_sentence(passage: Passage) -> Span:
    """The first sentence of a passage that is long enough to say something, and no headline that lacks its stop."""
    texts = [passage.sentence_text(number).rstrip(_CLOSING) for number in range(len(passage.sentences))]
    long = [number for number, text in enumerate(texts) if len(text.split()) >= FULL_SENTENCE_WORDS]
    whole = (number for number in long if texts[number].endswith((".", "!", "?", "…")))
    return quoted_span(passage, next(whole, next(iter(long), 0)))
