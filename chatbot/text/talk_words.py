"""Talk words: the words of what a person says as the cues of `talk.toml` have them, however they are spelt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from chatbot.text.analysis import has_acronyms
from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.kind import Kind
from chatbot.text.language import QUOTED
from chatbot.text.language_code import LANGUAGES
from chatbot.text.talk_data import beginnings, known_words, same_words, talk_data, topics
from chatbot.text.word_lists import word_count
from chatbot.text.words import COMMON_WORDS

NAME = "Name"  # what stands for a word with a capital that the cues do not have

_QUOTATION = "quotation"

SHORTEST_MISSPELT = 3  # letters: a shorter word is near to too many others
ERRORS = 1  # wrong letters in a misspelt word; one more in a long one
LONG_WORD = 7  # letters of a word from which on it is long
LONGEST_ACRONYM = 4  # letters of one that is spelt like a function word

RAREST = 50
"""The count in a dictionary of words that were added to it and not met in film subtitles; they may be misspelt."""

_COMPOUND = re.compile(r"(?P<subject>\w[\w-]+?\w)[s-]?(?P<item>artikel|stuk(?:je)?|verhaal|bericht|tekst)")
"""An article that Dutch names in one word: "otterverhaal"."""

_WORD = re.compile(rf"(?P<quoted>{QUOTED.pattern})|[^\W_]+(?:['’-][^\W_]+)*%?")


class Said(NamedTuple):
    """The words of a text as the cues have them, and for each its place in the text."""

    words: list[str]
    places: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Situation:
    """The kind of the last reply, and whether the articles have a word.

    It `has_subject` where something was answered or shown that "it" may stand for.
    """

    after: Kind | None = None
    has_subject: bool = False
    has_word: Callable[[str], bool] | None = None

    def knows_subject(self, text: str) -> bool:
        """Whether the articles have a word of the text that talk has not, or a topic that both may have."""
        heard = said(text)
        typed = [text[start:end].lower() for start, end in heard.places]
        of_contents = (
            form
            for word, form in zip(heard.words, typed, strict=True)
            if word in topics() or not (form in known_words() or form.startswith(beginnings()) or not form.isalpha())
        )
        return self.has_word is not None and any(map(self.has_word, of_contents))


ALONE = Situation()
"""That of a first text, of which nothing else is known."""


def said(text: str) -> Said:
    """The words of a text as the cues have them."""
    found = [(word, match.span()) for match in _WORD.finditer(text) for word in _words(match, text)]
    return Said([word for word, _ in found], [place for _, place in found])


def is_known(text: str) -> bool:
    """Whether the cues have all words of a text as they are spelt."""
    return all(word in known_words() or word in same_words() for word in re.findall(r"[^\W\d_]+", text.lower()))


def without_neutral_words(text: str) -> str:
    """The text without the words of both languages, which say nothing of its own: "ok", "thx"."""
    neutral = frozenset(talk_data().neutral.split())
    return _WORD.sub(lambda match: "" if _spelt(match.group().lower()) in neutral else match.group(), text)


def _words(match: re.Match[str], text: str) -> tuple[str, ...]:
    """The words that cues have for one of a text; for a contraction more than one, for one that is left out none."""
    if match["quoted"]:
        return (_QUOTATION,)
    typed = re.sub("['’]", "", match.group())
    word = typed.lower()
    is_acronym = 1 < len(typed) <= LONGEST_ACRONYM and typed.isupper() and word in DUTCH | ENGLISH  # "WHO", "the ME"
    is_name = match.start() > 0 and typed[0].isupper() and word not in known_words()
    if (is_acronym or is_name) and has_acronyms(text):
        return (NAME,)
    if (compound := _COMPOUND.fullmatch(word)) and not _is_common(word):
        return (compound["subject"], *same_words()[compound["item"]])
    spelt = _spelt(word)
    return same_words().get(spelt, (spelt,))


@lru_cache(COMMON_WORDS)
def _spelt(word: str) -> str:
    """The word, or the known one that it is a misspelling of, if it is in no dictionary but as a rare one."""
    if word in known_words() or len(word) < SHORTEST_MISSPELT or not word.isalpha():
        return word
    twice, once = (_STRETCHED.sub(letters, word) for letters in (r"\1\1", r"\1"))
    if twice in known_words():
        return twice
    alike = [one for one in _by_consonants().get(_consonants(once), []) if len(one) >= len(once)] or _near(once)
    if once in known_words() or not alike or (once == word and _is_common(word)):
        return once
    return max(
        sorted(alike), key=lambda one: (_consonants(one) == _consonants(once), JaroWinkler.similarity(once, one))
    )


_STRETCHED = re.compile(r"(\w)\1{2,}")
"""A letter three times or more: "doeiii", "goooed"."""


def _is_common(word: str) -> bool:
    """Whether a dictionary has the word, and not only as a rare one; they take 0.2 s to load."""
    return any(word_count(word, language) > RAREST for language in LANGUAGES)


def _near(word: str) -> list[str]:
    """The known words with the same first letter that differ in few letters."""
    if len(word) == SHORTEST_MISSPELT:
        return []
    errors = ERRORS + (len(word) >= LONG_WORD)
    near = process.extract_iter(word, known_words(), scorer=OSA.distance, score_cutoff=errors)
    return [one for one, _, _ in near if one[0] == word[0] and len(one) >= SHORTEST_MISSPELT]


@cache
def _by_consonants() -> dict[str, list[str]]:
    """The known words by their consonants."""
    in_order = sorted(filter(str.isalpha, known_words()), key=_consonants)
    return {consonants: list(words) for consonants, words in groupby(in_order, key=_consonants)}


def _consonants(word: str) -> str:
    """The first letter of a word and its consonants, each once: "hvl" is "hoeveel"."""
    letters = word[0] + re.sub("[aeiouy]", "", word[1:])
    return "".join(letter for letter, _ in groupby(letters))
