"""A gloss: the words of a sentence that is not in the user's language, each with its meaning in that language."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from chatbot.encoders.encoder import Encoder
from chatbot.reading_help.content_words import compound_parts, content_words, small_words
from chatbot.reading_help.dictionaries import Dictionaries
from chatbot.reading_help.readings import Lookup, Readings
from chatbot.storage.store import Store
from chatbot.text.analysis import term
from chatbot.text.false_friends import READING_SEPARATOR, false_friends
from chatbot.text.language_code import Language, other_language
from chatbot.text.printable import printable_line
from chatbot.text.words import Word

UNKNOWN = "?"  # stands for the part of a compound that nothing sure is known of, and after a meaning that is not sure


@dataclass(frozen=True, slots=True)
class Gloss:
    """The meaning of one word of a sentence, the slice `start:end` in code points; two where one is as likely."""

    start: int
    end: int
    text: str
    sure: bool


class Glosser:
    """Gives the glosses of sentences; what it needs loads with the first of each language, or with `prepare`.

    A dictionary that is no good is left out, and `warnings` says so.
    """

    def __init__(self, encoder: Encoder, store: Store | None, dictionaries: Sequence[Path]) -> None:
        """Nothing is read yet; `dictionaries` are folders and files."""
        self._encoder = encoder
        self._store = store
        self._places = dictionaries
        self._dictionaries: Dictionaries | None = None
        self._lookups: dict[Language, Lookup] = {}
        self._lock = Lock()

    def prepare(self, language: Language) -> None:
        """Load all that sentences of that language need: 10 s the first time, 1 s once the store has the vectors."""
        with self._lock:
            self._lookup(language)

    def warnings(self, language: Language) -> tuple[str, ...]:
        """A sentence in that language for each dictionary that was left out, once anything is loaded."""
        troubles = self._dictionaries.troubles if self._dictionaries else ()
        return tuple(trouble.sentence(language) for trouble in troubles)

    def glosses(self, text: str, language: Language, known: Container[str] = ()) -> tuple[Gloss, ...]:
        """The glosses of a text of that language, in the order of its words.

        `known` has words in lower case that are no names although they are written with a capital.
        """
        with self._lock:
            lookup = self._lookup(language)
            words = list(content_words(text, lookup, known))
            readings = lookup.find([form for _, form in words])
            found = [_gloss(*word, of_word, lookup) for word, of_word in zip(words, readings, strict=True)]
        return tuple(gloss for gloss in found if gloss)

    def _lookup(self, language: Language) -> Lookup:
        if self._dictionaries is None:
            self._dictionaries = Dictionaries(self._places)
        if language not in self._lookups:
            self._lookups[language] = Lookup(language, self._encoder, self._store, self._dictionaries)
        return self._lookups[language]


def gloss_line(text: str, glosses: Sequence[Gloss], unsure: bool = False) -> str:
    """The words of the text with their meanings: "beloften promise · blijft remain"; the `unsure` ones too if asked.

    Each stands there once, and words whose meaning is spelt as they are do not.
    """
    pairs = [(text[gloss.start : gloss.end], gloss) for gloss in glosses if gloss.sure or unsure]
    told = (
        printable_line(f"{word} {gloss.text}{'' if gloss.sure else UNKNOWN}")
        for word, gloss in pairs
        if word.lower() != gloss.text.lower()
    )
    return " · ".join(dict.fromkeys(told))


def _gloss(word: Word, form: str, readings: Readings | None, lookup: Lookup) -> Gloss | None:
    place = word.start, word.end
    language, small = lookup.language, small_words()
    if known := false_friends()[language].get(form) or small.number_words[language].get(form):
        return Gloss(*place, known, sure=True)
    if function := small.function_words[language].get(form):
        return Gloss(*place, function, sure=False)
    if readings and readings.meanings[0] == word.form and not form.islower():  # a name after all
        return None
    parts = [] if lookup.knows(form) else lookup.find(compound_parts(form, language))
    if readings and readings.is_sure and not any(_same(readings, part, language) for part in parts):
        return Gloss(*place, READING_SEPARATOR.join(readings.likely), sure=True)
    if any(part and part.is_sure for part in parts):
        return Gloss(
            *place, "-".join(part.meanings[0] if part and part.is_sure else UNKNOWN for part in parts), sure=False
        )
    return Gloss(*place, READING_SEPARATOR.join(readings.meanings), sure=False) if readings else None


def _same(whole: Readings, part: Readings | None, language: Language) -> bool:
    """Whether the meaning of a compound is that of one of its parts: golfbaan is more than golf."""
    meanings = [term(readings.meanings[0], other_language(language)) for readings in (whole, part) if readings]
    return meanings[1:] == meanings[:1]
