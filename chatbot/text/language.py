"""Language: which of the two languages a question or an article is written in.

langdetect knows a language by the frequencies of its letter groups. On an article it is right. On a question of a few
words, half of them names, it is as sure when it is wrong as when it is right. So questions are judged by their function
words, by how frequent their other words are in either language, or their letter groups where no dictionary has them,
and by a rule for names, which misjudge one of 816 questions of four sets and leave one undecided.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.text.function_words import DUTCH, ENGLISH
from chatbot.text.language_code import LANGUAGES, Language
from chatbot.text.word_lists import total_count, word_count

if TYPE_CHECKING:
    from langdetect import DetectorFactory

THRESHOLD = 0.6
"""The least evidence that settles the language of a question, in nats; below it the conversation's is the better guess.

Of 669 pairs of the last words of questions that are no function words, 663 get the right language, one the wrong one.
"""

ONE_WORD_THRESHOLD = 2.0
"""The same of a single word, which may be a name, or one that both languages have ("president").

Of 1,695 words of questions, one at a time, 91 % get the right language, 9 words the wrong one.
"""

EVIDENCE_LIMIT = 6.0
"""The evidence of a function word, and the most that any word gives, in nats: odds of four hundred to one."""

UNSEEN = 1e-8  # added to the frequency of a word, so that one that a dictionary lacks is rare and not impossible

SMOOTHING = 5e-5
"""What langdetect adds to the frequency of a letter group, so that one it has not seen is rare and not impossible."""

QUESTION_LENGTH = 1_000
"""The characters of a question that are looked at: enough for any evidence, and 1 ms even for a pasted book."""

ARTICLE_LENGTH = 4_000
"""The characters of an article that are looked at: langdetect makes no errors from 200 on, and takes 4 ms."""

SHOUT_WORDS = 3
"""The least number of words all in capitals that are a question typed in capitals, and not names ("NATO")."""

_QUESTION_WORDS: Mapping[Language, re.Pattern[str]] = {
    "nl": re.compile(r"wie|wiens|wat|waar\w*|wanneer|hoe|hoeveel|hoelang|hoezo|welke?"),
    "en": re.compile(r"(who|what|when|where|why|how)('s)?|whom|whose|which"),
}

QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^”“]*[”“]|«[^»]*»|(?<!\w)'[^']{2,}'(?!\w)")  # what stands in quotation marks

_WORD = re.compile(r"(?:(?<!\w)')?[^\W_]+(?:'[^\W_]+)*")

_NO_NAME = (DUTCH | ENGLISH) - {"a", "an", "de", "den", "een", "het", "ten", "ter", "the", "van"}
"""Function words that no name begins with."""

_LINK = re.compile(
    r"(?<!\S)(?!(?:En|And|Of|Is|Was|In)\b)([^\W\d_a-zà-ÿ]\S*)"
    r"(?: (?:and|da|del?|des|di|dos?|du|el|en|las?|les?|los))+(?= [^\W\d_a-zà-ÿ])"
)
"""Short words in foreign names and pairs of names: "Tour de France", "Suske en Wiske"."""


def detect_language(text: str, default: Language = "nl") -> Language:
    """The language of a question, however short; `default` if the text gives no evidence (digits, names, nothing)."""
    return find_language(text) or default


def find_language(text: str) -> Language | None:
    """The language of a question, or None if the evidence is too weak, so that a bare name can follow a conversation.

    A question word that opens the question decides: all that follows may be names typed without capitals. Otherwise the
    evidence of the words that are no names is added up, and where it says too little, that of all words. A name is a
    word with a capital, the first of the text only if another follows and it is no function word.
    """
    start = _without_quotations(text[:QUESTION_LENGTH])
    if start.isupper() and len(start.split()) >= SHOUT_WORDS:
        start = start.lower()
    typed = _WORD.findall(_LINK.sub(r"\1", start))
    for language, question_word in _QUESTION_WORDS.items():
        if typed and question_word.fullmatch(typed[0].lower()):
            return language
    own = [
        word
        for number, (word, following) in enumerate(pairwise([*typed, "A"]))
        if word.islower() or (number == 0 and (following.islower() or word.lower() in _NO_NAME))
    ]
    threshold = ONE_WORD_THRESHOLD if sum(map(str.isalpha, typed)) == 1 else THRESHOLD
    for words in (own, typed) if own else ():
        evidence = _evidence([word.lower() for word in words])
        if abs(evidence) >= threshold:
            return "nl" if evidence > 0 else "en"
    return None


def detect_article_language(text: str) -> Language:
    """The language of a whole article: langdetect's verdict, or that of a question where it finds no letters."""
    start = text[:ARTICLE_LENGTH]
    return _verdict(start) or detect_language(start)


def _without_quotations(text: str) -> str:
    """The text with straight apostrophes and without what stands in quotes, unless nothing else does."""
    text = text.replace("‘", "'").replace("’", "'")
    unquoted = QUOTED.sub(" ", text)
    return unquoted if _WORD.search(unquoted) else text


def _evidence(words: list[str]) -> float:
    """The evidence of words in nats, positive for Dutch.

    Where two function words agree the dictionaries, which take 0.2 s to load, have no say.
    """
    evidence = EVIDENCE_LIMIT * sum(map(_function_word_vote, words))
    if abs(evidence) >= 2 * EVIDENCE_LIMIT:
        return evidence
    return evidence + sum(_word_evidence(word) for word in words if not _function_word_vote(word))


def _function_word_vote(word: str) -> int:
    """1 for a function word of Dutch alone, -1 for one of English alone."""
    return (word in DUTCH) - (word in ENGLISH or word.endswith("n't"))


def _word_evidence(word: str) -> float:
    """The logarithm of how much more frequent a word is in Dutch than in English, or are its letters if none has it."""
    dutch, english = (word_count(word, language) / total_count(language) for language in LANGUAGES)
    if dutch or english:
        evidence = math.log((dutch + UNSEEN) / (english + UNSEEN))
    else:
        groups = (f" {word} "[start : start + 3] for start in range(len(word)))
        evidence = sum(_letter_evidence().get(group, 0.0) for group in groups)
    return max(-EVIDENCE_LIMIT, min(EVIDENCE_LIMIT, evidence))


@cache
def _letter_evidence() -> Mapping[str, float]:
    """The evidence of each group of three letters in nats, positive for Dutch, from the profiles of langdetect."""
    factory = _factory()
    dutch, english = map(factory.langlist.index, LANGUAGES)
    return {
        letters: math.log((frequencies[dutch] + SMOOTHING) / (frequencies[english] + SMOOTHING))
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
