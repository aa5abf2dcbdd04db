"""Language: which of the two languages a question or an article is written in.

langdetect knows a language by the frequencies of its letter groups. On an article it is right. On a question of a few
words, half of them names, it is as sure when it is wrong as when it is right, because it draws groups at random until
it is certain: it misjudges 11 of a development set of 300 questions. So questions use its frequencies with each group
counted once, the function words, and a rule for names, which misjudge none of the 300 and leave 6 undecided.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.language_code import Language
from chatbot.text.word_lists import dictionary_languages

if TYPE_CHECKING:
    from langdetect import DetectorFactory

THRESHOLD = 2.0
"""The least evidence that settles the language of a question, in nats: odds of seven to one on paper.

Of 24,000 words that are frequent in one language and rare in the other, one at a time, 77 % get the right language at
this threshold, 5 % the wrong one and 17 % none. Where the evidence is from 2.0 to 2.5 it is right for 77 %, and below
that the language of the conversation is the better guess.
"""

EVIDENCE_LIMIT = 6.0
"""The evidence of a function word, and the most that any word gives, in nats: odds of four hundred to one.

With limits from 3 to 6 none of a development set of 300 questions gets the wrong language, with 8 or more two do.
"""

OPENER_WEIGHT = 0.5
"""What a capitalised first word counts for: it may be a name ("Rubens birthplace") or not ("Highest point").

With a capital on each question of the development set it leaves 12 of 300 undecided, where a weight of 0 leaves 16. Of
500 queries made of a name and one ordinary word it misjudges 13, where a weight of 1 misjudges 45.
"""

ENDING_WEIGHT = 3.0
"""The evidence of an ending of one language, in nats, on top of that of its letters."""

QUESTION_LENGTH = 1_000
"""The characters of a question that are looked at: enough for any evidence, and 1 ms even for a pasted book."""

ARTICLE_LENGTH = 4_000
"""The characters of an article that are looked at: langdetect makes no errors from 200 on, and takes 4 ms."""

SHOUT_WORDS = 3
"""The least number of words all in capitals that are a question typed in capitals, and not names ("NATO")."""

_SMOOTHING = 5e-5
"""What langdetect adds to the frequency of a letter group, so that one it has not seen is rare and not impossible."""

_QUESTION_WORDS: Mapping[Language, re.Pattern[str]] = {
    "nl": re.compile(r"wie|wiens|wat|waar\w*|wanneer|hoe|hoeveel|hoelang|hoezo|welke?"),
    "en": re.compile(r"(who|what|when|where|why|how)('s)?|whom|whose|which"),
}

_SHARED_WORDS = (
    "agenda ah album alcohol arm as at atlas baby ballet band bank basis bed been bent blog blues bonus brand "
    "budget bus camera campus circus club code computer concept concert conflict contact contract crisis curry data "
    "deed derby design diabetes die district dollar door drama drugs effect element elk euro experiment export "
    "extra fans festival film films forum gas golf gram haha hahaha hand hard hectare heel help hey hi hihi hm hmm "
    "hobby hockey hotel impact import insect instrument internet interview jazz journalist jury kilo kilometer kind "
    "land laptop lava let link lobby logo lol malaria man manager marathon media men meter minister mm model moment "
    "monument motor motto museum oh ok okay opera oven park partner party penalty piano pizza plan planning plastic "
    "platform podium president privacy product professor project radar radio record regime respect rest restaurant "
    "ring risk rock route rugby school score sector show smartphone software sport stand start station status stop "
    "storm story stress student studio talent team ten tennis test toe toilet top trainer training transport "
    "tsunami tunnel type uranium video villa virus want warm water website week weekend west whisky wifi wild wind "
    "winter word wow"
)
_SHARED = frozenset(_SHARED_WORDS.split())
"""Common words that both languages spell alike, with one meaning ("museum") or two ("men"): they say nothing."""

_ENDINGS: Mapping[Language, tuple[str, ...]] = {
    "nl": ("ie", "aal", "sch", "sche", "je", "jes", "teit", "isme"),
    "en": ("y", "ous", "nts"),
}
"""Endings that letter groups misjudge: of 217 Dutch words in -tie, 60 would pass for English and 95 for neither.

