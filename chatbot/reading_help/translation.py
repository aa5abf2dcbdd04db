"""Machine translation of sentences into the other language, by the models that the user has, and checks of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from threading import Lock

import msgspec
from rapidfuzz import fuzz

from chatbot.errors import Trouble
from chatbot.installed import installed_version
from chatbot.reading_help.translation_engine import Model, Request, find_model, is_installed
from chatbot.storage.store import Store, row_key, stored
from chatbot.text.amounts import MONTH
from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.language_code import Language, other_language
from chatbot.text.sentences import sentence_spans
from chatbot.text.word_lists import dictionary_languages
from chatbot.text.words import normal_form
from chatbot.worker_process import WorkerError, WorkerProcess

SHORTEST_NAME = 3
"""The fewest letters of a name that is looked for: shorter ones are abbreviations, which are translated (VS, US)."""

LEAST_ALIKE = 70  # how alike two spellings of one name are at least (Poetin, Putin), by rapidfuzz's ratio, in percent

_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,:]\d+)*")
_THOUSANDS = re.compile(r"[., \u00a0\u202f](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NO_NAME = re.compile("|".join([MONTH, _WEEKDAY, *map(re.escape, DUTCH | ENGLISH)]), re.IGNORECASE)
"""What English writes with a capital and Dutch does not, and what either does only at the beginning of a quotation."""


def is_doubtful(sentence: str, translation: str, source: Language, target: Language) -> bool:
    """Whether a number or a name in either text is missing from the other.

    Of 180 texts that people translated 2 % are, where one language has a number in words; of the others 89 % are once a
    name is taken out, 94 % once it is replaced, and all once a number is changed.
    """
    sentence, translation = (unicodedata.normalize("NFC", text) for text in (sentence, translation))
    missing, missing_words = _only_in(sentence, source, translation)
    added, added_words = _only_in(translation, target, sentence)
    # "France" is missing from a Dutch text that has "Frankrijk" in its place.
    return _numbers(sentence) != _numbers(translation) or missing > added_words or added > missing_words


def _numbers(text: str) -> frozenset[str]:
    """The numbers in digits, in one spelling whatever marks the thousands and the decimals: 1500, 2.5, 19.45."""
    return frozenset(re.sub("[,:]", ".", _THOUSANDS.sub("", number)) for number in _NUMBER.findall(text))


def _only_in(text: str, language: Language, other: str) -> tuple[int, int]:
    """How many names, and how many words with a capital, a text has within its sentences that the other has not.

    The words are those that only the dictionary of the text's language has: Frankrijk, Venezolaanse. All else is names.
    """
    there = {normal_form(word) for word in _WORD.findall(other)}
    capitalised = {
        word
        for start, end in sentence_spans(text, 0, len(text))
        for word in _WORD.findall(text, start, end)[1:]
        if word[0].isupper() and len(word) >= SHORTEST_NAME and not _NO_NAME.fullmatch(word)
    }
    absent = [word for word in capitalised if all(fuzz.ratio(normal_form(word), form) < LEAST_ALIKE for form in there)]
    words = sum(dictionary_languages(word) == {language} for word in absent)
    return len(absent) - words, words


TIME_LIMIT = 10.0  # the most seconds that one sentence may take, of which the first takes 0.5 and others 0.05 to 0.2

PIECE_LENGTH = 400
"""The most code points that are translated at once, some 130 pieces: of longer sentences the engine drops the end."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in the other language, which is `doubtful` where its numbers or names are not those of the sentence."""

    text: str
    doubtful: bool


class Translator:
    """Translates with the models in a folder, that of fxtranslate for None, in a process that begins when it must.

    What the store has was translated before with the same files. Threads may share it.
    """

    def __init__(self, store: Store | None, models: Path | None) -> None:
        self._store = store
        self._models = models
        self._worker = WorkerProcess("chatbot.reading_help.translation_engine")
        self._lock = Lock()

    def is_available(self, source: Language) -> bool:
        """Whether there are an engine and a model for sentences in that language; asking takes no time."""
        return find_model(source, self._models) is not None

    def translate(self, sentence: str, source: Language) -> Translation:
        """The sentence, or several, in the other language; raises Trouble where that cannot be."""
        if not is_installed():
            raise Trouble("translation not installed")
        model = find_model(source, self._models)
        if model is None:
            raise Trouble("translation model absent")
        pairs = [(piece, self._translated(piece, model)) for piece in _pieces(sentence)]
        return Translation(
            " ".join(translated for _, translated in pairs),
            any(is_doubtful(piece, translated, source, other_language(source)) for piece, translated in pairs),
        )

    def close(self) -> None:
        """End the process."""
        self._worker.close()

    def _translated(self, piece: str, model: Model) -> str:
        if not any(map(str.isalpha, piece)):
            return piece
        key = row_key(f"translation, fxtranslate {installed_version('fxtranslate')}", repr(model), piece)
        return stored(key, lambda: self._ask(piece, model), self._store).decode()

    def _ask(self, piece: str, model: Model) -> bytes:
        request: Request = (model, piece)
        try:
            with self._lock:
                reply = self._worker.ask(msgspec.json.encode(request), TIME_LIMIT)
        except WorkerError as error:
            raise Trouble("translation too slow" if error.is_late else "translation model unusable") from error
        translated = msgspec.json.decode(reply, type=str).strip()
        if not translated:
            raise Trouble("translation model unusable")
        return translated.encode()


def _pieces(text: str) -> Iterator[str]:
    """The sentences of a text, each on one line, and those that are too long in parts."""
    for start, end in sentence_spans(text, 0, len(text)):
        yield from wrap(" ".join(text[start:end].split()), PIECE_LENGTH, break_on_hyphens=False)
