"""Content words: those of a sentence that a user may want the meaning of, no names and no numbers; and their parts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from chatbot.reading_help.readings import Lookup
from chatbot.text.amounts import amounts
from chatbot.text.language_code import Language
from chatbot.text.word_lists import word_counts
from chatbot.text.words import SHORTEST_COMPOUND_PART, Word, has_digit, split_words, whole_words

Meanings = Mapping[Language, Mapping[str, str]]
"""The meaning, or readings parted by a slash, of words in lower case, by their language."""


class SmallWords(msgspec.Struct, frozen=True):
    """The contents of `small_words.toml`."""

    function_words: Meanings
    number_words: Meanings


@cache
def small_words() -> SmallWords:
    """All small words of both languages."""
    return msgspec.toml.decode((files("chatbot.reading_help") / "small_words.toml").read_bytes(), type=SmallWords)


LEAST_PART_COUNT = 200  # the least count of a part in the Dutch list
_LINKS = ("", "s", "en", "e")  # what may stand between the parts


def compound_parts(word: str, language: Language) -> tuple[str, ...]:
    """The words that a word in lower case is made of: those between hyphens, and in Dutch two; none for other words.

    Of several cuts, the one whose rarer part is the commonest; a word that is commoner than that is more than its
    parts, as "minister" is.
    """
    if "-" in word:
        return tuple(filter(None, word.split("-")))
    if language != "nl":
        return ()
    counts = word_counts("nl")
    cuts = [
        (min(counts.get(first, 0), counts.get(word[place:], 0)), first, word[place:])
        for place in range(SHORTEST_COMPOUND_PART, len(word) - SHORTEST_COMPOUND_PART + 1)
        for link in _LINKS
        if word[:place].endswith(link) and len(first := word[: place - len(link)]) >= SHORTEST_COMPOUND_PART
    ]
    least, *parts = max(cuts, default=(0,))
    return tuple(parts) if least >= max(LEAST_PART_COUNT, counts.get(word, 0)) else ()


SHORTEST_GLOSSED = 2  # letters of the shortest word that gets a gloss
OPENING_LENGTH = 10  # code points before a word that show whether it opens a sentence

_OPENING = re.compile(r"(?:^|[.!?:;…\"“”„«»‘(\[|•*#>–—\n])[^\w\n]*$")
"""What stands before the first word of a sentence or a title, where a capital says nothing."""

_MADE_OF_NAME: Mapping[Language, re.Pattern[str]] = {
    "nl": re.compile(r"(?:s|sch|er|aan|an|iër)(?:e|en|s)?$"),
    "en": re.compile(r"(?:an|ish|ese|ch|ic|ek|man|men|day)s?$"),
}
"""Words that have a capital and are no names, as they end: Amerikaans, Vlaamse, Duitsers; Jewish, Germans, Monday."""

_SHARES = frozenset(
    "helft kwart half quarter dubbel dubbele double twice geen beide enkele no both few several".split()
)
"""Amounts that a user may not know, as they are no numerals."""


def content_words(text: str, lookup: Lookup, known: Container[str]) -> Iterator[tuple[Word, str]]:
    """The words of a text but for names and numbers in digits, in order, each with the form to look up.

    Function words are among them; their readings come from a table. `known` has words in lower case that are no names.
    """
    shouted = text.isupper()
    numbers = set(amounts(text, 0, len(text)))
    for word in whole_words(split_words(text)):
        form = word.form.replace("’", "'").removesuffix("'s")
        lower = form.lower()
        is_left_out = (word.start, word.end) in numbers and not (
            lower in _SHARES or lower in small_words().number_words[lookup.language]
        )
        if has_digit(form) or len(form) < SHORTEST_GLOSSED or is_left_out:
            continue
        if form == lower or shouted or lower in known:
            yield word, lower
        elif form[1:] == lower[1:] and (written := _with_capital(text, word, form, lookup)):
            yield word, written


def _with_capital(text: str, word: Word, form: str, lookup: Lookup) -> str | None:
    """What to look up for a word with one capital, its first letter; None for a name.

    Sentence start: lower case, unless known only with a capital. Otherwise: keep the capital of a known word derived
    from a name. Mid-sentence: lower case if known so and no neighbour has a capital. Else it is a name.
    """
    opens = _OPENING.search(text, max(0, word.start - OPENING_LENGTH), word.start) is not None
    if opens and not lookup.is_name(form.lower()):
        return form.lower()
    if _MADE_OF_NAME[lookup.language].search(form) and lookup.knows(form):
        return form
    return form.lower() if lookup.knows(form.lower()) and not opens and not _is_beside_capital(text, word) else None


def _is_beside_capital(text: str, word: Word) -> bool:
    """Whether the word before or after has a capital, with no more than a space between."""
    before, after = text[: word.start], text[word.end : word.end + 2]
    previous = before.rsplit(maxsplit=1)[-1:] if before.endswith(" ") else []
    return (after[:1] == " " and after[1:].isupper()) or any(other[:1].isupper() for other in previous)