Each is at least 75 times as frequent in its own language. They raise the share of right words from 76 to 77 %, and
lower that of wrong ones from 5.8 to 5.3 %.
"""

_FUNCTION_WORDS = DUTCH | ENGLISH

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^”“]*[”“]|«[^»]*»|(?<!\w)'[^']{2,}'(?!\w)")
_WORD = re.compile(r"(?:(?<!\w)')?[^\W_]+(?:'[^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;]\s")

_NAME_OPENERS = {"a", "an", "de", "den", "een", "het", "ten", "ter", "the", "van"}
"""Function words that names begin with."""

_NAME_LINKS = {"and", "da", "de", "del", "des", "di", "do", "dos", "du", "el", "en", "la", "las", "le", "les", "los"}
"""Words inside foreign names and pairs of names, which say little about the language of a question."""


def detect_language(text: str, default: Language = "nl") -> Language:
    """The language of a question, however short; `default` if the text gives no evidence (digits, names, nothing)."""
    return find_language(text) or default


def find_language(text: str) -> Language | None:
    """The language of a question, or None if the evidence is too weak, so that a bare name can follow a conversation.

    A question word that opens the question decides: all that follows may be names typed without capitals. Without any
    function word, as in "dwangsom betoncentrale", the dictionaries vote: of 842 pieces of two or three such words of
    questions 96 % get the right language and 1 % the wrong one, and of 1,752 single words 74 % and 0.3 %. Otherwise the
    words that are no names are added up, and the sum must reach `THRESHOLD`. Where it does not, but there is such a
    word, the names count for half: "Vlaams" and "The Greatest" are names that are evidence, if weaker.
    """
    words = _own_words(text[:QUESTION_LENGTH])
    for language, question_word in _QUESTION_WORDS.items():
        if words and question_word.fullmatch(words[0][0]):
            return language
    if not any((word in DUTCH) != (word in ENGLISH) for word, _ in words):
        votes = sum(map(_dictionary_vote, dict(words)))
        is_one_word = len(text[:QUESTION_LENGTH].split()) == 1
        # Dutch takes English words faster than its dictionary does: "drones".
        if votes and not (is_one_word and votes < 0 and _word_evidence(words[0][0]) > 0):
            return "nl" if votes > 0 else "en"
        if is_one_word:
            return None
    evidence = sum(weight * _word_evidence(word) for word, weight in words)
    if abs(evidence) < THRESHOLD and any(word.isalpha() for word, _ in words):
        evidence = (evidence + _evidence_with_names(text[:QUESTION_LENGTH])) / 2
    if abs(evidence) < THRESHOLD:
        return None
    return "nl" if evidence > 0 else "en"


def detect_article_language(text: str) -> Language:
    """The language of a whole article: langdetect's verdict, or that of a question where it finds no letters."""
    start = text[:ARTICLE_LENGTH]
    return _verdict(start) or detect_language(start)


def _own_words(text: str) -> list[tuple[str, float]]:
    """The words that show the asker's language, in lower case, with their weights: no quotations and no names."""
    text = _without_quotations(text)
    if text.isupper() and len(_WORD.findall(text)) >= SHOUT_WORDS:
        text = text.lower()
    return [own for sentence in _SENTENCE_END.split(text) for own in _without_names(_WORD.findall(sentence))]


def _without_quotations(text: str) -> str:
    """The text with straight apostrophes and without what stands in quotes, unless nothing else does."""
    text = text.replace("‘", "'").replace("’", "'")
    unquoted = _QUOTED.sub(" ", text)
    return unquoted if _WORD.search(unquoted) else text


def _without_names(words: list[str]) -> list[tuple[str, float]]:
    """The words of one sentence without its names and the small words that hold a name together."""
    names = [_is_name(word, following, i == 0) for i, (word, following) in enumerate(pairwise([*words, ""]))]
    runs = [
        (is_name, [word.lower() for _, word in run])
        for is_name, run in groupby(zip(names, words, strict=True), key=itemgetter(0))
    ]
    kept: list[tuple[str, float]] = []
    for i, (is_name, run) in enumerate(runs):
        after_opener = i == 1 and len(runs[0][1]) == 1
        if is_name or (0 < i < len(runs) - 1 and _is_link(run, after_opener=after_opener)):
            continue
        if after_opener and words[0][1:].islower():
            kept.append((words[0].lower(), OPENER_WEIGHT))
        kept += [(word, 1.0) for word in run]
    return kept


