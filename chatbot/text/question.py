"""A question, parsed once: its words, its language and what it asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from chatbot.text.analysis import has_acronyms, is_stop_word
from chatbot.text.answer_type import AnswerType, answer_type
from chatbot.text.language_code import Language
from chatbot.text.quantity import Quantity, asked_quantity
from chatbot.text.subject import asked_subject
from chatbot.text.words import Word, has_digit, split_words, whole_words

QUESTION_LIMIT = 2_000  # the most code points of a question; a longer one is a text pasted by mistake
SHORTEST_BRIDGED = 3  # letters: a shorter word means too little to be bridged to others


@dataclass(frozen=True, slots=True)
class Question:
    """The text of a question with what can be known from it alone.

    `content_words` are the words that are no stop words, each once; `pairs` are neighbours of those that may be one
    word in the other language, as English writes "fighter jets" where Dutch writes "gevechtsvliegtuigen".
    `answer_type` and `quantity` say what it asks for, where its first words do. Of a question that wants somebody or
    something introduced, `subject` has the content words of the name, and there are no others.
    """

    text: str
    language: Language
    words: tuple[Word, ...]
    content_words: tuple[str, ...]
    pairs: tuple[str, ...]
    subject: tuple[str, ...]
    answer_type: AnswerType | None
    quantity: Quantity | None

    @property
    def read_text(self) -> str:
        """The text as encoders read it, which know words in capitals badly: in small letters, if it has no others."""
        return self.text if has_acronyms(self.text) else self.text.lower()


def parse_question(text: str, language: Language) -> Question:
    """The question that a text is, in that language; of one that is too long to be asked, only the beginning counts."""
    asked = text[:QUESTION_LIMIT]
    words = tuple(split_words(asked))
    but_acronyms = has_acronyms(asked)
    named = asked_subject(asked)
    subject = _content_words(split_words(asked, *named), language, but_acronyms) if named else ()
    return Question(
        text=text,
        language=language,
        words=words,
        content_words=subject or _content_words(words, language, but_acronyms),
        pairs=_pairs(asked, words, language),
        subject=subject,
        answer_type=answer_type(asked),
        quantity=asked_quantity(asked, language),
    )


def _content_words(words: Iterable[Word], language: Language, but_acronyms: bool) -> tuple[str, ...]:
    forms = (word.form for word in words if not is_stop_word(word.form, language, but_acronyms=but_acronyms))
    return tuple(dict.fromkeys(forms))


def means_only_itself(form: str) -> bool:
    """Whether a word has no synonyms: a number, or too few letters."""
    return has_digit(form) or len(form) < SHORTEST_BRIDGED


def _pairs(text: str, words: tuple[Word, ...], language: Language) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            f"{first.form} {second.form}"
            for first, second in pairwise(whole_words(words))
            if not text[first.end : second.start].strip()
            and not any(is_stop_word(word.form, language) or means_only_itself(word.form) for word in (first, second))
        )
    )