def _is_name(word: str, following: str, opens: bool) -> bool:
    """Whether a word counts as a name: any word with a capital, as the first of a sentence too often is one.

    There only a function word is none, unless it is one that names begin with ("De Standaard", but "Was Ensor").
    """
    if word == word.lower():
        return False
    if opens and word.lower() in _FUNCTION_WORDS:
        return word.lower() in _NAME_OPENERS and following != following.lower()
    return True


def _is_link(words: list[str], *, after_opener: bool) -> bool:
    """Whether the lower-case words between two names make them one name: "Tour de France", "Frans Van der Elst".

    They do if they are one or two and have at most three letters. After the first word of a sentence, whose capital may
    be that of the sentence, only words do that foreign names have: "Cartel de los Soles", but "Kinderen van Astrid".
    """
    if after_opener:
        return _NAME_LINKS.issuperset(words)
    return len(words) <= 2 and all(len(word) <= 3 for word in words)


def _evidence_with_names(text: str) -> float:
    """The evidence of all words of a question, names too; abbreviations have no language."""
    words = _WORD.findall(_without_quotations(text))
    return sum(_word_evidence(word.lower()) for word in words if not word.isupper())


def _dictionary_vote(word: str) -> int:
    """1 for a word that only the Dutch dictionary has, -1 for one that only the English one has."""
    known = frozenset() if word in _SHARED else dictionary_languages(word)
    return ("nl" in known) - ("en" in known)


def _word_evidence(word: str) -> float:
    """The evidence of one word in nats, positive for Dutch: a function word's vote, or else that of its letters."""
    if word in _SHARED:
        return 0.0
    if word.endswith("n't"):
        return -EVIDENCE_LIMIT
    if (word in DUTCH) != (word in ENGLISH):
        return EVIDENCE_LIMIT if word in DUTCH else -EVIDENCE_LIMIT
    word = word.removesuffix("'s")
    padded = f" {word} "
    ratios = _letter_evidence()
    evidence = sum(ratios.get(padded[i : i + 3], 0.0) for i in range(len(word)))
    evidence += ENDING_WEIGHT * (word.endswith(_ENDINGS["nl"]) - word.endswith(_ENDINGS["en"]))
    return max(-EVIDENCE_LIMIT, min(EVIDENCE_LIMIT, evidence))


@cache
def _letter_evidence() -> Mapping[str, float]:
    """The evidence of each group of three letters in nats, positive for Dutch, from the profiles of langdetect.

    Groups of one and two letters would count the same letters again: with them 86.6 % of the words of `THRESHOLD` fall
    on the right side of zero instead of 87.3 %.
    """
    factory = _factory()
    dutch, english = (factory.langlist.index(language) for language in ("nl", "en"))
    return {
        letters: math.log((frequencies[dutch] + _SMOOTHING) / (frequencies[english] + _SMOOTHING))
        for letters, frequencies in factory.word_lang_prob_map.items()
        if len(letters) == 3
    }


def _verdict(text: str) -> Language | None:
    """The verdict of langdetect itself, or None if it finds nothing to judge by, as in digits."""
    from langdetect import LangDetectException

    detector = _factory().create()
    detector.append(text)
    try:
        language = detector.detect()
    except LangDetectException:
        return None
    return "nl" if language == "nl" else "en" if language == "en" else None


@cache
def _factory() -> DetectorFactory:
    """langdetect with the profiles of the two languages and a fixed seed, so that a verdict can be repeated."""
    # Only here: whoever opens the interface sees it before an article is read.
    from langdetect import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_json_profile(
        [(Path(PROFILES_DIRECTORY) / language).read_text(encoding="utf-8") for language in ("nl", "en")]
    )
    factory.set_seed(0)
    return factory
